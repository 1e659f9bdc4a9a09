//! The first page of the protocol with what was found in it, and the list of one kind.

use axum::response::Response;
use care::protocol::entries::Entry;
use maud::{Markup, html};

use super::entry::{address, title};
use super::search::Found;
use super::{KINDS, sources};
use crate::layout::{Tab, page};
use crate::say::Say;
use crate::ui::{
    Field, Icon, Input, Look, MenuItem, button, card, facts, field, menu, page_header,
};
use crate::visit::Visit;

pub(super) fn start(visit: &Visit, q: &str, found: Option<&Found<'_>>) -> Response {
    let say = &visit.say;
    let heading = say.text("reference-title");
    let under = say.text("reference-under");
    let body = html! {
        (page_header(&heading, Some(("/more", &say.text("tab-more"))), Some(&under)))
        (looking(say, q))
        @match found {
            Some(found) => { (results(visit, found)) }
            None => { (name(visit)) (kinds(visit)) }
        }
    };
    page(visit, Tab::More, &heading, &body)
}

fn looking(say: &Say, q: &str) -> Markup {
    html! {
        form method="get" action="/protocol" role="search" {
            (field(&Field { name: "q", label: &say.text("reference-search"), hint: None, value: q,
                problem: None, required: false, input: Input::Text }))
            div.actions { (button(Look::Secondary, None, &say.text("reference-search-go"))) }
        }
    }
}

fn name(visit: &Visit) -> Markup {
    let (say, protocol) = (&visit.say, &visit.protocol);
    let wishes = visit.person.as_ref().map(|person| &person.record.wishes);
    let variant = wishes.and_then(|wishes| wishes.variant.as_deref());
    let own = |word: &str| html! { span translate="no" { (word) } };
    let known = [
        (say.text("reference-name"), own(&protocol.name())),
        (say.text("reference-version"), own(protocol.version())),
        (
            say.text("reference-variant"),
            match variant {
                Some(variant) => own(variant),
                None => html! { (say.text("reference-variant-none")) },
            },
        ),
    ];
    let change = visit.person.is_some().then(|| say.text("reference-variant-change"));
    let body = html! {
        (facts(&known))
        @if let Some(change) = change { p { a href="/more/wishes" { (change) } } }
    };
    card(&say.text("reference-which"), &body)
}

fn kinds(visit: &Visit) -> Markup {
    let (say, all) = (&visit.say, visit.protocol.rows().entries());
    let row = |kind: &&str| {
        let n = all.iter().filter(|entry| entry.kind == *kind).count();
        let sources = *kind == "source";
        MenuItem {
            mark: if sources { Icon::Sources } else { Icon::Paper },
            word: say.text(&format!("reference-kind-{kind}")),
            hint: Some(say.with("reference-count", &[("n", n.into())])),
            href: if sources { "/protocol/sources".into() } else { format!("/protocol/{kind}") },
        }
    };
    menu(&KINDS.iter().map(row).collect::<Vec<MenuItem>>())
}

fn results(visit: &Visit, found: &Found<'_>) -> Markup {
    let say = &visit.say;
    let n = found.entries.len() + found.sources.len();
    html! {
        p role="status" { (say.with("reference-found", &[("n", n.into())])) }
        @if !found.entries.is_empty() { (rows(visit, &found.entries, true)) }
        @if !found.sources.is_empty() {
            h2 { (say.text("reference-kind-source")) }
            (sources::list(visit, &found.sources))
        }
        p { a href="/protocol" { (say.text("reference-all")) } }
    }
}

pub(super) fn kind(visit: &Visit, kind: &str, entries: &[Entry<'_>]) -> Response {
    let say = &visit.say;
    let heading = say.text(&format!("reference-kind-{kind}"));
    let under = say.text(&format!("reference-kind-{kind}-what"));
    let back = say.text("reference-title");
    let body = html! {
        (page_header(&heading, Some(("/protocol", &back)), Some(&under)))
        (rows(visit, entries, false))
    };
    page(visit, Tab::More, &heading, &body)
}

fn rows(visit: &Visit, entries: &[Entry<'_>], with_kind: bool) -> Markup {
    let kind = |entry: &Entry<'_>| {
        with_kind.then(|| visit.say.text(&format!("reference-kind-{}", entry.kind)))
    };
    let row = |entry: &Entry<'_>| MenuItem {
        mark: Icon::Paper,
        word: title(visit, entry),
        hint: kind(entry),
        href: address(entry),
    };
    menu(&entries.iter().map(row).collect::<Vec<MenuItem>>())
}
