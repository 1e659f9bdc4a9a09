//! Moving the next session and leaving it out; what was just done can be taken back.

use axum::response::Response;
use chart::Chart;
use chart::plan::change::{Refused, move_next, skip_next};
use jiff::SignedDuration;
use store::records::{KeptDay, Session};
use store::{Error, Id, Removed};

use super::asked::Asked;
use super::{again, desk, to_plan, why};
use crate::fields::Fields;
use crate::problem::Problem;
use crate::to::Path;
use crate::visit::Owner;

/// So long a bar offers to take back what was done.
const BACK_FOR: SignedDuration = SignedDuration::from_mins(30);
/// The most letters that a reason keeps.
const MOST_LETTERS: usize = 4000;

/// What was done a short while ago and can be taken back.
pub(super) struct Undone {
    /// A session that was left out.
    pub skipped: Option<Id>,
    /// An event that was taken away.
    pub removed: Option<Removed<KeptDay>>,
}

impl Undone {
    pub(super) async fn find(owner: &Owner, chart: &Chart) -> Result<Self, Problem> {
        let since = owner.app.now() - BACK_FOR;
        let skipped =
            chart.story.sessions.iter().rev().find(|entry| {
                entry.created > since && matches!(entry.record, Session::Skipped { .. })
            });
        let removed = owner.app.store().removed::<KeptDay>(owner.person.id, since).await?;
        let today = owner.now.date();
        let gone = |one: &Removed<KeptDay>| {
            one.record.on >= today && chart.story.kept_days.iter().all(|kept| kept.id != one.id)
        };
        let removed = removed.into_iter().find(gone);
        Ok(Self { skipped: skipped.map(|entry| entry.id), removed })
    }
}

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
