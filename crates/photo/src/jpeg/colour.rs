//! Brightness and differences to red, green and blue, in whole numbers as libjpeg reckons them.

use super::segments::Coding;

/// Half of what 16 bits behind the point make a whole.
const HALF: i32 = 1 << 15;

/// One row of pixels from a row of each colour.
pub fn row(coding: Coding, lines: &[Vec<u8>], into: &mut [u8]) {
    let pixels = into.as_chunks_mut::<3>().0;
    match (coding, lines) {
        (Coding::Difference, [y, cb, cr]) => {
            for (((pixel, y), cb), cr) in pixels.iter_mut().zip(y).zip(cb).zip(cr) {
                *pixel = rgb(*y, *cb, *cr);
            }
        }
        (_, [red, green, blue]) => {
            for (((pixel, red), green), blue) in pixels.iter_mut().zip(red).zip(green).zip(blue) {
                *pixel = [*red, *green, *blue];
            }
        }
        (_, [grey, ..]) => {
            pixels.iter_mut().zip(grey).for_each(|(pixel, grey)| *pixel = [*grey; 3]);
        }
        _ => {}
    }
}

/// Rec. 601 as JFIF has it: 1.402, 0.34414, 0.71414 and 1.772 with 16 bits behind the point.
#[inline]
fn rgb(y: u8, cb: u8, cr: u8) -> [u8; 3] {
    let (y, cb, cr) = (i32::from(y), i32::from(cb) - 128, i32::from(cr) - 128);
    let red = y + ((91_881 * cr + HALF) >> 16);
    let green = y + ((-22_554 * cb - 46_802 * cr + HALF) >> 16);
    let blue = y + ((116_130 * cb + HALF) >> 16);
    [red, green, blue].map(|value| value.clamp(0, 255) as u8)
}
