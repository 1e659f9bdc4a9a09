//! The form: what they said, who, when they were asked, until when it holds.

use care::story::About;
use chart::clearance::{Refused, Said};
use maud::{Markup, html};
use store::Entry;
use store::records::{self, Clearance};
use words::Worded;

use super::back::Back;
use crate::fields::Fields;
use crate::form::{Form, day, read, show};
use crate::frame::Reader;
use crate::to::To;
use crate::ui::{Field, Icon, Input, Kind, Look, button, choice, choices, field_as, hidden};

/// The most letters of a name.
const MOST_LETTERS: usize = 200;

/// What was refused, beside its field; what is no mistake in a field comes back.
pub(super) fn refuse(form: &mut Form, refused: Refused) -> Result<(), Refused> {
    match refused {
        Refused::Ahead => form.refuse("on", "typed-ahead"),
        Refused::Wait => form.refuse("wait_until", "clearance-wait-early"),
        Refused::Until => form.refuse("until", "clearance-until-early"),
        Refused::About | Refused::Record(_) => return Err(refused),
    }
    Ok(())
}

/// Reads the form; `None` if something is wrong with it, which the form then says, all at once.
pub(super) fn read(reader: &Reader, about: &str, form: &mut Form) -> Option<Said> {
    let today = reader.now.date();
    let word = said(form);
    let until = form.read("until", day::any);
    let on = form.read("on", day::past(today));
    let by = form.read("by", read::line(MOST_LETTERS, "clearance-by-long"));
    let (word, by, on, until) = (word?, by?, on?, until?);
    Some(Said { about: about.to_owned(), word, by, on: on.unwrap_or(today), until })
}

/// What they said; only who said to wait has to say until when.
fn said(form: &mut Form) -> Option<records::Said> {
    match form.text("said") {
        "yes" => Some(records::Said::Yes),
        "no" => Some(records::Said::No),
        "wait" => {
            let day = read::needed("clearance-wait-missing", day::any);
            form.read("wait_until", day).map(records::Said::WaitUntil)
        }
        _ => {
            form.refuse("said", "clearance-said-missing");
            None
        }
    }
}

/// What the form asks.
pub(super) const NAMES: [&str; 5] = ["said", "wait_until", "by", "on", "until"];

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
    pub kept: Option<&'a Entry<Clearance>>,
    /// What stands in it, and what is wrong with that.
    pub form: &'a Form,
    /// Where to go on.
    pub back: Back,
}

/// The form.
pub(super) fn form(reader: &Reader, sheet: &Sheet<'_>) -> Markup {
    let say = &reader.say;
    let action = sheet
        .kept
        .map_or_else(|| reader.to(To::Clearances), |kept| reader.to(To::Clearance(kept.id)));
    let id = sheet.form.id::<Clearance>(reader.at()).to_string();
    html! {
        form method="post" action=(action) {
            @match sheet.kept {
                None => { (hidden("id", &id)) (hidden("about", sheet.about)) }
                Some(kept) => (show::upon(say, sheet.form, &filled(&kept.record).print())),
            }
            (hidden("back", &sheet.back.word()))
            (show::problem_above(say, sheet.form, "said"))
            (words(reader, sheet))
            (line(reader, sheet, "by", Input::Text))
            (line(reader, sheet, "on", Input::Date(None, Some(&reader.now.date().to_string()))))
            (line(reader, sheet, "until", Input::Date(None, None)))
            p.hint { (limits(reader, sheet.about)) }
            (button(Look::Primary, Some(Icon::Done), &say.text("save")))
        }
    }
}

/// What a yes does not do, where one is given.
fn limits(reader: &Reader, about: &str) -> String {
    reader.say.text(match is_flag(&reader.protocol, about) {
        true => "clearance-limits-sign",
        false => "clearance-limits",
    })
}

pub(super) fn is_flag(protocol: &Worded, about: &str) -> bool {
    matches!(About::find(protocol, about), Some(About::Flag(_)))
}

fn words(reader: &Reader, sheet: &Sheet<'_>) -> Markup {
    let say = &reader.say;
    let chosen = sheet.form.fields().text("said");
    let one = |word: &str| {
        let title = say.text(&format!("clearance-{word}"));
        choice("said", word, &title, None, chosen == Some(word), Kind::Radio)
    };
    let day = html! {
        div.when-chosen { (line(reader, sheet, "wait_until", Input::Date(None, None))) }
    };
    choices(&say.text("clearance-what"), None, &[one("yes"), one("no"), one("wait"), day], None)
}

fn line(reader: &Reader, sheet: &Sheet<'_>, name: &str, input: Input<'_>) -> Markup {
    let (say, today) = (&reader.say, reader.now.date().to_string());
    let hint = format!("clearance-{name}-hint");
    let hint = say.has(&hint).then(|| say.text(&hint));
    let (typed, problem) = (sheet.form.fields().text(name), sheet.form.told(say, name));
    let value = typed.unwrap_or(if name == "on" { &today } else { "" });
    let label = say.text(&format!("clearance-{name}"));
    let (hint, problem, required) = (hint.as_deref(), problem.as_deref(), name == "on");
    // A page may ask the same about several things.
    let id = format!("{name}-{}", sheet.about);
    field_as(&id, &Field { name, label: &label, hint, value, problem, required, input })
}
