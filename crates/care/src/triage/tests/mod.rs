//! Check-ins as people would send them, row by row of the mission; the laws over all of them are in [`laws`].

mod laws;

use jiff::ToSpan;

use super::*;
use crate::answers::Answer;
use crate::course::tests::{protocol, session};
use crate::words::{Flag, Sign, Word};

/// A check-in so many hours after the session.
fn checkin(session: &Session, hours: i64) -> CheckIn {
    CheckIn { at: session.at.saturating_add(hours.hours()), signs: [Some(0); 6], flags: Vec::new() }
}

impl CheckIn {
    fn with(mut self, sign: Sign, score: u8) -> Self {
        self.signs[sign as usize] = Some(score);
        self
    }
    fn without(mut self, sign: Sign) -> Self {
        self.signs[sign as usize] = None;
        self
    }
    fn flagged(mut self, flag: Flag) -> Self {
        self.flags.push(flag);
        self
    }
}

fn judged(checkins: &[CheckIn]) -> Triage<'static> {
    judge(protocol(), &session(1.5), checkins, None)
}

fn on_day(day: i64) -> CheckIn {
    checkin(&session(1.5), day * 24 + 6)
}

/// Every question answered with its first word, which is the harmless one; then one of them anew.
fn answers(question: &str, word: Option<&str>) -> Answers {
    let mut answers = Answers::unknown(protocol().questions().len());
    for (place, row) in protocol().questions().iter().enumerate() {
        answers.set(place, if row.products { Answer::products(&[]) } else { Answer::Word(0) });
    }
    let (place, row) = protocol().find_question(question).unwrap();
    answers.set(place, word.map_or(Answer::Unknown, |word| Answer::word(row, word).unwrap()));
    answers
}

#[test]
fn m5_red_and_tender_on_the_day_itself_is_expected() {
    let triage = judged(&[on_day(0).with(Sign::Redness, 4).with(Sign::Tenderness, 3)]);
    assert_eq!(triage.level, Level::Expected);
    assert!(matches!(triage.reasons[..], [Reason { why: Why::Fine { day: 0 }, .. }]));
}

#[test]
fn m10_strong_redness_on_day_five_is_not_expected() {
    let triage = judged(&[on_day(5).with(Sign::Redness, 9)]);
    assert!(triage.level >= Level::Watch);
}

#[test]
fn m10_anything_left_after_a_week_escalates() {
    for sign in [Sign::Redness, Sign::Swelling, Sign::Tenderness] {
        let left = |day: i64, score| on_day(day).with(sign, score);
        assert!(judged(&[left(9, 1)]).level > Level::Expected, "{sign}");
        assert!(judged(&[left(9, 2)]).level >= Level::Contact, "{sign}");
        assert!(judged(&[left(7, 1), left(9, 1)]).level >= Level::Contact, "{sign}: it never went");
    }
}

#[test]
fn m10_rising_after_day_three_escalates() {
    let triage = judged(&[on_day(3).with(Sign::Redness, 1), on_day(4).with(Sign::Redness, 4)]);
    assert!(triage.level >= Level::Contact);
    assert!(
        triage.reasons.iter().any(|reason| matches!(reason.why, Why::Rising { before: 1, .. }))
    );
}

#[test]
fn b1_one_point_is_no_reason_to_send_anybody_to_a_doctor() {
    let red = |day, score| on_day(day).with(Sign::Redness, score);
    assert_eq!(judged(&[red(3, 1), red(4, 2)]).level, Level::Expected, "within what is usual");
    assert_eq!(judged(&[red(4, 3), red(5, 3)]).level, Level::Expected, "over it by one, once");
    assert_eq!(judged(&[red(5, 3), red(6, 3)]).level, Level::Watch, "twice");
    assert_eq!(judged(&[red(5, 3), red(6, 3), red(7, 2)]).level, Level::Contact, "it adds up");
    let spot = |day, score| on_day(day).with(Sign::Breakout, score);
    assert_eq!(judged(&[spot(8, 1)]).level, Level::Watch, "one spot left");
    assert_eq!(judged(&[spot(8, 1), spot(9, 1)]).level, Level::Watch);
    assert_eq!(judged(&[spot(8, 1), spot(9, 1), spot(11, 1)]).level, Level::Contact, "three days");
    assert_eq!(
        judged(&[spot(8, 1), spot(9, 0), spot(11, 1)]).level,
        Level::Expected,
        "it had gone"
    );
    assert_eq!(judged(&[spot(8, 2)]).level, Level::Contact);
}

