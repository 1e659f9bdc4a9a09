//! A score kept, mended by sending its form again, and removed.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chart::results::keep_score;
use jiff::SignedDuration;
use store::records::{Outcome, Score};
use store::{Id, Removed};

use super::{form, scale};
use crate::fields::Fields;
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::visit::Owner;

/// How long a removed score can be brought back on the page.
const BACK_FOR: SignedDuration = SignedDuration::from_mins(30);

/// `POST /results/score`
pub(crate) async fn add(owner: Owner, fields: Fields) -> Result<Response, Problem> {
    let row = scale::find(&owner, fields.text("scale").unwrap_or_default())?;
    match form::read(&owner, row, &fields) {
        Ok(score) => {
            // The id comes with the form, so sending it twice keeps one.
            let id = fields.parsed::<Id>("id").ok().flatten().unwrap_or(Id::new(owner.app.now()));
            keep_score(owner.app.store(), owner.by(), (owner.person.id, id), score).await?;
            Ok(Redirect::to(&owner.to(To::Scale(&row.id)).ask("saved", "")).into_response())
        }
        Err(wrong) => {
            let mut page = scale::page(&owner, row, false, Some((&fields, &wrong))).await?;
            *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(page)
        }
    }
}

/// `POST /results/score/{id}/remove`
pub(crate) async fn remove(owner: Owner, Path(id): Path<Id>) -> Result<Response, Problem> {
    let store = owner.app.store();
    let entry = store.find::<Outcome>(owner.person.id, id).await?.ok_or(Problem::NotFound)?;
    let Outcome::Scored(score) = &entry.record else { return Err(Problem::NotFound) };
    let there = owner.to(To::Scale(&score.scale));
    store.remove(owner.by(), &entry).await?;
    Ok(Redirect::to(&there).into_response())
}

/// The score on a scale that was removed last, while it can be brought back.
pub(super) async fn removed(owner: &Owner, scale: &str) -> Result<Option<(Id, Score)>, Problem> {
    let (store, person) = (owner.app.store(), owner.person.id);
    let gone = store.removed::<Outcome>(person, owner.app.now() - BACK_FOR).await?;
    let own = |one: Removed<Outcome>| match one.record {
        Outcome::Scored(score) if score.scale == scale => Some((one.id, score)),
        _ => None,
    };
    let Some((id, score)) = gone.into_iter().find_map(own) else { return Ok(None) };
    // Brought back already.
    let there = store.find::<Outcome>(person, id).await?.is_some();
    Ok((!there).then_some((id, score)))
}
