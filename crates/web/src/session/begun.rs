//! A session under way: begun, asked again, not recorded yet.

use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use jiff::civil::Date;
use store::records::{Session, ZoneRolled};
use store::{Entry, Id};

use crate::problem::Problem;
use crate::screening::decided::Decided;
use crate::story::Story;
use crate::visit::Owner;

/// A session that was begun, taken apart.
#[derive(Clone)]
pub(crate) struct Begun {
    /// The entry it came from.
    pub entry: Entry<Session>,
    /// When the day's questions were answered.
    pub at: Timestamp,
    /// The screening of the day.
    pub screening: Id,
    /// The programme it belongs to.
    pub programme: Option<Id>,
    /// When the cream was put on.
    pub cream_at: Option<Timestamp>,
    /// What was rolled so far; a zone with no passes was left out.
    pub zones: Vec<ZoneRolled>,
}

impl Begun {
    /// The parts of an entry; `None` if the session is over.
    pub(crate) fn of(entry: Entry<Session>) -> Option<Self> {
        match entry.record.clone() {
            Session::Begun { at, screening, programme, cream_at, zones } => {
                Some(Self { entry, at, screening, programme, cream_at, zones })
            }
            Session::Done(_) | Session::Missed { .. } | Session::Skipped { .. } => None,
        }
    }
    /// The session under this id, if it is still under way.
    ///
    /// # Errors
    /// [`Problem::NotFound`] if there is no session of this id.
    pub(crate) async fn find(owner: &Owner, id: Id) -> Result<Option<Self>, Problem> {
        Ok(Self::of(find(owner, id).await?))
    }
    /// The day it was begun on, where the person lives.
    pub(crate) fn day(&self, owner: &Owner) -> Date {
        owner.say.zoned(self.at, &owner.now).date()
    }
    /// Whether it was begun on another day: then the day's questions have to be put again.
    pub(crate) fn is_stale(&self, owner: &Owner) -> bool {
        self.day(owner) != owner.now.date()
    }
    /// Whether it may go on now. An answer may have changed since it began, or another session been recorded: then the
    /// door says what speaks against it.
    pub(crate) fn may_go_on(&self, owner: &Owner, story: &Story) -> bool {
        !self.is_stale(owner) && barred(owner, story).is_none()
    }
    /// Keeps what has changed.
    ///
    /// # Errors
    /// If the record refuses.
    pub(crate) async fn save(self, owner: &Owner) -> Result<(), Problem> {
        let Self { entry, at, screening, programme, cream_at, zones } = self;
        let record = Session::Begun { at, screening, programme, cream_at, zones };
        owner.app.store().change(owner.by(), &entry, record).await?;
        Ok(())
    }
}

/// What speaks against any needling today, if something does. Answers that can't be read speak against it too, through
/// the door, where they are asked for again.
pub(crate) fn barred(owner: &Owner, story: &Story) -> Option<Option<Decided>> {
    let decided = story.decide(&owner.protocol, &owner.person.record, owner.now.date());
    match decided {
        Some((_, decision)) if decision.verdict.allows() => None,
        decided => Some(decided.map(|(person, decision)| Decided { person, decision })),
    }
}

/// The session of an id.
///
/// # Errors
/// [`Problem::NotFound`] if there is none.
pub(crate) async fn find(owner: &Owner, id: Id) -> Result<Entry<Session>, Problem> {
    let found = owner.app.store().find::<Session>(owner.person.id, id).await?;
    found.ok_or(Problem::NotFound)
}

/// On to a page, after something was done.
pub(crate) fn to(path: &str) -> Response {
    Redirect::to(path).into_response()
}

/// On to the page of a session, or to one of its steps.
pub(crate) fn to_session(id: Id, step: &str) -> Response {
    to(&address(id, step))
}

/// The address of a session, or of one of its steps.
pub(crate) fn address(id: Id, step: &str) -> String {
    match step {
        "" => format!("/session/{id}"),
        step => format!("/session/{id}/{step}"),
    }
}
