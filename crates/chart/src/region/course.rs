//! A region over time: every sitting with its moment and with what was measured of it.

use care::Protocol;
use care::judging::Moment;
use care::programme::JudgeWindow;
use jiff::Zoned;
use jiff::civil::Date;
use photo::Comparison;
use photo::doubt::{Trend, trend};

use super::{Following, Sitting, Sittings, comparison, moment};
use crate::album::Album;

/// A sitting as it is shown.
pub struct Step<'c> {
    /// Its photographs.
    pub sitting: &'c Sitting<'c>,
    /// What its moment allows to be said.
    pub moment: Moment,
    /// What was measured of it.
    pub state: State,
}

/// What is known of a sitting.
pub enum State {
    /// All others are held against it.
    First,
    /// Not measured yet.
    Open,
    /// Measured.
    Said(Box<Comparison>),
}

impl Step<'_> {
    /// What was measured, if it can be compared.
    pub fn change(&self) -> Option<(f64, f64)> {
        match &self.state {
            State::Said(said) if said.comparable => said.delta_ei.zip(said.sdc),
            _ => None,
        }
    }
    /// What was said, comparable or not.
    pub fn said(&self) -> Option<&Comparison> {
        match &self.state {
            State::Said(said) => Some(said),
            _ => None,
        }
    }
    /// Whether it was taken in the days of healing.
    pub fn is_healing(&self) -> bool {
        self.moment.is_healing()
    }
    fn is_first(&self) -> bool {
        matches!(self.state, State::First)
    }
}

/// A region over time.
pub struct Course<'c> {
    /// The photographs.
    pub album: &'c Album,
    /// The region with what was measured.
    pub following: &'c Following,
    /// The sittings by day, the first one among them.
    pub steps: Vec<Step<'c>>,
    /// When results can be judged.
    pub judge: Option<JudgeWindow>,
    /// The day it is.
    today: Date,
}

impl<'c> Course<'c> {
    /// A region over time, seen from now.
    pub fn of(
        protocol: &Protocol,
        album: &'c Album,
        now: &Zoned,
        following: &'c Following,
        sittings: &'c Sittings<'c>,
    ) -> Self {
        let (today, zone) = (now.date(), now.time_zone());
        let judge = album.chart.judge(protocol, now);
        let first = std::iter::once((&sittings.first, true));
        let all = first.chain(sittings.others.iter().map(|sitting| (sitting, false)));
        let step = |(sitting, first): (&'c Sitting<'c>, bool)| {
            let taken = sitting.taken().unwrap_or(now.timestamp());
            let moment = moment(protocol, &album.chart.story, judge, taken, zone);
            let state = if first { State::First } else { state(following, sittings, sitting) };
            Step { sitting, moment, state }
        };
        let mut steps: Vec<Step<'c>> = all.map(step).collect();
        steps.sort_by_key(|step| step.sitting.taken());
        Self { album, following, steps, judge, today }
    }
    /// The sitting that all others are held against.
    pub fn first(&self) -> Option<&Step<'c>> {
        self.steps.iter().find(|step| step.is_first())
    }
    /// The latest sitting that says something of the result: not the first one, and not one of healing skin. Somebody may
    /// have drawn on the latest photograph; then it is one from before that.
    pub fn latest(&self) -> Option<&Step<'c>> {
        self.steps.iter().rev().find(|step| !step.is_first() && !step.is_healing())
    }
    /// Whether a sitting came before the one that all are held against.
    pub fn is_before_the_first(&self, step: &Step<'_>) -> bool {
        self.first().is_some_and(|first| step.sitting.taken() < first.sitting.taken())
    }
    /// When it is fair to judge, if that day has not come.
    pub fn too_early(&self) -> Option<Date> {
        let judge = self.judge.filter(|judge| self.today < judge.from);
        judge.map(|judge| judge.from)
    }
    /// Whether reference skin is drawn, without which nothing can be measured.
    pub fn has_reference(&self) -> bool {
        self.following.region.record.reference.is_some()
    }
    /// How many sittings were not measured.
    pub fn open(&self) -> usize {
        self.steps.iter().filter(|step| matches!(step.state, State::Open)).count()
    }
    /// The sittings with a number, and the day of each counted from the first: (day, change, the smallest that could be
    /// told). The first one is 0 by definition.
    pub fn points(&self) -> impl Iterator<Item = (&Step<'c>, f64, Option<f64>)> {
        self.steps.iter().filter_map(|step| match step.change() {
            Some((change, smallest)) => Some((step, change, Some(smallest))),
            None => step.is_first().then_some((step, 0.0, None)),
        })
    }
    /// The trend over calm skin, with how many sittings it rests on, if it is more than chance.
    pub fn trend(&self) -> Option<(Trend, usize)> {
        let calm: Vec<(f64, f64)> = self
            .points()
            .filter(|(step, ..)| !step.is_healing())
            .map(|(step, change, _)| (self.day(step.sitting.date), change))
            .collect();
        let found = trend(&calm).filter(Trend::is_sure)?;
        Some((found, calm.len()))
    }
    /// Days from the earliest sitting or session to a date, for the axis of time.
    pub fn day(&self, date: Date) -> f64 {
        let start = self.steps.first().map_or(date, |step| step.sitting.date);
        days(start, date)
    }
}

/// Days between two dates; less than 0 backwards.
pub fn days(from: Date, to: Date) -> f64 {
    from.until(to).map_or(0.0, |span| f64::from(span.get_days()))
}

fn state(following: &Following, sittings: &Sittings<'_>, sitting: &Sitting<'_>) -> State {
    match following.of_sitting(sittings, sitting) {
        Some(kept) => State::Said(Box::new(comparison(kept))),
        None => State::Open,
    }
}

#[cfg(test)]
mod tests;
