//! The table of passes: what one, four, eight, … passes do on 5 by 5 cm, averaged over seeds.
//!
//! `cargo run --release --package roller --example table`
#![expect(clippy::unwrap_used, reason = "an example stops on a fault")]

use roller::{Device, Roller, Rolling, Technique, Zone};

fn main() {
    let device = Device::Roller(Roller::usual(192, 1.5));
    println!("passes /cm2 effective meanNN <0.25 gap p99gap >0.5 >1 CV CE lines equiv");
    let mut rows = Vec::new();
    for passes in [1, 4, 8, 12, 15, 16, 24, 32] {
        rows.push((format!("{passes}"), Technique { passes, ..Technique::default() }));
    }
    rows.push(("16x1dir".into(), Technique { passes: 16, directions: 1, ..Technique::default() }));
    rows.push(("16x2dir".into(), Technique { passes: 16, directions: 2, ..Technique::default() }));
    rows.push((
        "16x1 stay".into(),
        Technique { passes: 16, directions: 1, lift: false, ..Technique::default() },
    ));
    rows.push((
        "16x4 stay".into(),
        Technique { passes: 16, directions: 4, lift: false, ..Technique::default() },
    ));
    rows.push(("16 exact stay".into(), Technique::exact(16, 1, false)));
    for (name, technique) in rows {
        let rolling =
            Rolling::new(device, Zone::rectangle(50.0, 50.0).unwrap(), technique).unwrap();
        let all: Vec<_> = (0..4).map(|seed| rolling.results(seed)).collect();
        let mean = |of: &dyn Fn(&roller::Results) -> f64| {
            all.iter().map(of).sum::<f64>() / all.len() as f64
        };
        println!(
            "{name:>13} {:6.1} {:6.1} {:5.2} {:4.1}% {:4.2} {:4.2} {:5.1}% {:6.2}% {:4.1}% {:4.2} {:6.1} {:5.0}",
            mean(&|r| r.density_per_cm2),
            mean(&|r| r.effective_density_per_cm2),
            mean(&|r| r.nearest.unwrap().mean_mm),
            100.0 * mean(&|r| r.nearest.unwrap().double_share),
            mean(&|r| r.gap.unwrap().diameter_mm),
            2.0 * mean(&|r| r.near_mm[2]),
            100.0 * mean(&|r| r.farther[0]),
            100.0 * mean(&|r| r.farther[1]),
            100.0 * mean(&|r| r.variation.unwrap()),
            mean(&|r| r.nearest.unwrap().clark_evans),
            mean(&|r| r.lines.unwrap().times_chance),
            mean(&|r| r.equivalent_density_per_cm2.unwrap_or(0.0)),
        );
    }
}
