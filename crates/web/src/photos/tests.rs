//! What holds of photographs: words for every refusal, view and hint; what their pages promise, asked of samples.

use care::words::Word as _;
use chart::album::view::View;
use jiff::SignedDuration;
use photo::intake::{Limits, Refusal};
use store::records::Photo;
use store::{Entry, Id};
use testhouse::Answer;

use super::compare::Asked;
use super::guide::{self, TAKES};
use super::taking::Refused;
use super::{compare, grid, one, one_page, remove};
use crate::album::view_word;
use crate::fields::Fields;
use crate::form::Form;
use crate::problem::Problem;
use crate::samples::Life;
use crate::samples::asked::{asked, english, shown};
use crate::samples::lives::life;
use crate::say::in_english;

#[test]
fn every_refusal_has_its_words_and_they_name_the_limits() {
    let say = in_english().texts().clone();
    for id in Refusal::IDS.into_iter().chain(Refused::OWN) {
        for part in ["what", "why", "next"] {
            let key = format!("photo-refused-{id}-{part}");
            assert!(say.has(&key), "{key} is missing in photos.ftl");
        }
    }
    let limits = Limits::default();
    for (id, limit) in [
        ("pixels", limits.pixels >> 20),
        ("side", limits.side.into()),
        ("small", limits.least_side.into()),
    ] {
        let what = say.text(&format!("photo-refused-{id}-what"));
        assert!(what.contains(&limit.to_string()), "{what} should say {limit}");
    }
    let too_large = say.with("photo-refused-bytes-what", &[("most", 30.into())]);
    assert!(too_large.contains("30"), "{too_large}");
}

#[test]
fn every_view_has_its_word() {
    let say = in_english().texts().clone();
    for view in View::ALL {
        assert!(say.has(&format!("photos-view-{}", view.word())), "{view:?}");
    }
    assert_eq!(view_word(&say, "from below"), "Another view");
}

#[test]
fn the_camera_has_all_its_words_and_names_how_many_it_asks_for() {
    let say = in_english().texts().clone();
    let words = guide::words(&say);
    let all = format!("{words:?}");
    assert!(!all.contains("photos-"), "a word is missing in photos.ftl: {all}");
    assert_eq!(words.counts.last().unwrap(), &format!("{TAKES} of {TAKES}"));
    let said = |id: &str| words.said.iter().find(|(known, _)| *known == id).unwrap().1.as_str();
    for n in 1..TAKES {
        assert!(said(&format!("take-{n}")).starts_with(&format!("{n} of {TAKES}.")));
    }
    assert!(said("take-all").starts_with(&format!("{TAKES} of {TAKES}.")));
}

/// Two of a life's photographs by their place in time, compared.
async fn compared(life: &Life, a: usize, b: usize) -> Answer {
    let of_view = life.album.of_view("front");
    let id = |place: usize| Some(of_view[place].id.to_string());
    let asked_for = Asked { a: id(a), b: id(b), ..Asked::default() };
    let reader = english(life);
    asked(&reader, compare::page(&reader, &life.album, &asked_for).unwrap()).await
}

#[tokio::test]
async fn nothing_is_a_result_before_results_can_show() {
    let early = life("too early").await;
    let looked_at = compared(early, 0, 2).await;
    looked_at.says("photos-too-early").says("photos-measured-early").is_silent_on("results-open");
    // Before eyes have looked as well as after.
    compared(early, 0, 1).await.says("photos-hidden-ask-acne-scars").says("photos-too-early");
    let late = compared(life("followed").await, 0, 6).await;
    late.is_silent_on("photos-too-early").is_silent_on("photos-measured-early");
    let unknown = life("needled unanswered").await;
    let said = shown(unknown, "PhotosCompare", "shown at once").await;
    said.says("results-unknown").is_silent_on("photos-too-early");
}

#[tokio::test]
async fn before_eyes_have_looked_nothing_tells_which_is_which() {
    let life = life("photographed").await;
    let hidden = shown(life, "PhotosCompare", "as it is opened").await;
    hidden.says("photos-hidden-ask-acne-scars").says("photos-hidden-say-neither");
    hidden.is_silent_on("photos-before").is_silent_on("photos-measured").misses("November");
    let (one, other) = (compared(life, 0, 1).await, compared(life, 1, 0).await);
    assert_eq!(one.text(), other.text(), "in whatever order they are asked for");
    let open = shown(life, "PhotosCompare", "shown at once").await;
    open.says("photos-before").says("photos-measured").is_silent_on("photos-hidden-ask-acne-scars");
}

#[tokio::test]
async fn what_eyes_said_is_counted_from_the_second_pair_on() {
    let once = compared(life("too early").await, 0, 2).await;
    once.says("photos-seen-later").is_silent_on("photos-seen-tally");
    let followed = life("followed").await;
    let counted = [("pairs", 6.into()), ("later", 2.into())];
    compared(followed, 0, 6).await.says_with("photos-seen-tally", &counted);
    compared(followed, 0, 1).await.says("photos-seen-earlier");
    compared(followed, 0, 2).await.says("photos-seen-neither").is_silent_on("photos-seen-later");
}

