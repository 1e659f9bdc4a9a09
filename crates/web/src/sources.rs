//! "Who says so, and who disagrees": the disclosure that stands under every statement.
//!
//! It lists the sources a row of the protocol rests on, each with its kind, year and what it learned from, and what
//! speaks against it. The sources themselves are browsed in [`crate::reference`].

use care::protocol::rows::{Evidence, Source};
use care::words::Word as _;
use maud::{Markup, html};
use text::tell::sources::doubts;

use crate::frame::Reader;
use crate::reference::source_place;
use crate::ui::aside;

/// The disclosure from the ids of sources and the sentences that doubt; nothing if there is neither.
pub(crate) fn who(reader: &Reader, sources: &[String], doubts: &[String]) -> Markup {
    if sources.is_empty() && doubts.is_empty() {
        return html! {};
    }
    let body = html! { (list(reader, sources)) @for doubt in doubts { p { (doubt) } } };
    aside(&reader.say.text("said-who"), &body)
}

/// The disclosure of a row: its sources, and the doubts of its text `key` (for example `rhythm-home-daily`).
pub(crate) fn of(reader: &Reader, key: &str, evidence: &Evidence) -> Markup {
    let say = &reader.say;
    let doubts = doubts(say, key, evidence);
    let body = html! {
        (list(reader, &evidence.sources))
        @for doubt in &doubts { p { (doubt) } }
        @if !evidence.against.is_empty() {
            p.quiet { (say.text("said-otherwise")) }
            (list(reader, &evidence.against))
        }
    };
    aside(&say.text("said-who"), &body)
}

fn list(reader: &Reader, ids: &[String]) -> Markup {
    let known = ids.iter().filter_map(|id| reader.protocol.find_source(id));
    html! { ul.sources { @for source in known { li { (cited(reader, source)) } } } }
}

fn cited(reader: &Reader, source: &Source) -> Markup {
    let say = &reader.say;
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
        a href=(source_place(reader, &source.id)) lang="en" translate="no" { (source.citation) } " "
        span.quiet { (about) }
    }
}
