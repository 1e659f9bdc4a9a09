//! `GET /answers`: everything that was answered, each with a way to change it.

use axum::response::Response;
use care::words::Word;
use chart::screening::given::Given;
use chart::screening::steps::{self, Kind, Step};
use maud::{Markup, html};
use store::records::Profile;

use super::given;
use super::page::title;
use crate::caller::Opened;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::to::To;
use crate::ui::{Look, actions, facts, link_button, page_header};

/// `GET /answers`
pub(crate) async fn show(opened: Opened) -> Response {
    page(&opened)
}

/// Every answer of the reader's.
pub(super) fn page(reader: &Reader) -> Response {
    let say = &reader.say;
    let steps = steps::all(&reader.protocol, reader.person.record.setting);
    let open = steps::open(&steps, Some(&reader.person.record)).is_some();
    let title = say.text("screening-answers");
    let word = say.text("back");
    let on = say.text(if open { "screening-go-on" } else { "screening-to-verdict" });
    let body = html! {
        (page_header(&title, (!open).then_some((&reader.to(To::Verdict), word.as_str())), None))
        @for step in &steps { (answered(reader, step)) }
        (actions(&[link_button(Look::Primary, None, &on, &reader.to(To::Screening))]))
    };
    layout::page(reader, Tab::None, &title, &body)
}

fn answered(reader: &Reader, step: &Step<'_>) -> Markup {
    let say = &reader.say;
    let all: Vec<(String, Markup)> = lines(reader, step)
        .into_iter()
        .map(|(asked, answer)| (asked, html! { (answer) }))
        .collect();
    let (change, asked) = (say.text("screening-change-one"), title(say, &reader.protocol, step));
    html! {
        section.card {
            h2 { (asked) }
            // One question has said already what it asks.
            @match all.as_slice() {
                [(_, answer)] => { p { (answer) } }
                several => { div.asked { (facts(several)) } }
            }
            p { a.change href=(reader.to(To::Step(&step.id))) { (change) span.hidden { ": " (asked) } } }
        }
    }
}

fn lines(reader: &Reader, step: &Step<'_>) -> Vec<(String, String)> {
    let (say, profile) = (&reader.say, &reader.person.record);
    let texts = reader.protocol.texts();
    let named = |kind: &str, word: &str| texts.say(&format!("{kind}-{word}")).into_owned();
    match &step.kind {
        Kind::Goals => {
            let goals = all(reader, &profile.goals, |goal| named("goal", goal));
            let areas = all(reader, &profile.areas, |area| named("area", area));
            vec![(say.text("screening-chosen"), goals), (say.text("screening-areas"), areas)]
        }
        Kind::About => about(reader, profile),
        Kind::Device => device(reader, profile),
        Kind::Ask(questions) => questions
            .iter()
            .map(|question| {
                let kept = profile.answers.get(&question.id);
                let given = kept.and_then(|kept| Given::of_record(question, kept));
                let words = given.map(|given| given::words(&given, question, say, texts));
                let asked = texts.say(&format!("question-{}", question.id)).into_owned();
                (asked, words.unwrap_or_else(|| say.text("screening-open")))
            })
            .collect(),
    }
}

fn all<W: Word>(reader: &Reader, words: &[W], name: impl Fn(&str) -> String) -> String {
    if words.is_empty() {
        return reader.say.text("screening-open");
    }
    let names: Vec<String> = words.iter().map(|word| name(word.word())).collect();
    reader.say.list(names)
}

fn about(reader: &Reader, profile: &Profile) -> Vec<(String, String)> {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let open = !profile.steps_done.iter().any(|step| step == "about");
    let unknown = || say.text(if open { "screening-open" } else { "dont-know" });
    let born = profile.born.map_or_else(unknown, |born| say.date(born));
    let skin = profile
        .skin_type
        .map_or_else(unknown, |number| texts.say(&format!("skin-type-{number}")).into_owned());
    let word = |sensitive: bool| say.text(if sensitive { "yes" } else { "no" });
    let sensitive = profile.sensitive.map_or_else(unknown, word);
    vec![
        (texts.say("question-born").into_owned(), born),
        (say.text("screening-skin-type"), skin),
        (say.text("screening-sensitive"), sensitive),
    ]
}

fn device(reader: &Reader, profile: &Profile) -> Vec<(String, String)> {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let mut lines = Vec::new();
    let device = profile.device.as_ref();
    lines.push((
        say.text("screening-device-kind"),
        match device {
            Some(device) => texts.say(&format!("device-{}", device.kind.word())).into_owned(),
            None if profile.steps_done.iter().any(|step| step == "device") => {
                say.text("screening-none-yet")
            }
            None => say.text("screening-open"),
        },
    ));
    if let Some(device) = device {
        let length = device.length_mm.map_or_else(
            || say.text("dont-know"),
            |mm| say.with("screening-millimetres", &[("mm", mm.into())]),
        );
        lines.push((texts.say("question-needle-length").into_owned(), length));
        let needles = device.needles.map(|needles| needles.to_string());
        lines.extend(needles.map(|needles| (say.text("screening-needles"), needles)));
        lines.extend(device.since.map(|since| (say.text("screening-since"), say.date(since))));
    }
    let days: Vec<String> = profile
        .free_days
        .iter()
        .map(|day| say.text(&format!("screening-{}", day.word())))
        .collect();
    let any = || say.text("screening-any-day");
    let days = if days.is_empty() { any() } else { reader.say.list(days) };
    lines.push((say.text("screening-days"), days));
    lines
}
