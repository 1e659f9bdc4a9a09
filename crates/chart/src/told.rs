//! The record told as a story, and what is said of it: the one place where what is kept becomes what the rules understand.
//!
//! Pages, calendars, sheets and commands take what they say from [`Chart::standing`] and from nothing else.

use care::Protocol;
use care::answers::Answer;
use care::person::Person;
use care::session::CheckIn;
use care::standing::Standing;
use care::story::{About, Begun, Clearance, How, KeptDay, LeftOut, Move, Said, Story};
use care::words::RhythmChoice;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};
use store::records::{self, Done, Profile, Programme, Session};
use store::{Entry, ProgrammeId};

use crate::Chart;
use crate::person::person_of;
use crate::screening::decided::Decided;
use crate::story::{LAST_NEEDLING, checkin_of, session_of, signs_of, zone_of};

/// What is said of somebody now, with what was decided in the shape of a decision.
#[derive(Clone, Debug)]
pub struct Look<'p> {
    /// What their answers come to.
    pub decided: Decided,
    /// Everything that is said of them.
    pub standing: Standing<'p>,
}

impl Chart {
    /// The same as [`Self::standing`] with what was decided.
    pub fn look<'p>(&self, protocol: &'p Protocol, now: &Zoned) -> Option<Look<'p>> {
        Some(self.look_at(protocol, self.told(protocol, now)?, now))
    }

    /// The same once the questions of the day were answered: what is in use was said today.
    pub fn look_asked_again<'p>(&self, protocol: &'p Protocol, now: &Zoned) -> Option<Look<'p>> {
        let mut told = self.told(protocol, now)?;
        told.person.answered = Some(now.date());
        Some(self.look_at(protocol, told, now))
    }

    fn look_at<'p>(&self, protocol: &'p Protocol, told: Story, now: &Zoned) -> Look<'p> {
        let standing = Standing::of(protocol, &told, now);
        let decided = Decided::of(told.person, &standing).hears(&self.story.clearances);
        Look { decided, standing }
    }

    /// Everything that is said of the person now; `None` until goals and areas are known, if a protocol no longer knows an
    /// answer, or while something can't be read that decides.
    pub fn standing<'p>(&self, protocol: &'p Protocol, now: &Zoned) -> Option<Standing<'p>> {
        Some(Standing::of(protocol, &self.told(protocol, now)?, now))
    }

    /// The record as a story; `None` also while something can't be read that decides: what is missing relaxes nothing.
    pub fn told(&self, protocol: &Protocol, now: &Zoned) -> Option<Story> {
        if self.gaps.decide() { None } else { self.left(protocol, now) }
    }

    /// What is left of the record as a story, for what warns and for nothing else. Of what was told of needling before, the
    /// record's own sessions are known better.
    pub(crate) fn left(&self, protocol: &Protocol, now: &Zoned) -> Option<Story> {
        let zone = self.zone();
        let mut person = person_of(protocol, self.profile())?;
        let begun = self.story.programme.as_ref();
        person.rhythm = begun.map(|begun| begun.record.rhythm.unwrap_or(RhythmChoice::Daily));
        let given = protocol.questions().iter().map(|question| self.given_on(&question.id, now));
        let given: Vec<Option<Date>> = given.collect();
        let used = protocol.questions().iter().find(|question| question.products);
        person.answered = used.and_then(|question| self.answered_on(&question.id, now));
        if let Some((place, answer)) = self.known_better(protocol, &person, now) {
            person.answers.set(place, answer);
        }
        let story = &self.story;
        Some(Story {
            given,
            programme: story.programme.as_ref().map(|begun| self.begun(begun)),
            sessions: story
                .done()
                .iter()
                .map(|session| session_of(session.done).of(&person, protocol))
                .collect(),
            left_out: self.left_out(),
            checkins: self.checkins(&zone),
            clearances: story
                .clearances
                .iter()
                .filter_map(|entry| clearance(protocol, &entry.record, &zone))
                .collect(),
            kept_days: story.kept_days.iter().map(|entry| kept_day(&entry.record)).collect(),
            moves: story.programme.iter().flat_map(|begun| moves(&begun.record)).collect(),
            person,
        })
    }

    /// The answer to the question about the last needling where the record knows better: a session that is on record is
    /// not asked about; and how the skin was after an earlier needling is overtaken by what was rolled since.
    fn known_better(
        &self,
        protocol: &Protocol,
        person: &Person,
        now: &Zoned,
    ) -> Option<(usize, Answer)> {
        let (place, question) = protocol.find_question(LAST_NEEDLING)?;
        if self.story.is_elsewhere(self.profile(), now.timestamp()) {
            return None;
        }
        let never = Answer::Word(0);
        let Answer::Dated { on, length, .. } = person.answers.get(place) else {
            return Some((place, never));
        };
        if self.story.days_done().contains(&on) {
            return Some((place, never));
        }
        let words = question.dated.as_ref().map_or(&[][..], |dated| &dated.words);
        let calm = words.iter().position(|word| word == "yes").and_then(|n| u8::try_from(n).ok());
        Some((place, Answer::Dated { on, detail: calm, length }))
    }

    /// The profile with the last session filled in as an answer, if one is on record and nothing later was answered.
    pub fn knowing(&self, protocol: &Protocol, now: &Zoned) -> Profile {
        let triage = self.standing(protocol, now).and_then(|standing| standing.triage);
        let healed = triage.is_some_and(|triage| triage.healed);
        self.story.knowing(self.profile(), now.timestamp(), healed)
    }

    /// The day since which a question is answered as it is now; today where it was not kept yet.
    fn given_on(&self, question: &str, now: &Zoned) -> Option<Date> {
        let answer = self.profile().answers.get(question)?;
        let last = self.story.screenings.last()?;
        if last.record.answers.get(question) != Some(answer) {
            return Some(now.date());
        }
        let same =
            |entry: &&Entry<records::Screening>| entry.record.answers.get(question) == Some(answer);
        let since = self.story.screenings.iter().rev().take_while(same).last();
        since.map(|entry| entry.record.on)
    }

    /// The day on which a question was last answered: when it was answered as it is now, or when the questions of a day
    /// were put again since.
    fn answered_on(&self, question: &str, now: &Zoned) -> Option<Date> {
        let since = self.given_on(question, now)?;
        let again = self.story.screenings.iter().filter(|entry| entry.record.asked_again);
        again.map(|entry| entry.record.on).chain([since]).max()
    }

    /// The check-ins, and how the skin was just before sessions, where that was said.
    fn checkins(&self, zone: &TimeZone) -> Vec<CheckIn> {
        let said = self.story.checkins.iter().map(|entry| checkin_of(&entry.record, zone));
        let before = self.story.done().into_iter().filter_map(|session| before(session.done));
        said.chain(before).collect()
    }

    /// A programme under way. The sessions that belong to it are those from the first of them on, done or left out.
    fn begun(&self, begun: &Entry<Programme>) -> Begun {
        let created = begun.created.to_zoned(self.zone()).date();
        let since = self.story.days_of(begun).first().copied().unwrap_or(created);
        let left_out = self.left_out().into_iter().map(|left| left.on);
        let since = left_out.filter(|on| *on >= created).fold(since, Date::min);
        Begun { first: begun.record.first, time: time(begun.record.minute), since }
    }

    /// The sessions left out, but for those of an earlier programme.
    fn left_out(&self) -> Vec<LeftOut> {
        let own = self.story.programme.as_ref().map(|begun| begun.id);
        let of = |entry: &Entry<Session>| left_out(&entry.record, own);
        self.story.sessions.iter().filter_map(of).collect()
    }
}

