//! Moving the next session and leaving it out; what was just done can be taken back.

use axum::response::Response;
use chart::plan::change::{Refused, move_next, skip_next};
use store::records::Session;
use store::{Error, Id};

use super::answer::{again, desk, to_plan};
use super::asked::Asked;
use super::why;
use crate::fields::Fields;
use crate::form::{Form, Wrong, read};
use crate::path::Path;
use crate::problem::Problem;
use crate::visit::Owner;

/// `POST /plan/session/move`: the next session on another day.
pub(crate) async fn put(owner: Owner, form: Form) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    let Some(n) = number(&form).filter(|_| chart.story.programme.is_some()) else {
        return Ok(to_plan(&owner));
    };
    let to = Fields::of([("move".into(), form.text("to").into())]);
    let mut asked = Asked::needing(&owner, Form::new(to), "move");
    let Some(to) = asked.to else { return again(&owner, &chart, &asked).await };
    match move_next(desk(&owner, &chart), &owner.protocol, n, to).await {
        Ok(()) => Ok(to_plan(&owner)),
        Err(Refused::Record(error)) => Err(error.into()),
        Err(Refused::Another) => Err(Problem::Stale),
        Err(Refused::NoPlan) => Ok(to_plan(&owner)),
        Err(refused) => {
            asked.form.refuse("move", Wrong::said(why::refused(&owner, to, &refused)));
            again(&owner, &chart, &asked).await
        }
    }
}

/// `POST /plan/session/skip`: the next session is left out for good.
pub(crate) async fn skip(owner: Owner, mut form: Form) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    let Some(n) = number(&form) else { return Ok(to_plan(&owner)) };
    let Some(reason) = form.read("reason", read::note) else {
        return again(&owner, &chart, &Asked::read(&owner, form)).await;
    };
    let id = form.id(owner.app.now());
    match skip_next(desk(&owner, &chart), &owner.protocol, (id, n), reason).await {
        Err(Refused::Record(error)) => Err(error.into()),
        Err(Refused::Another) => Err(Problem::Stale),
        Ok(()) | Err(_) => Ok(to_plan(&owner)),
    }
}

/// `POST /plan/session/{id}/back`: a session that was left out is planned again.
pub(crate) async fn back(owner: Owner, Path(id): Path<Id>) -> Result<Response, Problem> {
    let (store, person) = (owner.app.store(), owner.person.id);
    let entry = store.find::<Session>(person, id).await?.ok_or(Error::NotFound)?;
    if !matches!(entry.record, Session::Skipped { .. }) {
        return Err(Problem::NotFound);
    }
    store.remove(owner.by(), &entry).await?;
    Ok(to_plan(&owner))
}

fn number(form: &Form) -> Option<u16> {
    form.fields().parsed("n").ok().flatten()
}
