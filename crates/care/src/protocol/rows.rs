//! The rows of a protocol, exactly as a clinician writes them in TOML.
//!
//! Every file under `protocol/` holds some of these tables; which file holds which is for the reader's comfort.
//! A row knows its numbers, its words and its evidence; its sentences are in the Fluent texts, under
//! `kind-id` (for example `rule-pregnancy`). What the rows must fulfil together is in [`super::check`].

use serde::Deserialize;

use crate::measure::{Figure, NeedleLength, Wait};
use crate::verdict::VerdictKind;
use crate::words::{
    Area, ArticleSide, DeviceKind, Flag, Goal, Grade, LengthClass, Level, ProductClass, Setting,
    Sign, SourceKind, Strength,
};

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
    /// What can be hoped for, one row each.
    pub goal: Vec<GoalRow>,
    /// Preparation steps before a session.
    pub preparation: Vec<Preparation>,
    /// The anaesthetic cream; exactly one.
    pub cream: Option<Cream>,
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

/// `[[question]]` · text `question-ID` with `.why`, `.unknown` (what not knowing means) and `.find-out`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Question {
    /// The key under `[answers]`.
    pub id: String,
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
    /// Why it is asked at all.
    pub evidence: Evidence,
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
}

/// `[[rule]]` · text `rule-ID` with `.because` and `.change`; with `.against` where evidence is against.
/// Texts may use `{ $until }` where the rule has a wait and `{ $on }` where the answer has a date.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rule {
    /// Its id, shown with every decision.
    pub id: String,
    /// The question it reads: a question's id, or `born`, or `needle-length`.
    pub question: String,
    /// The answers on which it fires: plain words, the dated answer's key, or product classes.
    /// For `born`: nothing (see `under`). For `needle-length`: nothing, it fires over the ceiling.
    #[serde(default)]
    pub answers: Vec<String>,
    /// Only where the dated answer has this detail (or none was given).
    pub detail: Option<String>,
    /// For `born`: fires from `from` up to, and not including, this age.
    pub under: Option<u16>,
    /// For `born`: the age it starts at.
    pub from: Option<u16>,
    /// How long after the answer's date it lasts; `rest` is the rest of the needle-length class.
    pub wait: Option<RuleWait>,
    /// The verdict at home.
    pub home: VerdictKind,
    /// The verdict in a clinic; never stricter than at home.
    pub clinic: VerdictKind,
    /// What it rests on.
    pub evidence: Evidence,
}

/// How long a dated rule lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleWait {
    /// A fixed time.
    For(Wait),
    /// `rest`: as long as the needle-length class rests.
    Rest,
}

