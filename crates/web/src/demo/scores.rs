//! How the fictional person scores herself: before the first session, and before later ones when her skin is calm.

use jiff::civil::Date;
use store::records::{Outcome, Score};

const MIDDAY: i8 = 12;
const EVENING: i8 = 21;

/// Every score.
pub(super) const SCORES: [Graded; 7] = [
    Graded {
        day: -2,
        hour: EVENING,
        scale: "goodman-baron",
        value: 3.0,
        note: Some("At the skin doctor’s, before the first session."),
    },
    own(-1, 7.0),
    own(20, 6.0),
    own(34, 6.0),
    own(42, 5.0),
    own(49, 4.0),
    own(56, 4.0),
];

/// A score, by the day of her life.
pub(super) struct Graded {
    /// Counted from her first session.
    pub day: i64,
    /// Of the day.
    pub hour: i8,
    scale: &'static str,
    value: f64,
    note: Option<&'static str>,
}

/// Her own, of 0 to 10.
const fn own(day: i64, value: f64) -> Graded {
    Graded { day, hour: MIDDAY, scale: "self", value, note: None }
}

impl Graded {
    /// The record of a day.
    pub(super) fn on(&self, on: Date) -> Outcome {
        let note = self.note.and_then(|note| note.parse().ok());
        Outcome::Scored(Score { scale: self.scale.into(), on, value: self.value, note })
    }
}
