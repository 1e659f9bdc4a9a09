//! What a plan would say against the protocol's own rules: passes over the cap, parts of the body that nothing watches, steps
//! that would have to begin before the day asked for.

use super::Findings;
use crate::protocol::rows::{Device, Preparation, Rows, Rule, RuleWait};
use crate::verdict::VerdictKind;
use crate::words::{ProductClass, Setting, Word};

/// Steps of the last day can be done by whoever begins tomorrow.
const A_DAY: f64 = 24.0;

pub(super) fn check(rows: &Rows, found: &mut Findings<'_>) {
    passes(rows, found);
    areas(rows, found);
    rows.preparation.iter().for_each(|step| pauses(rows, step, found));
}

/// The most passes of a goal with the usual device stay under the cap on punctures.
fn passes(rows: &Rows, found: &mut Findings<'_>) {
    let Some(dose) = &rows.dose else { return };
    for density in rows.device.iter().filter_map(per_pass) {
        for goal in &rows.goal {
            let most = f64::from(goal.passes[1]) * density;
            let cap = dose.density_cap_per_cm2;
            let what =
                format!("its most passes make {most:.0} punctures per cm², over the cap of {cap}");
            let mend = "plan fewer passes, or raise the cap with a source for it";
            found.hold(most <= cap, "goal", goal.id.word(), &what, mend);
        }
    }
}

/// Of one pass with the needles that are usual.
fn per_pass(device: &Device) -> Option<f64> {
    device.per_pass(device.usual_needles.unwrap_or(device.needles[0]))
}

/// Every part of the body has a rule that holds needles to its ceiling, wherever somebody is needled.
fn areas(rows: &Rows, found: &mut Findings<'_>) {
    let refuses = |verdict: VerdictKind| verdict >= VerdictKind::AskClinician;
    let watched = rows
        .rule
        .iter()
        .any(|rule| rule.question == "needle-length" && refuses(rule.home) && refuses(rule.clinic));
    for area in &rows.area {
        let mend = "write a rule that reads needle-length and refuses, at home and in a clinic";
        let what = "no rule refuses a needle that is too long for it";
        found.hold(watched, "area", area.id.word(), what, mend);
    }
}

/// Who uses something that a step has them pause before a session is not told to go ahead: the session would come, or the step
/// would have to begin, before the day that is asked for.
fn pauses(rows: &Rows, step: &Preparation, found: &mut Findings<'_>) {
    if step.before.rough_hours() <= A_DAY {
        return;
    }
    let paused = |rule: &&Rule| step.products.iter().any(|class| reads(rows, rule, *class));
    for rule in rows.rule.iter().filter(paused) {
        let long = match &rule.wait {
            Some(RuleWait::Pause(id)) => *id == step.id,
            Some(RuleWait::For(wait)) => wait.rough_hours() >= step.before.rough_hours(),
            Some(RuleWait::Rest) | None => false,
        };
        let lets = |setting: Setting, verdict: VerdictKind| {
            let here = step.setting.is_none_or(|only| only == setting);
            here && (verdict < VerdictKind::WaitUntil || verdict == VerdictKind::WaitUntil && !long)
        };
        let what = format!("it lets a session begin before the step {} could be done", step.id);
        let mend = format!("let it wait as long: wait = \"preparation-{}\"", step.id);
        let early = lets(Setting::Home, rule.home) || lets(Setting::Clinic, rule.clinic);
        found.hold(!early, "rule", &rule.id, &what, &mend);
    }
}

/// Whether a rule reads that a product is in use.
fn reads(rows: &Rows, rule: &Rule, class: ProductClass) -> bool {
    let question = rows.question.iter().find(|question| question.id == rule.question);
    question.is_some_and(|question| question.products)
        && rule.answers.iter().any(|word| word == class.word())
}
