//! The rows of a protocol, exactly as a clinician writes them in TOML.
//!
//! Every file under `protocol/` holds some of these tables; which file holds which is for the reader's comfort.
//! A row knows its numbers, its words and its evidence; its sentences are in the Fluent texts, under
//! `kind-id` (for example `rule-pregnancy`). What the rows must fulfil together is in [`super::check`].

mod healing;
mod programme;
mod screening;

use serde::Deserialize;

use crate::measure::Figure;
use crate::words::{ArticleSide, Grade, SourceKind};

pub use healing::{
    Answered, Band, Card, CardKind, Effect, EmergencyRow, FlagRow, Phase, Product, SignRow,
    TogetherRow, TriageRow, UrgentRow,
};
pub use programme::{
    AreaRow, Cream, Device, Dose, GoalRow, Item, Judge, LengthClassRow, Preparation, Rhythm, Scale,
    Technique,
};
pub use screening::{Alternative, Dated, Question, Rule, RuleWait};

/// All the tables; any file may hold any of them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rows {
    /// Name and version; exactly one.
    pub protocol: Option<Header>,
    /// Where statements come from.
    pub source: Vec<Source>,
    /// What a person is asked.
    pub question: Vec<Question>,
    /// What an answer means.
    pub rule: Vec<Rule>,
    /// What else might help.
    pub alternative: Vec<Alternative>,
    /// Parts of the body, one row each.
    pub area: Vec<AreaRow>,
    /// Kinds of device, one row each.
    pub device: Vec<Device>,
    /// Needle-length classes, one row each.
    pub length_class: Vec<LengthClassRow>,
    /// How often, by setting and length.
    pub rhythm: Vec<Rhythm>,
    /// How hard, and when it is enough.
    pub technique: Vec<Technique>,
    /// What can be hoped for, one row each.
    pub goal: Vec<GoalRow>,
    /// Preparation steps before a session.
    pub preparation: Vec<Preparation>,
    /// The anaesthetic cream; exactly one.
    pub cream: Option<Cream>,
    /// How many punctures are too many; exactly one.
    pub dose: Option<Dose>,
    /// When results show; exactly one.
    pub judge: Option<Judge>,
    /// Things to have at hand.
    pub shopping: Vec<Item>,
    /// Care and retirement of a roller at home.
    pub roller_care: Vec<Item>,
    /// The expected course, one row per sign and length class.
    pub band: Vec<Band>,
    /// The phases of healing.
    pub phase: Vec<Phase>,
    /// Side effects, each with its window.
    pub effect: Vec<Effect>,
    /// What to do and avoid by the hour.
    pub card: Vec<Card>,
    /// When a product class may be used again.
    pub product: Vec<Product>,
    /// Signs of a check-in, one row each.
    pub sign: Vec<SignRow>,
    /// Warning signs, one row each.
    pub flag: Vec<FlagRow>,
    /// Numbers to call in an emergency, by time zone.
    pub emergency: Vec<EmergencyRow>,
    /// How check-ins are judged; exactly one.
    pub triage: Option<TriageRow>,
    /// Outcome scales.
    pub scale: Vec<Scale>,
}

/// `[protocol]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Header {
    /// The protocol's name.
    pub name: String,
    /// Its version, raised with every change of a rule.
    pub version: String,
}

/// What a row rests on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Evidence {
    /// Ids of the sources that say so, the one followed first.
    pub sources: Vec<String>,
    /// The shortest and the longest (or smallest and largest) figure published, where sources differ.
    pub published: Option<[Figure; 2]>,
    /// Sources that say otherwise; the text's `.against` tells what.
    #[serde(default)]
    pub against: Vec<String>,
    /// Which side the article takes.
    #[serde(default = "silent")]
    pub article: ArticleSide,
    /// Nobody was found who measured this: shown as unverified.
    #[serde(default)]
    pub unverified: bool,
    /// The number was worked out here; the text's `.derived` tells how.
    #[serde(default)]
    pub derived: bool,
}

/// How an entry stands to the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// The article says just this.
    Says,
    /// The article speaks of it; the number, or how it is put, is ours.
    Ours,
    /// The article is stricter.
    Stricter,
    /// The article is less strict.
    Looser,
}

impl Stand {
    /// Its word, for the texts of those who say it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Says => "says",
            Self::Ours => "ours",
            Self::Stricter => "stricter",
            Self::Looser => "looser",
        }
    }
}

impl Evidence {
    /// How it stands to the article; none where the article is silent. Only what rests on the article and was not worked out
    /// here is what the article says.
    pub fn stand(&self) -> Option<Stand> {
        let says = !self.derived && self.sources.iter().any(|source| source == ARTICLE);
        match self.article {
            ArticleSide::Default if says => Some(Stand::Says),
            ArticleSide::Default => Some(Stand::Ours),
            ArticleSide::Stricter => Some(Stand::Stricter),
            ArticleSide::Looser => Some(Stand::Looser),
            ArticleSide::Silent => None,
        }
    }
}

/// The source that the article is.
const ARTICLE: &str = "article";

fn silent() -> ArticleSide {
    ArticleSide::Silent
}

/// `[[source]]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Source {
    /// Its id, for example `han-2012`.
    pub id: String,
    /// Author, title or topic, journal.
    pub citation: String,
    /// Year of publication, if known.
    pub year: Option<u16>,
    /// `PMID 22882208`, `PMC3160154`, a DOI or a register number; never the address of a copy.
    pub reference: Option<String>,
    /// What sort of text it is.
    pub kind: SourceKind,
    /// What it learned from.
    pub grade: Grade,
}
