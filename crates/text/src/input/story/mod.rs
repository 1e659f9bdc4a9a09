//! `story.toml`, and a story as one line of JSON of the same shape: everything that happened to a person.
//!
//! The person is read by the code of `person.toml`, sessions by that of `session.toml`, check-ins by that of
//! `checkins.toml`: here is what a story has beside them. What lies ahead is no problem of a file: what follows from a
//! story at a moment is decided in `care::standing`. The person is in [`whose`], sessions in [`events`], what clinicians
//! said in [`clinicians`], the programme and days in [`days`].

mod clinicians;
mod days;
mod events;
#[cfg(test)]
mod tests;
mod whose;

use care::Protocol;
use care::session::CheckIn;
use care::story::Story;
use care::words::RhythmChoice;
use jiff::Zoned;
use jiff::tz::TimeZone;

use super::checkins::{Hung, checkin};
use super::json;
use super::node::{Node, Size, from_toml};
use super::person::Asked;
use super::problem::Problems;
use super::reader::{Field, Fields, Reader};
use events::Event;
use whose::Whose;

/// What a story's file says.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryFile {
    /// The story.
    pub story: Story,
    /// Where the person lives.
    pub zone: Option<TimeZone>,
    /// The moment that is asked about, if a line of JSON names one.
    pub at: Option<Zoned>,
}

const KEYS: [&str; 7] =
    ["person", "programme", "session", "checkin", "clearance", "keep_free", "move"];
const AT: &str = "at";
/// A session a day for 27 years.
const MOST_SESSIONS: usize = 10_000;
const MOST_CHECKINS: usize = 40_000;
const MOST_OTHERS: usize = 1_000;

/// Reads `story.toml`.
///
/// # Errors
/// Every problem of the file.
pub fn read_story(
    protocol: &Protocol,
    file: &str,
    text: &str,
    asked: Asked<'_>,
) -> Result<StoryFile, Problems> {
    read(protocol, file, &from_toml(file, text, Size::STORY)?, &KEYS, asked)
}

/// Reads one line of JSON, which may also name the moment that is asked about; the line's number is for the problems.
///
/// # Errors
/// Every problem of the line.
pub fn read_story_json(
    protocol: &Protocol,
    file: &str,
    line: usize,
    text: &str,
    asked: Asked<'_>,
) -> Result<StoryFile, Problems> {
    let keys: Vec<&str> = KEYS.into_iter().chain([AT]).collect();
    read(protocol, file, &json::from_json(file, line, text, Size::STORY)?, &keys, asked)
}

fn read(
    protocol: &Protocol,
    file: &str,
    root: &Node<'_>,
    keys: &[&str],
    asked: Asked<'_>,
) -> Result<StoryFile, Problems> {
    let mut reader = Reader::new(file);
    let fields = reader.table(Field::root(root), keys);
    let read = fields.and_then(|fields| story(&mut reader, protocol, &fields, asked));
    reader.finish(read)
}

/// Every block is read before a problem of one stops it, so that all problems are found.
fn story(
    reader: &mut Reader<'_>,
    protocol: &Protocol,
    fields: &Fields<'_>,
    asked: Asked<'_>,
) -> Option<StoryFile> {
    let whose = Whose::read(reader, protocol, fields);
    let programme = fields.find("programme").map(|at| days::programme(reader, at));
    let usual = whose.usual();
    let events = many(reader, fields, "session", MOST_SESSIONS, |reader, at| {
        events::event(reader, &usual, at)
    });
    let checkins = checkins(reader, fields, whose.zone.as_ref());
    let clearances = many(reader, fields, "clearance", MOST_OTHERS, |reader, at| {
        clinicians::clearance(reader, protocol, at)
    });
    let kept_days = many(reader, fields, "keep_free", MOST_OTHERS, days::keep_free);
    let moves = many(reader, fields, "move", MOST_OTHERS, days::moved);
    let at = fields.find(AT).map(|at| reader.moment(&at, whose.zone.as_ref()));
    let own = at.as_ref().and_then(|at| at.as_ref()).map(Zoned::date);
    whose.check(reader, protocol, fields, own.unwrap_or_else(|| asked(whose.zone.as_ref())));
    let (sessions, left_out) = Event::part(events?);
    let mut person = whose.person?;
    if programme.is_some() {
        // A plan that was begun without a word on it was a daily one.
        person.rhythm = person.rhythm.or(Some(RhythmChoice::Daily));
    }
    let sessions = sessions.into_iter().map(|session| session.of(&person, protocol)).collect();
    let story = Story {
        person,
        given: whose.given,
        programme: programme.map_or(Some(None), |read| read.map(Some))?,
        sessions,
        left_out,
        checkins: checkins?,
        clearances: clearances?,
        kept_days: kept_days?,
        moves: moves?,
    };
    Some(StoryFile { story, zone: whose.zone, at: at.flatten() })
}

fn checkins(
    reader: &mut Reader<'_>,
    fields: &Fields<'_>,
    zone: Option<&TimeZone>,
) -> Option<Vec<CheckIn>> {
    let hung = Hung { zone, session: None };
    many(reader, fields, "checkin", MOST_CHECKINS, |reader, at| checkin(reader, hung, at))
}

/// The blocks of a name, none if there are none.
fn many<T>(
    reader: &mut Reader<'_>,
    fields: &Fields<'_>,
    key: &str,
    most: usize,
    read: impl Fn(&mut Reader<'_>, Field<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    match fields.find(key) {
        Some(at) => reader.list(&at, most, read),
        None => Some(Vec::new()),
    }
}
