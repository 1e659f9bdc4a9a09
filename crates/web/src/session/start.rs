//! The door to a session: begin it, go on with it, wait for it, or say that it was done already.

use axum::extract::Path;
use axum::response::Response;
use chart::Chart;
use chart::screening::decided::Decided;
use chart::session::begun::{Begun, barred};
use chart::session::next::{Lock, Next};
use store::Id;
use store::records::Session;

use super::{begun, page};
use crate::fields::Fields;
use crate::layout::{Tab, page as whole};
use crate::problem::Problem;
use crate::visit::Owner;

/// The most letters that a reason or note keeps.
pub(super) const MOST_LETTERS: usize = 4000;

/// How it stands with the next session.
pub(super) enum State<'s> {
    /// There is no programme.
    NoPlan,
    /// One was begun and is not recorded yet.
    Begun(Box<Begun>),
    /// One was begun, and now something speaks against going on; what, unless the answers can't be read any more.
    Barred(Box<Begun>, Option<Box<Decided>>),
    /// It waits for something.
    Locked(&'s Next<'s>, Lock),
    /// It may begin.
    Open(&'s Next<'s>),
}

/// `GET /session`
pub(crate) async fn start(owner: Owner) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    let next = Next::of(&chart.story, &owner.protocol, chart.profile(), owner.now.date());
    let body = page::start::page(&owner, &chart.story, &state(&owner, &chart, next.as_ref()));
    Ok(whole(&owner, Tab::None, &owner.say.text("session-title"), &body))
}

fn state<'s>(owner: &Owner, chart: &Chart, next: Option<&'s Next<'s>>) -> State<'s> {
    let today = owner.now.date();
    if let Some(begun) = chart.story.begun().cloned().and_then(Begun::of) {
        return match barred(&owner.protocol, chart, today).filter(|_| !begun.is_stale(&owner.now)) {
            Some(why) => State::Barred(Box::new(begun), why.map(Box::new)),
            None => State::Begun(Box::new(begun)),
        };
    }
    match next {
        None => State::NoPlan,
        Some(next) => match next.lock {
            Some(lock) => State::Locked(next, lock),
            None => State::Open(next),
        },
    }
}

/// `POST /session/{id}/stop`: not today after all. Skin that was rolled has to heal, however little it was: that is
/// recorded as a session.
pub(crate) async fn stop(
    owner: Owner,
    Path(id): Path<Id>,
    fields: Fields,
) -> Result<Response, Problem> {
    let Some(begun) = begun::under_way(&owner, id).await? else {
        return Ok(begun::to_session(id, ""));
    };
    if begun.zones.iter().any(|zone| zone.passes > 0) {
        return Ok(begun::to_session(id, "record"));
    }
    let reason = fields.text("reason").map(|reason| reason.chars().take(MOST_LETTERS).collect());
    let programme = begun.programme;
    let missed = Session::Missed { on: begun.day(&owner.now), reason, programme };
    owner.app.store().change(owner.by(), &begun.entry, missed).await?;
    Ok(begun::to_session(id, ""))
}
