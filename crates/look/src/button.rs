//! Buttons and links that look like buttons.
//!
//! A button sends the form it stands in; a link goes somewhere and changes nothing. One primary per screen.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The one thing to do on this screen.
    Primary,
    /// Something else that can be done.
    Secondary,
    /// A way out, or a small help.
    Quiet,
    /// Something that cannot be taken back.
    Danger,
}

impl Look {
    /// The class that goes with `button`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Quiet => "quiet",
            Self::Danger => "danger",
        }
    }
}

/// A button that sends its form.
pub fn button(look: Look, mark: Option<Icon>, word: &str) -> Markup {
    html! { button class={ "button " (look.name()) } type="submit" { (inside(mark, word)) } }
}

/// A button that sends its form with one more field, so that a form can have several ways to go on.
pub fn button_as(look: Look, mark: Option<Icon>, word: &str, name: &str, value: &str) -> Markup {
    html! {
        button class={ "button " (look.name()) } type="submit" name=(name) value=(value) { (inside(mark, word)) }
    }
}

/// What the return key presses in a form with several buttons: never the one that says more than was typed.
pub fn silent_button(name: &str, value: &str) -> Markup {
    html! { button.hidden type="submit" name=(name) value=(value) tabindex="-1" aria-hidden="true" {} }
}

/// A button that sends its form somewhere else, as it stands, filled in or not; `get` only looks.
pub fn button_to(look: Look, word: &str, action: &str, get: bool) -> Markup {
    let method = get.then_some("get");
    html! {
        button class={ "button " (look.name()) } type="submit" formaction=(action) formmethod=[method] formnovalidate {
            span { (word) }
        }
    }
}

/// A link that looks like a button.
pub fn link_button(look: Look, mark: Option<Icon>, word: &str, href: &str) -> Markup {
    html! { a class={ "button " (look.name()) } href=(href) { (inside(mark, word)) } }
}

/// Buttons beside each other, the most important first; under each other where there is no room.
pub fn actions(buttons: &[Markup]) -> Markup {
    html! { div.actions { @for button in buttons { (button) } } }
}

/// Ways to look at the same thing, of which one is chosen: (address, word, whether it is the chosen one).
pub fn segments(label: &str, ways: &[(String, String, bool)]) -> Markup {
    html! {
        nav.segments aria-label=(label) {
            @for (href, word, here) in ways {
                a href=(href) aria-current=[here.then_some("page")] { (word) }
            }
        }
    }
}

fn inside(mark: Option<Icon>, word: &str) -> Markup {
    html! { @if let Some(mark) = mark { (icon(mark)) } span { (word) } }
}
