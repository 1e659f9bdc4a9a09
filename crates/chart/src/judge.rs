//! When a result may be judged: one rule for every page, sheet and calendar.
//!
//! A programme is what is judged, so it counts from the first session of the one under way, not from the first session
//! ever. How long it takes until something can show is the protocol's ([`judge_window`]).

use care::Protocol;
use care::programme::{JudgeWindow, judge_window};
use jiff::Zoned;
use jiff::civil::Date;

use crate::Chart;

/// The day from which results count. `under_way` is the first day of the programme under way: done, or planned while none
/// was. Without one it is the first day of the last programme with a session (`ended`, in the order they were begun);
/// and where there never was one, the day of the first session ever.
pub fn counts_from(
    under_way: Option<Date>,
    ended: &[Option<Date>],
    ever: Option<Date>,
) -> Option<Date> {
    let last = ended.iter().rev().copied().find_map(|first| first);
    under_way.or(last).or(ever)
}

impl Chart {
    /// When results can first be judged; `None` until a session was done, and while answers have to be given again.
    pub fn judge(&self, protocol: &Protocol, now: &Zoned) -> Option<JudgeWindow> {
        let ever = self.story.days_done().first().copied()?;
        let under_way = self.standing(protocol, now)?.judge;
        if self.story.programme.is_some() {
            return under_way;
        }
        let ended = self.story.programmes.iter().filter(|entry| entry.record.ended.is_some());
        let firsts: Vec<Option<Date>> =
            ended.map(|entry| self.story.days_of(entry).first().copied()).collect();
        Some(judge_window(protocol, counts_from(None, &firsts, Some(ever))?))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::plan::Outlook;
    use crate::testing::{Ana, noon};

    fn judged(ana: &Ana) -> Option<JudgeWindow> {
        ana.chart.judge(&ana.protocol, &noon("2026-12-12"))
    }

    fn since(ana: &Ana, first: Date) -> Option<JudgeWindow> {
        Some(judge_window(&ana.protocol, first))
    }

    #[test]
    fn it_counts_as_the_plan_does_while_a_programme_is_under_way() {
        let before = || Ana::new().gets_needled("2026-05-01T18:00:00Z");
        let begun = || before().begins("2026-12-01", "2026-12-12");
        let done =
            begun().gets_needled("2026-12-06T18:00:00Z").gets_needled("2026-12-09T18:00:00Z");
        for (ana, first) in [(begun(), date(2026, 12, 12)), (done, date(2026, 12, 6))] {
            let outlook =
                Outlook::of(&ana.protocol, &ana.chart, &noon("2026-12-12"), None).unwrap();
            assert_eq!(judged(&ana), since(&ana, first));
            assert_eq!(judged(&ana), outlook.plan.judge, "no page contradicts the plan");
        }
    }

    #[test]
    fn a_programme_that_ended_is_judged_until_another_begins() {
        let ana = Ana::new()
            .gets_needled("2026-05-01T18:00:00Z")
            .begins("2026-10-01", "2026-10-01")
            .gets_needled("2026-10-02T18:00:00Z")
            .ends("2026-11-20");
        assert_eq!(judged(&ana), since(&ana, date(2026, 10, 2)));
        let ana = ana.gets_needled("2026-12-01T18:00:00Z");
        assert_eq!(
            judged(&ana),
            since(&ana, date(2026, 10, 2)),
            "what was done alone is not judged"
        );
    }

    #[test]
    fn nothing_is_judged_before_a_session_or_while_answers_are_missing() {
        assert_eq!(judged(&Ana::new().begins("2026-12-01", "2026-12-12")), None);
        let ana = Ana::new().gets_needled("2026-05-01T18:00:00Z");
        assert_eq!(judged(&ana), since(&ana, date(2026, 5, 1)));
        assert_eq!(judged(&ana.changes(|profile| profile.goals.clear())), None);
    }

    #[test]
    fn the_programme_under_way_is_judged_before_any_other() {
        let (now, before, ever) = (date(2026, 12, 9), date(2026, 10, 1), date(2026, 5, 1));
        let from = |under_way, ended: &[Option<Date>]| counts_from(under_way, ended, Some(ever));
        assert_eq!(from(Some(now), &[Some(before)]), Some(now));
        assert_eq!(from(None, &[Some(ever), Some(before)]), Some(before));
        assert_eq!(from(None, &[Some(before), None]), Some(before), "nothing was done in the last");
        assert_eq!(from(None, &[None]), Some(ever));
        assert_eq!(from(None, &[]), Some(ever));
        assert_eq!(counts_from(None, &[], None), None);
    }
}
