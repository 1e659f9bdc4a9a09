//! Advice is given where it helps, and only there.

use roller::{Advice, Advised, Device, Roller, Target, Technique, advise};

use super::{close, rolled, usual};

const TARGET: Target = Target { within_mm: 1.0, share: 0.95, density_cap_per_cm2: 250.0 };

fn advised(technique: Technique) -> Advised {
    let rolling = rolled(technique);
    advise(&rolling, &rolling.results(7), TARGET).unwrap()
}

#[test]
fn back_and_forth_is_told_to_lift_and_what_it_costs() {
    let advised =
        advised(Technique { passes: 16, directions: 1, lift: false, ..Technique::default() });
    let lift = advised.advice.iter().find_map(|advice| match advice {
        Advice::Lift { before, after, like_passes } => Some((*before, *after, *like_passes)),
        _ => None,
    });
    let (before, after, like) = lift.unwrap();
    assert!(before > 0.05 && after < 0.01, "{before} {after}");
    // The evidence: 16 passes back and forth cover as about 78 per cm², five passes.
    close(like, 5.2, 1.5);
    assert!(advised.rolling.technique().lift);
}

#[test]
fn who_lifts_shifts_and_turns_is_told_only_how_many_passes() {
    let advised = advised(Technique { passes: 8, ..Technique::default() });
    let [Advice::Passes { now: 8, needed, density_per_cm2 }, Advice::LongSweep { .. }] =
        advised.advice[..]
    else {
        panic!("{:?}", advised.advice)
    };
    // exp(−nπ) = 0.05 needs 95 per cm²: between six and seven passes.
    assert!((5..=8).contains(&needed) && density_per_cm2 < 130.0, "{needed} {density_per_cm2}");
    assert!(advised.results.farther[1] <= 0.07);
}

#[test]
fn lines_are_told_to_turn() {
    let straight = Technique {
        passes: 8,
        directions: 1,
        lateral_sd_mm: 0.05,
        heading_sd_rad: 0.0,
        ..Technique::default()
    };
    let all = advised(straight).advice;
    assert!(
        all.iter().any(|advice| matches!(advice, Advice::Shift { .. } | Advice::Turn { .. })),
        "{all:?}"
    );
    let inside =
        advised(Technique { passes: 8, directions: 2, stay_inside: true, ..Technique::default() })
            .advice;
    assert!(inside.iter().any(|advice| matches!(advice, Advice::RollOver { .. })), "{inside:?}");
}

#[test]
fn too_much_is_told_with_the_cap() {
    let all = advised(Technique { passes: 24, ..Technique::default() }).advice;
    let dense = all.iter().find_map(|advice| match advice {
        Advice::TooDense { at_most, .. } => Some(*at_most),
        _ => None,
    });
    assert_eq!(dense, Some(16));
}

#[test]
fn a_target_beyond_the_cap_is_out_of_reach() {
    let rolling = rolled(Technique::default());
    let strict = Target { within_mm: 0.3, share: 0.99, ..TARGET };
    let all = advise(&rolling, &rolling.results(1), strict).unwrap().advice;
    assert!(all.contains(&Advice::OutOfReach { at_most: 16 }), "{all:?}");
    let dense = Device::Roller(Roller::usual(1080, 0.25));
    assert!(dense.density_per_pass() > usual().density_per_pass() * 5.0);
}
