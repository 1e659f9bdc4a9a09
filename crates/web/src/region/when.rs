//! What the moment of a visit allows to be said: skin that is still healing is red because of that, and a result takes
//! weeks to show.

use care::Protocol;
use care::course;
use care::programme::JudgeWindow;
use care::words::Sign;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::story::{Story, session_of};

/// What the moment of a visit allows to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// Before the first session: what the skin does by itself.
    Untreated,
    /// So many days after a session (counted from 1), while redness is usual: healing and no result.
    Healing {
        /// Days since that session.
        day: i64,
        /// Which session it was.
        session: usize,
    },
    /// Calm again, but results can't show before a day.
    TooEarly {
        /// When they can first be judged.
        until: Date,
    },
    /// Calm again, but when results can show can't be said until open questions are answered.
    Unknown,
    /// Late enough to be judged.
    Fair,
}

impl Moment {
    /// Whether redness is usual and says nothing else.
    pub(crate) fn is_healing(self) -> bool {
        matches!(self, Self::Healing { .. })
    }
    /// The moment of a visit, by the sessions on record and the protocol's course of redness.
    pub(crate) fn of(
        protocol: &Protocol,
        story: &Story,
        judge: Option<JudgeWindow>,
        taken: Timestamp,
        zone: &TimeZone,
    ) -> Self {
        let done = story.done();
        let Some(last) = done.iter().rev().find(|session| session.done.at <= taken) else {
            return Self::Untreated;
        };
        let session = session_of(last.done);
        let day = session.day(&taken.to_zoned(session.at.time_zone().clone()));
        let red = |day: &course::Day<'_>| {
            day.bands.iter().any(|band| band.sign == Sign::Redness && band.high > 0)
        };
        let course = course::expected(protocol, &session);
        if course.days.iter().any(|usual| usual.day == day && red(usual)) {
            return Self::Healing { day, session: last.n };
        }
        let date = taken.to_zoned(zone.clone()).date();
        match judge {
            Some(judge) if date < judge.from => Self::TooEarly { until: judge.from },
            Some(_) => Self::Fair,
            None => Self::Unknown,
        }
    }
}
