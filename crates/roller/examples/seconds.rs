//! Seconds for rolling and measuring 192 needles, 16 passes, 5 by 5 cm: the best of fifty, for `tests/roller/check`.
#![expect(clippy::unwrap_used, reason = "an example stops on a fault")]

use std::time::Instant;

use roller::{Device, Roller, Rolling, Technique, Zone};

fn main() {
    let technique = Technique { passes: 16, ..Technique::default() };
    let device = Device::Roller(Roller::usual(192, 1.5));
    let rolling = Rolling::new(device, Zone::rectangle(50.0, 50.0).unwrap(), technique).unwrap();
    let once = |seed| {
        let start = Instant::now();
        std::hint::black_box(rolling.results(seed));
        start.elapsed().as_secs_f64()
    };
    println!("{}", (0..50).map(once).fold(f64::INFINITY, f64::min));
}
