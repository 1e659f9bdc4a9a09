//! Who is let in: this browser, another one, nobody else; and the passphrase, whose handler is in [`super::passphrase`].

use axum::extract::Query;
use axum::response::{Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use store::Actor;

use super::back;
use super::passphrase;
use crate::caller::Opened;
use crate::form::Form;
use crate::frame::Reader;
use crate::layout::{Tab, page};
use crate::problem::Problem;
use crate::to::{House, To};
use crate::ui::{Icon, Look, Notice, button, card, notice, page_header};

/// What was just done, to be said once.
#[derive(Default, Deserialize)]
pub(crate) struct Just {
    did: Option<String>,
}

/// What the page says beside what is always there.
#[derive(Default)]
pub(super) struct Said {
    /// The text that says what was just done.
    pub done: Option<&'static str>,
    /// The address that lets another browser in, shown this once.
    pub address: Option<String>,
    /// What is wrong with the passphrase that was typed.
    pub form: Form,
}

/// What can have been done.
pub(super) const DID: [(&str, &str); 4] = [
    ("closed", "more-closed"),
    ("set", "more-passphrase-set"),
    ("changed", "more-passphrase-changed"),
    ("removed", "more-passphrase-removed"),
];

/// `GET /more/security`
pub(crate) async fn show(opened: Opened, Query(just): Query<Just>) -> Result<Response, Problem> {
    let did = just.did.as_deref().unwrap_or_default();
    let done = DID.iter().find(|(word, _)| *word == did).map(|(_, key)| *key);
    shown(&opened, &Said { done, ..Said::default() }).await
}

/// `POST /more/security/let-in`: an address that works once, for a browser of whoever acts here.
pub(crate) async fn let_in(opened: Opened) -> Result<Response, Problem> {
    let address = opened.app.entry_address_for(opened.login.actor).map_err(|_| Problem::Ours)?;
    shown(&opened, &Said { address: Some(address), ..Said::default() }).await
}

/// `POST /more/security/close`: every other browser of whoever presses it has to be let in again.
pub(crate) async fn close_others(opened: Opened) -> Result<Redirect, Problem> {
    let (store, token) = (opened.app.store(), &opened.login.token);
    store.close_other_logins_of(opened.by(), opened.login.actor, token).await?;
    // Without a passphrase a browser that is nobody's opens this record as well.
    if store.passphrase(opened.themselves()).await?.is_none() {
        store.close_other_logins_of(opened.by(), Actor::Owner, token).await?;
    }
    Ok(opened.to(To::Security).ask("did", "closed").go())
}

pub(super) async fn shown(opened: &Opened, said: &Said) -> Result<Response, Problem> {
    let has_one = opened.app.store().passphrase(opened.themselves()).await?.is_some();
    let needed = passphrase::is_needed(opened);
    Ok(drawn(opened, Passphrase { has_one, needed }, said))
}

/// What is known of somebody's passphrase.
#[derive(Clone, Copy)]
pub(super) struct Passphrase {
    /// Whether there is one.
    pub has_one: bool,
    /// Whether it keeps out who else can reach this machine, so that it can't be removed.
    pub needed: bool,
}

pub(super) fn drawn(reader: &Reader, passphrase: Passphrase, said: &Said) -> Response {
    let say = &reader.say;
    let title = say.text("more-security");
    let body = html! {
        (page_header(&title, Some((&reader.to(To::More), &back(say))), None))
        @if let Some(key) = said.done { (notice(Notice::Done, &say.text(key))) }
        (another(reader, said.address.as_deref()))
        (passphrase::card(reader, passphrase, &said.form))
        (others(reader))
        (this_one(reader))
    };
    said.form.answer(page(reader, Tab::More, &said.form.titled(say, &title), &body))
}

fn another(reader: &Reader, address: Option<&str>) -> Markup {
    let say = &reader.say;
    let body = html! {
        p { (say.text("more-let-in-what")) }
        @if let Some(address) = address {
            p { code translate="no" { (address) } }
            p.hint { (say.text("more-let-in-once")) }
        }
        form method="post" action=(reader.to(To::LetIn)) {
            div.actions { (button(Look::Secondary, Some(Icon::Key), &say.text("more-let-in-go"))) }
        }
    };
    card(&say.text("more-let-in"), &body)
}

fn others(reader: &Reader) -> Markup {
    let say = &reader.say;
    let body = html! {
        p { (say.text("more-close-what")) }
        form method="post" action=(reader.to(To::CloseOthers)) {
            div.actions { (button(Look::Secondary, Some(Icon::Close), &say.text("more-close-go"))) }
        }
    };
    card(&say.text("more-close"), &body)
}

fn this_one(reader: &Reader) -> Markup {
    let say = &reader.say;
    let body = html! {
        p { (say.text("more-leave-what")) }
        form method="post" action=(reader.house(House::Leave)) {
            div.actions { (button(Look::Danger, Some(Icon::Close), &say.text("more-leave-go"))) }
        }
    };
    card(&say.text("more-leave"), &body)
}