#[test]
fn b1_signs_that_rise_together_count_by_their_sum() {
    let all = |day: i64, [redness, swelling, tenderness]: [u8; 3]| {
        let red = on_day(day).with(Sign::Redness, redness);
        red.with(Sign::Swelling, swelling).with(Sign::Tenderness, tenderness)
    };
    let calm = [all(1, [5, 3, 3]), all(2, [4, 2, 2]), all(3, [3, 1, 2])];
    let then = |scores| judged(&[&calm[..], &[all(4, scores)]].concat());
    assert_eq!(then([3, 1, 1]).level, Level::Expected);
    let ill = then([4, 2, 2]);
    assert_eq!(ill.level, Level::Contact, "each by a point or two");
    assert!(ill.reasons.iter().any(|reason| matches!(reason.why, Why::Beyond { score: 8, .. })));
    // What is beyond one's own course does not become a part of it.
    let still = judged(&[&calm[..], &[all(4, [4, 2, 2]), all(5, [4, 2, 2])]].concat());
    assert!(still.level >= Level::Contact);
}

#[test]
fn b2_flakes_may_rise_until_day_five() {
    let flakes = |day, score| on_day(day).with(Sign::Flaking, score);
    assert_eq!(judged(&[flakes(3, 1), flakes(4, 3), flakes(5, 4)]).level, Level::Expected);
    assert_eq!(judged(&[flakes(4, 1), flakes(6, 4)]).level, Level::Watch);
}

#[test]
fn b3_what_was_always_there_is_no_reaction() {
    let before = checkin(&session(1.5), -24).with(Sign::Redness, 2).with(Sign::Breakout, 1);
    let after = on_day(10).with(Sign::Redness, 2).with(Sign::Breakout, 1);
    let alone = judged(std::slice::from_ref(&after));
    assert_eq!((alone.level, alone.healed), (Level::Contact, false));
    let known = judged(&[before.clone(), after]);
    assert_eq!((known.level, known.unlocks_next), (Level::Expected, true));
    let more = judged(&[before, on_day(10).with(Sign::Redness, 4).with(Sign::Breakout, 1)]);
    assert_eq!((more.level, more.healed), (Level::Contact, false));
}

#[test]
fn b7_check_ins_are_due_every_day_of_the_first_week() {
    for day in 1..7 {
        let seen = checkin(&session(1.5), day * 24);
        let due = judged(std::slice::from_ref(&seen)).next_checkin.unwrap();
        assert_eq!(due, seen.at.saturating_add(24.hours()), "day {day}");
    }
}

#[test]
fn a3_scores_alone_are_same_day_where_they_do_not_wait() {
    let all = |checkin: CheckIn, score| {
        let red = checkin.with(Sign::Redness, score).with(Sign::Swelling, score);
        red.with(Sign::Tenderness, score)
    };
    assert_eq!(judged(&[all(on_day(4), 10)]).level, Level::SameDay, "very strong");
    let fast = [on_day(3).with(Sign::Tenderness, 3), on_day(4).with(Sign::Tenderness, 6)];
    assert_eq!(judged(&fast).level, Level::SameDay, "far over the band, and fast");
    let slower = [on_day(2).with(Sign::Tenderness, 3), on_day(5).with(Sign::Tenderness, 6)];
    assert_eq!(judged(&slower).level, Level::Contact);
    let worse = [all(on_day(2), 2), all(on_day(3), 2), all(on_day(4), 4)];
    assert_eq!(judged(&worse).level, Level::SameDay, "together far beyond their own course");
    let ill = all(on_day(4), 9).flagged(Flag::Fever);
    assert_eq!(judged(&[ill]).level, Level::Emergency, "with fever");
}

#[test]
fn a3_swelling_within_hours_does_not_wait() {
    let body = Session { areas: vec![crate::words::Area::Thighs], ..session(0.5) };
    let level = |session: &Session, score| {
        let swollen = checkin(session, 1).with(Sign::Swelling, score);
        judge(protocol(), session, &[swollen], None).level
    };
    assert_eq!(level(&body, 4), Level::Expected);
    assert_eq!(level(&body, 10), Level::SameDay);
    assert_eq!(level(&session(0.5), 7), Level::SameDay);
    assert_eq!(level(&session(0.5), 10), Level::Emergency, "a face");
}

