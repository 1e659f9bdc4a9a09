//! The day's questions: what may have changed since last time; the session begins only if the answers allow it.

use axum::http::StatusCode;
use axum::response::Response;
use chart::session::ask;
use chart::session::begin::{Refused, begin_session, keep_answers};
use store::Id;
use store::records::Answers;

use super::ask::{differs, known, prefilled, read};
use super::{begun, page};
use crate::fields::Fields;
use crate::layout::{Tab, page as whole};
use crate::problem::Problem;
use crate::screening::form::Form;
use crate::screening::given::Wrong;
use crate::visit::Owner;

/// `GET /session/begin`
pub(crate) async fn again(owner: Owner) -> Result<Response, Problem> {
    let known = known(&owner).await?;
    Ok(shown(&owner, &known, &prefilled(&owner, &known), Vec::new()))
}

/// `POST /session/begin`
pub(crate) async fn begin(mut owner: Owner, fields: Fields) -> Result<Response, Problem> {
    let known = known(&owner).await?;
    let given = match fields.text("go") {
        Some("same") if !changed(&owner, &known, &fields) => Ok(Answers::new()),
        // Pressed beside a changed answer it could mean either: nobody may lose a "yes" by the wrong button.
        Some("same") => Err(Vec::new()),
        _ => read(&owner, &fields),
    };
    match given {
        Ok(given) => {
            owner.person =
                keep_answers(owner.app.store(), owner.by(), &owner.person, given).await?;
            let now = owner.app.now();
            let id = fields.parsed::<Id>("session").ok().flatten().unwrap_or(Id::new(now));
            decide(&owner, id).await
        }
        Err(wrong) => {
            let mut response = shown(&owner, &known, &fields, wrong);
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response)
        }
    }
}

fn changed(owner: &Owner, known: &Answers, fields: &Fields) -> bool {
    let before = prefilled(owner, known);
    ask::again(&owner.protocol).any(|question| differs(fields, &before, question))
}

fn shown(owner: &Owner, known: &Answers, fields: &Fields, wrong: Vec<Wrong>) -> Response {
    let form = Form::new(&owner.say, fields, wrong);
    let body = page::ask::page(owner, known, &form);
    whole(owner, Tab::None, &owner.say.text("session-again-title"), &body)
}

/// Begins the session under this id if the answers and the record allow it; if they don't, the door says why.
async fn decide(owner: &Owner, id: Id) -> Result<Response, Problem> {
    let (store, chart) = (owner.app.store(), owner.chart().await?);
    match begin_session(store, owner.by(), &owner.protocol, &chart, &owner.now, id).await {
        Ok(begun) => Ok(begun::to_session(begun.id, "prepare")),
        Err(Refused::UnderWay(begun)) => Ok(begun::to_session(begun, "prepare")),
        Err(Refused::NoPlan | Refused::Locked) => Ok(begun::to("/session")),
        Err(Refused::Record(error)) => Err(error.into()),
    }
}
