//! Redness measured between two sittings through the pages: drawn faces, whose skin is known.

use std::time::Duration;
use testhouse::{Home, by, hours, lived_in, session};
use teststore::plain;

use jiff::SignedDuration;
use photo::drawing::{HEIGHT, View, WIDTH, draw_jpeg};
use store::records::{Measured, Outcome, Part, Photo, Region};
use store::{Id, PersonId, PhotoId, RegionId, records};

/// A drawn face as it would be kept: how far the skin has come, and from which placing of the camera.
async fn drawn(home: &Home, person: PersonId, hours_ago: i64, stage: f32, seed: u64) -> PhotoId {
    taken_with(home, person, hours_ago, (stage, seed), None).await
}

async fn taken_with(
    home: &Home,
    person: PersonId,
    hours_ago: i64,
    (stage, seed): (f32, u64),
    camera: Option<&str>,
) -> PhotoId {
    let taken = hours(home, -hours_ago);
    let model = camera.map(str::to_owned);
    let camera = Some(records::Camera { model, focal_mm: None, flash: None });
    let photo = Photo { width: WIDTH, height: HEIGHT, camera, ..plain::photo(taken, "front") };
    let bytes = draw_jpeg(View::Front, stage, seed).unwrap();
    let (id, store) = (Id::new(taken), home.app.store());
    store.add_photo(by(home), person, id, &photo, bytes.clone(), bytes).await.unwrap().id
}

fn part(x: f64, y: f64, width: f64, height: f64) -> Part {
    let (across, down) = (f64::from(WIDTH), f64::from(HEIGHT));
    Part { x: x / across, y: y / down, width: width / across, height: height / down }
}

/// The left cheek, held against the skin around it.
async fn cheek(home: &Home, person: PersonId, photo: PhotoId) -> RegionId {
    let place = part(720.0, 860.0, 120.0, 120.0);
    let reference = Some(part(480.0, 480.0, 200.0, 90.0));
    let region = Region { photo, name: Some("Cheek".into()), place, reference, control: None };
    home.app.store().add(by(home), person, Id::new(hours(home, 0)), &region).await.unwrap().id
}

async fn measured(home: &Home) -> Vec<Measured> {
    let person = home.app.store().people().await.unwrap()[0];
    let outcomes = home.app.store().list::<Outcome>(person).await.unwrap();
    let measured = |outcome: Outcome| match outcome {
        Outcome::Measured(measured) => Some(measured),
        _ => None,
    };
    outcomes.into_iter().filter_map(|entry| measured(entry.record)).collect()
}

#[tokio::test]
async fn skin_that_did_not_change_is_not_called_redder_or_less_red() {
    let (ana, person) = lived_in().await;
    let first = drawn(&ana, person, 24 * 90, 0.4, 1).await;
    let last = drawn(&ana, person, 2, 0.4, 7).await;
    let cheek = cheek(&ana, person, first).await;
    let pair = format!("/photos/compare?a={first}&b={last}&open=1");
    ana.opens(&pair).await.sees("Not measured yet").sees("Measure");
    let (first, last) = (first.to_string(), last.to_string());
    let fields = [("day", "2026-12-05"), ("a", first.as_str()), ("b", last.as_str())];
    ana.posts(&format!("/region/{cheek}/measure"), &fields).await.is(303);
    let kept = measured(&ana).await;
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].result, "no-change-beyond-noise", "{:?}", kept[0]);
    let page = ana.opens(&pair).await;
    page.sees("No change since").sees("can’t be seen in these photos");
    page.misses("Less red").misses("Redder").misses("better than");
}

#[tokio::test]
async fn a_fading_is_found_and_measured_anew_when_photographs_are_added() {
    let (ana, person) = lived_in().await;
    let first = drawn(&ana, person, 24 * 90, 0.0, 1).await;
    drawn(&ana, person, 3, 1.0, 4).await;
    let cheek = cheek(&ana, person, first).await;
    let measure = format!("/region/{cheek}/measure");
    ana.posts(&measure, &[]).await.is(303);
    let single = measured(&ana).await;
    let (change, smallest) = (single[0].delta_ei.unwrap(), single[0].sdc.unwrap());
    assert!(change < 0.0 && !single[0].repeats, "{:?}", single[0]);
    // A second and third photograph of each day: the sitting is another one now, and measured anew over the old.
    for (hours, stage, seed) in
        [(24 * 90 - 1, 0.0, 2), (24 * 90 - 2, 0.0, 3), (2, 1.0, 5), (1, 1.0, 6)]
    {
        drawn(&ana, person, hours, stage, seed).await;
    }
    ana.posts(&measure, &[]).await.is(303);
    let repeated = measured(&ana).await;
    assert_eq!(repeated.len(), 1, "measured anew, not once more");
    assert_eq!((repeated[0].before.len(), repeated[0].after.len()), (3, 3));
    assert!(repeated[0].repeats, "{:?}", repeated[0]);
    assert_eq!(repeated[0].result, "decrease-beyond-noise");
    assert!((repeated[0].delta_ei.unwrap() - change).abs() < smallest);
}

