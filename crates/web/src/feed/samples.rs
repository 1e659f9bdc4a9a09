//! Samples of the calendar feed: none yet, one with neutral titles, one with plain ones, one made just now.

use store::Feed;

use super::page::Page;
use crate::frame::Reader;
use crate::samples::{Life, Sample};

/// What nobody can say again.
const ADDRESS: &str = "http://localhost:8750/feed/0123456789abcdef.ics";

pub(crate) fn samples(life: &Life) -> Vec<Sample<'_>> {
    let feed = |plain_titles| {
        let person = life.album.chart.person.id;
        Some(Feed { person, plain_titles, created: life.now })
    };
    let page = |what, feed: Option<Feed>, address: Option<&'static str>, here_only| {
        Sample::new("Calendar", what, move |reader: &Reader| {
            Page { reader, feed: feed.as_ref(), address, here_only }.drawn()
        })
    };
    vec![
        page("as it is opened", None, None, true),
        page("neutral", feed(false), None, false),
        page("plain", feed(true), None, true),
        page("made just now", feed(false), Some(ADDRESS), true),
        page("made for others", feed(false), Some(ADDRESS), false),
    ]
}

#[cfg(test)]
mod tests {
    use super::ADDRESS;
    use crate::samples::asked::shown;
    use crate::samples::lives::life;

    #[tokio::test]
    async fn the_address_is_shown_once_and_never_again() {
        let life = life("planned").await;
        let made = shown(life, "Calendar", "made just now").await;
        made.card("feed-made").says("feed-once");
        let told = made.text().matches(ADDRESS).count();
        assert_eq!(told, 2, "said, and there to be copied; led to from nowhere");
        for later in ["as it is opened", "neutral", "plain"] {
            shown(life, "Calendar", later).await.has_no_card("feed-made").misses("/feed/0123");
        }
    }

    #[tokio::test]
    async fn a_calendar_program_is_called_by_a_link_and_the_address_copied_by_a_button() {
        let life = life("planned").await;
        let made = shown(life, "Calendar", "made for others").await;
        made.card("feed-made").says("feed-subscribe").says("copy");
        made.sees("href=\"webcal://localhost:8750/feed/0123456789abcdef.ics\"").sees("copy.js");
        made.sees(&format!("data-copy=\"{ADDRESS}\""));
        let here = shown(life, "Calendar", "made just now").await;
        here.is_silent_on("feed-subscribe").misses("webcal:");
    }

    #[tokio::test]
    async fn titles_are_neutral_until_somebody_chooses_otherwise() {
        let life = life("planned").await;
        let chosen = |page: &testhouse::Answer| {
            let fields = page.fields();
            fields.iter().find(|(name, _)| name == "titles").map(|(_, value)| value.clone())
        };
        for (what, title) in
            [("as it is opened", "neutral"), ("neutral", "neutral"), ("plain", "plain")]
        {
            let page = shown(life, "Calendar", what).await;
            assert_eq!(chosen(&page).as_deref(), Some(title), "{what}");
        }
        shown(life, "Calendar", "plain").await.card("feed-open").says("feed-plain");
        let neutral = shown(life, "Calendar", "neutral").await;
        neutral.card("feed-open").says("feed-neutral").is_silent_on("feed-plain");
    }

    #[tokio::test]
    async fn a_feed_can_be_closed_where_there_is_one_and_a_new_one_takes_its_place() {
        let life = life("planned").await;
        let none = shown(life, "Calendar", "as it is opened").await;
        none.has_no_card("feed-open").says("feed-make").is_silent_on("feed-make-again-what");
        let one = shown(life, "Calendar", "neutral").await;
        one.card("feed-open").says("feed-close").says("feed-close-what");
        one.says("feed-make-again").says("feed-make-again-what");
    }

    #[tokio::test]
    async fn that_only_this_machine_can_read_it_is_said_only_where_it_is_so() {
        let life = life("planned").await;
        shown(life, "Calendar", "as it is opened").await.says("feed-here-only").says("feed-late");
        let reached = shown(life, "Calendar", "neutral").await;
        reached.is_silent_on("feed-here-only").says("feed-late");
    }
}
