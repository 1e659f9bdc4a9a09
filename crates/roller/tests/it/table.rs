//! The evidence's own table (shared evidence, physical model, section 1), which was made by a different program: the same
//! roller on 5 by 5 cm, lifted, four directions, mean of four seeds. Ours must agree within what four seeds differ.

use roller::Technique;

use super::{close, mean, rolled};

#[test]
fn the_table_of_passes_is_reproduced() {
    // passes, per cm², mean nearest mm, double hits, largest gap mm, >0.5 mm, >1 mm, variation in 5 mm cells
    let table = [
        (4, 60.7, 0.66, 0.086, 3.1, 0.61, 0.085, 0.14),
        (8, 124.0, 0.45, 0.20, 2.7, 0.36, 0.008, 0.12),
        (16, 242.0, 0.32, 0.38, 2.2, 0.14, 0.0001, 0.07),
    ];
    for (passes, density, nearest, doubles, gap, half, one, variation) in table {
        let rolling = rolled(Technique { passes, ..Technique::default() });
        let over = |of: &dyn Fn(&roller::Results) -> f64| mean(&rolling, 8, of);
        close(over(&|results| results.density_per_cm2) / density, 1.0, 0.05);
        close(over(&|results| results.nearest.unwrap().mean_mm) / nearest, 1.0, 0.05);
        close(over(&|results| results.nearest.unwrap().double_share), doubles, 0.03);
        close(over(&|results| results.gap.unwrap().diameter_mm), gap, 0.35);
        close(over(&|results| results.farther[0]), half, 0.03);
        close(over(&|results| results.farther[1]), one, 0.02);
        close(over(&|results| results.variation.unwrap()), variation, 0.035);
    }
}

#[test]
fn so_is_what_back_and_forth_costs() {
    let stay = |directions| {
        rolled(Technique { passes: 16, directions, lift: false, slip: 0.0, ..Technique::default() })
    };
    close(mean(&stay(1), 8, |results| results.farther[0]), 0.54, 0.04);
    close(mean(&stay(4), 8, |results| results.farther[0]), 0.36, 0.04);
    close(mean(&stay(1), 8, |results| results.equivalent_density_per_cm2.unwrap()), 78.0, 12.0);
    close(mean(&stay(4), 8, |results| results.equivalent_density_per_cm2.unwrap()), 130.0, 16.0);
}

#[test]
fn and_the_lines_that_one_direction_draws() {
    let lines =
        |technique| mean(&rolled(technique), 8, |results| results.lines.unwrap().times_chance);
    let narrow =
        Technique { passes: 16, lateral_sd_mm: 0.05, heading_sd_rad: 0.0, ..Technique::default() };
    let one = lines(Technique { directions: 1, ..narrow });
    let four = lines(narrow);
    let shifted = lines(Technique { lateral_sd_mm: 2.0, heading_sd_rad: 0.02, ..narrow });
    assert!(one > 3.0 * four && four > 2.0 * shifted, "{one} {four} {shifted}");
}
