//! What of somebody's record can't be read, and what follows from that: nothing calm is said while something is missing that
//! decides.
//!
//! Whatever is missing may be what forbids, locks or warns, so no verdict, no "as expected", no date and no result is given
//! ([`Chart::told`] tells nothing). What is left still warns: [`Chart::warnings`]. Pictures, and what was said or measured
//! of them, are missed where they are looked at and judged, and nowhere else.

use care::Protocol;
use care::standing::Standing;
use care::triage::Triage;
use care::words::Level;
use jiff::Zoned;
use store::{Damaged, Entry, Error, PersonId, Record, Snapshot, Store};

use crate::Chart;

/// Kinds on which no decision rests. Of any other, also of one that is yet to come, it has to be thought that it does.
const DECIDES_NOTHING: [&str; 4] = ["photo", "consent", "region", "outcome"];
/// Of those the ones without which can't be said whether it worked.
const JUDGED: [&str; 2] = ["region", "outcome"];

/// What can't be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps(Vec<Damaged>);

impl Gaps {
    /// Of everything of a person, at one moment.
    ///
    /// # Errors
    /// What the record refuses.
    pub async fn find(store: &Store, person: PersonId) -> Result<Self, Error> {
        Ok(Self::of(store.gaps(person).await?))
    }
    /// Those that were found.
    pub fn of(damaged: Vec<Damaged>) -> Self {
        Self(damaged)
    }
    /// What can be read of a kind; what can't is a gap from then on.
    ///
    /// # Errors
    /// What the record refuses.
    pub async fn read<R: Record>(
        &mut self,
        moment: &mut Snapshot,
        person: PersonId,
    ) -> Result<Vec<Entry<R>>, Error> {
        let read = moment.readable(person).await?;
        self.0.extend(read.damaged);
        Ok(read.whole)
    }
    /// Each.
    pub fn all(&self) -> &[Damaged] {
        &self.0
    }
    /// Whether everything can be read.
    pub fn is_none(&self) -> bool {
        self.0.is_empty()
    }
    /// Whether something may be missing that forbids, locks or warns.
    pub fn decide(&self) -> bool {
        self.0.iter().any(|gap| !DECIDES_NOTHING.contains(&gap.table))
    }
    /// Whether something may be missing by which is judged whether it worked.
    pub fn judge(&self) -> bool {
        self.decide() || self.0.iter().any(|gap| JUDGED.contains(&gap.table))
    }
    /// Whether an urgency that was worked out from what is left may be said: one that warns always, a calm one only if
    /// nothing is missing that decides.
    pub(crate) fn allow(&self, level: Level) -> bool {
        level > Level::Watch || !self.decide()
    }
}

impl Chart {
    /// What still warns, if something is missing that decides: how urgent it is at least, and the warning signs that are
    /// open. `None` if nothing does, which then says nothing.
    pub fn warnings<'p>(&self, protocol: &'p Protocol, now: &Zoned) -> Option<Triage<'p>> {
        let triage = Standing::of(protocol, &self.left(protocol, now)?, now).triage?;
        (triage.level > Level::Watch || !triage.open.is_empty()).then_some(triage)
    }
}

#[cfg(test)]
mod tests;
