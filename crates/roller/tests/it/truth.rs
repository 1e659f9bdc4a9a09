//! Numbers that can be worked out on paper.

use std::f64::consts::PI;

use roller::{Device, Pen, Roller, Rolling, Stamp, Technique, Zone, sweep};

use super::{close, mean, rolled, usual};

/// The literature's "16 per cm²" and "about 250 after 15 passes" are this arithmetic, not counts.
#[test]
fn density_per_pass_is_needles_over_the_drums_surface() {
    let per_pass = usual().density_per_pass();
    close(per_pass, 192.0 / (PI * 4.0), 1e-9);
    close(per_pass, 15.3, 0.05);
    close(15.0 * per_pass, 229.0, 0.5);
    let [low, high] = usual().density_per_pass_range();
    close(low / high, 10.0 / 11.5, 1e-9);
}

#[test]
fn pens_and_stamps_have_their_own_arithmetic() {
    let pen =
        Pen { needles: 11, frequency_hz: 90.0, speed_mm_s: 20.0, head_mm: 8.0, length_mm: 1.0 };
    close(Device::Pen(pen).density_per_pass(), 618.75, 0.01);
    let stamp = Stamp { needles: 35, head_mm: 10.0, length_mm: 0.5 };
    close(Device::Stamp(stamp).density_per_pass(), 35.0, 1e-9);
    let long = sweep(&Roller::usual(192, 1.5));
    close(long.at_most_mm, 1.02, 0.01);
    close(long.entry_degrees, 29.6, 0.1);
}

/// Lifted and shifted passes fall as by chance: the share left is exp(−nπd²), to 2.5 percentage points, and neighbours
/// are as far as chance has them, to 4 percent.
#[test]
fn lifted_passes_leave_what_chance_leaves() {
    for passes in [6, 8, 12, 16, 24] {
        let rolling = rolled(Technique { passes, slip: 0.0, ..Technique::default() });
        let density = mean(&rolling, 6, |results| results.density_per_cm2) / 100.0;
        let left = mean(&rolling, 6, |results| results.farther[0]);
        close(left, (-density * PI * 0.25).exp(), 0.025);
        close(mean(&rolling, 6, |results| results.nearest.unwrap().clark_evans), 1.0, 0.04);
    }
}

/// Without slip, creep or lifting, a drum rolls back into its own holes.
#[test]
fn passes_without_lifting_cover_as_one() {
    let (once, often) =
        (rolled(Technique::exact(1, 1, false)), rolled(Technique::exact(16, 1, false)));
    let (once, often) = (once.results(3), often.results(3));
    assert_eq!(often.punctures, 16 * once.punctures);
    close(often.farther[0], once.farther[0], 1e-4);
    close(often.effective_density_per_cm2, once.effective_density_per_cm2, 0.01);
    close(often.gap.unwrap().diameter_mm, once.gap.unwrap().diameter_mm, 0.003);
    assert!(often.nearest.unwrap().mean_mm < 1e-3);
}

/// One exact pass is a lattice: its largest gap and nearest neighbour are known.
#[test]
fn one_exact_pass_is_the_drums_own_lattice() {
    // Narrow enough for one stroke, so that no seam between two makes a gap of its own.
    let zone = Zone::rectangle(50.0, 15.0).unwrap();
    let results = Rolling::new(usual(), zone, Technique::exact(1, 1, true)).unwrap().results(1);
    close(results.density_per_cm2, usual().density_per_pass(), 0.9);
    // Rows 2.5 mm apart, arrays 2.618 mm apart, every second set by half: a triangle of 2.5, h = 2.618 has its
    // circumcentre at (h² + 1.25²)/2h from a tip.
    let around = PI * 20.0 / 24.0;
    let radius = (around * around + 1.25 * 1.25) / (2.0 * around);
    close(results.gap.unwrap().diameter_mm, 2.0 * radius, 0.003);
    close(results.nearest.unwrap().mean_mm, 2.5, 0.001);
}
