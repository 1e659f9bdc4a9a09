//! Which photographs make a sitting, what of a measurement still holds, and what is kept of it.

use care::judging::Moment;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use photo::quality::WhyNot;
use photo::register::{Homography, Registration};
use photo::{Comparison, Outcome as Result};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use store::records::{Camera, Measured, Outcome, Part, Photo, Region};
use store::{Entry, Id, OutcomeId, PhotoId};

use super::*;
use crate::album::Album;
use crate::testing::{Ana, Desk, at, by, cases, drawn_on, entry, nothing_measured};

fn photo(taken: &str, view: &str) -> Entry<Photo> {
    entry(at(taken), crate::testing::photo(taken, view))
}

fn region(photo: &Entry<Photo>) -> Entry<Region> {
    entry(photo.created, Region { reference: None, ..drawn_on(photo.id) })
}

fn album() -> Vec<Entry<Photo>> {
    [
        ("2026-10-01T23:30:00Z", "front"),
        ("2026-10-02T08:00:00Z", "front"),
        ("2026-10-02T08:01:00Z", "front"),
        ("2026-10-02T08:02:00Z", "left"),
        ("2026-11-13T08:00:00Z", "front"),
        ("2026-11-13T08:01:00Z", "front"),
        ("2026-11-13T08:02:00Z", "front"),
        ("2026-11-13T08:03:00Z", "front"),
    ]
    .map(|(taken, view)| photo(taken, view))
    .into()
}

fn said(delta: f64) -> Comparison {
    let movement = Homography([1.0, 0.1, 2.0, 0.0, 1.0, 3.0, 1e-6, 0.0]);
    let mut said = comparison(&empty());
    said.result = Result::Decrease;
    said.comparable = true;
    said.delta_ei = Some(delta);
    said.sdc = Some(0.03);
    said.movement = Some(movement);
    said.registration = Some(Registration {
        movement,
        inliers: 70,
        patches: 0,
        rms_px: 0.5,
        residual_px: 0.0,
        alike: 1.0,
    });
    said.tone = Some(photo::colour::Tone::Tan);
    said
}

fn empty() -> Measured {
    nothing_measured(Id::new(at("2026-10-02T08:00:00Z")), (vec![], vec![]))
}

#[test]
fn photographs_of_one_view_and_day_are_a_visit_by_the_persons_clock() {
    let album = album();
    let drawn = region(&album[2]);
    let zone = TimeZone::get("Europe/Paris").unwrap();
    let sittings = Sittings::of(&album, &drawn.record, &zone, Vec::new()).unwrap();
    // Half past eleven in the evening in UTC is the next day in Paris.
    assert_eq!(sittings.first.ids(), [album[2].id, album[0].id, album[1].id]);
    assert_eq!(sittings.others.len(), 1);
    assert_eq!(sittings.others[0].ids(), [album[5].id, album[6].id, album[7].id]);
    let days: Vec<Date> = sittings.others.iter().map(|sitting| sitting.date).collect();
    assert_eq!((sittings.first.date, days), (date(2026, 10, 2), vec![date(2026, 11, 13)]));
    // One too many of a day belongs to it all the same.
    assert_eq!(
        sittings.with(&album[4].record).map(|sitting| sitting.date),
        Some(date(2026, 11, 13))
    );
    assert!(sittings.begins_with(&album[0].record) && sittings.with(&album[0].record).is_none());
    let utc = Sittings::of(&album, &drawn.record, &TimeZone::UTC, Vec::new()).unwrap();
    assert_eq!(utc.others.len(), 2);
}

