//! What may be said, and what may not, while something of a record can't be read.

use care::words::{Flag, Level};
use jiff::Zoned;
use store::{Damaged, KINDS, Why};

use super::*;
use crate::agenda::Dates;
use crate::plan::Outlook;
use crate::testing::{Ana, at, here};
use crate::today::Now;

const DECIDE: [&str; 6] = ["screening", "programme", "session", "checkin", "clearance", "kept_day"];

fn gap(table: &'static str) -> Gaps {
    Gaps::of(vec![Damaged { table, id: "1".into(), why: Why::Missing }])
}

fn now() -> Zoned {
    here("2026-12-07T09:00:00Z")
}

/// Somebody whose skin is calm two days after a session of their programme.
fn calm() -> Ana {
    let begun = Ana::new().begins("2026-12-01", "2026-12-05");
    begun.gets_needled("2026-12-05T18:00:00Z").checks_in("2026-12-06T18:00:00Z", 0)
}

/// The same with something that can't be read.
fn without(mut ana: Ana, table: &'static str) -> Ana {
    ana.chart.gaps = gap(table);
    ana
}

#[test]
fn of_each_kind_is_known_whether_it_decides_and_of_one_that_is_unknown_that_it_does() {
    for kind in KINDS {
        assert_eq!(gap(kind).decide(), DECIDE.contains(kind), "{kind}");
    }
    assert!(gap("of a later version").decide());
    assert!(!Gaps::default().decide() && !Gaps::default().judge());
    for kind in ["region", "outcome"] {
        assert!(gap(kind).judge(), "{kind}");
    }
    assert!(!gap("photo").judge(), "a photograph is missed where it is looked at");
}

#[test]
fn while_something_is_missing_that_decides_nothing_calm_is_said() {
    let ana = calm();
    assert_eq!(ana.chart.standing(&ana.protocol, &now()).unwrap().level(), Some(Level::Expected));
    for kind in DECIDE {
        let ana = without(calm(), kind);
        let (chart, protocol) = (&ana.chart, &ana.protocol);
        assert!(chart.standing(protocol, &now()).is_none(), "{kind}");
        assert!(chart.look(protocol, &now()).is_none(), "{kind}");
        assert!(chart.look_asked_again(protocol, &now()).is_none(), "{kind}");
        assert!(chart.judge(protocol, &now()).is_none(), "{kind}");
        assert!(Now::of(protocol, chart, &now()).is_none(), "{kind}");
        assert!(Outlook::of(protocol, chart, &now(), None).is_none(), "{kind}");
        assert!(chart.warnings(protocol, &now()).is_none(), "{kind}: calm is not said");
    }
}

#[test]
fn a_calendar_holds_no_date_that_what_is_missing_could_forbid() {
    let items = |ana: Ana| {
        let dates = Dates::of(ana.chart);
        dates.agenda(&ana.protocol, &now(), at("2026-12-06T18:00:00Z")).items.len()
    };
    assert!(items(calm()) > 0);
    for kind in DECIDE {
        assert_eq!(items(without(calm(), kind)), 0, "{kind}");
    }
}

#[test]
fn a_warning_sign_that_can_be_read_stays_whatever_is_missing() {
    let swollen = || calm().says("2026-12-06T20:00:00Z", [].into(), &[Flag::SwollenFace]);
    for kind in DECIDE {
        let ana = without(swollen(), kind);
        let triage = ana.chart.warnings(&ana.protocol, &now()).unwrap();
        assert_eq!(triage.level, Level::Emergency, "{kind}");
        assert_eq!(triage.open.len(), 1, "{kind}");
    }
}

#[test]
fn a_photograph_that_is_missing_takes_nothing_else_along() {
    let (whole, left) = (calm(), without(calm(), "photo"));
    let level = |ana: &Ana| ana.chart.standing(&ana.protocol, &now()).unwrap().level();
    assert_eq!(level(&left), level(&whole));
    assert_eq!(
        left.chart.judge(&left.protocol, &now()),
        whole.chart.judge(&whole.protocol, &now())
    );
}
