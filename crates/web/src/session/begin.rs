//! The day's questions: what may have changed since last time; the session begins only if the answers allow it.

use axum::response::Response;
use chart::Chart;
use chart::screening::steps;
use chart::session::begin::{Refused, Said, begin_session};
use store::Id;
use store::records::Answers;

use super::ask::{changed, known, prefilled, read};
use super::{before, begun, page};
use crate::form::Form;
use crate::layout::{Tab, page_with};
use crate::problem::Problem;
use crate::to::To;
use crate::today::form::scores;
use crate::visit::Owner;

/// `GET /session/begin`
pub(crate) async fn again(owner: Owner) -> Result<Response, Problem> {
    if is_open(&owner) {
        return Ok(begun::to(&owner.to(To::Screening)));
    }
    let chart = owner.chart().await?;
    let form = Form::new(prefilled(&owner, &known(&owner, &chart)));
    Ok(shown(&owner, &chart, &form))
}

/// `POST /session/begin`
pub(crate) async fn begin(owner: Owner, mut form: Form) -> Result<Response, Problem> {
    if is_open(&owner) {
        return Ok(begun::to(&owner.to(To::Screening)));
    }
    let chart = owner.chart().await?;
    let given = given(&owner, &chart, &mut form);
    let before = form.read(before::FIELD, |fields, _| scores(fields));
    let (Some(given), Some(before)) = (given, before) else {
        return Ok(shown(&owner, &chart, &form));
    };
    let id = form.id_of("session", owner.app.now());
    decide(&owner, chart, (id, Said { given, before })).await
}

/// What the page says has changed.
fn given(owner: &Owner, chart: &Chart, form: &mut Form) -> Option<Answers> {
    let known = known(owner, chart);
    match form.text("go") {
        "same" if !changed(owner, &known, form.fields()) => Some(Answers::new()),
        "same" => {
            // Pressed beside a changed answer it could mean either: nobody may lose a "yes" by the wrong button.
            form.refuse("go", "session-again-unclear");
            None
        }
        _ => read(owner, &known, form),
    }
}

/// Whether something was never asked: that is done in the screening, and not taken for unchanged here.
fn is_open(owner: &Owner) -> bool {
    let person = &owner.person.record;
    steps::open(&steps::all(&owner.protocol, person.setting), Some(person)).is_some()
}

fn shown(owner: &Owner, chart: &Chart, form: &Form) -> Response {
    let first = before::is_asked(chart);
    let title = owner.say.text("session-again-title");
    let body = page::ask::page(owner, form, first);
    form.answer(page_with(owner, Tab::None, &title, &body, &["lines.js"]))
}

/// Begins the session under this id if the day's answers and the record allow it; if they don't, the door says why.
async fn decide(owner: &Owner, chart: Chart, (id, said): (Id, Said)) -> Result<Response, Problem> {
    let store = owner.app.store();
    match begin_session(store, owner.by(), &owner.protocol, chart, &owner.now, (id, said)).await {
        Ok(()) => Ok(begun::to(&owner.to(To::SessionPrepare(id)))),
        Err(Refused::UnderWay(begun)) => Ok(begun::to(&owner.to(To::SessionPrepare(begun)))),
        Err(Refused::NoPlan | Refused::Locked) => Ok(begun::to(&owner.to(To::SessionStart))),
        Err(Refused::Record(error)) => Err(error.into()),
    }
}