#[test]
fn skin_that_was_just_needled_is_no_repeat_of_the_skin_before() {
    let album = album();
    let drawn = region(&album[1]);
    let sessions = vec![at("2026-10-02T08:00:30Z"), at("2026-11-13T08:01:30Z")];
    let sittings = Sittings::of(&album, &drawn.record, &TimeZone::UTC, sessions).unwrap();
    assert_eq!(sittings.first.ids(), [album[1].id]);
    let others: Vec<Vec<PhotoId>> = sittings.others.iter().map(|sitting| sitting.ids()).collect();
    let ids = |from: usize, to: usize| album[from..to].iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(others, [ids(0, 1), ids(2, 3), ids(4, 6), ids(6, 8)]);
    assert!(!sittings.begins_with(&album[2].record));
    assert_eq!(sittings.with(&album[7].record).map(|sitting| sitting.ids()), Some(ids(6, 8)));
    let later: Vec<bool> =
        sittings.others.iter().map(|sitting| sittings.is_later(sitting)).collect();
    assert_eq!(later, [false, true, true, true]);
}

#[test]
fn a_photograph_of_another_camera_does_not_spoil_a_day() {
    let mut album = album();
    let models = [None, Some("A"), Some("B"), None, Some("B"), Some("A"), Some("B"), None];
    for (photo, model) in album.iter_mut().zip(models) {
        let model = model.map(str::to_owned);
        photo.record.camera = Some(Camera { model, focal_mm: None, flash: None });
    }
    let drawn = region(&album[1]);
    let of = |album: &[Entry<Photo>]| {
        let sittings = Sittings::of(album, &drawn.record, &TimeZone::UTC, Vec::new()).unwrap();
        (sittings.first.ids(), sittings.others.last().unwrap().ids())
    };
    assert_eq!(of(&album), (vec![album[1].id], vec![album[5].id, album[7].id]));
    // Where there is no other, it is refused with its reason.
    let few = [album[1].clone(), album[4].clone()];
    assert_eq!(of(&few).1, [album[4].id]);
}

#[test]
fn a_region_whose_photograph_is_gone_has_no_sittings() {
    let album = album();
    let drawn = region(&album[2]);
    assert!(Sittings::of(&album[3..], &drawn.record, &TimeZone::UTC, Vec::new()).is_none());
}

#[test]
fn a_measurement_holds_for_the_same_photographs_and_the_region_as_it_is() {
    let album = album();
    let drawn = region(&album[1]);
    let sittings = Sittings::of(&album, &drawn.record, &TimeZone::UTC, Vec::new()).unwrap();
    let sitting = &sittings.others[1];
    let ids = (sittings.first.ids(), sitting.ids());
    let measured = stored::measured(&drawn, ids, &said(-0.05));
    let outcome = entry(at("2026-11-14T08:00:00Z"), Outcome::Measured(measured.clone()));
    let following = |measured: Measured, region: &Entry<Region>| Following {
        region: region.clone(),
        measured: vec![(outcome.clone(), measured)],
    };
    let holds = |following: &Following| following.of_sitting(&sittings, sitting).is_some();
    assert!(holds(&following(measured.clone(), &drawn)));
    let redrawn = Entry { version: 2, ..drawn.clone() };
    let other = Measured { after: vec![album[4].id], ..measured.clone() };
    let older = Measured { method: photo::METHOD - 1, ..measured.clone() };
    for following in
        [following(measured.clone(), &redrawn), following(other, &drawn), following(older, &drawn)]
    {
        assert!(!holds(&following));
    }
    // Measured anew it is written over, not beside.
    let changed = Measured { after: vec![album[5].id], ..measured };
    assert!(following(changed, &drawn).outdated(sitting).is_some());
    assert!(following(empty(), &drawn).outdated(sitting).is_none());
}

#[test]
fn what_skin_does_by_itself_counts_only_before_the_first_session() {
    let album = album();
    let drawn = region(&album[1]);
    let sittings = Sittings::of(&album, &drawn.record, &TimeZone::UTC, Vec::new()).unwrap();
    let measure = |sitting: usize, delta: f64| {
        let ids = (sittings.first.ids(), sittings.others[sitting].ids());
        let measured = stored::measured(&drawn, ids, &said(delta));
        (entry(album[1].created, Outcome::Measured(measured.clone())), measured)
    };
    let following =
        Following { region: drawn.clone(), measured: vec![measure(0, 0.02), measure(1, -0.01)] };
    let treated = |text: &str| following.untreated(&sittings, Some(at(text)));
    assert_eq!(treated("2026-12-01T00:00:00Z"), [-0.02, -0.01]);
    assert_eq!(treated("2026-11-01T00:00:00Z"), [-0.02]);
    assert!(treated("2026-10-02T07:00:00Z").is_empty());
    assert_eq!(following.untreated(&sittings, None), [-0.02, -0.01]);
}

