//! A person's data: take it along, back it up, erase it.

use axum::response::Response;
use jiff::Zoned;
use maud::{Markup, html};
use store::backup;

use super::back;
use crate::layout::{Tab, page};
use crate::problem::Problem;
use crate::say::Say;
use crate::ui::{Icon, Look, button, card, link_button, page_header};
use crate::visit::Owner;

/// `GET /more/data`
pub(crate) async fn show(owner: Owner) -> Result<Response, Problem> {
    let last = backup::last_verified(owner.app.store()).await?;
    let last = last.map(|last| owner.say.zoned(last.made, &owner.now));
    let say = &owner.say;
    let title = say.text("more-data");
    let body = html! {
        (page_header(&title, Some(("/more", &back(say))), Some(&say.text("more-data-under"))))
        (taking(say))
        (backing_up(&owner, last.as_ref()))
        (erasing(say))
    };
    Ok(page(&owner, Tab::More, &title, &body))
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

fn backing_up(owner: &Owner, last: Option<&Zoned>) -> Markup {
    let say = &owner.say;
    let last = match last {
        Some(made) => {
            say.with("more-backup-last", &[("when", say.moment(made, &owner.now).into())])
        }
        None => say.text("more-backup-never"),
    };
    let body = html! {
        p { (last) }
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
