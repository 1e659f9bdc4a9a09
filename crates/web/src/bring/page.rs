//! The page: which file, and what opens it.

use axum::response::Response;
use maud::html;

use super::FILE;
use crate::form::Form;
use crate::frame::Frame;
use crate::layout::{Tab, page};
use crate::to::House;
use crate::ui::{Field, Icon, Input, Look, actions, button, field, link_button, page_header};

/// What an export and a backup are called.
const TAKEN: &str = ".zip,.backup";

/// The page with what is wrong with the file that was sent.
pub(super) fn drawn(frame: &Frame, form: &Form) -> Response {
    let say = &frame.say;
    let title = say.text("bring-title");
    let asked = |name: &'static str, input: Input<'_>, required: bool| {
        let problem = form.told(say, name);
        field(&Field {
            name,
            label: &say.text(&format!("bring-{name}")),
            hint: Some(&say.text(&format!("bring-{name}-hint"))),
            value: "",
            problem: problem.as_deref(),
            required,
            input,
        })
    };
    let body = html! {
        (page_header(&title, None, Some(&say.text("bring-under"))))
        form method="post" action=(frame.house(House::Bring)) enctype="multipart/form-data" {
            (asked(FILE, Input::File(TAKEN), true))
            (asked("passphrase", Input::Passphrase("off"), false))
            (actions(&[
                button(Look::Primary, Some(Icon::Upload), &say.text("bring-go")),
                link_button(Look::Quiet, None, &say.text("cancel"), &frame.house(House::Home)),
            ]))
        }
        p.hint { (say.text("bring-whole")) " " code translate="no" { "needlewise restore FILE" } }
    };
    form.answer(page(frame, Tab::None, &form.titled(say, &title), &body))
}
