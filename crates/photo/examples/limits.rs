//! Measures where comparing photos fails: one nuisance after the other on photographs whose skin does not change, then
//! redness that is added, then skin of all tones. Prints the tables of `docs/photo-limits.md`.
//!
//! `tests/photos/fetch && cargo run --release -p photo --example limits [-- PAIRS]`

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "it shares the scenes of the tests, which may fail loudly"
)]

#[path = "../tests/measuring/careless.rs"]
mod careless;
#[path = "../tests/measuring/dice.rs"]
mod dice;
#[path = "../tests/measuring/profile.rs"]
mod profile;
#[path = "../tests/measuring/scene.rs"]
mod scene;

use careless::{ALL, Nuisance};
use dice::Dice;
use photo::intake::{Limits, Shot, open};
use photo::{Comparison, Outcome, Settings, compare};
use rayon::prelude::*;
use scene::{Scene, Taken};

/// Pairs per nuisance and scene, if not said.
const PAIRS: u64 = 5;
/// The longer side of the photos, in pixels.
const SIDE: u32 = 1600;

fn main() {
    let pairs = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(PAIRS);
    let scenes = Scene::all(SIDE);
    let names: Vec<&str> = scenes.iter().map(|scene| scene.name).collect();
    println!("Scenes: {}; {pairs} pairs each.\n", names.join("; "));
    nulls(&scenes, pairs);
    redness(&scenes, pairs);
    tones(&scenes);
}

/// Takes a photo.
fn shot(scene: &Scene, how: &Taken) -> Shot {
    open(&scene.photo(how), &Limits::default()).unwrap()
}

/// Compares two photos.
fn held(scene: &Scene, before: &Shot, after: &Shot) -> Comparison {
    let (before, after) = (std::slice::from_ref(before), std::slice::from_ref(after));
    compare(before, after, &scene.regions, &Settings::default())
}

/// Takes both photos and compares them.
fn run(scene: &Scene, before: &Taken, after: &Taken) -> Comparison {
    held(scene, &shot(scene, before), &shot(scene, after))
}

/// Two photos that differ as said, for every scene and several seeds.
fn all(scenes: &[Scene], pairs: u64, nuisance: &Nuisance, redness: f32) -> Vec<Comparison> {
    let befores: Vec<Shot> = scenes.iter().map(|scene| shot(scene, &Taken::default())).collect();
    let jobs: Vec<((&Scene, &Shot), u64)> = scenes
        .iter()
        .zip(&befores)
        .flat_map(|pair| (1..=pairs).map(move |seed| (pair, seed)))
        .collect();
    let said = |((scene, before), seed): &((&Scene, &Shot), u64)| {
        let mut after = Taken { seed: seed + 100, redness, ..Taken::default() };
        (nuisance.change)(&mut Dice::new(*seed), &mut after);
        held(scene, before, &shot(scene, &after))
    };
    jobs.par_iter().map(said).collect()
}

fn nulls(scenes: &[Scene], pairs: u64) {
    println!(
        "| nothing changed but | pairs | refused | mean ΔEI | RMS ΔEI | largest | RMS Δa* | false change | mean SDC | RMS surface |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    for nuisance in &ALL {
        let said = all(scenes, pairs, nuisance, 0.0);
        let deltas: Vec<f64> = said.iter().filter_map(|said| said.delta_ei).collect();
        let wrong = said
            .iter()
            .filter(|said| matches!(said.result, Outcome::Decrease | Outcome::Increase))
            .count();
        let colours: Vec<f64> = said.iter().filter_map(|said| said.delta_a).collect();
        let sdc: Vec<f64> = said.iter().filter_map(|said| said.sdc).collect();
        let surface: Vec<f64> = said.iter().filter_map(|said| said.surface).collect();
        println!(
            "| {} | {} | {} | {:+.4} | {:.4} | {:.4} | {:.2} | {wrong} | {:.3} | {:.3} ({}) |",
            nuisance.name,
            said.len(),
            why(&said),
            mean(&deltas),
            rms(&deltas),
            deltas.iter().map(|delta| delta.abs()).fold(0.0, f64::max),
            rms(&colours),
            mean(&sdc),
            rms(&surface),
            surface.len(),
        );
    }
}

fn why(said: &[Comparison]) -> String {
    let mut ids: Vec<&str> =
        said.iter().flat_map(|said| &said.why_not).map(|why| why.id()).collect();
    let count = said.iter().filter(|said| !said.comparable).count();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() { count.to_string() } else { format!("{count} ({})", ids.join(", ")) }
}

fn redness(scenes: &[Scene], pairs: u64) {
    println!(
        "\n| redness added, ΔEI | in | pairs | refused | mean error | RMS error | largest | found as such |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    for truth in [-0.05_f32, 0.02, 0.05, 0.1] {
        for nuisance in [&ALL[1], &ALL[3], &ALL[13]] {
            let said = all(scenes, pairs, nuisance, truth);
            let errors: Vec<f64> = said
                .iter()
                .filter_map(|said| said.delta_ei)
                .map(|delta| delta - f64::from(truth))
                .collect();
            let wanted = if truth > 0.0 { Outcome::Increase } else { Outcome::Decrease };
            let found = said.iter().filter(|said| said.result == wanted).count();
            println!(
                "| {truth} | {} | {} | {} | {:+.4} | {:.4} | {:.4} | {found} |",
                nuisance.name,
                said.len(),
                why(&said),
                mean(&errors),
                rms(&errors),
                errors.iter().map(|error| error.abs()).fold(0.0, f64::max),
            );
        }
    }
}

/// The same blood under more and more melanin: how much of it a photo still shows.
fn tones(scenes: &[Scene]) {
    println!("\n| tone of the reference | scene | melanin | ΔEI of 0.05 | share | null |");
    println!("|---|---|---|---|---|---|");
    for scene in scenes {
        for melanin in [0.0_f32, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9] {
            let gain = 10_f32.powf(0.5 * melanin).min(1.6);
            let skin = Taken { melanin, gain: [gain; 3], ..Taken::default() };
            let said = run(scene, &skin, &Taken { redness: 0.05, seed: 2, ..skin.clone() });
            let null = run(scene, &skin, &Taken { seed: 3, ..skin.clone() });
            let (Some(delta), Some(tone)) = (said.delta_ei, said.tone) else {
                println!("| | {} | {melanin} | refused: {} | | |", scene.name, why(&[said]));
                continue;
            };
            let null =
                null.delta_ei.map_or_else(|| "refused".to_owned(), |null| format!("{null:+.4}"));
            println!(
                "| {} | {} | {melanin} | {delta:.4} | {:.0} % | {null} |",
                tone.word(),
                scene.name,
                2000.0 * delta
            );
        }
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

fn rms(values: &[f64]) -> f64 {
    (values.iter().map(|value| value * value).sum::<f64>() / values.len().max(1) as f64).sqrt()
}
