//! `POST /log/check-in/{id}`: a check-in is corrected, with why; what it said before stays in the journal.

use axum::response::{IntoResponse, Redirect, Response};
use chart::today::checkin;
use maud::{Markup, html};
use store::records::CheckIn;
use store::{CheckInId, Entry};

use super::checked;
use crate::caller::Opened;
use crate::form::show::upon;
use crate::form::{Form, read};
use crate::frame::Reader;
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::today::form::{self, Asked};
use crate::ui::{Field, Icon, Input, Look, button, disclosure, field, plain_card};

/// `POST /log/check-in/{id}`
pub(crate) async fn correct(
    opened: Opened,
    Path(id): Path<CheckInId>,
    mut form: Form,
) -> Result<Response, Problem> {
    let store = opened.app.store();
    let found = store.find::<CheckIn>(opened.person.id, id).await?;
    let kept = found.ok_or(Problem::NotFound)?;
    let reason = read::needed("log-reason-missing", read::note);
    let (seen, reason) = (form::read(&mut form), form.read("reason", reason));
    let (Some(seen), Some(reason)) = (seen, reason) else {
        return checked::shown(&opened, id, &form).await;
    };
    let new = checkin::corrected(&kept.record, seen.clone(), &reason) != kept.record;
    if new && form.is_overtaken(&kept.version.to_string()) {
        return checked::shown(&opened, id, &form).await;
    }
    checkin::correct(store, opened.by(), (opened.person.id, id), seen, reason).await?;
    Ok(Redirect::to(&opened.to(To::LogCheckIn(id))).into_response())
}

/// The form, filled with what was said unless it is shown again.
pub(super) fn form(reader: &Reader, entry: &Entry<CheckIn>, typed: &Form) -> Markup {
    let say = &reader.say;
    let kept = Form::new(form::fields(&entry.record));
    let form = if typed.is_refused() { typed } else { &kept };
    let body = html! {
        p { (say.text("log-correct-text")) }
        form method="post" action=(reader.to(To::LogCheckIn(entry.id))) {
            (upon(say, form, &entry.version.to_string()))
            (form::shape(reader, &Asked { form, last: None, dark: false, folded: false }))
            (why(reader, form))
            (button(Look::Primary, Some(Icon::Done), &say.text("log-correct-go")))
        }
    };
    let open = disclosure(&say.text("log-correct"), &body, typed.is_refused());
    html! { div.check-in { (plain_card(&open)) } }
}

fn why(reader: &Reader, form: &Form) -> Markup {
    let say = &reader.say;
    field(&Field {
        name: "reason",
        label: &say.text("log-reason"),
        hint: Some(&say.text("log-reason-hint")),
        value: form.text("reason"),
        problem: form.told(say, "reason").as_deref(),
        required: true,
        input: Input::Text,
    })
}
