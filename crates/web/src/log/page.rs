//! The page of the log.

use axum::response::Response;
use care::words::Word;
use chart::log::History;
use chart::log::{Event, Shown};
use maud::{Markup, html};
use store::SessionId;
use words::machine;

use super::csv::Marks;
use super::line::{Line, line};

use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::paging::{self, Part};
use crate::to::{Href, To};
use crate::ui::{self, Icon, Look};

pub(super) fn page(
    reader: &Reader,
    history: &History,
    shown: Shown,
    part: &Part<'_, Event<'_>>,
    gone: Option<SessionId>,
) -> Response {
    let say = &reader.say;
    let title = say.text("log-title");
    let body = html! {
        (ui::page_header(&title, None, None))
        @if let Some(gone) = gone {
            (ui::undo(&say.text("session-removed-text"), &reader.to(To::SessionRestore(gone)), &say.text("session-restore")))
        }
        (filter(reader, shown))
        @if part.rows.is_empty() { (nothing(reader, shown)) }
        @for day in part.rows.chunk_by(|one, next| one.at.date() == next.at.date()) {
            (of_day(reader, history, day))
        }
        (paging::links(say, part, &reader.to(To::Log).ask("show", shown.word()), super::PAGES))
        (ui::menu(&[
            item(reader, Icon::Download, "log-csv", &reader.to(To::LogCsv)),
            item(reader, Icon::Download, "log-csv-semicolon", &semicolon(reader)),
            item(reader, Icon::Tasks, "log-journal", &reader.to(To::Journal)),
        ]))
    };
    layout::page(reader, Tab::Log, &title, &body)
}

/// The table for where a comma is the decimal sign.
fn semicolon(reader: &Reader) -> Href {
    reader.to(To::LogCsv).ask("cells", Marks::SEMICOLON)
}

fn item(reader: &Reader, mark: Icon, key: &str, href: &str) -> ui::MenuItem {
    let (word, hint) = (reader.say.text(key), Some(reader.say.text(&format!("{key}-hint"))));
    ui::MenuItem { mark, word, hint, href: href.into() }
}

fn filter(reader: &Reader, here: Shown) -> Markup {
    let way = |shown: Shown| {
        let word = reader.say.text(&format!("log-show-{}", shown.word()));
        (reader.to(To::Log).ask("show", shown.word()).into(), word, shown == here)
    };
    ui::segments(&reader.say.text("log-show"), &Shown::ALL.map(way))
}

fn nothing(reader: &Reader, shown: Shown) -> Markup {
    let say = &reader.say;
    let (title, text) = (say.text("log-none"), say.text(&format!("log-none-{}", shown.word())));
    ui::empty(Icon::Log, &title, &text, Some((&say.text("log-to-today"), &reader.to(To::Today))))
}

fn of_day(reader: &Reader, history: &History, events: &[Event<'_>]) -> Markup {
    let Some(first) = events.first() else { return html! {} };
    let day = reader.say.near_day_head(first.at.date(), reader.now.date());
    html! {
        section class="column" {
            h2 { (day) }
            ul class="menu" {
                @for event in events { li { (row(reader, event, &line(reader, history, event))) } }
            }
        }
    }
}

fn row(reader: &Reader, event: &Event<'_>, line: &Line) -> Markup {
    let level = line.level.map(|level| {
        let word = reader.protocol.texts().say(&format!("level-{}", level.word()));
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
            time class="quiet" datetime=(machine::stamp(&event.at)) { (reader.say.time(event.at.time())) }
            (ui::icon(Icon::Next))
        }
    }
}

/// A link that leads back to the log.
pub(super) fn back(reader: &Reader) -> String {
    reader.say.text("log-title")
}

/// A way on at the end of a page.
pub(super) fn on(reader: &Reader, key: &str, href: &str) -> Markup {
    ui::link_button(Look::Secondary, None, &reader.say.text(key), href)
}
