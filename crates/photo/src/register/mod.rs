//! The same skin in two photos: which place of the second is which of the first.
//!
//! On copies of 1024 pixels: contrast evened out, features found, matched, the common movement by RANSAC ([`matching`]);
//! then refined there and on copies of 2048 pixels by small patches ([`mod@refine`]), those near the regions counting most,
//! since a face moves and no homography fits all of it. Then the same backwards: how far a place there and back misses
//! itself is the error that is said.
//!
//! Nothing is bent to fit: a flow fine enough to follow skin would follow the change that is to be measured.

mod clahe;
mod features;
mod homography;
mod matching;
mod random;
mod refine;

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::RgbImage;

pub use homography::{Homography, Point};
use refine::{Refined, refine};

use crate::picture::Picture;
use crate::plane::Plane;
use crate::regions::Rect;
use features::Feature;

/// The longest side of the copy on which features are found.
const ROUGH: u32 = 1024;
/// The longest side of the copy on which the movement is refined last.
const FINE: u32 = 2048;

/// A photo made ready to be laid over another.
#[derive(Debug)]
pub struct View {
    rough: Plane,
    fine: Plane,
    /// Pixels of the photo per pixel of the copies.
    scale: (f64, f64),
    features: Vec<Feature>,
    places: Vec<Point>,
}

/// How the second photo lies over the first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Registration {
    /// From pixels of the first photo to pixels of the second.
    pub movement: Homography,
    /// Matched features that agree with it.
    pub inliers: usize,
    /// Patches that agree with it in the end.
    pub patches: usize,
    /// How far places in the regions miss themselves there and back, root mean square, in pixels of the first photo.
    pub rms_px: f64,
    /// How far single patches lie from the movement, median, in pixels of the first photo; large if the face moved.
    pub residual_px: f64,
    /// How alike both are around the regions, −1 to 1.
    pub alike: f64,
}

impl View {
    /// Makes a photo ready.
    pub fn of(picture: &Picture) -> Self {
        let (width, height) = picture.dimensions();
        let side = f64::from(width.max(height).max(1));
        let (rough, fine) = copies(picture);
        let long = |plane: &Plane| plane.width.max(plane.height).max(1) as f64;
        let scale = (side / long(&rough), side / long(&fine));
        let fine = fine.blurred(1.0);
        let features = features::features(&clahe::clahe(&rough));
        let places = features::marks(&rough, 40);
        Self { rough: rough.blurred(1.0), fine, scale, features, places }
    }
}

/// The brightness of a photo on both copies. That of a JPEG comes small already, which is cheaper by far.
fn copies(picture: &Picture) -> (Plane, Plane) {
    let fine = match picture.brightness(FINE * 7 / 8) {
        Some(plane) => plane.fit(FINE as usize),
        None => Plane::luma(&shrunk(&picture.rgb(), FINE)),
    };
    (fine.fit(ROUGH as usize), fine)
}

fn shrunk(image: &RgbImage, side: u32) -> RgbImage {
    let (width, height) = image.dimensions();
    let long = width.max(height);
    if long <= side {
        return image.clone();
    }
    let fit =
        |length: u32| (f64::from(length) * f64::from(side) / f64::from(long)).round().max(1.0);
    let mut into = Image::new(fit(width) as u32, fit(height) as u32, PixelType::U8x3);
    let how = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Bilinear));
    let from = ImageRef::new(width, height, image.as_raw(), PixelType::U8x3);
    // It can only fail for unlike kinds of pixels.
    let done = from.is_ok_and(|from| Resizer::new().resize(&from, &mut into, &how).is_ok());
    if !done {
        return image.clone();
    }
    RgbImage::from_raw(into.width(), into.height(), into.into_vec()).unwrap_or_default()
}

