//! What is planned: the programme under way, or the one that would begin on a day of choice.
//!
//! Everything comes from one standing; nothing is decided here.

use care::Protocol;
use care::programme::{self, Programme};
use care::standing::{Next, Slot, Standing, State};
use care::story::Begun;
use jiff::Zoned;
use jiff::civil::Date;
use store::Entry;
use store::records;

use crate::Chart;
use crate::screening::decided::Decided;
use crate::screening::steps;
use crate::told::{said, time};

/// When sessions begin unless somebody says otherwise, minutes after midnight: the evening, before a night's rest.
const USUAL_MINUTE: u16 = 19 * 60;

/// A programme as it looks today.
#[derive(Debug)]
pub struct Outlook<'p> {
    /// What their answers come to today.
    pub decided: Decided,
    /// Everything that is said of them now, as if the programme was begun.
    pub standing: Standing<'p>,
    /// The dates to come, and how it is done.
    pub plan: Programme<'p>,
    /// The programme on record, if it was begun.
    pub begun: Option<Entry<records::Programme>>,
    /// The first day on which it could begin, all preparation done.
    pub earliest: Date,
    /// How many sessions the device at hand was used for, if there is one.
    pub uses: Option<usize>,
    /// At what time sessions begin, minutes after midnight.
    pub minute: u16,
}

impl<'p> Outlook<'p> {
    /// How the programme looks now; `first` is tried as the first day while none was begun. `None` while a question is
    /// open.
    pub fn of(
        protocol: &'p Protocol,
        chart: &Chart,
        now: &Zoned,
        first: Option<Date>,
    ) -> Option<Self> {
        if steps::open(&steps::all(protocol), Some(chart.profile())).is_some() {
            return None;
        }
        let mut told = chart.told(protocol, now)?;
        let begun = chart.story.programme.clone();
        let earliest = programme::earliest_first(protocol, &told.person, now.date());
        let minute = begun.as_ref().map_or(USUAL_MINUTE, |begun| begun.record.minute);
        // As if it was begun; what was done before is no part of it.
        let tried = first.unwrap_or(earliest).max(earliest);
        let tried = Begun { first: tried, time: time(minute), since: now.date().tomorrow().ok()? };
        told.programme = told.programme.or(Some(tried));
        let standing = said(protocol, &told, now);
        let plan = standing.programme.clone()?;
        let uses = chart.profile().device.as_ref().map(|device| chart.story.uses(device));
        let decided = Decided::of(told.person, &standing);
        Some(Self { decided, standing, plan, begun, earliest, uses, minute })
    }

    /// The next session: its window, also while a check-in is still to show healed skin.
    pub fn next(&self) -> Option<&programme::Window> {
        self.plan.sessions.first()
    }
    /// The next session with its moment, if nothing without an end stands in its way.
    pub fn dated(&self) -> Option<&Next> {
        self.standing.next.as_ref()
    }
    /// The sessions, each done, missed, skipped or planned.
    pub fn sessions(&self) -> &[Slot] {
        &self.standing.sessions
    }
    /// The days on which sessions of it were done.
    pub fn done(&self) -> Vec<Date> {
        let done = self.sessions().iter().filter_map(|slot| match &slot.state {
            State::Done { at } => Some(at.date()),
            _ => None,
        });
        done.collect()
    }
    /// How many sessions there are altogether.
    pub fn total(&self) -> usize {
        let counts = |slot: &&Slot| !matches!(slot.state, State::Missed { .. });
        self.sessions().iter().filter(counts).count()
    }
    /// Whether the answers speak against going on.
    pub fn is_refused(&self) -> bool {
        !self.standing.decided.answers.allows()
    }
    /// Where the sessions begin again from their first day: nothing was done yet.
    pub fn is_fresh(&self) -> bool {
        self.done().is_empty()
    }
}
