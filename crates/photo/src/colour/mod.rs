//! What colour says about skin: light as it was before the camera bent it, redness, and how light the skin is.
//!
//! All of it is reckoned from linear light: sRGB values as stored are first unbent (IEC 61966-2-1). Redness is the
//! difference of absorbances in green and red (Takiwaki 1998; Yamamoto 2008, doi 10.1111/j.1600-0846.2007.00256.x):
//!
//! - erythema index `EI = log10(R / G)`, without unit; grows with redness. Another white balance adds the same amount
//!   everywhere in the picture, which is why only differences to other skin in the same picture mean something.
//! - melanin index `MI = log10(1 / R)`; grows with pigment, and with any shadow.
//! - `ITA = atan2(L* − 50, b*) · 180° / π` of CIELAB under D65; larger is lighter. It moves with redness too.
//!
//! These are indices of a photo. None of them is an amount of haemoglobin or melanin.

mod lab;
mod tone;

use std::sync::LazyLock;

pub use lab::{Lab, lab};
pub use tone::{Tone, ita};

/// Linear light of red, green and blue: 0 is none, 1 the most that sRGB can say.
pub type Light = [f64; 3];

/// The linear light of each stored value.
static LINEAR: LazyLock<[f32; 256]> = LazyLock::new(|| {
    std::array::from_fn(|value| {
        let bent = value as f64 / 255.0;
        let linear =
            if bent <= 0.04045 { bent / 12.92 } else { ((bent + 0.055) / 1.055).powf(2.4) };
        linear as f32
    })
});

/// The table from stored values to linear light.
pub fn linear() -> &'static [f32; 256] {
    &LINEAR
}

/// log10 of each colour; darkness is taken as a tiny amount of light.
pub fn logs(light: Light) -> Light {
    light.map(|value| value.max(1e-6).log10())
}

/// The erythema index, log10(R / G).
pub fn erythema(light: Light) -> f64 {
    let [red, green, _] = logs(light);
    red - green
}

/// log10(B / G): moves with sheen and pigment, and hardly with blood.
pub fn blueness(light: Light) -> f64 {
    let [_, green, blue] = logs(light);
    blue - green
}

/// The melanin index, log10(1 / R).
pub fn melanin(light: Light) -> f64 {
    let [red, _, _] = logs(light);
    -red
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_values_are_unbent() {
        assert_eq!((LINEAR[0], LINEAR[255]), (0.0, 1.0));
        assert!((LINEAR[128] - 0.215_86).abs() < 1e-4);
        assert!((LINEAR[10] - 0.003_035).abs() < 1e-5);
    }

    #[test]
    fn white_balance_adds_the_same_everywhere() {
        let (skin, red) = ([0.5, 0.25, 0.18], [0.45, 0.2, 0.15]);
        let other = |[r, g, b]: Light| [r * 0.88, g * 0.95, b * 1.04];
        let before = erythema(red) - erythema(skin);
        let after = erythema(other(red)) - erythema(other(skin));
        assert!((before - after).abs() < 1e-12 && before > 0.05);
        assert!(melanin(red) > melanin(skin));
    }
}
