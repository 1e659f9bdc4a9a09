//! The page of one clinician's word: what was said, the form to correct it, and the way to take it back.

use axum::response::Response;
use maud::{Markup, html};
use store::Entry;
use store::records::Clearance;

use super::form::{self, Sheet};
use super::shown::{name, sentence};
use crate::frame::Reader;
use crate::layout::{Tab, page};
use crate::to::To;
use crate::ui::{Icon, Look, button, card, page_header, plain_card};

/// The page.
pub(super) fn shown(reader: &Reader, sheet: &Sheet<'_>) -> Response {
    let (say, kept) = (&reader.say, sheet.kept);
    let (title, back) = (say.text("clearance-title"), say.text("back"));
    let about = name(reader, sheet.about);
    let body = html! {
        (page_header(&title, Some((&reader.to(sheet.back.to()), &back)), Some(&about)))
        @if let Some(kept) = kept { (plain_card(&html! { p { (sentence(reader, &kept.record)) } })) }
        @if kept.is_some() {
            (card(&say.text("clearance-correct"), &form::form(reader, sheet)))
        } @else {
            (plain_card(&form::form(reader, sheet)))
        }
        @if let Some(kept) = kept { (take_back(reader, sheet, kept)) }
    };
    sheet.form.answer(page(reader, Tab::None, &sheet.form.titled(say, &title), &body))
}

fn take_back(reader: &Reader, sheet: &Sheet<'_>, kept: &Entry<Clearance>) -> Markup {
    let say = &reader.say;
    html! {
        form method="post" action=(reader.to(To::ClearanceRemove(kept.id))) {
            (crate::ui::hidden("back", &sheet.back.word()))
            p.quiet { (say.text("clearance-take-back-why")) }
            div { (button(Look::Danger, Some(Icon::Undo), &say.text("clearance-take-back"))) }
        }
    }
}
