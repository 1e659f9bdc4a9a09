//! Charts as SVG: a band of what is usual with a person's own points over it, values over dates, and a small line.
//!
//! A range and never a lone forecast. Each has a title, a description and a table with the same numbers, prints,
//! and needs no script; `today.js` moves one live dot. Geometry is in attributes.

mod band;
mod days;
mod dots;
mod line;
mod noise;
mod table;

pub use band::bands;
pub use days::dots_by_day;
pub use dots::{Dot, DotChart, DotWords, Tick, dot_key, dot_table, dots, spread};
pub use line::line;
pub use noise::noise;
pub use table::{key, table};

use care::words::Sign;

/// What is usual on each day for one sign, and what a person saw themselves.
#[derive(Clone, Debug)]
pub struct BandChart {
    /// The sign; the score of the same word moves the live dot.
    pub sign: Sign,
    /// What the chart shows.
    pub title: String,
    /// The chart in one or two sentences, for those who cannot see it.
    pub desc: String,
    /// What is usual, by day.
    pub bands: Vec<BandDay>,
    /// A person's own scores.
    pub own: Vec<Own>,
    /// Days since the session, now; marks the line of today.
    pub today: Option<f64>,
    /// Its words.
    pub words: BandWords,
}

/// What is usual on a day, as scores 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandDay {
    /// Days since the session.
    pub day: u8,
    /// Lowest and highest usual score.
    pub usual: (f64, f64),
    /// Where most are, if that is known.
    pub core: Option<(f64, f64)>,
}

/// A person's own score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Own {
    /// Days since the session, with the part of the day.
    pub day: f64,
    /// 0 to 10.
    pub score: f64,
}

/// The words of a band chart.
#[derive(Clone, Debug)]
pub struct BandWords {
    /// Heads the days: Day.
    pub day: String,
    /// What the band is: usual.
    pub usual: String,
    /// What the points are: yours.
    pub yours: String,
    /// Names the line of today.
    pub today: String,
}

/// The words of a change against noise.
#[derive(Clone, Debug)]
pub struct NoiseWords {
    /// What it shows.
    pub title: String,
    /// The same in a sentence, for those who cannot see it.
    pub desc: String,
    /// What lies to the left of 0.
    pub less: String,
    /// What lies to the right of 0.
    pub more: String,
    /// What the band is.
    pub noise: String,
}

/// A length for an SVG attribute, to the tenth.
fn at(length: f64) -> String {
    let text = format!("{length:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}
