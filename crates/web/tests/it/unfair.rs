//! What must never pass for a result: a sitting held against healing skin, against a later day or under another view, a word
//! that its numbers do not bear out, a day on which nobody can say whether it is time; and what is left of a photograph
//! that is gone or damaged.

use store::Id;
use store::records::{Measured, Outcome, Photo, Profile};
use testhouse::{by, hours, lived_in, session};

use crate::photos::put;
use crate::region::{followed, keeps, result};

#[tokio::test]
async fn calm_skin_held_against_healing_skin_is_no_result_on_any_page() {
    let (ana, person) = lived_in().await;
    session(&ana, person, hours(&ana, -60 * 24)).await;
    let red = put(&ana, person, "front", 59 * 24).await;
    let calm = put(&ana, person, "front", 2).await;
    let id = followed(&ana, person, red).await;
    keeps(&ana, person, result(id, red, calm, -0.08, 0.03)).await;
    let pair = format!("/photos/compare?a={red}&b={calm}&open=1");
    for page in [pair, "/results".to_owned(), format!("/region/{id}")] {
        let page = ana.opens(&page).await;
        page.sees("Less red than").says("region-first-healing");
    }
    ana.opens("/log").await.sees("Redness measured").misses("Less red");
}

#[tokio::test]
async fn a_day_before_the_one_drawn_on_is_never_compared_with_before() {
    let (ana, person) = lived_in().await;
    let earlier = put(&ana, person, "front", 40 * 24).await;
    let drawn = put(&ana, person, "front", 2).await;
    let id = followed(&ana, person, drawn).await;
    keeps(&ana, person, result(id, drawn, earlier, 0.08, 0.03)).await;
    for page in ["/results".to_owned(), format!("/region/{id}")] {
        let page = ana.opens(&page).await;
        page.sees("Redder than on 5 December 2026").misses("Redder than before");
    }
}

#[tokio::test]
async fn numbers_of_one_view_do_not_stand_under_another() {
    let (ana, person) = lived_in().await;
    let first = put(&ana, person, "front", 40 * 24).await;
    let later = put(&ana, person, "front", 3).await;
    let left = put(&ana, person, "left", 2).await;
    let id = followed(&ana, person, first).await;
    keeps(&ana, person, result(id, first, later, -0.08, 0.03)).await;
    let pair = |b| format!("/photos/compare?a={first}&b={b}&open=1");
    ana.opens(&pair(later)).await.sees("Less red");
    ana.opens(&pair(left)).await.is(200).misses("Less red");
}

#[tokio::test]
async fn a_change_that_its_error_does_not_bear_out_is_not_said() {
    let (ana, person) = lived_in().await;
    let first = put(&ana, person, "front", 40 * 24).await;
    let later = put(&ana, person, "front", 2).await;
    let id = followed(&ana, person, first).await;
    let kept = Measured { sdc: None, ..result(id, first, later, -0.08, 0.03) };
    keeps(&ana, person, kept).await;
    for page in [format!("/photos/compare?a={first}&b={later}&open=1"), format!("/region/{id}")] {
        ana.opens(&page).await.is(200).misses("Less red than").sees("be compared");
    }
}

#[tokio::test]
async fn with_a_photo_goes_what_was_measured_in_it_and_the_rest_stays() {
    let (ana, person) = lived_in().await;
    let first = put(&ana, person, "front", 40 * 24).await;
    let [gone, stays] = [put(&ana, person, "front", 48).await, put(&ana, person, "front", 2).await];
    let id = followed(&ana, person, first).await;
    keeps(&ana, person, result(id, first, gone, -0.08, 0.03)).await;
    let kept = keeps(&ana, person, result(id, first, stays, -0.02, 0.03)).await;
    ana.posts(&format!("/photos/{gone}/remove"), &[]).await.is(303);
    let left = ana.app.store().list::<Outcome>(person).await.unwrap();
    assert_eq!(left.iter().map(|entry| entry.id).collect::<Vec<_>>(), [kept]);
}

#[tokio::test]
async fn where_nobody_can_say_when_to_judge_it_is_not_time_to_judge() {
    let (ana, person) = lived_in().await;
    let first = put(&ana, person, "front", 40 * 24).await;
    session(&ana, person, hours(&ana, -25 * 24)).await;
    let later = put(&ana, person, "front", 2).await;
    let id = followed(&ana, person, first).await;
    keeps(&ana, person, result(id, first, later, -0.08, 0.03)).await;
    let page = format!("/region/{id}");
    ana.opens(&page).await.sees("Too early to judge").misses("When to judge can’t be said");
    let found = ana.app.store().find_person(person).await.unwrap().unwrap();
    let open = Profile { goals: Vec::new(), ..found.record.clone() };
    ana.app.store().change_person(by(&ana), &found, open).await.unwrap();
    for page in [page, format!("/photos/compare?a={first}&b={later}&open=1")] {
        ana.opens(&page).await.says("results-unknown");
    }
}

#[tokio::test]
async fn a_damaged_picture_does_not_keep_later_days_from_being_measured() {
    let (ana, person) = lived_in().await;
    let first = put(&ana, person, "front", 60 * 24).await;
    let later = put(&ana, person, "front", 2).await;
    let store = ana.app.store();
    let mut record = store.find::<Photo>(person, later).await.unwrap().unwrap().record;
    record.taken = hours(&ana, -30 * 24);
    let bytes = b"no picture".to_vec();
    let id = Id::new(record.taken);
    store.add_photo(by(&ana), person, id, &record, bytes.clone(), bytes).await.unwrap();
    let region = followed(&ana, person, first).await;
    ana.posts(&format!("/region/{region}/measure"), &[]).await.is(422);
    let kept = store.list::<Outcome>(person).await.unwrap();
    let [Outcome::Measured(one)] = &kept.iter().map(|entry| &entry.record).collect::<Vec<_>>()[..]
    else {
        panic!("{kept:?}")
    };
    assert_eq!(one.after, [later]);
}
