//! From what each photo shows to one of four answers.

use super::photo::{Measured, Seen};
use super::{Comparison, Outcome, Settings};
use crate::doubt::Doubt;
use crate::intake::Shot;
use crate::measure::{Pairs, Redness};
use crate::quality::WhyNot;
use crate::regions::Regions;
use crate::register::{Homography, Registration};

/// Concludes; `seen` are the photos but the first, of which the first `more` belong to the sitting before.
pub fn conclude(
    first: &Shot,
    seen: &[Seen],
    more: usize,
    regions: &Regions,
    settings: &Settings,
) -> Comparison {
    let registration = worst(seen);
    let mut why_not: Vec<WhyNot> = Vec::new();
    for reason in seen.iter().flat_map(|seen| &seen.why_not) {
        if !why_not.iter().any(|known| known.id() == reason.id()) {
            why_not.push(*reason);
        }
    }
    let shown = seen.get(more).and_then(|seen| seen.registration).map(|found| found.movement);
    let measured: Vec<Measured> = seen.iter().filter_map(|seen| seen.measured).collect();
    if !why_not.is_empty() || measured.len() != seen.len() {
        return Comparison { movement: shown, ..Comparison::refused(why_not, registration) };
    }
    let comparison = said(&measured, more, settings, registration);
    let tone = regions.reference.and_then(|reference| {
        let pixels = first.pixels.part(&reference);
        let itself = (&pixels, &pixels);
        let without = regions.kept_out_of(&reference);
        let pairs = Pairs::of(itself, &Homography::IDENTITY, &reference, Some(&without));
        super::tone(pairs.cells.iter().map(|(cell, _)| cell.light))
    });
    Comparison { tone, movement: shown, ..comparison }
}

/// The registration that is said: that with the largest error.
fn worst(seen: &[Seen]) -> Option<Registration> {
    let all = seen.iter().filter_map(|seen| seen.registration);
    all.max_by(|a, b| a.rms_px.total_cmp(&b.rms_px))
}

fn said(
    measured: &[Measured],
    more: usize,
    settings: &Settings,
    registration: Option<Registration>,
) -> Comparison {
    let (before, after) = measured.split_at(more.min(measured.len()));
    // The first photo is what the others are held against: its own change is 0.
    let change = |part: &dyn Fn(&Measured) -> f64| Change {
        before: std::iter::once(0.0).chain(before.iter().map(part)).collect(),
        after: after.iter().map(part).collect(),
    };
    let of_region = |part: fn(&Redness) -> f64| change(&|seen| part(&seen.region)).delta();
    let control = control(measured, &change);
    let region = doubt(&change(&|seen| seen.region.delta_ei), measured, settings);
    let region = Doubt { control: control.as_ref().map(Change::delta), ..region };
    if let Some(control) = control.filter(|control| seems_to_change(control, measured, settings)) {
        return Comparison::refused(vec![WhyNot::ControlChanged(control.delta())], registration);
    }
    let (delta, sdc) = (region.delta(), region.sdc());
    let last = after.last();
    Comparison {
        comparable: true,
        delta_ei: Some(delta),
        sdc: Some(sdc),
        delta_a: Some(of_region(|part| part.delta_a)),
        delta_ita: Some(of_region(|part| part.delta_ita)),
        delta_mi: Some(of_region(|part| part.delta_mi)),
        red_area: last.map(|seen| seen.region.red_area),
        surface: last.and_then(|seen| seen.surface),
        control: region.control,
        noise: region.noise(),
        result: outcome(delta, sdc),
        ..Comparison::refused(Vec::new(), registration)
    }
}

/// The change of the control skin, if every photo shows it.
fn control(
    measured: &[Measured],
    change: &impl Fn(&dyn Fn(&Measured) -> f64) -> Change,
) -> Option<Change> {
    let every = !measured.is_empty() && measured.iter().all(|seen| seen.control.is_some());
    every.then(|| change(&|seen| seen.control.map_or(0.0, |control| control.delta_ei)))
}

/// Whether skin that nobody treated changed beyond its noise; the region's sheen is no excuse for it.
fn seems_to_change(control: &Change, measured: &[Measured], settings: &Settings) -> bool {
    let doubt = Doubt { sheen: 0.0, ..doubt(control, measured, settings) };
    control.delta().abs() > doubt.sdc()
}

fn outcome(delta: f64, sdc: f64) -> Outcome {
    if delta > sdc {
        Outcome::Increase
    } else if delta < -sdc {
        Outcome::Decrease
    } else {
        Outcome::NoChange
    }
}

/// Each photo's change against the first, by sitting.
struct Change {
    before: Vec<f64>,
    after: Vec<f64>,
}

impl Change {
    fn delta(&self) -> f64 {
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
        mean(&self.after) - mean(&self.before)
    }
}

fn doubt(change: &Change, measured: &[Measured], settings: &Settings) -> Doubt {
    let most = |part: fn(&Measured) -> f64| {
        measured.iter().map(|seen| part(seen).abs()).fold(0.0, f64::max)
    };
    Doubt {
        before: change.before.clone(),
        after: change.after.clone(),
        jitter: most(|seen| seen.jitter),
        colour: most(|seen| seen.colour),
        sheen: most(|seen| seen.region.sheen),
        control: None,
        sessions: settings.sessions.clone(),
    }
}
