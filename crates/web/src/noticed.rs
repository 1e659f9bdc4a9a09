//! Since when it is known that something of somebody's record can't be read. In memory, from the start of the program on: a
//! page that is read keeps nothing.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use chart::Gaps;
use jiff::Timestamp;
use store::PersonId;

use crate::frame::Missing;

/// When the first gap of each person was noticed.
#[derive(Default)]
pub(crate) struct Noticed(Mutex<BTreeMap<PersonId, Timestamp>>);

impl Noticed {
    /// What is missing of a person's record now; where nothing is any more, that is forgotten.
    pub(crate) fn missing(&self, person: PersonId, gaps: Gaps, now: Timestamp) -> Option<Missing> {
        let mut noticed = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if gaps.is_none() {
            noticed.remove(&person);
            return None;
        }
        Some(Missing { gaps, since: *noticed.entry(person).or_insert(now) })
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;
    use store::{Damaged, Id, Why};

    use super::*;

    #[test]
    fn a_gap_is_known_since_it_was_first_noticed_and_after_it_was_mended_anew() {
        let hour = |n| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(n);
        let gap = Damaged { table: "photo", id: "1".into(), why: Why::Missing };
        let (noticed, ana) = (Noticed::default(), Id::new(hour(0)));
        let seen = |gaps: &[&Damaged], now| {
            let gaps = Gaps::of(gaps.iter().copied().cloned().collect());
            noticed.missing(ana, gaps, now).map(|missing| missing.since)
        };
        assert_eq!(seen(&[&gap], hour(1)), Some(hour(1)));
        assert_eq!(seen(&[&gap, &gap], hour(2)), Some(hour(1)));
        assert_eq!(seen(&[], hour(3)), None);
        assert_eq!(seen(&[&gap], hour(4)), Some(hour(4)));
    }
}
