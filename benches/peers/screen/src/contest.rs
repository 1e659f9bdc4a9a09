//! What a contestant did: the score of each person and the time of each round; and the table that compares them.
//!
//! A score is a verdict as one number, so that "the worst" is the largest: the verdict's place times a million,
//! and for a wait the day on which it ends, counted from 1 January 1970.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use care::verdict::{Verdict, VerdictKind};
use care::words::Word;
use jiff::civil::{Date, date};

pub const STEP: i64 = 1_000_000;

/// Rounds are repeated for about this long; the best one counts.
const PATIENCE: Duration = Duration::from_secs(3);

/// One contestant's run.
#[derive(serde::Deserialize)]
pub struct Run {
    pub name: String,
    /// One per person.
    pub scores: Vec<i64>,
    /// Seconds of each round over all its people.
    pub rounds: Vec<f64>,
}

impl Run {
    pub fn agrees(&self, ours: &Run) -> bool {
        !self.scores.is_empty() && self.agreeing(ours) == self.scores.len()
    }
    fn agreeing(&self, ours: &Run) -> usize {
        self.scores.iter().zip(&ours.scores).filter(|(theirs, ours)| theirs == ours).count()
    }
    fn best(&self) -> f64 {
        self.rounds.iter().copied().fold(f64::INFINITY, f64::min)
    }
    fn median(&self) -> f64 {
        let mut rounds = self.rounds.clone();
        rounds.sort_by(f64::total_cmp);
        rounds.get(rounds.len() / 2).copied().unwrap_or(f64::INFINITY)
    }
    fn each(&self, round: f64) -> f64 {
        round / self.scores.len() as f64
    }
}

/// The day's number.
pub fn day(date_: Date) -> i64 {
    let since = date_.since(date(1970, 1, 1)).map(|span| span.get_days());
    i64::from(since.unwrap_or(i32::MAX))
}

/// A verdict as one number.
pub fn score(verdict: Verdict) -> i64 {
    kind_score(verdict.kind()) + verdict.until().map_or(0, day)
}

/// A verdict without its date as one number.
pub fn kind_score(kind: VerdictKind) -> i64 {
    let place = VerdictKind::ALL.iter().position(|known| *known == kind);
    place.map_or(i64::MAX, |place| place as i64 * STEP)
}

fn spell(score: i64) -> String {
    let word = VerdictKind::ALL.get((score / STEP) as usize).map_or("?", |kind| kind.word());
    match score % STEP {
        0 => word.into(),
        day => format!("{word} day {day}"),
    }
}

/// Repeats a round until patience is out, at least three times after one to warm up.
pub fn rounds(mut round: impl FnMut()) -> Vec<f64> {
    round();
    let begun = Instant::now();
    let mut rounds = Vec::new();
    while rounds.len() < 3 || begun.elapsed() < PATIENCE {
        let start = Instant::now();
        round();
        rounds.push(start.elapsed().as_secs_f64());
    }
    rounds
}

/// What was decided, and the columns.
pub fn header(ours: &Run, rules: usize) -> String {
    let mut verdicts: BTreeMap<i64, usize> = BTreeMap::new();
    ours.scores.iter().for_each(|score| *verdicts.entry(score / STEP).or_default() += 1);
    let verdicts: Vec<_> =
        verdicts.iter().map(|(place, count)| format!("{count} {}", spell(place * STEP))).collect();
    format!(
        "{} people, {rules} rules: {}\n\n{:<28} {:>13} {:>10} {:>10} {:>15}  {}",
        ours.scores.len(),
        verdicts.join(", "),
        "",
        "decisions/s",
        "µs each",
        "µs median",
        "agree with us",
        "ours is"
    )
}

/// One line of the table.
pub fn row(run: &Run, ours: &Run) -> String {
    let each = run.each(run.best());
    let ratio = each / ours.each(ours.best());
    format!(
        "{:<28} {:>13} {:>10.3} {:>10.3} {:>15}  {ratio:.1} times as fast",
        run.name,
        thousands((1.0 / each) as u64),
        each * 1e6,
        run.each(run.median()) * 1e6,
        format!("{}/{}", run.agreeing(ours), run.scores.len()),
    )
}

/// Where a peer first decided otherwise.
pub fn first_quarrel(peer: &Run, ours: &Run) -> String {
    let pairs = peer.scores.iter().zip(&ours.scores).enumerate();
    match pairs.into_iter().find(|(_, (theirs, ours))| theirs != ours) {
        Some((place, (theirs, ours))) => format!(
            "{} disagrees: person {place} of people.json is {} to it, {} to us",
            peer.name,
            spell(*theirs),
            spell(*ours)
        ),
        None => format!("{} decided about nobody", peer.name),
    }
}

fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}
