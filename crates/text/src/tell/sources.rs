//! Who says so, and who disagrees: what speaks against a row, and sources in one line.

use care::Protocol;
use care::protocol::rows::{Evidence, Source};
use care::words::Word as _;
use words::Wording;

/// What speaks against a row: the published range, the text's `.against` and `.derived`, and that nobody measured it.
/// `key` names the row's text, for example `rhythm-home-daily`.
pub fn doubts(texts: &Wording, key: &str, evidence: &Evidence) -> Vec<String> {
    let mut doubts: Vec<String> = published(texts, evidence).into_iter().collect();
    for attribute in ["against", "derived"] {
        doubts.extend(texts.find(&format!("{key}.{attribute}"), &[]).map(|text| text.into_owned()));
    }
    if evidence.unverified {
        doubts.push(texts.text("said-unverified"));
    }
    doubts
}

/// The published range in a sentence, if there is one: `4 to 8 weeks` alone says nothing to somebody who has not read the
/// sources.
pub fn published(texts: &Wording, evidence: &Evidence) -> Option<String> {
    let [low, high] = evidence.published.as_ref()?;
    let (low, high) = (texts.figure(low), texts.figure(high));
    Some(match low == high {
        true => texts.with("said-published-one", &[("figure", low.into())]),
        false => texts.with("said-published", &[("low", low.into()), ("high", high.into())]),
    })
}

/// The ids of all sources of several rows, each once.
pub fn merged<'e>(rows: impl IntoIterator<Item = &'e Evidence>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for id in rows.into_iter().flat_map(|evidence| &evidence.sources) {
        if !all.contains(id) {
            all.push(id.clone());
        }
    }
    all
}

/// The same in the order of their ids, for rows that come in no order of their own.
pub fn by_id<'e>(rows: impl IntoIterator<Item = &'e Evidence>) -> Vec<String> {
    let mut all = merged(rows);
    all.sort();
    all
}

/// Sources in one line: what each is, when, what it learned from, and its id to look it up by.
pub fn cite(texts: &Wording, protocol: &Protocol, ids: &[String]) -> String {
    let known = ids.iter().filter_map(|id| protocol.find_source(id));
    let list = texts.parts(known.map(|source| in_words(texts, source)));
    texts.with("show-sentence", &[("words", list.into())])
}

fn in_words(texts: &Wording, source: &Source) -> String {
    let kind = if source.id == "needlewise" { "ours" } else { source.kind.word() };
    let year = source.year.map_or_else(|| "none".to_owned(), |year| year.to_string());
    let words = [
        ("kind", kind.into()),
        ("year", year.into()),
        ("grade", source.grade.word().into()),
        ("id", source.id.as_str().into()),
    ];
    texts.with("show-source", &words)
}
