//! What one rolling did, and how much that differs from one rolling to the next.

use std::f64::consts::PI;

use crate::device::{Device, Pattern};
use crate::error::Error;
use crate::evenness::{self, Lines};
use crate::index::Index;
use crate::mask::Mask;
use crate::neighbours::{self, Nearest};
use crate::space::{Gap, Space};
use crate::strokes::{Hand, Punctures};
use crate::technique::Technique;
use crate::wound;
use crate::zone::Zone;

/// Distances for which every result tells the share of skin farther from any puncture, mm.
pub const FARTHER_MM: [f64; 2] = [0.5, 1.0];
/// How far around the zone neighbours are looked for, mm: three times the usual distance between punctures, within these.
const HALO_MM: [f64; 2] = [1.0, 10.0];

/// A device, a zone and a way of rolling, checked and ready to be rolled with any seed.
#[derive(Clone, Debug)]
pub struct Rolling {
    device: Device,
    technique: Technique,
    pattern: Pattern,
    mask: Mask,
}

/// What one rolling did.
#[derive(Clone, Debug)]
pub struct Results {
    /// Its seed.
    pub seed: u64,
    /// Punctures in the zone.
    pub punctures: usize,
    /// Skin in the zone, cm².
    pub area_cm2: f64,
    /// Punctures per cm².
    pub density_per_cm2: f64,
    /// The same with double hits (within 0.25 mm) counted once.
    pub effective_density_per_cm2: f64,
    /// The density at which punctures thrown by chance leave as much skin farther than 0.5 mm; `None` if none is left
    /// that far, or all is.
    pub equivalent_density_per_cm2: Option<f64>,
    /// Nearest neighbours; `None` with fewer than two punctures.
    pub nearest: Option<Nearest>,
    /// Share of the zone farther than each of [`FARTHER_MM`] from any puncture.
    pub farther: [f64; 2],
    /// So near to a puncture, mm: half, 95 and 99 percent of the zone. Infinite without punctures.
    pub near_mm: [f64; 3],
    /// The largest gap; `None` without punctures.
    pub gap: Option<Gap>,
    /// Standard deviation over mean of the counts in cells of 5 mm.
    pub variation: Option<f64>,
    /// Density along the edge over that of the whole zone.
    pub rim: Option<f64>,
    /// The strongest lines.
    pub lines: Option<Lines>,
    /// Share of the surface opened, lower and upper end.
    pub opened_share: [f64; 2],
    /// The distances themselves, for pictures and other shares.
    pub space: Space,
}

/// Lowest, mean and highest over several seeds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Lowest.
    pub low: f64,
    /// Mean.
    pub mean: f64,
    /// Highest.
    pub high: f64,
}

/// How much the results differ between seeds.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// The seeds.
    pub seeds: Vec<u64>,
    /// Punctures per cm².
    pub density_per_cm2: Range,
    /// Double hits counted once.
    pub effective_density_per_cm2: Range,
    /// Mean distance to the nearest neighbour, mm.
    pub mean_nearest_mm: Option<Range>,
    /// Share farther than each of [`FARTHER_MM`].
    pub farther: [Range; 2],
    /// The largest gap, mm.
    pub gap_mm: Option<Range>,
}

