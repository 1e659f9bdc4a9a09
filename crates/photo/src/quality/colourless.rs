//! Whether a photo has colours at all. Redness is a colour against another: in a grey photo it is not there, and in one that
//! was toned (sepia, one tint over all) every place has the redness of the tint, so that nothing ever changes.
//!
//! Looked at are small squares all over the picture, whose means noise and the steps of JPEG hardly touch. A toned picture is
//! told by this: how much colour a square has follows from how bright it is, and from nothing else. Skin of one colour in
//! shade and light comes near to that, so only a picture that does so to a part of a step of 255 is called toned.

use image::RgbImage;

use crate::picture::Picture;
use crate::solve::median;

/// Squares across and down.
const SQUARES: u32 = 48;
/// A square whose colours are no further apart than this has none, of 255.
const GREY: f64 = 3.0;
/// The share of grey squares from which a photo is grey: a frame or a date may be printed on it.
const MOSTLY: f64 = 0.98;
/// How far squares of a toned picture lie from what their brightness says, on average, of 255, at most.
const TONED: f64 = 0.35;
/// How much colour follows from brightness in a toned picture, on average, of 255, at least.
const FOLLOWS: f64 = 1.2;
/// Steps of brightness within which colours are held against each other, of 255.
const STEP: f64 = 6.0;

/// Whether a photo has more than one colour in it.
pub fn has_colour(picture: &Picture) -> bool {
    let (image, side) = picture.eighth();
    let squares: Vec<[f64; 3]> = squares(&image, side);
    let grey = squares.iter().filter(|square| span(square) <= GREY).count();
    !(squares.is_empty() || grey as f64 >= MOSTLY * squares.len() as f64 || is_toned(&squares))
}

/// The mean colours of the squares that are neither black nor burnt out.
fn squares(image: &RgbImage, side: u32) -> Vec<[f64; 3]> {
    let step = |length: u32| (length / SQUARES).max(side) as usize;
    let starts = |length: u32| (0..=length.saturating_sub(side)).step_by(step(length));
    let (width, height) = image.dimensions();
    let all = starts(height).flat_map(|y| starts(width).map(move |x| (x, y)));
    all.filter_map(|(x, y)| mean(image, side, x, y)).collect()
}

fn mean(image: &RgbImage, side: u32, left: u32, top: u32) -> Option<[f64; 3]> {
    let mut sums = [0_u32; 3];
    let mut count = 0_u32;
    for (y, x) in (0..side).flat_map(|y| (0..side).map(move |x| (y, x))) {
        let pixel = image.get_pixel_checked(left + x, top + y)?.0;
        sums.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += u32::from(value));
        count += 1;
    }
    let means = sums.map(|sum| f64::from(sum) / f64::from(count));
    means.iter().all(|mean| (4.0..250.0).contains(mean)).then_some(means)
}

fn span([red, green, blue]: &[f64; 3]) -> f64 {
    red.max(*green).max(*blue) - red.min(*green).min(*blue)
}

/// Whether both differences of colour follow from brightness.
fn is_toned(squares: &[[f64; 3]]) -> bool {
    let red = follows(squares, |[red, green, _]| red - green);
    let blue = follows(squares, |[_, green, blue]| blue - green);
    let (off, follows) = (red.0.max(blue.0), red.1.max(blue.1));
    off <= TONED && follows >= FOLLOWS
}

/// How far a difference of colour lies from a straight line over the brightness of its neighbours, and how far that line
/// leads from the middle of all; means, of 255.
fn follows(squares: &[[f64; 3]], of: impl Fn(&[f64; 3]) -> f64) -> (f64, f64) {
    let bright = |[red, green, blue]: &[f64; 3]| 0.299 * red + 0.587 * green + 0.114 * blue;
    let mut told: Vec<(f64, f64)> = squares.iter().map(|own| (bright(own), of(own))).collect();
    told.sort_by(|one, other| one.0.total_cmp(&other.0));
    let Some(middle) = median(&mut told.iter().map(|(_, own)| *own).collect::<Vec<_>>()) else {
        return (0.0, 0.0);
    };
    let (mut off, mut led) = (0.0, 0.0);
    for part in told.chunk_by(|one, other| (one.0 / STEP).floor() == (other.0 / STEP).floor()) {
        let (slope, height) = line(part);
        for (bright, own) in part {
            let said = height + slope * bright;
            off += (own - said).abs();
            led += (said - middle).abs();
        }
    }
    let count = told.len().max(1) as f64;
    (off / count, led / count)
}

/// The straight line through places: its slope, and its height at 0.
fn line(places: &[(f64, f64)]) -> (f64, f64) {
    let count = places.len().max(1) as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| places.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|place| place.0), mean(|place| place.1));
    let across: f64 = places.iter().map(|place| (place.0 - x).powi(2)).sum();
    let both: f64 = places.iter().map(|place| (place.0 - x) * (place.1 - y)).sum();
    let slope = if across > 1e-9 { both / across } else { 0.0 };
    (slope, y - slope * x)
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    /// Skin in light and shade, whose hue differs a little from place to place; seen through `filter`.
    fn skin(filter: impl Fn([f64; 3]) -> [f64; 3]) -> Picture {
        pixels(filter).into()
    }

    fn pixels(filter: impl Fn([f64; 3]) -> [f64; 3]) -> RgbImage {
        RgbImage::from_fn(240, 240, |x, y| {
            let light = 0.5 + 0.4 * (f64::from(x) / 40.0).sin() * (f64::from(y) / 55.0).cos();
            let hue = 5.0 * (f64::from(x * 7 + y * 3) / 61.0).sin();
            let seen = filter([(210.0 + hue) * light, 150.0 * light, (125.0 - hue) * light]);
            Rgb(seen.map(|value| value.round().clamp(0.0, 255.0) as u8))
        })
    }

    fn grey([red, green, blue]: [f64; 3]) -> f64 {
        0.299 * red + 0.587 * green + 0.114 * blue
    }

    #[test]
    fn grey_and_toned_photos_have_no_colour_and_skin_has() {
        assert!(has_colour(&skin(|seen| seen)));
        type Filter = fn(f64) -> [f64; 3];
        let filters: [(&str, Filter); 4] = [
            ("grey", |light| [light; 3]),
            ("sepia", |light| [1.2 * light, light, 0.8 * light]),
            ("one tint from black to white", |light| {
                [light, 0.8 * light + 20.0, 0.6 * light + 60.0]
            }),
            ("bent", |light| [light, light * light / 255.0, (255.0 * light).sqrt()]),
        ];
        for (name, filter) in filters {
            assert!(!has_colour(&skin(|seen| filter(grey(seen)))), "{name}");
        }
    }

    #[test]
    fn skin_of_one_colour_is_not_called_toned_where_its_colour_stays_in_the_shade() {
        let even = skin(|seen| [grey(seen) + 46.0, grey(seen), grey(seen) - 24.0]);
        assert!(has_colour(&even));
    }

    #[test]
    fn a_coloured_date_on_a_grey_photo_gives_it_no_colour() {
        let mut photo = pixels(|seen| [grey(seen); 3]);
        for (x, y) in (0..20).flat_map(|x| (0..10).map(move |y| (x, y))) {
            photo.put_pixel(200 + x, 220 + y, Rgb([230, 140, 20]));
        }
        assert!(!has_colour(&photo.into()));
    }
}
