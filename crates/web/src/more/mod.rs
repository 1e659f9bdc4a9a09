//! More: everything that is not about today's skin. Wishes, security, data, and the ways to the other pages.
//!
//! Each part has its handlers in a file of its own; here is only the menu. The calendar feed, the protocol and the
//! aftercare sheet are slices beside this one.

mod address;
mod data;
mod erase;
mod passphrase;
mod security;
mod wishes;
mod zones;

use axum::response::Response;

use crate::layout::{Tab, page};
use crate::say::Say;
use crate::ui::{Icon, MenuItem, menu, page_header};
use crate::visit::Visit;

pub(crate) use data::show as data;
pub(crate) use erase::{ask as ask_erase, erase, farewell};
pub(crate) use passphrase::set as set_passphrase;
pub(crate) use security::{close_others, let_in, show as security};
pub(crate) use wishes::{save as save_wishes, show as wishes};

/// The rows of the menu: icon, first part of its texts, address, and whether it needs a person.
const ROWS: [(Icon, &str, &str, bool); 6] = [
    (Icon::Settings, "more-wishes", "/more/wishes", true),
    (Icon::Paper, "more-sheet", "/more/aftercare.pdf", true),
    (Icon::Plan, "more-feed", "/more/feed", true),
    (Icon::Sources, "more-protocol", "/protocol", false),
    (Icon::Backup, "more-data", "/more/data", true),
    (Icon::Locked, "more-security", "/more/security", false),
];

/// `GET /more`
pub(crate) async fn more(visit: Visit) -> Response {
    let say = &visit.say;
    let title = say.text("more-title");
    let rows = ROWS.iter().filter(|(.., personal)| !personal || visit.person.is_some());
    let rows: Vec<MenuItem> = rows
        .map(|(mark, key, href, _)| MenuItem {
            mark: *mark,
            word: say.text(key),
            hint: Some(say.text(&format!("{key}-hint"))),
            href: (*href).to_owned(),
        })
        .collect();
    let body = maud::html! { (page_header(&title, None, None)) (menu(&rows)) };
    page(&visit, Tab::More, &title, &body)
}

/// The way back to the menu, for the head of a page.
fn back(say: &Say) -> String {
    say.text("tab-more")
}
