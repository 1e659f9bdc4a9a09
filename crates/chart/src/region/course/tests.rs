//! A region over time: what each visit is, and which of them speaks.

use jiff::Zoned;
use jiff::tz::TimeZone;
use store::records::{Outcome, Part, Region};
use store::{Entry, Id};

use super::*;
use crate::region::kept;
use crate::testing::{Ana, at, entry};

/// Drawn on the oldest photograph, with every later visit measured that has a change.
fn followed(ana: &Ana, zone: &TimeZone, changes: &[Option<f64>]) -> (Album, Following) {
    let mut album = ana.album();
    let photo = album.photos.last().unwrap().id;
    let place = Part { x: 0.5, y: 0.25, width: 0.1, height: 0.2 };
    let record = Region { photo, name: None, place, reference: Some(place), control: None };
    let region = entry(at("2026-10-01T00:00:00Z"), record);
    album.regions = vec![region.clone()];
    let visits = Visits::on(&album, &region.record, zone).unwrap();
    let measured = visits.others.iter().zip(changes).filter_map(|(visit, change)| {
        let said = said((*change)?);
        let measured = kept::measured(&region, (visits.first.ids(), visit.ids()), &said);
        Some(entry(at("2026-12-30T00:00:00Z"), Outcome::Measured(measured)))
    });
    let outcomes: Vec<Entry<Outcome>> = measured.collect();
    let following = Following::of(region, &outcomes);
    album.outcomes = outcomes;
    (album, following)
}

fn said(delta: f64) -> Comparison {
    let word = if delta < 0.0 { "decrease-beyond-noise" } else { "increase-beyond-noise" };
    comparison(&store::Measured {
        region: Id::new(at("2026-10-01T00:00:00Z")),
        version: 1,
        before: Vec::new(),
        after: Vec::new(),
        result: word.into(),
        why_not: Vec::new(),
        delta_ei: Some(delta),
        sdc: Some(0.03),
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
    })
}

/// Looks at the course from a moment.
fn looked_at<T>(
    ana: &Ana,
    now: &str,
    changes: &[Option<f64>],
    look: impl FnOnce(&Course<'_>) -> T,
) -> T {
    let now: Zoned = at(now).to_zoned(TimeZone::get("Europe/Paris").unwrap());
    let (album, following) = followed(ana, now.time_zone(), changes);
    let visits = Visits::on(&album, &following.region.record, now.time_zone()).unwrap();
    look(&Course::of(&ana.protocol, &album, &now, &following, &visits))
}

/// Photographed before and a day after a session, and twice when it had healed.
fn ana() -> Ana {
    Ana::new()
        .photographs("2026-10-01T09:00:00Z", "front")
        .gets_needled("2026-10-02T18:00:00Z")
        .photographs("2026-10-03T09:00:00Z", "front")
        .photographs("2026-10-30T09:00:00Z", "front")
        .photographs("2026-12-20T09:00:00Z", "front")
}

#[test]
fn a_visit_is_the_first_one_measured_or_open() {
    let all = [Some(0.05), Some(-0.05), None];
    looked_at(&ana(), "2026-12-21T09:00:00Z", &all, |course| {
        let states: Vec<_> = course
            .steps
            .iter()
            .map(|step| match &step.state {
                State::First => "first",
                State::Open => "open",
                State::Said(_) => "said",
            })
            .collect();
        assert_eq!(states, ["first", "said", "said", "open"]);
        assert_eq!((course.open(), course.points().count()), (1, 3));
        assert!(course.has_reference());
    });
}

#[test]
fn the_latest_that_speaks_is_none_of_the_days_of_healing() {
    let only_healing = Ana::new()
        .photographs("2026-10-01T09:00:00Z", "front")
        .gets_needled("2026-10-02T18:00:00Z")
        .photographs("2026-10-03T09:00:00Z", "front");
    looked_at(&only_healing, "2026-10-04T09:00:00Z", &[Some(0.05)], |course| {
        assert!(course.latest().is_none());
        assert!(course.steps.last().is_some_and(Step::is_healing));
    });
    looked_at(&ana(), "2026-12-21T09:00:00Z", &[], |course| {
        let latest = course.latest().unwrap();
        assert_eq!(latest.visit.taken(), Some(at("2026-12-20T09:00:00Z")));
        assert!(!course.is_before_the_first(latest));
    });
}

#[test]
fn before_results_can_show_the_day_is_told_until_which_it_is_too_early() {
    looked_at(&ana(), "2026-10-31T09:00:00Z", &[], |course| {
        assert_eq!(course.too_early(), course.judge.map(|judge| judge.from));
        assert!(course.too_early().is_some());
    });
    looked_at(&ana(), "2026-12-21T09:00:00Z", &[], |course| assert_eq!(course.too_early(), None));
}

#[test]
fn two_measured_visits_are_no_trend() {
    let all = [Some(0.05), Some(-0.05), Some(-0.06)];
    looked_at(&ana(), "2026-12-21T09:00:00Z", &all, |course| {
        assert!(course.trend().is_none());
        assert!((course.day(course.steps[3].visit.date) - 80.0).abs() < 1e-9);
    });
}