/// Minutes after midnight as a time of the clock.
pub fn time(minute: u16) -> Time {
    let (hour, minute) = (i8::try_from(minute / 60), i8::try_from(minute % 60));
    let time =
        hour.ok().zip(minute.ok()).and_then(|(hour, minute)| Time::new(hour, minute, 0, 0).ok());
    time.unwrap_or(Time::midnight())
}

/// How the skin was before a session, as a check-in a minute before it; `None` if nothing was said.
fn before(done: &Done) -> Option<CheckIn> {
    let at = done.at.to_zoned(zone_of(&done.zone)).saturating_sub(1.minute());
    let said = !done.before.is_empty();
    said.then(|| CheckIn { at, signs: signs_of(&done.before), flags: Vec::new() })
}

fn left_out(session: &Session, own: Option<ProgrammeId>) -> Option<LeftOut> {
    let (on, programme, how) = match session {
        Session::Missed { on, programme, .. } => (*on, *programme, How::Missed),
        Session::Skipped { on, programme, .. } => (*on, *programme, How::Skipped),
        Session::Begun { .. } | Session::Done(_) => return None,
    };
    // Before it was kept to which programme it belongs, it counts by its day.
    (programme.is_none() || programme == own).then_some(LeftOut { on, how })
}

/// What a clinician said; `None` if it was about something that a protocol no longer knows. Written down on another day, it
/// counts for all of its own.
fn clearance(protocol: &Protocol, kept: &records::Clearance, zone: &TimeZone) -> Option<Clearance> {
    let at = kept.at.to_zoned(zone.clone());
    Some(Clearance {
        on: kept.on,
        noted: Some(at.date()),
        at: Some(at).filter(|at| at.date() == kept.on),
        about: About::find(protocol, &kept.about)?,
        said: match kept.said {
            records::Said::Yes => Said::Yes,
            records::Said::No => Said::No,
            records::Said::WaitUntil(day) => Said::WaitUntil(day),
        },
        by: kept.by.clone(),
        until: kept.until,
    })
}

fn kept_day(kept: &records::KeptDay) -> KeptDay {
    KeptDay { on: kept.on, days_before: kept.days_before }
}

fn moves(programme: &Programme) -> impl Iterator<Item = Move> + '_ {
    programme.moves.iter().map(|moved| Move { from: moved.from, to: moved.to })
}

#[cfg(test)]
mod tests;
