//! Setting, changing and removing the passphrase; the old one is asked for first, and tried as seldom as at the door.

use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use store::NewPassphrase;

use super::network::is_reached;
use super::security::{Passphrase, Said, shown};
use crate::caller::Opened;
use crate::form::Form;
use crate::form::read::{passphrase, same_as};
use crate::frame::Reader;
use crate::guard::entry;
use crate::guard::passphrase::hash;
use crate::guard::tries::Who;
use crate::problem::Problem;
use crate::say::Say;
use crate::to::To;
use crate::ui::{Field, Icon, Input, Look, button, button_as, card as in_card, field};

/// `POST /more/security/passphrase`
pub(crate) async fn set(
    opened: Opened,
    headers: HeaderMap,
    mut form: Form,
) -> Result<Response, Problem> {
    let store = opened.app.store();
    let before = store.passphrase(opened.themselves()).await?;
    let has_one = before.is_some();
    if let Some(known) = before {
        let known = vec![(opened.themselves(), known)];
        let (who, old) = (Who::Known(opened.login.token), form.fields().exact("old"));
        if entry::fitting(&opened.app, who, old, known).await?.is_none() {
            form.refuse("old", "more-passphrase-old-wrong");
            return again(&opened, &headers, form).await;
        }
    }
    if form.fields().has("remove") {
        if is_reached(&opened.app) {
            form.refuse("old", "more-passphrase-needed");
            return again(&opened, &headers, form).await;
        }
        store.set_passphrase(opened.by(), opened.themselves(), None).await?;
        return Ok(Redirect::to(&opened.to(To::Security).ask("did", "removed")).into_response());
    }
    let name = opened.person.record.name.as_deref();
    let (typed, same) = (form.read("new", passphrase(name)), form.read("again", same_as("new")));
    let (Some(typed), Some(())) = (typed, same) else {
        return again(&opened, &headers, form).await;
    };
    let hashed = tokio::task::spawn_blocking(move || hash(&typed)).await;
    let hashed = hashed.ok().and_then(Result::ok).ok_or(Problem::Ours)?;
    if has_one {
        store.set_passphrase(opened.by(), opened.themselves(), Some(&hashed)).await?;
        return Ok(Redirect::to(&opened.to(To::Security).ask("did", "changed")).into_response());
    }
    lock(&opened, &hashed).await?;
    Ok(Redirect::to(&opened.to(To::Security).ask("did", "set")).into_response())
}

/// The first passphrase locks the record: this browser is the person's from now on. In any other somebody else may sit, since
/// nobody had to show who they are, so each of them is let in anew.
async fn lock(opened: &Opened, hashed: &str) -> Result<(), Problem> {
    let (store, themselves) = (opened.app.store(), opened.themselves());
    store.act_as(opened.by(), &opened.login.token, themselves).await?;
    store.set_passphrase(opened.by(), themselves, Some(hashed)).await?;
    store.close_other_logins_of(opened.by(), themselves, &opened.login.token).await?;
    Ok(store.forget_entry_keys(themselves).await?)
}

async fn again(opened: &Opened, headers: &HeaderMap, form: Form) -> Result<Response, Problem> {
    shown(opened, headers, &Said { form, ..Said::default() }).await
}

/// How long a new one may be, said before it is typed.
pub(super) fn length(say: &Say) -> String {
    let (least, most) = (NewPassphrase::SHORTEST, NewPassphrase::LONGEST);
    say.with("more-passphrase-long", &[("n", least.into()), ("most", most.into())])
}

/// The card on the page of security.
pub(super) fn card(reader: &Reader, known: Passphrase, form: &Form) -> Markup {
    let Passphrase { has_one, needed } = known;
    let say = &reader.say;
    let one = |name: &'static str, hint: Option<String>, complete| {
        let problem = form.told(say, name);
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
    let long = length(say);
    let body = html! {
        p { (say.text(if has_one { "more-passphrase-has" } else { "more-passphrase-none" })) }
        form method="post" action=(reader.to(To::Passphrase)) {
            @if has_one { (one("old", None, "current-password")) }
            (one("new", Some(long), "new-password"))
            (one("again", None, "new-password"))
            div.actions {
                (button(Look::Primary, None, &say.text(if has_one { "more-passphrase-change" } else { "more-passphrase-go" })))
                @if has_one && !needed {
                    (button_as(Look::Danger, Some(Icon::Remove), &say.text("more-passphrase-remove"), "remove", "yes"))
                }
            }
        }
    };
    in_card(&say.text("more-passphrase"), &body)
}
