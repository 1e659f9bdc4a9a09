//! A piece of a photo as the first photo would show it, so that eyes look at the same skin in the same place.
//!
//! Only moved, never made brighter or redder: what is shown is what was taken.

use image::{Rgb, RgbImage};

use crate::regions::Rect;
use crate::register::Homography;

/// What stands where the photo has nothing.
const NOTHING: Rgb<u8> = Rgb([128, 128, 128]);
/// The most pixels down.
const LONGEST: f64 = 2000.0;

/// The place of the first photo, `across` pixels wide, out of a photo that lies over the first by `movement`, with thin white
/// lines around these rectangles.
#[must_use]
pub fn cut(
    pixels: &RgbImage,
    movement: &Homography,
    place: &Rect,
    across: u32,
    drawn: &[Rect],
) -> RgbImage {
    let step = place.width / f64::from(across.max(1));
    let down = (place.height / step.max(1e-9)).clamp(1.0, LONGEST);
    RgbImage::from_fn(across, down as u32, |x, y| {
        let at = (place.x + (f64::from(x) + 0.5) * step, place.y + (f64::from(y) + 0.5) * step);
        if drawn.iter().any(|rect| on_edge(rect, at, 1.2 * step)) {
            return Rgb([255, 255, 255]);
        }
        mean(pixels, movement, at, step)
    })
}

/// The mean of a few places within one pixel of the piece, so that a large photo made small does not sparkle.
fn mean(pixels: &RgbImage, movement: &Homography, (x, y): (f64, f64), step: f64) -> Rgb<u8> {
    const OFF: [f64; 3] = [-0.33, 0.0, 0.33];
    let (mut sum, mut count) = ([0_u32; 3], 0_u32);
    for (right, down) in OFF.iter().flat_map(|right| OFF.map(|down| (right * step, down * step))) {
        let (u, v) = movement.of((x + right, y + down));
        if u < 0.0 || v < 0.0 {
            continue;
        }
        if let Some(pixel) = pixels.get_pixel_checked(u as u32, v as u32) {
            sum.iter_mut().zip(pixel.0).for_each(|(sum, value)| *sum += u32::from(value));
            count += 1;
        }
    }
    if count == 0 { NOTHING } else { Rgb(sum.map(|sum| (sum / count) as u8)) }
}

fn on_edge(rect: &Rect, (x, y): (f64, f64), within: f64) -> bool {
    let (right, low) = (rect.x + rect.width, rect.y + rect.height);
    let near = |value: f64, line: f64| (value - line).abs() < within;
    let across = x > rect.x - within && x < right + within;
    let down = y > rect.y - within && y < low + within;
    (down && (near(x, rect.x) || near(x, right))) || (across && (near(y, rect.y) || near(y, low)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_place_is_shown_from_a_photo_that_was_moved() {
        let spot = |left: u32| {
            RgbImage::from_fn(60, 60, |x, y| {
                let on = (left..left + 10).contains(&x) && (20..30).contains(&y);
                Rgb(if on { [200, 40, 40] } else { [90, 90, 90] })
            })
        };
        let place = Rect { x: 15.0, y: 15.0, width: 20.0, height: 20.0 };
        let here = cut(&spot(20), &Homography::IDENTITY, &place, 20, &[]);
        let moved = cut(&spot(33), &Homography::IDENTITY.moved(13.0, 0.0), &place, 20, &[]);
        assert_eq!(here, moved);
        assert_eq!(here.get_pixel(10, 10).0, [200, 40, 40]);
    }

    #[test]
    fn what_is_beyond_the_photo_is_grey_and_lines_are_white() {
        let photo = RgbImage::from_pixel(10, 10, Rgb([1, 2, 3]));
        let place = Rect { x: 5.0, y: 0.0, width: 10.0, height: 10.0 };
        let rect = Rect { x: 6.0, y: 2.0, width: 3.0, height: 6.0 };
        let shown = cut(&photo, &Homography::IDENTITY, &place, 100, &[rect]);
        assert_eq!(*shown.get_pixel(90, 50), NOTHING);
        assert_eq!(shown.get_pixel(10, 50).0, [255, 255, 255]);
        assert_eq!(shown.get_pixel(20, 50).0, [1, 2, 3]);
        assert_eq!(shown.dimensions(), (100, 100));
    }
}
