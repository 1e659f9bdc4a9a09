//! A real photograph, made large, as the skin that is taken again and again: from elsewhere, in other light, by another
//! camera program, redder or not, so that what should be found is known.

use std::path::PathBuf;

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use photo::colour::linear;
use photo::drawing::{View, draw};
use photo::register::Homography;
use photo::{Rect, Regions};

use super::dice::Dice;

/// Skin to be photographed.
pub struct Scene {
    pub name: &'static str,
    width: usize,
    height: usize,
    /// Linear light.
    light: Vec<[f32; 3]>,
    /// A rough guess of how far the skin stands out, for light from the side.
    height_map: Vec<f32>,
    pub regions: Regions,
}

/// What is different in one photo. The default is nothing.
#[derive(Clone, Debug)]
pub struct Taken {
    pub from: Homography,
    /// Red, green, blue.
    pub gain: [f32; 3],
    /// Brighter to the right and down, as a share over the whole picture; the third is how much of it is coloured.
    pub slope: [f32; 3],
    /// Light from the side: strength, and from where (radians).
    pub side: (f32, f32),
    /// A white sheen: linear light added at the middle of the face; and how widely it falls off, as a share of the side.
    pub gloss: (f32, f32),
    /// Values as stored to this power.
    pub curve: f32,
    /// Contrast around the middle, as a camera program adds it; 0 is none.
    pub contrast: f32,
    /// Out of focus, standard deviation in pixels.
    pub blur: f32,
    /// Noise, linear light at white.
    pub noise: f32,
    pub quality: u8,
    pub p3: bool,
    /// Erythema added to the region, as the change of EI.
    pub redness: f32,
    /// Melanin laid over all of it, as absorbance in green, under a surface that always sends back a little.
    pub melanin: f32,
    pub seed: u64,
}

impl Default for Taken {
    fn default() -> Self {
        Self {
            from: Homography::IDENTITY,
            gain: [1.0; 3],
            slope: [0.0; 3],
            side: (0.0, 0.0),
            gloss: (0.0, 0.1),
            curve: 1.0,
            contrast: 0.0,
            blur: 0.0,
            noise: 0.004,
            quality: 92,
            p3: false,
            redness: 0.0,
            melanin: 0.0,
            seed: 1,
        }
    }
}

/// A photograph that `tests/photos/fetch` got. Where `NEEDLEWISE_PHOTOS` says `required`, it must be there.
fn file(name: &str) -> Option<RgbImage> {
    let place = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/photos").join(name);
    let image = image::open(place).ok().map(|image| image.into_rgb8());
    let required = std::env::var("NEEDLEWISE_PHOTOS").is_ok_and(|word| word == "required");
    assert!(image.is_some() || !required, "{name} is missing: run tests/photos/fetch");
    image
}

fn rect(x: f64, y: f64, width: f64, height: f64) -> Rect {
    Rect { x, y, width, height }
}

fn times(rect: Rect, by: f64) -> Rect {
    Rect { x: rect.x * by, y: rect.y * by, width: rect.width * by, height: rect.height * by }
}

impl Scene {
    /// All scenes there are, with the longer side as large as said: the drawing always, photographs if they were fetched.
    pub fn all(side: u32) -> Vec<Self> {
        let mut all = Self::photographs(side);
        all.push(Self::drawn(side));
        all
    }

    pub fn photographs(side: u32) -> Vec<Self> {
        let hopper = file("grace_hopper.jpg").map(|image| {
            let cheek = rect(196.0, 242.0, 20.0, 24.0);
            let around = rect(184.0, 232.0, 40.0, 44.0);
            let other = rect(314.0, 238.0, 22.0, 26.0);
            let chin = rect(232.0, 303.0, 60.0, 15.0);
            let ring = Self::of("Hopper, skin around", &image, side, [cheek, around, chin], 3);
            let beside = Self::of("Hopper, other cheek", &image, side, [cheek, other, chin], 4);
            [ring, beside]
        });
        let astronaut = file("astronaut.png").map(|image| {
            let face = image::imageops::crop_imm(&image, 120, 40, 220, 220).to_image();
            let cheek = rect(124.0, 79.0, 16.0, 15.0);
            let other = rect(66.0, 84.0, 22.0, 12.0);
            let chin = rect(90.0, 118.0, 25.0, 11.0);
            Self::of("Collins, other cheek", &face, side, [cheek, other, chin], 5)
        });
        hopper.into_iter().flatten().chain(astronaut).collect()
    }

