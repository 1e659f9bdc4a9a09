//! How a person wants to see things: language, light or dark, protocol variant, zone, name.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chart::screening::steps;
use maud::{Markup, html};
use store::records::{Profile, Wishes};

use super::{back, zones};
use crate::app::App;
use crate::fields::Fields;
use crate::frame::Reader;
use crate::layout::{Tab, page};
use crate::problem::Problem;
use crate::say::Language;
use crate::to::To;
use crate::ui::{
    Field, Icon, Input, Kind, Look, MenuItem, Notice, button, choice, choices, field, menu, notice,
    page_header, yes_no,
};
use crate::visit::Opened;

/// The longest name that is kept, in letters.
const LONGEST_NAME: usize = 80;

/// The form as it is shown: what is kept, or what was typed.
struct Form {
    name: String,
    language: String,
    theme: String,
    variant: String,
    zone: String,
}

/// `GET /more/wishes`
pub(crate) async fn show(opened: Opened) -> Response {
    shown(&opened, &Form::of(&opened.person.record, opened.say.language().name()), None)
}

/// `POST /more/wishes`
pub(crate) async fn save(opened: Opened, fields: Fields) -> Result<Response, Problem> {
    let form = Form::read(&fields);
    let profile = match form.apply(&opened.app, opened.person.record.clone()) {
        Ok(profile) => profile,
        Err(problem) => {
            let page = shown(&opened, &form, Some(problem));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    if profile != opened.person.record {
        opened.app.store().change_person(opened.by(), &opened.person, profile).await?;
    }
    Ok(Redirect::to(&opened.to(To::More)).into_response())
}

impl Form {
    fn of(profile: &Profile, language: &str) -> Self {
        let theme = match profile.wishes.dark {
            None => "system",
            Some(true) => "dark",
            Some(false) => "light",
        };
        Self {
            name: profile.name.clone().unwrap_or_default(),
            language: profile.wishes.language.clone().unwrap_or_else(|| language.to_owned()),
            theme: theme.to_owned(),
            variant: profile.wishes.variant.clone().unwrap_or_default(),
            zone: profile.zone.clone(),
        }
    }
    fn read(fields: &Fields) -> Self {
        let text = |name| fields.text(name).unwrap_or_default().to_owned();
        Self {
            name: text("name"),
            language: text("language"),
            theme: text("theme"),
            variant: text("variant"),
            zone: text("zone"),
        }
    }
    /// The profile with these wishes, or the text that says what is wrong with them.
    fn apply(&self, app: &App, profile: Profile) -> Result<Profile, &'static str> {
        if self.name.chars().count() > LONGEST_NAME {
            return Err("more-wrong-name");
        }
        if !app.editions().languages().iter().any(|known| known.name() == self.language) {
            return Err("more-wrong-language");
        }
        let dark = match self.theme.as_str() {
            "system" => None,
            "dark" => Some(true),
            "light" => Some(false),
            _ => return Err("more-wrong-theme"),
        };
        let variant = Some(self.variant.clone()).filter(|variant| !variant.is_empty());
        if variant.iter().any(|wanted| !app.editions().variants().any(|known| known == wanted)) {
            return Err("more-wrong-variant");
        }
        let zone = zones::known(&self.zone).ok_or("more-wrong-zone")?;
        let name = Some(self.name.clone()).filter(|name| !name.is_empty());
        let wishes = Wishes { language: Some(self.language.clone()), dark, variant };
        Ok(Profile { name, zone, wishes, ..profile })
    }
}

fn shown(opened: &Opened, form: &Form, problem: Option<&str>) -> Response {
    let say = &opened.say;
    let title = say.text("more-wishes");
    let body = html! {
        (page_header(&title, Some((&opened.to(To::More), &back(say))), None))
        @if let Some(problem) = problem { (notice(Notice::Problem, &say.text(problem))) }
        form method="post" action=(opened.to(To::Wishes)) {
            (name(opened, form))
            (language(opened, form))
            (theme(opened, form))
            (variants(opened, form))
            (zones::field(say, &form.zone))
            div.actions { (button(Look::Primary, None, &say.text("save"))) }
        }
        h2 { (say.text("more-about-you")) }
        (elsewhere(opened))
    };
    page(opened, Tab::More, &title, &body)
}

fn name(reader: &Reader, form: &Form) -> Markup {
    field(&Field {
        name: "name",
        label: &reader.say.text("more-name"),
        hint: Some(&reader.say.text("more-name-hint")),
        value: &form.name,
        problem: None,
        required: false,
        input: Input::Text,
    })
}

fn language(opened: &Opened, form: &Form) -> Markup {
    let editions = opened.app.editions();
    let named = |one: Language| editions.get(None, one).texts().text("language-name");
    html! {
        div.field {
            label for="language" { (opened.say.text("more-language")) }
            // Each in its own words: whoever does not understand this page can still find theirs.
            select id="language" name="language" translate="no" {
                @for one in editions.languages() {
                    option value=(one) lang=(one) selected[one.name() == form.language] { (named(one)) }
                }
            }
        }
    }
}

fn theme(reader: &Reader, form: &Form) -> Markup {
    let say = &reader.say;
    let words = ["system", "light", "dark"].map(|one| (one, say.text(&format!("more-{one}"))));
    let words: Vec<(&str, &str)> = words.iter().map(|(one, word)| (*one, word.as_str())).collect();
    yes_no("theme", &say.text("more-theme"), None, &words, Some(&form.theme))
}

/// The protocol itself and its variants. One that brings no words of its own is called by its name in the files.
fn variants(opened: &Opened, form: &Form) -> Markup {
    let say = &opened.say;
    let one = |value: &str| {
        let key = format!("more-variant-{}", if value.is_empty() { "standard" } else { value });
        let word = if say.has(&key) { say.text(&key) } else { value.to_owned() };
        let what = format!("{key}-what");
        let what = say.text(if say.has(&what) { &what } else { "more-variant-own-what" });
        choice("variant", value, &word, Some(&what), form.variant == value, Kind::Radio)
    };
    let all = std::iter::once("").chain(opened.app.editions().variants());
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
