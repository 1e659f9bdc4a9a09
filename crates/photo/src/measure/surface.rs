//! Surface contrast: how strongly light and shade alternate on the skin in this light, at the size of coarse pores and
//! small scars. It is no depth: another direction of light or another focus moves it more than skin does.
//!
//! The band is what a blur of 2 pixels leaves and a blur of 4 takes away (difference of Gaussians) of log10 brightness, on
//! a copy whose pixel is 1/160 of the rectangle's longer side; the measure is its root mean square. Sharpness is the same
//! for a band that is half as wide. Before contrast is compared, the sharper photo is blurred until both have the same
//! sharpness on the reference.

use crate::colour::linear;
use crate::picture::Part;
use crate::plane::Plane;
use crate::regions::Rect;
use crate::register::Homography;

/// Pixels along the longer side of the copy.
const SIDE: f64 = 160.0;

/// A rectangle of skin as log10 brightness.
#[derive(Clone, Debug)]
pub struct Texture(Plane);

/// The texture of `rect` (pixels of the first photo) as seen in `image`.
pub fn texture(image: &Part<'_>, movement: &Homography, rect: &Rect) -> Texture {
    let step = (rect.width.max(rect.height) / SIDE).max(1.0);
    let size = |length: f64| ((length / step).floor() as usize).max(1);
    let mut plane = Plane::new(size(rect.width), size(rect.height));
    let width = plane.width;
    for (place, value) in plane.data.iter_mut().enumerate() {
        let (x, y) = ((place % width) as f64, (place / width) as f64);
        let pixel = Rect { x: rect.x + x * step, y: rect.y + y * step, width: step, height: step };
        *value = brightness(image, movement, &pixel);
    }
    Texture(plane)
}

/// log10 of the mean linear green light over a pixel of the copy.
fn brightness(image: &Part<'_>, movement: &Homography, pixel: &Rect) -> f32 {
    let count = (pixel.width.round() as usize).clamp(1, 4);
    let light = |at: (f64, f64)| {
        let (x, y) = movement.of(at);
        let pixel = image.at(x.max(0.0) as u32, y.max(0.0) as u32);
        let green = pixel.map_or(0, |pixel| pixel[1]);
        linear().get(usize::from(green)).copied().unwrap_or(0.0)
    };
    let sum: f32 = pixel.grid(count).map(light).sum();
    (sum / (count * count) as f32).max(1e-4).log10()
}

impl Texture {
    /// How strong the finest band is; the measure of sharpness.
    pub fn sharpness(&self) -> f64 {
        self.band(0.0, 1.5)
    }

    fn contrast(&self) -> f64 {
        self.band(2.0, 4.0)
    }

    /// Root mean square of what one blur leaves and another takes away.
    fn band(&self, fine: f32, coarse: f32) -> f64 {
        let (fine, coarse) = (self.0.blurred(fine), self.0.blurred(coarse));
        let pairs = fine.data.iter().zip(&coarse.data);
        let squares: f64 = pairs.map(|(a, b)| f64::from(a - b).powi(2)).sum();
        (squares / self.0.data.len().max(1) as f64).sqrt().max(1e-6)
    }

    fn blurred(&self, sigma: f32) -> Self {
        Self(self.0.blurred(sigma))
    }
}

/// The change of surface contrast as a natural logarithm of its ratio, against the reference's, after sharpness was made
/// the same. `None` if sharpness can't be matched.
pub fn surface(region: (&Texture, &Texture), reference: (&Texture, &Texture)) -> Option<f64> {
    let sharper_after = reference.1.sharpness() > reference.0.sharpness();
    let goal = reference.0.sharpness().min(reference.1.sharpness());
    let sharp = if sharper_after { reference.1 } else { reference.0 };
    let sigma = [0.0, 1.4, 2.4, 3.5].into_iter().min_by(|a, b| {
        let off = |sigma: f32| (sharp.blurred(sigma).sharpness() / goal).ln().abs();
        off(*a).total_cmp(&off(*b))
    })?;
    if (sharp.blurred(sigma).sharpness() / goal).ln().abs() > 0.22 {
        return None;
    }
    let blur = |(before, after): (&Texture, &Texture)| {
        let (one, other) = if sharper_after { (0.0, sigma) } else { (sigma, 0.0) };
        (after.blurred(other).contrast() / before.blurred(one).contrast()).ln()
    };
    Some(blur(region) - blur(reference))
}
