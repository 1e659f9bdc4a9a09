//! What the rules make of simulated courses: false alarms of healing skin, misses of skin that does not heal.
//!
//! A course counts as missed if it is never told "contact" or worse, or only more than a day after it could first be felt at
//! a check-in.

use care::Protocol;
use care::session::CheckIn;
use care::triage::course;
use care::words::Level;
use jiff::{SignedDuration, Zoned};

use super::told::{Teller, Telling};
use super::{Course, Healing, Kind, LENGTHS, Moments, Severity, ill::Ill, session};
use crate::random::Random;

/// What was counted of healing skin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Healed {
    /// Courses.
    pub courses: u32,
    /// Told contact or worse at some time.
    pub alarmed: u32,
    /// Told to keep an eye on it, and nothing worse.
    pub watched: u32,
    /// Told at some time that nothing holds up a next session.
    pub unlocked: u32,
}

/// Which healing skin.
#[derive(Clone, Copy, Debug)]
pub struct Skin {
    /// Who tells of it.
    pub teller: Teller,
    /// Whether it runs along the rim of what is usual.
    pub at_the_rim: bool,
    /// Only this needle length, mm.
    pub only: Option<f64>,
}

impl Skin {
    /// Ordinary skin.
    pub fn of(teller: Teller) -> Self {
        Self { teller, at_the_rim: false, only: None }
    }
}

/// What was counted of skin that does not heal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ailing {
    /// Courses that could be felt at a check-in.
    pub courses: u32,
    /// Never told contact.
    pub never: u32,
    /// Told contact more than a day late.
    pub late: u32,
    /// Told same-day or more within a day.
    pub today: u32,
    /// Told that it is an emergency at the first check-in at which it could be felt.
    pub emergency: u32,
    /// Told at most to keep an eye on it while nothing but ticks were made.
    pub reassured: u32,
}

impl Ailing {
    /// Never, or late, in 100.
    pub fn missed(&self) -> f64 {
        share(self.never + self.late, self.courses)
    }
    /// Both together.
    pub fn plus(self, more: Self) -> Self {
        Self {
            courses: self.courses + more.courses,
            never: self.never + more.never,
            late: self.late + more.late,
            today: self.today + more.today,
            emergency: self.emergency + more.emergency,
            reassured: self.reassured + more.reassured,
        }
    }
}

/// So many of so many, in 100.
pub fn share(part: u32, whole: u32) -> f64 {
    100.0 * f64::from(part) / f64::from(whole.max(1))
}

/// A day, with the hours by which a check-in of the next day is later than one of this.
const A_DAY: SignedDuration = SignedDuration::from_hours(24 + 6);

/// Counts so many courses of healing skin.
pub fn healing(protocol: &Protocol, skin: &Skin, seed: u64, courses: u32) -> Healed {
    let mut counted = Healed { courses, ..Healed::default() };
    for n in 0..courses {
        let (course, _) = healthy(protocol, skin, seed, n);
        let levels = judged(protocol, &course);
        let worst = levels.iter().map(|(level, _)| *level).max().unwrap_or(Level::Expected);
        counted.alarmed += u32::from(worst >= Level::Contact);
        counted.watched += u32::from(worst == Level::Watch);
        counted.unlocked += u32::from(levels.iter().any(|(_, unlocks)| *unlocks));
    }
    counted
}

fn healthy(protocol: &Protocol, skin: &Skin, seed: u64, n: u32) -> (Course, f64) {
    let mut dice = Random::new(mix(seed, n));
    let mm = skin.only.unwrap_or_else(|| length(n));
    let session = session(&mut dice, mm);
    let class = protocol.length_class(session.length);
    let healing = Healing::of(protocol, class, &mut dice);
    let healing = if skin.at_the_rim { healing.at_the_rim(protocol, class) } else { healing };
    (skin.teller.tells(protocol, &healing, session, &mut dice), mm)
}

/// Counts so many courses of one complication.
pub fn ailing(
    protocol: &Protocol,
    (kind, severity): (Kind, Severity),
    teller: &Teller,
    seed: u64,
    courses: u32,
) -> Ailing {
    let mut counted = Ailing::default();
    for n in 0..courses {
        let course = ill(protocol, (kind, severity), teller, mix(seed, n), length(n));
        count(protocol, &course, &mut counted);
    }
    counted
}

fn ill(
    protocol: &Protocol,
    (kind, severity): (Kind, Severity),
    teller: &Teller,
    seed: u64,
    mm: f64,
) -> Course {
    let mut dice = Random::new(seed);
    let session = session(&mut dice, mm);
    let class = protocol.length_class(session.length);
    let healing = Healing::of(protocol, class, &mut dice);
    let truth = Ill::of(kind, severity, healing, &mut dice);
    teller.tells(protocol, &truth, session, &mut dice)
}

fn count(protocol: &Protocol, course: &Course, counted: &mut Ailing) {
    let Some(felt) = &course.felt else { return };
    let levels: Vec<Level> = judged(protocol, course).iter().map(|(level, _)| *level).collect();
    let told = |least: Level| first(&course.checkins, &levels, felt, least);
    let in_time = |at: &Zoned| at.duration_since(felt) <= A_DAY;
    counted.courses += 1;
    match told(Level::Contact) {
        None => counted.never += 1,
        Some(at) if !in_time(at) => counted.late += 1,
        Some(_) => {}
    }
    counted.today += u32::from(told(Level::SameDay).is_some_and(in_time));
    counted.emergency += u32::from(told(Level::Emergency).is_some_and(|at| at == felt));
    let silent = |checkin: &CheckIn| checkin.is_silent();
    let mut both = course.checkins.iter().zip(&levels);
    let fine = both.any(|(checkin, level)| silent(checkin) && *level == Level::Expected);
    counted.reassured += u32::from(fine);
}

/// The first check-in since it could be felt at which this was told; what was told before still stands.
fn first<'c>(
    checkins: &'c [CheckIn],
    levels: &[Level],
    felt: &Zoned,
    least: Level,
) -> Option<&'c Zoned> {
    let mut since = checkins.iter().zip(levels).filter(|(checkin, _)| checkin.at >= *felt);
    since.find(|(_, level)| **level >= least).map(|(checkin, _)| &checkin.at)
}

fn judged(protocol: &Protocol, of: &Course) -> Vec<(Level, bool)> {
    course(protocol, &of.session, &of.checkins, None)
}

fn length(n: u32) -> f64 {
    LENGTHS.get(n as usize % LENGTHS.len()).copied().unwrap_or(1.0)
}

/// A seed of its own for every course.
fn mix(seed: u64, n: u32) -> u64 {
    seed.wrapping_mul(0x0100_0000_01B3).wrapping_add(u64::from(n) * 0x9E37_79B9)
}

/// Everybody fills in everything, on the days before check-ins were due daily.
pub fn sparse(telling: Telling, scatter: f64) -> Teller {
    Teller { moments: Moments::Sparse, ..Teller::new(telling, scatter) }
}
