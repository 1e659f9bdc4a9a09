//! A session under way: begun, asked again, not recorded yet.

use care::Protocol;
use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use store::records::{Scores, Session, ZoneRolled};
use store::{By, Entry, Error, PersonId, ProgrammeId, ScreeningId, SessionId, Store};

use crate::Chart;

/// A session that was begun, taken apart.
#[derive(Clone)]
pub struct Begun {
    /// The entry it came from.
    pub entry: Entry<Session>,
    /// When the day's questions were answered.
    pub at: Timestamp,
    /// The screening of the day.
    pub screening: ScreeningId,
    /// The programme it belongs to.
    pub programme: Option<ProgrammeId>,
    /// When the cream was put on.
    pub cream_at: Option<Timestamp>,
    /// What was rolled so far; a zone with no passes was left out.
    pub zones: Vec<ZoneRolled>,
    /// How the skin was just before.
    pub before: Scores,
}

impl Begun {
    /// The parts of an entry; `None` if the session is over.
    pub fn of(entry: Entry<Session>) -> Option<Self> {
        match entry.record.clone() {
            Session::Begun { at, screening, programme, cream_at, zones, before } => {
                Some(Self { entry, at, screening, programme, cream_at, zones, before })
            }
            Session::Done(_) | Session::Missed { .. } | Session::Skipped { .. } => None,
        }
    }
    /// The session under this id, if it is still under way.
    ///
    /// # Errors
    /// [`Error::NotFound`] if there is no session of this id.
    pub async fn find(
        store: &Store,
        person: PersonId,
        id: SessionId,
    ) -> Result<Option<Self>, Error> {
        let found = store.find::<Session>(person, id).await?;
        Ok(Self::of(found.ok_or(Error::NotFound)?))
    }
    /// The day it was begun on, where the person lives now.
    pub fn day(&self, now: &Zoned) -> Date {
        self.at.to_zoned(now.time_zone().clone()).date()
    }
    /// Whether it was begun on another day: then the day's questions have to be put again.
    pub fn is_stale(&self, now: &Zoned) -> bool {
        self.day(now) != now.date()
    }
    /// Whether it may go on now. An answer may have changed since it began, or another session been recorded: then the
    /// door says what speaks against it.
    pub fn may_go_on(&self, protocol: &Protocol, chart: &Chart, now: &Zoned) -> bool {
        let open = chart.standing(protocol, now).is_some_and(|standing| standing.is_open());
        !self.is_stale(now) && open
    }
    /// Keeps what has changed.
    ///
    /// # Errors
    /// What the record refuses.
    pub async fn save(self, store: &Store, by: By) -> Result<(), Error> {
        let Self { entry, at, screening, programme, cream_at, zones, before } = self;
        let record = Session::Begun { at, screening, programme, cream_at, zones, before };
        store.change(by, &entry, record).await?;
        Ok(())
    }
}
