//! Events that are kept free, on the page: the form of a new one, and those that are kept.
//!
//! How the skin likely looks on a day is answered in [`super::event`]; keeping and changing one is in [`mod@super::keep`].

use chart::plan::Outlook;
use chart::plan::kept_days::Stretch;
use maud::{Markup, html};
use store::records::KeptDay;
use store::{KeptDayId, Removed};

use super::asked::{Asked, event_field, event_form};
use super::event::answer;
use super::why;
use crate::form::Form;
use crate::form::show::upon;
use crate::frame::Reader;
use crate::to::To;
use crate::ui::{
    Field, Icon, Input, Look, actions, button, button_to, card, disclosure, field, fold, hidden,
    icon,
};

/// The fields of an event.
fn fields(reader: &Reader, form: &Form, id: Option<KeptDayId>) -> Markup {
    let say = &reader.say;
    let today = reader.now.date().to_string();
    let one = |name: &str, hint: Option<&str>, input: Input<'_>| {
        let (field_name, label) = (event_field(id, name), say.text(&format!("plan-kept-{name}")));
        field(&Field {
            name: &field_name,
            label: &label,
            hint,
            value: form.text(&field_name),
            problem: form.told(say, &field_name).as_deref(),
            required: false,
            input,
        })
    };
    let hint = say.text("plan-kept-days-hint");
    html! {
        (one("event", None, Input::Date(Some(&today), None)))
        (one("name", None, Input::Text))
        (one("days", Some(&hint), Input::Number("0", "90", "1", "")))
    }
}

/// Whether something of a new event was typed, or asked for.
fn is_typed(form: &Form) -> bool {
    let is_wrong = form.wrong_fields().any(|field| field == "event");
    is_wrong || ["event", "name", "days"].iter().any(|field| !form.text(field).is_empty())
}

/// A new event: to ask how the skin likely looks on its day, or to keep it free. It stands in a form of the caller's.
pub(super) fn new(reader: &Reader, outlook: &Outlook<'_>, asked: &Asked) -> Markup {
    let (say, form) = (&reader.say, &asked.form);
    let body = html! {
        @if let Some(day) = asked.event { (answer(reader, outlook, day)) }
        p.hint { (say.text("plan-event-what")) }
        (hidden("kept", &form.id_of::<KeptDay>("kept", reader.at()).to_string()))
        (fields(reader, form, None))
        (actions(&[
            button_to(Look::Secondary, &say.text("plan-kept-go"), &reader.to(To::Kept), false),
            button_to(Look::Quiet, &say.text("plan-event-ask"), &reader.to(To::Plan).at("an-event"), true),
        ]))
    };
    let asked = is_typed(form);
    let inside = fold(&say.text("plan-event"), &say.text("plan-event-gist"), &body, asked);
    // A question that nobody asked is not printed.
    html! { div id="an-event" .no-print[!asked] { (inside) } }
}

/// The events that are kept, each with how the skin likely looks, to change or take away.
pub(super) fn all(reader: &Reader, outlook: &Outlook<'_>, asked: &Asked) -> Markup {
    let today = reader.now.date();
    let coming: Vec<&Stretch> =
        outlook.kept.iter().filter(|stretch| stretch.day.on >= today).collect();
    if coming.is_empty() {
        return html! {};
    }
    let body = html! { @for stretch in &coming { (one(reader, outlook, asked, stretch)) } };
    html! { div id="kept" { (card(&reader.say.text("plan-kept-title"), &body)) } }
}

fn one(reader: &Reader, outlook: &Outlook<'_>, asked: &Asked, stretch: &Stretch) -> Markup {
    let say = &reader.say;
    let id = Some(stretch.id);
    let typed = (asked.changed == id).then_some(&asked.form);
    let kept = event_form(id, &stretch.day);
    let action = reader.to(To::KeptDay(stretch.id));
    let form = html! {
        form method="post" action=(action) {
            (upon(say, typed.unwrap_or(&kept), &kept.fields().print()))
            (fields(reader, typed.unwrap_or(&kept), id))
            (actions(&[
                button(Look::Secondary, None, &say.text("save")),
                button_to(Look::Quiet, &say.text("plan-kept-remove"), &reader.to(To::KeptRemove(stretch.id)), false),
            ]))
        }
    };
    html! {
        div.event {
            h3 { (icon(Icon::Event)) span { (why::kept(reader, stretch)) } }
            (answer(reader, outlook, stretch.day.on))
            div.no-print { (disclosure(&say.text("plan-kept-change"), &form, typed.is_some())) }
        }
    }
}

/// An event that was taken away a short while ago can come back.
pub(super) fn bring_back(reader: &Reader, gone: &Removed<KeptDay>) -> Markup {
    let (say, event) = (&reader.say, event_form(None, &gone.record));
    html! {
        form.undo method="post" action=(reader.to(To::Kept)) {
            (hidden("kept", &gone.id.to_string()))
            (hidden("event", event.text("event")))
            (hidden("name", event.text("name")))
            (hidden("days", event.text("days")))
            p role="status" { (say.text("plan-kept-removed")) }
            (button(Look::Quiet, Some(Icon::Undo), &say.text("plan-back")))
        }
    }
}
