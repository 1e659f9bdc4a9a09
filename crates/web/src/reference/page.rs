//! The first page of the protocol with what was found in it, and the list of one kind.

use axum::response::Response;
use care::protocol::entries::Entry;
use maud::{Markup, html};

use super::entry::{address, title};
use super::search::Found;
use super::{KINDS, SOURCE, search, sources};
use crate::frame::Reader;
use crate::layout::{Tab, page};
use crate::to::To;
use crate::ui::{
    Field, Icon, Input, Look, MenuItem, button, card, facts, field, menu, page_header,
};

/// The first page, with what holds the words that are looked for, if any are.
pub(super) fn start(reader: &Reader, q: &str) -> Response {
    let (say, q) = (&reader.say, q.trim());
    let found = (!q.is_empty()).then(|| search::find(&reader.protocol, q));
    let heading = say.text("reference-title");
    let under = say.text("reference-under");
    let body = html! {
        (page_header(&heading, Some((&reader.to(To::More), &say.text("tab-more"))), Some(&under)))
        (looking(reader, q))
        @match &found {
            Some(found) => { (results(reader, found)) }
            None => { (name(reader)) (kinds(reader)) }
        }
    };
    page(reader, Tab::More, &heading, &body)
}

fn looking(reader: &Reader, q: &str) -> Markup {
    let say = &reader.say;
    html! {
        form method="get" action=(reader.to(To::Protocol)) role="search" {
            (field(&Field { name: "q", label: &say.text("reference-search"), hint: None, value: q,
                problem: None, required: false, input: Input::Text }))
            div.actions { (button(Look::Secondary, None, &say.text("reference-search-go"))) }
        }
    }
}

fn name(reader: &Reader) -> Markup {
    let (say, protocol) = (&reader.say, &reader.protocol);
    let variant = reader.person.record.wishes.variant.as_deref();
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
    let change = say.text("reference-variant-change");
    let body = html! {
        (facts(&known))
        p { a href=(reader.to(To::Wishes)) { (change) } }
    };
    card(&say.text("reference-which"), &body)
}

fn kinds(reader: &Reader) -> Markup {
    let (say, all) = (&reader.say, reader.protocol.rows().entries());
    let row = |kind: &&str| {
        let n = all.iter().filter(|entry| entry.kind == *kind).count();
        let sources = *kind == SOURCE;
        MenuItem {
            mark: if sources { Icon::Sources } else { Icon::Paper },
            word: say.text(&format!("reference-kind-{kind}")),
            hint: Some(say.with("reference-count", &[("n", n.into())])),
            href: if sources {
                reader.to(To::Sources).into()
            } else {
                reader.to(To::Kind(kind)).into()
            },
        }
    };
    menu(&KINDS.iter().map(row).collect::<Vec<MenuItem>>())
}

fn results(reader: &Reader, found: &Found<'_>) -> Markup {
    let say = &reader.say;
    let n = found.entries.len() + found.sources.len();
    html! {
        p role="status" { (say.with("reference-found", &[("n", n.into())])) }
        @if !found.entries.is_empty() { (rows(reader, &found.entries, true)) }
        @if !found.sources.is_empty() {
            h2 { (say.text("reference-kind-source")) }
            (sources::list(reader, &found.sources))
        }
        p { a href=(reader.to(To::Protocol)) { (say.text("reference-all")) } }
    }
}

/// All entries of one kind.
pub(super) fn kind(reader: &Reader, kind: &str) -> Response {
    let say = &reader.say;
    let all = reader.protocol.rows().entries();
    let entries: Vec<_> = all.into_iter().filter(|entry| entry.kind == kind).collect();
    let heading = say.text(&format!("reference-kind-{kind}"));
    let under = say.text(&format!("reference-kind-{kind}-what"));
    let back = say.text("reference-title");
    let body = html! {
        (page_header(&heading, Some((&reader.to(To::Protocol), &back)), Some(&under)))
        (rows(reader, &entries, false))
    };
    page(reader, Tab::More, &heading, &body)
}

fn rows(reader: &Reader, entries: &[Entry<'_>], with_kind: bool) -> Markup {
    let kind = |entry: &Entry<'_>| {
        with_kind.then(|| reader.say.text(&format!("reference-kind-{}", entry.kind)))
    };
    let row = |entry: &Entry<'_>| MenuItem {
        mark: Icon::Paper,
        word: title(reader, entry),
        hint: kind(entry),
        href: address(reader, entry).into(),
    };
    menu(&entries.iter().map(row).collect::<Vec<MenuItem>>())
}
