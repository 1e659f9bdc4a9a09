//! Simulated courses after a session, from a seed: skin that heals as usual, and skin that does not.
//!
//! A course is the truth of six signs by day (in `normal` and `ill`), seen by somebody who scores with a scatter of their
//! own and checks in on some days (in `told`). Every number in it is a named constant with its source or the word "guess":
//! nobody has published scores by day. Nothing here knows the rules that judge it; what they make of it is counted in
//! [`measure`].

mod ill;
pub mod measure;
mod normal;
pub mod table;
mod told;

use care::measure::NeedleLength;
use care::session::{CheckIn, Session};
use care::words::{Area, Setting, Sign, SkinType};
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};

pub use ill::{Kind, Severity};
pub use normal::Healing;
pub use told::{Moments, Telling};

use crate::random::Random;

/// The lengths that courses are drawn for, mm: one of each class, two of the class that scars are treated with.
pub const LENGTHS: [f64; 5] = [0.25, 0.5, 1.0, 1.5, 2.0];

/// A course as it was told.
#[derive(Clone, Debug)]
pub struct Course {
    /// The session.
    pub session: Session,
    /// The check-ins, in order of time.
    pub checkins: Vec<CheckIn>,
    /// When it could first be felt at a check-in that something is wrong.
    pub felt: Option<Zoned>,
}

/// Points that a sign has to be over what it would be without anything wrong, to be felt as that: more than the scatter of
/// a score (guess).
const FELT_POINTS: f64 = 1.5;

/// The truth of a course.
pub(crate) trait Truth {
    /// How strong a sign is, 0 to 10, so many days after the session.
    fn sign(&self, sign: Sign, days: f64) -> f64;
    /// How strong it would be if nothing were wrong.
    fn healthy(&self, sign: Sign, days: f64) -> f64 {
        self.sign(sign, days)
    }
    /// The warning signs that fit.
    fn flags(&self, _days: f64) -> Vec<care::words::Flag> {
        Vec::new()
    }
    /// When somebody looks because of it, beside the days on which they would anyway.
    fn frightens(&self) -> Option<f64> {
        None
    }
    /// Whether somebody could feel that something is wrong.
    fn is_felt(&self, days: f64) -> bool {
        let over = |sign: &&Sign| self.sign(**sign, days) - self.healthy(**sign, days);
        !self.flags(days).is_empty()
            || care::words::Word::ALL.iter().any(|sign| over(&sign) >= FELT_POINTS)
    }
}

/// A session on an ordinary day.
pub(crate) fn session(dice: &mut Random, mm: f64) -> Session {
    let hour = i8::try_from(9 + dice.below(11)).unwrap_or(9);
    let at = crate::TODAY.at(hour, 0, 0, 0).to_zoned(TimeZone::UTC).expect("a moment that exists");
    Session {
        at,
        setting: Setting::Clinic,
        areas: vec![Area::Cheeks],
        skin_type: SkinType::new(2),
        length: NeedleLength::from_mm(mm).expect("a needle length"),
        passes: Some(8),
        anaesthetic: None,
        dark_marks: false,
        device: None,
    }
}

/// So many days after a moment.
pub(crate) fn later(at: &Zoned, days: f64) -> Zoned {
    at.saturating_add(((days * 24.0 * 60.0).round() as i64).minutes())
}
