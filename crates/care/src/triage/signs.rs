//! Scores: is each sign within its band, not rising when it should be settling, and gone when it should be?
//!
//! Every sign gives at most one reason, its worst. One point is no reason to worry a person with: a rise counts from two,
//! what is over the band counts when it stays, and one point left of a sign that had gone is looked at again. Bands come from
//! [`crate::course`], counted from the person's own baseline; the numbers are the `sign` and `triage` rows of the protocol.
//! What all signs say together is in [`super::together`], what is urgent in [`super::strong`]; warning signs never wait for
//! any of this: see [`super::flags`].

use super::history::{History, Story};
use super::together::Together;
use super::{Reason, Seen, Why, strong};
use crate::course;
use crate::protocol::Protocol;
use crate::protocol::rows::{Evidence, SignRow};
use crate::session::CheckIn;
use crate::words::{Area, Level, Sign, Word};

pub(super) fn reasons<'p>(protocol: &'p Protocol, history: &History<'_>) -> Vec<Reason<'p>> {
    let together = Together::find(protocol, history);
    let beyond = together.as_ref().map_or(0.0, Together::beyond);
    let scored = Sign::ALL.iter().filter_map(|sign| Scored::find(protocol, history, *sign));
    let scored: Vec<Scored<'p, '_>> = scored.collect();
    let urgent = strong::reasons(protocol, &scored);
    let said = |sign: Sign| urgent.iter().any(|reason| reason.is_about(sign));
    let single = scored.iter().filter(|one| !said(one.seen.sign));
    let mut reasons: Vec<Reason<'p>> = single.filter_map(|one| one.worst(beyond)).collect();
    reasons.extend(together.and_then(|together| together.reason()));
    reasons.extend(urgent);
    reasons
}

/// One sign as it was last scored: what nobody says anything of any more is as it was.
pub(super) struct Scored<'p, 's> {
    protocol: &'p Protocol,
    row: &'p SignRow,
    story: Story<'s>,
    base: u8,
    pub seen: Seen,
}

impl<'p, 's> Scored<'p, 's> {
    /// `None` where nothing was ever said of the sign: that is no reason to worry, and never healed either.
    fn find(protocol: &'p Protocol, history: &'s History<'_>, sign: Sign) -> Option<Self> {
        let row = protocol.rows().sign.iter().find(|row| row.id == sign)?;
        let story = history.find_last(|checkin| checkin.score(sign).is_some())?;
        let (day, score) = (story.day(story.latest), story.latest.score(sign)?);
        Some(Self {
            protocol,
            row,
            story,
            base: history.base(sign),
            seen: Seen { sign, day, score },
        })
    }

