//! Ways in which two photos of the same skin differ.

use photo::register::Homography;

use super::dice::Dice;
use super::scene::Taken;

/// One kind of carelessness.
pub struct Nuisance {
    pub name: &'static str,
    pub change: fn(&mut Dice, &mut Taken),
}

/// All that is tried, one by one; the last has all of them at once.
pub const ALL: [Nuisance; 14] = [
    Nuisance { name: "nothing but noise", change: |_, _| () },
    Nuisance { name: "framing: shift, turn to 6°, scale to 8 %, tilt", change: framing },
    Nuisance {
        name: "exposure ±40 %", change: |dice, how| how.gain = [dice.between(0.6, 1.1); 3]
    },
    Nuisance { name: "white balance ±12 %", change: white_balance },
    Nuisance { name: "light uneven by up to 40 %", change: uneven },
    Nuisance { name: "coloured light from one side, up to 6 %", change: mixed },
    Nuisance { name: "light from another side", change: side },
    Nuisance {
        name: "focus: blur to 3 pixels",
        change: |dice, how| how.blur = dice.between(0.4, 3.0),
    },
    Nuisance { name: "tone curve: gamma ±10 %, contrast ±20 %", change: curve },
    Nuisance {
        name: "sheen on the region, to 3 % of white",
        change: |dice, how| how.gloss = (dice.between(0.005, 0.03), 0.06),
    },
    Nuisance {
        name: "sheen on the region, 6 to 10 % of white",
        change: |dice, how| how.gloss = (dice.between(0.06, 0.10), 0.06),
    },
    Nuisance { name: "Display P3 instead of sRGB", change: |_, how| how.p3 = true },
    Nuisance {
        name: "JPEG quality 50 to 75",
        change: |dice, how| how.quality = dice.between(50.0, 75.0) as u8,
    },
    Nuisance { name: "everything at once", change: everything },
];

/// Where the camera was, for a picture whose longer side is 1600 pixels.
pub fn framing(dice: &mut Dice, how: &mut Taken) {
    let turn = f64::from(dice.between(-6.0, 6.0)).to_radians();
    let scale = f64::from(dice.between(0.93, 1.08));
    let (sin, cos) = (scale * turn.sin(), scale * turn.cos());
    let tilt = |dice: &mut Dice| f64::from(dice.between(-1.0, 1.0)) * 8e-6;
    let shift = |dice: &mut Dice| f64::from(dice.between(-40.0, 40.0));
    // Turned around the middle, so that the face stays in the picture.
    let (x, y) = (700.0, 800.0);
    let (right, down) = (x - cos * x + sin * y + shift(dice), y - sin * x - cos * y + shift(dice));
    how.from = Homography([cos, -sin, right, sin, cos, down, tilt(dice), tilt(dice)]);
}

fn white_balance(dice: &mut Dice, how: &mut Taken) {
    how.gain = std::array::from_fn(|_| dice.between(0.88, 1.0));
}

fn uneven(dice: &mut Dice, how: &mut Taken) {
    how.slope = [dice.between(-0.4, 0.4), dice.between(-0.4, 0.4), 0.0];
}

fn mixed(dice: &mut Dice, how: &mut Taken) {
    how.slope = [0.0, 0.0, dice.between(-0.06, 0.06)];
}

fn side(dice: &mut Dice, how: &mut Taken) {
    how.side = (dice.between(0.1, 0.5), dice.between(0.0, std::f32::consts::TAU));
}

fn curve(dice: &mut Dice, how: &mut Taken) {
    how.curve = dice.between(0.9, 1.1);
    how.contrast = dice.between(-0.2, 0.2);
}

/// As careless as it gets with a phone in one's hand.
pub fn everything(dice: &mut Dice, how: &mut Taken) {
    framing(dice, how);
    let light = dice.between(0.75, 1.0);
    how.gain = std::array::from_fn(|_| light * dice.between(0.9, 1.0));
    how.slope = [dice.between(-0.25, 0.25), dice.between(-0.25, 0.25), dice.between(-0.02, 0.02)];
    how.side = (dice.between(0.0, 0.3), dice.between(0.0, std::f32::consts::TAU));
    how.blur = dice.between(0.0, 1.5);
    how.curve = dice.between(0.95, 1.05);
    how.contrast = dice.between(-0.1, 0.1);
    how.gloss = (dice.between(0.0, 0.015), 0.08);
    how.quality = dice.between(60.0, 95.0) as u8;
    how.p3 = dice.between(0.0, 1.0) < 0.3;
    how.noise = dice.between(0.002, 0.01);
}
