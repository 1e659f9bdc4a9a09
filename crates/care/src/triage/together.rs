//! Redness, swelling and tenderness taken together: do they follow the person's own course?
//!
//! An infection moves all three, a slip of the pen one. What is to be expected at a check-in is the part of the usual range
//! that the person took up so far, of the range of that day. A check-in far beyond it does not count as part of the course,
//! so that what stays beyond it stays so. The numbers are the `together` of the `triage` row; single signs are in
//! [`super::signs`].

use jiff::Timestamp;

use super::history::{History, Story};
use super::{Reason, Why};
use crate::course;
use crate::protocol::Protocol;
use crate::protocol::rows::TogetherRow;
use crate::session::CheckIn;
use crate::words::{LengthClass, Sign, Word};

/// The signs taken together, as they were last scored.
pub(super) struct Together<'p> {
    protocol: &'p Protocol,
    day: i64,
    /// Their points over the baseline.
    score: f64,
    /// The highest usual points on that day.
    usual: f64,
    /// The points to be expected; `None` at a first look, and too early.
    expected: Option<f64>,
}

impl<'p> Together<'p> {
    /// `None` where none of them was ever scored.
    pub fn find(protocol: &'p Protocol, history: &History<'_>) -> Option<Self> {
        let row = &protocol.triage().together;
        let scored =
            |checkin: &CheckIn| row.signs.iter().any(|sign| checkin.score(*sign).is_some());
        let story = history.find_last(scored)?;
        let class = protocol.length_class(story.session.length);
        let from = story.since(i64::from(row.from_day));
        let course = Course { protocol, row, history, story, from };
        // A longer needle never lets us expect less than a shorter one.
        let classes = LengthClass::ALL.iter().filter(|shorter| **shorter <= class);
        let expected = classes.filter_map(|class| course.walk(*class).expected);
        let expected = expected.max_by(f64::total_cmp);
        let last = course.walk(class);
        let day = story.day(story.latest);
        Some(Self { protocol, day, score: last.now.points, usual: last.now.usual, expected })
    }

    /// Points beyond what was to be expected; 0 where that can't be told.
    pub fn beyond(&self) -> f64 {
        self.expected.map_or(0.0, |expected| self.score - expected)
    }

    /// The reason, if they are beyond it or beyond the usual range.
    pub fn reason(&self) -> Option<Reason<'p>> {
        let triage = self.protocol.triage();
        let row = &triage.together;
        let over = if self.usual > 0.0 { row.over } else { row.left };
        let above = self.day >= i64::from(row.from_day) && self.score - self.usual >= over;
        let level = match self.beyond() {
            beyond if beyond >= row.far => row.far_level,
            beyond if beyond >= row.beyond || above => row.level,
            _ => return None,
        };
        let expected = self.expected.map_or(self.usual, |expected| expected.min(self.usual));
        let why =
            Why::Beyond { day: self.day, score: whole(self.score), expected: whole(expected) };
        Some(Reason::new(why, level, &triage.evidence))
    }
}

/// Sums of a few scores: at most 60, and never below 0.
fn whole(points: f64) -> u8 {
    points.ceil().clamp(0.0, 60.0) as u8
}

/// The check-ins after a session, walked through in order of time.
struct Course<'s, 'p> {
    protocol: &'p Protocol,
    row: &'p TogetherRow,
    history: &'s History<'s>,
    story: Story<'s>,
    /// What is earlier is too early to tell.
    from: Timestamp,
}

/// Points, and how many are usual.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    points: f64,
    usual: f64,
}

/// Where a walk ends.
struct Walked {
    now: Sum,
    expected: Option<f64>,
}

impl Course<'_, '_> {
    fn walk(&self, class: LengthClass) -> Walked {
        let row = self.row;
        let mut seen = [None; Sign::ALL.len()];
        let mut own = Sum { points: row.share * row.share_points, usual: row.share_points };
        let mut walked = Walked { now: Sum::default(), expected: None };
        let mut first = true;
        let all = self.story.earlier.iter().copied().chain([self.story.latest]);
        for checkin in all {
            let Some(told) = self.look(checkin, class, &mut seen) else { continue };
            let now = seen.iter().flatten().copied().fold(Sum::default(), Sum::plus);
            let early = first || checkin.at.timestamp() < self.from;
            let share = (own.points / own.usual).min(1.0);
            let expected = (!early).then_some(share * (now.usual + row.slack));
            if expected.is_none_or(|expected| now.points - expected < row.beyond) {
                own = own.plus(told);
            }
            walked = Walked { now, expected };
            first = false;
        }
        walked
    }

    /// What one check-in says; what it leaves out is as it was last seen. `None` if it says nothing of these signs.
    fn look(
        &self,
        checkin: &CheckIn,
        class: LengthClass,
        seen: &mut [Option<Sum>; Sign::ALL.len()],
    ) -> Option<Sum> {
        let mut told = None;
        let days = self.story.hours(checkin) / 24;
        for sign in &self.row.signs {
            let Some(score) = checkin.score(*sign) else { continue };
            let points = f64::from(score.saturating_sub(self.history.base(*sign)));
            let band = course::band_on(self.protocol, class, *sign, days);
            let usual = f64::from(band.map_or(0, |band| band.high));
            let one = Sum { points, usual };
            if let Some(place) = seen.get_mut(*sign as usize) {
                *place = Some(one);
            }
            told = Some(told.unwrap_or(Sum::default()).plus(one));
        }
        told
    }
}

impl Sum {
    fn plus(self, more: Self) -> Self {
        Self { points: self.points + more.points, usual: self.usual + more.usual }
    }
}
