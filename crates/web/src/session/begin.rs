//! The day's questions: what may have changed since last time; the session begins only if the answers allow it.

use axum::http::StatusCode;
use axum::response::Response;
use chart::screening::decided;
use chart::session::ask;
use chart::session::next::Next;
use store::records::{Answers, Profile, Session};
use store::{Entry, Id};

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
            owner.person = keep_answers(&owner, given).await?;
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

async fn keep_answers(owner: &Owner, given: Answers) -> Result<Entry<Profile>, Problem> {
    let mut profile = owner.person.record.clone();
    profile.answers.extend(given);
    if profile == owner.person.record {
        return Ok(owner.person.clone());
    }
    Ok(owner.app.store().change_person(owner.by(), &owner.person, profile).await?)
}

/// Begins the session under this id if the answers and the record allow it; the decision is kept either way.
async fn decide(owner: &Owner, id: Id) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    if let Some(begun) = chart.story.begun() {
        return Ok(begun::to_session(begun.id, "prepare"));
    }
    let (store, protocol) = (owner.app.store(), &owner.protocol);
    let Some(next) = Next::of(&chart.story, protocol, chart.profile(), owner.now.date()) else {
        return Ok(begun::to("/session"));
    };
    let screening = decided::keep(store, owner.by(), protocol, &chart, &next.decided).await?.id;
    if next.lock.is_some() {
        return Ok(begun::to("/session"));
    }
    let programme = chart.story.programme.as_ref().map(|programme| programme.id);
    let at = owner.app.now();
    let session = Session::Begun { at, screening, programme, cream_at: None, zones: Vec::new() };
    let begun = store.add(owner.by(), owner.person.id, id, &session).await?;
    Ok(begun::to_session(begun.id, "prepare"))
}
