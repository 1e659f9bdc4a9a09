//! What would make it better: each piece of advice is rolled, and given only if it helps by more than chance would.
//!
//! No sentence stands here; a piece of advice is a kind with its numbers. The cap on density is the protocol's and comes
//! as an argument.

use crate::device::Device;
use crate::error::Error;
use crate::results::{Results, Rolling, needed};
use crate::technique::Technique;
use crate::wound;

/// What should be reached, and what not be exceeded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// No farther than this from a puncture, mm …
    pub within_mm: f64,
    /// … for this share of the zone.
    pub share: f64,
    /// More punctures per cm² in one session than this are too many.
    pub density_cap_per_cm2: f64,
}

/// A piece of advice with its numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Advice {
    /// Lift between passes: back and forth retraces its own holes. The share left farther than the target before and
    /// after, and how many lifted passes cover as much as all these.
    Lift {
        /// Share as rolled.
        before: f64,
        /// Share with lifting.
        after: f64,
        /// Lifted passes that cover as much.
        like_passes: f64,
    },
    /// Shift sideways by this much between passes.
    Shift {
        /// Sideways, mm.
        by_mm: f64,
        /// Share as rolled.
        before: f64,
        /// Share with shifting.
        after: f64,
    },
    /// Change direction: lines in times of chance before and after.
    Turn {
        /// Directions to roll in.
        directions: u32,
        /// Lines as rolled, in times of chance.
        before: f64,
        /// Lines with more directions.
        after: f64,
    },
    /// Roll over the edge of the zone: the rim has only this share of the density.
    RollOver {
        /// Density at the rim over that of the whole zone.
        rim: f64,
    },
    /// So many passes, rolled as advised, reach the target.
    Passes {
        /// Passes rolled.
        now: u32,
        /// Passes needed.
        needed: u32,
        /// Punctures per cm² these make.
        density_per_cm2: f64,
    },
    /// No number of passes under the cap reaches the target.
    OutOfReach {
        /// Passes at most.
        at_most: u32,
    },
    /// More punctures than the protocol's cap.
    TooDense {
        /// Punctures per cm².
        density_per_cm2: f64,
        /// The cap.
        cap_per_cm2: f64,
        /// Passes at most; 0 if one is too many already.
        at_most: u32,
    },
    /// Long needles of a roller sweep through the surface.
    LongSweep {
        /// At most so far, mm.
        at_most_mm: f64,
    },
}

/// Advice, and what it would bring.
#[derive(Clone, Debug)]
pub struct Advised {
    /// The pieces, what helps most first.
    pub advice: Vec<Advice>,
    /// As many passes as were rolled, but lifted, shifted, turned as advised; and what that does.
    pub same_passes: (Rolling, Results),
    /// The way of rolling that follows all of it, with the passes it needs.
    pub rolling: Rolling,
    /// What that does, with the same seed.
    pub results: Results,
}

/// A sweep longer than this is worth a word, mm: the thickness of a channel several times over.
const LONG_SWEEP_MM: f64 = 0.5;
/// A change in a share below this is chance.
const NOISE: f64 = 0.02;
/// Lines weaker than this can't be told from chance.
const FAINT: f64 = 8.0;
/// Rims above this are as good as the rest.
const FULL_RIM: f64 = 0.95;
/// Parts of a spacing after which shifts land between all earlier ones, however many there are.
const GOLDEN: f64 = 0.618_034;

/// Tries lifting, shifting, turning and rolling over the edge in turn, keeps what helps, then looks for the fewest passes.
///
/// # Errors
/// If a way that would be advised has more punctures than are computed.
pub fn advise(rolling: &Rolling, results: &Results, target: Target) -> Result<Advised, Error> {
    let mut trial =
        Trial { best: rolling.clone(), results: results.clone(), target, advice: Vec::new() };
    trial.lift()?;
    trial.shift()?;
    trial.turn()?;
    trial.roll_over()?;
    let same_passes = (trial.best.clone(), trial.results.clone());
    trial.passes()?;
    trial.warn(rolling, results);
    Ok(Advised { advice: trial.advice, same_passes, rolling: trial.best, results: trial.results })
}

struct Trial {
    best: Rolling,
    results: Results,
    target: Target,
    advice: Vec<Advice>,
}

impl Trial {
    fn far(&self, results: &Results) -> f64 {
        results.space.share_farther(self.target.within_mm)
    }
    /// The mean with two more seeds: one lucky rolling should not make the advice.
    fn usual_far(&self, rolling: &Rolling, results: &Results) -> f64 {
        let others = [1, 2].map(|more| self.far(&rolling.results(results.seed.wrapping_add(more))));
        (self.far(results) + others.iter().sum::<f64>()) / 3.0
    }
    fn technique(&self) -> Technique {
        *self.best.technique()
    }
    fn per_pass(&self) -> f64 {
        self.best.device().density_per_pass() * (1.0 - self.technique().slip)
    }
    fn take(&mut self, rolling: Rolling, results: Results, advice: Advice) {
        (self.best, self.results) = (rolling, results);
        self.advice.push(advice);
    }
    fn try_out(&self, technique: Technique) -> Result<(Rolling, Results), Error> {
        let rolling = self.best.with(technique)?;
        let results = rolling.results(self.results.seed);
        Ok((rolling, results))
    }

