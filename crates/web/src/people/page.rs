//! The first page of an empty record, and the page that lists who is here.

use axum::response::Response;
use maud::{Markup, html};
use store::records::Profile;
use store::{Entry, Id};

use crate::layout::{Tab, page};
use crate::say::Say;
use crate::to::{House, To};
use crate::ui::{
    Field, Icon, Input, Look, MenuItem, actions, button, card, field, hidden, menu, page_header,
};
use crate::visit::Visit;

/// Before anybody has a record: what begins here, and the button that begins it.
pub(crate) fn start(visit: &Visit) -> Response {
    let say = &visit.say;
    let title = say.text("people-start");
    let body = html! {
        (page_header(&title, None, None))
        p { (say.text("screening-welcome")) }
        form method="post" action=(visit.house(House::People)) {
            (form_id(visit))
            (actions(&[button(Look::Primary, Some(Icon::Next), &say.text("people-start-go"))]))
        }
    };
    page(visit, Tab::None, &title, &body)
}

/// Everybody who is here, and a place for one more.
pub(super) fn show(
    visit: &Visit,
    people: &[Entry<Profile>],
    typed: &str,
    wrong: Option<&str>,
) -> Response {
    let say = &visit.say;
    let title = say.text("people-title");
    let rows: Vec<MenuItem> = people.iter().map(|person| row(visit, person)).collect();
    let body = html! {
        (page_header(&title, None, Some(&say.text("people-under"))))
        (menu(&rows))
        (another(visit, typed, wrong))
    };
    page(visit, Tab::None, &title, &body)
}

/// The name of a person, or that they have none.
pub(crate) fn name(say: &Say, person: &Entry<Profile>) -> String {
    person.record.name.clone().unwrap_or_else(|| say.text("people-no-name"))
}

fn row(visit: &Visit, person: &Entry<Profile>) -> MenuItem {
    let since = visit.say.date(visit.say.zoned(person.created, &visit.now).date());
    MenuItem {
        mark: Icon::Person,
        word: name(&visit.say, person),
        hint: Some(visit.say.with("people-since", &[("date", since.into())])),
        href: visit.app.settings().base.of(person.id, To::Screening).into(),
    }
}

fn another(visit: &Visit, typed: &str, wrong: Option<&str>) -> Markup {
    let say = &visit.say;
    let (label, hint) = (say.text("people-name"), say.text("people-name-hint"));
    let problem = wrong.map(|key| say.text(key));
    let body = html! {
        form method="post" action=(visit.house(House::People)) {
            (form_id(visit))
            (field(&Field { name: "name", label: &label, hint: Some(&hint), value: typed,
                problem: problem.as_deref(), required: false, input: Input::Text }))
            (actions(&[button(Look::Secondary, Some(Icon::Person), &say.text("people-add-go"))]))
        }
    };
    card(&say.text("people-add"), &body)
}

fn form_id(visit: &Visit) -> Markup {
    hidden("id", &Id::new(visit.app.now()).to_string())
}
