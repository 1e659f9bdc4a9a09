//! From coefficients to samples: the inverse cosine transform of a block, whole or made smaller.
//!
//! The whole one is libjpeg's accurate one in whole numbers (Loeffler, Ligtenberg and Moschytz 1989), and gives the same
//! samples. A smaller one leaves out the finer coefficients, which is what a good filter would do, and takes a fraction of
//! the time.

#![expect(clippy::indexing_slicing, reason = "blocks have 64 numbers, rows and columns 8")]

use std::num::Wrapping;

use super::blocks::Block;

/// What the 64 coefficients were divided by, in their natural order.
pub type Steps = [u16; 64];

/// The natural place of each coefficient, in the order of the file.
pub const ZIGZAG: [u8; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];

/// How large a picture is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// As it is.
    Full,
    /// Half as wide and half as tall.
    Half,
    /// A quarter.
    Quarter,
    /// An eighth.
    Eighth,
}

impl Scale {
    /// Samples along the side of a block.
    pub fn side(self) -> usize {
        match self {
            Self::Full => 8,
            Self::Half => 4,
            Self::Quarter => 2,
            Self::Eighth => 1,
        }
    }

    /// Twice as large; itself if it is full.
    pub fn doubled(self) -> Self {
        match self {
            Self::Full | Self::Half => Self::Full,
            Self::Quarter => Self::Half,
            Self::Eighth => Self::Quarter,
        }
    }

    /// The smallest one at which a side of `long` pixels still has `least`.
    pub fn keeping(long: u32, least: u32) -> Self {
        let all = [(Self::Eighth, 8), (Self::Quarter, 4), (Self::Half, 2)];
        let fits = |part: u32| long / part >= least;
        all.into_iter().find(|(_, part)| fits(*part)).map_or(Self::Full, |(scale, _)| scale)
    }
}

/// The samples of a block, row by row, `scale.side()` in each.
#[inline]
pub fn samples(block: &Block, steps: &Steps, scale: Scale, into: &mut [u8; 64]) {
    let flat = block[1..].iter().all(|coefficient| *coefficient == 0);
    match scale {
        Scale::Eighth => into[0] = mean(block, steps),
        _ if flat => into.fill(mean(block, steps)),
        Scale::Full => whole(block, steps, into),
        Scale::Half | Scale::Quarter => {
            let mut exact = [0.0; 64];
            light(block, steps, scale, &mut exact);
            into.iter_mut().zip(exact).for_each(|(into, value)| *into = (value + 0.5) as u8);
        }
    }
}

fn mean(block: &Block, steps: &Steps) -> u8 {
    let value = Wrapping(i32::from(block[0])) * Wrapping(i32::from(steps[0]));
    sample((value + Wrapping(4)).0 >> 3)
}

#[inline]
fn sample(value: i32) -> u8 {
    (value.wrapping_add(128)).clamp(0, 255) as u8
}

/// Bits behind the point in the constants, and in what the columns hand to the rows.
const BITS: usize = 13;
const BETWEEN: usize = 2;

type Eight = [Wrapping<i32>; 8];

fn whole(block: &Block, steps: &Steps, into: &mut [u8; 64]) {
    let mut between = [Wrapping(0); 64];
    for x in 0..8 {
        let column: Eight = std::array::from_fn(|y| {
            Wrapping(i32::from(block[8 * y + x])) * Wrapping(i32::from(steps[8 * y + x]))
        });
        if column[1..].iter().all(|value| value.0 == 0) {
            (0..8).for_each(|y| between[8 * y + x] = column[0] << BETWEEN);
        } else {
            let out = line(&column, BITS - BETWEEN);
            (0..8).for_each(|y| between[8 * y + x] = out[y]);
        }
    }
    for (row, into) in between.as_chunks::<8>().0.iter().zip(into.as_chunks_mut::<8>().0) {
        *into = line(row, BITS + BETWEEN + 3).map(|value| sample(value.0));
    }
}

/// One row or column, rounded to so many bits less.
#[inline]
fn line(c: &Eight, less: usize) -> Eight {
    let times = |value: Wrapping<i32>, factor: i32| value * Wrapping(factor);
    let z = times(c[2] + c[6], 4433);
    let (low, high) = (z - times(c[6], 15137), z + times(c[2], 6270));
    let (sum, gap) = ((c[0] + c[4]) << BITS, (c[0] - c[4]) << BITS);
    let even = [sum + high, gap + low, gap - low, sum - high];

    let z5 = times(c[7] + c[3] + c[5] + c[1], 9633);
    let (z1, z2) = (times(c[7] + c[1], -7373), times(c[5] + c[3], -20995));
    let (z3, z4) = (times(c[7] + c[3], -16069) + z5, times(c[5] + c[1], -3196) + z5);
    let odd = [
        times(c[1], 12299) + z1 + z4,
        times(c[3], 25172) + z2 + z3,
        times(c[5], 16819) + z2 + z4,
        times(c[7], 2446) + z1 + z3,
    ];
    let round = Wrapping(1 << (less - 1));
    std::array::from_fn(|at| {
        let value = if at < 4 { even[at] + odd[at] } else { even[7 - at] - odd[7 - at] };
        (value + round) >> less
    })
}

/// √2·cos(π/8) and √2·cos(3π/8).
const NEAR: f32 = 1.306_563;
const FAR: f32 = 0.541_196_1;

/// The samples of a block as [`samples`] has them, made smaller without rounding.
#[inline]
pub fn light(block: &Block, steps: &Steps, scale: Scale, into: &mut [f32; 64]) {
    match scale {
        Scale::Full => {
            let mut whole = [0; 64];
            samples(block, steps, scale, &mut whole);
            into.iter_mut().zip(whole).for_each(|(into, sample)| *into = f32::from(sample));
        }
        Scale::Half => half(block, steps, into),
        Scale::Quarter => quarter(block, steps, into),
        Scale::Eighth => into[0] = bright(f32::from(block[0]) * f32::from(steps[0])),
    }
}

fn half(block: &Block, steps: &Steps, into: &mut [f32; 64]) {
    let value = |at: usize| f32::from(block[at]) * f32::from(steps[at]);
    let rows: [[f32; 4]; 4] =
        std::array::from_fn(|y| four(std::array::from_fn(|x| value(8 * y + x))));
    for x in 0..4 {
        let column = four([rows[0][x], rows[1][x], rows[2][x], rows[3][x]]);
        (0..4).for_each(|y| into[4 * y + x] = bright(column[y]));
    }
}

#[inline]
fn four([a, b, c, d]: [f32; 4]) -> [f32; 4] {
    let (sum, gap) = (a + c, a - c);
    let (outer, inner) = (NEAR * b + FAR * d, FAR * b - NEAR * d);
    [sum + outer, gap + inner, gap - inner, sum - outer]
}

fn quarter(block: &Block, steps: &Steps, into: &mut [f32; 64]) {
    let value = |at: usize| f32::from(block[at]) * f32::from(steps[at]);
    let [a, b, c, d] = [0, 1, 8, 9].map(value);
    let all = [a + b + c + d, a - b + c - d, a + b - c - d, a - b - c + d];
    into.iter_mut().zip(all).for_each(|(into, value)| *into = bright(value));
}

/// A sample from eight times its value around 128.
#[inline]
fn bright(value: f32) -> f32 {
    value * 0.125 + 128.0
}
