//! What `protocol show` and `protocol sources` say: an entry with its texts, its sources, and who disagrees.

use care::protocol::entries::Entry;
use care::protocol::rows::{Evidence, Source, Stand};
use care::words::{Word, nearest};
use serde::Serialize;
use words::{Saying, Worded};

use super::{Page, Sentences};
use crate::tell::sources::doubts;

/// The entries of an id.
#[derive(Debug, Serialize)]
pub struct Entries {
    entries: Vec<Shown>,
}

/// An entry put into words.
#[derive(Debug, Serialize)]
struct Shown {
    kind: &'static str,
    id: String,
    title: Option<String>,
    texts: Vec<String>,
    row: String,
    article: Option<&'static str>,
    #[serde(skip)]
    stand: Option<Stand>,
    doubts: Vec<String>,
    sources: Vec<Cited>,
    against: Vec<Cited>,
}

/// A source put into words.
#[derive(Debug, Serialize)]
struct Cited {
    id: String,
    citation: String,
    year: Option<u16>,
    reference: Option<String>,
    kind: &'static str,
    grade: &'static str,
}

/// All sources.
#[derive(Debug, Serialize)]
pub struct Sources {
    sources: Vec<Cited>,
}

/// The attributes of an entry's texts, in the order they are told.
pub const ATTRIBUTES: [&str; 19] = [
    "why",
    "unknown",
    "find-out",
    "because",
    "change",
    "do",
    "how",
    "not-needed",
    "exclusions",
    "risk",
    "late",
    "what",
    "limits",
    "beyond",
    "end",
    "action",
    "evidence",
    "caveat",
    "use",
];

impl Entries {
    /// The entries with an id, or `kind/id`; a question comes with the rules that read it.
    ///
    /// # Errors
    /// If there is none; names the nearest.
    pub fn find(protocol: &Worded, id: &str) -> Result<Self, Saying> {
        let all = protocol.rows().entries();
        let reads = |entry: &Entry<'_>| {
            let rule =
                protocol.rules().iter().find(|rule| entry.kind == "rule" && rule.id == entry.id);
            rule.is_some_and(|rule| rule.question == id)
        };
        let named =
            |entry: &Entry<'_>| entry.id == id || id == format!("{}/{}", entry.kind, entry.id);
        let entries: Vec<Shown> = all
            .iter()
            .filter(|entry| named(entry) || reads(entry))
            .map(|entry| Shown::of(protocol, entry))
            .collect();
        if !entries.is_empty() {
            return Ok(Self { entries });
        }
        let near = nearest(id, all.iter().map(|entry| entry.id));
        let nothing = match near {
            Some(near) => Saying::new("refused-entry-meant").with("nearest", near),
            None => Saying::new("refused-entry"),
        };
        Err(nothing.with("id", id))
    }
}

impl Shown {
    fn of(protocol: &Worded, entry: &Entry<'_>) -> Self {
        let key = text_key(entry);
        let texts = protocol.texts();
        let say = |attribute: &&str| {
            texts.find(&format!("{key}.{attribute}"), &[]).map(|text| text.into_owned())
        };
        Self {
            kind: entry.kind,
            id: entry.id.to_owned(),
            title: texts.find(&key, &[]).map(|text| text.into_owned()),
            texts: ATTRIBUTES.iter().filter_map(say).collect(),
            row: row(protocol, entry),
            article: entry.evidence.map(|evidence| evidence.article.word()),
            stand: entry.evidence.and_then(Evidence::stand),
            doubts: entry
                .evidence
                .map(|evidence| doubts(protocol.texts(), &key, evidence))
                .unwrap_or_default(),
            sources: sources(protocol, entry),
            against: entry
                .evidence
                .map(|evidence| cited(protocol, &evidence.against))
                .unwrap_or_default(),
        }
    }
}

/// The name of an entry's texts.
pub fn text_key(entry: &Entry<'_>) -> String {
    let single = matches!(entry.kind, "cream" | "dose" | "judge" | "triage" | "band");
    if single { entry.kind.to_owned() } else { format!("{}-{}", entry.kind, entry.id) }
}

/// A rule's verdicts and wait, in words; of other entries the texts say enough.
fn row(protocol: &Worded, entry: &Entry<'_>) -> String {
    let rule = protocol.rules().iter().find(|rule| entry.kind == "rule" && rule.id == entry.id);
    rule.map_or_else(String::new, |rule| {
        let words = [
            ("question", rule.question.as_str().into()),
            ("answers", rule.answers.join(", ").into()),
            ("home", rule.home.word().into()),
            ("clinic", rule.clinic.word().into()),
        ];
        let key = if rule.answers.is_empty() { "show-rule-row" } else { "show-rule-row-answers" };
        protocol.texts().with(key, &words)
    })
}

fn sources(protocol: &Worded, entry: &Entry<'_>) -> Vec<Cited> {
    match entry.evidence {
        Some(Evidence { sources, .. }) => cited(protocol, sources),
        None => cited(protocol, &[entry.id.to_owned()]),
    }
}

fn cited(protocol: &Worded, ids: &[String]) -> Vec<Cited> {
    ids.iter().filter_map(|id| protocol.find_source(id)).map(Cited::of).collect()
}

impl Cited {
    fn of(source: &Source) -> Self {
        Self {
            id: source.id.clone(),
            citation: source.citation.clone(),
            year: source.year,
            reference: source.reference.clone(),
            kind: source.kind.word(),
            grade: source.grade.word(),
        }
    }
    fn say(&self, page: &mut Page) {
        let year = self.year.map(|year| format!(", {year}")).unwrap_or_default();
        let reference =
            self.reference.as_ref().map(|reference| format!(". {reference}")).unwrap_or_default();
        page.point(&format!(
            "{} [{}, {}]: {}{year}{reference}",
            self.id, self.kind, self.grade, self.citation
        ));
    }
}

impl Sources {
    /// All sources of a protocol.
    pub fn of(protocol: &Worded) -> Self {
        Self { sources: protocol.rows().source.iter().map(Cited::of).collect() }
    }
}

impl Sentences for Sources {
    fn say(&self, page: &mut Page) {
        page.text(&page.words("show-sources", &[("n", self.sources.len().into())]));
        page.gap();
        self.sources.iter().for_each(|source| source.say(page));
    }
}

impl Sentences for Entries {
    fn say(&self, page: &mut Page) {
        for entry in &self.entries {
            page.heading(&format!("{} {}", entry.kind, entry.id));
            entry.title.iter().chain(&entry.texts).for_each(|text| page.text(text));
            if !entry.row.is_empty() {
                page.text(&entry.row);
            }
            entry.doubts.iter().for_each(|doubt| page.text(doubt));
            entry.stand.iter().for_each(|stand| page.text(&page.word(article(*stand))));
            page.text(&page.word("show-who-plain"));
            entry.sources.iter().for_each(|source| source.say(page));
            if !entry.against.is_empty() {
                page.text(&page.word("show-otherwise-plain"));
                entry.against.iter().for_each(|source| source.say(page));
            }
        }
    }
}

/// The text that says how the article stands to a row.
fn article(stand: Stand) -> &'static str {
    match stand {
        Stand::Says => "show-article-says",
        Stand::Ours => "show-article-ours",
        Stand::Stricter => "show-article-stricter",
        Stand::Looser => "show-article-looser",
    }
}
