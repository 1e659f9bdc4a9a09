//! What is in a calendar: the programme under way as dated entries, the same dates as on the page of the plan.
//!
//! They are those of one standing. Nothing here counts from the time of the call but the day to which a late plan slips, so
//! that nothing seems to change unless something did; and what was called off or left out is struck out for some weeks.
//! Where the answers forbid needling there are no dates, but what follows the last session stays. Sessions behind are
//! left out: a calendar looks ahead.

use care::agenda::{self, Item, Kind, When};
use care::person::Person;
use care::programme::{Programme, Window, go_on};
use care::protocol::Protocol;
use care::session::Session;
use care::standing::{Standing, State};
use care::verdict::Verdict;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use store::records::Profile;
use store::{AnyId, Entry, Error, KeptDayId, Store};

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
pub struct Agenda<'p> {
    /// What is to come.
    pub items: Vec<Item<'p>>,
    /// What would have come, had the programme not ended or the session not been left out a short while ago.
    pub called_off: Vec<Item<'p>>,
    /// Days that are kept free, each with its entry.
    pub kept: Vec<(KeptDayId, Date)>,
    /// How many days the next session lies from what it counts from: it rises when a late plan slips.
    pub slipped: u64,
    /// Since when the dates are as they are.
    pub since: Timestamp,
}

impl Dates {
    /// The dates of a person.
    pub fn of(chart: Chart) -> Self {
        let last = chart.story.programmes.last().filter(|last| last.record.ended.is_some());
        let untold = match last {
            Some(ended) if chart.story.programme.is_none() => {
                let story = Story { programme: Some(ended.clone()), ..chart.story.clone() };
                Some(Chart { story, ..chart.clone() })
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
    pub fn salt(&self) -> AnyId {
        let told = self.untold.as_ref().unwrap_or(&self.chart);
        let programme = told.story.programme.as_ref();
        programme.map_or(self.chart.person.id.any(), |programme| programme.id.any())
    }
    /// The entries at a moment; `changed` is when the record was last changed.
    pub fn agenda<'p>(
        &self,
        protocol: &'p Protocol,
        now: &Zoned,
        changed: Timestamp,
    ) -> Agenda<'p> {
        let kept = self.chart.story.kept_days.iter().map(|entry| (entry.id, entry.record.on));
        let standing = self.chart.standing(protocol, now);
        let items = items(&self.chart, protocol, now, standing.as_ref());
        let mut called_off = self.called_off(protocol, now).unwrap_or_default();
        called_off.extend(standing.iter().flat_map(|standing| self.left_out(standing, now)));
        called_off.retain(|item| !items.iter().any(|kept| kept.name == item.name));
        Agenda {
            items,
            called_off,
            kept: kept.collect(),
            slipped: standing.as_ref().map_or(0, |standing| self.slipped(standing)),
            since: self.since(protocol, now, changed),
        }
    }

    /// What would have come, had the programme not ended a short while ago; as it looked when it ended.
    fn called_off<'p>(&self, protocol: &'p Protocol, now: &Zoned) -> Option<Vec<Item<'p>>> {
        let untold = self.untold.as_ref()?;
        let ended = untold.story.programme.as_ref()?;
        let on = ended.record.ended?;
        if on.saturating_add(SHOWN_STRUCK_OUT.days()) <= now.date() {
            return None;
        }
        let then = ended.changed.min(now.timestamp()).to_zoned(self.zone());
        let standing = untold.standing(protocol, &then);
        let mut items = items(untold, protocol, &then, standing.as_ref());
        items.retain(|item| item.when.date() >= on);
        Some(items)
    }

    /// Sessions that were left out, if their day was not long ago.
    fn left_out<'p>(&self, standing: &Standing<'p>, now: &Zoned) -> Vec<Item<'p>> {
        let of = standing.sessions.last().map_or(0, |slot| slot.n);
        let start = self.chart.story.programme.as_ref().map_or(0, |begun| begun.record.minute);
        let recent = |on: Date| on.saturating_add(SHOWN_STRUCK_OUT.days()) > now.date();
        let item = |n: u16, on: Date| {
            let at = on.to_datetime(time(start)).to_zoned(self.zone()).ok()?;
            let window = Window { n, not_before: on, ideal: on, best_by: on };
            let (name, kind) = (format!("session-{n}"), Kind::Session { window, of });
            Some(Item { uid: name.clone(), name, when: When::At(at), minutes: 60, kind, alarm: 0 })
        };
        let skipped = standing.sessions.iter().filter_map(|slot| match slot.state {
            State::Skipped { on } if recent(on) => item(slot.n, on),
            _ => None,
        });
        skipped.collect()
    }

    /// Days from what the next session counts from to its day. The record stays the same while a late plan slips, so
    /// this tells one version of its dates from the next.
    fn slipped(&self, standing: &Standing<'_>) -> u64 {
        let counts = standing.sessions.iter().filter_map(|slot| match &slot.state {
            State::Done { at } => Some(at.date()),
            State::Skipped { on } => Some(*on),
            State::Missed { .. } | State::Planned { .. } => None,
        });
        let first = self.chart.story.programme.as_ref().map(|begun| begun.record.first);
        let days =
            counts.max().or(first).zip(ideal(standing)).and_then(|(from, to)| from.until(to).ok());
        days.map_or(0, |span| u64::try_from(span.get_days()).unwrap_or_default())
    }

    /// Since when the dates are as they are: the last change of the record, or the day to which a late plan slipped.
    fn since(&self, protocol: &Protocol, now: &Zoned, changed: Timestamp) -> Timestamp {
        let seen = |at: &Zoned| self.chart.standing(protocol, at).and_then(|seen| ideal(&seen));
        let (today, first) = (seen(now), changed.to_zoned(self.zone()));
        if first.date() >= now.date() || seen(&first) == today {
            return changed;
        }
        let mut since = now.clone();
        while let Ok(day) = since.start_of_day() {
            since = day;
            let Ok(before) = since.checked_sub(1.second()) else { break };
            if before.timestamp() <= changed || seen(&before) != today {
                break;
            }
            since = before;
        }
        since.timestamp().max(changed)
    }
}

