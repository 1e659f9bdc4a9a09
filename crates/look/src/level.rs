//! How urgent something is, and whether a person may be needled: always an icon, a word and a colour together.
//!
//! The words come from the protocol's texts; what decides is in `care::triage` and `care::screening`.

use care::verdict::VerdictKind;
use care::words::{Level, Word as _};
use maud::{Markup, html};

use super::icon::{Icon, icon};

/// The icon of a level.
pub fn level_icon(level: Level) -> Icon {
    match level {
        Level::Expected => Icon::Expected,
        Level::Watch => Icon::Watch,
        Level::Contact => Icon::Contact,
        Level::SameDay => Icon::SameDay,
        Level::Emergency => Icon::Emergency,
    }
}

/// The icon of a verdict.
pub fn verdict_icon(verdict: VerdictKind) -> Icon {
    match verdict {
        VerdictKind::Proceed => Icon::Proceed,
        VerdictKind::ProceedWithCare => Icon::Care,
        VerdictKind::WaitUntil => Icon::Wait,
        VerdictKind::AskClinician => Icon::Ask,
        VerdictKind::DoNot => Icon::Not,
    }
}

/// A level as a small chip.
pub fn chip(level: Level, word: &str) -> Markup {
    html! { span class={ "chip level-" (level.word()) } { (icon(level_icon(level))) span { (word) } } }
}

/// A level as a banner with its sentence and what to do.
pub fn level_banner(level: Level, sentence: &str, body: &Markup) -> Markup {
    let role = (level >= Level::SameDay).then_some("alert");
    html! {
        section class={ "banner level-" (level.word()) } role=[role] {
            (icon(level_icon(level))) div { h2 { (sentence) } (body) }
        }
    }
}

/// The verdict in one sentence, with its reason, as what the page is about.
pub fn verdict_banner(verdict: VerdictKind, sentence: &str, reason: &Markup) -> Markup {
    judged(verdict, &html! { h1 { (sentence) } (reason) })
}

/// The same on a page that is about something else, and has a heading of its own.
pub fn verdict_card(verdict: VerdictKind, sentence: &str, reason: &Markup) -> Markup {
    judged(verdict, &html! { h2 { (sentence) } (reason) })
}

fn judged(verdict: VerdictKind, said: &Markup) -> Markup {
    html! {
        section class={ "banner verdict verdict-" (verdict.word()) } {
            (icon(verdict_icon(verdict))) div { (said) }
        }
    }
}
