//! "Did it work?": what was measured, what eyes said, when nobody can say; and the scores in the log.

use care::programme::judge_window;
use care::words::Goal;
use jiff::SignedDuration;
use store::records::{Better, Outcome, Part, Region, Score, Seen};
use store::{Actor, By, Id, OutcomeId, PersonId, PhotoId, RegionId};
use testhouse::{Home, answered, by, hours, lived_in, profile, session, with_a_plan};

use crate::photos::put;
use crate::region::{followed, keeps, result};
use crate::results::{kept, scores};
use crate::speaks::plain_words;

#[tokio::test]
async fn a_measurement_is_never_taken_for_a_score() {
    let (ana, person) = lived_in().await;
    let photo = put(&ana, person, "front", 24).await;
    let id = measured(&ana, person, region(&ana, person, photo).await, photo, photo).await;
    ana.posts(&format!("/results/score/{id}/remove"), &[]).await.is(404);
    let id = id.to_string();
    let fields = [("id", id.as_str()), ("scale", "self"), ("on", "2026-12-01"), ("value", "9")];
    ana.posts("/results/score", &fields).await.is(404);
}

/// A place of skin drawn on a photograph.
async fn region(ana: &Home, person: PersonId, photo: PhotoId) -> RegionId {
    let place = Part { x: 0.2, y: 0.2, width: 0.3, height: 0.3 };
    let region = Region { photo, name: None, place, reference: None, control: None };
    ana.app.store().add(by(ana), person, Id::new(ana.now()), &region).await.unwrap().id
}

/// What was measured between two photographs.
async fn measured(
    ana: &Home,
    person: PersonId,
    region: RegionId,
    before: PhotoId,
    after: PhotoId,
) -> OutcomeId {
    keeps(ana, person, result(region, before, after, -0.05, 0.03)).await
}

#[tokio::test]
async fn a_region_shows_its_latest_result_and_what_the_day_allows() {
    let (ana, person) = lived_in().await;
    ana.opens("/results").await.sees("It begins with a photo").misses("/region/new");
    let before = put(&ana, person, "front", 24 * 20).await;
    ana.opens("/results").await.sees(&format!("/region/new?photo={before}"));
    session(&ana, person, hours(&ana, -24 * 10)).await;
    let region = region(&ana, person, before).await;
    ana.opens("/results").await.sees(&format!("/region/{region}")).sees("Nothing measured yet");
    let after = put(&ana, person, "front", 24 * 9).await;
    measured(&ana, person, region, before, after).await;
    let page = ana.opens("/results").await;
    page.sees(
        "26 November 2026: Less red than before, by more than photos of unchanged skin differ.",
    );
    page.sees("day 1 after session 1: skin that heals, not a result");
    ana.opens("/log").await.sees("Redness measured").sees(&format!("/region/{region}"));
}

/// Keeps what eyes said of two photographs.
async fn seen(ana: &Home, person: PersonId, earlier: PhotoId, later: PhotoId, all: &[Better]) {
    for (second, better) in (0i64..).zip(all) {
        let at = ana.now() + SignedDuration::from_secs(second);
        let seen = Outcome::Seen(Seen { at, earlier, later, better: *better, goal: None });
        ana.app.store().add(by(ana), person, Id::new(at), &seen).await.unwrap();
    }
}

#[tokio::test]
async fn what_eyes_said_is_counted() {
    let (ana, person) = lived_in().await;
    let before = put(&ana, person, "front", 24 * 20).await;
    let after = put(&ana, person, "front", 24 * 9).await;
    let page = ana.opens("/results").await;
    page.sees("/photos/compare").misses("without knowing the order");
    seen(&ana, person, before, after, &[Better::Later]).await;
    ana.opens("/results")
        .await
        .sees("You looked at one pair")
        .sees("The later photo looked better to you once");
    seen(&ana, person, before, after, &[Better::Later, Better::Earlier, Better::Neither]).await;
    let page = ana.opens("/results").await;
    page.sees("You looked at 4 pairs").sees("to you 2 times, the earlier one once, neither once");
}

#[tokio::test]
async fn every_page_counts_from_the_programme_under_way() {
    let (mut ana, person) = with_a_plan(answered(), "2026-12-05").await;
    // Needled long before, when nothing was planned.
    session(&ana, person, hours(&ana, -24 * 90)).await;
    let says = async |ana: &Home, first: &str| {
        let protocol = words::Worded::built_in(words::Language::DEFAULT).unwrap();
        let window = judge_window(&protocol, first.parse().unwrap());
        let (day, date) = (protocol.texts().day(window.from), protocol.texts().date(window.from));
        ana.opens("/plan").await.sees(&format!("Too early to judge until {date}"));
        ana.opens("/today").await.sees(&format!("Too early to judge the result until {day}"));
        ana.opens("/results").await.sees(&format!("Too early to judge until {date}"));
    };
    says(&ana, "2026-12-05").await;
    ana.waits(SignedDuration::from_hours(24 * 3));
    ana.enters().await;
    session(&ana, person, hours(&ana, -24)).await;
    says(&ana, "2026-12-07").await;
    // Ended, it is still what is judged.
    ana.posts("/plan/end", &[]).await;
    ana.opens("/results").await.sees("Too early to judge until").misses("may be judged");
}

