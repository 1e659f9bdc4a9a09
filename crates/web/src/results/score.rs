//! A score kept, mended by sending its form again, and removed.

use axum::response::{IntoResponse, Redirect, Response};
use chart::results::keep_score;
use jiff::SignedDuration;
use store::records::{Outcome, Score};
use store::{OutcomeId, Removed};

use super::{form, scale};
use crate::caller::Opened;
use crate::form::Form;
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;

/// How long a removed score can be brought back on the page.
const BACK_FOR: SignedDuration = SignedDuration::from_mins(30);

/// `POST /results/score`
pub(crate) async fn add(opened: Opened, mut form: Form) -> Result<Response, Problem> {
    let row = scale::find(&opened, form.text("scale"))?;
    let Some(score) = form::read(&opened, row, &mut form) else {
        return scale::shown(&opened, row, false, &form).await;
    };
    let id = form.id(opened.at());
    keep_score(opened.app.store(), opened.by(), (opened.person.id, id), score).await?;
    Ok(Redirect::to(&opened.to(To::Scale(&row.id)).ask("saved", "")).into_response())
}

/// `POST /results/score/{id}/remove`
pub(crate) async fn remove(opened: Opened, Path(id): Path<OutcomeId>) -> Result<Response, Problem> {
    let store = opened.app.store();
    let entry = store.find::<Outcome>(opened.person.id, id).await?.ok_or(Problem::NotFound)?;
    let Outcome::Scored(score) = &entry.record else { return Err(Problem::NotFound) };
    let there = opened.to(To::Scale(&score.scale));
    store.remove(opened.by(), &entry).await?;
    Ok(Redirect::to(&there).into_response())
}

/// The score on a scale that was removed last, while it can be brought back.
pub(super) async fn removed(
    opened: &Opened,
    scale: &str,
) -> Result<Option<(OutcomeId, Score)>, Problem> {
    let (store, person) = (opened.app.store(), opened.person.id);
    let gone = store.removed::<Outcome>(person, opened.at() - BACK_FOR).await?;
    let own = |one: Removed<Outcome>| match one.record {
        Outcome::Scored(score) if score.scale == scale => Some((one.id, score)),
        _ => None,
    };
    let Some((id, score)) = gone.into_iter().find_map(own) else { return Ok(None) };
    // Brought back already.
    let there = store.find::<Outcome>(person, id).await?.is_some();
    Ok((!there).then_some((id, score)))
}
