//! The sheet for the doctor: a page to read first, the same as PDF, and no photograph that nobody ticked.

use care::words::{Flag, Sign};
use testhouse::{Home, checkin, hours, lived_in, profile, session};

use crate::photos::put;

/// Who was needled two days ago and has seen pus since.
async fn worried() -> (Home, store::PersonId) {
    let (ana, person) = lived_in().await;
    let id = session(&ana, person, hours(&ana, -48)).await;
    checkin(&ana, person, id, hours(&ana, -2), &[(Sign::Redness, 5)], &[Flag::Pus], None).await;
    (ana, person)
}

#[tokio::test]
async fn the_sheet_says_what_a_doctor_asks_about() {
    let (ana, _) = worried().await;
    let page = ana.opens("/handover").await;
    page.is(200).says("handover-title").says("handover-now").says("handover-sign-open");
    page.says("handover-sessions").says("handover-session-needles").says("handover-chart");
    page.says("handover-ask-again").sees("href=\"/handover.pdf\"");
    ana.opens("/more").await.sees("href=\"/handover\"");
    let pdf = ana.opens("/handover.pdf").await;
    pdf.is(200);
    assert_eq!(pdf.headers["content-type"], "application/pdf");
    assert!(pdf.body.starts_with(b"%PDF"));
}

#[tokio::test]
async fn a_photograph_is_on_it_only_if_it_was_ticked() {
    let (ana, person) = worried().await;
    let (front, left) = (put(&ana, person, "front", 3).await, put(&ana, person, "left", 2).await);
    let plain = ana.opens("/handover").await;
    plain.is_silent_on("handover-photos").misses(" checked").misses("/picture\"");
    let chosen = ana.opens(&format!("/handover?photo={front}")).await;
    chosen.says("handover-photos").sees(&format!("/photos/{front}/picture"));
    chosen
        .misses(&format!("/photos/{left}/picture"))
        .sees(&format!("/handover.pdf?photo={front}\""));
    let [without, with] = ["".to_owned(), format!("?photo={front}")];
    let without = ana.opens(&format!("/handover.pdf{without}")).await.body.len();
    let with = ana.opens(&format!("/handover.pdf{with}")).await.body.len();
    assert!(with > without + 1000, "{without} {with}");
}

#[tokio::test]
async fn somebody_elses_photograph_and_more_than_there_is_room_for_are_not_on_it() {
    let (ana, person) = worried().await;
    let other = ana.app.store().add_person(testhouse::by(&ana), &profile()).await.unwrap().id;
    let foreign = put(&ana, other, "front", 4).await;
    ana.opens(&format!("/handover?photo={foreign}")).await.is(200).is_silent_on("handover-photos");
    ana.opens("/handover?photo=nothing").await.is(200).is_silent_on("handover-photos");
    let mut query = Vec::new();
    for hours_ago in 10..15 {
        query.push(format!("photo={}", put(&ana, person, "front", hours_ago).await));
    }
    let many = ana.opens(&format!("/handover?{}", query.join("&"))).await;
    many.is(422).says("handover-too-many").is_silent_on("handover-photos");
}