#[tokio::test]
async fn the_measured_card_says_what_there_is_and_how_to_get_there() {
    let drawn = shown(life("photographed").await, "PhotosCompare", "shown at once").await;
    drawn
        .card("photos-measured")
        .says("photos-measured-not-yet")
        .is_silent_on("photos-measured-draw");
    let mut undrawn = life("photographed").await.album.clone();
    undrawn.regions.clear();
    let reader = english(life("photographed").await);
    let open = Asked { open: Some("1".into()), ..Asked::default() };
    let page = asked(&reader, compare::page(&reader, &undrawn, &open).unwrap()).await;
    page.card("photos-measured").says("photos-measured-draw");
    page.sees(&format!("/region/new?photo={}", undrawn.of_view("front")[0].id));
    let followed = life("followed").await;
    let healing = compared(followed, 0, 1).await;
    healing.card("photos-measured").says_with("photos-measured-healing", &[("day", 1.into())]);
    // Neither of them is the one it was drawn on.
    let between = compared(followed, 3, 4).await;
    between.says("photos-hidden-ask-acne-scars");
    let last = compared(followed, 0, 6).await;
    last.card("photos-measured").says("photo-result-decrease-beyond-noise.whole");
}

#[tokio::test]
async fn with_one_photograph_of_a_view_there_is_nothing_to_compare() {
    let none = shown(life("nothing said").await, "PhotosCompare", "as it is opened").await;
    none.says("photos-compare-none").is_silent_on("photos-hidden-ask-acne-scars");
    let left = shown(life("photographed").await, "PhotosCompare", "another view").await;
    left.says("photos-compare-none");
    let unknown = Asked { a: Some("nobody".into()), ..Asked::default() };
    let life = life("photographed").await;
    let refused = compare::page(&english(life), &life.album, &unknown);
    assert_eq!(refused.unwrap_err(), Problem::NotFound);
}

#[tokio::test]
async fn one_taken_again_on_the_latest_day_makes_no_other_pair() {
    let life = life("photographed").await;
    let mut album = life.album.clone();
    let mut again = album.of_view("front")[1].clone();
    again.id = Id::new(again.record.taken);
    again.record.taken += SignedDuration::from_mins(5);
    let latest = album.of_view("front")[1].id;
    album.photos.insert(0, again.clone());
    let reader = english(life);
    let page = compare::page(&reader, &album, &Asked::default()).unwrap();
    let page = asked(&reader, page).await;
    page.sees(&format!("/photos/{latest}/picture"))
        .misses(&format!("/photos/{}/picture", again.id));
}

#[tokio::test]
async fn the_grid_offers_to_compare_only_what_can_be() {
    let none = shown(life("nothing said").await, "Photos", "as it is opened").await;
    none.says("photos-none").is_silent_on("photos-compare").is_silent_on("results-title");
    let needled = shown(life("healing").await, "Photos", "as it is opened").await;
    needled.says("photos-none").says("results-title");
    let two = shown(life("photographed").await, "Photos", "as it is opened").await;
    two.says("photos-compare").is_silent_on("photos-none");
    let mut single = life("photographed").await.album.clone();
    single.photos.truncate(1);
    let reader = english(life("photographed").await);
    asked(&reader, grid::page(&reader, &single)).await.is_silent_on("photos-compare");
}

#[tokio::test]
async fn a_day_with_a_session_in_it_is_two_groups_and_a_day_is_told_in_order() {
    let life = life("too early").await;
    let mut album = life.album.clone();
    let session = album.chart.story.done()[0].done.at;
    for (photo, minutes) in album.photos.iter_mut().zip([40, 20, -20]) {
        photo.record.taken = session + SignedDuration::from_mins(minutes);
    }
    let reader = english(life);
    let page = asked(&reader, grid::page(&reader, &album)).await;
    page.says("photos-before").says_with("photos-same-day", &[("n", 1.into())]);
    let text = page.text();
    let place = |photo: usize| text.find(&album.photos[photo].id.to_string()).unwrap();
    assert!(place(1) < place(0), "within a group the first taken stands first");
    assert!(place(0) < place(2), "the newest group stands first");
}

#[tokio::test]
async fn a_photograph_leads_to_its_neighbours_of_the_same_view_and_to_what_is_drawn_on_it() {
    let life = life("photographed").await;
    let reader = english(life);
    let page = async |photo: &Entry<Photo>| {
        let kept = one_page::kept(&reader, photo);
        asked(&reader, one_page::page(&reader, &life.album, photo, &kept)).await
    };
    let [first, last] = life.album.of_view("front")[..] else { panic!("two") };
    let said = page(first).await;
    said.says("photos-after-this").is_silent_on("photos-before-this");
    said.is_silent_on("photos-with-first").says("region-followed").says("region-name-view");
    let said = page(last).await;
    said.says("photos-before-this").is_silent_on("photos-after-this").says("photos-with-first");
    said.is_silent_on("region-followed").says("region-follow");
    page(life.album.of_view("left")[0]).await.is_silent_on("photos-before-this");
}

