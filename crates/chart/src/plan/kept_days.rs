//! Days that are kept free: events for which the skin has to be calm, with the days before them.
//!
//! That the plan goes around them is the business of `care`; here they are kept, changed and taken away.

use care::programme::Programme;
use jiff::ToSpan;
use jiff::civil::Date;
use store::records::KeptDay;
use store::{By, Entry, Error, KeptDayId, PersonId, Store};

use crate::keep::{keep_once, mends};

/// An event with the days before it on which there is no session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its entry.
    pub id: KeptDayId,
    /// The first day on which there is no session.
    pub from: Date,
    /// The event, as it is kept.
    pub day: KeptDay,
}

impl Stretch {
    /// Whether a day lies in it.
    pub fn has(&self, date: Date) -> bool {
        (self.from..=self.day.on).contains(&date)
    }
}

/// The events that are kept, in the order of their days.
pub(super) fn stretches(kept: &[Entry<KeptDay>], plan: &Programme<'_>) -> Vec<Stretch> {
    let usual = plan.keep_free_days[1];
    let stretch = |entry: &Entry<KeptDay>| {
        let day = entry.record.clone();
        let before = i64::from(day.days_before.unwrap_or(usual));
        Stretch { id: entry.id, from: day.on.saturating_sub(before.days()), day }
    };
    let mut all: Vec<Stretch> = kept.iter().map(stretch).collect();
    all.sort_by_key(|stretch| (stretch.day.on, stretch.from));
    all
}

/// Keeps a day free, under the id of its form; sent again it is mended.
///
/// # Errors
/// What the record refuses.
pub async fn keep_day(
    store: &Store,
    by: By,
    (person, id): (PersonId, KeptDayId),
    day: KeptDay,
) -> Result<Entry<KeptDay>, Error> {
    keep_once(store, by, (person, id), day, mends).await
}

/// Changes what is kept of a day.
///
/// # Errors
/// [`Error::NotFound`] if there is none of this id, and what the record refuses.
pub async fn change_day(
    store: &Store,
    by: By,
    (person, id): (PersonId, KeptDayId),
    day: KeptDay,
) -> Result<(), Error> {
    let before = find(store, person, id).await?;
    if before.record != day {
        store.change(by, &before, day).await?;
    }
    Ok(())
}

/// Keeps a day free no longer.
///
/// # Errors
/// [`Error::NotFound`] if there is none of this id, and what the record refuses.
pub async fn remove_day(
    store: &Store,
    by: By,
    person: PersonId,
    id: KeptDayId,
) -> Result<(), Error> {
    let before = find(store, person, id).await?;
    store.remove(by, &before).await
}

async fn find(store: &Store, person: PersonId, id: KeptDayId) -> Result<Entry<KeptDay>, Error> {
    store.find::<KeptDay>(person, id).await?.ok_or(Error::NotFound)
}
