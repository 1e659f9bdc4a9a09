//! A region over time: what each sitting is, and which of them speaks.

use jiff::Zoned;
use jiff::tz::TimeZone;
use store::records::Outcome;
use store::{Entry, Id};

use super::*;
use crate::region::stored;
use crate::testing::{Ana, at, drawn_on, entry, nothing_measured};

/// Drawn on the oldest photograph, with every later sitting measured that has a change.
fn followed(ana: &Ana, zone: &TimeZone, changes: &[Option<f64>]) -> (Album, Following) {
    let mut album = ana.album();
    let photo = album.photos.last().unwrap().id;
    let region = entry(at("2026-10-01T00:00:00Z"), drawn_on(photo));
    album.regions = vec![region.clone()];
    let sittings = Sittings::on(&album, &region.record, zone).unwrap();
    let measured = sittings.others.iter().zip(changes).filter_map(|(sitting, change)| {
        let said = said((*change)?);
        let measured = stored::measured(&region, (sittings.first.ids(), sitting.ids()), &said);
        Some(entry(at("2026-12-30T00:00:00Z"), Outcome::Measured(measured)))
    });
    let outcomes: Vec<Entry<Outcome>> = measured.collect();
    let following = Following::of(region, &outcomes);
    album.outcomes = outcomes;
    (album, following)
}

fn said(delta: f64) -> Comparison {
    let word = if delta < 0.0 { "decrease-beyond-noise" } else { "increase-beyond-noise" };
    let id = Id::new(at("2026-10-01T00:00:00Z"));
    let (delta_ei, sdc) = (Some(delta), Some(0.03));
    let empty = nothing_measured(id, (Vec::new(), Vec::new()));
    comparison(&store::Measured { result: word.into(), delta_ei, sdc, ..empty })
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
    let sittings = Sittings::on(&album, &following.region.record, now.time_zone()).unwrap();
    look(&Course::of(&ana.protocol, &album, &now, &following, &sittings))
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
        assert_eq!(latest.sitting.taken(), Some(at("2026-12-20T09:00:00Z")));
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
fn two_measured_sittings_are_no_trend() {
    let all = [Some(0.05), Some(-0.05), Some(-0.06)];
    looked_at(&ana(), "2026-12-21T09:00:00Z", &all, |course| {
        assert!(course.trend().is_none());
        assert!((course.day(course.steps[3].sitting.date) - 80.0).abs() < 1e-9);
    });
}

#[test]
fn a_place_with_one_visit_has_a_first_and_nothing_that_speaks() {
    let alone = Ana::new().photographs("2026-10-01T09:00:00Z", "front");
    looked_at(&alone, "2026-10-04T09:00:00Z", &[], |course| {
        assert!(course.first().is_some() && course.latest().is_none() && course.trend().is_none());
        assert_eq!((course.steps.len(), course.open(), course.points().count()), (1, 0, 1));
        assert_eq!(course.too_early(), None, "nothing was done that could show");
    });
}

#[test]
fn a_visit_that_could_not_be_compared_is_said_and_has_no_number() {
    let ana = ana();
    let (mut album, mut following) =
        followed(&ana, &TimeZone::UTC, &[Some(0.05), Some(-0.05), None]);
    let Outcome::Measured(measured) = &mut album.outcomes[1].record else { panic!("measured") };
    measured.result = "not-comparable".into();
    following = Following::of(following.region, &album.outcomes);
    let sittings = Sittings::on(&album, &following.region.record, &TimeZone::UTC).unwrap();
    let now = at("2026-12-21T09:00:00Z").to_zoned(TimeZone::UTC);
    let course = Course::of(&ana.protocol, &album, &now, &following, &sittings);
    let said: Vec<bool> = course.steps.iter().map(|step| step.said().is_some()).collect();
    let numbers: Vec<bool> = course.steps.iter().map(|step| step.change().is_some()).collect();
    assert_eq!((said, numbers), (vec![false, true, true, false], vec![false, true, false, false]));
    assert_eq!(course.open(), 1, "that it can't be compared is an answer");
}

#[test]
fn days_of_healing_are_no_part_of_a_trend() {
    let sittings = |months: &[&str]| {
        let first = Ana::new().photographs("2026-01-01T09:00:00Z", "front");
        let needled = first.gets_needled("2026-01-02T18:00:00Z");
        let needled = needled.photographs("2026-01-03T09:00:00Z", "front");
        months.iter().fold(needled, |ana, month| {
            ana.photographs(&format!("2026-{month}-15T09:00:00Z"), "front")
        })
    };
    let ana = sittings(&["03", "04", "05", "06", "07", "08"]);
    let healing = |redness: f64| {
        let falling = [-0.05, -0.08, -0.11, -0.15, -0.18, -0.21].map(Some);
        let all: Vec<_> = [Some(redness)].into_iter().chain(falling).collect();
        looked_at(&ana, "2026-12-21T09:00:00Z", &all, |course| {
            course.trend().map(|(trend, sittings)| (trend.slope, sittings))
        })
    };
    let (slope, sittings) = healing(0.9).unwrap();
    assert!(slope < 0.0 && sittings == 7, "{slope} over {sittings}");
    assert_eq!(healing(0.1), Some((slope, sittings)), "whatever redness healing had");
}

#[test]
fn days_are_counted_backwards_too() {
    let day = crate::testing::day;
    assert_eq!(days(day("2026-12-05"), day("2027-01-05")), 31.0);
    assert_eq!(days(day("2027-01-05"), day("2026-12-05")), -31.0);
    assert_eq!(days(day("2026-12-05"), day("2026-12-05")), 0.0);
}

#[test]
fn sittings_stand_by_their_days_also_those_before_the_one_drawn_on() {
    let (mut album, following) = followed(&ana(), &TimeZone::UTC, &[]);
    let drawn = album.photos[1].id;
    album.regions[0].record.photo = drawn;
    let following = Following::of(Entry { record: drawn_on(drawn), ..following.region }, &[]);
    let sittings = Sittings::on(&album, &following.region.record, &TimeZone::UTC).unwrap();
    let now = at("2026-12-21T09:00:00Z").to_zoned(TimeZone::UTC);
    let course = Course::of(&Ana::new().protocol, &album, &now, &following, &sittings);
    let before: Vec<bool> =
        course.steps.iter().map(|step| course.is_before_the_first(step)).collect();
    assert_eq!(before, [true, true, false, false]);
    assert!(course.steps.is_sorted_by_key(|step| step.sitting.taken()));
    let latest = course.latest().and_then(|step| step.sitting.taken());
    assert_eq!(latest, Some(at("2026-12-20T09:00:00Z")));
}
