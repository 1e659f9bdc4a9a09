//! Rows on what follows a session: the expected course, aftercare, and how check-ins are judged.

use serde::Deserialize;

use super::Evidence;
use crate::measure::Wait;
use crate::words::{Area, Flag, FlagGroup, Grade, LengthClass, Level, ProductClass, Sign};

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

/// `[[flag]]` · text `flag-ID` with `.because` and `.action`; its group has the text `flag-group-GROUP`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FlagRow {
    /// The flag.
    pub id: Flag,
    /// Among which it is asked for.
    pub group: FlagGroup,
    /// Its level.
    pub level: Level,
    /// It means that the skin looks infected: with fever it is an emergency.
    #[serde(default)]
    pub infected: bool,
    /// From this day on the level is `later`.
    pub later_from_day: Option<u16>,
    /// The level from `later_from_day` on.
    pub later: Option<Level>,
    /// So long after it was last reported, a check-in that answers everything lets it go; none: only who has looked does.
    pub lets_go: Option<Wait>,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[triage]` · texts `triage-above`, `-far-above`, `-rising`, `-lasting`, `-beyond`, `-sudden`, `-strong`,
/// `-infection-fever`, `-raised`, `-lingers`, `-none`, `-nothing-said`, `-unscored`, `-fine` and `level-LEVEL` with `.action`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TriageRow {
    /// Its id, `triage`.
    pub id: String,
    /// A score this far over the band's top is more than worth watching.
    pub far_above: i16,
    /// The level of what is worth watching: a score over the band, and one that is not said.
    pub above: Level,
    /// So far over the band a score counts at once; less, when it is so twice running.
    pub above_counts: i16,
    /// What is over the band at one check-in after another adds up to this before it is more than worth watching.
    pub above_adds_up_to: i16,
    /// The level of a score far over the band.
    pub far: Level,
    /// Points from which on a rise counts.
    pub rise_counts: u8,
    /// Points by which a rise counts even within the band.
    pub rise_large: u8,
    /// Points left of a sign that should have gone that count at once.
    pub left_counts: u8,
    /// Days after which less than that counts too.
    pub stays_days: u8,
    /// Signs of inflammation taken together.
    pub together: TogetherRow,
    /// Scores that do not wait until tomorrow.
    pub urgent: UrgentRow,
    /// The highest level of a warning sign that is no longer reported and that nobody has looked at.
    pub lingering: Level,
    /// Answers from screening that raise a level by one.
    pub raised_by: Vec<Answered>,
    /// No raising beyond this level.
    pub raised_up_to: Level,
    /// When check-ins are due after a session.
    pub due: Vec<Wait>,
    /// When the next check-in is due while something is watched.
    pub due_watched: Wait,
    /// What it rests on.
    pub evidence: Evidence,
}

/// Signs that an infection moves together, and what is to be expected of their sum: the part of the usual range that a
/// person took up so far, of the usual range of the day.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TogetherRow {
    /// Which.
    pub signs: Vec<Sign>,
    /// From this day on.
    pub from_day: u8,
    /// The part of the usual range that is expected of somebody of whom nothing is known.
    pub share: f64,
    /// That counts like a check-in at which so many points would be usual.
    pub share_points: f64,
    /// Points that are added to the usual range, since scores are whole.
    pub slack: f64,
    /// Points beyond what is expected that count.
    pub beyond: f64,
    /// Points over the usual range that count,
    pub over: f64,
    /// and points that count when nothing is usual any more.
    pub left: f64,
    /// The level of either.
    pub level: Level,
    /// Points beyond what is expected that agree with a rise of one sign.
    pub agrees: f64,
    /// Points far beyond what is expected.
    pub far: f64,
    /// The level of those.
    pub far_level: Level,
}

/// Scores that do not wait until tomorrow.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct UrgentRow {
    /// The level.
    pub level: Level,
    /// So far over the band,
    pub over: i16,
    /// and risen by so many points
    pub rise: u8,
    /// within this time.
    pub within: Wait,
    /// Two of the signs taken together at such a score,
    pub strong: u8,
    /// from this day on.
    pub strong_from_day: u8,
    /// The sign that so far over the band is sudden
    pub sudden: Sign,
    /// until so long after the session.
    pub sudden_until: Wait,
    /// The areas that are a face,
    pub face: Vec<Area>,
    /// where such a score of it
    pub face_from: u8,
    /// has this level.
    pub face_level: Level,
}

/// `[[emergency]]` · texts `emergency-call`, `emergency-if`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EmergencyRow {
    /// Its id.
    pub id: String,
    /// The number that brings an ambulance.
    pub number: String,
    /// The countries in which it does, by their two letters.
    pub countries: Vec<String>,
    /// Their time zones.
    pub zones: Vec<String>,
    /// What it rests on.
    pub evidence: Evidence,
}

/// Some answers to a question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Answered {
    /// The question.
    pub question: String,
    /// Its answers.
    pub answers: Vec<String>,
}
