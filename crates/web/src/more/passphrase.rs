//! Setting, changing and removing the passphrase; the old one is asked for first, and tried as seldom as at the door.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::security::{Said, shown};
use crate::fields::Fields;
use crate::guard::entry;
use crate::guard::passphrase::{SHORTEST, fits, hash};
use crate::problem::Problem;
use crate::ui::{Field, Icon, Input, Look, button, button_as, card as in_card, field};
use crate::visit::Visit;

/// A field and the text that says what is wrong with it.
type Wrong = (&'static str, &'static str);

/// `POST /more/security/passphrase`
pub(crate) async fn set(visit: Visit, fields: Fields) -> Result<Response, Problem> {
    let store = visit.app.store();
    if let Some(known) = store.passphrase(visit.by().actor).await?
        && !is_old(&visit, &fields, known).await?
    {
        return wrong(&visit, ("old", "more-passphrase-old-wrong")).await;
    }
    if fields.has("remove") {
        if is_needed(&visit) {
            return wrong(&visit, ("old", "more-passphrase-needed")).await;
        }
        store.set_passphrase(visit.by(), visit.by().actor, None).await?;
        return Ok(Redirect::to("/more/security?did=removed").into_response());
    }
    let typed = match new(&fields) {
        Ok(typed) => typed,
        Err(problem) => return wrong(&visit, problem).await,
    };
    let hashed = tokio::task::spawn_blocking(move || hash(&typed)).await;
    let hashed = hashed.ok().and_then(Result::ok).ok_or(Problem::Ours)?;
    store.set_passphrase(visit.by(), visit.by().actor, Some(&hashed)).await?;
    Ok(Redirect::to("/more/security?did=set").into_response())
}

/// Whoever else can reach this machine is kept out by it.
fn is_needed(visit: &Visit) -> bool {
    !visit.app.settings().listen.ip().is_loopback()
}

async fn is_old(visit: &Visit, fields: &Fields, known: String) -> Result<bool, Problem> {
    let app = &visit.app;
    if !entry::tries(app).take(app.now()) {
        return Err(Problem::TooMany);
    }
    let typed = fields.text("old").unwrap_or_default().to_owned();
    let right = tokio::task::spawn_blocking(move || fits(&typed, &known)).await.unwrap_or(false);
    entry::tries(app).note(right);
    Ok(right)
}

fn new(fields: &Fields) -> Result<String, Wrong> {
    let typed = fields.text("new").unwrap_or_default();
    if typed.chars().count() < SHORTEST {
        return Err(("new", "more-passphrase-short"));
    }
    if fields.text("again") != Some(typed) {
        return Err(("again", "more-passphrase-differs"));
    }
    Ok(typed.to_owned())
}

async fn wrong(visit: &Visit, problem: Wrong) -> Result<Response, Problem> {
    let page = shown(visit, &Said { wrong: Some(problem), ..Said::default() }).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// The card on the page of security.
pub(super) fn card(visit: &Visit, has_one: bool, wrong: Option<Wrong>) -> Markup {
    let say = &visit.say;
    let one = |name: &'static str, hint: Option<String>, complete| {
        let problem = wrong.filter(|(field, _)| *field == name);
        let problem = problem.map(|(_, key)| say.with(key, &[("n", SHORTEST.into())]));
        field(&Field {
            name,
            label: &say.text(&format!("more-passphrase-{name}")),
            hint: hint.as_deref(),
            value: "",
            problem: problem.as_deref(),
            required: false,
            input: Input::Passphrase(complete),
        })
    };
    let long = say.with("more-passphrase-long", &[("n", SHORTEST.into())]);
    let body = html! {
        p { (say.text(if has_one { "more-passphrase-has" } else { "more-passphrase-none" })) }
        form method="post" action="/more/security/passphrase" {
            @if has_one { (one("old", None, "current-password")) }
            (one("new", Some(long), "new-password"))
            (one("again", None, "new-password"))
            div.actions {
                (button(Look::Primary, None, &say.text(if has_one { "more-passphrase-change" } else { "more-passphrase-go" })))
                @if has_one && !is_needed(visit) {
                    (button_as(Look::Danger, Some(Icon::Remove), &say.text("more-passphrase-remove"), "remove", "yes"))
                }
            }
        }
    };
    in_card(&say.text("more-passphrase"), &body)
}
