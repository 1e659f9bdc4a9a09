//! The page of the log.

use axum::response::Response;
use care::words::Word;
use chart::log::History;
use chart::log::{Event, Shown};
use maud::{Markup, html};
use words::machine;

use super::line::{Line, line};
use super::paging::{self, Part};
use crate::layout::{self, Tab};
use crate::to::To;
use crate::ui::{self, Icon, Look};
use crate::visit::Owner;

pub(super) fn page(
    owner: &Owner,
    history: &History,
    shown: Shown,
    part: &Part<'_, Event<'_>>,
) -> Response {
    let say = &owner.say;
    let title = say.text("log-title");
    let body = html! {
        (ui::page_header(&title, None, None))
        (filter(owner, shown))
        @if part.rows.is_empty() { (nothing(owner, shown)) }
        @for day in part.rows.chunk_by(|one, next| one.at.date() == next.at.date()) {
            (of_day(owner, history, day))
        }
        (paging::links(say, part, &owner.to(To::Log).ask("show", shown.word())))
        (ui::menu(&[
            item(owner, Icon::Download, "log-csv", &owner.to(To::LogCsv)),
            item(owner, Icon::Tasks, "log-journal", &owner.to(To::Journal)),
        ]))
    };
    layout::page(owner, Tab::Log, &title, &body)
}

fn item(owner: &Owner, mark: Icon, key: &str, href: &str) -> ui::MenuItem {
    let (word, hint) = (owner.say.text(key), Some(owner.say.text(&format!("{key}-hint"))));
    ui::MenuItem { mark, word, hint, href: href.into() }
}

fn filter(owner: &Owner, here: Shown) -> Markup {
    let way = |shown: Shown| {
        let word = owner.say.text(&format!("log-show-{}", shown.word()));
        (owner.to(To::Log).ask("show", shown.word()).into(), word, shown == here)
    };
    ui::segments(&owner.say.text("log-show"), &Shown::ALL.map(way))
}

fn nothing(owner: &Owner, shown: Shown) -> Markup {
    let say = &owner.say;
    let (title, text) = (say.text("log-none"), say.text(&format!("log-none-{}", shown.word())));
    ui::empty(Icon::Log, &title, &text, Some((&say.text("log-to-today"), &owner.to(To::Today))))
}

fn of_day(owner: &Owner, history: &History, events: &[Event<'_>]) -> Markup {
    let Some(first) = events.first() else { return html! {} };
    let day = owner.say.near_day_head(first.at.date(), owner.now.date());
    html! {
        section class="column" {
            h2 { (day) }
            ul class="menu" {
                @for event in events { li { (row(owner, event, &line(owner, history, event))) } }
            }
        }
    }
}

fn row(owner: &Owner, event: &Event<'_>, line: &Line) -> Markup {
    let level = line.level.map(|level| {
        let word = owner.protocol.texts().say(&format!("level-{}", level.word()));
        ui::chip(level, &word)
    });
    html! {
        a href=(line.href) {
            (ui::icon(line.mark))
            span class="text" {
                span class="word" { (line.title) }
                @if !line.hint.is_empty() { span class="hint" { (line.hint) } }
                @if let Some(level) = level { span { (level) } }
            }
            time class="quiet" datetime=(machine::stamp(&event.at)) { (owner.say.time(event.at.time())) }
            (ui::icon(Icon::Next))
        }
    }
}

/// A link that leads back to the log.
pub(super) fn back(owner: &Owner) -> String {
    owner.say.text("log-title")
}

/// A way on at the end of a page.
pub(super) fn on(owner: &Owner, key: &str, href: &str) -> Markup {
    ui::link_button(Look::Secondary, None, &owner.say.text(key), href)
}
