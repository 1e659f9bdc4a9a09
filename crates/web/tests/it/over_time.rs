//! The page of a place that is followed: what can and can't be said, sitting by sitting, cut out of each photograph.

use axum::http::header;
use care::words::Sign;
use testhouse::{checkin, hours, lived_in, session};

use crate::photos::put;
use crate::region::{followed, keeps, result};

#[tokio::test]
async fn the_page_says_first_what_can_and_what_cant_be_said() {
    let (ana, person) = lived_in().await;
    let first = put(&ana, person, "front", 80 * 24).await;
    session(&ana, person, hours(&ana, -79 * 24)).await;
    let later = put(&ana, person, "front", 2).await;
    let id = followed(&ana, person, first).await;
    let page = format!("/region/{id}");
    let open = ana.opens(&page).await;
    open.sees("were not measured yet").sees(&format!("action=\"{page}/measure\""));
    open.misses("takes longer than it should");
    let slow = format!("{page}?slow=yes");
    ana.opens(&slow).await.sees("takes longer than it should").sees("goes on by itself");
    keeps(&ana, person, result(id, first, later, -0.051, 0.03)).await;
    ana.opens(&slow).await.misses("takes longer than it should");
    let said = ana.opens(&page).await;
    said.sees("Less red than on 16 September 2026, by more than noise").misses("Too early");
    said.sees("−0.051")
        .sees("One photo; three tell more")
        .sees("Redness over time")
        .sees("less red");
    said.sees("Pain, pus").sees("A photo can’t say why").sees("No test patch was measured");
    said.sees("The darker skin is, the less redness a photo shows.");
    let text = said.text().to_lowercase();
    for claim in ["better", "worse", "healed", "collagen", "improved"] {
        assert!(!text.contains(claim), "a photo can't say {claim}");
    }
}

#[tokio::test]
async fn before_results_can_show_it_is_too_early_and_healing_days_are_no_result() {
    let (ana, person) = lived_in().await;
    let first = put(&ana, person, "front", 3 * 24).await;
    let done = session(&ana, person, hours(&ana, -2 * 24)).await;
    checkin(&ana, person, done, hours(&ana, -24), &[(Sign::Redness, 3)], &[], None).await;
    let healing = put(&ana, person, "front", 22).await;
    let id = followed(&ana, person, first).await;
    ana.opens("/today").await.sees(&format!("/region/{id}#healing"));
    ana.opens("/today?sign=swelling").await.misses("/region/");
    let page = format!("/region/{id}");
    ana.opens(&page).await.misses("id=\"healing\"");
    keeps(&ana, person, result(id, first, healing, 0.08, 0.03)).await;
    let said = ana.opens(&page).await;
    said.sees("Too early to judge until").sees("They show healing, not the result.");
    said.sees("class=\"hollow\"")
        .sees("in days of healing")
        .sees("In the days of healing redness is expected.");
    said.sees("id=\"healing\"")
        .sees("a photo can’t say more than your eyes here")
        .sees("What you saw");
    said.misses("Redder than on");
}

#[tokio::test]
async fn many_sittings_tell_a_trend_and_few_do_not() {
    let (ana, person) = lived_in().await;
    let first = put(&ana, person, "front", 60 * 24).await;
    let id = followed(&ana, person, first).await;
    let page = format!("/region/{id}");
    let changes = [(50, -0.010), (40, -0.021), (30, -0.029), (20, -0.041), (10, -0.050)];
    for (seen, (days, change)) in (1..).zip(changes) {
        let later = put(&ana, person, "front", days * 24).await;
        keeps(&ana, person, result(id, first, later, change, 0.06)).await;
        let said = ana.opens(&page).await;
        match seen {
            1..5 => said.misses("by more than chance"),
            _ => said.sees(&format!(
                "Over {} photo days the redness went down, by more than chance",
                seen + 1
            )),
        };
    }
}

#[tokio::test]
async fn a_first_photo_day_in_the_days_of_healing_is_no_fair_beginning() {
    let (ana, person) = lived_in().await;
    session(&ana, person, hours(&ana, -50 * 24)).await;
    let red = put(&ana, person, "front", 49 * 24).await;
    let calm = put(&ana, person, "front", 2).await;
    let id = followed(&ana, person, red).await;
    keeps(&ana, person, result(id, red, calm, -0.08, 0.03)).await;
    let page = ana.opens(&format!("/region/{id}")).await;
    page.sees("Less red than on").sees("The first photo day was in the days of healing");
}

#[tokio::test]
async fn what_cant_be_compared_says_why_and_what_to_do() {
    let (ana, person) = lived_in().await;
    let (first, later) =
        (put(&ana, person, "front", 48).await, put(&ana, person, "front", 3).await);
    let id = followed(&ana, person, first).await;
    let mut refused = result(id, first, later, 0.0, 0.03);
    refused.result = "not-comparable".into();
    refused.why_not = vec![
        store::Reason { id: "rotation".into(), figure: Some(21.0) },
        store::Reason { id: "not-known-yet".into(), figure: None },
    ];
    (refused.delta_ei, refused.sdc, refused.movement) = (None, None, None);
    keeps(&ana, person, refused).await;
    let page = ana.opens(&format!("/region/{id}")).await;
    page.sees("These photos can’t be compared.");
    page.sees("Why can’t this be compared?").sees("The photo is turned.").sees("By 21 degrees");
    page.sees("upright, like the first photo").sees("/photos/new?shot=front");
    page.sees("The place was not found in this photo").misses(&format!("/cut/{later}"));
    ana.opens(&format!("/region/{id}/cut/{later}")).await.is(404);
}

#[tokio::test]
async fn the_place_is_cut_out_of_each_photo_and_kept_by_no_browser() {
    let (ana, person) = lived_in().await;
    let (first, later) =
        (put(&ana, person, "front", 48).await, put(&ana, person, "front", 3).await);
    let id = followed(&ana, person, first).await;
    ana.opens(&format!("/region/{id}/cut/{later}")).await.is(404);
    keeps(&ana, person, result(id, first, later, 0.01, 0.03)).await;
    let mut sizes = Vec::new();
    for photo in [first, later] {
        let piece = ana.opens(&format!("/region/{id}/cut/{photo}")).await;
        piece.is(200);
        assert_eq!(piece.headers[header::CONTENT_TYPE], "image/jpeg");
        assert_eq!(piece.headers[header::CACHE_CONTROL], "no-store");
        let seen = image::load_from_memory(&piece.body).unwrap();
        sizes.push((seen.width(), seen.height()));
    }
    assert_eq!(sizes[0], sizes[1], "the same place at the same size");
    assert_eq!(sizes[0].0, 480);
    assert!((360..=600).contains(&sizes[0].1), "{sizes:?}");
}
