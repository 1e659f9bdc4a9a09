//! The frame of every page: head, navigation, the page itself.
//!
//! Nothing inline: styles and scripts come from [`crate::asset`], so the content policy can forbid the rest.

use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};
use store::PersonId;

use crate::asset::asset;
use crate::frame::Frame;
use crate::people::name;
use crate::to::{House, To};
use crate::ui::{Icon, icon};

/// Where in the navigation a page belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Nowhere: session day, problems.
    None,
    /// Nowhere, and nothing else can be done yet: no navigation.
    Alone,
    /// How the skin is today.
    Today,
    /// The programme.
    Plan,
    /// Photographs.
    Photos,
    /// What happened.
    Log,
    /// Everything else.
    More,
}

const TABS: [(Tab, To<'static>, &str, Icon); 5] = [
    (Tab::Today, To::Today, "tab-today", Icon::Today),
    (Tab::Plan, To::Plan, "tab-plan", Icon::Plan),
    (Tab::Photos, To::Photos, "tab-photos", Icon::Photos),
    (Tab::Log, To::Log, "tab-log", Icon::Log),
    (Tab::More, To::More, "tab-more", Icon::More),
];

/// A whole page.
pub fn page(frame: &Frame, tab: Tab, title: &str, body: &Markup) -> Response {
    page_with(frame, tab, title, body, &[])
}

/// A whole page with scripts that improve it.
pub fn page_with(
    frame: &Frame,
    tab: Tab,
    title: &str,
    body: &Markup,
    scripts: &[&str],
) -> Response {
    let say = &frame.say;
    let theme = frame.dark.map(|dark| if dark { "dark" } else { "light" });
    let page = html! {
        (DOCTYPE)
        html lang=(say.language()) data-theme=[theme] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="same-origin";
                title { (title) " · " (say.text("product")) }
                link rel="stylesheet" href=(frame.house(asset("app.css")));
                link rel="icon" href=(frame.house(asset("icon.svg"))) type="image/svg+xml";
                @for script in scripts { script type="module" src=(frame.house(asset(script))) {} }
            }
            body {
                a class="skip" href="#main" { (say.text("skip")) }
                @if frame.demo { p class="demo-note" { (say.text("demo-note")) } }
                @if let (Some(person), false) = (&frame.person, tab == Tab::Alone) {
                    (navigation(frame, person.id, tab))
                }
                (whose(frame))
                main id="main" tabindex="-1" { (body) }
            }
        }
    };
    page.into_response()
}

/// Whose record it is where there are several people, with the way to them; and whose time it is told in, if not the reader's.
fn whose(frame: &Frame) -> Markup {
    let say = &frame.say;
    let person = frame.person.as_ref().filter(|_| frame.several || frame.elsewhere.is_some());
    let zone = frame.elsewhere.as_deref();
    html! {
        @if let Some(person) = person {
            p class="whose" {
                span translate="no" { (name(say, person)) }
                @if let Some(zone) = zone { span { (say.with("frame-zone", &[("zone", zone.into())])) } }
                a href=(frame.house(House::People)) { (say.text("people-title")) }
            }
        }
    }
}

fn navigation(frame: &Frame, person: PersonId, here: Tab) -> Markup {
    let base = &frame.base;
    html! {
        nav class="tabs" aria-label=(frame.say.text("tabs")) {
            @for (tab, to, key, mark) in TABS {
                a href=(base.of(person, to)) aria-current=[(tab == here).then_some("page")] {
                    (icon(mark)) span { (frame.say.text(key)) }
                }
            }
        }
    }
}
