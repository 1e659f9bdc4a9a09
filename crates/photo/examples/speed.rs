//! How long the work on photographs takes on this machine, and how much memory it needs at most.
//!
//! `cargo run --release -p photo --example speed [-- FOLDER]`; with a folder, the drawings are saved there to look at.
//! It only measures and prints; the bar is a thumbnail of 12 megapixels under 150 ms.

use std::error::Error;
use std::path::Path;
use std::time::{Duration, Instant};

use image::RgbImage;
use image::imageops::{self, FilterType};
use photo::drawing::{View, draw, draw_jpeg};
use photo::intake::{self, Limits};

const ROUNDS: usize = 7;

fn main() -> Result<(), Box<dyn Error>> {
    if let Some(folder) = std::env::args().nth(1) {
        save_drawings(Path::new(&folder))?;
    }
    let limits = Limits::default();
    let face = draw(View::Front, 0.3, 1);
    for (width, height) in [(3000, 4000), (6120, 8160)] {
        let mut large = imageops::resize(&face, width, height, FilterType::Triangle);
        add_noise(&mut large);
        let file = intake::encode_jpeg(&large)?;
        drop(large);
        let megapixels = width * height / 1_000_000;
        println!("{megapixels} megapixels, {} kB of JPEG", file.len() / 1000);
        report("  thumbnail", || intake::thumbnail(&file, &limits).is_ok());
        report("  taken in whole", || intake::take_in(&file, &limits).is_ok());
    }
    report("drawing, front", || draw(View::Front, 0.5, 3).width() > 0);
    report("drawing, close, as JPEG", || draw_jpeg(View::Close, 0.5, 3).is_ok());
    Ok(())
}

/// A sensor's noise, without which a file is smaller, and quicker to read, than a camera's.
fn add_noise(picture: &mut RgbImage) {
    let mut state = 1_u32;
    for value in picture.iter_mut() {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        *value = value.saturating_add((state >> 24) as u8 % 13).saturating_sub(6);
    }
}

fn report(what: &str, work: impl Fn() -> bool) {
    forget_peak();
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            assert!(work(), "{what} failed");
            start.elapsed()
        })
        .collect();
    times.sort();
    let middle = times.get(ROUNDS / 2).copied().unwrap_or_default();
    let fastest = times.first().copied().unwrap_or_default();
    let (middle, fastest) = (middle.as_millis(), fastest.as_millis());
    println!("{what}: {middle} ms ({fastest} ms at best), at most {} of memory", peak_memory());
}

/// Lets the kernel count the peak anew, where it can.
fn forget_peak() {
    drop(std::fs::write("/proc/self/clear_refs", "5"));
}

/// As the kernel counts it; elsewhere than on Linux it is not known.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "not known".to_owned(), |line| line.trim().to_owned())
}

/// All views (across) at three stages (down) on one sheet, and each at its size.
fn save_drawings(folder: &Path) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(folder)?;
    let views = [
        ("front", View::Front),
        ("left", View::Left),
        ("right", View::Right),
        ("close", View::Close),
    ];
    let mut sheet = RgbImage::new(400 * 4, 533 * 3);
    for (column, (name, view)) in (0_i64..).zip(views) {
        for (row, (stage, seed)) in (0_i64..).zip([(0.0, 1), (0.5, 2), (1.0, 3)]) {
            let drawing = draw(view, stage, seed);
            drawing.save(folder.join(format!("{name}-{}.png", (stage * 100.0) as u8)))?;
            let small = imageops::resize(&drawing, 400, 533, FilterType::Triangle);
            imageops::replace(&mut sheet, &small, column * 400, row * 533);
        }
    }
    sheet.save(folder.join("sheet.png"))?;
    Ok(())
}
