//! Who is let in: this browser, a phone or another browser, nobody else; the passphrase, whose handler is in
//! [`super::passphrase`]; and the home network, in [`super::network`].

use axum::extract::Query;
use axum::http::HeaderMap;
use axum::response::{Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use store::Actor;

use super::network::{self, Reached};
use super::{back, passphrase};
use crate::caller::Opened;
use crate::form::Form;
use crate::frame::Reader;
use crate::layout::{Tab, page_with};
use crate::problem::Problem;
use crate::reach::asked;
use crate::to::{House, To};
use crate::ui::{Icon, Look, Notice, button, card, copied, disclosure, notice, page_header, qr};

/// What was just done, to be said once.
#[derive(Default, Deserialize)]
pub(crate) struct Just {
    did: Option<String>,
}

impl Just {
    /// Whether it was this.
    pub(super) fn did(&self, word: &str) -> bool {
        self.did.as_deref() == Some(word)
    }
}

/// What the page says beside what is always there.
#[derive(Default)]
pub(super) struct Said {
    /// The text that says what was just done.
    pub done: Option<&'static str>,
    /// The addresses that let another browser in, shown this once.
    pub entry: Option<Entry>,
    /// What is wrong with the passphrase that was typed.
    pub form: Form,
}

/// Addresses with a key: whichever is opened first, it is used up.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// For other machines, the likeliest first.
    pub elsewhere: Vec<String>,
    /// For this machine, or for whoever reaches it as this browser does.
    pub here: String,
}

/// What can have been done.
pub(super) const DID: [(&str, &str); 6] = [
    ("closed", "more-closed"),
    ("opened", "more-network-is-open"),
    ("alone", "more-network-is-closed"),
    ("set", "more-passphrase-set"),
    ("changed", "more-passphrase-changed"),
    ("removed", "more-passphrase-removed"),
];

/// `GET /more/security`
pub(crate) async fn show(
    opened: Opened,
    headers: HeaderMap,
    Query(just): Query<Just>,
) -> Result<Response, Problem> {
    let done = DID.iter().find(|(word, _)| just.did(word)).map(|(_, key)| *key);
    shown(&opened, &headers, &Said { done, ..Said::default() }).await
}

/// `POST /more/security/let-in`: an address that works once, for a browser of whoever acts here.
pub(crate) async fn let_in(opened: Opened, headers: HeaderMap) -> Result<Response, Problem> {
    let app = &opened.app;
    let key = app.entry_for(opened.login.actor).await?;
    let at = |origin: &String| format!("{origin}{key}");
    let entry = Entry {
        elsewhere: app.elsewhere(asked(&headers)).iter().map(at).collect(),
        here: at(&app.origin(asked(&headers))),
    };
    shown(&opened, &headers, &Said { entry: Some(entry), ..Said::default() }).await
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

pub(super) async fn shown(
    opened: &Opened,
    headers: &HeaderMap,
    said: &Said,
) -> Result<Response, Problem> {
    let has_one = opened.app.store().passphrase(opened.themselves()).await?.is_some();
    let needed = network::is_reached(&opened.app);
    let reached = Reached::of(&opened.app, headers);
    Ok(drawn(opened, Passphrase { has_one, needed }, &reached, said))
}

/// What is known of somebody's passphrase.
#[derive(Clone, Copy)]
pub(super) struct Passphrase {
    /// Whether there is one.
    pub has_one: bool,
    /// Whether it keeps out who else can reach this machine, so that it can't be removed.
    pub needed: bool,
}

pub(super) fn drawn(
    reader: &Reader,
    passphrase: Passphrase,
    reached: &Reached,
    said: &Said,
) -> Response {
    let say = &reader.say;
    let title = say.text("more-security");
    let body = html! {
        (page_header(&title, Some((&reader.to(To::More), &back(say))), None))
        @if let Some(key) = said.done { (notice(Notice::Done, &say.text(key))) }
        (another(reader, said.entry.as_ref()))
        (network::card(reader, reached, passphrase.has_one))
        (passphrase::card(reader, passphrase, &said.form))
        (others(reader))
        (this_one(reader))
    };
    let title = said.form.titled(say, &title);
    said.form.answer(page_with(reader, Tab::More, &title, &body, &["copy.js"]))
}

fn another(reader: &Reader, entry: Option<&Entry>) -> Markup {
    let say = &reader.say;
    let body = html! {
        p { (say.text("more-let-in-what")) }
        @if let Some(entry) = entry { (once(reader, entry)) }
        form method="post" action=(reader.to(To::LetIn)) {
            div.actions { (button(Look::Secondary, Some(Icon::Key), &say.text("more-let-in-go"))) }
        }
    };
    card(&say.text("more-let-in"), &body)
}

/// The addresses, shown this once: for a phone as a square too, which its camera reads.
fn once(reader: &Reader, entry: &Entry) -> Markup {
    let say = &reader.say;
    let address = |address: &str| html! { p { code translate="no" { (address) } } };
    let (copy, done) = (say.text("copy"), say.text("copied"));
    html! {
        @match entry.elsewhere.split_first() {
            Some((first, rest)) => {
                p { (say.text("more-let-in-scan")) }
                @if let Some(square) = qr(&say.text("more-let-in-square"), first) { (square) }
                (copied("entry-address", first, &copy, &done))
                @if !rest.is_empty() {
                    (disclosure(&say.text("more-let-in-others"), &html! { @for one in rest { (address(one)) } }, false))
                }
            }
            None => {
                p { (say.text("more-let-in-here")) }
                (copied("entry-address", &entry.here, &copy, &done))
            }
        }
        p.hint { (say.text("more-let-in-once")) }
    }
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
