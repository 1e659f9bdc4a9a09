//! All sessions and check-ins of a person in order of time, as triage looks at them.
//!
//! A check-in follows the last session before it, whatever it was written down for. Nothing is judged here.

use jiff::{Timestamp, ToSpan, Zoned};

use super::Noted;
use crate::session::{CheckIn, Session};
use crate::words::Sign;

/// What is judged, each list in order of time.
#[derive(Clone, Debug, Default)]
pub(crate) struct History<'a> {
    /// The sessions.
    pub sessions: Vec<&'a Session>,
    /// The check-ins.
    pub checkins: Vec<&'a CheckIn>,
    /// So many of them, from the first, were before any session: their scores are a baseline.
    pub baseline: usize,
    /// What clinicians said about warning signs.
    pub noted: Vec<Noted<'a>>,
}

/// One check-in with what came before it after the same session.
#[derive(Clone, Copy)]
pub(super) struct Story<'a> {
    pub session: &'a Session,
    pub earlier: &'a [&'a CheckIn],
    pub latest: &'a CheckIn,
}

impl<'a> History<'a> {
    /// One session and all its check-ins; scores from before it are a baseline.
    pub fn single(session: &'a Session, checkins: &'a [CheckIn]) -> Self {
        let mut checkins: Vec<&CheckIn> = checkins.iter().collect();
        // Of two at the same moment the one written later is the latest.
        checkins.sort_by_key(|checkin| checkin.at.timestamp());
        let begin = session.at.timestamp();
        let baseline = checkins.partition_point(|checkin| checkin.at.timestamp() < begin);
        Self { sessions: vec![session], checkins, baseline, noted: Vec::new() }
    }
    /// The same as it was after so many of its check-ins.
    pub fn after(&self, count: usize) -> Self {
        let checkins: Vec<_> = self.checkins.iter().take(count).copied().collect();
        let begun = count > self.baseline;
        let sessions = if begun { self.sessions.clone() } else { Vec::new() };
        Self { sessions, baseline: self.baseline.min(count), checkins, noted: self.noted.clone() }
    }
    /// The lowest that a sign was scored before the first session: what is always there is no reaction. 0 where nothing was
    /// said.
    pub(super) fn base(&self, sign: Sign) -> u8 {
        let before = self.checkins.iter().take(self.baseline);
        before.filter_map(|checkin| checkin.score(sign)).min().unwrap_or(0)
    }
    /// The latest check-in.
    pub fn latest(&self) -> Option<&'a CheckIn> {
        self.checkins.last().copied()
    }
    /// The last session.
    pub fn last(&self) -> Option<&'a Session> {
        self.sessions.last().copied()
    }
    /// The check-ins after the last session.
    pub fn current(&self) -> &[&'a CheckIn] {
        let place = self.sessions.len().saturating_sub(1);
        self.checkins.get(self.first_of(place)..).unwrap_or_default()
    }
    /// The session that a moment follows; before the first it is the first.
    pub fn session_at(&self, at: &Zoned) -> Option<&'a Session> {
        self.sessions.get(self.place_at(at)).copied()
    }
    fn place_at(&self, at: &Zoned) -> usize {
        let at = at.timestamp();
        self.sessions.partition_point(|one| one.at.timestamp() <= at).saturating_sub(1)
    }
    /// The check-ins later than a moment.
    pub(super) fn later(&self, than: Timestamp) -> &[&'a CheckIn] {
        let first = self.checkins.partition_point(|checkin| checkin.at.timestamp() <= than);
        self.checkins.get(first..).unwrap_or_default()
    }
    /// The place of the first check-in after the session at this place.
    fn first_of(&self, session: usize) -> usize {
        match (session, self.sessions.get(session)) {
            (0, _) | (_, None) => self.baseline,
            (_, Some(session)) => {
                let begin = session.at.timestamp();
                self.checkins.partition_point(|checkin| checkin.at.timestamp() < begin)
            }
        }
    }
    /// The last check-in that fits, with what came before it; a baseline never does.
    pub(super) fn find_last(&self, fits: impl Fn(&CheckIn) -> bool) -> Option<Story<'_>> {
        let scored = self.checkins.get(self.baseline..)?;
        let place = self.baseline + scored.iter().rposition(|checkin| fits(checkin))?;
        let latest = self.checkins.get(place)?;
        let session = self.place_at(&latest.at);
        let earlier = self.checkins.get(self.first_of(session)..place)?;
        Some(Story { session: self.sessions.get(session)?, earlier, latest })
    }
    /// Days from its session to a check-in; at least 0, and 0 without a session.
    pub(super) fn day(&self, checkin: &CheckIn) -> i64 {
        self.session_at(&checkin.at).map_or(0, |session| session.day(&checkin.at).max(0))
    }
}

impl Story<'_> {
    /// Days since the session; a check-in dated before it counts as day 0.
    pub fn day(&self, checkin: &CheckIn) -> i64 {
        self.session.day(&checkin.at).max(0)
    }
    /// The moment from which on a check-in is of this day or a later one: cheaper to compare with than the days of each.
    pub fn since(&self, day: i64) -> Timestamp {
        if day <= 0 {
            return Timestamp::MIN;
        }
        let date = self.session.at.date().saturating_add(day.days());
        let begins = date.to_zoned(self.session.at.time_zone().clone());
        begins.map_or(Timestamp::MAX, |begins| begins.timestamp())
    }
    /// Whole hours since the session, whatever the clocks did.
    pub fn hours(&self, checkin: &CheckIn) -> i64 {
        checkin.at.timestamp().duration_since(self.session.at.timestamp()).as_hours().max(0)
    }
}
