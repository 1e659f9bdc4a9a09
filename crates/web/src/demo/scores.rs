//! How the fictional person scores herself: before the first session, and before later ones when her skin is calm.

use jiff::civil::Date;
use store::records::{Outcome, Score};

/// Days ago, and her own score of 0 to 10.
const OWN: [(i64, f64); 4] = [(45, 7.0), (24, 6.0), (10, 6.0), (2, 5.0)];
/// Days ago, and the grade of her scars that a dermatologist gave.
const GRADED: (i64, f64) = (46, 3.0);

/// At what time of the day.
const MIDDAY: i8 = 12;
const EVENING: i8 = 21;

/// Every score with the days since, and the hour.
pub(super) fn scores() -> Vec<(i64, i8, Graded)> {
    let own = OWN.map(|(days, value)| (days, MIDDAY, Graded { scale: "self", value, note: None }));
    let note = Some("At the skin doctor’s, before the first session.");
    let graded = Graded { scale: "goodman-baron", value: GRADED.1, note };
    std::iter::once((GRADED.0, EVENING, graded)).chain(own).collect()
}

/// A score without its day.
pub(super) struct Graded {
    scale: &'static str,
    value: f64,
    note: Option<&'static str>,
}

impl Graded {
    /// The record of a day.
    pub(super) fn on(&self, on: Date) -> Outcome {
        let note = self.note.and_then(|note| note.parse().ok());
        Outcome::Scored(Score { scale: self.scale.into(), on, value: self.value, note })
    }
}
