//! How a person wants to see things: language, light or dark, protocol variant, zone, name.

use axum::response::{IntoResponse, Response};
use chart::screening::steps;
use maud::{Markup, html};
use store::records::{Profile, Wishes};
use words::Editions;

use super::{back, zones};
use crate::caller::Opened;
use crate::fields::Fields;
use crate::form::read::line;
use crate::form::show::{problem_above, upon};
use crate::form::{Form, Wrong};
use crate::frame::Reader;
use crate::layout::{Tab, page};
use crate::people::LONGEST_NAME;
use crate::problem::Problem;
use crate::say::{Language, Say};
use crate::to::To;
use crate::ui::{
    Field, Icon, Input, Kind, Look, MenuItem, button, choice, choices, field, menu, page_header,
    select, yes_no,
};

/// The latest hour after midnight at which a day may end.
const LATEST_END: i8 = 5;

/// `GET /more/wishes`
pub(crate) async fn show(opened: Opened) -> Response {
    shown(&opened, opened.app.editions(), &kept(&opened))
}

/// `POST /more/wishes`
pub(crate) async fn save(opened: Opened, mut form: Form) -> Result<Response, Problem> {
    let editions = opened.app.editions();
    let Some(profile) = read(&mut form, editions, opened.person.record.clone()) else {
        return Ok(shown(&opened, editions, &form));
    };
    if profile != opened.person.record {
        if form.is_overtaken(&kept(&opened).fields().print()) {
            return Ok(shown(&opened, editions, &form));
        }
        opened.app.store().change_person(opened.by(), &opened.person, profile).await?;
    }
    Ok(opened.to(To::More).ask("did", "saved").go().into_response())
}

/// The form with what is kept.
pub(super) fn kept(reader: &Reader) -> Form {
    let (profile, language) = (&reader.person.record, reader.say.language().name());
    let wishes = &profile.wishes;
    let theme = match wishes.dark {
        None => "system",
        Some(true) => "dark",
        Some(false) => "light",
    };
    let fields = [
        ("name", profile.name.as_deref().unwrap_or_default()),
        ("language", wishes.language.as_deref().unwrap_or(language)),
        ("theme", theme),
        ("variant", wishes.variant.as_deref().unwrap_or_default()),
        ("zone", &profile.zone),
        ("day_ends", &wishes.day_ends.unwrap_or_default().to_string()),
    ];
    Form::new(Fields::of(fields.map(|(name, value)| (name.to_owned(), value.to_owned()))))
}

/// The profile with the wishes of a form; every field is read, so that all that is wrong is said at once.
pub(super) fn read(form: &mut Form, editions: &Editions, profile: Profile) -> Option<Profile> {
    let name = form.read("name", line(LONGEST_NAME, "more-wrong-name"));
    let language = form.read("language", |fields, field| {
        let wanted = fields.text(field).unwrap_or_default();
        let found = editions.languages().into_iter().find(|one| one.name() == wanted);
        found.ok_or_else(|| "more-wrong-language".into())
    });
    let dark = form.read("theme", dark);
    let variant = form.read("variant", |fields, field| {
        let wanted = fields.text(field);
        let known = wanted.is_none_or(|wanted| editions.variants().any(|one| one == wanted));
        known.then(|| wanted.map(str::to_owned)).ok_or_else(|| "more-wrong-variant".into())
    });
    let zone = form.read("zone", |fields, field| {
        let found = zones::known(fields.text(field).unwrap_or_default());
        found.ok_or_else(|| "more-wrong-zone".into())
    });
    let day_ends = form.read("day_ends", end_of_day);
    let (language, dark, variant) = (Some(language?.name().to_owned()), dark?, variant?);
    let wishes = Wishes { language, dark, variant, day_ends: day_ends? };
    Some(Profile { name: name?, zone: zone?, wishes, ..profile })
}

/// An hour after midnight; midnight itself is no wish.
fn end_of_day(fields: &Fields, field: &str) -> Result<Option<i8>, Wrong> {
    match fields.parsed::<i8>(field) {
        Ok(None | Some(0)) => Ok(None),
        Ok(Some(hour)) if (1..=LATEST_END).contains(&hour) => Ok(Some(hour)),
        _ => Err("typed-choose".into()),
    }
}

