//! Redness of a region in two photos: by how much it changed beyond what light did.
//!
//! `ΔEI = median over the cells of (EI after − EI before) − what light did there`, log10 of red over green; `Δa*` the same
//! in CIELAB after undoing light. The area of redness is the share of cells whose EI is above a threshold that the first
//! photo sets: the middle of the reference plus twice its spread.

use super::Cell;
use crate::colour::{Light as Colours, blueness, erythema, ita, lab, melanin};
use crate::light::Light;
use crate::solve::{median, spread};

/// How blue against green moves with red against green when blood in the skin changes: haemoglobin takes nearly as much
/// blue as green.
const BLOOD: f64 = 0.1;

/// What is measured of colour in one region between two photos.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Redness {
    /// Change of the erythema index against the reference; more than 0 is redder.
    pub delta_ei: f64,
    /// Change of a* against the reference.
    pub delta_a: f64,
    /// Change of the individual typology angle, degrees; it moves with redness and means nothing by itself.
    pub delta_ita: f64,
    /// Change of the melanin index against the reference; it moves with shade and means nothing by itself.
    pub delta_mi: f64,
    /// The share of the region that is red, before and after; 0 to 1.
    pub red_area: (f64, f64),
    /// How much of `delta_ei` a change of sheen would explain, since gloss adds the same light to all colours.
    pub sheen: f64,
}

/// Measures. `None` if nothing of the region can be used.
pub fn redness(
    region: &[(Cell, Cell)],
    reference: &[(Cell, Cell)],
    light: &Light,
) -> Option<Redness> {
    let undone: Vec<(Colours, Colours)> =
        region.iter().map(|(before, after)| (before.light, undo(after, light))).collect();
    let middle = |part: &dyn Fn(Colours) -> f64| {
        let mut changes: Vec<f64> =
            undone.iter().map(|(before, after)| part(*after) - part(*before)).collect();
        median(&mut changes)
    };
    let delta_ei = middle(&erythema)?;
    Some(Redness {
        delta_ei,
        delta_a: middle(&|light| lab(light).a)?,
        delta_ita: middle(&ita)?,
        delta_mi: middle(&melanin)?,
        red_area: red_area(&undone, reference)?,
        sheen: sheen(&undone, delta_ei, middle(&blueness)?)?,
    })
}

/// The light of a cell of the second photo as the first would have shown it.
fn undo(after: &Cell, light: &Light) -> Colours {
    let change = light.at(after.at);
    let mut undone = after.light;
    undone.iter_mut().zip(change).for_each(|(value, change)| *value /= 10_f64.powf(change));
    undone
}

fn red_area(undone: &[(Colours, Colours)], reference: &[(Cell, Cell)]) -> Option<(f64, f64)> {
    let mut calm: Vec<f64> = reference.iter().map(|(before, _)| erythema(before.light)).collect();
    let middle = median(&mut calm)?;
    let threshold = middle + 2.0 * spread(&calm, middle);
    let share = |part: &dyn Fn(&(Colours, Colours)) -> Colours| {
        let red = undone.iter().filter(|pair| erythema(part(pair)) > threshold).count();
        red as f64 / undone.len().max(1) as f64
    };
    Some((share(&|pair| pair.0), share(&|pair| pair.1)))
}

/// Blood changes green and blue against red by nearly the same; a white sheen changes blue against green as well, since
/// there is least blue in skin. So of a sheen `δ` and blood `h`: `ΔEI = h + δ·e` and `Δ(B/G) = BLOOD·h + δ·s`, two equations
/// for two unknowns; `δ·e` is what sheen would explain. Tanning and make-up look alike, and count as doubt just as well.
fn sheen(undone: &[(Colours, Colours)], delta_ei: f64, delta_bg: f64) -> Option<f64> {
    let middle = |part: fn(&Colours) -> f64| {
        let mut values: Vec<f64> = undone.iter().map(|(before, _)| part(before)).collect();
        median(&mut values)
    };
    let (red, green) = (middle(|[red, _, _]| *red)?, middle(|[_, green, _]| *green)?);
    let blue = middle(|[_, _, blue]| *blue)?;
    let e = 1.0 / red.max(1e-4) - 1.0 / green.max(1e-4);
    let s = 1.0 / blue.max(1e-4) - 1.0 / green.max(1e-4);
    let shared = s - BLOOD * e;
    if shared.abs() < 0.2 {
        // The skin is nearly grey in this light: sheen can't be told from blood.
        return Some(delta_ei);
    }
    Some((delta_bg - BLOOD * delta_ei) / shared * e)
}
