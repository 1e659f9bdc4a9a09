//! "Who says so, and who disagrees": the disclosure that stands under every statement.
//!
//! It lists the sources a row of the protocol rests on, each with its kind, year and what it learned from, and what
//! speaks against it. The sources themselves are browsed at `/protocol/sources`.

use care::measure::{Figure, Wait};
use care::protocol::rows::{Evidence, Source};
use care::words::Word as _;
use maud::{Markup, html};
use words::Worded;

use crate::say::Say;
use crate::ui::aside;

/// The disclosure from the ids of sources and the sentences that doubt; nothing if there is neither.
pub(crate) fn who(say: &Say, protocol: &Worded, sources: &[String], doubts: &[String]) -> Markup {
    if sources.is_empty() && doubts.is_empty() {
        return html! {};
    }
    let body = html! { (list(say, protocol, sources)) @for doubt in doubts { p { (doubt) } } };
    aside(&say.text("said-who"), &body)
}

/// The disclosure of a row: its sources, and the doubts of its text `key` (for example `rhythm-home-daily`).
pub(crate) fn of(say: &Say, protocol: &Worded, key: &str, evidence: &Evidence) -> Markup {
    let doubts = doubts(say, protocol, key, evidence);
    let body = html! {
        (list(say, protocol, &evidence.sources))
        @for doubt in &doubts { p { (doubt) } }
        @if !evidence.against.is_empty() {
            p.quiet { (say.text("said-otherwise")) }
            (list(say, protocol, &evidence.against))
        }
    };
    aside(&say.text("said-who"), &body)
}

/// What speaks against a row: the published range, the text's `.against` and `.derived`, and that nobody measured it.
pub(crate) fn doubts(say: &Say, protocol: &Worded, key: &str, evidence: &Evidence) -> Vec<String> {
    let mut doubts: Vec<String> = published(say, protocol, evidence).into_iter().collect();
    let texts = protocol.texts();
    for attribute in ["against", "derived"] {
        doubts.extend(texts.find(&format!("{key}.{attribute}"), &[]).map(|text| text.into_owned()));
    }
    if evidence.unverified {
        doubts.push(say.text("said-unverified"));
    }
    doubts
}

/// The published range in words, if sources differ.
pub(crate) fn published(say: &Say, protocol: &Worded, evidence: &Evidence) -> Option<String> {
    let [low, high] = evidence.published.as_ref()?;
    let (low, high) = (figure(protocol, low), figure(protocol, high));
    Some(match low == high {
        true => say.with("said-published-one", &[("figure", low.into())]),
        false => say.with("said-published", &[("low", low.into()), ("high", high.into())]),
    })
}

/// A figure as it was printed; a time in the reader's language.
fn figure(protocol: &Worded, figure: &Figure) -> String {
    let time: Option<Wait> = figure.text.parse().ok();
    time.map_or_else(|| figure.text.clone(), |time| protocol.texts().wait(time))
}

fn list(say: &Say, protocol: &Worded, ids: &[String]) -> Markup {
    let known = ids.iter().filter_map(|id| protocol.find_source(id));
    html! { ul.sources { @for source in known { li { (cited(say, source)) } } } }
}

fn cited(say: &Say, source: &Source) -> Markup {
    let kind = say.text(&format!("said-kind-{}", source.kind.word()));
    let grade = say.text(&format!("said-grade-{}", source.grade.word()));
    let about = match source.year {
        Some(year) => {
            let year = year.to_string();
            say.with(
                "said-about-year",
                &[("kind", kind.into()), ("year", year.into()), ("grade", grade.into())],
            )
        }
        None => say.with("said-about", &[("kind", kind.into()), ("grade", grade.into())]),
    };
    html! {
        a href={ "/protocol/sources#" (source.id) } lang="en" translate="no" { (source.citation) } " "
        span.quiet { (about) }
    }
}
