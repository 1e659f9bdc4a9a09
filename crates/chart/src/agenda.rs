//! What is in a calendar: the programme under way as dated entries, the same dates as on the page of the plan.
//!
//! Nothing here counts from the time of the call, so that nothing seems to change unless the record did; only a wait
//! that is over brings its dates back, and what was called off is dropped after some weeks. Where the answers forbid
//! needling there are no dates, but what follows the last session stays. What is over is left out: a calendar looks
//! ahead.

use care::agenda::{self, Item, Kind};
use care::person::Person;
use care::programme::{Programme, go_on};
use care::protocol::Protocol;
use care::session::Session;
use care::verdict::Verdict;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use store::records::Profile;
use store::{Entry, Error, Id, Store};

use crate::Chart;
use crate::person::person_of;
use crate::story::{Story, session_of};
use crate::told::time;

/// So long what was called off is still shown, in days.
const SHOWN_STRUCK_OUT: i64 = 28;

/// All that a calendar is made from.
pub struct Dates {
    /// Whose they are.
    pub chart: Chart,
    /// The story as it would be had the last programme not ended, if it did.
    untold: Option<Chart>,
}

/// The entries of a calendar.
#[derive(Default)]
pub struct Agenda<'p> {
    /// What is to come.
    pub items: Vec<Item<'p>>,
    /// What would have come, had the programme not ended a short while ago.
    pub called_off: Vec<Item<'p>>,
}

impl Dates {
    /// The dates of a person.
    pub fn of(chart: Chart) -> Self {
        let last = chart.story.programmes.last().filter(|last| last.record.ended.is_some());
        let untold = match last {
            Some(ended) if chart.story.programme.is_none() => {
                let story = Story { programme: Some(ended.clone()), ..chart.story.clone() };
                Some(Chart { person: chart.person.clone(), story })
            }
            _ => None,
        };
        Self { chart, untold }
    }
    /// The zone in which they are written.
    pub fn zone(&self) -> TimeZone {
        self.chart.zone()
    }
    /// What the names of the entries are made from: the programme, so that nobody can guess them.
    pub fn salt(&self) -> Id {
        let told = self.untold.as_ref().unwrap_or(&self.chart);
        told.story.programme.as_ref().map_or(self.chart.person.id, |programme| programme.id)
    }
    /// The entries, as seen on a day.
    pub fn agenda<'p>(&self, protocol: &'p Protocol, now: &Zoned) -> Agenda<'p> {
        let Some(person) = person_of(protocol, self.chart.profile()) else {
            return Agenda::default();
        };
        let items = self.items(&self.chart, protocol, &person, now);
        let mut called_off = self.called_off(protocol, &person, now).unwrap_or_default();
        called_off.retain(|item| !items.iter().any(|kept| kept.name == item.name));
        Agenda { items, called_off }
    }

    /// What would have come, had the programme not ended a short while ago.
    fn called_off<'p>(
        &self,
        protocol: &'p Protocol,
        person: &Person,
        now: &Zoned,
    ) -> Option<Vec<Item<'p>>> {
        let untold = self.untold.as_ref()?;
        let on = untold.story.programme.as_ref()?.record.ended?;
        if on.saturating_add(SHOWN_STRUCK_OUT.days()) <= now.date() {
            return None;
        }
        let mut items = self.items(untold, protocol, person, now);
        items.retain(|item| item.when.date() >= on);
        Some(items)
    }

    fn items<'p>(
        &self,
        chart: &Chart,
        protocol: &'p Protocol,
        person: &Person,
        now: &Zoned,
    ) -> Vec<Item<'p>> {
        let (zone, story) = (self.zone(), &chart.story);
        let minute = story.programme.as_ref().map_or(0, |programme| programme.record.minute);
        let written = Written { protocol, person, zone: &zone, start: time(minute) };
        let plan = chart.standing(protocol, now).and_then(|standing| standing.programme);
        let Some(last) = story.last_done(now.timestamp()) else {
            return plan.map(|plan| written.planned(&plan)).unwrap_or_default();
        };
        let mut session = session_of(last.done);
        session.at = session.at.with_time_zone(zone.clone());
        let own = if story.programme.is_some() { story.days_in_programme().len() } else { last.n };
        match plan {
            Some(plan) if own > 0 => written.since(&plan, number(own), &session),
            plan => {
                let mut items = written.earlier(number(last.n), &session, plan.as_ref());
                items.extend(plan.map(|plan| written.planned(&plan)).unwrap_or_default());
                items
            }
        }
    }
}

fn number(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// What every list of entries is made with.
struct Written<'a, 'p> {
    protocol: &'p Protocol,
    person: &'a Person,
    zone: &'a TimeZone,
    start: Time,
}

impl<'p> Written<'_, 'p> {
    fn planned(&self, plan: &Programme<'p>) -> Vec<Item<'p>> {
        agenda::items(self.protocol, plan, self.person, self.zone, self.start)
    }
    fn since(&self, plan: &Programme<'p>, n: u16, last: &Session) -> Vec<Item<'p>> {
        agenda::items_since(self.protocol, plan, self.person, self.zone, self.start, (n, last))
    }
    /// What follows a session of no programme, or of an earlier one, under names of its own; until the first session
    /// of the plan, with which the count starts anew.
    fn earlier(&self, n: u16, last: &Session, plan: Option<&Programme<'p>>) -> Vec<Item<'p>> {
        let day = last.at.date();
        let none = go_on(self.protocol, self.person, Verdict::DoNot, day, &[day]);
        let next = plan.and_then(|plan| plan.sessions.first()).map(|window| window.ideal);
        let mut items = self.since(&none, n, last);
        items.retain(|item| {
            let follows = matches!(item.kind, Kind::Milestone { .. } | Kind::CheckIn { .. });
            follows && next.is_none_or(|next| item.when.date() < next)
        });
        for item in &mut items {
            item.name = format!("earlier-{}", item.name);
        }
        items
    }
}

/// What the newest change of the record that a calendar shows was, and how many there were before it.
pub struct Changes {
    /// When the newest was.
    pub last: Timestamp,
    /// How many there were.
    pub count: u64,
}

/// The tables that a calendar is made from.
const SHOWN: [&str; 3] = ["person", "programme", "session"];

impl Changes {
    /// Counted in the journal, where taking something back counts as well.
    ///
    /// # Errors
    /// What the record refuses.
    pub async fn of(store: &Store, person: &Entry<Profile>) -> Result<Self, Error> {
        let journal = store.journal(person.id).await?;
        let mut shown = journal.iter().filter(|row| SHOWN.contains(&row.table.as_str()));
        let last = shown.clone().map(|row| row.at).max().unwrap_or(person.changed);
        let count = shown.by_ref().count();
        Ok(Self { last, count: u64::try_from(count).unwrap_or(u64::MAX) })
    }
}

#[cfg(test)]
mod tests;
