//! Erasing a person: what goes, what stays, a typed word, and a farewell.

use axum::http::HeaderName;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use store::PersonId;

use crate::caller::Caller;
use crate::caller::Opened;
use crate::form::Form;
use crate::frame::{Frame, Reader};
use crate::layout::{Tab, page};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::{House, To};
use crate::ui::{
    Field, Icon, Input, Look, actions, button, card, field, link_button, page_header, points,
};

/// What the browser keeps of the pages goes too.
const CLEAR: (HeaderName, &str) =
    (HeaderName::from_static("clear-site-data"), "\"cache\", \"storage\"");

/// `GET /more/erase`
pub(crate) async fn ask(opened: Opened) -> Response {
    shown(&opened, &Form::default())
}

/// `POST /more/erase`, with the word typed.
pub(crate) async fn erase(opened: Opened, mut form: Form) -> Result<Response, Problem> {
    let word = opened.say.text("more-erase-word").to_lowercase();
    if form.text("word").to_lowercase() != word {
        form.refuse("word", "more-erase-wrong");
        return Ok(shown(&opened, &form));
    }
    let (store, person) = (opened.app.store(), opened.person.id);
    store.erase_person_and_stay(opened.by(), person, &opened.login.token).await?;
    Ok(([CLEAR], opened.house(House::Farewell(person)).go()).into_response())
}

/// `GET /farewell/{id}`: that it is done, or that the last of it isn't yet.
pub(crate) async fn farewell(
    caller: Caller,
    Path(id): Path<PersonId>,
) -> Result<Response, Problem> {
    if caller.app.store().find_person(id).await?.is_some() {
        return Ok(Redirect::to(&caller.house(House::Home)).into_response());
    }
    Ok(goodbye(&caller, caller.app.store().unfinished_erasures().await? == 0))
}

/// That everything is erased, or that the last of it isn't yet.
pub(super) fn goodbye(frame: &Frame, done: bool) -> Response {
    let say = &frame.say;
    let key = if done { "more-farewell" } else { "more-farewell-soon" };
    let title = say.text(key);
    let again = say.text("more-farewell-again");
    let body = html! {
        (page_header(&title, None, Some(&say.text(&format!("{key}-what")))))
        (actions(&[link_button(Look::Secondary, None, &again, &frame.house(House::Home))]))
    };
    page(frame, Tab::None, &title, &body)
}

/// The way to keep it, before it goes.
fn first(reader: &Reader) -> Markup {
    let say = &reader.say;
    let body = html! {
        p { (say.text("more-erase-first-what")) }
        form method="post" action=(reader.to(To::Export)) {
            div.actions { (button(Look::Secondary, Some(Icon::Download), &say.text("more-export-go"))) }
        }
    };
    card(&say.text("more-erase-first"), &body)
}

pub(super) fn shown(reader: &Reader, form: &Form) -> Response {
    let say = &reader.say;
    let title = say.text("more-erase");
    let lines = |keys: &[&str]| keys.iter().map(|key| say.text(key)).collect::<Vec<String>>();
    let goes = lines(&["more-erase-goes-1", "more-erase-goes-2", "more-erase-goes-3"]);
    let stays = lines(&["more-erase-stays-1", "more-erase-stays-2", "more-erase-stays-3"]);
    let word = say.text("more-erase-word");
    let label = say.with("more-erase-type", &[("word", word.into())]);
    let problem = form.told(say, "word");
    let body = html! {
        (page_header(&title, Some((&reader.to(To::Data), &say.text("more-data"))), Some(&say.text("more-erase-under"))))
        (card(&say.text("more-erase-goes"), &points(Icon::Remove, &goes)))
        (card(&say.text("more-erase-stays"), &points(Icon::Info, &stays)))
        (first(reader))
        form method="post" action=(reader.to(To::Erase)) {
            (field(&Field { name: "word", label: &label, hint: None, value: form.text("word"),
                problem: problem.as_deref(), required: true, input: Input::Text }))
            (actions(&[
                button(Look::Danger, Some(Icon::Remove), &say.text("more-erase-go")),
                link_button(Look::Quiet, None, &say.text("cancel"), &reader.to(To::Data)),
            ]))
        }
    };
    form.answer(page(reader, Tab::More, &form.titled(say, &title), &body))
}
