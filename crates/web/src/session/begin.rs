//! The day's questions: what may have changed since last time; the session begins only if the answers allow it.

use axum::http::StatusCode;
use axum::response::Response;
use chart::Chart;
use chart::screening::steps;
use chart::session::begin::{Refused, Said, begin_session};
use store::Id;
use store::records::Answers;

use super::ask::{changed, known, prefilled, read};
use super::{before, begun, page};
use crate::fields::Fields;
use crate::layout::{Tab, page_with};
use crate::problem::Problem;
use crate::screening::form::Form;
use crate::screening::given::Wrong;
use crate::to::To;
use crate::visit::Owner;

/// `GET /session/begin`
pub(crate) async fn again(owner: Owner) -> Result<Response, Problem> {
    if is_open(&owner) {
        return Ok(begun::to(&owner.to(To::Screening)));
    }
    let chart = owner.chart().await?;
    Ok(shown(&owner, &chart, &prefilled(&owner, &known(&owner, &chart)), Vec::new()))
}

/// `POST /session/begin`
pub(crate) async fn begin(owner: Owner, fields: Fields) -> Result<Response, Problem> {
    if is_open(&owner) {
        return Ok(begun::to(&owner.to(To::Screening)));
    }
    let chart = owner.chart().await?;
    let given = given(&owner, &chart, &fields);
    match given
        .and_then(|given| Ok((given, before::read(&owner, &fields).map_err(|one| vec![one])?)))
    {
        Ok((given, before)) => {
            let now = owner.app.now();
            let id = fields.parsed::<Id>("session").ok().flatten().unwrap_or(Id::new(now));
            decide(&owner, chart, (id, Said { given, before })).await
        }
        Err(wrong) => {
            let mut response = shown(&owner, &chart, &fields, wrong);
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
    }
}

/// What the page says has changed.
fn given(owner: &Owner, chart: &Chart, fields: &Fields) -> Result<Answers, Vec<Wrong>> {
    let known = known(owner, chart);
    match fields.text("go") {
        Some("same") if !changed(owner, &known, fields) => Ok(Answers::new()),
        // Pressed beside a changed answer it could mean either: nobody may lose a "yes" by the wrong button.
        Some("same") => Err(Vec::new()),
        _ => read(owner, &known, fields),
    }
}

/// Whether something was never asked: that is done in the screening, and not taken for unchanged here.
fn is_open(owner: &Owner) -> bool {
    let person = &owner.person.record;
    steps::open(&steps::all(&owner.protocol, person.setting), Some(person)).is_some()
}

fn shown(owner: &Owner, chart: &Chart, fields: &Fields, wrong: Vec<Wrong>) -> Response {
    let form = Form::new(&owner.say, fields, wrong);
    let first = before::is_asked(chart);
    let (title, body) =
        (owner.say.text("session-again-title"), page::ask::page(owner, &form, first));
    page_with(owner, Tab::None, &title, &body, &["lines.js"])
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
