//! `needlewise now`: everything that is said of a person at a moment, from their story; `now --batch`: of one person a line.

use std::path::Path;

use care::standing::Standing;
use jiff::Zoned;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use words::{Saying, Worded};

use super::{Refusal, Talk, batch, clock, emit, name, text_up_to};
use text::input::node::Size;
use text::input::{self, StoryFile};
use text::show;

/// Which moment is asked about.
pub(super) struct Asked<'a> {
    /// The one given with the command, read in each story's own zone.
    at: Option<&'a str>,
    /// What the clock says.
    now: Zoned,
}

impl<'a> Asked<'a> {
    /// The moment given, or now.
    pub fn new(at: Option<&'a str>) -> Result<Self, Refusal> {
        // What is no moment in any zone is refused once, and not for each line.
        at.map(|at| input::time::moment(at, Some(&TimeZone::UTC))).transpose().map_err(refuse)?;
        Ok(Self { at, now: clock::now() })
    }

    /// The day that it is, where a person lives.
    fn day(&self, zone: Option<&TimeZone>) -> Date {
        let given =
            self.at.and_then(|at| input::time::moment(at, zone.or(Some(&TimeZone::UTC))).ok());
        given.map_or_else(|| clock::or_today(None, zone), |at| at.date())
    }

    /// In the person's zone; without one at the offset that was given, or where this machine is.
    fn of(&self, file: &StoryFile) -> Result<Zoned, Saying> {
        if let Some(own) = &file.at {
            return Ok(own.clone());
        }
        let here = || file.zone.as_ref().map(|zone| self.now.with_time_zone(zone.clone()));
        let given = self.at.map(|at| input::time::moment(at, file.zone.as_ref()));
        given.unwrap_or_else(|| Ok(here().unwrap_or_else(|| self.now.clone())))
    }
}

fn refuse(what: Saying) -> Refusal {
    Refusal::new(at(what))
}

fn at(what: Saying) -> Saying {
    Saying::new("refused-at").with("what", what)
}

pub(super) fn one(
    talk: &Talk<'_>,
    protocol: &Worded,
    file: &Path,
    asked: &Asked<'_>,
) -> Result<(), Refusal> {
    let text = text_up_to(file, Size::STORY)?;
    let read = input::read_story(protocol, &name(file), &text, &|zone| asked.day(zone))?;
    let now = asked.of(&read).map_err(refuse)?;
    emit(talk, protocol.texts(), &stand(protocol, &read, &now))
}

/// One story a line in, one standing a line out.
pub(super) fn all(
    protocol: &Worded,
    file: Option<&Path>,
    asked: &Asked<'_>,
) -> Result<(), Refusal> {
    batch::run(protocol.texts(), file, &|line| {
        let day = |zone: Option<&TimeZone>| asked.day(zone);
        let read = input::read_story_json(protocol, line.file, line.number, line.text, &day)
            .map_err(|problems| problems.in_words(protocol.texts()))?;
        let now = asked.of(&read).map_err(|why| line.says(at(why)).in_words(protocol.texts()))?;
        batch::json(protocol.texts(), &stand(protocol, &read, &now))
    })
}

fn stand<'p>(protocol: &'p Worded, read: &StoryFile, now: &Zoned) -> show::Now<'p> {
    show::Now::of(protocol, &read.story, &Standing::of(protocol, &read.story, now))
}