/// Lays the second over the first; what few features there are is said even if it can't be done.
///
/// # Errors
/// The number of features that agreed, if they are too few to go on.
pub fn register(first: &View, second: &View, around: &[Rect]) -> Result<Registration, usize> {
    let pairs = matching::matches(&first.features, &second.features);
    let (rough, inliers) = matching::agree(&pairs).ok_or(0_usize)?;
    let count = inliers.len();
    if count < 12 {
        return Err(count);
    }
    let back = rough.inverse().ok_or(count)?;
    let full = rough.scaled(first.scale.0, second.scale.0);
    let mapped: Vec<Rect> = around.iter().map(|rect| rect.moved_by(&full)).collect();
    let (there, back) = rayon::join(
        || closer(first, second, rough, around),
        || closer(second, first, back, &mapped),
    );
    let (there, back) = there.zip(back).ok_or(count)?;
    Ok(Registration {
        movement: there.movement,
        inliers: count,
        patches: there.patches,
        rms_px: misses(&there.movement, &back.movement, around),
        residual_px: there.residual,
        alike: alike(first, second, &there.movement, around),
    })
}

/// Refines on both copies; the movement comes in pixels of the rough copy and goes out in pixels of the photos.
fn closer(first: &View, second: &View, rough: Homography, around: &[Rect]) -> Option<Refined> {
    let step = |level: &dyn Fn(&View) -> (f64, &Plane), start: Homography| {
        let ((from, one), (_, other)) = (level(first), level(second));
        let factor = first.scale.0 / from;
        let places: Vec<Point> =
            first.places.iter().map(|at| (at.0 * factor, at.1 * factor)).collect();
        let weight = |at: Point| near(around, (at.0 * from, at.1 * from));
        refine(one, other, start, &places, &weight)
    };
    let rough = step(&|view| (view.scale.0, &view.rough), rough)?.movement;
    let start = rough.scaled(first.scale.0 / first.scale.1, second.scale.0 / second.scale.1);
    let fine = step(&|view| (view.scale.1, &view.fine), start)?;
    let movement = fine.movement.scaled(first.scale.1, second.scale.1);
    Some(Refined { movement, residual: fine.residual * first.scale.1, ..fine })
}

/// How much a place counts: fully inside the regions, less with the distance from them in units of their size.
fn near(around: &[Rect], at: Point) -> f64 {
    let all = Rect::around(around);
    let far = all.distance(at) / all.diagonal().max(1.0);
    1.0 / (1.0 + 4.0 * far * far)
}

fn misses(there: &Homography, back: &Homography, around: &[Rect]) -> f64 {
    let places: Vec<Point> = around.iter().flat_map(|rect| rect.grid(9)).collect();
    let square = |at: &Point| {
        let (x, y) = back.of(there.of(*at));
        (x - at.0).powi(2) + (y - at.1).powi(2)
    };
    (places.iter().map(square).sum::<f64>() / places.len().max(1) as f64).sqrt()
}

/// The correlation of brightness around the regions, on the rough copies.
fn alike(first: &View, second: &View, movement: &Homography, around: &[Rect]) -> f64 {
    let movement = movement.scaled(1.0 / first.scale.0, 1.0 / second.scale.0);
    let all = Rect::around(around).widened(0.5);
    let mut sums = [0.0; 5];
    let mut count = 0.0;
    for at in all.grid(96) {
        let at = (at.0 / first.scale.0, at.1 / first.scale.0);
        let to = movement.of(at);
        if first.rough.holds(at.0, at.1, 1.0) && second.rough.holds(to.0, to.1, 1.0) {
            let (a, b) = (first.rough.between(at.0, at.1), second.rough.between(to.0, to.1));
            let (a, b) = (f64::from(a), f64::from(b));
            sums.iter_mut().zip([a, b, a * a, b * b, a * b]).for_each(|(sum, add)| *sum += add);
            count += 1.0;
        }
    }
    let [a, b, aa, bb, ab] = sums.map(|sum| sum / f64::max(count, 1.0));
    (ab - a * b) / ((aa - a * a) * (bb - b * b)).sqrt().max(1e-9)
}
