//! What our own steps look like: goals, areas, age and skin, device and free days. They are read in [`super::own`].

use care::words::{Area, DeviceKind, Goal, Weekday, Word};
use chart::screening::given::UNKNOWN;
use maud::{Markup, html};
use words::Worded;

use super::own::{FACE, NONE_YET};
use super::sheet::Sheet;
use crate::ui::{
    Field, Figure, Input, Kind, Seen, Zone, ZoneMark, ZoneState, bodychart, choice, choices,
    disclosure, field, heading, plain_card, question, tick, tick_as, ticks, yes_no,
};

/// What is hoped for, and which parts of the body.
pub(super) fn goals(form: &Sheet<'_>, protocol: &Worded) -> Markup {
    let several = form.say.text("screening-several");
    html! {
        div.many {
        (form.problem_above("goals"))
        (ticks(&heading(&form.say.text("screening-goals")), Some(&several), &words::<Goal>(form, protocol, "goals", "goal")))
        (form.problem_above("areas"))
        fieldset.ticks {
            legend { h2 { (form.say.text("screening-areas")) } }
            (chart(form, protocol))
            div.tick-list { @for area in areas(form, protocol) { (area) } }
        }
        }
    }
}

fn words<W: Word>(form: &Sheet<'_>, protocol: &Worded, name: &str, kind: &str) -> Vec<Markup> {
    W::ALL.iter().map(|word| one(form, protocol, (name, kind), *word)).collect()
}

fn one<W: Word>(
    form: &Sheet<'_>,
    protocol: &Worded,
    (name, kind): (&str, &str),
    word: W,
) -> Markup {
    let (said, word) = (protocol.texts().say(&format!("{kind}-{}", word.word())), word.word());
    let id = format!("{name}-{word}");
    tick_as(Some(&id), (name, word), &said, None, form.chosen(name, word))
}

/// The whole face as one tap, and each part.
fn areas(form: &Sheet<'_>, protocol: &Worded) -> Vec<Markup> {
    let (face, hint) = (form.say.text("screening-face"), form.say.text("screening-face-hint"));
    let face = tick("areas", FACE, &face, Some(&hint), false);
    // Who had chosen a place that is refused finds it here, to take it out again.
    let offered = |area: &&Area| !protocol.refuses(**area) || form.chosen("areas", area.word());
    let parts = Area::ALL.iter().filter(offered);
    let parts = parts.map(|area| one(form, protocol, ("areas", "area"), *area));
    std::iter::once(face).chain(parts).collect()
}

/// Face and body to tap, where the screen has room; each zone sets the tick of its part in the list.
fn chart(form: &Sheet<'_>, protocol: &Worded) -> Markup {
    let mark = |zone: &Zone| {
        let area = zone.area().word();
        let label = protocol.texts().text(&format!("area-{area}"));
        let sets = Some(format!("areas-{area}"));
        ZoneMark { zone: *zone, label, state: ZoneState::Open, passes: None, href: None, sets }
    };
    let marks: Vec<ZoneMark> =
        Zone::ALL.iter().filter(|zone| !protocol.refuses(zone.area())).map(mark).collect();
    let title = form.say.text("screening-areas");
    html! {
        div.area-charts aria-hidden="true" {
            @for figure in [Figure::Face, Figure::Front, Figure::Back] {
                (bodychart(figure, Seen::Mirror, &title, &marks))
            }
        }
    }
}

/// Age, skin type, sensitive skin.
pub(super) fn about(form: &Sheet<'_>, protocol: &Worded) -> Markup {
    html! {
        header.page-head { h1 { (form.say.text("screening-about")) } }
        (plain_card(&born(form, protocol)))
        (plain_card(&skin_type(form, protocol)))
        (plain_card(&sensitive(form)))
    }
}

fn born(form: &Sheet<'_>, protocol: &Worded) -> Markup {
    let (say, texts) = (form.say, protocol.texts());
    let unknown = texts.say("question-born.unknown");
    let not_known = say.text("screening-born-unknown");
    let rather_not = html! {
        p { (texts.say("question-born.why")) }
        (tick("born-unknown", "yes", &not_known, Some(&unknown), form.fields.has("born-unknown")))
    };
    html! {
        (form.day("born", &texts.say("question-born"), None, true))
        (disclosure(&say.text("screening-why"), &rather_not, form.fields.has("born-unknown")))
    }
}

fn skin_type(form: &Sheet<'_>, protocol: &Worded) -> Markup {
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

fn sensitive(form: &Sheet<'_>) -> Markup {
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
pub(super) fn device(form: &Sheet<'_>, protocol: &Worded) -> Markup {
    let say = form.say;
    let one = |value: &str, said: &str, hint: Option<&str>| {
        choice("kind", value, said, hint, form.chosen("kind", value), Kind::Radio)
    };
    let named = |kind: &DeviceKind| {
        one(kind.word(), &protocol.texts().say(&format!("device-{}", kind.word())), None)
    };
    let mut kinds: Vec<Markup> = DeviceKind::ALL.iter().map(named).collect();
    let (none, hint) = (say.text("screening-none-yet"), say.text("screening-none-yet-hint"));
    kinds.push(one(NONE_YET, &none, Some(&hint)));
    let chosen = form.fields.has("free_days");
    html! {
        (form.problem_above("kind"))
        (question(&say.text("screening-device"), None, &kinds, None))
        div.of-device { (plain_card(&measures(form, protocol))) }
        (disclosure(&say.text("screening-days"), &days(form), chosen))
    }
}

fn days(form: &Sheet<'_>) -> Markup {
    let say = form.say;
    let day = |day: &Weekday| {
        let said = say.text(&format!("screening-{}", day.word()));
        tick("free_days", day.word(), &said, None, form.chosen("free_days", day.word()))
    };
    let all: Vec<Markup> = Weekday::ALL.iter().map(day).collect();
    ticks(&say.text("screening-days-which"), Some(&say.text("screening-days-hint")), &all)
}

fn measures(form: &Sheet<'_>, protocol: &Worded) -> Markup {
    let (say, texts) = (form.say, protocol.texts());
    let millimetres = say.text("screening-mm");
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
    let dont_know = say.text("dont-know");
    let needles = Input::Number("1", "2000", "1", "");
    let since = form.day(
        "since",
        &say.text("screening-since"),
        Some(&say.text("screening-since-hint")),
        false,
    );
    let has_since = form.problem("since").is_some() || form.fields.has("since-year");
    html! {
        (one("length_mm", &texts.say("question-needle-length"), Some(&found), length))
        (tick("length-unknown", "yes", &dont_know, Some(&unknown), form.fields.has("length-unknown")))
        (one("needles", &say.text("screening-needles"), Some(&say.text("screening-optional")), needles))
        (disclosure(&say.text("screening-since-when"), &since, has_since))
    }
}

fn why(form: &Sheet<'_>, text: &str) -> Markup {
    disclosure(&form.say.text("screening-why"), &html! { p { (text) } }, false)
}
