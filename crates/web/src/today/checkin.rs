//! The check-in: how the skin is now; kept with the moment, judged on the page.

use axum::response::{IntoResponse, Redirect, Response};
use care::words::Sign;
use chart::today::checkin::{Refused, is_fresh, keep_checkin, take_back};
use maud::{Markup, html};
use store::Id;
use store::records::CheckIn;

use super::form::{self, Asked};
use super::now::Now;
use crate::form::Form;
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::ui::{self, Icon, Look, button, button_as, card, hidden};
use crate::visit::Owner;

/// `POST /today/checkin`
pub(crate) async fn check_in(owner: Owner, mut form: Form) -> Result<Response, Problem> {
    let chart = owner.chart().await?;
    if chart.story.last_done(owner.app.now()).is_none() {
        return Err(Refused::NoSession.into());
    }
    let Some(seen) = form::read(&mut form) else {
        return super::shown(&owner, Sign::Redness, &form).await;
    };
    let id = form.id(owner.app.now());
    keep_checkin(owner.app.store(), owner.by(), &chart, (id, seen)).await?;
    Ok(Redirect::to(&owner.to(To::Today)).into_response())
}

/// `POST /today/checkin/{id}/undo`: the last check-in is taken back.
pub(crate) async fn undo(owner: Owner, Path(id): Path<Id>) -> Result<Response, Problem> {
    take_back(owner.app.store(), owner.by(), owner.person.id, id).await?;
    Ok(Redirect::to(&owner.to(To::Today)).into_response())
}

/// "Saved", with a way back, for a while after a check-in.
pub(super) fn undo_bar(now: &Now<'_>) -> Markup {
    let say = &now.owner.say;
    let fresh = now.checkins.last().filter(|entry| is_fresh(&entry.record, now.owner.app.now()));
    html! {
        @if let Some(entry) = fresh {
            (ui::undo(&say.text("today-checked-in"), &now.owner.to(To::CheckInUndo(entry.id)), &say.text("today-undo")))
        }
    }
}

/// The form. Nothing in it is chosen beforehand: what nobody says is not known, and never healed.
pub(super) fn form(now: &Now<'_>, form: &Form) -> Markup {
    let say = &now.owner.say;
    let id = form.id(now.owner.app.now()).to_string();
    let save = say.text("today-check-in-save");
    let body = html! {
        @if let Some(asked) = asked(now) { p { (asked) } }
        form method="post" action=(now.owner.to(To::CheckIn)) {
            (hidden("id", &id))
            // Enter in a form presses its first button: that is Save, never "nothing".
            button.hidden type="submit" tabindex="-1" aria-hidden="true" { (save) }
            p { a href="#warning-signs" { (say.text("today-to-flags")) } }
            div.clear-skin {
                (button_as(Look::Secondary, Some(Icon::Healing), &say.text("today-clear"), "clear", "all"))
                p.hint { (say.text("today-clear-hint")) }
            }
            (form::shape(now.owner, &Asked { form, last: now.latest(), dark: now.session.marks_easily() }))
            (button(Look::Primary, Some(Icon::Done), &save))
        }
    };
    html! { div.check-in id="check-in" { (card(&say.text("today-check-in"), &body)) } }
}

/// A day without a check-in is no failure.
fn asked(now: &Now<'_>) -> Option<String> {
    let say = &now.owner.say;
    let today = now.owner.now.date();
    let days = |entry: &&store::Entry<CheckIn>| say.zoned(entry.record.at, &now.owner.now).date();
    let recent = now.checkins.iter().map(days).max();
    let yesterday = today.yesterday().ok()?;
    match recent {
        None if now.care.day == 0 => Some(say.text("today-check-in-first")),
        Some(day) if day >= yesterday => None,
        _ if now.is_over() => None,
        _ => Some(say.text("today-check-in-yesterday")),
    }
}
