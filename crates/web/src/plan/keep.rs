//! Keeping an event free, changing it, and taking it away. How it looks on the page is in [`super::events`], which days are
//! kept free in [`chart::plan::kept_days`].

use axum::response::{IntoResponse, Redirect, Response};
use chart::plan::kept_days::{change_day, keep_day, remove_day};
use store::records::KeptDay;
use store::{Error, KeptDayId};

use super::answer::{again, to_plan};
use super::asked::{self, Asked, event_form};
use crate::caller::Opened;
use crate::form::Form;
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;

/// `POST /plan/kept`: a new event; a first day that was typed beside it stays.
pub(crate) async fn keep(opened: Opened, mut form: Form) -> Result<Response, Problem> {
    let Some(day) = asked::event(&opened, &mut form, None) else {
        return again(&opened, &opened.chart().await?, &Asked::read(&opened, form)).await;
    };
    let id = form.id_of("kept", opened.at());
    keep_day(opened.app.store(), opened.by(), (opened.person.id, id), day).await?;
    let typed = ["first", "minute"].into_iter();
    let typed = typed.filter_map(|name| Some((name, form.fields().text(name)?)));
    let plan = typed.fold(opened.to(To::Plan), |plan, (name, value)| plan.ask(name, value));
    Ok(Redirect::to(&plan.at("kept")).into_response())
}

/// `POST /plan/kept/{id}`
pub(crate) async fn change(
    opened: Opened,
    Path(id): Path<KeptDayId>,
    mut form: Form,
) -> Result<Response, Problem> {
    let (store, person) = (opened.app.store(), opened.person.id);
    let kept = store.find::<KeptDay>(person, id).await?.ok_or(Error::NotFound)?.record;
    let day = asked::event(&opened, &mut form, Some(id));
    let upon = event_form(Some(id), &kept).fields().print();
    match day.filter(|day| *day == kept || !form.is_overtaken(&upon)) {
        Some(day) => change_day(store, opened.by(), (person, id), day).await?,
        None => return again(&opened, &opened.chart().await?, &Asked::changing(form, id)).await,
    }
    Ok(to_plan(&opened))
}

/// `POST /plan/kept/{id}/remove`
pub(crate) async fn remove(opened: Opened, Path(id): Path<KeptDayId>) -> Result<Response, Problem> {
    remove_day(opened.app.store(), opened.by(), opened.person.id, id).await?;
    Ok(to_plan(&opened))
}