    pub fn drawn(side: u32) -> Self {
        let cheek = rect(720.0, 860.0, 120.0, 120.0);
        let around = rect(660.0, 800.0, 240.0, 240.0);
        let forehead = rect(480.0, 480.0, 200.0, 90.0);
        Self::of("drawn", &draw(View::Front, 0.0, 1), side, [cheek, around, forehead], 6)
    }

    fn of(name: &'static str, image: &RgbImage, side: u32, rects: [Rect; 3], seed: u64) -> Self {
        let by = f64::from(side) / f64::from(image.width().max(image.height()));
        let size = |length: u32| (f64::from(length) * by).round() as u32;
        let filter = image::imageops::FilterType::CatmullRom;
        let large =
            image::imageops::resize(image, size(image.width()), size(image.height()), filter);
        let (width, height) = (large.width() as usize, large.height() as usize);
        let relief = relief(width, height, seed);
        let light: Vec<[f32; 3]> = large
            .pixels()
            .zip(&relief)
            .map(|(pixel, relief)| {
                pixel.0.map(|value| linear()[usize::from(value)] * (1.0 + relief))
            })
            .collect();
        let green: Vec<f32> = light.iter().map(|light| light[1]).collect();
        let height_map = blur(
            &blur(&green, width, height, side as f32 / 60.0),
            width,
            height,
            side as f32 / 60.0,
        );
        let [region, reference, control] = rects.map(|rect| times(rect, by));
        let regions = Regions { region, reference: Some(reference), control: Some(control) };
        Self { name, width, height, light, height_map, regions }
    }

    /// The longer side in pixels.
    pub fn side(&self) -> f64 {
        self.width.max(self.height) as f64
    }

    /// Takes a photo, as a file.
    pub fn photo(&self, how: &Taken) -> Vec<u8> {
        let pixels = self.take(how);
        let mut bytes = Vec::new();
        JpegEncoder::new_with_quality(&mut bytes, how.quality).encode_image(&pixels).unwrap();
        if how.p3 { super::profile::tagged_p3(&pixels, how.quality) } else { bytes }
    }

    /// Takes a photo, as sRGB pixels.
    pub fn take(&self, how: &Taken) -> RgbImage {
        let mut light = self.lit(how);
        if how.blur > 0.3 {
            light = blur_colours(&light, self.width, self.height, how.blur);
        }
        let mut dice = Dice::new(how.seed);
        let back = how.from.inverse().unwrap();
        let mut into = RgbImage::new(self.width as u32, self.height as u32);
        for (u, v, pixel) in into.enumerate_pixels_mut() {
            let at = back.of((f64::from(u) + 0.5, f64::from(v) + 0.5));
            let seen = between(&light, self.width, self.height, at);
            *pixel = Rgb(seen.map(|value| {
                let noisy = value + how.noise * value.max(0.02).sqrt() * dice.normal();
                develop(noisy, how)
            }));
        }
        into
    }

    /// The skin under its light, before the camera.
    fn lit(&self, how: &Taken) -> Vec<[f32; 3]> {
        let region = self.regions.region;
        let (side, from) = how.side;
        let (gloss, reach) = how.gloss;
        let middle = region.middle();
        let step = (self.width.max(self.height) / 150).max(1);
        let mut lit = self.light.clone();
        for (place, light) in lit.iter_mut().enumerate() {
            let (x, y) = (place % self.width, place / self.width);
            let at = (x as f64 + 0.5, y as f64 + 0.5);
            let (right, down) =
                (at.0 as f32 / self.width as f32 - 0.5, at.1 as f32 / self.height as f32 - 0.5);
            let red = how.redness * soft(&region, at);
            let even = 1.0 + how.slope[0] * right + how.slope[1] * down;
            let tint = how.slope[2] * (right + down);
            let shade = if side == 0.0 { 1.0 } else { 1.0 + side * self.steep(x, y, step, from) };
            let off = (at.0 - middle.0).hypot(at.1 - middle.1) as f32 / self.side() as f32;
            let sheen = gloss * (-(off / reach).powi(2)).exp();
            for (colour, value) in light.iter_mut().enumerate() {
                // Of blood: little red, most green, nearly as much blue. Red less green is 1.
                let taken = [0.08, 1.08, 0.98][colour] * red;
                let tinted = [1.0 + tint, 1.0, 1.0 - tint][colour];
                // Melanin takes more of blue than of red; the surface sends 1.5 percent back before either is met.
                let dark = [0.68, 1.0, 1.35][colour] * how.melanin;
                let surface = if how.melanin > 0.0 { 0.015 } else { 0.0 };
                let below = *value * 10_f32.powf(-taken - dark) + surface;
                *value = (below * even * tinted * shade.max(0.2) + sheen) * how.gain[colour];
            }
        }
        lit
    }

