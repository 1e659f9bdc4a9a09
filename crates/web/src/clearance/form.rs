//! The form: what they said, who, when they were asked, until when it holds.

use care::story::About;
use chart::clearance::{Refused, Said};
use jiff::civil::Date;
use maud::{Markup, html};
use store::Id;
use store::records::{self, Clearance};
use words::Worded;

use super::back::Back;
use crate::fields::Fields;
use crate::say::Say;
use crate::to::To;
use crate::typed;
use crate::ui::{
    Field, Icon, Input, Kind, Look, Notice, button, choice, choices, field_as, hidden, notice,
};
use crate::visit::Owner;

/// The most letters of a name.
const MOST_LETTERS: usize = 200;

/// What is wrong with what was typed: the sentence beside each field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wrong {
    said: Option<String>,
    wait_until: Option<String>,
    by: Option<String>,
    on: Option<String>,
    until: Option<String>,
}

impl Wrong {
    fn is_any(&self) -> bool {
        *self != Self::default()
    }
    /// What was refused, beside its field; `None` if it is no mistake in a field.
    pub(super) fn of(refused: &Refused, say: &Say) -> Option<Self> {
        let mut wrong = Self::default();
        match refused {
            Refused::Ahead => wrong.on = Some(say.text("typed-ahead")),
            Refused::Wait => wrong.wait_until = Some(say.text("clearance-wait-early")),
            Refused::Until => wrong.until = Some(say.text("clearance-until-early")),
            Refused::About | Refused::Record(_) => return None,
        }
        Some(wrong)
    }
}

/// Reads the form; every mistake is found at once.
///
/// # Errors
/// What is wrong, field by field.
pub(super) fn read(owner: &Owner, about: &str, fields: &Fields) -> Result<Said, Wrong> {
    let (say, today) = (&owner.say, owner.now.date());
    let mut wrong = Wrong::default();
    let word = fields.text("said").unwrap_or_default();
    let known = ["yes", "no", "wait"].contains(&word);
    wrong.said = (!known).then(|| say.text("clearance-said-missing"));
    let wait = dated(say, fields, "wait_until").unwrap_or_else(|told| {
        wrong.wait_until = Some(told).filter(|_| word == "wait");
        None
    });
    if word == "wait" && wait.is_none() && wrong.wait_until.is_none() {
        wrong.wait_until = Some(say.text("clearance-wait-missing"));
    }
    let until = dated(say, fields, "until").unwrap_or_else(|told| {
        wrong.until = Some(told);
        None
    });
    let on = fields.text("on").map_or(Ok(today), |text| typed::past_day(text, today));
    let on = on.map_err(|told| wrong.on = Some(told.say(say))).unwrap_or(today);
    let by = fields.text("by").map(str::to_owned);
    if by.as_ref().is_some_and(|by| by.chars().count() > MOST_LETTERS) {
        wrong.by = Some(say.with("clearance-by-long", &[("most", MOST_LETTERS.into())]));
    }
    if wrong.is_any() {
        return Err(wrong);
    }
    Ok(Said { about: about.to_owned(), word: said(word, wait), by, on, until })
}

fn said(word: &str, wait: Option<Date>) -> records::Said {
    match (word, wait) {
        ("yes", _) => records::Said::Yes,
        ("wait", Some(day)) => records::Said::WaitUntil(day),
        _ => records::Said::No,
    }
}

fn dated(say: &Say, fields: &Fields, name: &str) -> Result<Option<Date>, String> {
    fields.text(name).map(|text| typed::day(text).map_err(|wrong| wrong.say(say))).transpose()
}

/// The form as it is filled with what is kept.
pub(super) fn filled(kept: &Clearance) -> Fields {
    let (word, wait) = match kept.said {
        records::Said::Yes => ("yes", None),
        records::Said::No => ("no", None),
        records::Said::WaitUntil(day) => ("wait", Some(day.to_string())),
    };
    let pairs = [
        Some(("said", word.to_owned())),
        wait.map(|day| ("wait_until", day)),
        kept.by.clone().map(|by| ("by", by)),
        Some(("on", kept.on.to_string())),
        kept.until.map(|until| ("until", until.to_string())),
    ];
    Fields::of(pairs.into_iter().flatten().map(|(name, value)| (name.to_owned(), value)))
}

/// What is asked, and where it is sent.
pub(super) struct Sheet<'a> {
    /// What it is about.
    pub about: &'a str,
    /// What is kept already is corrected; without it something new is said.
    pub kept: Option<Id>,
    /// What stands in it.
    pub fields: &'a Fields,
    /// What is wrong with that.
    pub wrong: &'a Wrong,
    /// Where to go on.
    pub back: Back,
}

/// The form.
pub(super) fn form(owner: &Owner, sheet: &Sheet<'_>) -> Markup {
    let say = &owner.say;
    let action =
        sheet.kept.map_or_else(|| owner.to(To::Clearances), |id| owner.to(To::Clearance(id)));
    let id = sheet.fields.text("id").map(str::to_owned);
    let id = id.unwrap_or_else(|| Id::new(owner.app.now()).to_string());
    html! {
        form method="post" action=(action) {
            @if sheet.kept.is_none() { (hidden("id", &id)) (hidden("about", sheet.about)) }
            (hidden("back", &sheet.back.word()))
            @if let Some(wrong) = &sheet.wrong.said { (notice(Notice::Problem, wrong)) }
            (words(owner, sheet))
            (line(owner, sheet, "by", Input::Text, sheet.wrong.by.as_deref()))
            (line(owner, sheet, "on", Input::Date(None, Some(&owner.now.date().to_string())), sheet.wrong.on.as_deref()))
            (line(owner, sheet, "until", Input::Date(None, None), sheet.wrong.until.as_deref()))
            p.hint { (limits(owner, sheet.about)) }
            (button(Look::Primary, Some(Icon::Done), &say.text("save")))
        }
    }
}

/// What a yes does not do, where one is given.
fn limits(owner: &Owner, about: &str) -> String {
    owner.say.text(match is_flag(&owner.protocol, about) {
        true => "clearance-limits-sign",
        false => "clearance-limits",
    })
}

pub(super) fn is_flag(protocol: &Worded, about: &str) -> bool {
    matches!(About::find(protocol, about), Some(About::Flag(_)))
}

fn words(owner: &Owner, sheet: &Sheet<'_>) -> Markup {
    let say = &owner.say;
    let chosen = sheet.fields.text("said");
    let one = |word: &str| {
        let title = say.text(&format!("clearance-{word}"));
        choice("said", word, &title, None, chosen == Some(word), Kind::Radio)
    };
    let wait = sheet.wrong.wait_until.as_deref();
    let day = html! {
        div.when-chosen { (line(owner, sheet, "wait_until", Input::Date(None, None), wait)) }
    };
    choices(&say.text("clearance-what"), None, &[one("yes"), one("no"), one("wait"), day], None)
}

fn line(
    owner: &Owner,
    sheet: &Sheet<'_>,
    name: &str,
    input: Input<'_>,
    problem: Option<&str>,
) -> Markup {
    let (say, today) = (&owner.say, owner.now.date().to_string());
    let hint = format!("clearance-{name}-hint");
    let hint = say.has(&hint).then(|| say.text(&hint));
    let typed = sheet.fields.text(name);
    let value = typed.unwrap_or(if name == "on" { &today } else { "" });
    let label = say.text(&format!("clearance-{name}"));
    let (hint, required) = (hint.as_deref(), name == "on");
    // A page may ask the same about several things.
    let id = format!("{name}-{}", sheet.about);
    field_as(&id, &Field { name, label: &label, hint, value, problem, required, input })
}