    fn lift(&mut self) -> Result<(), Error> {
        if self.technique().lift || matches!(self.best.device(), Device::Stamp(_)) {
            return Ok(());
        }
        let (rolling, results) = self.try_out(Technique { lift: true, ..self.technique() })?;
        // Where nearly nothing or nearly all is left at the target's distance, the usual half millimetre tells more.
        let (before, after) = (self.far(&self.results), self.far(&results));
        let like = self.results.equivalent_density_per_cm2.unwrap_or(0.0) / self.per_pass();
        let helps = before - after > NOISE || self.results.farther[0] - results.farther[0] > NOISE;
        if helps {
            self.take(rolling, results, Advice::Lift { before, after, like_passes: like });
        }
        Ok(())
    }
    fn shift(&mut self) -> Result<(), Error> {
        if self.technique().passes < 2 || matches!(self.best.device(), Device::Stamp(_)) {
            return Ok(());
        }
        let by_mm = (self.best.line_spacing_mm() * GOLDEN * 10.0).round() / 10.0;
        let (rolling, results) = self.try_out(Technique { shift_mm: by_mm, ..self.technique() })?;
        let (before, after) = (self.results.farther[0], results.farther[0]);
        if by_mm > 0.0 && before - after > NOISE {
            self.take(rolling, results, Advice::Shift { by_mm, before, after });
        }
        Ok(())
    }
    fn turn(&mut self) -> Result<(), Error> {
        let more = self.technique().passes.min(4);
        let directions = if more >= 4 { 4 } else { 2 };
        if self.technique().directions >= directions || more < 2 {
            return Ok(());
        }
        let (rolling, results) = self.try_out(Technique { directions, ..self.technique() })?;
        let lines = |results: &Results| results.lines.map_or(0.0, |lines| lines.times_chance);
        let (before, after) = (lines(&self.results), lines(&results));
        if before > FAINT && after < before / 2.0 {
            self.take(rolling, results, Advice::Turn { directions, before, after });
        }
        Ok(())
    }
    fn roll_over(&mut self) -> Result<(), Error> {
        let rim = self.results.rim.unwrap_or(1.0);
        if !self.technique().stay_inside || rim > FULL_RIM {
            return Ok(());
        }
        let (rolling, results) =
            self.try_out(Technique { stay_inside: false, ..self.technique() })?;
        self.take(rolling, results, Advice::RollOver { rim });
        Ok(())
    }

    fn at_most(&self) -> u32 {
        ((self.target.density_cap_per_cm2 / self.per_pass()) + 1e-9)
            .floor()
            .clamp(0.0, f64::from(Technique::MOST_PASSES)) as u32
    }
    /// The fewest passes that reach the target: from what chance would need, up or down until it just holds.
    fn passes(&mut self) -> Result<(), Error> {
        let now = self.technique().passes;
        let most = self.at_most();
        let chance =
            100.0 * needed(self.target.within_mm, 1.0 - self.target.share) / self.per_pass();
        let start = chance.ceil().clamp(1.0, f64::from(most.max(1))) as u32;
        let Some((passes, rolling, results)) = self.fewest(start, most)? else {
            self.advice.push(Advice::OutOfReach { at_most: most });
            return Ok(());
        };
        let density_per_cm2 = results.density_per_cm2;
        self.take(rolling, results, Advice::Passes { now, needed: passes, density_per_cm2 });
        Ok(())
    }
    fn fewest(&self, start: u32, most: u32) -> Result<Option<(u32, Rolling, Results)>, Error> {
        let mut found = None;
        let mut passes = start;
        while (1..=most).contains(&passes) {
            let (rolling, results) = self.try_out(Technique { passes, ..self.technique() })?;
            let reached = self.usual_far(&rolling, &results) <= 1.0 - self.target.share;
            let before = found.is_some();
            match (reached, before) {
                (true, _) => {
                    found = Some((passes, rolling, results));
                    // One that had to be searched upwards for is the fewest.
                    if passes > start {
                        break;
                    }
                    passes -= 1;
                }
                (false, true) => break,
                (false, false) => passes += 1,
            }
        }
        Ok(found)
    }

    fn warn(&mut self, rolling: &Rolling, results: &Results) {
        let cap_per_cm2 = self.target.density_cap_per_cm2;
        if results.density_per_cm2 > cap_per_cm2 {
            let density_per_cm2 = results.density_per_cm2;
            self.advice.push(Advice::TooDense {
                density_per_cm2,
                cap_per_cm2,
                at_most: self.at_most(),
            });
        }
        if let Device::Roller(roller) = rolling.device() {
            let at_most_mm = wound::sweep(roller).at_most_mm;
            if at_most_mm > LONG_SWEEP_MM {
                self.advice.push(Advice::LongSweep { at_most_mm });
            }
        }
    }
}
