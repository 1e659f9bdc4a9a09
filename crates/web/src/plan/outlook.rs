//! What the plan's page shows: the programme under way, or the one that would begin on a day of choice.
//!
//! The dates come from `care`; what the next session waits for from [`crate::session::next`]. Nothing is decided here.

use care::programme::{self, Programme, Window};
use care::screening::Decision;
use jiff::civil::Date;
use store::Entry;
use store::records;

use crate::screening::decided::{self, Decided};
use crate::session::next::{Lock, Next};
use crate::story::Story;
use crate::visit::Owner;

/// When sessions begin unless somebody says otherwise, minutes after midnight: the evening, before a night's rest.
const USUAL_MINUTE: u16 = 19 * 60;

/// A programme as it looks today.
pub(super) struct Outlook<'p> {
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
    pub(super) fn of(owner: &'p Owner, story: &Story, first: Option<Date>) -> Option<Self> {
        let today = owner.now.date();
        let decided = decided::decide(owner, story, today)?;
        match &story.programme {
            Some(begun) => Self::under_way(owner, story, begun),
            None => Some(Self::to_begin(owner, story, decided, first.unwrap_or(today))),
        }
    }

    fn under_way(
        owner: &'p Owner,
        story: &Story,
        begun: &Entry<records::Programme>,
    ) -> Option<Self> {
        let (protocol, profile) = (&owner.protocol, &owner.person.record);
        let next = Next::of(story, protocol, profile, owner.now.date())?;
        Some(Self {
            decision: next.decided.decision,
            plan: next.plan,
            lock: next.lock,
            begun: Some(begun.clone()),
            done: story.days_in_programme(),
            uses: uses(owner, story),
            minute: begun.record.minute,
        })
    }

    fn to_begin(owner: &'p Owner, story: &Story, decided: Decided, first: Date) -> Self {
        let Decided { person, decision } = decided;
        let verdict = decision.verdict;
        let plan = programme::plan(&owner.protocol, &person, verdict, first);
        let lock = (!verdict.allows()).then_some(Lock::Answers);
        let uses = uses(owner, story);
        let (begun, done, minute) = (None, Vec::new(), USUAL_MINUTE);
        Self { decision, plan, lock, begun, done, uses, minute }
    }

    /// The next session.
    pub(super) fn next(&self) -> Option<&Window> {
        self.plan.sessions.first()
    }
    /// How many sessions there are altogether.
    pub(super) fn total(&self) -> usize {
        self.done.len() + self.plan.sessions.len()
    }
    /// Whether the answers speak against going on.
    pub(super) fn is_refused(&self) -> bool {
        self.lock == Some(Lock::Answers)
    }
    /// Where the sessions begin again from their first day: nothing was done yet.
    pub(super) fn is_fresh(&self) -> bool {
        self.done.is_empty()
    }
}

fn uses(owner: &Owner, story: &Story) -> Option<usize> {
    owner.person.record.device.as_ref().map(|device| story.uses(device))
}