impl<'de> Deserialize<'de> for RuleWait {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        if text == "rest" {
            return Ok(Self::Rest);
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
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[[area]]` · text `area-ID`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AreaRow {
    /// The area.
    pub id: Area,
    /// The longest needle allowed on it in a clinic; at home the home ceiling also holds.
    pub ceiling_mm: NeedleLength,
    /// About how large it is on an adult, cm², both sides together (an assumption, for the cream).
    pub size_cm2: f64,
    /// Whether anaesthetic cream may be put there (never near the eyes).
    pub cream: bool,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[[device]]` · text `device-ID`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Device {
    /// The kind.
    pub id: DeviceKind,
    /// The longest needle at home.
    pub home_ceiling_mm: NeedleLength,
    /// The fewest and the most needles known.
    pub needles: [u16; 2],
    /// Drum diameter and width, mm, of the standard device; none for stamps and pens.
    pub drum_mm: Option<[f64; 2]>,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[[length-class]]` · text `length-class-ID`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LengthClassRow {
    /// The class; classes are listed shortest first.
    pub id: LengthClass,
    /// Up to and including this length.
    pub up_to_mm: NeedleLength,
    /// How long the skin counts as open afterwards.
    pub closed_after: Wait,
    /// Days to keep free: about, and up to.
    pub keep_free_days: [u8; 2],
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[[rhythm]]` · text `rhythm-ID`. Windows count from the session before.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rhythm {
    /// Its id.
    pub id: String,
    /// The setting it is for; the same length rests at least as long at home.
    pub setting: Setting,
    /// Up to and including this length.
    pub up_to_mm: NeedleLength,
    /// The least rest between two sessions of this length, in any setting, which screening holds to.
    pub rest: Wait,
    /// Not before.
    pub not_before: Wait,
    /// Best on.
    pub ideal: Wait,
    /// Best by.
    pub best_by: Wait,
    /// How many sessions a programme plans.
    pub sessions: u8,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[[goal]]` · text `goal-ID` with `.evidence`, what has been published for it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct GoalRow {
    /// The goal.
    pub id: Goal,
    /// Shortest and longest needle used for it at home, mm.
    pub home_mm: [NeedleLength; 2],
    /// Shortest and longest needle used for it in a clinic, mm.
    pub clinic_mm: [NeedleLength; 2],
    /// Fewest and most passes over the same skin in one session.
    pub passes: [u8; 2],
    /// Sessions planned in a clinic.
    pub sessions: u8,
    /// How well it is supported.
    pub strength: Strength,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[[preparation]]` · text `preparation-ID` with `.do`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Preparation {
    /// Its id.
    pub id: String,
    /// How long before the session it starts.
    pub before: Wait,
    /// Only in this setting.
    pub setting: Option<Setting>,
    /// Only for these length classes; none means all.
    #[serde(default)]
    pub classes: Vec<LengthClass>,
    /// Only if one of these product classes is in use; none means always.
    #[serde(default)]
    pub products: Vec<ProductClass>,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[cream]` · text `cream` with `.not-needed`, `.exclusions`, `.how` (variables `$grams`, `$minutes`, `$maximum`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Cream {
    /// Its id, `cream`.
    pub id: String,
    /// Grams per cm².
    pub grams_per_cm2: f64,
    /// Never more than this in one go.
    pub maximum_grams: f64,
    /// Never on more skin than this.
    pub maximum_cm2: f64,
    /// Shortest and longest time on the skin, minutes; the shortest is the default.
    pub minutes: [u16; 2],
    /// Not needed up to and including this length.
    pub not_needed_up_to_mm: NeedleLength,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[judge]` · text `judge` (variables `$from`, `$by`).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Judge {
    /// Its id, `judge`.
    pub id: String,
    /// First signs may show from here; earlier is too early to judge.
    pub from: Wait,
    /// First signs usually show by here.
    pub by: Wait,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[[shopping]]`, `[[roller-care]]` · text `shopping-ID` or `roller-care-ID`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Only in this setting.
    pub setting: Option<Setting>,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[[band]]`: for each day 0 to 14, the lowest and the highest score that is usual. Text none.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Band {
    /// Its id, for example `redness-gentle`.
    pub id: String,
    /// The sign.
    pub sign: Sign,
    /// The length class.
    pub class: LengthClass,
    /// Lowest usual score per day, 0 to 10.
    pub low: [u8; 15],
    /// Highest usual score per day, 0 to 10.
    pub high: [u8; 15],
    /// What the numbers were learned from.
    pub grade: Grade,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[[phase]]` · text `phase-ID` with `.what` and `.limits` (what nobody can tell).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Phase {
    /// Its id.
    pub id: String,
    /// The day after the session on which it begins.
    pub from_day: u16,
    /// The day after its last day.
    pub until_day: u16,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[[effect]]` · text `effect-ID` with `.do` and `.beyond` (when it is no longer normal).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Effect {
    /// Its id.
    pub id: String,
    /// The sign it shows as, if it has one.
    pub sign: Option<Sign>,
    /// When it usually begins, after the session.
    pub from: Wait,
    /// When it is over at the latest; after that it is no longer normal.
    pub until: Wait,
    /// What it is after that.
    pub beyond: Level,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[[card]]` · text `card-ID`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Card {
    /// Its id.
    pub id: String,
    /// Whether it says what to do or what to avoid.
    pub kind: CardKind,
    /// From this long after the session.
    pub from: Wait,
    /// Until this long after the session.
    pub until: Wait,
    /// Only for these length classes; none means all.
    #[serde(default)]
    pub classes: Vec<LengthClass>,
    /// Only for skin that marks easily (types IV to VI).
    #[serde(default)]
    pub marks_easily: bool,
    /// What it rests on.
    pub evidence: Evidence,
}

/// Do, or avoid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CardKind {
    /// To do.
    Do,
    /// To avoid.
    Avoid,
}

/// `[[product]]` · text `product-ID` with `.because`; with `.against` where evidence is against.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Product {
    /// Its id, for example `retinoid-gentle`.
    pub id: String,
    /// The product class.
    pub class: ProductClass,
    /// For these length classes.
    pub classes: Vec<LengthClass>,
    /// Not before this long after the session.
    pub not_before: Wait,
    /// Not before this long where skin marks easily (types IV to VI), if that is longer.
    pub marks_easily: Option<Wait>,
    /// Only on calm skin.
    #[serde(default)]
    pub only_calm: bool,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[[sign]]` · text `sign-ID` with `.action` (what to do when it is more or longer than expected).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SignRow {
    /// The sign.
    pub id: Sign,
    /// The level when it rises after day `rises_after_day`.
    pub rising: Level,
    /// After this day it should not rise any more.
    pub rises_after_day: u8,
    /// After this day it should be gone.
    pub gone_after_day: u8,
    /// The level when it is not gone by then.
    pub lasting: Level,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[[flag]]` · text `flag-ID` with `.because` and `.action`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FlagRow {
    /// The flag.
    pub id: Flag,
    /// Its level.
    pub level: Level,
    /// It means that the skin looks infected: with fever it is an emergency.
    #[serde(default)]
    pub infected: bool,
    /// From this day on the level is `later`.
    pub later_from_day: Option<u16>,
    /// The level from `later_from_day` on.
    pub later: Option<Level>,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[triage]` · texts `triage-above`, `-far-above`, `-rising`, `-lasting`, `-infection-fever`, `-raised`, `-lingers`,
/// `-none`, `-fine` and `level-LEVEL` with `.action`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TriageRow {
    /// Its id, `triage`.
    pub id: String,
    /// A score this far over the band's top is more than worth watching.
    pub far_above: u8,
    /// The level of a score over the band.
    pub above: Level,
    /// The level of a score far over the band.
    pub far: Level,
    /// How long a warning sign that is no longer reported still counts.
    pub lingers: Wait,
    /// At which level it counts.
    pub lingering: Level,
    /// Answers from screening that raise a level by one.
    pub raised_by: Vec<RaisedBy>,
    /// No raising beyond this level.
    pub raised_up_to: Level,
    /// When check-ins are due after a session.
    pub due: Vec<Wait>,
    /// When the next check-in is due while something is watched.
    pub due_watched: Wait,
    /// What it rests on.
    pub evidence: Evidence,
}

/// An answer that raises the level of a check-in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RaisedBy {
    /// The question.
    pub question: String,
    /// Its answers.
    pub answers: Vec<String>,
}

/// `[[scale]]` · text `scale-ID` with `.use`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Scale {
    /// Its id.
    pub id: String,
    /// The goals it fits.
    pub goals: Vec<Goal>,
    /// Its lowest and highest score.
    pub range: [f64; 2],
    /// The smallest change that is not noise, if someone measured it.
    pub noise: Option<f64>,
    /// What it rests on.
    pub evidence: Evidence,
}
