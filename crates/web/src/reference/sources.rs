//! The sources: what each is, from when, what it learned from, where it can be read, and which entries rest on it.

use axum::extract::Query;
use axum::response::Response;
use care::protocol::rows::Source;
use care::words::Word as _;
use maud::{Markup, html};
use serde::Deserialize;

use super::entry::{address, title};
use crate::caller::Opened;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::paging;
use crate::to::To;
use crate::ui::page_header;

/// How many stand on a page.
const MOST: usize = 20;
/// The words of the ways to the pages beside.
const PAGES: paging::Words = ["reference-pages", "reference-before", "reference-after"];

/// Which page.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    page: Option<String>,
}

/// `GET /protocol/sources?page=…`
pub(crate) async fn show(opened: Opened, Query(asked): Query<Asked>) -> Response {
    page(&opened, asked.page.as_deref())
}

/// Where a source stands: on its page, at its place.
pub(crate) fn place(reader: &Reader, id: &str) -> String {
    let nth = reader.protocol.rows().source.iter().position(|source| source.id == id);
    let sources = reader.to(To::Sources);
    match nth.map_or(1, |nth| nth / MOST + 1) {
        1 => sources.at(id),
        page => sources.ask("page", page).at(id),
    }
}

/// A page of the sources.
pub(super) fn page(reader: &Reader, asked: Option<&str>) -> Response {
    let say = &reader.say;
    let heading = say.text("reference-kind-source");
    let all: Vec<&Source> = reader.protocol.rows().source.iter().collect();
    let part = paging::part(&all, MOST, asked);
    let back = say.text("reference-title");
    let body = html! {
        (page_header(&heading, Some((&reader.to(To::Protocol), &back)), Some(&say.text("reference-kind-source-what"))))
        (list(reader, part.rows))
        (paging::links(say, &part, &reader.to(To::Sources), PAGES))
    };
    layout::page(reader, Tab::More, &heading, &body)
}

/// Sources, each to be jumped to by its id.
pub(super) fn list(reader: &Reader, sources: &[&Source]) -> Markup {
    html! {
        @for source in sources {
            section.card id=(source.id) {
                p lang="en" translate="no" { (source.citation) }
                p.hint { (about(reader, source)) }
                @if let Some(reference) = &source.reference { p { (reading(reader, reference)) } }
                (used(reader, source))
            }
        }
    }
}

fn about(reader: &Reader, source: &Source) -> String {
    let say = &reader.say;
    let kind = say.text(&format!("said-kind-{}", source.kind.word()));
    let grade = say.text(&format!("said-grade-{}", source.grade.word()));
    let year = source.year.map_or_else(|| say.text("reference-no-year"), |year| year.to_string());
    let words = [("kind", kind.into()), ("year", year.into()), ("grade", grade.into())];
    say.with("said-about-year", &words)
}

/// Where a text can be read; a link only where its register has addresses.
fn reading(reader: &Reader, reference: &str) -> Markup {
    let word = reader.say.text("reference-read");
    html! {
        (word) " "
        @match web_address(reference) {
            Some(href) => {
                a href=(href) rel="noreferrer noopener external" target="_blank" translate="no" { (reference) }
            }
            None => { span translate="no" { (reference) } }
        }
    }
}

/// Nothing is fetched from there by us: it is a link for the reader to follow or not.
fn web_address(reference: &str) -> Option<String> {
    let number = |name: &str| reference.strip_prefix(name).map(str::trim);
    if let Some(number) = number("PMID") {
        return Some(format!("https://pubmed.ncbi.nlm.nih.gov/{number}/"));
    }
    if let Some(doi) = number("DOI") {
        return Some(format!("https://doi.org/{doi}"));
    }
    if number("PMC").is_some() {
        return Some(format!("https://pmc.ncbi.nlm.nih.gov/articles/{reference}/"));
    }
    number("NCT").map(|_| format!("https://clinicaltrials.gov/study/{reference}"))
}

/// The entries that rest on a source, or that it speaks against.
fn used(reader: &Reader, source: &Source) -> Markup {
    let all = reader.protocol.rows().entries();
    let rests = |ids: &[String]| ids.contains(&source.id);
    let by: Vec<_> = all
        .iter()
        .filter(|entry| entry.evidence.is_some_and(|e| rests(&e.sources) || rests(&e.against)))
        .collect();
    let summary = reader.say.with("reference-used", &[("n", by.len().into())]);
    let body = html! { ul { @for entry in &by { li { a href=(address(reader, entry)) { (title(reader, entry)) } } } } };
    html! { @if !by.is_empty() { (crate::ui::disclosure(&summary, &body, false)) } }
}

#[cfg(test)]
mod tests {
    use super::web_address;

    #[test]
    fn only_registers_with_addresses_are_links() {
        for (reference, address) in [
            ("PMID 22882208", Some("https://pubmed.ncbi.nlm.nih.gov/22882208/")),
            ("PMC3160154", Some("https://pmc.ncbi.nlm.nih.gov/articles/PMC3160154/")),
            ("DOI 10.1055/s-0044-1782181", Some("https://doi.org/10.1055/s-0044-1782181")),
            ("NCT03803059", Some("https://clinicaltrials.gov/study/NCT03803059")),
            ("K182407", None),
            ("21 CFR 878.4430", None),
        ] {
            assert_eq!(web_address(reference).as_deref(), address);
        }
    }
}
