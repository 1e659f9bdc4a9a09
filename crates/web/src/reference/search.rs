//! Looking for words in everything the protocol says: every word has to be there, anywhere in an entry.

use care::protocol::entries::Entry;
use care::protocol::rows::Source;
use text::show::{ATTRIBUTES, text_key};
use words::Worded;

/// What holds the words that were looked for.
#[derive(Default)]
pub(super) struct Found<'p> {
    pub entries: Vec<Entry<'p>>,
    pub sources: Vec<&'p Source>,
}

/// More words than this only slow the search down.
const MOST_WORDS: usize = 8;

pub(super) fn find<'p>(protocol: &'p Worded, q: &str) -> Found<'p> {
    let words: Vec<String> = q.split_whitespace().take(MOST_WORDS).map(str::to_lowercase).collect();
    let holds = |text: &str| words.iter().all(|word| text.contains(word));
    let entries = protocol.rows().entries().into_iter();
    let entries = entries.filter(|entry| entry.evidence.is_some() && holds(&all(protocol, entry)));
    let sources = protocol.rows().source.iter().filter(|source| holds(&about(source)));
    Found { entries: entries.collect(), sources: sources.collect() }
}

/// All that an entry says, in small letters.
fn all(protocol: &Worded, entry: &Entry<'_>) -> String {
    let (key, texts) = (text_key(entry), protocol.texts());
    let more = ATTRIBUTES.iter().chain(&["against", "derived"]);
    let more = more.filter_map(|attribute| texts.find(&format!("{key}.{attribute}"), &[]));
    let own = texts.find(&key, &[]).into_iter().chain(more);
    let own = own.fold(entry.id.to_owned(), |all, text| format!("{all} {text}"));
    own.to_lowercase()
}

fn about(source: &Source) -> String {
    let parts = [Some(&source.id), Some(&source.citation), source.reference.as_ref()];
    let year = source.year.map(|year| year.to_string()).unwrap_or_default();
    let parts = parts.into_iter().flatten().fold(year, |all, part| format!("{all} {part}"));
    parts.to_lowercase()
}
