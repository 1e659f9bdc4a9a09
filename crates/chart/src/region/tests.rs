//! Which photographs make a visit, what of a measurement still holds, and what is kept of it.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use photo::quality::WhyNot;
use photo::register::{Homography, Registration};
use photo::{Comparison, Outcome as Result};
use store::records::{Camera, Measured, Outcome, Part, Photo, Region};
use store::{Entry, Id};

use super::{Following, Visits, kept};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn entry<R>(at: Timestamp, record: R) -> Entry<R> {
    let (id, person) = (Id::new(at), Id::new(at));
    Entry { id, person, created: at, changed: at, version: 1, record }
}

fn photo(taken: &str, view: &str) -> Entry<Photo> {
    let record = Photo {
        taken: at(taken),
        view: view.into(),
        session: None,
        width: 600,
        height: 800,
        media: "image/jpeg".into(),
        camera: None,
        colours_unsure: false,
        note: None,
    };
    entry(at(taken), record)
}

fn region(photo: &Entry<Photo>) -> Entry<Region> {
    let place = Part { x: 0.5, y: 0.25, width: 0.1, height: 0.2 };
    let region = Region { photo: photo.id, name: None, place, reference: None, control: None };
    entry(photo.created, region)
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
    let mut said = kept::comparison(&empty());
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
    Measured {
        region: Id::new(at("2026-10-02T08:00:00Z")),
        version: 1,
        before: vec![],
        after: vec![],
        result: "not-comparable".into(),
        why_not: vec![],
        delta_ei: None,
        sdc: None,
        delta_a: None,
        delta_ita: None,
        delta_mi: None,
        red_area: None,
        surface: None,
        control: None,
        repeats: false,
        tone: None,
        inliers: None,
        rms_px: None,
        movement: None,
        method: photo::METHOD,
    }
}

#[test]
fn photographs_of_one_view_and_day_are_a_visit_by_the_persons_clock() {
    let album = album();
    let drawn = region(&album[2]);
    let zone = TimeZone::get("Europe/Paris").unwrap();
    let visits = Visits::of(&album, &drawn.record, &zone, Vec::new()).unwrap();
    // Half past eleven in the evening in UTC is the next day in Paris.
    assert_eq!(visits.first.ids(), [album[2].id, album[0].id, album[1].id]);
    assert_eq!(visits.others.len(), 1);
    assert_eq!(visits.others[0].ids(), [album[5].id, album[6].id, album[7].id]);
    let days: Vec<Date> = visits.others.iter().map(|visit| visit.date).collect();
    assert_eq!((visits.first.date, days), (date(2026, 10, 2), vec![date(2026, 11, 13)]));
    // One too many of a day belongs to it all the same.
    assert_eq!(visits.with(&album[4].record).map(|visit| visit.date), Some(date(2026, 11, 13)));
    assert!(visits.begins_with(&album[0].record) && visits.with(&album[0].record).is_none());
    let utc = Visits::of(&album, &drawn.record, &TimeZone::UTC, Vec::new()).unwrap();
    assert_eq!(utc.others.len(), 2);
}

#[test]
fn skin_that_was_just_needled_is_no_repeat_of_the_skin_before() {
    let album = album();
    let drawn = region(&album[1]);
    let sessions = vec![at("2026-10-02T08:00:30Z"), at("2026-11-13T08:01:30Z")];
    let visits = Visits::of(&album, &drawn.record, &TimeZone::UTC, sessions).unwrap();
    assert_eq!(visits.first.ids(), [album[1].id]);
    let others: Vec<Vec<Id>> = visits.others.iter().map(|visit| visit.ids()).collect();
    let ids = |from: usize, to: usize| album[from..to].iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(others, [ids(0, 1), ids(2, 3), ids(4, 6), ids(6, 8)]);
    assert!(!visits.begins_with(&album[2].record));
    assert_eq!(visits.with(&album[7].record).map(|visit| visit.ids()), Some(ids(6, 8)));
    let later: Vec<bool> = visits.others.iter().map(|visit| visits.is_later(visit)).collect();
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
        let visits = Visits::of(album, &drawn.record, &TimeZone::UTC, Vec::new()).unwrap();
        (visits.first.ids(), visits.others.last().unwrap().ids())
    };
    assert_eq!(of(&album), (vec![album[1].id], vec![album[5].id, album[7].id]));
    // Where there is no other, it is refused with its reason.
    let few = [album[1].clone(), album[4].clone()];
    assert_eq!(of(&few).1, [album[4].id]);
}

