//! A person's story so far as the record keeps it: programmes, sessions, check-ins, what clinicians said, days kept free.
//!
//! Nothing is decided here. What it means is told to the rules in [`crate::told`].

use care::measure::NeedleLength;
use care::session::{CheckIn, Session};
use care::words::{Sign, SkinType, Word};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde_json::{Value, json};
use store::records::{self, Done, Profile};
use store::{Entry, Error, PersonId, ProgrammeId, SessionId, Snapshot};

use crate::gaps::Gaps;
use crate::person::device_of;
use crate::session::zones::most_passes;

/// The question that the record answers too.
pub const LAST_NEEDLING: &str = "last_needling";

/// Everything kept of a person that is decided on.
#[derive(Clone, Debug)]
pub struct Story {
    /// All programmes in the order they were begun.
    pub programmes: Vec<Entry<records::Programme>>,
    /// The programme under way, if one was begun and not ended.
    pub programme: Option<Entry<records::Programme>>,
    /// All sessions in the order they were begun.
    pub sessions: Vec<Entry<records::Session>>,
    /// All check-ins in the order they were made.
    pub checkins: Vec<Entry<records::CheckIn>>,
    /// What was decided, in the order it was.
    pub screenings: Vec<Entry<records::Screening>>,
    /// What clinicians said.
    pub clearances: Vec<Entry<records::Clearance>>,
    /// Days for which the skin has to be calm.
    pub kept_days: Vec<Entry<records::KeptDay>>,
}

/// A session that was done, with its entry's id.
#[derive(Clone, Copy, Debug)]
pub struct DoneSession<'s> {
    /// Its entry.
    pub id: SessionId,
    /// What was done.
    pub done: &'s Done,
    /// Its place among those done, from 1.
    pub n: usize,
}

impl Story {
    /// A person's story at a moment, as far as it can be read.
    ///
    /// # Errors
    /// What the record refuses.
    pub async fn read(
        moment: &mut Snapshot,
        person: PersonId,
        gaps: &mut Gaps,
    ) -> Result<Self, Error> {
        let programmes = gaps.read::<records::Programme>(moment, person).await?;
        let sessions = gaps.read::<records::Session>(moment, person).await?;
        let checkins = gaps.read::<records::CheckIn>(moment, person).await?;
        let mut story = Self::new(programmes, sessions, checkins);
        story.screenings = gaps.read(moment, person).await?;
        story.clearances = gaps.read(moment, person).await?;
        story.kept_days = gaps.read(moment, person).await?;
        Ok(story)
    }
    /// The story that entries tell, each kind in the order in which they were made.
    pub fn new(
        programmes: Vec<Entry<records::Programme>>,
        mut sessions: Vec<Entry<records::Session>>,
        checkins: Vec<Entry<records::CheckIn>>,
    ) -> Self {
        sessions.sort_by_key(|entry| entry.created);
        let under_way = programmes.iter().rev().find(|entry| entry.record.ended.is_none());
        let programme = under_way.cloned();
        let (screenings, clearances, kept_days) = (Vec::new(), Vec::new(), Vec::new());
        let mut story =
            Self { programmes, programme, sessions, checkins, screenings, clearances, kept_days };
        story.follow();
        story
    }

    /// A check-in follows the last session before it. That may be another than it was written down for, if a session was
    /// recorded afterwards, or was recorded with a clock that was ahead.
    fn follow(&mut self) {
        let done: Vec<(SessionId, Timestamp)> =
            self.done().iter().map(|session| (session.id, session.done.at)).collect();
        for entry in &mut self.checkins {
            let before = done.iter().rfind(|(_, at)| *at <= entry.record.at);
            if let Some((session, _)) = before {
                entry.record.session = *session;
            }
        }
    }

