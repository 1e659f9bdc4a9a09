//! What a plan would say against the protocol's own rules: passes over the cap, parts of the body that nothing watches.

use std::f64::consts::PI;

use super::Findings;
use crate::protocol::rows::{Device, Rows};
use crate::verdict::VerdictKind;
use crate::words::Word;

/// The needles of the usual drum, with which `dose.derived` counts.
const USUAL_NEEDLES: f64 = 192.0;

pub(super) fn check(rows: &Rows, found: &mut Findings<'_>) {
    passes(rows, found);
    areas(rows, found);
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

/// Punctures per cm² of one pass: the needles over the surface of the drum.
fn per_pass(device: &Device) -> Option<f64> {
    let [across, wide] = device.drum_mm?;
    let [fewest, most] = device.needles.map(f64::from);
    Some(USUAL_NEEDLES.clamp(fewest, most.max(fewest)) / (PI * across * wide / 100.0))
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
