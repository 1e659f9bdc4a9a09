//! More: everything that is not about today's skin. Wishes, security, data, and the ways to the other pages.
//!
//! Each part has its handlers in a file of its own; here is only the menu. The calendar feed, the protocol and the
//! aftercare sheet are slices beside this one.

mod backup;
mod data;
mod erase;
mod export;
mod network;
mod passphrase;
mod pieces;
#[cfg(test)]
mod samples;
mod security;
#[cfg(test)]
mod tests;
mod wishes;
mod zones;

use axum::extract::Query;
use axum::response::Response;

use store::records::Session;

use crate::caller::Opened;
use crate::frame::Reader;
use crate::layout::{Tab, page};
use crate::problem::Problem;
use crate::say::Say;
use crate::to::{House, To};
use crate::ui::{Icon, MenuItem, Notice, menu, notice, page_header};

pub(crate) use backup::save as backup;
pub(crate) use data::show as data;
pub(crate) use erase::{ask as ask_erase, erase, farewell};
pub(crate) use export::export;
pub(crate) use network::change as change_network;
pub(crate) use passphrase::set as set_passphrase;
#[cfg(test)]
pub(crate) use samples::samples;
pub(crate) use security::{close_others, let_in, show as security};
pub(crate) use wishes::{save as save_wishes, show as wishes};

/// Who sees a row of the menu.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    /// Everybody.
    Always,
    /// Somebody who had a session.
    Session,
}

/// The rows of the menu: icon, first part of its texts, address.
const ROWS: [(Icon, &str, To<'static>, Seen); 7] = [
    (Icon::Settings, "more-wishes", To::Wishes, Seen::Always),
    (Icon::Paper, "more-sheet", To::Sheet, Seen::Session),
    (Icon::Person, "more-handover", To::Handover, Seen::Always),
    (Icon::Plan, "more-feed", To::Calendar, Seen::Always),
    (Icon::Sources, "more-protocol", To::Protocol, Seen::Always),
    (Icon::Backup, "more-data", To::Data, Seen::Always),
    (Icon::Locked, "more-security", To::Security, Seen::Always),
];

/// `GET /more`
pub(crate) async fn more(
    opened: Opened,
    Query(just): Query<security::Just>,
) -> Result<Response, Problem> {
    let sessions = opened.app.store().readable::<Session>(opened.person.id).await?;
    let needled = sessions.whole.iter().any(|entry| matches!(entry.record, Session::Done(_)));
    Ok(menu_of(&opened, needled, just.did("saved")))
}

/// The menu of somebody who was needled, or was not; perhaps just after wishes were saved.
fn menu_of(reader: &Reader, needled: bool, saved: bool) -> Response {
    let say = &reader.say;
    let title = say.text("more-title");
    let rows = ROWS.iter().filter(|(.., who)| needled || *who == Seen::Always);
    let rows = rows.map(|(mark, key, to, _)| MenuItem {
        mark: *mark,
        word: say.text(key),
        hint: Some(say.text(&format!("{key}-hint"))),
        href: reader.to(*to).into(),
    });
    let rows: Vec<MenuItem> = rows.chain(std::iter::once(people(reader))).collect();
    let body = maud::html! {
        (page_header(&title, None, None))
        @if saved { (notice(Notice::Done, &say.text("more-saved"))) }
        (menu(&rows))
    };
    page(reader, Tab::More, &title, &body)
}

/// The way to the other people of the household.
fn people(reader: &Reader) -> MenuItem {
    MenuItem {
        mark: Icon::Person,
        word: reader.say.text("people-title"),
        hint: Some(reader.say.text("people-hint")),
        href: reader.house(House::People).into(),
    }
}

/// The way back to the menu, for the head of a page.
fn back(say: &Say) -> String {
    say.text("tab-more")
}
