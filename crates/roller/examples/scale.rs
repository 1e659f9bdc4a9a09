//! Cost against punctures: 10⁴ to 10⁷ of them, rolled and measured, with time and memory.
//!
//! `cargo run --release --package roller --example scale`
#![expect(clippy::unwrap_used, reason = "an example stops on a fault")]

use std::time::Instant;

use roller::{Device, Roller, Rolling, Technique, Zone};

fn main() {
    println!("{:>10} {:>12} {:>14} {:>10}", "punctures", "seconds", "µs/1000", "peak MB");
    for (needles, passes, side) in
        [(192, 16, 64.0), (192, 16, 203.0), (1080, 16, 269.0), (1080, 64, 425.0)]
    {
        let device = Device::Roller(Roller::usual(needles, 0.5));
        let technique = Technique { passes, ..Technique::default() };
        let rolling =
            Rolling::new(device, Zone::rectangle(side, side).unwrap(), technique).unwrap();
        let start = Instant::now();
        let results = rolling.results(1);
        let seconds = start.elapsed().as_secs_f64();
        let each = 1e9 * seconds / results.punctures as f64;
        println!("{:>10} {seconds:>12.4} {each:>14.1} {:>10}", results.punctures, peak_mb());
    }
}

/// The most memory this program has had so far, where the system tells.
fn peak_mb() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kb = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kb.map_or_else(|| "unknown".into(), |kb| (kb / 1024).to_string())
}
