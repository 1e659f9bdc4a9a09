//! Keeping an event free, changing it, and taking it away. How it looks on the page is in [`super::events`], which days are
//! kept free in [`chart::plan::kept`].

use axum::response::{IntoResponse, Redirect, Response};
use chart::plan::kept::{change_day, keep_day, remove_day};
use store::records::KeptDay;
use store::{Error, Id};

use super::answer::{again, to_plan};
use super::asked::{Asked, Event};
use crate::fields::Fields;
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::visit::Owner;

/// `POST /plan/kept`: a new event; a first day that was typed beside it stays.
pub(crate) async fn keep(owner: Owner, fields: Fields) -> Result<Response, Problem> {
    let asked = Asked::keeping(&owner, &fields);
    let Some(day) = asked.event.kept() else {
        return again(&owner, &owner.chart().await?, &asked).await;
    };
    let id = fields.parsed::<Id>("kept").ok().flatten().unwrap_or(Id::new(owner.app.now()));
    keep_day(owner.app.store(), owner.by(), (owner.person.id, id), day).await?;
    let typed = ["first", "minute"].into_iter().filter_map(|name| Some((name, fields.text(name)?)));
    let plan = typed.fold(owner.to(To::Plan), |plan, (name, value)| plan.ask(name, value));
    Ok(Redirect::to(&plan.at("kept")).into_response())
}

/// `POST /plan/kept/{id}`
pub(crate) async fn change(
    owner: Owner,
    Path(id): Path<Id>,
    fields: Fields,
) -> Result<Response, Problem> {
    let (store, person) = (owner.app.store(), owner.person.id);
    store.find::<KeptDay>(person, id).await?.ok_or(Error::NotFound)?;
    let asked = Asked::changing(&owner, &fields, id);
    match asked.changed.as_ref().and_then(Event::kept) {
        Some(day) => change_day(store, owner.by(), (person, id), day).await?,
        None => return again(&owner, &owner.chart().await?, &asked).await,
    }
    Ok(to_plan(&owner))
}

/// `POST /plan/kept/{id}/remove`
pub(crate) async fn remove(owner: Owner, Path(id): Path<Id>) -> Result<Response, Problem> {
    remove_day(owner.app.store(), owner.by(), owner.person.id, id).await?;
    Ok(to_plan(&owner))
}
