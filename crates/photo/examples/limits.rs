//! Measures where comparing photos fails: one nuisance after the other on photographs whose skin does not change, then
//! redness that is added, then skin of all tones. Prints the tables of `docs/photo-limits.md`.
//!
//! `tests/photos/fetch && cargo run --release -p photo --example limits [-- PAIRS | tones]`

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
use photo::colour::Tone;
use photo::intake::{Limits, Shot, open};
use photo::{Comparison, Outcome, Settings, compare};
use rayon::prelude::*;
use scene::{Scene, Taken};

/// Pairs per nuisance and scene, if not said.
const PAIRS: u64 = 5;
/// The longer side of the photos, in pixels.
const SIDE: u32 = 1600;

fn main() {
    let argument = std::env::args().nth(1).unwrap_or_default();
    let scenes = Scene::all(SIDE);
    if argument == "tones" {
        return tones(&scenes);
    }
    let pairs = argument.parse().unwrap_or(PAIRS);
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
    let count = said.iter().filter(|said| !said.comparable).count();
    if count == 0 { count.to_string() } else { format!("{count} ({})", reasons(said)) }
}

/// Every reason why not, once.
fn reasons<'a>(said: impl IntoIterator<Item = &'a Comparison>) -> String {
    let mut ids: Vec<&str> =
        said.into_iter().flat_map(|said| &said.why_not).map(|why| why.id()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.join(", ")
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

/// Melanin laid over the skin, absorbance in green; less than 0 is taken away.
const MELANIN: [f32; 15] =
    [-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 1.1, 1.3, 1.5, 1.8, 2.2];

/// The same blood under more and more melanin: how much of it a photo still shows, and what it shows of none.
fn tones(scenes: &[Scene]) {
    let jobs: Vec<(&Scene, f32)> =
        scenes.iter().flat_map(|scene| MELANIN.map(|melanin| (scene, melanin))).collect();
    let said: Vec<[Comparison; 2]> = jobs.par_iter().map(|job| toned(job.0, job.1)).collect();
    println!("\n| tone of the reference | scene | melanin | ΔEI of 0.05 | share | null |");
    println!("|---|---|---|---|---|---|");
    for ((scene, melanin), [red, null]) in jobs.iter().zip(&said) {
        let (Some(delta), Some(tone)) = (red.delta_ei, red.tone) else {
            println!("| | {} | {melanin} | refused: {} | | |", scene.name, reasons([red]));
            continue;
        };
        let null = null.delta_ei.map_or_else(|| "refused".to_owned(), |null| format!("{null:+.4}"));
        let (word, share) = (tone.word(), 2000.0 * delta);
        println!("| {word} | {} | {melanin} | {delta:.4} | {share:.0} % | {null} |", scene.name);
    }
    bands(&said);
}

/// Skin with so much melanin, exposed a little longer for more of it: redness of 0.05 added, and nothing added.
fn toned(scene: &Scene, melanin: f32) -> [Comparison; 2] {
    let gain = 10_f32.powf(0.5 * melanin).min(1.6);
    let skin = Taken { melanin, gain: [gain; 3], ..Taken::default() };
    let before = shot(scene, &skin);
    let after = |redness, seed| shot(scene, &Taken { redness, seed, ..skin.clone() });
    [held(scene, &before, &after(0.05, 2)), held(scene, &before, &after(0.0, 3))]
}

/// The same by band: how widely the share and the error of none range.
fn bands(said: &[[Comparison; 2]]) {
    println!("\n| band | pairs | share of redness shown | largest null | found as such |");
    println!("|---|---|---|---|---|");
    for band in Tone::ALL {
        let of: Vec<_> = said.iter().filter(|[red, _]| red.tone == Some(band)).collect();
        let shares: Vec<f64> = of.iter().filter_map(|[red, _]| red.delta_ei).collect();
        let (low, high) =
            shares.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), share| {
                (low.min(2000.0 * share), high.max(2000.0 * share))
            });
        let nulls = of.iter().filter_map(|[_, null]| null.delta_ei);
        let null = nulls.map(f64::abs).fold(0.0, f64::max);
        let found = of.iter().filter(|[red, _]| red.result == Outcome::Increase).count();
        let (word, count) = (band.word(), of.len());
        if count == 0 {
            println!("| {word} | 0 | not reached | – | – |");
        } else {
            println!("| {word} | {count} | {low:.0} to {high:.0} % | {null:.4} | {found} |");
        }
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

fn rms(values: &[f64]) -> f64 {
    (values.iter().map(|value| value * value).sum::<f64>() / values.len().max(1) as f64).sqrt()
}
