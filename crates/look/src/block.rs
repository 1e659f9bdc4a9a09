//! What pages are built from: heads, cards, disclosures, notices, facts, and what is said when there is nothing.
//!
//! Fields are in [`super::form`], the levels and verdicts in [`super::level`].

use maud::{Markup, html};

use super::button::{Look, button, link_button};
use super::icon::{Icon, icon};

/// The head of a page: a way back, the title, and a quiet line under it.
pub fn page_header(title: &str, back: Option<(&str, &str)>, under: Option<&str>) -> Markup {
    html! {
        header.page-head {
            @if let Some((href, word)) = back { (back_link(href, word)) }
            h1 { (title) }
            @if let Some(under) = under { p.under { (under) } }
        }
    }
}

/// The head of one step of many: back on the left, how far on the right. The question itself is the form's legend.
pub fn step_header(back: Option<(&str, &str)>, progress: &Markup) -> Markup {
    html! {
        div.step-head {
            @if let Some((href, word)) = back { (back_link(href, word)) } @else { span {} }
            (progress)
        }
    }
}

/// A link back to where one came from.
pub fn back_link(href: &str, word: &str) -> Markup {
    html! { a.back href=(href) { (icon(Icon::Back)) span { (word) } } }
}

/// How far a row of steps is: "4 of 12" with a line that fills. `label` says what is counted.
pub fn progress(step: usize, of: usize, word: &str, label: &str) -> Markup {
    html! {
        div.progress {
            span { (word) }
            progress value=(step) max=(of) aria-label=(label) { (word) }
        }
    }
}

/// A card with a title.
pub fn card(title: &str, body: &Markup) -> Markup {
    html! { section.card { h2 { (title) } (body) } }
}

/// A card without a title.
pub fn plain_card(body: &Markup) -> Markup {
    html! { div.card { (body) } }
}

/// A card that carries the page's one message, on a tinted ground.
pub fn lead_card(title: &str, body: &Markup) -> Markup {
    html! { section.card.lead { h2 { (title) } (body) } }
}

/// A card that opens: its title and the gist of it are always seen, the rest on demand.
pub fn fold(title: &str, gist: &str, body: &Markup, open: bool) -> Markup {
    html! {
        details.card.fold open[open] {
            summary { h2 { (title) } @if !gist.is_empty() { span.gist { (gist) } } (icon(Icon::Next)) }
            div.inside { (body) }
        }
    }
}

/// Something that opens: the summary is always seen, the body on demand.
pub fn disclosure(summary: &str, body: &Markup, open: bool) -> Markup {
    html! {
        details.disclosure open[open] {
            summary { (icon(Icon::Next)) span { (summary) } }
            div.inside { (body) }
        }
    }
}

/// A disclosure that a printed page leaves out: who says so, tables beside a chart.
pub fn aside(summary: &str, body: &Markup) -> Markup {
    html! {
        details.disclosure.aside {
            summary { (icon(Icon::Next)) span { (summary) } }
            div.inside { (body) }
        }
    }
}

/// Two columns from 900 px on; the second (a timeline or chart) goes under the first on a phone.
pub fn two_columns(first: &Markup, second: &Markup) -> Markup {
    html! { div.two-columns { div.column { (first) } div.column { (second) } } }
}

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Done or saved; read out politely.
    Done,
    /// Worth knowing.
    Info,
    /// Something has to be mended first; read out at once.
    Problem,
}

/// A short message at the head of a page.
pub fn notice(kind: Notice, text: &str) -> Markup {
    let (class, mark, role) = match kind {
        Notice::Done => ("notice done", Icon::Expected, "status"),
        Notice::Info => ("notice info", Icon::Info, "status"),
        Notice::Problem => ("notice problem", Icon::Care, "alert"),
    };
    html! { div class=(class) role=(role) { (icon(mark)) p { (text) } } }
}

/// A bar that says what was done and takes it back by sending a form to `action`.
pub fn undo(text: &str, action: &str, word: &str) -> Markup {
    html! {
        form.undo method="post" action=(action) {
            p role="status" { (text) } (button(Look::Quiet, Some(Icon::Undo), word))
        }
    }
}

/// What stands where there is nothing yet: why it is empty, and the one thing to do about it (word, address).
pub fn empty(mark: Icon, title: &str, text: &str, action: Option<(&str, &str)>) -> Markup {
    html! {
        div.empty {
            (icon(mark)) h2 { (title) } p { (text) }
            @if let Some((word, href)) = action { (link_button(Look::Primary, None, word, href)) }
        }
    }
}

/// Facts as pairs of a name and what it is.
pub fn facts(facts: &[(String, Markup)]) -> Markup {
    html! { dl.facts { @for (name, fact) in facts { div { dt { (name) } dd { (fact) } } } } }
}

/// A list of links down the page, each with a word and a quiet line: the page More is made of these.
pub fn menu(items: &[MenuItem]) -> Markup {
    html! {
        ul.menu {
            @for item in items {
                li { a href=(item.href) {
                    (icon(item.mark))
                    span.text { span.word { (item.word) } @if let Some(hint) = &item.hint { span.hint { (hint) } } }
                    (icon(Icon::Next))
                } }
            }
        }
    }
}

/// One row of a [`menu`].
#[derive(Clone, Debug)]
pub struct MenuItem {
    /// The icon.
    pub mark: Icon,
    /// What it is called.
    pub word: String,
    /// A quiet line under it.
    pub hint: Option<String>,
    /// Where it goes.
    pub href: String,
}

/// A list with ticks or plain points, for shopping, preparing, doing and avoiding.
pub fn points(mark: Icon, lines: &[String]) -> Markup {
    html! { ul.points { @for line in lines { li { (icon(mark)) span { (line) } } } } }
}

/// The page of a problem: what, why, what next, and a number to quote.
pub fn problem(title: &str, why: &str, next: &Markup, id_word: &str, id: &str) -> Markup {
    html! {
        section.problem-page {
            (icon(Icon::Care)) h1 { (title) } p { (why) } (next)
            p.id { (id_word) " " code { (id) } }
        }
    }
}
