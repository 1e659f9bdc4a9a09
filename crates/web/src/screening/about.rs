//! What our own steps look like: goals, areas, age and skin, device and free days. They are read in [`super::own`].

use care::Protocol;
use care::words::{Area, DeviceKind, Goal, Weekday, Word};
use chart::screening::given::UNKNOWN;
use jiff::civil::Date;
use maud::{Markup, html};

use super::form::Form;
use super::own::NONE_YET;
use crate::ui::{
    Field, Input, Kind, choice, choices, disclosure, field, heading, plain_card, question, tick,
    ticks, yes_no,
};

/// What is hoped for.
pub(super) fn goals(form: &Form<'_>, protocol: &Protocol) -> Markup {
    let all = words::<Goal>(form, protocol, "goals", "goal", Kind::Checkbox);
    let (asked, hint) = (form.say.text("screening-goals"), form.say.text("screening-several"));
    html! { (form.problem_above("goals")) (question(&asked, Some(&hint), &all, None)) }
}

/// Which parts of the body.
pub(super) fn areas(form: &Form<'_>, protocol: &Protocol) -> Markup {
    let one = |area: &Area| {
        let said = protocol.texts().say(&format!("area-{}", area.word()));
        tick("areas", area.word(), &said, None, form.chosen("areas", area.word()))
    };
    // Who had chosen a place that is refused finds it here, to take it out again.
    let offered = |area: &&Area| !protocol.refuses(**area) || form.chosen("areas", area.word());
    let all: Vec<Markup> = Area::ALL.iter().filter(offered).map(one).collect();
    let (asked, hint) = (form.say.text("screening-areas"), form.say.text("screening-several"));
    html! { (form.problem_above("areas")) (ticks(&heading(&asked), Some(&hint), &all)) }
}

/// Age, skin type, sensitive skin.
pub(super) fn about(form: &Form<'_>, protocol: &Protocol, today: Date) -> Markup {
    html! {
        header.page-head { h1 { (form.say.text("screening-about")) } }
        (plain_card(&born(form, protocol, today)))
        (plain_card(&skin_type(form, protocol)))
        (plain_card(&sensitive(form)))
    }
}

fn born(form: &Form<'_>, protocol: &Protocol, today: Date) -> Markup {
    let (say, texts) = (form.say, protocol.texts());
    let today = today.to_string();
    let born = Field {
        name: "born",
        label: &texts.say("question-born"),
        hint: None,
        value: form.value("born"),
        problem: form.problem("born"),
        required: false,
        input: Input::Date(None, Some(&today)),
    };
    let unknown = texts.say("question-born.unknown");
    let not_known = say.text("screening-born-unknown");
    html! {
        (field(&born))
        (tick("born-unknown", "yes", &not_known, Some(&unknown), form.fields.has("born-unknown")))
        (why(form, &texts.say("question-born.why")))
    }
}

fn skin_type(form: &Form<'_>, protocol: &Protocol) -> Markup {
    let say = form.say;
    let one = |value: &str, said: &str, hint: Option<&str>| {
        choice("skin_type", value, said, hint, form.chosen("skin_type", value), Kind::Radio)
    };
    let mut all: Vec<Markup> = (1..=6)
        .map(|number: u8| {
            let number = number.to_string();
            one(&number, &protocol.texts().say(&format!("skin-type-{number}")), None)
        })
        .collect();
    let hint = say.text("screening-skin-type-unknown");
    all.push(one(UNKNOWN, &say.text("dont-know"), Some(&hint)));
    html! {
        (form.problem_above("skin_type"))
        (choices(&say.text("screening-skin-type"), None, &all, None))
        (why(form, &say.text("screening-skin-type-why")))
    }
}

fn sensitive(form: &Form<'_>) -> Markup {
    let say = form.say;
    let (yes, no, unknown) = (say.text("yes"), say.text("no"), say.text("dont-know"));
    let options = [("no", no.as_str()), ("yes", yes.as_str()), (UNKNOWN, unknown.as_str())];
    let (summary, why) = (say.text("screening-why"), say.text("screening-sensitive-why"));
    let asked = say.text("screening-sensitive");
    html! {
        (form.problem_above("sensitive"))
        (yes_no("sensitive", &asked, Some((&summary, &why)), &options, form.fields.text("sensitive")))
    }
}

/// The device at hand, and the days that are free.
pub(super) fn device(form: &Form<'_>, protocol: &Protocol, today: Date) -> Markup {
    let say = form.say;
    let mut kinds = words::<DeviceKind>(form, protocol, "kind", "device", Kind::Radio);
    let (none, hint) = (say.text("screening-none-yet"), say.text("screening-none-yet-hint"));
    let chosen = form.chosen("kind", NONE_YET);
    kinds.push(choice("kind", NONE_YET, &none, Some(&hint), chosen, Kind::Radio));
    let day = |day: &Weekday| {
        let said = say.text(&format!("screening-{}", day.word()));
        tick("free_days", day.word(), &said, None, form.chosen("free_days", day.word()))
    };
    let days: Vec<Markup> = Weekday::ALL.iter().map(day).collect();
    html! {
        (form.problem_above("kind"))
        (question(&say.text("screening-device"), None, &kinds, None))
        div.of-device { (plain_card(&measures(form, protocol, today))) }
        (plain_card(&ticks(&say.text("screening-days"), Some(&say.text("screening-days-hint")), &days)))
    }
}

fn measures(form: &Form<'_>, protocol: &Protocol, today: Date) -> Markup {
    let (say, texts) = (form.say, protocol.texts());
    let (today, millimetres) = (today.to_string(), say.text("screening-mm"));
    let one = |name, label: &str, hint: Option<&str>, input| {
        field(&Field {
            name,
            label,
            hint,
            value: form.value(name),
            problem: form.problem(name),
            required: false,
            input,
        })
    };
    let unknown = texts.say("question-needle-length.unknown");
    let length = Input::Number("0.05", "3", "0.01", &millimetres);
    let found = texts.say("question-needle-length.find-out");
    html! {
        (one("length_mm", &texts.say("question-needle-length"), Some(&found), length))
        (tick("length-unknown", "yes", &say.text("dont-know"), Some(&unknown), form.fields.has("length-unknown")))
        (one("needles", &say.text("screening-needles"), Some(&say.text("screening-optional")), Input::Number("1", "2000", "1", "")))
        (one("since", &say.text("screening-since"), Some(&say.text("screening-since-hint")), Input::Date(None, Some(&today))))
    }
}

fn words<W: Word>(
    form: &Form<'_>,
    protocol: &Protocol,
    name: &str,
    kind: &str,
    how: Kind,
) -> Vec<Markup> {
    let one = |word: &W| {
        let said = protocol.texts().say(&format!("{kind}-{}", word.word()));
        choice(name, word.word(), &said, None, form.chosen(name, word.word()), how)
    };
    W::ALL.iter().map(one).collect()
}

fn why(form: &Form<'_>, text: &str) -> Markup {
    disclosure(&form.say.text("screening-why"), &html! { p { (text) } }, false)
}
