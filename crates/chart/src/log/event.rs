//! What happened, as one line of time.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use store::records::{
    CheckIn, Clearance, Measured, Outcome, Photo, Programme, Score, Screening, Session,
};
use store::{Entry, SessionId};

use super::History;
use crate::story::DoneSession;

/// Which events are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Everything.
    All,
    /// Sessions, also those begun or missed.
    Sessions,
    /// Check-ins.
    CheckIns,
    /// Photographs, and what was measured in them.
    Photos,
}

impl Shown {
    /// All ways of looking.
    pub const ALL: [Self; 4] = [Self::All, Self::Sessions, Self::CheckIns, Self::Photos];

    /// Its word in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Sessions => "sessions",
            Self::CheckIns => "check-ins",
            Self::Photos => "photos",
        }
    }
    /// The way of a word.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|shown| shown.word() == word)
    }
    fn has(self, what: &What<'_>) -> bool {
        match self {
            Self::All => true,
            Self::Sessions => {
                matches!(what, What::Begun(_) | What::Done(_) | What::Missed { .. })
            }
            Self::CheckIns => matches!(what, What::CheckIn(_)),
            Self::Photos => matches!(what, What::Photos(_) | What::Measured(_)),
        }
    }
}

/// What happened.
pub enum What<'h> {
    /// The questions were decided on.
    Screened(&'h Entry<Screening>),
    /// A programme was set out on.
    Planned(&'h Entry<Programme>),
    /// Its dates were changed; the record keeps the latest change.
    Moved(&'h Entry<Programme>),
    /// It was ended.
    Ended,
    /// A session day was begun and is not recorded.
    Begun(SessionId),
    /// A session.
    Done(DoneSession<'h>),
    /// A day of rest where a session would have been.
    Missed {
        /// Its entry.
        id: SessionId,
        /// Why, if they said.
        reason: Option<&'h str>,
    },
    /// How the skin was.
    CheckIn(&'h Entry<CheckIn>),
    /// What a clinician said.
    Heard(&'h Entry<Clearance>),
    /// The photographs of one day, in the order in which they were taken.
    Photos(Vec<&'h Entry<Photo>>),
    /// A score on a scale.
    Scored(&'h Score),
    /// A place of skin was measured in two sittings.
    Measured(&'h Measured),
}

/// Something and when.
pub struct Event<'h> {
    /// Where the person lives.
    pub at: Zoned,
    /// What it was.
    pub what: What<'h>,
}

/// What is shown, the newest first.
pub fn events<'h>(history: &'h History, zone: &TimeZone, shown: Shown) -> Vec<Event<'h>> {
    let mut all: Vec<(Timestamp, What<'h>)> = Vec::new();
    all.extend(history.screenings.iter().map(|entry| (entry.created, What::Screened(entry))));
    all.extend(history.chart.story.programmes.iter().flat_map(programme));
    all.extend(history.chart.story.done().into_iter().map(|done| (done.done.at, What::Done(done))));
    all.extend(history.chart.story.sessions.iter().filter_map(|entry| not_done(entry, zone)));
    let checkins = history.chart.story.checkins.iter();
    all.extend(checkins.map(|entry| (entry.record.at, What::CheckIn(entry))));
    let heard = history.chart.story.clearances.iter();
    all.extend(
        heard.map(|entry| (on_day(entry.record.on, entry.record.at, zone), What::Heard(entry))),
    );
    all.extend(photos(history, zone));
    all.extend(history.outcomes.iter().filter_map(|entry| outcome(entry, zone)));
    all.retain(|(_, what)| shown.has(what));
    // Stable, so that of two at the same moment the one listed later, which follows from the other, stands above.
    all.reverse();
    all.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let zoned = |(at, what): (Timestamp, What<'h>)| Event { at: at.to_zoned(zone.clone()), what };
    all.into_iter().map(zoned).collect()
}

fn programme(entry: &Entry<Programme>) -> Vec<(Timestamp, What<'_>)> {
    let mut all = vec![(entry.created, What::Planned(entry))];
    if entry.record.ended.is_some() {
        all.push((entry.changed, What::Ended));
    } else if entry.version > 1 {
        all.push((entry.changed, What::Moved(entry)));
    }
    all
}

fn not_done<'h>(entry: &'h Entry<Session>, zone: &TimeZone) -> Option<(Timestamp, What<'h>)> {
    match &entry.record {
        Session::Begun { at, .. } => Some((*at, What::Begun(entry.id))),
        Session::Missed { on, reason, .. } | Session::Skipped { on, reason, .. } => {
            let at = on_day(*on, entry.created, zone);
            Some((at, What::Missed { id: entry.id, reason: reason.as_deref() }))
        }
        Session::Done(_) => None,
    }
}

/// What was noted of a day stands on that day, even if it was noted later.
fn on_day(day: Date, noted: Timestamp, zone: &TimeZone) -> Timestamp {
    if noted.to_zoned(zone.clone()).date() == day {
        return noted;
    }
    let noon = day.at(12, 0, 0, 0).to_zoned(zone.clone());
    noon.map_or(noted, |noon| noon.timestamp())
}

/// Scores and what was measured; what eyes said of two photographs stands where they are compared.
fn outcome<'h>(entry: &'h Entry<Outcome>, zone: &TimeZone) -> Option<(Timestamp, What<'h>)> {
    match &entry.record {
        Outcome::Scored(score) => {
            Some((on_day(score.on, entry.created, zone), What::Scored(score)))
        }
        Outcome::Measured(measured) => Some((entry.created, What::Measured(measured))),
        Outcome::Seen(_) => None,
    }
}

fn photos<'h>(history: &'h History, zone: &TimeZone) -> Vec<(Timestamp, What<'h>)> {
    let day = |photo: &Entry<Photo>| photo.record.taken.to_zoned(zone.clone()).date();
    let dated = history.photos.iter().filter(|photo| photo.record.is_dated());
    let mut sorted: Vec<&Entry<Photo>> = dated.collect();
    sorted.sort_by_key(|photo| photo.record.taken);
    let days = sorted.chunk_by(|one, next| day(one) == day(next));
    let event = |photos: &[&'h Entry<Photo>]| {
        photos.last().map(|last| (last.record.taken, What::Photos(photos.to_vec())))
    };
    days.filter_map(event).collect()
}
