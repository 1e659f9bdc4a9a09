//! What has happened by a moment, in order of time, and what was set aside: what lies ahead is no past.
//!
//! Nothing is decided here. Things of one moment are put in an order of their own, so that the order in which they were
//! written down makes no difference.

use jiff::Zoned;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::session::{CheckIn, Session};
use crate::story::{About, Clearance, How, LeftOut, Said, Story};
use crate::triage::Noted;
use crate::triage::history::History;

/// What has happened, each list in order of time.
#[derive(Clone, Debug)]
pub(super) struct Past<'a> {
    pub sessions: Vec<&'a Session>,
    pub checkins: Vec<&'a CheckIn>,
    pub clearances: Vec<&'a Clearance>,
    /// Also skipped ones still to come.
    pub left_out: Vec<LeftOut>,
    pub set_aside: Vec<SetAside>,
    today: Date,
    zone: TimeZone,
}

/// Something that was set aside, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SetAside {
    /// What.
    pub what: What,
    /// Why.
    pub because: Because,
}

/// What was set aside.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A session.
    Session(Zoned),
    /// A check-in.
    CheckIn(Zoned),
    /// What a clinician said.
    Clearance(Date),
    /// A session that was missed or skipped.
    LeftOut(Date),
    /// A session that was moved to a day.
    Move(Date),
}

/// Why something was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// It lies ahead, and was written down as past.
    Future,
    /// It lies before the person was born.
    BeforeBirth,
    /// A session was done on that day.
    Done,
    /// The session can't be on that day.
    Locked,
    /// No session is planned for the day that it was moved from.
    NotPlanned,
}

impl<'a> Past<'a> {
    pub fn of(story: &'a Story, now: &Zoned) -> Self {
        let mut past = Self::empty(now);
        let born = story.person.born.unwrap_or(Date::MIN);
        for session in &story.sessions {
            match place(&session.at, now, born) {
                None => past.sessions.push(session),
                Some(because) => past.put_aside(What::Session(session.at.clone()), because),
            }
        }
        for checkin in &story.checkins {
            match place(&checkin.at, now, born) {
                None => past.checkins.push(checkin),
                Some(because) => past.put_aside(What::CheckIn(checkin.at.clone()), because),
            }
        }
        past.hear(&story.clearances, now);
        past.sort();
        past.leave_out(&story.left_out);
        past
    }

    fn empty(now: &Zoned) -> Self {
        Self {
            sessions: Vec::new(),
            checkins: Vec::new(),
            clearances: Vec::new(),
            left_out: Vec::new(),
            set_aside: Vec::new(),
            today: now.date(),
            zone: now.time_zone().clone(),
        }
    }

    fn put_aside(&mut self, what: What, because: Because) {
        self.set_aside.push(SetAside { what, because });
    }

    fn hear(&mut self, clearances: &'a [Clearance], now: &Zoned) {
        for clearance in clearances {
            let early = clearance.at.as_ref().is_some_and(|at| at > now);
            match clearance.on > self.today || early {
                true => self.put_aside(What::Clearance(clearance.on), Because::Future),
                false => self.clearances.push(clearance),
            }
        }
    }

    fn sort(&mut self) {
        self.sessions.sort_by(|one, other| {
            let exact = |one: &Session| (one.length, one.setting, one.passes);
            let moments = one.at.timestamp().cmp(&other.at.timestamp());
            moments.then_with(|| exact(one).cmp(&exact(other)))
        });
        self.checkins.sort_by(|one, other| {
            let moments = one.at.timestamp().cmp(&other.at.timestamp());
            moments.then_with(|| (&one.signs, &one.flags).cmp(&(&other.signs, &other.flags)))
        });
        self.clearances.sort_by(|one, other| {
            let order = |one: &Clearance| (one.on, one.at.as_ref().map(Zoned::timestamp), one.said);
            order(one).cmp(&order(other)).then_with(|| one.cmp_rest(other))
        });
    }

    fn leave_out(&mut self, left_out: &[LeftOut]) {
        for left in left_out {
            let place = self.sessions.partition_point(|session| session.at.date() < left.on);
            let done = self.sessions.get(place).is_some_and(|session| session.at.date() == left.on);
            let ahead = left.how == How::Missed && left.on > self.today;
            match (done, ahead) {
                (true, _) => self.put_aside(What::LeftOut(left.on), Because::Done),
                (_, true) => self.put_aside(What::LeftOut(left.on), Because::Future),
                _ => self.left_out.push(*left),
            }
        }
        self.left_out.sort();
        self.left_out.dedup();
    }

    /// The same for triage.
    pub fn history(&self) -> History<'a> {
        let first = self.sessions.first().map(|first| first.at.timestamp());
        let before = |checkin: &&CheckIn| first.is_none_or(|first| checkin.at.timestamp() < first);
        let mut noted: Vec<Noted<'a>> =
            self.clearances.iter().filter_map(|clearance| self.noted(clearance)).collect();
        noted.sort_by_key(|noted| noted.up_to);
        History {
            sessions: self.sessions.clone(),
            baseline: self.checkins.partition_point(before),
            checkins: self.checkins.clone(),
            noted,
        }
    }

    fn noted(&self, clearance: &'a Clearance) -> Option<Noted<'a>> {
        let About::Flag(flag) = clearance.about else { return None };
        // Without a moment it counts for all of its day.
        let end = || {
            let next = clearance.on.saturating_add(jiff::ToSpan::days(1));
            next.to_zoned(self.zone.clone()).ok()
        };
        let up_to = clearance.at.clone().or_else(end)?.timestamp();
        let waits = match clearance.said {
            Said::WaitUntil(day) => day > self.today,
            Said::Yes | Said::No => true,
        };
        let holds = waits && !clearance.has_lapsed(self.today);
        Some(Noted { flag, up_to, clearance, holds })
    }
}

/// Why something of this moment is set aside; `None` if it is past.
fn place(at: &Zoned, now: &Zoned, born: Date) -> Option<Because> {
    if at.timestamp() > now.timestamp() {
        return Some(Because::Future);
    }
    (at.date() < born).then_some(Because::BeforeBirth)
}
