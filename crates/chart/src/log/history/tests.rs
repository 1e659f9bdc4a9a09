//! How urgent a check-in was when it was made, and on which day after which session.

use care::words::{Flag, Level};
use store::SessionId;

use super::*;
use crate::testing::{Ana, at, noon};

/// All that happened to somebody, as it would be loaded at the end of the year.
pub(in crate::log) fn history(ana: &Ana) -> History {
    let told = ana.chart.left(&ana.protocol, &noon("2026-12-30"));
    let (screenings, photos) = (ana.chart.story.screenings.clone(), ana.photos.clone());
    let (chart, outcomes) = (ana.chart.clone(), ana.outcomes.clone());
    History { chart, screenings, photos, outcomes, told }
}

#[test]
fn while_something_is_missing_no_check_in_is_called_expected_and_the_urgent_one_still_is() {
    let ana = needled().checks_in("2026-12-06T08:00:00Z", 0);
    let mut ana = ana.says("2026-12-07T08:00:00Z", [].into(), &[Flag::SwollenFace]);
    assert_eq!(levels(&ana), [Some(Level::Expected), Some(Level::Emergency)]);
    let (id, why) = ("1".into(), store::Why::Missing);
    ana.chart.gaps = crate::Gaps::of(vec![store::Damaged { table: "session", id, why }]);
    assert_eq!(levels(&ana), [None, Some(Level::Emergency)]);
}

fn levels(ana: &Ana) -> Vec<Option<Level>> {
    let history = history(ana);
    let checkins = history.chart.story.checkins.iter();
    checkins.map(|entry| history.level(&ana.protocol, entry)).collect()
}

fn needled() -> Ana {
    Ana::new().gets_needled("2026-12-05T18:00:00Z")
}

#[test]
fn what_came_after_a_check_in_changes_nothing_of_it() {
    let ana = needled().checks_in("2026-12-08T08:00:00Z", 0);
    let before = levels(&ana);
    let worse = ana.checks_in("2026-12-09T08:00:00Z", 9);
    assert_eq!(levels(&worse)[0], before[0]);
    assert!(levels(&worse)[1] > before[0]);
}

#[test]
fn a_sign_stays_in_the_check_ins_after_it_until_somebody_looked() {
    let ana = needled().says("2026-12-07T08:00:00Z", [].into(), &[Flag::Pus]);
    let ana = ana.checks_in("2026-12-09T08:00:00Z", 0);
    assert!(levels(&ana)[1] > Some(Level::Watch), "nobody has looked");
    let seen = needled().says("2026-12-07T08:00:00Z", [].into(), &[Flag::Pus]);
    let seen = seen.hears("2026-12-08T09:00:00Z", "pus", "2026-12-08");
    let seen = seen.checks_in("2026-12-09T08:00:00Z", 0);
    assert_eq!(levels(&seen)[1], Some(Level::Expected));
    assert_eq!(levels(&seen)[0], levels(&ana)[0], "as it was before somebody looked");
}

#[test]
fn a_check_in_that_says_nothing_is_never_as_expected() {
    let silent = needled().says("2026-12-06T08:00:00Z", [].into(), &[]);
    assert_eq!(levels(&silent), [Some(Level::Watch)]);
    let mut before = silent;
    before.chart.story.checkins[0].record.at = at("2026-12-01T08:00:00Z");
    assert_eq!(levels(&before), [None], "nothing was done that could heal");
    let open = needled().says("2026-12-06T08:00:00Z", [].into(), &[Flag::Pus]);
    let open = open.says("2026-12-07T08:00:00Z", [].into(), &[]);
    assert!(levels(&open)[1] > Some(Level::Watch), "silence takes nothing back");
}

#[test]
fn a_day_is_counted_by_the_clock_of_the_session() {
    let ana = needled()
        .checks_in("2026-12-05T22:59:00Z", 2)
        .checks_in("2026-12-05T23:00:00Z", 2)
        .changes(|profile| profile.zone = "Pacific/Kiritimati".into());
    let history = history(&ana);
    let days: Vec<_> =
        history.chart.story.checkins.iter().map(|entry| history.day(&entry.record)).collect();
    assert_eq!(days, [Some(0), Some(1)], "midnight in Paris, where it was");
}

#[test]
fn a_check_in_whose_session_is_gone_has_no_day() {
    let ana = needled().checks_in("2026-12-06T08:00:00Z", 2);
    let mut history = history(&ana);
    let checkin = history.chart.story.checkins[0].record.clone();
    assert_eq!(history.session_of(&checkin).map(|session| session.n), Some(1));
    history.chart.story.sessions.clear();
    assert!(history.session_of(&checkin).is_none() && history.day(&checkin).is_none());
}

#[test]
fn with_answers_of_old_no_check_in_has_a_level() {
    let ana = needled().checks_in("2026-12-06T08:00:00Z", 9);
    let ana = ana.answers("pregnancy", serde_json::json!("perhaps"));
    assert_eq!(levels(&ana), [None]);
}

#[test]
fn a_session_is_found_by_its_id_if_it_was_done() {
    let ana = needled().begins_session("2026-12-12T18:00:00Z");
    let history = history(&ana);
    let ids: Vec<SessionId> = history.chart.story.sessions.iter().map(|entry| entry.id).collect();
    assert_eq!(
        history.session(ids[0]).map(|session| session.done.at),
        Some(at("2026-12-05T18:00:00Z"))
    );
    assert!(history.session(ids[1]).is_none(), "it was only begun");
}
