//! Setting, changing and removing the passphrase; the old one is asked for first, and tried as seldom as at the door.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::security::{Said, shown};
use crate::fields::Fields;
use crate::guard::entry;
use crate::guard::passphrase::{SHORTEST, hash};
use crate::problem::Problem;
use crate::to::To;
use crate::ui::{Field, Icon, Input, Look, button, button_as, card as in_card, field};
use crate::visit::Owner;

/// A field and the text that says what is wrong with it.
type Wrong = (&'static str, &'static str);

/// `POST /more/security/passphrase`
pub(crate) async fn set(owner: Owner, fields: Fields) -> Result<Response, Problem> {
    let store = owner.app.store();
    let before = store.passphrase(owner.themselves()).await?;
    let has_one = before.is_some();
    if let Some(known) = before {
        let known = vec![(owner.themselves(), known)];
        if entry::fitting(&owner.app, fields.text("old"), known).await?.is_none() {
            return wrong(&owner, ("old", "more-passphrase-old-wrong")).await;
        }
    }
    if fields.has("remove") {
        if is_needed(&owner) {
            return wrong(&owner, ("old", "more-passphrase-needed")).await;
        }
        store.set_passphrase(owner.by(), owner.themselves(), None).await?;
        return Ok(Redirect::to(&owner.to(To::Security).ask("did", "removed")).into_response());
    }
    let typed = match new(&fields) {
        Ok(typed) => typed,
        Err(problem) => return wrong(&owner, problem).await,
    };
    let hashed = tokio::task::spawn_blocking(move || hash(&typed)).await;
    let hashed = hashed.ok().and_then(Result::ok).ok_or(Problem::Ours)?;
    if has_one {
        store.set_passphrase(owner.by(), owner.themselves(), Some(&hashed)).await?;
        return Ok(Redirect::to(&owner.to(To::Security).ask("did", "changed")).into_response());
    }
    lock(&owner, &hashed).await?;
    Ok(Redirect::to(&owner.to(To::Security).ask("did", "set")).into_response())
}

/// The first passphrase locks the record: this browser is the person's from now on. In any other somebody else may sit, since
/// nobody had to show who they are, so each of them is let in anew.
async fn lock(owner: &Owner, hashed: &str) -> Result<(), Problem> {
    let (store, themselves) = (owner.app.store(), owner.themselves());
    store.act_as(owner.by(), &owner.login.token, themselves).await?;
    store.set_passphrase(owner.by(), themselves, Some(hashed)).await?;
    store.close_other_logins_of(themselves, &owner.login.token).await?;
    owner.app.keys().forget(themselves);
    Ok(())
}

/// Whoever else can reach this machine is kept out by it.
fn is_needed(owner: &Owner) -> bool {
    !owner.app.settings().listen.ip().is_loopback()
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

async fn wrong(owner: &Owner, problem: Wrong) -> Result<Response, Problem> {
    let page = shown(owner, &Said { wrong: Some(problem), ..Said::default() }).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// The card on the page of security.
pub(super) fn card(owner: &Owner, has_one: bool, wrong: Option<Wrong>) -> Markup {
    let say = &owner.say;
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
        form method="post" action=(owner.to(To::Passphrase)) {
            @if has_one { (one("old", None, "current-password")) }
            (one("new", Some(long), "new-password"))
            (one("again", None, "new-password"))
            div.actions {
                (button(Look::Primary, None, &say.text(if has_one { "more-passphrase-change" } else { "more-passphrase-go" })))
                @if has_one && !is_needed(owner) {
                    (button_as(Look::Danger, Some(Icon::Remove), &say.text("more-passphrase-remove"), "remove", "yes"))
                }
            }
        }
    };
    in_card(&say.text("more-passphrase"), &body)
}
