//! The door to a session: begin it, go on with it, wait for it, or say that it was done already.

use axum::response::Response;
use chart::session::begun::Begun;
use chart::{Chart, Look};
use store::SessionId;
use store::records::Session;

use super::{begun, page};
use crate::caller::Opened;
use crate::form::{Form, read};
use crate::frame::Reader;
use crate::layout::{Tab, page as whole};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;

/// How it stands with the next session.
pub(super) enum State<'s> {
    /// There is no programme.
    NoPlan,
    /// One was begun and is not recorded yet.
    Begun(Box<Begun>),
    /// One was begun, and now something speaks against going on; what, unless the answers can't be read any more.
    Barred(Box<Begun>, Option<&'s Look<'s>>),
    /// It waits for something.
    Locked(&'s Look<'s>),
    /// It may begin.
    Open(&'s Look<'s>),
}

/// `GET /session`
pub(crate) async fn start(opened: Opened) -> Result<Response, Problem> {
    shown(&opened, &Form::default()).await
}

/// The page, with why a session was to be stopped as it was typed.
async fn shown(opened: &Opened, form: &Form) -> Result<Response, Problem> {
    Ok(page(opened, &opened.chart().await?, form))
}

/// The door as it stands now.
pub(super) fn page(reader: &Reader, chart: &Chart, form: &Form) -> Response {
    let look = chart.look(&reader.protocol, &reader.now);
    let state = state(reader, chart, look.as_ref());
    let body = page::start::page(reader, &chart.story, &state, form);
    let title = form.titled(&reader.say, &reader.say.text("session-title"));
    form.answer(whole(reader, Tab::None, &title, &body))
}

fn state<'s>(reader: &Reader, chart: &Chart, look: Option<&'s Look<'s>>) -> State<'s> {
    let open = look.is_some_and(|look| look.standing.is_open());
    if let Some(begun) = chart.story.begun().cloned().and_then(Begun::of) {
        return match open || begun.is_stale(&reader.now) {
            true => State::Begun(Box::new(begun)),
            false => State::Barred(Box::new(begun), look),
        };
    }
    match look.filter(|_| chart.story.programme.is_some()) {
        None => State::NoPlan,
        Some(look) if open => State::Open(look),
        Some(look) => State::Locked(look),
    }
}

/// `POST /session/{id}/stop`: not today after all. Skin that was rolled has to heal, however little it was: that is
/// recorded as a session.
pub(crate) async fn stop(
    opened: Opened,
    Path(id): Path<SessionId>,
    mut form: Form,
) -> Result<Response, Problem> {
    let Some(begun) = begun::under_way(&opened, id).await? else {
        return Ok(begun::to(&opened.to(To::Session(id))));
    };
    if begun.zones.iter().any(|zone| zone.passes > 0) {
        return Ok(begun::to(&opened.to(To::SessionRecord(id))));
    }
    let Some(reason) = form.read("reason", read::note) else { return shown(&opened, &form).await };
    let programme = begun.programme;
    let missed = Session::Missed { on: begun.day(&opened.now), reason, programme };
    opened.app.store().change(opened.by(), &begun.entry, missed).await?;
    Ok(begun::to(&opened.to(To::Session(id))))
}
