//! Moving the next session and leaving it out; what was just done can be taken back.

use axum::response::Response;
use chart::plan::change::{Refused, move_next, skip_next};
use store::records::Session;
use store::{Error, SessionId};

use super::answer::{again, desk, to_plan};
use super::asked::Asked;
use super::why;
use crate::caller::Opened;
use crate::fields::Fields;
use crate::form::{Form, Wrong, read};
use crate::path::Path;
use crate::problem::Problem;

/// `POST /plan/session/move`: the next session on another day.
pub(crate) async fn put(opened: Opened, form: Form) -> Result<Response, Problem> {
    let chart = opened.chart().await?;
    let Some(n) = number(&form).filter(|_| chart.story.programme.is_some()) else {
        return Ok(to_plan(&opened));
    };
    let to = Fields::of([("move".into(), form.text("to").into())]);
    let mut asked = Asked::needing(&opened, Form::new(to), "move");
    let Some(to) = asked.to else { return again(&opened, &chart, &asked).await };
    match move_next(desk(&opened, &chart), &opened.protocol, n, to).await {
        Ok(()) => Ok(to_plan(&opened)),
        Err(Refused::Record(error)) => Err(error.into()),
        Err(Refused::Another) => Err(Problem::Stale),
        Err(Refused::NoPlan) => Ok(to_plan(&opened)),
        Err(refused) => {
            asked.form.refuse("move", Wrong::said(why::refused(&opened, to, &refused)));
            again(&opened, &chart, &asked).await
        }
    }
}

/// `POST /plan/session/skip`: the next session is left out for good.
pub(crate) async fn skip(opened: Opened, mut form: Form) -> Result<Response, Problem> {
    let chart = opened.chart().await?;
    let Some(n) = number(&form) else { return Ok(to_plan(&opened)) };
    let Some(reason) = form.read("reason", read::note) else {
        return again(&opened, &chart, &Asked::read(&opened, form)).await;
    };
    let id = form.id(opened.at());
    match skip_next(desk(&opened, &chart), &opened.protocol, (id, n), reason).await {
        Err(Refused::Record(error)) => Err(error.into()),
        Err(Refused::Another) => Err(Problem::Stale),
        Ok(()) | Err(_) => Ok(to_plan(&opened)),
    }
}

/// `POST /plan/session/{id}/back`: a session that was left out is planned again.
pub(crate) async fn back(opened: Opened, Path(id): Path<SessionId>) -> Result<Response, Problem> {
    let (store, person) = (opened.app.store(), opened.person.id);
    let entry = store.find::<Session>(person, id).await?.ok_or(Error::NotFound)?;
    if !matches!(entry.record, Session::Skipped { .. }) {
        return Err(Problem::NotFound);
    }
    store.remove(opened.by(), &entry).await?;
    Ok(to_plan(&opened))
}

fn number(form: &Form) -> Option<u16> {
    form.fields().parsed("n").ok().flatten()
}
