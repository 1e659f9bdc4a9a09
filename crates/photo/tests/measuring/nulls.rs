//! Skin that did not change is not called redder or less red, however carelessly it is taken.

use photo::Outcome;
use rayon::prelude::*;

use super::careless::ALL;
use super::dice::Dice;
use super::held;
use super::scene::{Scene, Taken};
use super::shot;

/// How many pairs are tried, if `NULL_PAIRS` does not say otherwise (200 for the figure in `docs/photo-limits.md`).
const PAIRS: usize = 56;

#[test]
fn unchanged_skin_changes_in_fewer_than_one_pair_of_twenty() {
    let pairs =
        std::env::var("NULL_PAIRS").ok().and_then(|text| text.parse().ok()).unwrap_or(PAIRS);
    let scenes = Scene::all(1100);
    let befores: Vec<_> = scenes.iter().map(|scene| shot(scene, &Taken::default())).collect();
    let outcome = |pair: usize| {
        let at = pair % scenes.len();
        let nuisance = &ALL[pair / scenes.len() % ALL.len()];
        let mut after = Taken { seed: pair as u64 + 50, ..Taken::default() };
        (nuisance.change)(&mut Dice::new(pair as u64 + 1), &mut after);
        let said = held(&scenes[at], &befores[at], &shot(&scenes[at], &after));
        (scenes[at].name, nuisance.name, said.result, said.delta_ei)
    };
    let all: Vec<_> = (0..pairs).into_par_iter().map(outcome).collect();
    let wrong: Vec<_> =
        all.iter().filter(|said| matches!(said.2, Outcome::Decrease | Outcome::Increase)).collect();
    let refused = all.iter().filter(|said| said.2 == Outcome::NotComparable).count();
    println!("{pairs} pairs, {refused} refused, {} called a change: {wrong:?}", wrong.len());
    assert!(wrong.len() * 20 <= pairs, "{wrong:?}");
    // To refuse everything would be no answer.
    assert!(refused * 2 <= pairs, "{refused} of {pairs} refused");
}
