//! One entry of the protocol: its texts, what it leads to, what it rests on, and who disagrees.

use axum::response::Response;
use care::protocol::entries::Entry;
use care::protocol::rows::{Band, Rule, Scale};
use care::words::Word as _;
use maud::{Markup, html};
use text::show::{ATTRIBUTES, text_key};
use words::Variable;
use words::Worded;

use crate::frame::Reader;
use crate::layout::{Tab, page};
use crate::problem::Problem;
use crate::say::Say;
use crate::sources;
use crate::to::{Href, To};
use crate::ui::{facts, page_header, plain_card};

/// The variables that texts of entries use, each with the words that stand for what differs from person to person.
const VARIABLES: [&str; 7] = ["until", "ceiling", "from", "by", "grams", "minutes", "maximum"];

pub(super) fn show(reader: &Reader, kind: Option<&str>, id: &str) -> Result<Response, Problem> {
    let all = reader.protocol.rows().entries();
    let named = |entry: &&Entry<'_>| entry.id == id && kind.is_none_or(|kind| kind == entry.kind);
    let found: Vec<&Entry<'_>> =
        all.iter().filter(named).filter(|entry| entry.evidence.is_some()).collect();
    let first = *found.first().ok_or(Problem::NotFound)?;
    let heading = title(reader, first);
    let back = reader.say.text(&format!("reference-kind-{}", first.kind));
    let body = html! {
        (page_header(&heading, Some((&reader.to(To::Kind(first.kind)), &back)), None))
        @for entry in &found { (one(reader, entry, found.len() > 1)) }
        p.hint { (reader.say.text("reference-id")) " " code translate="no" { (id) } }
    };
    Ok(page(reader, Tab::More, &heading, &body))
}

/// The address of an entry.
pub(super) fn address(reader: &Reader, entry: &Entry<'_>) -> Href {
    reader.to(To::Entry(entry.kind, entry.id))
}

/// What an entry is called; a band by its sign and needle length, one without a text by its id.
pub(super) fn title(reader: &Reader, entry: &Entry<'_>) -> String {
    let texts = reader.protocol.texts();
    if let Some(band) = band(&reader.protocol, entry) {
        let sign = texts.say(&format!("sign-{}", band.sign.word()));
        let class = texts.say(&format!("length-class-{}", band.class.word()));
        let words = [("sign", sign.into_owned().into()), ("length", class.into_owned().into())];
        return reader.say.with("reference-band", &words);
    }
    // The text of when to judge is a sentence, not a title.
    if entry.kind == "judge" {
        return reader.say.text("reference-kind-judge");
    }
    texts.find(&text_key(entry), &[]).map_or_else(|| entry.id.to_owned(), |text| text.into_owned())
}

/// Every sentence of an entry beside its title.
pub(super) fn sentences(say: &Say, protocol: &Worded, entry: &Entry<'_>) -> Vec<String> {
    let any = |name| (name, say.text(&format!("reference-any-{name}")).into());
    let words: Vec<Variable<'_>> = VARIABLES.map(any).into();
    let key = text_key(entry);
    let own = (entry.kind == "judge").then(|| key.clone());
    let more = ATTRIBUTES.iter().map(|attribute| format!("{key}.{attribute}"));
    let found = own.into_iter().chain(more);
    found
        .filter_map(|key| protocol.texts().find(&key, &words).map(|text| text.into_owned()))
        .collect()
}

fn one(reader: &Reader, entry: &Entry<'_>, several: bool) -> Markup {
    let (say, protocol) = (&reader.say, &reader.protocol);
    let rule = rule(protocol, entry);
    let body = html! {
        @if several { p.hint { (say.text(&format!("reference-kind-{}", entry.kind))) } }
        @for sentence in sentences(say, protocol, entry) { p { (sentence) } }
        @if let Some(rule) = rule { (leads_to(reader, rule)) }
        @if let Some(band) = band(protocol, entry) { (scores(say, band)) }
        @if let Some(scale) = scale(protocol, entry) { (scored(say, scale)) }
        @if entry.kind == "question" { (read_by(reader, entry.id)) }
        @if let Some(evidence) = entry.evidence {
            @if let Some(stand) = evidence.stand() { p { (say.text(&format!("reference-article-{}", stand.word()))) } }
            (sources::of(reader, &text_key(entry), evidence))
        }
    };
    plain_card(&body)
}

