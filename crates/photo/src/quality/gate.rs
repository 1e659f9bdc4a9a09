//! The limits: what is still comparable.

use super::WhyNot;
use super::colourless::has_colour;
use crate::colour::{erythema, linear};
use crate::intake::{Camera, Colour, Shot};
use crate::light::LEAST_CELLS;
use crate::measure::{BRIGHT, Cell, Pairs, Texture};
use crate::regions::{Rect, Regions};
use crate::register::{Homography, Registration};
use crate::solve::median;

/// The least side of a rectangle, in pixels.
const LEAST_SIDE: f64 = 24.0;
/// The most of the region that may be clipped.
pub const MOST_CLIPPED: f64 = 0.01;
/// The most of the reference that may be clipped: beside a crease or a glint its other cells still say what light did.
pub const MOST_CLIPPED_REFERENCE: f64 = 0.1;
/// The most of the control that may be clipped: what is left of it can still seem to change, but it has to be most of it.
pub const MOST_CLIPPED_CONTROL: f64 = 0.5;
/// The most of a photo by itself that may be too bright; where the skin is in it, nobody has said yet.
pub const MOST_CLIPPED_PHOTO: f64 = 0.25;
/// How much nearer or farther.
const SCALE: std::ops::RangeInclusive<f64> = 0.85..=1.18;
/// How far turned, in degrees.
const TURN: f64 = 15.0;
/// By how much a turned face may stretch one side against the other, as area.
const TILT: f64 = 1.25;
/// The fewest features that agree.
const INLIERS: usize = 60;
/// How far places may miss themselves there and back, as a share of the photo's longer side.
const MISS: f64 = 0.0015;
/// The least correlation of brightness around the regions.
const ALIKE: f64 = 0.8;
/// How much sharper one may be, as a ratio of fine contrast on untreated skin.
const BLUR: f64 = 2.0;

/// What can be said of the first photo and the rectangles on it.
pub fn check_frame(first: &Shot, regions: &Regions) -> Vec<WhyNot> {
    let mut why_not = Vec::new();
    let (width, height) = first.pixels.dimensions();
    let all = regions.all();
    if regions.reference.is_none() {
        why_not.push(WhyNot::NoReference);
    }
    if !all.iter().all(|rect| rect.inside(width, height)) {
        why_not.push(WhyNot::RegionOutside);
    } else if all.iter().any(|rect| rect.width.min(rect.height) < LEAST_SIDE) {
        why_not.push(WhyNot::RegionSmall);
    } else {
        why_not.extend(check_first(first, regions));
    }
    why_not
}

/// Whether the first photo itself is too bright or too dark in the rectangles, or the region covers the reference: then no
/// other photo can help.
fn check_first(first: &Shot, regions: &Regions) -> Vec<WhyNot> {
    let pixels = first.pixels.part(&Rect::around(&regions.all()));
    let seen = |rect: &Rect, without: Option<&Rect>| {
        let itself = (&pixels, &pixels);
        Pairs::of(itself, &Homography::IDENTITY, rect, without)
    };
    let beside = |rect: Rect| seen(&rect, Some(&regions.kept_out_of(&rect)));
    let region = seen(&regions.region, None).clipped;
    let region = (region > MOST_CLIPPED).then_some(WhyNot::ClippedFirst(region));
    let reference = regions.reference.map(beside).and_then(|seen| {
        let clipped = WhyNot::ClippedFirstReference(seen.clipped);
        unusable(&seen, MOST_CLIPPED_REFERENCE, clipped, WhyNot::ReferenceCovered)
    });
    let control = regions.control.map(beside).and_then(|seen| {
        let clipped = WhyNot::ClippedControl(seen.clipped);
        unusable(&seen, MOST_CLIPPED_CONTROL, clipped, WhyNot::ControlCovered)
    });
    [region, reference, control].into_iter().flatten().collect()
}

/// Why untreated skin can't be used, if too much of it is clipped or too little of it lies beside the region.
fn unusable(seen: &Pairs, most: f64, clipped: WhyNot, covered: WhyNot) -> Option<WhyNot> {
    if seen.clipped > most {
        Some(clipped)
    } else {
        (seen.cells.len() < LEAST_CELLS).then_some(covered)
    }
}

