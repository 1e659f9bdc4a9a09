//! Scores: is each sign within its band, not rising when it should be settling, and gone when it should be?
//!
//! Every sign gives at most one reason, its worst. Bands come from [`crate::course`], the rest from the `sign`
//! and `triage` rows of the protocol. Warning signs never wait for any of this: see [`super::flags`].

use super::history::{History, Story};
use super::{Reason, Seen, Why};
use crate::course::{self, BandOn};
use crate::protocol::Protocol;
use crate::protocol::rows::SignRow;
use crate::words::{Level, Sign, Word};

pub(super) fn reasons<'p>(protocol: &'p Protocol, history: &History<'_>) -> Vec<Reason<'p>> {
    Sign::ALL.iter().filter_map(|sign| Scored::find(protocol, history, *sign)?.worst()).collect()
}

/// One sign as it was last scored: what nobody says anything of any more is as it was.
struct Scored<'p, 's> {
    protocol: &'p Protocol,
    story: Story<'s>,
    seen: Seen,
}

impl<'p, 's> Scored<'p, 's> {
    /// `None` where nothing was ever said of the sign: that is no reason to worry, and never healed either.
    fn find(protocol: &'p Protocol, history: &'s History<'_>, sign: Sign) -> Option<Self> {
        let story = history.find_last(|checkin| checkin.score(sign).is_some())?;
        let (day, score) = (story.day(story.latest), story.latest.score(sign)?);
        Some(Self { protocol, story, seen: Seen { sign, day, score } })
    }

    /// The reason with the highest level; of two alike the later in this list, which says more.
    fn worst(&self) -> Option<Reason<'p>> {
        let row = self.protocol.rows().sign.iter().find(|row| row.id == self.seen.sign);
        let lasting = row.and_then(|row| self.lasting(row));
        let rising = row.and_then(|row| self.rising(row));
        let all = [self.above(), lasting, self.far_above(), rising];
        let unusual = all.into_iter().flatten().filter(|reason| reason.level() > Level::Expected);
        unusual.max_by_key(Reason::level)
    }

    fn above(&self) -> Option<Reason<'p>> {
        let (seen, high) = (self.seen, self.high());
        let why = Why::Above { seen, high };
        (seen.score > high).then(|| self.over_band(why, self.protocol.triage().above))
    }

    fn far_above(&self) -> Option<Reason<'p>> {
        let (seen, high) = (self.seen, self.high());
        let why = Why::FarAbove { seen, high };
        let triage = self.protocol.triage();
        let far = seen.score > high && seen.score - high >= triage.far_above;
        far.then(|| self.over_band(why, triage.far))
    }

    /// Still there when it should be gone; nothing transient outlasts day 7 (Chu 2021).
    fn lasting(&self, row: &'p SignRow) -> Option<Reason<'p>> {
        let gone = row.gone_after_day;
        let why = Why::Lasting { seen: self.seen, gone };
        let lasts = self.seen.day > i64::from(gone) && self.seen.score > 0;
        lasts.then(|| Reason::new(why, row.lasting, &row.evidence))
    }

    /// More than when it was last scored, or than the lowest since it should have stopped rising: a rise that stays is no
    /// settling.
    fn rising(&self, row: &'p SignRow) -> Option<Reason<'p>> {
        let settles = i64::from(row.rises_after_day);
        let before = (self.seen.day > settles).then(|| self.risen_from(settles))??;
        let why = Why::Rising { seen: self.seen, before };
        Some(Reason::new(why, row.rising, &row.evidence))
    }

    fn risen_from(&self, settles: i64) -> Option<u8> {
        let earlier = self.story.earlier;
        let scored = earlier.iter().filter_map(|then| Some((then, then.score(self.seen.sign)?)));
        let lower = scored.clone().filter(|(_, score)| self.seen.score > *score);
        let since = lower.filter(|(then, _)| self.story.day(then) > settles);
        let crept = since.map(|(_, score)| score).min();
        let previous = scored.rev().map(|(_, score)| score).next();
        crept.or(previous.filter(|previous| self.seen.score > *previous))
    }

    fn band(&self) -> Option<BandOn<'p>> {
        let class = self.protocol.length_class(self.story.session.length);
        // A session late in the evening is not a day old at midnight: bands count by 24 hours, not by the calendar.
        let days = self.story.hours(self.story.latest) / 24;
        course::band_on(self.protocol, class, self.seen.sign, days)
    }
    /// The highest usual score; 0 where there is no band, so that everything is over it.
    fn high(&self) -> u8 {
        self.band().map_or(0, |band| band.high)
    }
    fn over_band(&self, why: Why<'p>, level: Level) -> Reason<'p> {
        let evidence = self.band().map_or(&self.protocol.triage().evidence, |on| &on.row.evidence);
        Reason::new(why, level, evidence)
    }
}
