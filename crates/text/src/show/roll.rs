//! What `roll` says: what a way of rolling does to the skin, how sure that is, and what would make it better.
//!
//! The struct's fields are the stable JSON; its sentences are under `roller-` in the protocol's texts. Numbers are computed
//! in `roller`; the cap on density is the protocol's.

mod sentences;

pub use sentences::advice_sentence;

use std::collections::BTreeMap;

use roller::{
    Advice, Advised, Calibrated, Device, Error, FARTHER_MM, Grade, Range, Results, Rolling, Spread,
    Target,
};
use serde::Serialize;
use serde_json::{Value, json};
use words::Worded;

use super::{Decider, Page, Sentences};
use crate::input::RollFile;

/// How many more seeds tell the spread.
const MORE_SEEDS: u64 = 4;

/// A rolling with its words.
#[derive(Debug, Serialize)]
pub struct Roll<'p> {
    seed: u64,
    punctures: usize,
    area_cm2: f64,
    density_per_cm2: f64,
    density_per_pass_per_cm2: [f64; 2],
    effective_density_per_cm2: f64,
    equivalent_density_per_cm2: Option<f64>,
    mean_nearest_mm: Option<f64>,
    nearest_quantiles_mm: Option<[f64; 5]>,
    clark_evans: Option<f64>,
    share_farther_than: BTreeMap<String, f64>,
    largest_gap: Option<Gap>,
    count_variation: Option<f64>,
    edge_density_share: Option<f64>,
    lines: Option<Lines>,
    opened_share: [f64; 2],
    sweep_at_most_mm: Option<f64>,
    counted_per_cm2: Option<f64>,
    spread: Value,
    advice: Vec<Value>,
    grades: BTreeMap<&'static str, &'static str>,
    protocol: Decider,
    #[serde(skip)]
    pub(super) said: Said<'p>,
}

/// What the sentences and the picture are made of.
#[derive(Debug)]
pub struct Said<'p> {
    pub(super) protocol: &'p Worded,
    pub(super) rolling: Rolling,
    pub(super) results: Results,
    pub(super) spread: Spread,
    pub(super) advised: Advised,
    pub(super) calibrated: Option<Calibrated>,
    pub(super) target: Target,
}

#[derive(Debug, Serialize)]
struct Gap {
    diameter_mm: f64,
    at_mm: [f64; 2],
}

#[derive(Debug, Serialize)]
struct Lines {
    times_chance: f64,
    apart_mm: f64,
    heading_degrees: f64,
}

impl<'p> Roll<'p> {
    /// Rolls what a file says, with its seed and a few more, and looks for what would be better.
    ///
    /// # Errors
    /// If there would be more punctures than are computed.
    pub fn of(protocol: &'p Worded, file: &RollFile) -> Result<Self, Error> {
        let rolling = Rolling::new(file.device, file.zone.clone(), file.technique)?;
        let results = rolling.results(file.seed);
        let spread = rolling.spread(&results, MORE_SEEDS);
        let (within_mm, share) = file.target;
        let target =
            Target { within_mm, share, density_cap_per_cm2: protocol.dose().density_cap_per_cm2 };
        let advised = roller::advise(&rolling, &results, target)?;
        let said = Said {
            protocol,
            rolling,
            results,
            spread,
            advised,
            calibrated: file.calibrated,
            target,
        };
        Ok(Self::from(said))
    }
    /// The rolling itself, for its punctures.
    pub fn rolling(&self) -> &Rolling {
        &self.said.rolling
    }
    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }
}

impl<'p> From<Said<'p>> for Roll<'p> {
    fn from(said: Said<'p>) -> Self {
        let results = &said.results;
        let device = said.rolling.device();
        let sweep = if let Device::Roller(roller) = device {
            Some(roller::sweep(roller).at_most_mm)
        } else {
            None
        };
        let farther =
            FARTHER_MM.iter().zip(results.farther).map(|(mm, share)| (format!("{mm:.1}"), share));
        Self {
            seed: results.seed,
            punctures: results.punctures,
            area_cm2: results.area_cm2,
            density_per_cm2: results.density_per_cm2,
            density_per_pass_per_cm2: device.density_per_pass_range(),
            effective_density_per_cm2: results.effective_density_per_cm2,
            equivalent_density_per_cm2: results.equivalent_density_per_cm2,
            mean_nearest_mm: results.nearest.map(|nearest| nearest.mean_mm),
            nearest_quantiles_mm: results.nearest.map(|nearest| nearest.quantiles_mm),
            clark_evans: results.nearest.map(|nearest| nearest.clark_evans),
            share_farther_than: farther.collect(),
            largest_gap: results
                .gap
                .map(|gap| Gap { diameter_mm: gap.diameter_mm, at_mm: gap.at_mm }),
            count_variation: results.variation,
            edge_density_share: results.rim,
            lines: results.lines.map(|lines| Lines {
                times_chance: lines.times_chance,
                apart_mm: lines.apart_mm,
                heading_degrees: lines.heading_degrees,
            }),
            opened_share: results.opened_share,
            sweep_at_most_mm: sweep,
            counted_per_cm2: said.calibrated.map(|found| found.counted_per_cm2),
            spread: spread(&said.spread),
            advice: said.advised.advice.iter().map(advice).collect(),
            grades: Grade::OF_RESULTS.iter().map(|(name, grade)| (*name, grade.word())).collect(),
            protocol: Decider::of(said.protocol),
            said,
        }
    }
}

fn range(range: &Range) -> Value {
    json!({ "low": range.low, "mean": range.mean, "high": range.high })
}

fn spread(spread: &Spread) -> Value {
    json!({
        "seeds": spread.seeds,
        "density_per_cm2": range(&spread.density_per_cm2),
        "effective_density_per_cm2": range(&spread.effective_density_per_cm2),
        "mean_nearest_mm": spread.mean_nearest_mm.as_ref().map(range),
        "share_farther_than": { "0.5": range(&spread.farther[0]), "1.0": range(&spread.farther[1]) },
        "largest_gap_mm": spread.gap_mm.as_ref().map(range),
    })
}

/// A piece of advice: its kind and its numbers.
fn advice(advice: &Advice) -> Value {
    match *advice {
        Advice::Lift { before, after, like_passes } => {
            json!({ "advice": "lift", "share_before": before, "share_after": after, "like_passes": like_passes })
        }
        Advice::Shift { by_mm, before, after } => {
            json!({ "advice": "shift", "by_mm": by_mm, "share_before": before, "share_after": after })
        }
        Advice::Turn { directions, before, after } => {
            json!({ "advice": "turn", "directions": directions, "lines_before": before, "lines_after": after })
        }
        Advice::RollOver { rim } => json!({ "advice": "roll-over", "edge_density_share": rim }),
        Advice::Passes { now, needed, density_per_cm2 } => {
            json!({ "advice": "passes", "now": now, "needed": needed, "density_per_cm2": density_per_cm2 })
        }
        Advice::OutOfReach { at_most } => json!({ "advice": "out-of-reach", "at_most": at_most }),
        Advice::TooDense { density_per_cm2, cap_per_cm2, at_most } => {
            json!({ "advice": "too-dense", "density_per_cm2": density_per_cm2, "cap_per_cm2": cap_per_cm2, "at_most": at_most })
        }
        Advice::LongSweep { at_most_mm } => {
            json!({ "advice": "long-sweep", "at_most_mm": at_most_mm })
        }
    }
}

impl Sentences for Roll<'_> {
    fn say(&self, page: &mut Page) {
        self.said.say(page);
        self.protocol.say(page);
    }
}
