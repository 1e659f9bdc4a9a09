//! How somebody tells of their skin: on which days, with how much scatter, and which part of the form they fill in.

use care::Protocol;
use care::measure::Wait;
use care::session::{CheckIn, Session};
use care::words::{Flag, Sign, Word};

use super::{Course, Truth, later};
use crate::random::Random;

/// What somebody fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// Scores and warning signs.
    Full,
    /// Scores alone.
    Scores,
    /// Warning signs alone.
    Ticks,
    /// Both, with holes in them.
    Gappy,
}

impl Telling {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Full, Self::Scores, Self::Ticks, Self::Gappy];
}

/// On which days somebody checks in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moments {
    /// When the protocol says that one is due.
    Due,
    /// As it was before check-ins were due daily: with gaps of two days in the first week.
    Sparse,
}

/// Hours after the session, as they were due in protocol 1.
const SPARSE: [f64; 10] = [12.0, 24.0, 48.0, 72.0, 120.0, 168.0, 240.0, 336.0, 672.0, 1008.0];
/// Check-ins that are missed, in 100 (guess); of somebody gappy so many more.
const MISSED: u64 = 7;
const MISSED_GAPPY: u64 = 30;
/// Scores left out by somebody gappy, and ticks not made, in 100 (guess).
const LEFT_OUT: u64 = 25;
const NOT_TICKED: u64 = 15;
/// A check-in is so much early or late, in days (guess).
const EARLY_OR_LATE: (f64, f64) = (-0.08, 0.17);
/// People are surer about nothing than about much: below so many points the scatter shrinks with the sign (guess).
const SURE_BELOW: f64 = 1.0;

/// Somebody who tells of their skin.
#[derive(Clone, Copy, Debug)]
pub struct Teller {
    /// What they fill in.
    pub telling: Telling,
    /// When.
    pub moments: Moments,
    /// The standard deviation of their scores, in points.
    pub scatter: f64,
    /// In 100 scores of a sign that is not there, so many are 1 all the same.
    pub strays: u64,
    /// What they add to everything that is there.
    pub bias: f64,
}

impl Teller {
    /// Somebody who fills in this, on the days that are due, with this scatter.
    pub fn new(telling: Telling, scatter: f64) -> Self {
        Self { telling, moments: Moments::Due, scatter, strays: 0, bias: 0.0 }
    }

    pub(super) fn tells(
        &self,
        protocol: &Protocol,
        truth: &impl Truth,
        session: Session,
        dice: &mut Random,
    ) -> Course {
        let mut days = self.days(protocol, dice);
        days.extend(truth.frightens());
        days.sort_by(f64::total_cmp);
        let mut felt = None;
        let mut checkins = Vec::with_capacity(days.len());
        for day in days {
            let at = later(&session.at, day);
            if felt.is_none() && truth.is_felt(day) {
                felt = Some(at.clone());
            }
            let signs = self.scores(truth, day, dice);
            checkins.push(CheckIn { at, signs, flags: self.ticks(truth, day, dice) });
        }
        Course { session, checkins, felt }
    }

    fn days(&self, protocol: &Protocol, dice: &mut Random) -> Vec<f64> {
        let due = || protocol.triage().due.iter().map(|wait: &Wait| wait.rough_hours());
        let hours: Vec<f64> = match self.moments {
            Moments::Due => due().collect(),
            Moments::Sparse => SPARSE.to_vec(),
        };
        let missed = if self.telling == Telling::Gappy { MISSED_GAPPY } else { MISSED };
        let mut days = Vec::with_capacity(hours.len());
        for hours in hours {
            let shift = dice.between(EARLY_OR_LATE);
            if dice.below(100) >= missed {
                days.push((hours / 24.0 + shift).max(0.1));
            }
        }
        days
    }

    fn scores(&self, truth: &impl Truth, day: f64, dice: &mut Random) -> [Option<u8>; 6] {
        let mut signs = [None; 6];
        for (score, sign) in signs.iter_mut().zip(Sign::ALL) {
            let seen = self.score(truth.sign(*sign, day), dice);
            let left_out = self.telling == Telling::Gappy && dice.below(100) < LEFT_OUT;
            *score = (self.telling != Telling::Ticks && !left_out).then_some(seen);
        }
        signs
    }

    fn score(&self, truth: f64, dice: &mut Random) -> u8 {
        let sure = (truth / SURE_BELOW).min(1.0);
        let seen = truth + sure * (self.scatter * dice.gauss() + self.bias);
        // From 0 to 10, so the cast neither wraps nor truncates.
        let score = (seen + 0.5).floor().clamp(0.0, 10.0) as u8;
        if score == 0 && dice.below(100) < self.strays { 1 } else { score }
    }

    fn ticks(&self, truth: &impl Truth, day: f64, dice: &mut Random) -> Vec<Flag> {
        if self.telling == Telling::Scores {
            return Vec::new();
        }
        let gappy = self.telling == Telling::Gappy;
        let mut flags = truth.flags(day);
        flags.retain(|_| !(gappy && dice.below(100) < NOT_TICKED));
        flags
    }
}