    /// The sessions done, oldest first.
    pub fn done(&self) -> Vec<DoneSession<'_>> {
        let mut done: Vec<(SessionId, &Done)> = self
            .sessions
            .iter()
            .filter_map(|entry| match &entry.record {
                records::Session::Done(done) => Some((entry.id, done)),
                _ => None,
            })
            .collect();
        done.sort_by_key(|(_, done)| done.at);
        let numbered = done.into_iter().enumerate();
        numbered.map(|(place, (id, done))| DoneSession { id, done, n: place + 1 }).collect()
    }
    /// The last session done by a moment: the one whose healing is watched. What lies ahead is no past.
    pub fn last_done(&self, by: Timestamp) -> Option<DoneSession<'_>> {
        self.done().into_iter().rfind(|session| session.done.at <= by)
    }
    /// How many sessions were done with a device: those since it is used, with its kind or none noted.
    pub fn uses(&self, device: &records::Device) -> usize {
        let same = |done: &Done| done.device.is_none_or(|used| used.kind == device.kind);
        let since =
            |done: &Done| device.since.is_none_or(|since| session_of(done).at.date() >= since);
        self.done().iter().filter(|session| same(session.done) && since(session.done)).count()
    }
    /// The session that was begun and not recorded yet.
    pub fn begun(&self) -> Option<&Entry<records::Session>> {
        let begun = |entry: &&Entry<records::Session>| {
            matches!(entry.record, records::Session::Begun { .. })
        };
        self.sessions.iter().rev().find(begun)
    }
    /// The days on which sessions were done, where the person lived then.
    pub fn days_done(&self) -> Vec<Date> {
        self.done().iter().map(|session| session_of(session.done).at.date()).collect()
    }
    /// The days of the sessions that belong to the programme under way; all of them if none is.
    pub fn days_in_programme(&self) -> Vec<Date> {
        self.programme.as_ref().map_or_else(|| self.days_done(), |own| self.days_of(own))
    }
    /// The days of the sessions that belong to a programme: those that name it, and those that name none and were done
    /// while it was under way.
    pub fn days_of(&self, programme: &Entry<records::Programme>) -> Vec<Date> {
        let (id, begun, ended) = (programme.id, programme.created, programme.record.ended);
        let during = |done: &Done| {
            let day = session_of(done).at.date();
            done.at >= begun && ended.is_none_or(|ended| day <= ended)
        };
        let belongs = |done: &Done| match done.programme {
            Some(own) => own == id,
            None => during(done),
        };
        let done = self.done().into_iter().filter(|session| belongs(session.done));
        done.map(|session| session_of(session.done).at.date()).collect()
    }
    /// The check-ins after a session, oldest first.
    pub fn checkins_of(&self, session: SessionId) -> Vec<&Entry<records::CheckIn>> {
        let mut own: Vec<_> =
            self.checkins.iter().filter(|entry| entry.record.session == session).collect();
        own.sort_by_key(|entry| entry.record.at);
        own
    }
    /// The profile with the last session by a moment filled in as an answer, if one is on record and nothing later was
    /// answered.
    pub fn knowing(&self, profile: &Profile, by: Timestamp, calm: bool) -> Profile {
        let mut profile = profile.clone();
        if let Some(last) = self.last_done(by).filter(|_| !self.is_elsewhere(&profile, by)) {
            let on = session_of(last.done).at.date();
            let calm = if calm { "yes" } else { "no" };
            let answer = json!({ "on": on, "calm": calm, "mm": last.done.length_mm });
            profile.answers.insert(LAST_NEEDLING.into(), answer);
        }
        profile
    }
    /// Whether what was answered of the last needling says more than the record by a moment: none is on record, it was
    /// elsewhere and later, or nobody knows.
    pub fn is_elsewhere(&self, profile: &Profile, by: Timestamp) -> bool {
        let Some(last) = self.last_done(by) else { return true };
        let on_record = session_of(last.done).at.date();
        match profile.answers.get(LAST_NEEDLING) {
            Some(Value::Object(answer)) => {
                let on = answer.get("on").and_then(Value::as_str);
                on.and_then(|on| on.parse::<Date>().ok()).is_none_or(|on| on > on_record)
            }
            Some(Value::String(word)) => word == "unknown",
            _ => false,
        }
    }
    /// The programme that a session done at a moment belongs to: the one under way, unless it was begun later.
    pub fn programme_on(&self, at: Timestamp, zone: &TimeZone) -> Option<ProgrammeId> {
        let day = |moment: Timestamp| moment.to_zoned(zone.clone()).date();
        let programme = self.programme.as_ref()?;
        (day(at) >= day(programme.created)).then_some(programme.id)
    }
}

/// A session as the rules see it.
pub fn session_of(done: &Done) -> Session {
    Session {
        at: done.at.to_zoned(zone_of(&done.zone)),
        setting: done.setting,
        areas: done.areas.clone(),
        skin_type: done.skin_type.and_then(SkinType::new),
        dark_marks: false,
        // What was recorded went through the same check; a length that no longer passes counts as the longest.
        length: NeedleLength::from_mm(done.length_mm).unwrap_or(NeedleLength::LONGEST),
        // Zones may have been rolled differently: the skin that was rolled most counts.
        passes: most_passes(&done.zones).max(done.passes),
        anaesthetic: done.anaesthetic,
        device: done.device.map(device_of),
    }
}

/// A check-in as the rules see it.
pub fn checkin_of(checkin: &records::CheckIn, zone: &TimeZone) -> CheckIn {
    let (at, signs) = (seen_at(checkin, zone), signs_of(&checkin.signs));
    CheckIn { at, signs, flags: checkin.flags.clone() }
}

/// No day ends later than this hour; told elsewhere than it was made, a check-in stays where it is.
const LATEST_END: i8 = 6;

/// When it was made; one that belongs to the evening before, at the end of that evening, in its order among others.
fn seen_at(checkin: &records::CheckIn, zone: &TimeZone) -> Zoned {
    let there = checkin.at.to_zoned(zone.clone());
    if !checkin.evening || there.hour() >= LATEST_END {
        return there;
    }
    // A tenth of a millisecond for each ten seconds of the night.
    let since = there.start_of_day().map(|midnight| there.duration_since(&midnight));
    let behind = since.map_or(0, |since| i32::try_from(since.as_nanos() / 100_000).unwrap_or(0));
    let evening = there.date().yesterday().map(|day| day.at(23, 59, 59, behind));
    evening.ok().and_then(|evening| evening.to_zoned(zone.clone()).ok()).unwrap_or(there)
}

/// Scores as the rules see them, sign by sign.
pub fn signs_of(scores: &records::Scores) -> [Option<u8>; 6] {
    let mut signs = [None; 6];
    for (score, sign) in signs.iter_mut().zip(Sign::ALL) {
        *score = scores.get(sign).copied();
    }
    signs
}

/// A zone by its name; one that this program does not know counts as UTC.
pub fn zone_of(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests;
