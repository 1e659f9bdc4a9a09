//! What is rolled: what a plan and a record say of it, what is not known, and that it comes out the same each time.

use std::sync::Arc;

use care::words::{DeviceKind, Setting};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;
use store::records::{self, Device, ZoneRolled};

use super::*;
use crate::testing::{Ana, at, cases, done, noon};

const CAP: f64 = 250.0;

fn protocol() -> Protocol {
    Protocol::built_in().unwrap()
}

fn session() -> records::Done {
    done(at("2026-12-05T18:00:00Z"))
}

fn of(done: &records::Done) -> Result<Wanted, Unknown> {
    Wanted::of_session(&protocol(), done)
}

fn device(kind: DeviceKind, needles: Option<u16>) -> Option<Device> {
    Some(Device { kind, needles, length_mm: Some(0.3), since: None })
}

fn zones(passes: &[u16]) -> Vec<ZoneRolled> {
    let zones = care::zone::Zone::ALL.iter().zip(passes);
    zones.map(|(zone, n)| ZoneRolled { zone: zone.id().into(), passes: *n }).collect()
}

#[test]
fn a_session_is_rolled_as_it_was_recorded() {
    let wanted = of(&session()).unwrap();
    assert_eq!((wanted.passes, wanted.plain, wanted.fewest, wanted.most), (4, 4, None, None));
    assert!(wanted.directions_known);
    assert!((wanted.roller.length_mm - 0.3).abs() < 1e-9);
}

#[test]
fn what_was_not_recorded_of_a_session_is_told() {
    let passes = records::Done { passes: None, ..session() };
    let clinic = records::Done { setting: Setting::Clinic, ..session() };
    let stamp = records::Done { device: device(DeviceKind::Stamp, None), ..session() };
    let pen = records::Done { device: device(DeviceKind::Pen, Some(12)), ..session() };
    let unknown = [
        (passes, Unknown::Passes),
        (clinic, Unknown::Clinic),
        (stamp, Unknown::Head),
        (pen, Unknown::Head),
    ];
    for (done, why) in unknown {
        assert_eq!(of(&done).err(), Some(why), "{}", why.word());
    }
}

#[test]
fn a_clinic_that_noted_its_roller_is_rolled_like_anybody() {
    let noted = device(DeviceKind::Roller, Some(540));
    let clinic = records::Done { setting: Setting::Clinic, device: noted, ..session() };
    assert_eq!(of(&clinic).unwrap().roller.needles, 540);
}

#[test]
fn needles_that_nobody_counted_are_the_fewest_there_are() {
    let uncounted = of(&session()).unwrap();
    assert!(!uncounted.needles_known);
    let [fewest, _] = protocol().device(DeviceKind::Roller).unwrap().needles;
    assert_eq!(uncounted.roller.needles, u32::from(fewest));
    let counted = device(DeviceKind::Roller, Some(540));
    let counted = of(&records::Done { device: counted, ..session() }).unwrap();
    assert_eq!((counted.needles_known, counted.roller.needles), (true, 540));
}

#[test]
fn directions_that_are_not_on_record_count_as_one_and_are_told_as_unknown() {
    let wanted = of(&records::Done { directions: None, ..session() }).unwrap();
    assert_eq!((wanted.plain, wanted.directions_known), (1, false));
    assert_eq!(wanted.advised, u32::from(care::programme::DIRECTIONS));
}

#[test]
fn skin_that_was_rolled_most_counts_and_zones_left_out_do_not() {
    let by_zones = |passes: &[u16], whole| {
        let done = records::Done { zones: zones(passes), passes: whole, ..session() };
        of(&done).map(|wanted| (wanted.fewest, wanted.passes))
    };
    assert_eq!(by_zones(&[4, 8, 0], Some(2)), Ok((Some(4), 8)));
    assert_eq!(by_zones(&[6, 6], None), Ok((None, 6)), "all alike is no range");
    assert_eq!(by_zones(&[0, 0], Some(2)), Ok((None, 2)), "nothing is known by zones");
    assert_eq!(by_zones(&[0], None), Err(Unknown::Passes));
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn the_passes_of_a_session_are_those_of_a_zone_and_none_has_more(
        passes in vec(0..20_u16, 1..12),
    ) {
        let wanted = of(&records::Done { zones: zones(&passes), passes: None, ..session() });
        let rolled = || passes.iter().filter(|passes| **passes > 0);
        match wanted {
            Err(why) => prop_assert!(why == Unknown::Passes && rolled().count() == 0),
            Ok(wanted) => {
                prop_assert_eq!(Some(wanted.passes), rolled().max().map(|most| u32::from(*most)));
                prop_assert!(wanted.fewest.is_none_or(|fewest| 0 < fewest && fewest < wanted.passes));
            }
        }
    }
}

fn plan(ana: &Ana) -> Option<Result<Wanted, Unknown>> {
    planned(&ana.protocol, &ana.chart, &noon("2026-12-05"))
}