#[tokio::test]
async fn two_cameras_are_not_compared_and_the_page_says_why() {
    let (ana, person) = lived_in().await;
    let first = taken_with(&ana, person, 24 * 90, (0.0, 1), Some("Phone 7")).await;
    let last = taken_with(&ana, person, 2, (0.0, 2), Some("Phone 8")).await;
    let cheek = cheek(&ana, person, first).await;
    ana.posts(&format!("/region/{cheek}/measure"), &[]).await.is(303);
    let kept = measured(&ana).await;
    assert_eq!(kept[0].result, "not-comparable");
    assert_eq!(kept[0].why_not[0].id, "camera");
    let page = ana.opens(&format!("/photos/compare?a={first}&b={last}&open=1")).await;
    page.sees("can’t be compared").sees("two cameras").sees("Use the same camera");
}

#[tokio::test]
async fn a_photo_day_soon_after_a_session_shows_healing_and_no_result() {
    let (ana, person) = lived_in().await;
    let first = drawn(&ana, person, 24 * 9, 0.4, 1).await;
    session(&ana, person, hours(&ana, -24)).await;
    let last = drawn(&ana, person, 2, 0.4, 2).await;
    let cheek = cheek(&ana, person, first).await;
    ana.posts(&format!("/region/{cheek}/measure"), &[]).await.is(303);
    let page = ana.opens(&format!("/photos/compare?a={first}&b={last}&open=1")).await;
    page.sees("This shows healing, not the result").sees("Too early to judge until");
}

#[tokio::test]
async fn somebody_elses_region_and_days_without_photographs_are_not_there() {
    let (ana, person) = lived_in().await;
    let first = drawn(&ana, person, 24 * 9, 0.4, 1).await;
    let cheek = cheek(&ana, person, first).await;
    let measure = format!("/region/{cheek}/measure");
    for day in ["2026-11-26", "2020-01-01", "soon"] {
        ana.posts(&measure, &[("day", day)]).await.is(404);
    }
    ana.posts("/region/01234567-89ab-7def-8123-456789abcdef/measure", &[]).await.is(404);
    ana.posts(&measure, &[]).await.is(303);
    assert!(measured(&ana).await.is_empty());
}

#[tokio::test]
async fn two_requests_at_once_measure_once() {
    let (ana, person) = lived_in().await;
    let first = drawn(&ana, person, 24 * 90, 0.4, 1).await;
    drawn(&ana, person, 2, 0.4, 7).await;
    let cheek = cheek(&ana, person, first).await;
    let measure = format!("/region/{cheek}/measure");
    let day = [("day", "2026-12-05")];
    let (one, other) = tokio::join!(ana.posts(&measure, &day), ana.posts(&measure, &[]));
    one.is(303);
    other.is(303);
    // Nor does asking again cost anything, or change what was found.
    ana.posts(&measure, &day).await.is(303);
    let kept = ana.app.store().list::<Outcome>(person).await.unwrap();
    assert_eq!(kept.iter().map(|entry| entry.version).collect::<Vec<_>>(), [1]);
}

#[tokio::test]
async fn what_is_measured_is_kept_though_the_browser_hung_up() {
    let (ana, person) = lived_in().await;
    let first = drawn(&ana, person, 24 * 90, 0.4, 1).await;
    drawn(&ana, person, 2, 0.4, 7).await;
    let cheek = cheek(&ana, person, first).await;
    let measure = format!("/region/{cheek}/measure");
    // Hung up on a little later each time, until a request finds that the work of an earlier one is done.
    let mut patience = Duration::from_millis(20);
    loop {
        ana.waits(SignedDuration::from_secs(1));
        match tokio::time::timeout(patience, ana.posts(&measure, &[])).await {
            Err(_) => patience = patience.mul_f64(1.3),
            Ok(answer) => {
                answer.is(303);
                break;
            }
        }
    }
    let kept = ana.app.store().list::<Outcome>(person).await.unwrap();
    let [one] = &kept[..] else { panic!("measured {} times", kept.len()) };
    assert!(one.created < ana.now(), "measured by the request that was waited for");
}