#[test]
fn a6_nothing_said_is_never_as_expected() {
    let silent = |day| CheckIn { signs: [None; 6], ..on_day(day) };
    assert_eq!(judged(&[silent(4)]).level, Level::Watch);
    assert_eq!(judged(&[on_day(3), silent(4)]).level, Level::Watch);
    let bad = on_day(3).with(Sign::Redness, 9).with(Sign::Tenderness, 9);
    let after = judged(&[bad.clone(), silent(4)]);
    assert_eq!(after.level, judged(std::slice::from_ref(&bad)).level);
    let some = CheckIn { signs: [None; 6], ..on_day(4) }.with(Sign::Flaking, 0);
    assert_eq!(judged(&[bad.clone(), some]).level, judged(&[bad]).level, "not all six are said");
}

#[test]
fn m10_creeping_up_in_small_steps_is_rising_too() {
    let swollen = |day, score| on_day(day).with(Sign::Swelling, score);
    let row = protocol().rows().sign.iter().find(|row| row.id == Sign::Swelling).unwrap();
    let crept = judged(&[swollen(4, 0), swollen(5, 1), swollen(6, 2), swollen(7, 2)]);
    assert!(crept.level >= row.rising);
    let steady = judged(&[swollen(4, 1), swollen(5, 1)]);
    assert!(!steady.reasons.iter().any(|reason| matches!(reason.why, Why::Rising { .. })));
}

#[test]
fn m10_pus_is_seen_the_same_day_however_well_all_else_is() {
    assert!(judged(&[on_day(1).flagged(Flag::Pus)]).level >= Level::SameDay);
}

#[test]
fn m10_infected_skin_with_fever_is_an_emergency() {
    let together = [on_day(2).flagged(Flag::Pus).flagged(Flag::Fever)];
    let one_after_the_other = [on_day(2).flagged(Flag::Pus), on_day(3).flagged(Flag::Fever)];
    assert_eq!(judged(&together).level, Level::Emergency);
    assert_eq!(judged(&one_after_the_other).level, Level::Emergency);
}

#[test]
fn m10_a_cold_sore_does_not_wait() {
    assert!(judged(&[on_day(2).flagged(Flag::ColdSore)]).level >= Level::Contact);
}

#[test]
fn b4_a_warning_sign_stays_open_until_somebody_has_looked() {
    let triage = judged(&[on_day(2).flagged(Flag::Pus), on_day(3)]);
    assert_eq!(triage.level, protocol().triage().lingering);
    assert!(matches!(triage.reasons[..], [Reason { why: Why::Lingers(_), .. }]));
    assert!(!triage.unlocks_next);
    let much_later = judged(&[on_day(2).flagged(Flag::Pus), on_day(60)]);
    assert_eq!(much_later.level, protocol().triage().lingering, "nobody has looked");
    assert!(!much_later.unlocks_next);
}

#[test]
fn a_warning_sign_with_a_rule_of_its_own_is_let_go_by_it() {
    let fever = on_day(2).flagged(Flag::Fever);
    let early = judged(&[fever.clone(), on_day(8)]);
    assert_eq!(early.level, protocol().triage().lingering, "six days");
    assert_eq!(judged(&[fever.clone(), on_day(9)]).level, Level::Expected);
    let unsaid = on_day(9).without(Sign::Oozing);
    assert_eq!(judged(&[fever, unsaid]).level, Level::SameDay, "not everything was said");
}

#[test]
fn an_emergency_that_has_passed_is_no_matter_of_days() {
    assert_eq!(judged(&[on_day(0).flagged(Flag::Fits), on_day(1)]).level, Level::SameDay);
    let both = on_day(2).flagged(Flag::Pus).flagged(Flag::Fever);
    assert_eq!(judged(&[both, on_day(3)]).level, Level::SameDay);
}

#[test]
fn saying_nothing_changes_nothing_and_is_told() {
    let silent = |day| CheckIn { signs: [None; 6], ..on_day(day) };
    for story in [
        vec![on_day(5).with(Sign::Redness, 9)],
        vec![on_day(2).flagged(Flag::Pus)],
        vec![on_day(10)],
        vec![on_day(4).with(Sign::Redness, 1), on_day(5).with(Sign::Redness, 2)],
    ] {
        let before = judged(&story);
        let mut story = story;
        story.push(silent(12));
        let after = judged(&story);
        assert_eq!((after.level, after.healed), (before.level.max(Level::Watch), before.healed));
        let told = |reason: &Reason<'_>| matches!(reason.why, Why::NothingSaid);
        assert!(after.level > Level::Watch || after.reasons.iter().any(told), "{after:?}");
    }
    let first = judged(&[silent(1)]);
    assert_eq!(first.level, Level::Watch);
    assert!(matches!(first.reasons[..], [Reason { why: Why::NothingSaid, .. }]));
}