fn dark(fields: &Fields, field: &str) -> Result<Option<bool>, Wrong> {
    match fields.text(field) {
        Some("system") => Ok(None),
        Some("dark") => Ok(Some(true)),
        Some("light") => Ok(Some(false)),
        _ => Err("more-wrong-theme".into()),
    }
}

/// The page, with what there is to choose from.
pub(super) fn shown(reader: &Reader, editions: &Editions, form: &Form) -> Response {
    let say = &reader.say;
    let title = say.text("more-wishes");
    let body = html! {
        (page_header(&title, Some((&reader.to(To::More), &back(say))), None))
        form method="post" action=(reader.to(To::Wishes)) {
            (upon(say, form, &kept(reader).fields().print()))
            (name(reader, form))
            (problem_above(say, form, "language"))
            (language(say, editions, form))
            (problem_above(say, form, "theme"))
            (theme(reader, form))
            (problem_above(say, form, "variant"))
            (variants(say, editions, form))
            (problem_above(say, form, "zone"))
            (zones::field(say, form.text("zone")))
            (problem_above(say, form, "day_ends"))
            (day_ends(say, form.text("day_ends")))
            div.actions { (button(Look::Primary, None, &say.text("save"))) }
        }
        h2 { (say.text("more-about-you")) }
        (elsewhere(reader))
    };
    form.answer(page(reader, Tab::More, &form.titled(say, &title), &body))
}

/// When their day ends.
fn day_ends(say: &Say, chosen: &str) -> Markup {
    let option = |hour: i8| {
        let at = say.time(jiff::civil::Time::constant(hour, 0, 0, 0));
        (hour.to_string(), if hour == 0 { say.text("more-midnight") } else { at })
    };
    let options: Vec<(String, String)> = (0..=LATEST_END).map(option).collect();
    html! {
        div {
            (select("day_ends", &say.text("more-day-ends"), &options, chosen))
            p.hint { (say.text("more-day-ends-hint")) }
        }
    }
}

fn name(reader: &Reader, form: &Form) -> Markup {
    let problem = form.told(&reader.say, "name");
    field(&Field {
        name: "name",
        label: &reader.say.text("more-name"),
        hint: Some(&reader.say.text("more-name-hint")),
        value: form.text("name"),
        problem: problem.as_deref(),
        required: false,
        input: Input::Text,
    })
}

fn language(say: &Say, editions: &Editions, form: &Form) -> Markup {
    let named = |one: Language| editions.get(None, one).texts().text("language-name");
    html! {
        div.field {
            label for="language" { (say.text("more-language")) }
            // Each in its own words: whoever does not understand this page can still find theirs.
            select id="language" name="language" translate="no" {
                @for one in editions.languages() {
                    option value=(one) lang=(one) selected[one.name() == form.text("language")] { (named(one)) }
                }
            }
        }
    }
}

fn theme(reader: &Reader, form: &Form) -> Markup {
    let say = &reader.say;
    let words = ["system", "light", "dark"].map(|one| (one, say.text(&format!("more-{one}"))));
    let words: Vec<(&str, &str)> = words.iter().map(|(one, word)| (*one, word.as_str())).collect();
    yes_no("theme", &say.text("more-theme"), None, &words, Some(form.text("theme")))
}

/// The protocol itself and its variants. One that brings no words of its own is called by its name in the files.
fn variants(say: &Say, editions: &Editions, form: &Form) -> Markup {
    let one = |value: &str| {
        let key = format!("more-variant-{}", if value.is_empty() { "standard" } else { value });
        let word = if say.has(&key) { say.text(&key) } else { value.to_owned() };
        let what = format!("{key}-what");
        let what = say.text(if say.has(&what) { &what } else { "more-variant-own-what" });
        choice("variant", value, &word, Some(&what), form.text("variant") == value, Kind::Radio)
    };
    let all = std::iter::once("").chain(editions.variants());
    let all: Vec<Markup> = all.map(one).collect();
    let hint = say.text("more-variant-hint");
    choices(&say.text("more-variant"), Some(&hint), &all, None)
}

fn elsewhere(reader: &Reader) -> Markup {
    let row = |mark, key: &str, href: &str| MenuItem {
        mark,
        word: reader.say.text(key),
        hint: Some(reader.say.text(&format!("{key}-hint"))),
        href: href.to_owned(),
    };
    menu(&[
        row(Icon::Ruler, "more-device", &reader.to(To::Step(steps::DEVICE))),
        row(Icon::Person, "more-answers", &reader.to(To::Answers)),
    ])
}