/// Too much of the region, of the reference or of the control is too bright or too dark, in one of two photos.
pub fn check_clipped(region: f64, reference: f64, control: f64) -> Vec<WhyNot> {
    let over = |share: f64, most: f64, why: fn(f64) -> WhyNot| (share > most).then(|| why(share));
    [
        over(region, MOST_CLIPPED, WhyNot::Clipped),
        over(reference, MOST_CLIPPED_REFERENCE, WhyNot::ClippedReference),
        over(control, MOST_CLIPPED_CONTROL, WhyNot::ClippedControl),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How far the colour of light may differ, log10 of red against green: cold daylight from warm differs by less, as cameras
/// even out most of it.
const TINT: f64 = 0.15;
/// Light whose colours are this alike has none, log10.
const GREY: f64 = 0.004;

/// Whether colour was taken away from a piece of skin in one of two photos, and left elsewhere.
pub fn check_grey(cells: &[(Cell, Cell)]) -> Option<WhyNot> {
    let grey = |cell: &Cell| {
        let [red, green, blue] = cell.logs();
        (red - green).abs() < GREY && (blue - green).abs() < GREY
    };
    let all = |of: fn(&(Cell, Cell)) -> &Cell| cells.iter().map(of).all(grey);
    let either = all(|(before, _)| before) || all(|(_, after)| after);
    (!cells.is_empty() && either).then_some(WhyNot::NoColour)
}

/// Whether skin that was not treated changed its colour further than light does.
pub fn check_filter(reference: &[(Cell, Cell)]) -> Option<WhyNot> {
    let redder = |(before, after): &(Cell, Cell)| erythema(after.light) - erythema(before.light);
    let tint = median(&mut reference.iter().map(redder).collect::<Vec<_>>())?;
    (tint.abs() > TINT).then_some(WhyNot::Filter(tint))
}

/// What two photos say of themselves: profile, camera, flash; and whether they have colours.
pub fn check_pair(first: &Shot, other: &Shot) -> Vec<WhyNot> {
    let mut why_not = Vec::new();
    if first.colour == Colour::Kept || other.colour == Colour::Kept {
        why_not.push(WhyNot::Profile);
    }
    if !(has_colour(&first.pixels) && has_colour(&other.pixels)) {
        why_not.push(WhyNot::NoColour);
    }
    if let (Some(one), Some(two)) = (&first.camera, &other.camera) {
        why_not.extend(check_camera(one, two));
    }
    why_not
}

fn check_camera(one: &Camera, other: &Camera) -> Vec<WhyNot> {
    let differs = |one: &Option<String>, other: &Option<String>| {
        one.as_ref().zip(other.as_ref()).is_some_and(|(one, other)| one != other)
    };
    let lens = one
        .focal_mm
        .zip(other.focal_mm)
        .is_some_and(|(one, other)| (one / other).ln().abs() > 0.05);
    let mut why_not = Vec::new();
    if differs(&one.model, &other.model) || lens {
        why_not.push(WhyNot::Camera);
    }
    if one.flash.zip(other.flash).is_some_and(|(one, other)| one != other) {
        why_not.push(WhyNot::Flash);
    }
    why_not
}

/// What the movement says: nearer, turned, tilted, another view, cut off.
pub fn check_movement(
    first: (u32, u32),
    other: (u32, u32),
    found: &Registration,
    regions: &Regions,
) -> Vec<WhyNot> {
    let mut why_not = Vec::new();
    let [[ux, uy], [vx, vy]] = found.movement.jacobian(Rect::around(&regions.all()).middle());
    let scale = (ux * vy - uy * vx).abs().sqrt() * relative_size(first, other);
    let turn = (vx - uy).atan2(ux + vy).to_degrees();
    let tilt = tilt(&found.movement, regions);
    if found.inliers < INLIERS {
        why_not.push(WhyNot::FewInliers(found.inliers));
    }
    if !SCALE.contains(&scale) {
        why_not.push(WhyNot::Scale(scale));
    }
    if turn.abs() > TURN {
        why_not.push(WhyNot::Rotation(turn));
    }
    if tilt > TILT {
        why_not.push(WhyNot::Tilt(tilt));
    }
    let side = f64::from(first.0.max(first.1));
    // NaN counts as missed.
    if !(found.rms_px <= MISS * side && found.alike >= ALIKE) {
        why_not.push(WhyNot::Misaligned(found.rms_px));
    }
    let (width, height) = other;
    if !regions.all().iter().all(|rect| rect.moved_by(&found.movement).inside(width, height)) {
        why_not.push(WhyNot::CutOff);
    }
    why_not
}

/// A photo saved at half the size is not one taken from twice as far.
fn relative_size(first: (u32, u32), other: (u32, u32)) -> f64 {
    let side = |(width, height): (u32, u32)| f64::from(width.max(height).max(1));
    side(first) / side(other)
}

/// By how much the movement stretches one corner of the regions more than another, as area.
fn tilt(movement: &Homography, regions: &Regions) -> f64 {
    let area = |at| {
        let [[ux, uy], [vx, vy]] = movement.jacobian(at);
        (ux * vy - uy * vx).abs()
    };
    let areas = Rect::around(&regions.all()).corners().map(area);
    let most = areas.iter().copied().fold(0.0, f64::max);
    most / areas.iter().copied().fold(f64::INFINITY, f64::min).max(1e-9)
}

/// Too little light in the middle of a rectangle's cells (linear green).
pub fn check_light(green: f64) -> Option<WhyNot> {
    let least = f64::from(linear().get(24).copied().unwrap_or(0.0));
    (green < least).then_some(WhyNot::TooDark)
}

/// One much sharper than the other, on untreated skin.
pub fn check_blur(before: &Texture, after: &Texture) -> Option<WhyNot> {
    let ratio = after.sharpness() / before.sharpness();
    (!(1.0 / BLUR..=BLUR).contains(&ratio)).then_some(WhyNot::Blur(ratio))
}

/// What a single photo lacks, before anything is compared: `photo check`.
pub fn check_alone(shot: &Shot) -> Vec<WhyNot> {
    let mut why_not = Vec::new();
    if shot.colour == Colour::Kept {
        why_not.push(WhyNot::Profile);
    }
    if !has_colour(&shot.pixels) {
        why_not.push(WhyNot::NoColour);
    }
    let (mut bright, mut dark, mut count) = (0_u32, 0_u32, 0_u32);
    for pixel in shot.pixels.rgb().pixels().step_by(37) {
        let [red, green, blue] = pixel.0;
        bright += u32::from(red.max(green).max(blue) >= BRIGHT);
        dark += u32::from(red.max(green) < 24);
        count += 1;
    }
    let share = |part: u32| f64::from(part) / f64::from(count.max(1));
    if share(bright) > MOST_CLIPPED_PHOTO {
        why_not.push(WhyNot::ClippedPhoto(share(bright)));
    }
    if share(dark) > 0.6 {
        why_not.push(WhyNot::TooDark);
    }
    why_not
}
