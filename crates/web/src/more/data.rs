//! A person's data: take it along, back it up, bring one in, erase it.

use axum::response::Response;
use jiff::Zoned;
use maud::{Markup, html};
use store::backup;

use super::{back, passphrase};
use crate::caller::Opened;
use crate::form::Form;
use crate::frame::Reader;
use crate::gate;
use crate::layout::{Tab, page};
use crate::problem::Problem;
use crate::say::Say;
use crate::to::{House, To};
use crate::ui::{Field, Icon, Input, Look, button, card, field, link_button, page_header, tick};

/// `GET /more/data`
pub(crate) async fn show(opened: Opened) -> Result<Response, Problem> {
    shown(&opened, &Form::default()).await
}

/// The page, perhaps with what was wrong with the passphrase of a backup.
pub(super) async fn shown(opened: &Opened, form: &Form) -> Result<Response, Problem> {
    let last = backup::last_verified(opened.app.store()).await?;
    let last = last.map(|last| opened.say.zoned(last.made, &opened.now));
    let all_open = gate::all_open(&opened.app, &opened.login).await?;
    Ok(drawn(opened, last.as_ref(), all_open, form))
}

/// The page: when the last backup was tested, and whether every record is open here, since a backup holds them all.
pub(super) fn drawn(
    reader: &Reader,
    last: Option<&Zoned>,
    all_open: bool,
    form: &Form,
) -> Response {
    let say = &reader.say;
    let title = say.text("more-data");
    let body = html! {
        (page_header(&title, Some((&reader.to(To::More), &back(say))), Some(&say.text("more-data-under"))))
        (taking(reader))
        (backing_up(reader, last, form, all_open))
        (bringing(reader))
        (erasing(reader))
    };
    form.answer(page(reader, Tab::More, &form.titled(say, &title), &body))
}

fn taking(reader: &Reader) -> Markup {
    let say = &reader.say;
    let body = html! {
        p { (say.text("more-export-what")) }
        p.hint { (say.text("more-export-clear")) }
        form method="post" action=(reader.to(To::Export)) {
            div.actions { (button(Look::Primary, Some(Icon::Download), &say.text("more-export-go"))) }
        }
    };
    card(&say.text("more-export"), &body)
}

fn backing_up(reader: &Reader, last: Option<&Zoned>, form: &Form, all_open: bool) -> Markup {
    let say = &reader.say;
    let last = match last {
        Some(made) => {
            say.with("more-backup-last", &[("when", say.near_moment(made, &reader.now).into())])
        }
        None => say.text("more-backup-never"),
    };
    let body = html! {
        p { (last) }
        p { (say.text("more-backup-what")) }
        @if all_open { (backup_form(reader, form)) }
        p { (say.text(if all_open { "more-backup-how" } else { "more-backup-others" })) }
        p { code translate="no" { "needlewise backup FILE" } }
        p.hint { (say.text("more-backup-key")) }
    };
    card(&say.text("more-backup"), &body)
}

fn backup_form(reader: &Reader, form: &Form) -> Markup {
    let say = &reader.say;
    html! {
        form method="post" action=(reader.to(To::Backup)) {
            (asked(say, "passphrase", Some(&passphrase::length(say)), form))
            (asked(say, "again", None, form))
            (tick("with_key", "yes", &say.text("more-backup-with-key"), None, true))
            div.actions { (button(Look::Primary, Some(Icon::Download), &say.text("more-backup-go"))) }
        }
    }
}

fn asked(say: &Say, name: &'static str, hint: Option<&str>, form: &Form) -> Markup {
    let problem = form.told(say, name);
    field(&Field {
        name,
        label: &say.text(&format!("more-backup-{name}")),
        hint,
        value: "",
        problem: problem.as_deref(),
        required: false,
        input: Input::Passphrase("new-password"),
    })
}

fn bringing(reader: &Reader) -> Markup {
    let say = &reader.say;
    let body = html! {
        p { (say.text("more-bring-what")) }
        div.actions { (link_button(Look::Secondary, Some(Icon::Upload), &say.text("bring-link"), &reader.house(House::Bring))) }
    };
    card(&say.text("more-bring"), &body)
}

fn erasing(reader: &Reader) -> Markup {
    let say = &reader.say;
    let body = html! {
        p { (say.text("more-erase-short")) }
        div.actions { (link_button(Look::Danger, Some(Icon::Remove), &say.text("more-erase-open"), &reader.to(To::Erase))) }
    };
    card(&say.text("more-erase"), &body)
}