#[tokio::test]
async fn without_answers_nobody_can_say_when_to_judge() {
    let (ana, person) = lived_in().await;
    session(&ana, person, hours(&ana, -24 * 90)).await;
    ana.opens("/results").await.sees("a first result may be judged");
    let found = ana.app.store().find_person(person).await.unwrap().unwrap();
    let mut changed = found.record.clone();
    changed.goals = Vec::new();
    ana.app.store().change_person(by(&ana), &found, changed).await.unwrap();
    let page = ana.opens("/results").await;
    page.sees("When to judge can’t be said yet").sees("/screening").misses("may be judged");
}

#[tokio::test]
async fn scores_stand_in_the_log_and_in_its_table() {
    let (ana, person) = lived_in().await;
    let fields =
        [("scale", "self"), ("on", "2026-11-20"), ("value", "6"), ("note", "=after a week")];
    ana.posts("/results/score", &fields).await;
    ana.opens("/log").await.sees("Your own score: 6").sees("Fri 20 Nov").sees("=after a week");
    let old =
        Score { scale: "of-old".into(), on: "2026-11-19".parse().unwrap(), value: 2.0, note: None };
    let who = By { actor: Actor::Owner, at: hours(&ana, -1) };
    let id = Id::new(hours(&ana, -1));
    ana.app.store().add(who, person, id, &Outcome::Scored(old)).await.unwrap();
    ana.opens("/log").await.sees("of-old: 2").misses("/results/scale/of-old");
    let file = ana.opens("/log.csv").await.text();
    let lines: Vec<&str> = file.trim_start_matches('\u{feff}').split_terminator("\r\n").collect();
    let cells = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
    let head = cells(lines[0]);
    let row = cells(lines[2]);
    assert_eq!(head.len(), row.len(), "{file}");
    let at = |name: &str| row[head.iter().position(|own| own == name).unwrap()].as_str();
    assert_eq!((at("kind"), at("at")), ("score", "2026-11-20"));
    assert_eq!((at("scale"), at("score"), at("note")), ("self", "6", "'=after a week"));
    assert!(lines[1].ends_with("of-old,2"), "{file}");
}

#[tokio::test]
async fn the_way_to_it_is_there_from_photos_and_plan() {
    let (ana, person) = lived_in().await;
    ana.opens("/photos").await.misses("href=\"/results\"");
    session(&ana, person, hours(&ana, -24 * 7)).await;
    ana.opens("/photos").await.sees("href=\"/results\"");
    put(&ana, person, "front", 1).await;
    ana.opens("/photos").await.sees("href=\"/results\"");
    let (ana, _) = with_a_plan(answered(), "2026-12-10").await;
    ana.opens("/plan").await.sees("Too early to judge").sees("href=\"/results\"");
}

#[tokio::test]
async fn no_word_of_these_pages_stands_in_the_code() {
    let mut ana = Home::with(|settings| settings.pseudo = true).await;
    let mut profile = profile();
    profile.wishes.language = Some("en-XA".into());
    profile.goals.push(Goal::SurgicalScars);
    let person = ana.app.store().add_person(by(&ana), &profile).await.unwrap().id;
    ana.enters().await;
    let mut pages = vec![ana.opens("/results").await, ana.opens("/results/scale/scar-vas").await];
    let before = put(&ana, person, "front", 24 * 20).await;
    pages.push(ana.opens("/results").await);
    session(&ana, person, hours(&ana, -24 * 10)).await;
    let after = put(&ana, person, "front", 24 * 9).await;
    let region = region(&ana, person, before).await;
    measured(&ana, person, region, before, after).await;
    for (scale, value) in [("self", "7"), ("goodman-baron-quantitative", "40"), ("gais", "4")] {
        pages.push(scores(&ana, scale, "2026-11-01", value).await);
        pages.push(scores(&ana, scale, "2026-12-01", value).await);
    }
    let (id, _) = kept(&ana, person).await.remove(0);
    pages.push(ana.posts_and_follows(&format!("/results/score/{id}/remove"), &[]).await);
    pages.push(ana.posts("/results/score", &[("scale", "posas-observer"), ("value", "1")]).await);
    pages.push(ana.posts("/results/score", &[("scale", "gais"), ("value", "9")]).await);
    pages.push(ana.opens("/results").await);
    pages.push(ana.opens("/log").await);
    seen(&ana, person, before, after, &[Better::Later, Better::Earlier]).await;
    ana.waits(SignedDuration::from_hours(24 * 40));
    ana.enters().await;
    pages.push(ana.opens("/results").await);
    let found = ana.app.store().find_person(person).await.unwrap().unwrap();
    let mut changed = found.record.clone();
    changed.goals = Vec::new();
    ana.app.store().change_person(by(&ana), &found, changed).await.unwrap();
    pages.push(ana.opens("/results").await);
    pages.push(ana.opens("/results/scale/self").await);
    for page in pages {
        assert_eq!(plain_words(&page.text()), Vec::<String>::new(), "{}", page.text());
    }
}

#[tokio::test]
async fn no_change_on_dark_skin_is_told_to_say_nothing_here_too() {
    let (ana, person) = lived_in().await;
    let first = put(&ana, person, "front", 80 * 24).await;
    session(&ana, person, hours(&ana, -79 * 24)).await;
    let later = put(&ana, person, "front", 2).await;
    let place = followed(&ana, person, first).await;
    // Its reference skin appears dark.
    keeps(&ana, person, result(place, first, later, 0.001, 0.03)).await;
    for page in ["/results".to_owned(), format!("/region/{place}")] {
        ana.opens(&page).await.sees("that says nothing: on dark skin photos hardly show redness");
    }
}
