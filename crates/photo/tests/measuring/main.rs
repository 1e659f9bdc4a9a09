//! Photos measured against each other: what was done to the skin and what was done to the photo are known, so what comes
//! out can be held against it. With photographs of people if `tests/photos/fetch` got them, always with the drawing.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly, its helpers too"
)]

mod careless;
mod dice;
mod nulls;
mod profile;
mod refusals;
mod scene;
mod sittings;
mod truth;

use photo::intake::{Limits, Shot, open};
use photo::{Comparison, Settings, compare};
use scene::{Scene, Taken};

/// Takes a photo.
fn shot(scene: &Scene, how: &Taken) -> Shot {
    open(&scene.photo(how), &Limits::default()).unwrap()
}

/// Compares one photo a side.
fn held(scene: &Scene, before: &Shot, after: &Shot) -> Comparison {
    let (before, after) = (std::slice::from_ref(before), std::slice::from_ref(after));
    compare(before, after, &scene.regions, &Settings::default())
}

/// Takes both photos and compares them.
fn run(scene: &Scene, before: &Taken, after: &Taken) -> Comparison {
    held(scene, &shot(scene, before), &shot(scene, after))
}