#[test]
fn a_region_whose_photograph_is_gone_has_no_visits() {
    let album = album();
    let drawn = region(&album[2]);
    assert!(Visits::of(&album[3..], &drawn.record, &TimeZone::UTC, Vec::new()).is_none());
}

#[test]
fn a_measurement_holds_for_the_same_photographs_and_the_region_as_it_is() {
    let album = album();
    let drawn = region(&album[1]);
    let visits = Visits::of(&album, &drawn.record, &TimeZone::UTC, Vec::new()).unwrap();
    let visit = &visits.others[1];
    let ids = (visits.first.ids(), visit.ids());
    let measured = kept::measured(&drawn, ids, &said(-0.05));
    let outcome = entry(at("2026-11-14T08:00:00Z"), Outcome::Measured(measured.clone()));
    let following = |measured: Measured, region: &Entry<Region>| Following {
        region: region.clone(),
        measured: vec![(outcome.clone(), measured)],
    };
    let holds = |following: &Following| following.of_visit(&visits, visit).is_some();
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
    assert!(following(changed, &drawn).outdated(visit).is_some());
    assert!(following(empty(), &drawn).outdated(visit).is_none());
}

#[test]
fn what_skin_does_by_itself_counts_only_before_the_first_session() {
    let album = album();
    let drawn = region(&album[1]);
    let visits = Visits::of(&album, &drawn.record, &TimeZone::UTC, Vec::new()).unwrap();
    let measure = |visit: usize, delta: f64| {
        let ids = (visits.first.ids(), visits.others[visit].ids());
        let measured = kept::measured(&drawn, ids, &said(delta));
        (entry(album[1].created, Outcome::Measured(measured.clone())), measured)
    };
    let following =
        Following { region: drawn.clone(), measured: vec![measure(0, 0.02), measure(1, -0.01)] };
    let treated = |text: &str| following.untreated(&visits, Some(at(text)));
    assert_eq!(treated("2026-12-01T00:00:00Z"), [-0.02, -0.01]);
    assert_eq!(treated("2026-11-01T00:00:00Z"), [-0.02]);
    assert!(treated("2026-10-02T07:00:00Z").is_empty());
    assert_eq!(following.untreated(&visits, None), [-0.02, -0.01]);
}

#[test]
fn what_is_kept_of_a_measurement_says_the_same_afterwards() {
    let drawn = region(&photo("2026-10-02T08:00:00Z", "front"));
    for mut said in [said(-0.05), kept::comparison(&empty())] {
        if said.result == Result::NotComparable {
            said.why_not = vec![WhyNot::Blur(2.5), WhyNot::FewInliers(12), WhyNot::Camera];
        }
        let kept = kept::measured(&drawn, (vec![], vec![]), &said);
        let json = serde_json::to_string(&Outcome::Measured(kept.clone())).unwrap();
        let Outcome::Measured(read) = serde_json::from_str(&json).unwrap() else {
            panic!("{json}")
        };
        assert_eq!(read, kept);
        assert_eq!(kept::comparison(&read), said);
    }
}

#[test]
fn a_word_that_its_numbers_do_not_bear_out_says_nothing() {
    let kept = |result: &str, delta_ei: Option<f64>, sdc: Option<f64>| {
        let measured = Measured { result: result.into(), delta_ei, sdc, ..empty() };
        kept::comparison(&measured).result
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
