//! A person's data: take it along, back it up, erase it.

use axum::response::Response;
use jiff::Zoned;
use maud::{Markup, html};
use store::backup;

use super::back;
use super::backup::Wrong;
use crate::gate;
use crate::guard::passphrase::SHORTEST;
use crate::layout::{Tab, page};
use crate::problem::Problem;
use crate::say::Say;
use crate::to::To;
use crate::ui::{Field, Icon, Input, Look, button, card, field, link_button, page_header, tick};
use crate::visit::Owner;

/// `GET /more/data`
pub(crate) async fn show(owner: Owner) -> Result<Response, Problem> {
    shown(&owner, None).await
}

/// The page, perhaps with what was wrong with the passphrase of a backup.
pub(super) async fn shown(owner: &Owner, wrong: Option<Wrong>) -> Result<Response, Problem> {
    let last = backup::last_verified(owner.app.store()).await?;
    let last = last.map(|last| owner.say.zoned(last.made, &owner.now));
    let say = &owner.say;
    let title = say.text("more-data");
    let body = html! {
        (page_header(&title, Some((&owner.to(To::More), &back(say))), Some(&say.text("more-data-under"))))
        (taking(owner))
        (backing_up(owner, last.as_ref(), wrong, gate::all_open(&owner.app, &owner.login).await?))
        (erasing(owner))
    };
    Ok(page(owner, Tab::More, &title, &body))
}

fn taking(owner: &Owner) -> Markup {
    let say = &owner.say;
    let body = html! {
        p { (say.text("more-export-what")) }
        p.hint { (say.text("more-export-clear")) }
        form method="post" action=(owner.to(To::Export)) {
            div.actions { (button(Look::Primary, Some(Icon::Download), &say.text("more-export-go"))) }
        }
    };
    card(&say.text("more-export"), &body)
}

fn backing_up(owner: &Owner, last: Option<&Zoned>, wrong: Option<Wrong>, all_open: bool) -> Markup {
    let say = &owner.say;
    let last = match last {
        Some(made) => {
            say.with("more-backup-last", &[("when", say.near_moment(made, &owner.now).into())])
        }
        None => say.text("more-backup-never"),
    };
    let body = html! {
        p { (last) }
        p { (say.text("more-backup-what")) }
        @if all_open { (backup_form(owner, wrong)) }
        p { (say.text(if all_open { "more-backup-how" } else { "more-backup-others" })) }
        p { code translate="no" { "needlewise backup FILE" } }
        p.hint { (say.text("more-backup-key")) }
    };
    card(&say.text("more-backup"), &body)
}

fn backup_form(owner: &Owner, wrong: Option<Wrong>) -> Markup {
    let say = &owner.say;
    html! {
        form method="post" action=(owner.to(To::Backup)) {
            (asked(say, "passphrase", wrong))
            (asked(say, "again", wrong))
            (tick("with_key", "yes", &say.text("more-backup-with-key"), None, true))
            div.actions { (button(Look::Primary, Some(Icon::Download), &say.text("more-backup-go"))) }
        }
    }
}

fn asked(say: &Say, name: &'static str, wrong: Option<Wrong>) -> Markup {
    let problem = wrong.filter(|(field, _)| *field == name);
    let problem = problem.map(|(_, key)| say.with(key, &[("n", SHORTEST.into())]));
    field(&Field {
        name,
        label: &say.text(&format!("more-backup-{name}")),
        hint: None,
        value: "",
        problem: problem.as_deref(),
        required: false,
        input: Input::Passphrase("new-password"),
    })
}

fn erasing(owner: &Owner) -> Markup {
    let say = &owner.say;
    let body = html! {
        p { (say.text("more-erase-short")) }
        div.actions { (link_button(Look::Danger, Some(Icon::Remove), &say.text("more-erase-open"), &owner.to(To::Erase))) }
    };
    card(&say.text("more-erase"), &body)
}
