//! A square of skin rolled both ways: back and forth without lifting, and lifted, shifted and turned.
//!
//! The record does not say whether the device was lifted, so both ends are shown, and what lies between.

use roller::{Advice, Device, Error, Results, Rolling, Spread, Target, Technique, Zone};

use super::wanted::Wanted;

/// The side of the square, mm: 25 cm² of skin.
const SIDE_MM: f64 = 50.0;
/// The same square is rolled the same each time it is looked at.
const SEED: u64 = 7;
/// How many more seeds tell the range.
const MORE_SEEDS: u64 = 4;
/// What advice aims at: 95 percent of the skin within the distance that the picture shades.
const SHARE: f64 = 0.95;

/// A way of rolling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Back and forth, never lifted.
    Plain,
    /// Lifted, shifted, turned.
    Advised,
}

impl Way {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Plain, Self::Advised];
    /// Its word in addresses and texts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Advised => "advised",
        }
    }
    /// The way of a word.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.word() == word)
    }
}

/// One way with what it does.
pub struct Done {
    /// What it does.
    pub results: Results,
    /// How much that is chance.
    pub spread: Spread,
}

/// Both ways, and what would make it better.
pub struct Rolled {
    /// What was rolled.
    pub wanted: Wanted,
    /// What advice aims at.
    pub target: Target,
    /// Back and forth.
    pub plain: Done,
    /// Lifted, shifted and turned.
    pub advised: Done,
    /// The advised way with the most passes of a plan.
    pub most: Option<(u32, Results)>,
    /// Lifting, shifting, turning, and long needles.
    pub advice: Vec<Advice>,
    /// More than the protocol's cap.
    pub too_dense: Option<Advice>,
}

impl Rolled {
    /// Rolls both ways with several seeds.
    ///
    /// # Errors
    /// If no roller is like this.
    pub fn of(wanted: Wanted, density_cap_per_cm2: f64) -> Result<Self, Error> {
        let target =
            Target { within_mm: roller::picture::FAR_MM, share: SHARE, density_cap_per_cm2 };
        let plain_way = rolling(&wanted, Way::Plain, wanted.passes)?;
        let plain = done(&plain_way);
        let advised = done(&rolling(&wanted, Way::Advised, wanted.passes)?);
        let all = roller::advise(&plain_way, &plain.results, target)?.advice;
        let most = wanted.most.map(|most| rolling(&wanted, Way::Advised, most)).transpose()?;
        let most = most.map(|rolling| (rolling.results(SEED), rolling));
        let too_dense = match &most {
            Some((results, rolling)) => {
                find_too_dense(&roller::advise(rolling, results, target)?.advice)
            }
            None => find_too_dense(&all),
        };
        Ok(Self {
            target,
            plain,
            advised,
            most: most.map(|(results, rolling)| (rolling.technique().passes, results)),
            advice: all.into_iter().filter(is_manner).collect(),
            too_dense,
            wanted,
        })
    }
}

/// A way with a number of passes on the square.
///
/// # Errors
/// If no roller is like this.
pub fn rolling(wanted: &Wanted, way: Way, passes: u32) -> Result<Rolling, Error> {
    let technique = match way {
        Way::Plain => {
            Technique { passes, directions: wanted.plain, lift: false, ..Technique::default() }
        }
        Way::Advised => {
            Technique { passes, directions: wanted.advised, lift: true, ..Technique::default() }
        }
    };
    let square = Zone::rectangle(SIDE_MM, SIDE_MM)?;
    Rolling::new(Device::Roller(wanted.roller), square, technique)
}

/// Rolls once, as the picture and the numbers both do.
pub fn once(rolling: &Rolling) -> (roller::Punctures, Results) {
    let punctures = rolling.roll(SEED);
    let results = rolling.measure(&punctures, SEED);
    (punctures, results)
}

fn done(rolling: &Rolling) -> Done {
    let results = rolling.results(SEED);
    let spread = rolling.spread(&results, MORE_SEEDS);
    Done { results, spread }
}

fn find_too_dense(advice: &[Advice]) -> Option<Advice> {
    advice.iter().copied().find(|one| matches!(one, Advice::TooDense { .. }))
}

/// How to roll, not how often: nobody has shown that a share of skin reached makes a better result.
fn is_manner(advice: &Advice) -> bool {
    !matches!(advice, Advice::Passes { .. } | Advice::OutOfReach { .. } | Advice::TooDense { .. })
}
