//! The first page of an empty record, and the page that lists who is here.

use axum::response::Response;
use maud::{Markup, html};
use store::records::Profile;
use store::{Entry, PersonId};

use super::{Door, Listed};
use crate::form::Form;
use crate::frame::Frame;
use crate::layout::{Tab, page};
use crate::say::Say;
use crate::to::{House, To};
use crate::ui::{
    Field, Icon, Input, Look, MenuItem, actions, button, card, field, hidden, link_button, menu,
    page_header,
};

/// Before anybody has a record: what begins here, and the button that begins it.
pub(crate) fn start(frame: &Frame) -> Response {
    let say = &frame.say;
    let title = say.text("people-start");
    let body = html! {
        (page_header(&title, None, None))
        p { (say.text("screening-welcome")) }
        form method="post" action=(frame.house(House::People)) {
            (form_id(frame))
            (actions(&[
                button(Look::Primary, Some(Icon::Next), &say.text("people-start-go")),
                link_button(Look::Quiet, Some(Icon::Upload), &say.text("bring-link"), &frame.house(House::Bring)),
            ]))
        }
    };
    page(frame, Tab::None, &title, &body)
}

/// Everybody who is here, the question for somebody's passphrase, and a place for one more.
pub(super) fn show(
    frame: &Frame,
    people: &[Listed],
    asks: Option<PersonId>,
    form: &Form,
) -> Response {
    let say = &frame.say;
    let title = say.text("people-title");
    let rows: Vec<MenuItem> = people.iter().map(|listed| row(frame, listed)).collect();
    let asked = behind(people, Door::Locked).find(|person| asks == Some(person.id));
    let unlocked = behind(people, Door::Unlocked).next();
    let body = html! {
        (page_header(&title, None, Some(&say.text("people-under"))))
        @if let Some(person) = asked { (ask(frame, person, form)) }
        (menu(&rows))
        @if let Some(person) = unlocked { (lock(frame, person)) }
        (another(frame, form))
        (menu(&[bring(frame)]))
    };
    form.answer(page(frame, Tab::None, &form.titled(say, &title), &body))
}

/// Those whose record opens like that.
fn behind(people: &[Listed], wanted: Door) -> impl Iterator<Item = &Entry<Profile>> {
    people.iter().filter_map(move |listed| match listed {
        Listed::Known(person, door) if *door == wanted => Some(&**person),
        Listed::Known(..) | Listed::Damaged(_) => None,
    })
}

fn ask(frame: &Frame, person: &Entry<Profile>, form: &Form) -> Markup {
    let say = &frame.say;
    let problem = form.told(say, "passphrase");
    let body = html! {
        form method="post" action=(frame.house(House::Open)) {
            (hidden("person", &person.id.to_string()))
            (field(&Field { name: "passphrase", label: &say.text("enter-passphrase"), hint: None, value: "",
                problem: problem.as_deref(), required: true, input: Input::Passphrase("current-password") }))
            (actions(&[
                button(Look::Primary, Some(Icon::Key), &say.text("enter-go")),
                link_button(Look::Quiet, None, &say.text("cancel"), &frame.house(House::People)),
            ]))
        }
    };
    card(&name(say, person), &body)
}

fn lock(frame: &Frame, person: &Entry<Profile>) -> Markup {
    let say = &frame.say;
    let body = html! {
        p { (say.text("people-lock-what")) }
        form method="post" action=(frame.house(House::Lock)) {
            (actions(&[button(Look::Secondary, Some(Icon::Locked), &say.text("people-lock-go"))]))
        }
    };
    card(&say.with("people-lock", &[("name", name(say, person).into())]), &body)
}

/// The name of a person, or that they have none.
pub(crate) fn name(say: &Say, person: &Entry<Profile>) -> String {
    person.record.name.clone().unwrap_or_else(|| say.text("people-no-name"))
}

fn row(frame: &Frame, listed: &Listed) -> MenuItem {
    match listed {
        Listed::Known(person, door) => known(frame, person, *door),
        Listed::Damaged(id) => damaged(frame, *id),
    }
}

/// The page it leads to says what can be done.
fn damaged(frame: &Frame, id: PersonId) -> MenuItem {
    let (say, href) = (&frame.say, frame.base.of(id, To::Today));
    let (word, hint) = (say.text("people-damaged"), Some(say.text("people-damaged-hint")));
    MenuItem { mark: Icon::Care, word, hint, href: href.into() }
}

fn known(frame: &Frame, person: &Entry<Profile>, door: Door) -> MenuItem {
    let (say, id) = (&frame.say, person.id);
    let since = || {
        let since = say.date(say.zoned(person.created, &frame.now).date());
        say.with("people-since", &[("date", since.into())])
    };
    let (mark, hint, href) = match door {
        Door::Locked => {
            (Icon::Locked, say.text("people-locked"), frame.house(House::People).ask("open", id))
        }
        Door::Open | Door::Unlocked => (Icon::Person, since(), frame.base.of(id, To::Screening)),
    };
    MenuItem { mark, word: name(say, person), hint: Some(hint), href: href.into() }
}

fn another(frame: &Frame, form: &Form) -> Markup {
    let say = &frame.say;
    let (label, hint) = (say.text("people-name"), say.text("people-name-hint"));
    let problem = form.told(say, "name");
    let body = html! {
        form method="post" action=(frame.house(House::People)) {
            (form_id(frame))
            (field(&Field { name: "name", label: &label, hint: Some(&hint), value: form.text("name"),
                problem: problem.as_deref(), required: false, input: Input::Text }))
            (actions(&[button(Look::Secondary, Some(Icon::Person), &say.text("people-add-go"))]))
        }
    };
    card(&say.text("people-add"), &body)
}

/// The way to a record from elsewhere.
fn bring(frame: &Frame) -> MenuItem {
    let say = &frame.say;
    let (word, hint) = (say.text("bring-link"), Some(say.text("bring-link-hint")));
    MenuItem { mark: Icon::Upload, word, hint, href: frame.house(House::Bring).into() }
}

fn form_id(frame: &Frame) -> Markup {
    hidden("id", &PersonId::new(frame.at()).to_string())
}