#[test]
fn skin_can_be_seen_healed_before_it_counts_as_closed() {
    let session = session(0.25);
    let judged = |hours| judge(protocol(), &session, &[checkin(&session, hours)], None);
    assert!(!judged(7).healed, "too early to tell");
    assert!(judged(9).healed && !judged(9).unlocks_next);
    assert!(judged(24).unlocks_next);
}

#[test]
fn the_latest_is_judged_whatever_the_order() {
    let (bad, good) = (on_day(4).with(Sign::Redness, 10), on_day(20));
    assert_eq!(judged(&[bad.clone(), good.clone()]).level, Level::Expected);
    assert_eq!(judged(&[good, bad]).level, Level::Expected);
}

#[test]
fn m9_healed_skin_unlocks_the_next_session_and_nothing_else_does() {
    assert!(judged(&[on_day(10)]).unlocks_next);
    assert!(!judged(&[on_day(10).with(Sign::Redness, 1)]).unlocks_next);
    assert!(!judged(&[on_day(10).without(Sign::Oozing)]).unlocks_next);
    assert!(!judged(&[on_day(0)]).unlocks_next);
    assert!(!judged(&[]).unlocks_next);
}

#[test]
fn without_a_check_in_one_is_asked_for() {
    let triage = judged(&[]);
    assert_eq!(triage.level, Level::Watch);
    assert!(matches!(triage.reasons[..], [Reason { why: Why::NoneYet, .. }]));
    assert!(triage.next_checkin.unwrap() > session(1.5).at);
}

#[test]
fn while_something_is_watched_the_next_check_in_is_not_put_off() {
    let latest = on_day(9).with(Sign::Redness, 1);
    let watched = protocol().triage().due_watched.after(&latest.at);
    assert!(judged(&[latest]).next_checkin.unwrap() <= watched);
    assert!(judged(&[on_day(400)]).next_checkin.is_none());
}

#[test]
fn diabetes_and_weak_immunity_raise_by_one_and_not_knowing_does_too() {
    let story = [on_day(5).with(Sign::Redness, 10)];
    let level = |answers: &Answers| judge(protocol(), &session(1.5), &story, Some(answers)).level;
    let usual = level(&answers("diabetes", Some("no")));
    for (question, word) in
        [("diabetes", Some("uncontrolled")), ("weak_immunity", Some("yes")), ("diabetes", None)]
    {
        let raised = level(&answers(question, word));
        assert!(raised > usual || usual >= protocol().triage().raised_up_to, "{question} {word:?}");
    }
    assert_eq!(judged(&story).level, usual);
}

#[test]
fn skin_as_expected_is_not_raised() {
    let triage = judge(protocol(), &session(1.5), &[on_day(10)], Some(&answers("diabetes", None)));
    assert_eq!(triage.level, Level::Expected);
}

#[test]
fn a4_every_sign_of_an_emergency_can_be_ticked_and_is_one_at_once() {
    use Flag::{Bleeding, BlueLips, Breathless, Eye, Faint, Fits, NumbMouth, SwollenFace};
    for flag in [SwollenFace, Faint, NumbMouth, Eye, Bleeding, BlueLips, Breathless, Fits] {
        let fine = checkin(&session(1.5), 1).flagged(flag);
        let silent = CheckIn { signs: [None; 6], ..fine.clone() };
        for first in [fine, silent] {
            let triage = judged(&[first]);
            assert_eq!(triage.level, Level::Emergency, "{flag}");
        }
    }
}

#[test]
fn b6_a_rash_lines_and_white_spots_can_be_ticked() {
    assert_eq!(judged(&[on_day(2).flagged(Flag::ItchyRash)]).level, Level::Contact);
    assert_eq!(judged(&[on_day(9).flagged(Flag::Lines)]).level, Level::Contact);
    assert_eq!(judged(&[on_day(9).flagged(Flag::WhiteSpots)]).level, Level::Watch);
    assert_eq!(judged(&[on_day(60).flagged(Flag::WhiteSpots)]).level, Level::Contact);
}

#[test]
fn every_zone_with_a_number_is_one_that_there_is() {
    for row in &protocol().rows().emergency {
        for zone in &row.zones {
            assert!(jiff::tz::TimeZone::get(zone).is_ok(), "{zone}");
        }
    }
}
