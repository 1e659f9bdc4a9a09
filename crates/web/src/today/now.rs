//! Everything about the present moment after a session, worked out once per page.

use care::aftercare::{self, Aftercare};
use care::course::{self, Course, LAST_BAND_DAY};
use care::protocol::rows::Card;
use care::session::{CheckIn, Session};
use care::triage::Triage;
use jiff::Zoned;
use store::records;
use store::{Entry, Id};

use crate::problem::Problem;
use crate::story::{DoneSession, Story, checkin_of, session_of};
use crate::visit::Owner;

/// The present moment after the last session.
pub(crate) struct Now<'a> {
    /// Who looks.
    pub owner: &'a Owner,
    /// Their story.
    pub story: &'a Story,
    /// The session whose healing is watched.
    pub last: DoneSession<'a>,
    /// The same as the rules see it.
    pub session: Session,
    /// What holds now.
    pub care: Aftercare<'a>,
    /// What is usual.
    pub course: Course<'a>,
    /// How the check-ins are judged.
    pub triage: Triage<'a>,
    /// The check-ins, oldest first.
    pub checkins: Vec<&'a Entry<records::CheckIn>>,
    /// The place of skin whose redness is measured in photographs, if one is followed and the page asks for it.
    pub followed: Option<Id>,
}

impl<'a> Now<'a> {
    /// The present moment; `None` before the first session.
    ///
    /// # Errors
    /// [`Problem::Ours`] if the session lies ahead, which its record refuses.
    pub(crate) fn of(owner: &'a Owner, story: &'a Story) -> Result<Option<Self>, Problem> {
        let Some(last) = story.last_done() else { return Ok(None) };
        let protocol = &*owner.protocol;
        let session = session_of(last.done);
        // A clock that was set back makes no skin younger than its session.
        let moment = if owner.now < session.at { &session.at } else { &owner.now };
        let care = aftercare::at(protocol, &session, moment).map_err(|_| Problem::Ours)?;
        let course = course::expected(protocol, &session);
        let triage = story.triage(protocol, &owner.person.record, last);
        let checkins = story.checkins_of(last.id);
        Ok(Some(Self {
            owner,
            story,
            last,
            session,
            care,
            course,
            triage,
            checkins,
            followed: None,
        }))
    }
    /// The last check-in, if there is one.
    pub(crate) fn latest(&self) -> Option<&'a records::CheckIn> {
        self.checkins.last().map(|entry| &entry.record)
    }
    /// A check-in as the rules see it.
    pub(crate) fn seen(&self, checkin: &records::CheckIn) -> CheckIn {
        checkin_of(checkin, self.session.at.time_zone())
    }
    /// Whether the skin is calm, as far as the last check-in tells; `None` without one, or if it left something open.
    pub(crate) fn is_calm(&self) -> Option<bool> {
        self.seen(self.latest()?).is_clear()
    }
    /// Whether the days are over for which something is expected of the skin.
    pub(crate) fn is_over(&self) -> bool {
        self.care.day > LAST_BAND_DAY
    }
    /// A moment where the person is now.
    pub(crate) fn here(&self, moment: &Zoned) -> Zoned {
        moment.with_time_zone(self.owner.now.time_zone().clone())
    }
    /// A moment as a person says it.
    pub(crate) fn moment(&self, moment: &Zoned) -> String {
        self.owner.say.moment(&self.here(moment), &self.owner.now)
    }
    /// The first moment at which something else is to be done or left than now.
    pub(crate) fn changes(&self) -> Option<Zoned> {
        let cards = self.owner.protocol.rows().card.iter();
        let ends = cards.flat_map(|card| [card.from, card.until]);
        let mut moments: Vec<Zoned> = ends.map(|wait| wait.after(&self.session.at)).collect();
        moments.retain(|moment| *moment > self.owner.now);
        moments.sort();
        moments.dedup();
        let same = |one: &[&Card], other: &[&Card]| {
            one.iter().map(|card| &card.id).eq(other.iter().map(|card| &card.id))
        };
        let differs = |moment: &Zoned| {
            aftercare::at(&self.owner.protocol, &self.session, moment).is_ok_and(|then| {
                !same(&then.to_do, &self.care.to_do) || !same(&then.avoid, &self.care.avoid)
            })
        };
        moments.into_iter().find(differs)
    }
}