#[test]
fn what_is_kept_of_a_measurement_says_the_same_afterwards() {
    let drawn = region(&photo("2026-10-02T08:00:00Z", "front"));
    for mut said in [said(-0.05), comparison(&empty())] {
        if said.result == Result::NotComparable {
            said.why_not = vec![WhyNot::Blur(2.5), WhyNot::FewInliers(12), WhyNot::Camera];
        }
        let kept = stored::measured(&drawn, (vec![], vec![]), &said);
        let json = serde_json::to_string(&Outcome::Measured(kept.clone())).unwrap();
        let Outcome::Measured(read) = serde_json::from_str(&json).unwrap() else {
            panic!("{json}")
        };
        assert_eq!(read, kept);
        assert_eq!(comparison(&read), said);
    }
}

#[test]
fn a_word_that_its_numbers_do_not_bear_out_says_nothing() {
    let kept = |result: &str, delta_ei: Option<f64>, sdc: Option<f64>| {
        let measured = Measured { result: result.into(), delta_ei, sdc, ..empty() };
        comparison(&measured).result
    };
    let (less, none, more) =
        ("decrease-beyond-noise", "no-change-beyond-noise", "increase-beyond-noise");
    assert_eq!(kept(less, Some(-0.05), Some(0.03)), Result::Decrease);
    assert_eq!(kept(none, Some(-0.02), Some(0.03)), Result::NoChange);
    assert_eq!(kept(more, Some(0.05), Some(0.03)), Result::Increase);
    for (word, delta, smallest) in [
        (less, None, None),
        (less, Some(-0.05), None),
        (less, Some(-0.02), Some(0.03)),
        (less, Some(0.05), Some(0.03)),
        (less, Some(-0.05), Some(0.0)),
        (more, Some(f64::NAN), Some(0.03)),
        (more, Some(0.05), Some(-1.0)),
        (none, Some(0.05), Some(0.03)),
        ("healed", Some(-0.05), Some(0.03)),
    ] {
        assert_eq!(
            kept(word, delta, smallest),
            Result::NotComparable,
            "{word} {delta:?} {smallest:?}"
        );
    }
}

#[test]
fn a_region_is_measured_in_pixels_of_the_photograph_it_was_drawn_on() {
    let drawn = Region {
        control: Some(Part { x: 0.0, y: 0.5, width: 1.0, height: 0.5 }),
        ..drawn_on(Id::new(at("2026-10-02T08:00:00Z")))
    };
    let found = regions(&drawn, &photo("2026-10-02T08:00:00Z", "front").record);
    let rect = |rect: photo::Rect| [rect.x, rect.y, rect.width, rect.height];
    assert_eq!(rect(found.region), [300.0, 200.0, 60.0, 160.0]);
    assert_eq!(found.reference.map(rect), Some([300.0, 200.0, 60.0, 160.0]));
    assert_eq!(found.control.map(rect), Some([0.0, 400.0, 600.0, 400.0]));
    let bare = regions(
        &Region { reference: None, control: None, ..drawn },
        &photo("2026-10-02T08:00:00Z", "front").record,
    );
    assert!(bare.reference.is_none() && bare.control.is_none());
}

