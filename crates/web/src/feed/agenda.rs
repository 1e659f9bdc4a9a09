//! What is in a feed: the programme under way as dated entries, from the record alone.
//!
//! The time of the call plays no part, so that nothing seems to change unless something did; only what was called off
//! is shown for some weeks and then dropped. The dates are those of the newest screening: if it forbids needling there
//! are none, but what follows the last session stays. What is over is left out; a calendar looks ahead.

use care::agenda::{self, Item};
use care::person::Person;
use care::programme::Window;
use care::protocol::Protocol;
use care::verdict::{Verdict, VerdictKind};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use store::records::{Profile, Programme, Screening};
use store::{Entry, Id, Store};

use crate::problem::Problem;
use crate::story::{Story, person_of, session_of, zone_of};

/// So long what was called off is still shown, in days.
const SHOWN_STRUCK_OUT: i64 = 28;

/// All that a feed is made from.
pub(super) struct Kept {
    pub person: Entry<Profile>,
    story: Story,
    ended: Option<Entry<Programme>>,
    screening: Option<Screening>,
}

/// The entries of a feed.
#[derive(Default)]
pub(super) struct Agenda<'p> {
    pub items: Vec<Item<'p>>,
    pub called_off: Vec<Item<'p>>,
}

impl Kept {
    pub(super) async fn load(store: &Store, person: Entry<Profile>) -> Result<Self, Problem> {
        let mut programmes = store.list::<Programme>(person.id).await?;
        let screenings = store.list::<Screening>(person.id).await?;
        Ok(Self {
            story: Story::of(store, person.id).await?,
            ended: programmes.pop().filter(|last| last.record.ended.is_some()),
            screening: screenings.into_iter().next_back().map(|entry| entry.record),
            person,
        })
    }
    /// The zone in which the feed is written.
    pub(super) fn zone(&self) -> TimeZone {
        zone_of(&self.person.record.zone)
    }
    /// What the names of the entries are made from: the programme, so that nobody can guess them.
    pub(super) fn salt(&self) -> Id {
        let programme = self.story.programme.as_ref().or(self.ended.as_ref());
        programme.map_or(self.person.id, |programme| programme.id)
    }
    /// The entries, as seen on a day.
    pub(super) fn agenda<'p>(&self, protocol: &'p Protocol, today: Date) -> Agenda<'p> {
        let Some(person) = person_of(protocol, &self.person.record) else {
            return Agenda::default();
        };
        if let Some(programme) = &self.story.programme {
            let items = self.items(protocol, &person, &programme.record, self.verdict());
            return Agenda { items, called_off: Vec::new() };
        }
        let Some(ended) = &self.ended else { return Agenda::default() };
        let items = self.items(protocol, &person, &ended.record, Verdict::DoNot);
        let on = ended.record.ended.unwrap_or(Date::MAX);
        let mut called_off = Vec::new();
        if on.saturating_add(SHOWN_STRUCK_OUT.days()) > today {
            called_off = self.items(protocol, &person, &ended.record, self.verdict());
            let holds = |item: &Item<'_>| items.iter().any(|kept| kept.name == item.name);
            called_off.retain(|item| item.when.date() >= on && !holds(item));
        }
        Agenda { items, called_off }
    }

    /// The next session still to come.
    pub(super) fn next(&self, protocol: &Protocol) -> Option<Window> {
        let programme = &self.story.programme.as_ref()?.record;
        let person = person_of(protocol, &self.person.record)?;
        let rest = self.rest(protocol, &person, programme, self.verdict());
        rest.sessions.first().copied()
    }

    fn rest<'p>(
        &self,
        protocol: &'p Protocol,
        person: &Person,
        programme: &Programme,
        verdict: Verdict,
    ) -> care::programme::Programme<'p> {
        let first = self.waits_until().map_or(programme.first, |until| until.max(programme.first));
        self.story.plan(protocol, person, verdict, first)
    }

    fn items<'p>(
        &self,
        protocol: &'p Protocol,
        person: &Person,
        programme: &Programme,
        verdict: Verdict,
    ) -> Vec<Item<'p>> {
        let (zone, start) = (self.zone(), start(programme.minute));
        let rest = self.rest(protocol, person, programme, verdict);
        let Some(last) = self.story.last_done() else {
            return agenda::items(protocol, &rest, person, &zone, start);
        };
        let mut session = session_of(last.done);
        session.at = session.at.with_time_zone(zone.clone());
        let n = u16::try_from(last.n).unwrap_or(u16::MAX);
        agenda::items_since(protocol, &rest, person, &zone, start, (n, &session))
    }

    /// A wait moves the dates, it does not take them away; what needs a clinician's word has none.
    fn verdict(&self) -> Verdict {
        match self.screening.as_ref().map(|screening| screening.verdict) {
            Some(VerdictKind::Proceed | VerdictKind::WaitUntil) => Verdict::Proceed,
            Some(VerdictKind::ProceedWithCare) => Verdict::ProceedWithCare,
            Some(VerdictKind::AskClinician) => Verdict::AskClinician,
            Some(VerdictKind::DoNot) | None => Verdict::DoNot,
        }
    }
    fn waits_until(&self) -> Option<Date> {
        self.screening.as_ref().and_then(|screening| screening.until)
    }
}

/// What the newest change of the record that a feed shows was, and how many there were before it.
pub(super) struct Changes {
    pub last: Timestamp,
    pub count: u64,
}

/// The tables that a feed is made from.
const SHOWN: [&str; 4] = ["person", "programme", "session", "screening"];

impl Changes {
    /// Counted in the journal, where taking something back counts as well.
    pub(super) async fn of(store: &Store, person: &Entry<Profile>) -> Result<Self, Problem> {
        let journal = store.journal(person.id).await?;
        let mut shown = journal.iter().filter(|row| SHOWN.contains(&row.table.as_str()));
        let last = shown.clone().map(|row| row.at).max().unwrap_or(person.changed);
        let count = shown.by_ref().count();
        Ok(Self { last, count: u64::try_from(count).unwrap_or(u64::MAX) })
    }
}

fn start(minute: u16) -> Time {
    let (hour, minute) = (i8::try_from(minute / 60), i8::try_from(minute % 60));
    let time = hour.ok().zip(minute.ok()).map(|(hour, minute)| Time::new(hour, minute, 0, 0));
    time.and_then(Result::ok).unwrap_or(Time::midnight())
}
