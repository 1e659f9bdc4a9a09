//! What a moment allows to be said of the skin: while redness is usual after a session it shows healing, and a result takes
//! weeks to show.
//!
//! The numbers are the `band` and `judge` rows of the protocol. What is seen or measured at that moment is not known here;
//! when results can be judged at all is in [`crate::programme`].

use jiff::Zoned;
use jiff::civil::Date;

use crate::course;
use crate::programme::JudgeWindow;
use crate::protocol::Protocol;
use crate::session::Session;
use crate::words::Sign;

/// What a moment allows to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Before the first session: what the skin does by itself.
    Untreated,
    /// So many days after a session, while redness is usual: healing and no result.
    Healing {
        /// Days since that session; 0 is its own day.
        day: i64,
        /// Which session it was, from 1.
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
    /// The moment, in the person's zone, seen from the last session done before it (with its number, from 1) and from when
    /// results can be judged; `None` if that can't be said.
    pub fn of(
        protocol: &Protocol,
        last: Option<(usize, &Session)>,
        judge: Option<JudgeWindow>,
        at: &Zoned,
    ) -> Self {
        let Some((number, session)) = last else { return Self::Untreated };
        let day = session.day(at);
        let class = protocol.length_class(session.length);
        if course::band(protocol, class, Sign::Redness, day).is_some_and(|(_, high)| high > 0) {
            return Self::Healing { day, session: number };
        }
        match judge {
            Some(judge) if at.date() < judge.from => Self::TooEarly { until: judge.from },
            Some(_) => Self::Fair,
            None => Self::Unknown,
        }
    }
    /// Whether redness is usual and says nothing else.
    pub fn is_healing(self) -> bool {
        matches!(self, Self::Healing { .. })
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;

    use super::*;
    use crate::course::tests::{LENGTHS, protocol, session};

    #[test]
    fn without_a_session_the_skin_is_untreated_whatever_the_day() {
        let at = session(0.5).at;
        let judge = JudgeWindow { from: date(2000, 1, 1), by: date(2000, 2, 1) };
        for judge in [None, Some(judge)] {
            assert_eq!(Moment::of(protocol(), None, judge, &at), Moment::Untreated);
        }
    }

    #[test]
    fn healing_comes_first_then_too_early_then_a_fair_time() {
        for mm in LENGTHS {
            let session = session(mm);
            let on = |days: i64| session.at.saturating_add(days.days());
            let from = on(42).date();
            let judge = Some(JudgeWindow { from, by: on(56).date() });
            let of = |days, judge| Moment::of(protocol(), Some((3, &session)), judge, &on(days));
            assert_eq!(of(0, judge), Moment::Healing { day: 0, session: 3 }, "{mm} mm");
            // A result never hides healing, whatever is known of the rest.
            assert!(of(0, None).is_healing());
            assert_eq!(of(course::LAST_BAND_DAY + 1, judge), Moment::TooEarly { until: from });
            assert_eq!(of(course::LAST_BAND_DAY + 1, None), Moment::Unknown);
            assert_eq!(of(41, judge), Moment::TooEarly { until: from });
            assert_eq!(of(42, judge), Moment::Fair);
        }
    }
}