#[test]
fn a_plan_is_rolled_with_ones_own_roller_and_its_fewest_passes() {
    let ana = Ana::new();
    let outlook = Outlook::of(&ana.protocol, &ana.chart, &noon("2026-12-05"), None).unwrap();
    let (fewest, most) = outlook.plan.passes;
    let wanted = plan(&ana).unwrap().unwrap();
    assert_eq!((wanted.passes, wanted.plain), (u32::from(fewest), 1));
    assert_eq!(wanted.most, (most > fewest).then_some(u32::from(most)));
    assert_eq!((wanted.roller.needles, wanted.needles_known), (192, true));
}

#[test]
fn without_a_length_of_ones_own_the_plans_longest_is_rolled() {
    let ana = Ana::new().changes(|profile| {
        profile.device = None;
        profile.steps_done = vec!["device".into()];
    });
    let outlook = Outlook::of(&ana.protocol, &ana.chart, &noon("2026-12-05"), None).unwrap();
    let wanted = plan(&ana).unwrap().unwrap();
    assert!((wanted.roller.length_mm - outlook.plan.length.max.mm()).abs() < 1e-9);
    assert!(!wanted.needles_known);
}

#[test]
fn a_plan_with_a_stamp_can_not_be_rolled() {
    let ana = Ana::new().changes(|profile| profile.device = device(DeviceKind::Stamp, None));
    assert_eq!(plan(&ana).unwrap().err(), Some(Unknown::Head));
}

#[test]
fn nothing_is_rolled_on_open_or_forbidding_answers() {
    assert!(plan(&Ana::new().changes(|profile| profile.goals.clear())).is_none());
    assert!(plan(&Ana::new().answers("pregnancy", json!("pregnant"))).is_none());
}

#[test]
fn a_way_of_rolling_is_found_by_its_word() {
    for way in Way::ALL {
        assert_eq!(Way::find(way.word()), Some(way));
    }
    assert_eq!(Way::find("sideways"), None);
}

#[test]
fn only_the_advised_way_lifts_and_turns() {
    let wanted = of(&records::Done { directions: Some(2), ..session() }).unwrap();
    let technique = |way| {
        let rolling = rolling(&wanted, way, 6).unwrap();
        let technique = rolling.technique();
        (technique.lift, technique.directions, technique.passes)
    };
    assert_eq!(technique(Way::Plain), (false, 2, 6));
    assert_eq!(technique(Way::Advised), (true, u32::from(care::programme::DIRECTIONS), 6));
}

#[test]
fn the_same_is_rolled_the_same_and_kept_in_memory() {
    let wanted = of(&session()).unwrap();
    let first = rolled(wanted.clone(), CAP).unwrap();
    let again = rolled(wanted.clone(), CAP).unwrap();
    assert!(Arc::ptr_eq(&first, &again), "it is worked out once");
    let anew = Rolled::of(wanted.clone(), CAP).unwrap();
    assert_eq!(anew.plain.results.punctures, first.plain.results.punctures);
    let more = rolled(Wanted { passes: wanted.passes + 1, ..wanted }, CAP).unwrap();
    assert!(more.plain.results.punctures > first.plain.results.punctures);
}

#[test]
fn the_picture_shows_what_the_numbers_say() {
    let wanted = of(&session()).unwrap();
    let numbers = rolled(wanted.clone(), CAP).unwrap();
    let (_, pictured) = once(&rolling(&wanted, Way::Plain, wanted.passes).unwrap());
    assert_eq!(pictured.punctures, numbers.plain.results.punctures);
}

#[test]
fn another_cap_is_another_question() {
    let wanted = of(&records::Done { passes: Some(20), ..session() }).unwrap();
    let strict = rolled(wanted.clone(), 1.0).unwrap();
    let lax = rolled(wanted, 1e9).unwrap();
    assert!(strict.too_dense.is_some() && lax.too_dense.is_none());
}

#[test]
fn the_most_passes_of_a_plan_decide_whether_it_is_too_dense() {
    let fewest = of(&records::Done { passes: Some(1), ..session() }).unwrap();
    let alone = rolled(fewest.clone(), 100.0).unwrap();
    let with_most = rolled(Wanted { most: Some(40), ..fewest }, 100.0).unwrap();
    assert_eq!(with_most.most.as_ref().map(|(passes, _)| *passes), Some(40));
    assert!(alone.too_dense.is_none() && with_most.too_dense.is_some());
}

#[test]
fn advice_is_how_to_roll_and_never_how_often() {
    let one_way = records::Done { passes: Some(10), directions: Some(1), ..session() };
    let rolled = rolled(of(&one_way).unwrap(), CAP).unwrap();
    let often = |advice: &roller::Advice| {
        use roller::Advice::{OutOfReach, Passes, TooDense};
        matches!(advice, Passes { .. } | OutOfReach { .. } | TooDense { .. })
    };
    assert!(!rolled.advice.is_empty() && !rolled.advice.iter().any(often), "{:?}", rolled.advice);
}

#[test]
fn numbers_that_no_roller_has_are_refused() {
    let odd = records::Done { length_mm: -1.0, ..session() };
    let found = of(&odd).and_then(|wanted| rolled(wanted, CAP).map(|_| ()));
    assert_eq!(found, Err(Unknown::Odd));
}
