//! What is planned: the programme under way, or the one that would begin on a day of choice.
//!
//! The dates come from `care`; what the next session waits for from [`crate::session::next`]. Nothing is decided here.

use care::Protocol;
use care::programme::{self, Programme, Window};
use care::screening::Decision;
use jiff::civil::Date;
use store::Entry;
use store::records;

use crate::Chart;
use crate::screening::decided::{self, Decided};
use crate::session::next::{Lock, Next};

/// When sessions begin unless somebody says otherwise, minutes after midnight: the evening, before a night's rest.
const USUAL_MINUTE: u16 = 19 * 60;

/// A programme as it looks today.
#[derive(Debug)]
pub struct Outlook<'p> {
    /// What their answers come to today.
    pub decision: Decision,
    /// The dates to come, and how it is done.
    pub plan: Programme<'p>,
    /// What the next session waits for.
    pub lock: Option<Lock>,
    /// The programme on record, if it was begun.
    pub begun: Option<Entry<records::Programme>>,
    /// The days of the sessions done in it.
    pub done: Vec<Date>,
    /// How many sessions the device at hand was used for, if there is one.
    pub uses: Option<usize>,
    /// At what time sessions begin, minutes after midnight.
    pub minute: u16,
}

impl<'p> Outlook<'p> {
    /// How the programme looks today; `first` is tried as the first day while none was begun. `None` while a question
    /// is open.
    pub fn of(
        protocol: &'p Protocol,
        chart: &Chart,
        today: Date,
        first: Option<Date>,
    ) -> Option<Self> {
        let decided = decided::decide(protocol, chart, today)?;
        match &chart.story.programme {
            Some(begun) => Self::under_way(protocol, chart, today, begun),
            None => Some(Self::to_begin(protocol, chart, decided, first.unwrap_or(today))),
        }
    }

    fn under_way(
        protocol: &'p Protocol,
        chart: &Chart,
        today: Date,
        begun: &Entry<records::Programme>,
    ) -> Option<Self> {
        let next = Next::of(&chart.story, protocol, chart.profile(), today)?;
        Some(Self {
            decision: next.decided.decision,
            plan: next.plan,
            lock: next.lock,
            begun: Some(begun.clone()),
            done: chart.story.days_in_programme(),
            uses: uses(chart),
            minute: begun.record.minute,
        })
    }

    fn to_begin(protocol: &'p Protocol, chart: &Chart, decided: Decided, first: Date) -> Self {
        let Decided { person, decision } = decided;
        let verdict = decision.verdict;
        let plan = programme::plan(protocol, &person, verdict, first);
        let lock = (!verdict.allows()).then_some(Lock::Answers);
        let (begun, done, minute) = (None, Vec::new(), USUAL_MINUTE);
        Self { decision, plan, lock, begun, done, uses: uses(chart), minute }
    }

    /// The next session.
    pub fn next(&self) -> Option<&Window> {
        self.plan.sessions.first()
    }
    /// How many sessions there are altogether.
    pub fn total(&self) -> usize {
        self.done.len() + self.plan.sessions.len()
    }
    /// Whether the answers speak against going on.
    pub fn is_refused(&self) -> bool {
        self.lock == Some(Lock::Answers)
    }
    /// Where the sessions begin again from their first day: nothing was done yet.
    pub fn is_fresh(&self) -> bool {
        self.done.is_empty()
    }
}

fn uses(chart: &Chart) -> Option<usize> {
    chart.profile().device.as_ref().map(|device| chart.story.uses(device))
}