/// The day of the next session.
fn ideal(standing: &Standing<'_>) -> Option<Date> {
    standing.programme.as_ref()?.sessions.first().map(|window| window.ideal)
}

/// The entries of a record at a moment.
fn items<'p>(
    chart: &Chart,
    protocol: &'p Protocol,
    now: &Zoned,
    standing: Option<&Standing<'p>>,
) -> Vec<Item<'p>> {
    // What lies before the next use of a product, too, is counted from what may be missing.
    if chart.gaps.decide() {
        return Vec::new();
    }
    let (zone, story) = (chart.zone(), &chart.story);
    let Some(person) = person_of(protocol, chart.profile()) else { return Vec::new() };
    let minute = story.programme.as_ref().map_or(0, |programme| programme.record.minute);
    let written = Written { protocol, person: &person, zone: &zone, start: time(minute) };
    let plan = standing.and_then(|standing| {
        let plan = standing.programme.clone()?;
        Some(Programme { judge: standing.judge, ..plan })
    });
    let Some(last) = story.last_done(now.timestamp()) else {
        return plan.map(|plan| written.planned(&plan)).unwrap_or_default();
    };
    let mut session = session_of(last.done).of(&person, protocol);
    session.at = session.at.with_time_zone(zone.clone());
    match (plan, standing.and_then(last_held)) {
        (Some(plan), Some(n)) => written.since(&plan, n, &session),
        (plan, _) => {
            let mut items = written.earlier(number(last.n), &session, plan.as_ref());
            items.extend(plan.map(|plan| written.planned(&plan)).unwrap_or_default());
            items
        }
    }
}

/// The number of the last session of the programme that was done.
fn last_held(standing: &Standing<'_>) -> Option<u16> {
    let done = |slot: &&care::standing::Slot| matches!(slot.state, State::Done { .. });
    standing.sessions.iter().filter(done).map(|slot| slot.n).max()
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
const SHOWN: [&str; 6] = ["person", "programme", "session", "checkin", "clearance", "kept_day"];

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
