//! Rolling and measuring, all results: a usual roller on 5 by 5 cm, and a whole face with many needles.
#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark stops on a fault")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use roller::{Device, Roller, Rolling, Target, Technique, Zone, advise, presets};

fn rolling(needles: u32, passes: u32, zone: Zone) -> Rolling {
    let technique = Technique { passes, ..Technique::default() };
    Rolling::new(Device::Roller(Roller::usual(needles, 1.5)), zone, technique).unwrap()
}

fn roll(criterion: &mut Criterion) {
    let square = rolling(192, 16, Zone::rectangle(50.0, 50.0).unwrap());
    criterion.bench_function("192 needles, 16 passes, 5 x 5 cm, all results", |bench| {
        bench.iter(|| black_box(square.results(black_box(7))));
    });
    let face = rolling(1080, 32, presets::find("face").unwrap().unwrap());
    let mut slow = criterion.benchmark_group("face");
    slow.sample_size(20);
    slow.bench_function("1080 needles, 32 passes, a whole face, all results", |bench| {
        bench.iter(|| black_box(face.results(black_box(7))));
    });
    slow.bench_function("advice for 16 passes on 5 x 5 cm without lifting", |bench| {
        let technique = Technique { lift: false, directions: 1, ..*square.technique() };
        let poor = square.with(technique).unwrap();
        let results = poor.results(7);
        let target = Target { within_mm: 1.0, share: 0.95, density_cap_per_cm2: 250.0 };
        bench.iter(|| black_box(advise(&poor, &results, target).unwrap()));
    });
}

criterion_group!(benches, roll);
criterion_main!(benches);