    /// The reason with the highest level; of two alike the later in this list, which says more.
    fn worst(&self, beyond: f64) -> Option<Reason<'p>> {
        let all = [self.above(), self.lasting(), self.far_above(), self.rising(beyond)];
        all.into_iter().flatten().max_by_key(Reason::level)
    }

    /// Over the band by two points, or twice running; what stays over it adds up.
    fn above(&self) -> Option<Reason<'p>> {
        let triage = self.protocol.triage();
        let (times, points) = self.run_above();
        let counts = self.over() >= triage.above_counts || (times > 1 && self.over() > 0);
        let stays = times > 1 && points >= triage.above_adds_up_to && self.inflames();
        let level = if stays { triage.far } else { triage.above };
        let why = Why::Above { seen: self.seen, high: self.high() };
        counts.then(|| self.over_band(why, level))
    }

    fn far_above(&self) -> Option<Reason<'p>> {
        let triage = self.protocol.triage();
        let why = Why::FarAbove { seen: self.seen, high: self.high() };
        (self.over() >= triage.far_above).then(|| self.over_band(why, triage.far))
    }

    /// Still there when it should be gone; nothing transient outlasts day 7 (Chu 2021). One point is looked at again first,
    /// if it is not what was there all the time; one that comes up again after the sign had gone is how scores scatter.
    fn lasting(&self) -> Option<Reason<'p>> {
        let (gone, left) = (self.row.gone_after_day, self.points() - self.base);
        let late = self.seen.day > i64::from(gone) && left > 0;
        let counts = left >= self.protocol.triage().left_counts || self.stayed();
        let level = if counts { self.row.lasting } else { self.protocol.triage().above };
        let why = Why::Lasting { seen: self.seen, gone };
        let scatters = !counts && self.had_gone();
        (late && !scatters).then(|| Reason::new(why, level, &self.row.evidence))
    }

    /// More than the lowest since it should have stopped rising, or than when it was last scored: by many points, or by two
    /// that leave the band. Those count at once if the whole is more than expected too.
    fn rising(&self, beyond: f64) -> Option<Reason<'p>> {
        let triage = self.protocol.triage();
        let (before, leaves) = (self.lowest()?, self.over() > 0);
        let rise = self.points().saturating_sub(before);
        let whole = !self.is_hot() || beyond >= triage.together.agrees;
        let level = match rise {
            rise if rise >= triage.rise_large => self.row.rising,
            rise if rise >= triage.rise_counts && leaves && whole => self.row.rising,
            rise if rise > triage.rise_counts || leaves => triage.above,
            _ => return None,
        };
        let why = Why::Rising { seen: self.seen, before };
        (rise >= triage.rise_counts).then(|| Reason::new(why, level, &self.row.evidence))
    }

    /// The lowest since it should have stopped rising, or when it was last scored; `None` while it may rise.
    fn lowest(&self) -> Option<u8> {
        let settles = i64::from(self.row.rises_after_day);
        if self.seen.day <= settles {
            return None;
        }
        let settled = self.story.since(settles + 1);
        let since = self.scored().filter(|(then, _)| then.at.timestamp() >= settled);
        let low = since.map(|(_, points)| points).min();
        low.into_iter().chain(self.before().map(|(points, _)| points)).min()
    }

    /// Whether it was there already: at the check-in before, for a sign of inflammation; else for some days since it should
    /// have gone.
    fn stayed(&self) -> bool {
        let left = |points: u8| points > self.base;
        if self.is_hot() {
            return self.before().is_some_and(|(points, _)| left(points));
        }
        let gone = self.story.since(i64::from(self.row.gone_after_day) + 1);
        let late = |checkin: &CheckIn| checkin.at.timestamp() >= gone;
        let since = self.scored().rev().take_while(|(then, points)| left(*points) && late(then));
        let since = since.map(|(then, _)| self.story.day(then)).last();
        since.is_some_and(|since| {
            self.seen.day - since >= i64::from(self.protocol.triage().stays_days)
        })
    }

    /// Whether the check-in before found nothing of it.
    fn had_gone(&self) -> bool {
        self.before().is_some_and(|(points, _)| points <= self.base)
    }

    /// How often running it was over the band, and by how many points together.
    fn run_above(&self) -> (usize, i16) {
        let earlier = self.scored().rev().map(|(then, points)| over(points, self.high_at(then)));
        let run = [self.over()].into_iter().chain(earlier).take_while(|over| *over > 0);
        run.fold((0, 0), |(times, sum), over| (times + 1, sum + over))
    }

    /// Whether it is one of the signs that an infection moves.
    fn is_hot(&self) -> bool {
        self.protocol.triage().together.signs.contains(&self.seen.sign)
    }
    /// Whether it says that the skin is inflamed; flakes and spots do not.
    fn inflames(&self) -> bool {
        self.row.rising >= Level::Contact
    }
    /// The earlier scores of this sign after the same session, with their check-ins.
    fn scored(&self) -> impl DoubleEndedIterator<Item = (&'s CheckIn, u8)> {
        let (sign, base) = (self.seen.sign, self.base);
        let earlier = self.story.earlier.iter().copied();
        earlier.filter_map(move |then| Some((then, then.score(sign)?.max(base))))
    }
    /// The score before, and how many hours before.
    pub(super) fn before(&self) -> Option<(u8, i64)> {
        let (then, points) = self.scored().next_back()?;
        Some((points, self.story.hours(self.story.latest) - self.story.hours(then)))
    }
    /// Hours since the session.
    pub(super) fn hours(&self) -> i64 {
        self.story.hours(self.story.latest)
    }
    /// Whether one of these areas was needled.
    pub(super) fn on_any_of(&self, areas: &[Area]) -> bool {
        self.story.session.areas.iter().any(|area| areas.contains(area))
    }
    /// What is said of this sign rests on.
    pub(super) fn evidence(&self) -> &'p Evidence {
        &self.row.evidence
    }
    /// The score; less than the baseline is as good as it.
    pub(super) fn points(&self) -> u8 {
        self.seen.score.max(self.base)
    }
    /// The highest usual score; nothing but the baseline where there is no band.
    pub(super) fn high(&self) -> u8 {
        self.high_at(self.story.latest)
    }
    /// Points over it, below 0 within it.
    pub(super) fn over(&self) -> i16 {
        over(self.points(), self.high())
    }

    fn high_at(&self, checkin: &CheckIn) -> u8 {
        let band = self.band_at(checkin);
        band.map_or(0, |band| band.high).saturating_add(self.base).min(10)
    }
    fn band_at(&self, checkin: &CheckIn) -> Option<course::BandOn<'p>> {
        let class = self.protocol.length_class(self.story.session.length);
        // A session late in the evening is not a day old at midnight: bands count by 24 hours, not by the calendar.
        let days = self.story.hours(checkin) / 24;
        course::band_on(self.protocol, class, self.seen.sign, days)
    }
    fn over_band(&self, why: Why<'p>, level: Level) -> Reason<'p> {
        let band = self.band_at(self.story.latest);
        let evidence: &Evidence =
            band.map_or(&self.protocol.triage().evidence, |on| &on.row.evidence);
        Reason::new(why, level, evidence)
    }
}

fn over(points: u8, high: u8) -> i16 {
    i16::from(points) - i16::from(high)
}
