//! Rows that a programme is planned from: areas, devices, lengths, rhythms, goals, preparation, results.

use serde::Deserialize;

use super::{Answered, Evidence};
use crate::measure::{NeedleLength, Wait};
use crate::words::{
    Area, DeviceKind, Goal, LengthClass, ProductClass, Rater, RhythmChoice, Setting, Strength,
};

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
    /// How many the device has that a plan names to who has none.
    pub usual_needles: Option<u16>,
    /// Drum diameter and width, mm, of the smallest device of which they are published; none for stamps and pens.
    pub drum_mm: Option<[f64; 2]>,
    /// What it rests on.
    pub evidence: Evidence,
}

impl Device {
    /// Punctures per cm² of one pass: the needles over the surface of the drum; `None` without a drum.
    pub(crate) fn per_pass(&self, needles: u16) -> Option<f64> {
        let [across, wide] = self.drum_mm?;
        let cm2 = std::f64::consts::PI * across * wide / 100.0;
        Some(f64::from(needles) / cm2)
    }
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
    /// From then on a check-in can show healed skin; none: once the skin counts as closed.
    pub calm_from: Option<Wait>,
    /// Days to keep free: about, and up to.
    pub keep_free_days: [u8; 2],
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[[rhythm]]` · text `rhythm-ID` with `.because`. Windows count from the session before.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rhythm {
    /// Its id.
    pub id: String,
    /// The setting it is for; the same length rests at least as long at home.
    pub setting: Setting,
    /// Up to and including this length.
    pub up_to_mm: NeedleLength,
    /// Which choice it is, where rows of one length are a choice; the first of them is what holds unless one is made.
    pub choice: Option<RhythmChoice>,
    /// Not offered: a variant says so of a row that it does not want.
    #[serde(default)]
    pub withdrawn: bool,
    /// Products that are never possible in it, since the next session comes first; its text says so.
    #[serde(default)]
    pub not_with: Vec<ProductClass>,
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
    /// An answer that shows that it does not concern this person.
    pub unless: Option<Answered>,
    /// An answer that shows that it was kept to so far, so that no first session has to wait for it.
    pub so_far: Option<Answered>,
    /// It is worth doing also in less time than that, so that no first session has to wait for it.
    #[serde(default)]
    pub can_start_late: bool,
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
    /// The questions that must all be answered with a plain "no" before anybody uses it.
    #[serde(default = "allergy")]
    pub asks: Vec<String>,
    /// What it rests on.
    pub evidence: Evidence,
}

fn allergy() -> Vec<String> {
    vec!["anaesthetic_allergy".to_owned()]
}

/// `[[technique]]` · text `technique-ID`, how hard, with `.end`, what shows that it is enough.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Technique {
    /// Its id.
    pub id: String,
    /// The setting it is for.
    pub setting: Setting,
    /// The length classes it is for.
    pub classes: Vec<LengthClass>,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[dose]` · text `dose` with `.derived`, what it rests on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Dose {
    /// Its id, `dose`.
    pub id: String,
    /// More punctures per cm² than this in one session are too many.
    pub density_cap_per_cm2: f64,
    /// How long skin rests at least after more than that.
    pub over_cap_rest: Wait,
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
    /// The fewest and the most sessions for which a thing is sold, if that is counted; its text's `.uses` says it.
    pub uses: Option<[u8; 2]>,
    /// What it rests on.
    pub evidence: Evidence,
}

/// `[[scale]]` · text `scale-ID` with `.use`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Scale {
    /// Its id.
    pub id: String,
    /// The goals it fits.
    pub goals: Vec<Goal>,
    /// Its lowest and highest score; scores between them are whole numbers.
    pub range: [f64; 2],
    /// The smallest change that counts: a smaller one is noise. None if nobody measured it.
    pub noise: Option<f64>,
    /// Whom it was made for; none counts as somebody trained, since a scale in other hands may say something else.
    pub rater: Option<Rater>,
    /// Whether each score is itself a comparison with the beginning, so that two of them are never subtracted.
    #[serde(default)]
    pub relative: bool,
    /// What it rests on.
    pub evidence: Evidence,
}
