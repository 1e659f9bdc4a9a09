//! The aftercare sheet: what to do and avoid after one session, when what again, what is usual, and when to worry, as a
//! PDF to put on the bathroom mirror.
//!
//! Everything on it is worked out by `care` for this session; [`blocks`] puts it in words, `paper` draws it.

mod blocks;
mod course;
mod warnings;

use care::programme::Window;
use jiff::Zoned;
use jiff::civil::Date;
use paper::{Block, Sheet};
use words::Worded;
use words::Wording;

use crate::Chart;
use crate::person::person_of;
use crate::story::{DoneSession, session_of};

/// What a sheet is made for.
struct Made<'a> {
    protocol: &'a Worded,
    say: &'a Wording,
    today: Date,
    session: care::session::Session,
    next: Option<Window>,
}

/// The sheet of a session, made today. [`draw`] makes a file of it, which takes a moment.
pub fn sheet(
    protocol: &Worded,
    say: &Wording,
    chart: &Chart,
    now: &Zoned,
    session: DoneSession<'_>,
) -> Sheet {
    // Only after the last one does the next one follow.
    let last = chart.story.last_done(now.timestamp()).is_some_and(|last| last.id == session.id);
    let standing = chart.standing(protocol, now).filter(|_| last);
    let plan = standing.and_then(|standing| standing.programme);
    let next = plan.and_then(|plan| plan.sessions.first().copied());
    let today = now.date();
    let session = session_of(session.done);
    let session = match person_of(protocol, chart.profile()) {
        Some(person) => session.of(&person, protocol),
        None => session,
    };
    Made { protocol, say, today, session, next }.sheet()
}

/// A sheet as PDF.
///
/// # Errors
/// If it can't be drawn, as without its font.
pub fn draw(sheet: &Sheet) -> Result<Vec<u8>, paper::Error> {
    paper::render(sheet)
}

impl Made<'_> {
    fn sheet(&self) -> Sheet {
        Sheet {
            title: self.say.text("sheet-title"),
            subtitle: Some(blocks::session(self)),
            language: self.say.language().to_string(),
            made: Some(blocks::foot(self)),
            blocks: self.blocks(),
        }
    }
    /// What must not wait first; then what to act on, so that all of it fits on both sides of one sheet; what is usual and who
    /// says so after it.
    fn blocks(&self) -> Vec<Block> {
        let mut all = warnings::urgent(self);
        all.extend(blocks::cards(self));
        all.extend(blocks::products(self));
        all.extend(course::usual(self));
        all.push(warnings::mild(self));
        all.extend(blocks::sources(self));
        all
    }
}

#[cfg(test)]
mod tests;
