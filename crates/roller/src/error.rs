//! Why a device, a zone or a technique can't be simulated: said so that a person can mend it.

/// What is wrong. `what` is the key as files spell it.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Error {
    /// A number outside what makes sense, or no number at all.
    #[error("{what} is {got}; it must be from {low} to {high}")]
    Number {
        /// Which number.
        what: &'static str,
        /// The lowest that is accepted.
        low: f64,
        /// The highest that is accepted.
        high: f64,
        /// What was given.
        got: f64,
    },
    /// Needles that don't fill their rows.
    #[error("{needles} needles don't fill {rows} rows evenly")]
    Rows {
        /// Needles.
        needles: u32,
        /// Rows.
        rows: u32,
    },
    /// Directions other than one, two or four.
    #[error("directions is {0}; it must be 1, 2 or 4")]
    Directions(u32),
    /// A line of fewer than three corners, or of more than are read.
    #[error("{} has {corners} corners; it needs 3 to {most}", name_of(*ring))]
    Corners {
        /// 0 for the outline, then the holes from 1.
        ring: usize,
        /// How many there are.
        corners: usize,
        /// How many there may be, all rings together.
        most: usize,
    },
    /// Lines that cross or touch.
    #[error("{} crosses {} (near {:.1}, {:.1} mm)", name_of(rings[0]),
        if rings[0] == rings[1] { "itself".into() } else { name_of(rings[1]) }, at[0], at[1])]
    Crossing {
        /// The two rings; the same twice if a line crosses itself.
        rings: [usize; 2],
        /// Where, mm.
        at: [f64; 2],
    },
    /// A hole that is not inside the outline, or inside another hole.
    #[error("{} is not inside the outline, or is inside another hole", name_of(*ring))]
    HoleOutside {
        /// Which, counted from 1.
        ring: usize,
    },
    /// More punctures than are computed.
    #[error("this would make about {expected:.0} punctures; at most {most} are computed")]
    TooMany {
        /// How many it would be.
        expected: f64,
        /// The most that are computed.
        most: usize,
    },
    /// A count that can't be this device's.
    #[error(
        "the count is {factor:.2} times what the drum's size says; count again, or measure the drum again"
    )]
    Count {
        /// Counted over expected.
        factor: f64,
    },
    /// Only rollers can be calibrated by a count.
    #[error("only a roller can be calibrated by counting")]
    NoRoller,
    /// A picture that can't be drawn.
    #[error("the picture could not be drawn")]
    Picture,
}

fn name_of(ring: usize) -> String {
    if ring == 0 { "the outline".into() } else { format!("hole {ring}") }
}

/// Accepts a number within its bounds; NaN is outside all of them.
pub(crate) fn within(what: &'static str, got: f64, low: f64, high: f64) -> Result<(), Error> {
    if (low..=high).contains(&got) { Ok(()) } else { Err(Error::Number { what, low, high, got }) }
}
