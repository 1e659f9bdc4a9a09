//! Rows that screening reads: questions, rules, and what else might help.

use serde::Deserialize;

use super::Evidence;
use crate::measure::Wait;
use crate::verdict::VerdictKind;
use crate::words::{Goal, Setting};

/// `[[question]]` · text `question-ID` with `.why`, `.unknown` (what not knowing means) and `.find-out`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Question {
    /// The key under `[answers]`.
    pub id: String,
    /// The page it shares with its neighbours of the same group; none means a page of its own. Text `group-GROUP`
    /// with `.why`.
    pub group: Option<String>,
    /// The plain answers, for example `no`, `yes`; `unknown` is always there.
    #[serde(default)]
    pub answers: Vec<String>,
    /// The answer with a date, if there is one.
    pub dated: Option<Dated>,
    /// The answer is a list of product classes.
    #[serde(default)]
    pub products: bool,
    /// Asked again on the day of every session, since it may have changed.
    #[serde(default)]
    pub ask_again: bool,
    /// Asked in this setting only; none means everywhere.
    pub setting: Option<Setting>,
    /// Asked for the anaesthetic cream alone: no rule reads it, and whatever is not its first answer rules the cream out.
    #[serde(default)]
    pub cream: bool,
    /// Why it is asked at all.
    pub evidence: Evidence,
}

impl Question {
    /// Whether it is asked in a setting.
    pub fn is_asked_in(&self, setting: Setting) -> bool {
        self.setting.is_none_or(|only| only == setting)
    }
}

/// An answer that carries a date: `{ stopped = 2026-09-01, form = "oral" }`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Dated {
    /// The key of the date, which is also the answer's word: `stopped`.
    pub key: String,
    /// The key of the detail: `form`.
    pub detail: Option<String>,
    /// The detail's words: `oral`, `topical`. `yes` and `no` may be written `true` and `false`.
    #[serde(default)]
    pub words: Vec<String>,
    /// The key of the length of the needles, mm: `mm`. A length that is not said counts as the longest.
    pub length: Option<String>,
    /// The plain answer that it counts as while its day lies ahead; without it such a day is a mistake.
    pub future: Option<String>,
}

/// `[[rule]]` · text `rule-ID` with `.because` and `.change`; with `.against` where evidence is against.
/// Texts may use `{ $until }` where the rule has a wait and `{ $on }` where the answer has a date.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rule {
    /// Its id, shown with every decision.
    pub id: String,
    /// The question it reads: a question's id, or `born`, `needle-length`, `areas` or `skin-type`.
    pub question: String,
    /// The answers on which it fires: plain words, the dated answer's key, or product classes.
    /// For `areas`: parts of the body. For `born` and `skin-type`: nothing (see `from`, `under`). For `needle-length`:
    /// nothing, it fires over the ceiling.
    #[serde(default)]
    pub answers: Vec<String>,
    /// Only where the dated answer has this detail (or none was given).
    pub detail: Option<String>,
    /// For `born`: fires from `from` up to, and not including, this age.
    pub under: Option<u16>,
    /// For `born`: the age it starts at. For `skin-type`: the type.
    pub from: Option<u16>,
    /// How long after the answer's date it lasts, or on products after the day on which that was answered.
    pub wait: Option<RuleWait>,
    /// The verdict at home.
    pub home: VerdictKind,
    /// The verdict in a clinic; never stricter than at home.
    pub clinic: VerdictKind,
    /// What it rests on.
    pub evidence: Evidence,
}

/// How long a rule lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleWait {
    /// A fixed time.
    For(Wait),
    /// `rest`: as long as skin rests after the needles that were used.
    Rest,
    /// `preparation-ID`: as long as that step begins before a session.
    Pause(String),
}

impl<'de> Deserialize<'de> for RuleWait {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        if text == "rest" {
            return Ok(Self::Rest);
        }
        if let Some(id) = text.strip_prefix("preparation-") {
            return Ok(Self::Pause(id.to_owned()));
        }
        text.parse().map(Self::For).map_err(serde::de::Error::custom)
    }
}

/// `[[alternative]]` · text `alternative-ID` with `.because` and `.caveat`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Alternative {
    /// Its id.
    pub id: String,
    /// The goals it serves.
    pub goals: Vec<Goal>,
    /// Rules that, when they fire, speak against it too.
    #[serde(default)]
    pub not_with: Vec<String>,
    /// Rules that don't. Where a protocol says it at all, every rule is in one of the two lists of every row.
    #[serde(default)]
    pub fine_with: Vec<String>,
    /// Only offered when one of these rules has fired, and then before everything else.
    #[serde(default)]
    pub only_with: Vec<String>,
    /// What it rests on.
    pub evidence: Evidence,
}