impl Rolling {
    /// # Errors
    /// If a number can't be right, or there would be more punctures than are computed.
    pub fn new(device: Device, zone: Zone, technique: Technique) -> Result<Self, Error> {
        device.check()?;
        technique.check()?;
        let pattern = device.pattern();
        // Without lifting, one pass may be all the cover there is.
        let passes = if technique.lift { f64::from(technique.passes) } else { 1.0 };
        let halo = (3.0 / (pattern.density() * passes).sqrt()).clamp(HALO_MM[0], HALO_MM[1]);
        let rolling = Self { device, technique, pattern, mask: Mask::new(zone, halo) };
        rolling.hand().check()?;
        Ok(rolling)
    }
    /// The same device and zone, rolled another way.
    ///
    /// # Errors
    /// As [`Rolling::new`].
    pub fn with(&self, technique: Technique) -> Result<Self, Error> {
        Self::new(self.device, self.zone().clone(), technique)
    }
    /// The device.
    pub fn device(&self) -> &Device {
        &self.device
    }
    /// The zone.
    pub fn zone(&self) -> &Zone {
        self.mask.zone()
    }
    /// The way of rolling.
    pub fn technique(&self) -> &Technique {
        &self.technique
    }
    /// Distance between the lines that the device's needles draw, mm.
    pub fn line_spacing_mm(&self) -> f64 {
        self.pattern.lines
    }
    fn hand(&self) -> Hand<'_> {
        Hand { pattern: &self.pattern, technique: &self.technique, mask: &self.mask }
    }
    /// Rolls once.
    pub fn roll(&self, seed: u64) -> Punctures {
        self.hand().roll(seed)
    }
    /// Rolls once and measures it.
    pub fn results(&self, seed: u64) -> Results {
        self.measure(&self.roll(seed), seed)
    }

    /// Measures punctures of this rolling.
    pub fn measure(&self, punctures: &Punctures, seed: u64) -> Results {
        let mask = &self.mask;
        let index = Index::of(punctures);
        let others = index.as_ref().map(Index::others).unwrap_or_default();
        let space = Space::probe(index.as_ref(), mask);
        let area = self.zone().area_mm2();
        let per_cm2 = |count: usize| count as f64 / (area / 100.0);
        let density_per_cm2 = per_cm2(punctures.inside.len());
        let farther = FARTHER_MM.map(|mm| space.share_farther(mm));
        Results {
            seed,
            punctures: punctures.inside.len(),
            area_cm2: area / 100.0,
            density_per_cm2,
            effective_density_per_cm2: per_cm2(neighbours::apart(&others, mask.bounds())),
            equivalent_density_per_cm2: equivalent(farther[0]),
            nearest: neighbours::nearest(&others, area),
            farther,
            near_mm: space.quantiles(),
            gap: index.as_ref().and_then(|index| space.gap(index, mask)),
            variation: evenness::variation(punctures, mask),
            rim: evenness::rim(punctures, &space, mask),
            lines: evenness::lines(punctures, &self.pattern, &self.technique),
            opened_share: wound::opened_share(density_per_cm2),
            space,
        }
    }

    /// Rolls with several seeds, the first of which is given; at least one.
    pub fn spread(&self, first: &Results, more: u64) -> Spread {
        let others = (1..=more).map(|nth| self.results(first.seed.wrapping_add(nth)));
        let all: Vec<Results> = std::iter::once(first.clone()).chain(others).collect();
        let over = |of: &dyn Fn(&Results) -> Option<f64>| Range::of(all.iter().filter_map(of));
        let must = |of: &dyn Fn(&Results) -> f64| {
            Range::of(all.iter().map(of)).unwrap_or(Range { low: 0.0, mean: 0.0, high: 0.0 })
        };
        Spread {
            seeds: all.iter().map(|results| results.seed).collect(),
            density_per_cm2: must(&|results| results.density_per_cm2),
            effective_density_per_cm2: must(&|results| results.effective_density_per_cm2),
            mean_nearest_mm: over(&|results| results.nearest.map(|nearest| nearest.mean_mm)),
            farther: [must(&|results| results.farther[0]), must(&|results| results.farther[1])],
            gap_mm: over(&|results| results.gap.map(|gap| gap.diameter_mm)),
        }
    }
}

impl Range {
    fn of(values: impl Iterator<Item = f64>) -> Option<Self> {
        let start = (f64::INFINITY, 0.0, f64::NEG_INFINITY, 0.0);
        let (low, sum, high, count) = values.fold(start, |(low, sum, high, count), value| {
            (value.min(low), sum + value, value.max(high), count + 1.0)
        });
        (count > 0.0).then(|| Self { low, mean: sum / count, high })
    }
}

/// Chance leaves a share s = exp(−nπd²) farther than d, so n = −ln s / πd²; here d = 0.5 mm, per cm².
fn equivalent(share: f64) -> Option<f64> {
    (share > 0.0 && share < 1.0).then(|| 100.0 * needed(FARTHER_MM[0], share))
}

/// Punctures per mm² that chance needs to leave this share farther than d mm.
pub(crate) fn needed(mm: f64, share: f64) -> f64 {
    -share.ln() / (PI * mm * mm)
}

/// What a result rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Follows from sizes that are known.
    Geometry,
    /// Somebody measured it.
    Measured,
    /// Rests on how far a hand scatters, which nobody has measured.
    Assumption,
}

impl Grade {
    /// What each result rests on, by its name in [`Results`].
    pub const OF_RESULTS: [(&'static str, Self); 11] = [
        ("punctures", Self::Geometry),
        ("density_per_cm2", Self::Geometry),
        ("effective_density_per_cm2", Self::Assumption),
        ("equivalent_density_per_cm2", Self::Assumption),
        ("nearest", Self::Assumption),
        ("farther", Self::Assumption),
        ("gap", Self::Assumption),
        ("variation", Self::Assumption),
        ("rim", Self::Assumption),
        ("lines", Self::Assumption),
        ("opened_share", Self::Measured),
    ];
    /// One word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Geometry => "geometry",
            Self::Measured => "measured",
            Self::Assumption => "assumption",
        }
    }
}
