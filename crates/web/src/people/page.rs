//! The first page of an empty record, and the page that lists who is here.

use axum::response::Response;
use maud::{Markup, html};
use store::records::Profile;
use store::{Entry, PersonId};

use super::{Door, Listed};
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
            (actions(&[button(Look::Primary, Some(Icon::Next), &say.text("people-start-go"))]))
        }
    };
    page(frame, Tab::None, &title, &body)
}

/// What the page says beside who is here.
#[derive(Default)]
pub(super) struct Said<'a> {
    /// Whose passphrase is asked for, and whether a wrong one was typed.
    pub asks: Option<(PersonId, bool)>,
    /// The name that was typed for one more.
    pub typed: &'a str,
    /// The text of what is wrong with it.
    pub wrong: Option<&'a str>,
}

/// Everybody who is here, the question for a passphrase, and a place for one more.
pub(super) fn show(frame: &Frame, people: &[Listed], said: &Said<'_>) -> Response {
    let say = &frame.say;
    let title = say.text("people-title");
    let rows: Vec<MenuItem> = people.iter().map(|listed| row(frame, listed)).collect();
    let asked = people.iter().find_map(|listed| {
        let (_, wrong) = said.asks.filter(|(asked, _)| *asked == listed.person.id)?;
        (listed.door == Door::Locked).then_some((&listed.person, wrong))
    });
    let unlocked = people.iter().find(|listed| listed.door == Door::Unlocked);
    let body = html! {
        (page_header(&title, None, Some(&say.text("people-under"))))
        @if let Some((person, wrong)) = asked { (ask(frame, person, wrong)) }
        (menu(&rows))
        @if let Some(listed) = unlocked { (lock(frame, &listed.person)) }
        (another(frame, said.typed, said.wrong))
    };
    page(frame, Tab::None, &title, &body)
}

fn ask(frame: &Frame, person: &Entry<Profile>, wrong: bool) -> Markup {
    let say = &frame.say;
    let problem = wrong.then(|| say.text("enter-wrong"));
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

fn row(frame: &Frame, Listed { person, door }: &Listed) -> MenuItem {
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

fn another(frame: &Frame, typed: &str, wrong: Option<&str>) -> Markup {
    let say = &frame.say;
    let (label, hint) = (say.text("people-name"), say.text("people-name-hint"));
    let problem = wrong.map(|key| say.text(key));
    let body = html! {
        form method="post" action=(frame.house(House::People)) {
            (form_id(frame))
            (field(&Field { name: "name", label: &label, hint: Some(&hint), value: typed,
                problem: problem.as_deref(), required: false, input: Input::Text }))
            (actions(&[button(Look::Secondary, Some(Icon::Person), &say.text("people-add-go"))]))
        }
    };
    card(&say.text("people-add"), &body)
}

fn form_id(frame: &Frame) -> Markup {
    hidden("id", &PersonId::new(frame.at()).to_string())
}