#[test]
fn the_moment_of_a_visit_counts_from_the_last_session_before_it() {
    let ana = Ana::new().gets_needled("2026-12-05T18:00:00Z").gets_needled("2026-10-01T18:00:00Z");
    let zone = TimeZone::get("Europe/Paris").unwrap();
    let judge = ana.chart.judge(&ana.protocol, &crate::testing::noon("2026-12-06"));
    let of = |taken: &str, judge| moment(&ana.protocol, &ana.chart.story, judge, at(taken), &zone);
    assert_eq!(of("2026-10-01T17:59:59Z", judge), Moment::Untreated);
    assert_eq!(of("2026-10-01T18:00:00Z", judge), Moment::Healing { day: 0, session: 1 });
    assert_eq!(of("2026-12-05T17:59:59Z", judge), Moment::Fair);
    assert_eq!(of("2026-12-05T23:30:00Z", judge), Moment::Healing { day: 1, session: 2 });
    assert_eq!(of("2026-12-05T17:59:59Z", None), Moment::Unknown);
}

#[test]
fn the_latest_visit_begins_with_its_first_photograph() {
    let ana = Ana::new()
        .photographs("2026-12-04T09:00:00Z", "front")
        .photographs("2026-12-05T08:00:00Z", "front")
        .photographs("2026-12-05T09:00:00Z", "front");
    let zone = TimeZone::get("Europe/Paris").unwrap();
    let latest = |ana: &Ana| {
        let album = ana.album();
        let photos = album.of_view("front");
        latest_sitting(&album, &zone, &photos).map(|photo| photo.record.taken)
    };
    assert_eq!(latest(&ana), Some(at("2026-12-05T08:00:00Z")));
    let ana = ana.gets_needled("2026-12-05T08:30:00Z");
    assert_eq!(latest(&ana), Some(at("2026-12-05T09:00:00Z")), "a session lies between");
    assert_eq!(latest(&Ana::new()), None);
}

#[test]
fn what_was_measured_of_another_place_is_not_its_own() {
    let album = album();
    let (own, other) = (region(&album[1]), region(&album[1]));
    let measured = |region: &Entry<Region>| {
        let measured = nothing_measured(region.id, (vec![], vec![]));
        entry(region.created, Outcome::Measured(measured))
    };
    let outcomes = [measured(&other), measured(&own), measured(&other)];
    let following = Following::of(own, &outcomes);
    let ids: Vec<OutcomeId> = following.measured.iter().map(|(entry, _)| entry.id).collect();
    assert_eq!(ids, [outcomes[1].id]);
}

fn taken() -> impl Strategy<Value = Vec<Entry<Photo>>> {
    let minutes = 0..20 * 1440_i64;
    let one = (minutes, select(vec!["front", "left"]), select(vec![None, Some("A"), Some("B")]));
    vec(one, 1..14).prop_map(|all| {
        let one = |(minute, view, model): (i64, &str, Option<&str>)| {
            let taken = at("2026-10-01T00:00:00Z") + SignedDuration::from_mins(minute);
            let mut photo = photo(&taken.to_string(), view);
            let model = model.map(str::to_owned);
            photo.record.camera = Some(Camera { model, focal_mm: None, flash: None });
            photo
        };
        all.into_iter().map(one).collect()
    })
}