fn rule<'p>(protocol: &'p Worded, entry: &Entry<'_>) -> Option<&'p Rule> {
    protocol.rules().iter().find(|rule| entry.kind == "rule" && rule.id == entry.id)
}

fn band<'p>(protocol: &'p Worded, entry: &Entry<'_>) -> Option<&'p Band> {
    protocol.rows().band.iter().find(|band| entry.kind == "band" && band.id == entry.id)
}

fn scale<'p>(protocol: &'p Worded, entry: &Entry<'_>) -> Option<&'p Scale> {
    protocol.rows().scale.iter().find(|scale| entry.kind == "scale" && scale.id == entry.id)
}

/// Who scores from where to where, and from when on a change counts.
fn scored(say: &Say, scale: &Scale) -> Markup {
    let [low, high] = scale.range;
    let noise = match scale.noise {
        Some(noise) => noise.to_string(),
        None => say.text("reference-noise-none"),
    };
    let mut known = vec![
        (say.text("reference-range"), html! { (low) " – " (high) }),
        (say.text("reference-noise"), html! { (noise) }),
    ];
    known.extend(scale.rater.map(|rater| {
        (say.text("reference-rater"), html! { (say.text(&format!("reference-rater-{rater}"))) })
    }));
    facts(&known)
}

/// What a rule reads, and its verdicts.
fn leads_to(reader: &Reader, rule: &Rule) -> Markup {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let verdict = |kind: &str| say.text(&format!("reference-verdict-{kind}"));
    let answer = |answer: &String| {
        let own = [format!("answer-{answer}"), format!("product-class-{answer}")];
        let found = own.iter().find_map(|key| texts.find(key, &[]));
        found.map_or_else(|| answer.clone(), |text| text.into_owned())
    };
    let answers: Vec<String> = rule.answers.iter().map(answer).collect();
    let mut known = Vec::new();
    if let Some(question) = texts.find(&format!("question-{}", rule.question), &[]) {
        let href = reader.to(To::Entry("question", &rule.question));
        let link = reader.protocol.find_question(&rule.question).is_some();
        let words = html! { @if link { a href=(href) { (question) } } @else { (question) } };
        known.push((say.text("reference-asked"), words));
    }
    if !answers.is_empty() {
        known.push((say.text("reference-answer"), html! { (answers.join(" · ")) }));
    }
    known.push((say.text("reference-home"), html! { (verdict(rule.home.word())) }));
    known.push((say.text("reference-clinic"), html! { (verdict(rule.clinic.word())) }));
    facts(&known)
}

/// The usual scores, day by day.
fn scores(say: &Say, band: &Band) -> Markup {
    html! {
        table {
            thead { tr { th { (say.text("reference-day")) } th { (say.text("reference-scores")) } } }
            tbody {
                @for (day, (low, high)) in band.low.iter().zip(&band.high).enumerate() {
                    tr { td { (day) } td { (low) " – " (high) } }
                }
            }
        }
    }
}

/// The rules that read a question.
fn read_by(reader: &Reader, id: &str) -> Markup {
    let rules = reader.protocol.rules().iter().filter(|rule| rule.question == id);
    let title =
        |rule: &Rule| reader.protocol.texts().say(&format!("rule-{}", rule.id)).into_owned();
    html! {
        p { (reader.say.text("reference-read-by")) }
        ul { @for rule in rules {
            li { a href=(reader.to(To::Entry("rule", &rule.id))) { (title(rule)) } }
        } }
    }
}
