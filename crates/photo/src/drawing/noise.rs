//! Noise that is the same on every run: hashed numbers, and smooth noise from them.

/// A number in 0..1 from two places and a seed.
pub fn hash(x: i32, y: i32, seed: u32) -> f32 {
    let mut mixed = (x as u32).wrapping_mul(0x9E37_79B1)
        ^ (y as u32).wrapping_mul(0x85EB_CA77)
        ^ seed.wrapping_mul(0xC2B2_AE3D);
    mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x2C1B_3C6D);
    mixed = (mixed ^ (mixed >> 12)).wrapping_mul(0x297A_2D39);
    ((mixed ^ (mixed >> 15)) >> 8) as f32 / (1 << 24) as f32
}

/// Smooth noise in -1..1 with one wave per unit.
pub fn smooth(x: f32, y: f32, seed: u32) -> f32 {
    let ease = |part: f32| part * part * (3.0 - 2.0 * part);
    let (left, top) = (below(x), below(y));
    let (across, down) = (ease(x - left as f32), ease(y - top as f32));
    let mix = |from: f32, to: f32, part: f32| from + (to - from) * part;
    let upper = mix(hash(left, top, seed), hash(left + 1, top, seed), across);
    let lower = mix(hash(left, top + 1, seed), hash(left + 1, top + 1, seed), across);
    mix(upper, lower, down) * 2.0 - 1.0
}

/// The whole number below, without the detour that `floor` is on older processors.
fn below(value: f32) -> i32 {
    let cut = value as i32;
    cut - i32::from(value < cut as f32)
}

/// A row of numbers from a seed.
pub struct Random {
    seed: u32,
    drawn: i32,
}

impl Random {
    /// The row of this seed.
    pub fn new(seed: u64) -> Self {
        Self { seed: (seed ^ (seed >> 32)) as u32, drawn: 0 }
    }

    /// The next number between two others.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        self.drawn += 1;
        low + (high - low) * hash(self.drawn, 77, self.seed)
    }
}
