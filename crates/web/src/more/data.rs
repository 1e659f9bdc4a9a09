//! A person's data: take it along, back it up, erase it.

use axum::response::Response;
use maud::{Markup, html};

use super::back;
use crate::layout::{Tab, page};
use crate::say::Say;
use crate::ui::{Icon, Look, button, card, link_button, page_header};
use crate::visit::Owner;

/// `GET /more/data`
pub(crate) async fn show(owner: Owner) -> Response {
    let say = &owner.say;
    let title = say.text("more-data");
    let body = html! {
        (page_header(&title, Some(("/more", &back(say))), Some(&say.text("more-data-under"))))
        (taking(say))
        (backup(say))
        (erasing(say))
    };
    page(&owner, Tab::More, &title, &body)
}

fn taking(say: &Say) -> Markup {
    let body = html! {
        p { (say.text("more-export-what")) }
        p.hint { (say.text("more-export-clear")) }
        form method="post" action="/more/export" {
            div.actions { (button(Look::Primary, Some(Icon::Download), &say.text("more-export-go"))) }
        }
    };
    card(&say.text("more-export"), &body)
}

fn backup(say: &Say) -> Markup {
    let body = html! {
        p { (say.text("more-backup-what")) }
        p { (say.text("more-backup-how")) }
        p { code translate="no" { "needlewise backup FILE" } }
        p.hint { (say.text("more-backup-key")) }
    };
    card(&say.text("more-backup"), &body)
}

fn erasing(say: &Say) -> Markup {
    let body = html! {
        p { (say.text("more-erase-short")) }
        div.actions { (link_button(Look::Danger, Some(Icon::Remove), &say.text("more-erase-open"), "/more/erase")) }
    };
    card(&say.text("more-erase"), &body)
}