fn sessions() -> impl Strategy<Value = Vec<Timestamp>> {
    let moment = |minute| at("2026-10-01T00:00:00Z") + SignedDuration::from_mins(minute);
    vec((0..20 * 1440_i64).prop_map(moment), 0..4)
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn every_photograph_of_a_view_belongs_to_one_sitting(
        photos in taken(), sessions in sessions(), drawn in any::<proptest::sample::Index>(),
    ) {
        let drawn = drawn.get(&photos);
        let sittings = Sittings::of(&photos, &region(drawn).record, &TimeZone::UTC, sessions).unwrap();
        for photo in photos.iter().filter(|photo| photo.record.view == drawn.record.view) {
            let first = sittings.begins_with(&photo.record);
            prop_assert!(first != sittings.with(&photo.record).is_some());
        }
        prop_assert_eq!(sittings.first.photos[0].id, drawn.id);
    }

    #[test]
    fn a_visit_is_of_one_view_and_day_and_never_too_large(
        photos in taken(), sessions in sessions(), drawn in any::<proptest::sample::Index>(),
    ) {
        let drawn = drawn.get(&photos);
        let of = Sittings::of(&photos, &region(drawn).record, &TimeZone::UTC, sessions).unwrap();
        let mut seen = Vec::new();
        for sitting in of.others.iter().chain([&of.first]) {
            prop_assert!((1..=MOST).contains(&sitting.photos.len()));
            for photo in &sitting.photos {
                prop_assert_eq!(&photo.record.view, &drawn.record.view);
                prop_assert_eq!(photo.record.taken.to_zoned(TimeZone::UTC).date(), sitting.date);
                prop_assert!(!seen.contains(&photo.id), "in two sittings");
                seen.push(photo.id);
            }
        }
        prop_assert!(of.others.is_sorted_by_key(|sitting| sitting.taken()));
    }

    #[test]
    fn the_order_in_which_photographs_were_sent_makes_no_other_sittings(
        (photos, shuffled) in taken().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        sessions in sessions(),
    ) {
        let distinct = |photos: &[Entry<Photo>]| {
            let mut taken: Vec<_> = photos.iter().map(|photo| photo.record.taken).collect();
            taken.sort();
            taken.windows(2).all(|two| two[0] != two[1])
        };
        prop_assume!(distinct(&photos));
        let drawn = region(&photos[0]).record;
        let ids = |photos: &[Entry<Photo>]| {
            let sittings = Sittings::of(photos, &drawn, &TimeZone::UTC, sessions.clone()).unwrap();
            let others: Vec<_> = sittings.others.iter().map(|sitting| sitting.ids()).collect();
            (sittings.first.ids(), others)
        };
        prop_assert_eq!(ids(&photos), ids(&shuffled));
    }

    #[test]
    fn a_change_is_never_told_without_its_error(
        word in 0..5_usize,
        delta in proptest::option::of(-0.2..0.2_f64), smallest in proptest::option::of(-0.1..0.1_f64),
    ) {
        let words = Result::ALL.map(|outcome| outcome.word().to_owned());
        let result = words.get(word).cloned().unwrap_or_else(|| "healed".into());
        let kept = Measured { result, delta_ei: delta, sdc: smallest, ..empty() };
        let said = comparison(&kept);
        prop_assert_eq!(said.comparable, said.result != Result::NotComparable);
        if said.comparable {
            let (delta, smallest) = (said.delta_ei.unwrap(), said.sdc.unwrap());
            prop_assert!(smallest > 0.0);
            prop_assert_eq!(said.result == Result::NoChange, delta.abs() <= smallest);
        }
    }
}

/// Two sittings and a place drawn on the first, measured against the second; and a score.
async fn followed(desk: &Desk) -> Following {
    let first = desk.keeps_photo(crate::testing::photo("2026-10-01T09:00:00Z", "front")).await;
    let second = desk.keeps_photo(crate::testing::photo("2026-11-01T09:00:00Z", "front")).await;
    let region = desk.keeps("2026-11-02T09:00:00Z", drawn_on(first.id)).await;
    let measured = nothing_measured(region.id, (vec![first.id], vec![second.id]));
    desk.keeps("2026-11-02T09:01:00Z", Outcome::Measured(measured)).await;
    let scored = Outcome::Scored(crate::testing::score("2026-11-02", "self", 4.0));
    desk.keeps("2026-11-02T09:02:00Z", scored).await;
    Following::find(&desk.store, desk.person, region.id).await.unwrap().unwrap()
}

/// Whether what was measured of the second sitting still holds.
async fn holds(desk: &Desk) -> bool {
    let album = Album::load(&desk.store, desk.person).await.unwrap();
    let following = album.followed().remove(0);
    let sittings = Sittings::on(&album, &following.region.record, &TimeZone::UTC).unwrap();
    following.of_sitting(&sittings, &sittings.others[0]).is_some()
}