    /// How much the skin faces a direction, −1 to 1.
    fn steep(&self, x: usize, y: usize, step: usize, from: f32) -> f32 {
        let at = |x: usize, y: usize| {
            self.height_map[y.min(self.height - 1) * self.width + x.min(self.width - 1)]
        };
        let right = at(x + step, y) - at(x.saturating_sub(step), y);
        let down = at(x, y + step) - at(x, y.saturating_sub(step));
        (8.0 * (right * from.cos() + down * from.sin())).tanh()
    }
}

/// 1 in the region, falling off within a small part of its size outside.
fn soft(region: &Rect, at: (f64, f64)) -> f32 {
    let off = region.distance(at) / (0.08 * region.diagonal());
    (1.0 - off).clamp(0.0, 1.0) as f32
}

fn develop(light: f32, how: &Taken) -> u8 {
    let light = light.clamp(0.0, 1.0);
    let stored =
        if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
    let bent = stored.powf(how.curve);
    let bent = bent + how.contrast * bent * (1.0 - bent) * (2.0 * bent - 1.0);
    (bent * 255.0).round().clamp(0.0, 255.0) as u8
}

fn between(light: &[[f32; 3]], width: usize, height: usize, (x, y): (f64, f64)) -> [f32; 3] {
    let (x, y) =
        ((x - 0.5).clamp(0.0, width as f64 - 1.001), (y - 0.5).clamp(0.0, height as f64 - 1.001));
    let (left, top) = (x as usize, y as usize);
    let (right, down) = ((x - left as f64) as f32, (y - top as f64) as f32);
    let at = |x: usize, y: usize| light[y * width + x];
    let corners = [at(left, top), at(left + 1, top), at(left, top + 1), at(left + 1, top + 1)];
    let shares =
        [(1.0 - right) * (1.0 - down), right * (1.0 - down), (1.0 - right) * down, right * down];
    std::array::from_fn(|colour| {
        corners.iter().zip(shares).map(|(corner, share)| corner[colour] * share).sum()
    })
}

/// Fine relief: pores and lines, a few pixels wide.
fn relief(width: usize, height: usize, seed: u64) -> Vec<f32> {
    let mut dice = Dice::new(seed);
    let noise: Vec<f32> = (0..width * height).map(|_| dice.normal()).collect();
    let fine = blur(&noise, width, height, 1.6);
    let coarse = blur(&noise, width, height, 5.0);
    fine.iter().zip(&coarse).map(|(fine, coarse)| 0.20 * fine + 0.35 * coarse).collect()
}

fn blur_colours(light: &[[f32; 3]], width: usize, height: usize, sigma: f32) -> Vec<[f32; 3]> {
    let one = |colour: usize| {
        blur(&light.iter().map(|light| light[colour]).collect::<Vec<_>>(), width, height, sigma)
    };
    let [red, green, blue] = [one(0), one(1), one(2)];
    red.iter().zip(&green).zip(&blue).map(|((red, green), blue)| [*red, *green, *blue]).collect()
}

/// A Gaussian blur, both ways.
fn blur(values: &[f32], width: usize, height: usize, sigma: f32) -> Vec<f32> {
    let reach = (3.0 * sigma).ceil() as isize;
    // Wide blurs look at every few pixels only.
    let stride = (sigma / 4.0).ceil().max(1.0) as isize;
    let kernel: Vec<(isize, f32)> = (-reach..=reach)
        .filter(|at| at % stride == 0)
        .map(|at| (at, (-(at as f32 / sigma).powi(2) / 2.0).exp()))
        .collect();
    let all: f32 = kernel.iter().map(|(_, share)| share).sum();
    let pass = |values: &[f32], along: isize, length: usize| -> Vec<f32> {
        let mut into = vec![0.0; values.len()];
        for (place, into) in into.iter_mut().enumerate() {
            let here = if along == 1 { place % width } else { place / width } as isize;
            let sum: f32 = kernel
                .iter()
                .map(|(off, share)| {
                    let to = (here + off).clamp(0, length as isize - 1);
                    values[(place as isize + (to - here) * along) as usize] * share
                })
                .sum();
            *into = sum / all;
        }
        into
    };
    pass(&pass(values, 1, width), width as isize, height)
}
