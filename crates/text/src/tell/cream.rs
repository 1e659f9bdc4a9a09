//! The anaesthetic cream: how it is used, or why it is not.

use care::programme::{CreamNeed, Excluded, NotNeeded};
use words::Worded;

/// What there is to say of it, in sentences: why it is not used, or how much of which, in parts where it is too much, who
/// must not, and what can come late.
pub fn sentences(protocol: &Worded, need: &CreamNeed) -> Vec<String> {
    match need {
        CreamNeed::NotNeeded(NotNeeded::ShortNeedles) => one(protocol, "cream.not-needed"),
        CreamNeed::NotNeeded(NotNeeded::NotSensitive) => one(protocol, "cream-not-sensitive"),
        CreamNeed::NotNeeded(NotNeeded::NoArea) => one(protocol, "cream-no-area"),
        CreamNeed::Excluded(Excluded::Allergy) => one(protocol, "cream-allergy"),
        CreamNeed::Excluded(Excluded::AllergyUnknown) => one(protocol, "cream-allergy-unknown"),
        CreamNeed::Excluded(Excluded::Risk) => one(protocol, "cream.risk"),
        CreamNeed::Use { total_grams, minutes, over_maximum, .. } => {
            used(protocol, *total_grams, minutes.0, *over_maximum)
        }
    }
}

fn one(protocol: &Worded, key: &str) -> Vec<String> {
    vec![protocol.texts().text(key)]
}

fn used(protocol: &Worded, grams: u16, minutes: u16, over_maximum: bool) -> Vec<String> {
    let texts = protocol.texts();
    let maximum = protocol.cream().maximum_grams;
    let how = [("grams", grams.into()), ("minutes", minutes.into()), ("maximum", maximum.into())];
    let parts = || texts.with("cream.parts", &[("maximum", maximum.into())]);
    let mut said = vec![texts.with("cream.how", &how)];
    said.extend(over_maximum.then(parts));
    said.extend(["cream.exclusions", "cream.late"].map(|key| texts.text(key)));
    said
}