async fn redraws(desk: &Desk, following: &Following, wanted: Region) -> i64 {
    redraw(&desk.store, by("2026-11-03T09:00:00Z"), following, wanted).await.unwrap();
    desk.all::<Region>().await[0].version
}

#[tokio::test]
async fn another_name_is_no_other_skin() {
    let desk = Desk::new().await;
    let following = followed(&desk).await;
    let named = Region { name: Some("chin".into()), ..following.region.record.clone() };
    assert_eq!(redraws(&desk, &following, named.clone()).await, 2);
    assert_eq!(desk.all::<Region>().await[0].record, named);
    assert!(holds(&desk).await);
}

#[tokio::test]
async fn another_place_is_measured_anew() {
    for change in [
        |region: &mut Region| region.place.x = 0.6,
        |region: &mut Region| region.reference = None,
        |region: &mut Region| region.control = Some(region.place),
    ] {
        let desk = Desk::new().await;
        let following = followed(&desk).await;
        assert!(holds(&desk).await);
        let mut moved = following.region.record.clone();
        change(&mut moved);
        assert_eq!(redraws(&desk, &following, moved).await, 2);
        assert!(!holds(&desk).await);
        assert_eq!(desk.all::<Outcome>().await.len(), 2, "nothing is lost");
    }
}

#[tokio::test]
async fn a_region_drawn_as_it_was_is_not_changed() {
    let desk = Desk::new().await;
    let following = followed(&desk).await;
    assert_eq!(redraws(&desk, &following, following.region.record.clone()).await, 1);
}

#[tokio::test]
async fn what_was_measured_of_an_older_drawing_does_not_come_back_with_a_name() {
    let desk = Desk::new().await;
    let following = followed(&desk).await;
    let mut moved = following.region.record.clone();
    moved.place.x = 0.6;
    redraws(&desk, &following, moved.clone()).await;
    let following = Following::all(&desk.store, desk.person).await.unwrap().remove(0);
    redraws(&desk, &following, Region { name: Some("chin".into()), ..moved }).await;
    assert!(!holds(&desk).await);
}

#[tokio::test]
async fn a_place_goes_with_what_was_measured_of_it_and_the_photographs_stay() {
    let desk = Desk::new().await;
    let following = followed(&desk).await;
    remove_region(&desk.store, by("2026-11-03T09:00:00Z"), &following).await.unwrap();
    assert!(desk.all::<Region>().await.is_empty());
    assert_eq!((desk.all::<Outcome>().await.len(), desk.all::<Photo>().await.len()), (1, 2));
    let id = following.region.id;
    assert!(Following::find(&desk.store, desk.person, id).await.unwrap().is_none());
}

/// Measures the sitting after the first.
async fn measures(desk: &Desk) -> std::result::Result<(), Unmeasured> {
    let album = Album::load(&desk.store, desk.person).await.unwrap();
    let region = &album.regions[0];
    let sittings = Sittings::on(&album, &region.record, &TimeZone::UTC).unwrap();
    let what = (&sittings, &sittings.others[0]);
    let by = by("2026-11-03T09:00:00Z");
    measure(&desk.store, by, (desk.person, region.id), what, None, ()).await
}

#[tokio::test]
async fn what_was_measured_already_is_not_measured_again() {
    let desk = Desk::new().await;
    followed(&desk).await;
    let before = desk.all::<Outcome>().await;
    measures(&desk).await.unwrap();
    assert_eq!(desk.all::<Outcome>().await, before);
}

#[tokio::test]
async fn a_picture_that_can_not_be_opened_is_told_and_nothing_is_kept() {
    let desk = Desk::new().await;
    let following = followed(&desk).await;
    let mut moved = following.region.record.clone();
    moved.place.x = 0.6;
    redraws(&desk, &following, moved).await;
    let before = desk.all::<Outcome>().await;
    let refused = measures(&desk).await;
    assert!(matches!(refused, Err(Unmeasured::Picture(_))), "{refused:?}");
    assert_eq!(desk.all::<Outcome>().await, before);
}