#[tokio::test]
async fn a_form_that_was_refused_stays_open_with_what_was_typed() {
    let refused = shown(life("photographed").await, "Photo", "refused").await;
    refused
        .is(422)
        .says("photos-taken-unreadable")
        .says("note-too-long")
        .sees("class=\"disclosure\" open>");
    let kept = shown(life("photographed").await, "Photo", "as it is opened").await;
    kept.is(200).misses("class=\"disclosure\" open>").is_silent_on("photos-taken-unreadable");
}

#[tokio::test]
async fn removing_says_how_many_places_go_along() {
    let life = life("photographed").await;
    let (reader, album) = (english(life), &life.album);
    let page = async |photo| asked(&reader, remove::page(&reader, album, photo)).await;
    let [first, last] = album.of_view("front")[..] else { panic!("two") };
    page(first).await.says_with("region-remove-with-photo", &[("n", 1.into())]);
    page(last).await.says("photos-remove-why").is_silent_on("region-remove-with-photo");
}

/// What a form makes of a photograph; the fields that are wrong if it makes nothing.
fn changed(life: &Life, photo: &Entry<Photo>, typed: &[(&str, &str)]) -> Result<Photo, String> {
    let reader = english(life);
    let mut form = one_page::kept(&reader, photo);
    let typed = typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let kept = ["note", "view", "taken"].map(|name| (name.to_owned(), form.text(name).to_owned()));
    form = Form::new(Fields::of(typed.chain(kept)));
    let changed = one::changed(&reader, &life.album, photo, &mut form);
    changed.ok_or_else(|| form.wrong_fields().collect::<Vec<_>>().join(" "))
}

#[tokio::test]
async fn only_what_was_typed_anew_is_another() {
    let life = life("too early").await;
    let mut photo = life.album.photos[0].clone();
    photo.record.taken += SignedDuration::from_millis(59_999);
    photo.record.session = Some(life.album.chart.story.done()[0].id);
    assert_eq!(changed(life, &photo, &[]).unwrap(), photo.record, "seconds are not shown");
    let noted = changed(life, &photo, &[("note", "by the window")]).unwrap();
    assert_eq!(noted.note.map(|note| note.to_string()).as_deref(), Some("by the window"));
    assert_eq!(changed(life, &photo, &[("view", "left")]).unwrap().view, "left");
    let earlier = changed(life, &photo, &[("taken", "2026-11-01T08:30")]).unwrap();
    assert_eq!(earlier.taken, "2026-11-01T07:30:00Z".parse().unwrap(), "where the person lives");
    assert_eq!(earlier.session, None, "it was before the session");
}

#[tokio::test]
async fn what_cannot_be_said_of_a_photograph_is_named() {
    let life = life("too early").await;
    let photo = &life.album.photos[0];
    let long = "x".repeat(store::Note::MOST_LETTERS + 1);
    for (typed, wrong) in [
        (("taken", "soon"), "taken"),
        (("taken", "2026-12-05T10:01"), "taken"),
        (("view", "behind"), "view"),
        (("note", long.as_str()), "note"),
    ] {
        assert_eq!(changed(life, photo, &[typed]).unwrap_err(), wrong, "{typed:?}");
    }
    let both = [("taken", "soon"), ("view", "behind")];
    assert_eq!(changed(life, photo, &both).unwrap_err(), "view taken", "all at once");
}

#[tokio::test]
async fn the_next_shot_is_the_first_that_is_wanted_today_unless_another_is_chosen() {
    let checked = |page: &Answer| {
        let views = View::ALL.iter().map(|view| view.word());
        let is = |view: &&str| page.text().contains(&format!("value=\"{view}\" checked"));
        views.filter(is).collect::<Vec<_>>().join(" ")
    };
    let planned = shown(life("planned").await, "PhotosNew", "as it is opened").await;
    assert_eq!(checked(&planned), "front");
    planned.is(200).is_silent_on("photos-kept-next");
    // The front was taken an hour ago.
    let today = shown(life("too early").await, "PhotosNew", "as it is opened").await;
    assert_eq!(checked(&today), "left");
    let chosen = shown(life("planned").await, "PhotosNew", "one kept, another view chosen").await;
    assert_eq!(checked(&chosen), "right");
    let ways_out = |page: &Answer| page.text().matches("href=\"/photos\"").count();
    assert_eq!(ways_out(&chosen), ways_out(&planned) + 1, "one is kept: it may be enough");
}

#[tokio::test]
async fn each_file_that_is_refused_is_named_with_what_to_do() {
    let page = shown(life("planned").await, "PhotosNew", "files refused").await;
    page.is(422).sees("left: ");
    for id in Refusal::IDS.into_iter().chain(Refused::OWN) {
        for part in ["what", "why", "next"] {
            page.says(&format!("photo-refused-{id}-{part}"));
        }
    }
}
