//! What a clinician said, on the pages of what it is about: with who said it and when, and a way to say so.

use chart::clearance;
use chart::screening::decided::Decided;
use maud::{Markup, html};
use store::Entry;
use store::records::Clearance;
use words::Worded;

use super::back::Back;
use super::form::{self, Sheet};
use crate::form::Form;
use crate::frame::Reader;
use crate::to::To;
use crate::ui::{card, disclosure};

/// What was said, as a sentence.
pub(crate) fn sentence(reader: &Reader, said: &Clearance) -> String {
    clearance::sentence(&reader.say, said)
}

/// What it is about, in words; of something that a protocol no longer knows, its word.
pub(crate) fn name(reader: &Reader, about: &str) -> String {
    let name = reader.protocol.texts().find(&key(&reader.protocol, about), &[]);
    name.map_or_else(|| about.to_owned(), |name| name.into_owned())
}

fn key(protocol: &Worded, about: &str) -> String {
    let kind = if form::is_flag(protocol, about) { "flag" } else { "question" };
    format!("{kind}-{about}")
}

/// Something a clinician can be asked about.
pub(crate) struct Beside<'a> {
    /// A question's id, or the word of a warning sign.
    pub about: &'a str,
    /// All that clinicians said.
    pub heard: &'a [Entry<Clearance>],
    /// Whether what they said of it counts now.
    pub counts: bool,
    /// Whether to ask what they said.
    pub asks: bool,
    /// The page that it stands on.
    pub back: Back,
}

/// What was said of it, and the form to say so.
pub(crate) fn beside(reader: &Reader, beside: &Beside<'_>) -> Markup {
    let say = &reader.say;
    let told = clearance::about(beside.heard, beside.about);
    html! {
        @for entry in &told { (one(reader, entry, beside.back)) }
        @if !told.is_empty() && !beside.counts { p.quiet { (say.text("clearance-over")) } }
        @if beside.asks && !beside.counts { (ask(reader, beside)) }
    }
}

fn one(reader: &Reader, entry: &Entry<Clearance>, back: Back) -> Markup {
    let href = reader.to(To::Clearance(entry.id)).ask("back", back.word());
    html! {
        p { (sentence(reader, &entry.record)) " " a href=(href) { (reader.say.text("clearance-change")) } }
    }
}

fn ask(reader: &Reader, beside: &Beside<'_>) -> Markup {
    let form = Form::default();
    let (about, back) = (beside.about, beside.back);
    let sheet = Sheet { about, kept: None, form: &form, back };
    let key = match form::is_flag(&reader.protocol, about) {
        true => "clearance-looked",
        false => "clearance-ask",
    };
    disclosure(&reader.say.text(key), &form::form(reader, &sheet), false)
}

/// What clinicians forbid though no answer asks for them: it holds until it is over or taken back.
pub(crate) fn others(reader: &Reader, decided: &Decided, back: Back) -> Markup {
    let protocol = &reader.protocol;
    let told = |entry: &&Entry<Clearance>| {
        let findings = decided.decision.findings.iter();
        findings.filter_map(|one| one.question(protocol)).any(|own| own.id == entry.record.about)
    };
    let forbids = |entry: &&Entry<Clearance>| {
        let same = |one: &care::story::Clearance| {
            let record = &entry.record;
            one.about.word(protocol) == record.about
                && (one.on, &one.by, one.until) == (record.on, &record.by, record.until)
        };
        decided.forbidden.iter().any(same)
    };
    let own: Vec<_> = decided.heard.iter().filter(forbids).filter(|entry| !told(entry)).collect();
    let body = html! {
        @for entry in &own {
            p.quiet { (name(reader, &entry.record.about)) }
            (one(reader, entry, back))
        }
    };
    html! { @if !own.is_empty() { (card(&reader.say.text("clearance-others"), &body)) } }
}
