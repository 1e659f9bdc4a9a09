//! The first page of the protocol with what was found in it, and the list of one kind.

use axum::response::Response;
use care::protocol::entries::Entry;
use maud::{Markup, html};

use super::entry::{address, title};
use super::search::Found;
use super::{KINDS, sources};
use crate::layout::{Tab, page};
use crate::to::To;
use crate::ui::{
    Field, Icon, Input, Look, MenuItem, button, card, facts, field, menu, page_header,
};
use crate::visit::Owner;

pub(super) fn start(owner: &Owner, q: &str, found: Option<&Found<'_>>) -> Response {
    let say = &owner.say;
    let heading = say.text("reference-title");
    let under = say.text("reference-under");
    let body = html! {
        (page_header(&heading, Some((&owner.to(To::More), &say.text("tab-more"))), Some(&under)))
        (looking(owner, q))
        @match found {
            Some(found) => { (results(owner, found)) }
            None => { (name(owner)) (kinds(owner)) }
        }
    };
    page(owner, Tab::More, &heading, &body)
}

fn looking(owner: &Owner, q: &str) -> Markup {
    let say = &owner.say;
    html! {
        form method="get" action=(owner.to(To::Protocol)) role="search" {
            (field(&Field { name: "q", label: &say.text("reference-search"), hint: None, value: q,
                problem: None, required: false, input: Input::Text }))
            div.actions { (button(Look::Secondary, None, &say.text("reference-search-go"))) }
        }
    }
}

fn name(owner: &Owner) -> Markup {
    let (say, protocol) = (&owner.say, &owner.protocol);
    let variant = owner.person.record.wishes.variant.as_deref();
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
        p { a href=(owner.to(To::Wishes)) { (change) } }
    };
    card(&say.text("reference-which"), &body)
}

fn kinds(owner: &Owner) -> Markup {
    let (say, all) = (&owner.say, owner.protocol.rows().entries());
    let row = |kind: &&str| {
        let n = all.iter().filter(|entry| entry.kind == *kind).count();
        let sources = *kind == "source";
        MenuItem {
            mark: if sources { Icon::Sources } else { Icon::Paper },
            word: say.text(&format!("reference-kind-{kind}")),
            hint: Some(say.with("reference-count", &[("n", n.into())])),
            href: if sources {
                owner.to(To::Sources).into()
            } else {
                owner.to(To::Kind(kind)).into()
            },
        }
    };
    menu(&KINDS.iter().map(row).collect::<Vec<MenuItem>>())
}

fn results(owner: &Owner, found: &Found<'_>) -> Markup {
    let say = &owner.say;
    let n = found.entries.len() + found.sources.len();
    html! {
        p role="status" { (say.with("reference-found", &[("n", n.into())])) }
        @if !found.entries.is_empty() { (rows(owner, &found.entries, true)) }
        @if !found.sources.is_empty() {
            h2 { (say.text("reference-kind-source")) }
            (sources::list(owner, &found.sources))
        }
        p { a href=(owner.to(To::Protocol)) { (say.text("reference-all")) } }
    }
}

pub(super) fn kind(owner: &Owner, kind: &str, entries: &[Entry<'_>]) -> Response {
    let say = &owner.say;
    let heading = say.text(&format!("reference-kind-{kind}"));
    let under = say.text(&format!("reference-kind-{kind}-what"));
    let back = say.text("reference-title");
    let body = html! {
        (page_header(&heading, Some((&owner.to(To::Protocol), &back)), Some(&under)))
        (rows(owner, entries, false))
    };
    page(owner, Tab::More, &heading, &body)
}

fn rows(owner: &Owner, entries: &[Entry<'_>], with_kind: bool) -> Markup {
    let kind = |entry: &Entry<'_>| {
        with_kind.then(|| owner.say.text(&format!("reference-kind-{}", entry.kind)))
    };
    let row = |entry: &Entry<'_>| MenuItem {
        mark: Icon::Paper,
        word: title(owner, entry),
        hint: kind(entry),
        href: address(owner, entry).into(),
    };
    menu(&entries.iter().map(row).collect::<Vec<MenuItem>>())
}
