//! `POST /log/check-in/{id}`: a check-in is corrected, with why; what it said before stays in the journal.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chart::today::checkin;
use maud::{Markup, html};
use store::records::CheckIn;
use store::{Entry, Id};

use super::checked;
use crate::fields::Fields;
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::today::form::{self, Asked, Fault};
use crate::ui::{Field, Icon, Input, Look, MOST_LETTERS, button, disclosure, field, plain_card};
use crate::visit::Owner;

/// What was typed, and why it could not be kept.
pub(super) type Typed<'a> = (&'a Fields, Fault);

/// `POST /log/check-in/{id}`
pub(crate) async fn correct(
    owner: Owner,
    Path(id): Path<Id>,
    fields: Fields,
) -> Result<Response, Problem> {
    let store = owner.app.store();
    store.find::<CheckIn>(owner.person.id, id).await?.ok_or(Problem::NotFound)?;
    let fault = match (form::read(&fields), reason(&fields)) {
        (Ok(seen), Ok(reason)) => {
            checkin::correct(store, owner.by(), (owner.person.id, id), seen, reason).await?;
            return Ok(Redirect::to(&owner.to(To::LogCheckIn(id))).into_response());
        }
        (Err(fault), _) | (_, Err(fault)) => fault,
    };
    let mut page = checked::shown(&owner, id, Some((&fields, fault))).await?;
    *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(page)
}

fn reason(fields: &Fields) -> Result<&str, Fault> {
    let reason = fields.text("reason").ok_or(Fault::Reason)?;
    if reason.chars().count() > MOST_LETTERS { Err(Fault::Reason) } else { Ok(reason) }
}

/// The form, filled with what was said.
pub(super) fn form(owner: &Owner, entry: &Entry<CheckIn>, typed: Option<Typed<'_>>) -> Markup {
    let say = &owner.say;
    let kept = form::fields(&entry.record);
    let fields = typed.map_or(&kept, |(fields, _)| fields);
    let fault = typed.map(|(_, fault)| fault);
    let body = html! {
        p { (say.text("log-correct-text")) }
        form method="post" action=(owner.to(To::LogCheckIn(entry.id))) {
            (form::shape(owner, &Asked { typed: Some(fields), fault, last: None, dark: false }))
            (why(owner, fields, fault))
            (button(Look::Primary, Some(Icon::Done), &say.text("log-correct-go")))
        }
    };
    let open = disclosure(&say.text("log-correct"), &body, typed.is_some());
    html! { div.check-in { (plain_card(&open)) } }
}

fn why(owner: &Owner, fields: &Fields, fault: Option<Fault>) -> Markup {
    let say = &owner.say;
    let problem = (fault == Some(Fault::Reason)).then(|| say.text("log-reason-missing"));
    field(&Field {
        name: "reason",
        label: &say.text("log-reason"),
        hint: Some(&say.text("log-reason-hint")),
        value: fields.text("reason").unwrap_or_default(),
        problem: problem.as_deref(),
        required: true,
        input: Input::Text,
    })
}
