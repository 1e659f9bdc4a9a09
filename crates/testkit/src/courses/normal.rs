//! Skin that heals as usual: what is strong at first fades, flakes come and go, and some have a few spots.

use care::Protocol;
use care::course::band;
use care::words::{LengthClass, Sign};

use super::Truth;
use crate::random::Random;

/// The part of the usual range that a person's own course takes up (guess: inside the band, seldom at its rim).
const SHARE: (f64, f64) = (0.4, 0.85);
/// What is left of a sign on the last day on which it is usual (guess: less than would be called 1, Chu 2021).
const LEFT: (f64, f64) = (0.15, 0.55);
/// Nothing fades more slowly than by this factor of e, in days (guess).
const SLOWEST_DAYS: f64 = 6.0;
/// Flakes are at their most on these days (clinics: from a few days, gone within a week), for so long (guess).
const FLAKES: (f64, f64) = (3.0, 4.3);
const FLAKES_WIDE: (f64, f64) = (1.0, 1.4);
const FLAKES_SHARE: (f64, f64) = (0.3, 0.75);
/// One person in so many has spots (acne.org: 13 in 100 in one small study; guess, more of them mild).
const SPOTS_IN_100: u64 = 35;
/// They come after so many days, and stay for so many (guess).
const SPOTS_FROM: (f64, f64) = (1.0, 5.0);
const SPOTS_FOR: (f64, f64) = (2.0, 5.5);
const SPOTS_POINTS: (f64, f64) = (0.6, 2.0);
/// Spots fade by this factor of e, in days (guess).
const SPOTS_FADE: f64 = 0.6;
/// Oozing ends within the first day (the article).
const OOZING_DAYS: f64 = 0.3;
/// The days for which there are bands.
const BAND_DAYS: i64 = 15;

/// One person's healing.
#[derive(Clone, Debug)]
pub struct Healing {
    /// Peak and fading, in days, of redness, swelling, oozing and tenderness.
    fading: [(f64, f64); 4],
    flakes: (f64, f64, f64),
    spots: Option<(f64, f64, f64)>,
    rim: Option<[[f64; BAND_DAYS as usize]; 6]>,
}

const FADING: [Sign; 4] = [Sign::Redness, Sign::Swelling, Sign::Oozing, Sign::Tenderness];

impl Healing {
    /// Somebody's.
    pub fn of(protocol: &Protocol, class: LengthClass, dice: &mut Random) -> Self {
        let most = |sign| highs(protocol, class, sign).into_iter().fold(0.0, f64::max);
        let fading = FADING.map(|sign| fade(&highs(protocol, class, sign), sign, dice));
        let flakes = (
            dice.between(FLAKES),
            dice.between(FLAKES_WIDE),
            most(Sign::Flaking) * dice.between(FLAKES_SHARE),
        );
        let has = dice.below(100) < SPOTS_IN_100;
        let spot = (dice.between(SPOTS_FROM), dice.between(SPOTS_FOR), dice.between(SPOTS_POINTS));
        let points = if most(Sign::Breakout) < 2.0 { spot.2.min(1.4) } else { spot.2 };
        Self { fading, flakes, spots: has.then_some((spot.0, spot.1, points)), rim: None }
    }
    /// The same along the rim of the band: everything is as strong as is still called usual.
    pub fn at_the_rim(mut self, protocol: &Protocol, class: LengthClass) -> Self {
        let rows =
            <Sign as care::words::Word>::ALL.iter().map(|sign| highs(protocol, class, *sign));
        let mut rim = [[0.0; BAND_DAYS as usize]; 6];
        rim.iter_mut().zip(rows).for_each(|(place, row)| *place = row);
        self.rim = Some(rim);
        self
    }
    /// Without spots, so that what is seen of them is an illness.
    pub fn without_spots(mut self) -> Self {
        self.spots = None;
        self
    }
}

impl Truth for Healing {
    fn sign(&self, sign: Sign, days: f64) -> f64 {
        if let Some(rim) = self.rim.filter(|_| sign != Sign::Oozing && sign != Sign::Breakout) {
            return on_the_rim(&rim, sign, days);
        }
        match sign {
            Sign::Flaking => {
                let (day, wide, points) = self.flakes;
                points * (-((days - day) / wide).powi(2) / 2.0).exp()
            }
            Sign::Breakout => self.spots.map_or(0.0, |spots| spot(spots, days)),
            _ => {
                let place = FADING.iter().position(|own| *own == sign).unwrap_or_default();
                let (peak, tau) = self.fading.get(place).copied().unwrap_or((0.0, 1.0));
                peak * (-days / tau).exp()
            }
        }
    }
}

fn highs(protocol: &Protocol, class: LengthClass, sign: Sign) -> [f64; BAND_DAYS as usize] {
    let high = |day: usize| band(protocol, class, sign, day as i64).map_or(0, |band| band.1);
    std::array::from_fn(|day| f64::from(high(day)))
}

fn fade(highs: &[f64], sign: Sign, dice: &mut Random) -> (f64, f64) {
    let most = highs.iter().copied().fold(0.0, f64::max);
    let peak = most * dice.between(SHARE);
    let last = highs.iter().rposition(|high| *high > 0.0).unwrap_or_default() as f64;
    let days = if sign == Sign::Oozing { last + OOZING_DAYS } else { last };
    let left = dice.between(LEFT).min(peak / 2.0);
    let tau = days / (peak / left).ln().max(0.05);
    (peak, tau.clamp(0.1, SLOWEST_DAYS))
}

fn spot((from, long, points): (f64, f64, f64), days: f64) -> f64 {
    match days - from {
        before if before < 0.0 => 0.0,
        there if there < long => points,
        after => points * (-(after - long) / SPOTS_FADE).exp(),
    }
}

fn on_the_rim(rim: &[[f64; BAND_DAYS as usize]; 6], sign: Sign, days: f64) -> f64 {
    let at = |day: usize| rim.get(sign as usize).and_then(|row| row.get(day)).copied();
    let (day, part) = (days.floor().max(0.0), days.fract());
    let (this, next) = (at(day as usize).unwrap_or(0.0), at(day as usize + 1).unwrap_or(0.0));
    this * (1.0 - part) + next * part
}
