//! One pair of 13.7 megapixels: `pair make FOLDER` writes it with what should be found in it, `pair compare FOLDER` measures
//! it and prints what was found, how long it took and how much memory. `benches/peers/photo/run` holds it against a peer.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    dead_code,
    reason = "it shares the scenes of the tests, which may fail loudly"
)]

#[path = "../tests/measuring/dice.rs"]
mod dice;
#[path = "../tests/measuring/profile.rs"]
mod profile;
#[path = "../tests/measuring/scene.rs"]
mod scene;

use std::fs;
use std::path::Path;
use std::time::Instant;

use photo::intake::{Limits, Shot, open};
use photo::register::Homography;
use photo::{Settings, compare};
use scene::{Scene, Taken};

/// As the study of photo.md: turned by 4°, 1.06 times nearer, shifted, tilted a little.
fn movement() -> Homography {
    let (sin, cos) = 4_f64.to_radians().sin_cos();
    let (sin, cos) = (1.06 * sin, 1.06 * cos);
    let (x, y) = (1706.0, 2000.0);
    Homography([
        cos,
        -sin,
        x - cos * x + sin * y + 80.0,
        sin,
        cos,
        y - sin * x - cos * y - 50.0,
        3e-6,
        -2e-6,
    ])
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let folder = Path::new(arguments.get(1).map_or("target/photo-pair", String::as_str));
    match arguments.first().map(String::as_str) {
        Some("make") => make(folder),
        _ => measure(folder),
    }
}

fn scene() -> Scene {
    let mut photographs = Scene::photographs(4000);
    if photographs.is_empty() { Scene::drawn(4000) } else { photographs.swap_remove(1) }
}

fn make(folder: &Path) {
    fs::create_dir_all(folder).unwrap();
    let scene = scene();
    let after = Taken {
        from: movement(),
        gain: [0.88, 0.95, 1.0],
        slope: [0.12, 0.08, 0.0],
        redness: 0.052,
        seed: 2,
        ..Taken::default()
    };
    fs::write(folder.join("before.jpg"), scene.photo(&Taken::default())).unwrap();
    fs::write(folder.join("after.jpg"), scene.photo(&after)).unwrap();
    let text = |rect: photo::Rect| {
        [rect.x, rect.y, rect.width, rect.height].map(|n| format!("{}", n.round())).join(",")
    };
    let (region, reference) = (text(scene.regions.region), text(scene.regions.reference.unwrap()));
    let truth = movement().0.map(|number| number.to_string()).join(",");
    fs::write(folder.join("truth.txt"), format!("{region}\n{reference}\n{truth}\n0.052\n"))
        .unwrap();
}

fn measure(folder: &Path) {
    let truth = fs::read_to_string(folder.join("truth.txt")).unwrap();
    let numbers =
        |line: &str| -> Vec<f64> { line.split(',').map(|n| n.parse().unwrap()).collect() };
    let lines: Vec<Vec<f64>> = truth.lines().map(numbers).collect();
    let rect = |n: &[f64]| photo::Rect { x: n[0], y: n[1], width: n[2], height: n[3] };
    let regions =
        photo::Regions { region: rect(&lines[0]), reference: Some(rect(&lines[1])), control: None };
    let start = Instant::now();
    let shot =
        |name: &str| open(&fs::read(folder.join(name)).unwrap(), &Limits::default()).unwrap();
    let (before, after): (Shot, Shot) = rayon::join(|| shot("before.jpg"), || shot("after.jpg"));
    let decoded = start.elapsed();
    let said = compare(&[before], &[after], &regions, &Settings::default());
    let whole = start.elapsed();
    let found = said.registration.unwrap();
    let wanted = Homography(std::array::from_fn(|at| lines[2][at]));
    let all = photo::Rect::around(&regions.all());
    let squares: Vec<f64> = all
        .grid(20)
        .map(|at| {
            let (one, other) = (found.movement.of(at), wanted.of(at));
            (one.0 - other.0).powi(2) + (one.1 - other.1).powi(2)
        })
        .collect();
    let rms = (squares.iter().sum::<f64>() / squares.len() as f64).sqrt();
    println!(
        "ours: {:.2} s ({:.2} s of it decoding), peak {} MB",
        whole.as_secs_f64(),
        decoded.as_secs_f64(),
        peak() / 1024
    );
    println!(
        "ours: warp RMS {rms:.3} px in the face box, {} inliers, there and back {:.3} px",
        found.inliers, found.rms_px
    );
    println!(
        "ours: dEI {:.4} (true {}), sdc {:.4}, da* {:.2}, {}",
        said.delta_ei.unwrap_or(f64::NAN),
        lines[3][0],
        said.sdc.unwrap_or(f64::NAN),
        said.delta_a.unwrap_or(f64::NAN),
        said.result.word()
    );
    println!("ours: {:?}", said.why_not);
}

/// The most memory so far in kB, where the kernel says it.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
}
