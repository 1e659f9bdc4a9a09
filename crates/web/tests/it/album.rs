//! Photographs that are there: put right, removed, walked through, compared.

use care::words::Flag;
use jiff::SignedDuration;
use testhouse::{Home, by, checkin, hours, lived_in, profile, session};

use crate::photos::{put, takes};
use crate::speaks::plain_words;

#[tokio::test]
async fn a_note_a_view_and_a_date_can_be_put_right() {
    let (ana, person) = lived_in().await;
    session(&ana, person, hours(&ana, -48)).await;
    let id = put(&ana, person, "front", 1).await;
    let page = format!("/photos/{id}");
    ana.opens(&page).await.sees("Day 2 after session 1").sees("value=\"2026-12-05T09:00\"");
    let fields = [("version", "1"), ("note", "by the window"), ("view", "left")];
    let moved = [("taken", "2026-12-01T08:30")];
    ana.posts_and_follows(&page, &[fields.as_slice(), &moved].concat())
        .await
        .sees("by the window")
        .sees("Left side")
        .sees("1 December 2026, 08:30")
        .sees("Before the first session");
    let again = [("version", "2"), ("note", "kept as typed")];
    for (typed, said) in [("soon", "no date with a time"), ("2026-12-06T08:30", "lies ahead")] {
        let fields = [again.as_slice(), &[("taken", typed)]].concat();
        ana.posts(&page, &fields).await.is(422).sees(said).sees("kept as typed").sees(typed);
    }
    ana.posts(&page, &fields).await.is(409).sees("changed somewhere else");
    ana.opens(&page).await.sees("by the window").misses("kept as typed");
}

#[tokio::test]
async fn a_photograph_is_removed_after_it_was_asked() {
    let (ana, person) = lived_in().await;
    let id = put(&ana, person, "front", 3).await;
    ana.opens(&format!("/photos/{id}/remove")).await.sees("Remove this photo?").sees("Keep it");
    let gone = ana.posts_and_follows(&format!("/photos/{id}/remove"), &[]).await;
    gone.sees("No photos yet");
    for part in ["", "/picture", "/thumbnail", "/remove"] {
        ana.opens(&format!("/photos/{id}{part}")).await.is(404);
    }
    ana.posts(&format!("/photos/{id}/remove"), &[]).await.is(404);
}

#[tokio::test]
async fn earlier_and_later_of_the_same_view_are_one_step_away() {
    let (ana, person) = lived_in().await;
    let first = put(&ana, person, "front", 72).await;
    let side = put(&ana, person, "left", 48).await;
    let middle = put(&ana, person, "front", 24).await;
    let last = put(&ana, person, "front", 1).await;
    let page = ana.opens(&format!("/photos/{middle}")).await;
    page.sees(&format!("href=\"/photos/{first}\"")).sees(&format!("href=\"/photos/{last}\""));
    page.misses(&side.to_string());
    page.sees(&format!("/photos/compare?a={first}&amp;b={middle}"));
    ana.opens(&format!("/photos/{first}")).await.misses("Earlier").sees("Later");
}

#[tokio::test]
async fn the_first_and_the_latest_of_a_view_are_compared() {
    let (ana, person) = lived_in().await;
    ana.opens("/photos/compare").await.is(200).sees("Nothing to compare yet");
    let first = put(&ana, person, "left", 24 * 9).await;
    ana.opens("/photos/compare").await.sees("Nothing to compare yet");
    let middle = put(&ana, person, "left", 24 * 5).await;
    let last = put(&ana, person, "left", 2).await;
    put(&ana, person, "front", 3).await;
    let page = ana.opens("/photos/compare?open=1").await;
    page.sees(&format!("src=\"/photos/{first}/picture\""));
    page.sees(&format!("src=\"/photos/{last}/picture\""));
    page.misses(&format!("src=\"/photos/{middle}/picture\""));
    page.sees("Light, angle and moisture").sees("compare.js").misses("Too early to judge");
    let chosen = ana.opens(&format!("/photos/compare?a={middle}&b={last}&open=1")).await;
    chosen.sees(&format!("src=\"/photos/{middle}/picture\"")).sees("<option");
    let view = ana.opens("/photos/compare?view=front").await;
    view.sees("Nothing to compare yet");
    ana.opens("/photos/compare?view=behind&a=&b=").await.sees(&format!("/photos/{first}/picture"));
}

#[tokio::test]
async fn before_six_weeks_it_is_too_early_to_judge() {
    let (ana, person) = lived_in().await;
    session(&ana, person, hours(&ana, -24 * 7)).await;
    put(&ana, person, "front", 24 * 8).await;
    put(&ana, person, "front", 1).await;
    let early = ana.opens("/photos/compare").await;
    early.sees("Too early to judge until 9 January 2027").sees("Who says so");
    ana.waits(SignedDuration::from_hours(24 * 35));
    let mut later = ana;
    later.enters().await;
    later.opens("/photos/compare").await.is(200).misses("Too early to judge");
}

#[tokio::test]
async fn no_word_of_these_pages_stands_in_the_code() {
    let mut ana = Home::with(|settings| settings.pseudo = true).await;
    let mut profile = profile();
    profile.wishes.language = Some("en-XA".into());
    let person = ana.app.store().add_person(by(&ana), &profile).await.unwrap().id;
    ana.enters().await;
    let mut pages = vec![
        ana.opens("/photos").await,
        ana.opens("/photos/compare").await,
        ana.opens("/log").await,
    ];
    let done = session(&ana, person, hours(&ana, -24 * 7)).await;
    let flagged = checkin(&ana, person, done, hours(&ana, -24), &[], &[Flag::Pus], None).await;
    put(&ana, person, "front", 24 * 8).await;
    let last = put(&ana, person, "front", 1).await;
    for path in [
        "/photos",
        "/photos/new?kept=2",
        "/photos/compare",
        "/photos/compare?open=1",
        &format!("/photos/{last}"),
        &format!("/photos/{last}/remove"),
        "/log",
        "/log/journal",
        &format!("/log/check-in/{flagged}"),
    ] {
        pages.push(ana.opens(path).await);
    }
    pages.push(takes(&ana, "front", b"GIF89a").await);
    pages.push(ana.posts("/log/journal/verify", &[]).await);
    for page in pages {
        let mut words = plain_words(&page.text());
        words.retain(|word| word != "jpg");
        assert_eq!(words, Vec::<String>::new(), "{}", page.text());
    }
}
