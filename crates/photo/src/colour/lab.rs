//! CIELAB under D65, of linear sRGB.

use super::Light;

/// A colour as the eye orders colours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lab {
    /// Lightness, 0 to 100.
    pub l: f64,
    /// From green (negative) to red (positive).
    pub a: f64,
    /// From blue (negative) to yellow (positive).
    pub b: f64,
}

/// CIELAB of linear sRGB light: to XYZ by the sRGB primaries, divided by D65 white, cube root.
pub fn lab([red, green, blue]: Light) -> Lab {
    let x = (0.412_456_4 * red + 0.357_576_1 * green + 0.180_437_5 * blue) / 0.950_47;
    let y = 0.212_672_9 * red + 0.715_152_2 * green + 0.072_175 * blue;
    let z = (0.019_333_9 * red + 0.119_192 * green + 0.950_304_1 * blue) / 1.088_83;
    let [x, y, z] = [x, y, z].map(bend);
    Lab { l: 116.0 * y - 16.0, a: 500.0 * (x - y), b: 200.0 * (y - z) }
}

fn bend(share: f64) -> f64 {
    const DARK: f64 = 216.0 / 24389.0;
    if share > DARK { share.cbrt() } else { share * (24389.0 / 27.0) / 116.0 + 16.0 / 116.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_colours() {
        let near = |found: Lab, l: f64, a: f64, b: f64| {
            let off = (found.l - l).abs().max((found.a - a).abs()).max((found.b - b).abs());
            assert!(off < 0.02, "{found:?}");
        };
        near(lab([1.0; 3]), 100.0, 0.0, 0.0);
        near(lab([0.0; 3]), 0.0, 0.0, 0.0);
        near(lab([1.0, 0.0, 0.0]), 53.24, 80.09, 67.20);
        near(lab([0.0, 1.0, 0.0]), 87.73, -86.18, 83.18);
    }
}
