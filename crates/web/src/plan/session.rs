//! Moving the next session and leaving it out; what was just done can be taken back.

use axum::response::Response;
use chart::plan::change::{Refused, move_next, skip_next};
use store::records::Session;
use store::{Error, Id};

use super::answer::{again, desk, to_plan};
use super::asked::Asked;
use super::why;
use crate::fields::Fields;
use crate::path::Path;
use crate::problem::Problem;
use crate::visit::Owner;

/// The most letters that a reason keeps.
const MOST_LETTERS: usize = 4000;

/// `POST /plan/session/move`: the next session on another day.
pub(crate) async fn put(owner: Owner, fields: Fields) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    let to = fields.text("to").unwrap_or_default().to_owned();
    let mut asked = Asked::read(&owner, &Fields::of([("move".into(), to)]));
    let (Some(n), Some(to)) = (number(&fields), asked.to.day) else {
        return match chart.story.programme {
            Some(_) => again(&owner, &chart, &asked).await,
            None => Ok(to_plan(&owner)),
        };
    };
    match move_next(desk(&owner, &chart), &owner.protocol, n, to).await {
        Ok(()) => Ok(to_plan(&owner)),
        Err(Refused::Record(error)) => Err(error.into()),
        Err(Refused::Another) => Err(Problem::Stale),
        Err(Refused::NoPlan) => Ok(to_plan(&owner)),
        Err(refused) => {
            asked.to.problem = Some(why::refused(&owner, to, &refused));
            again(&owner, &chart, &asked).await
        }
    }
}

/// `POST /plan/session/skip`: the next session is left out for good.
pub(crate) async fn skip(owner: Owner, fields: Fields) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    let reason = fields.text("reason").map(|reason| reason.chars().take(MOST_LETTERS).collect());
    let (Some(n), Ok(Some(id))) = (number(&fields), fields.parsed::<Id>("id")) else {
        return Ok(to_plan(&owner));
    };
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

fn number(fields: &Fields) -> Option<u16> {
    fields.parsed::<u16>("n").ok().flatten()
}
