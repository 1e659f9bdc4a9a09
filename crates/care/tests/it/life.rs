//! Single lives, as they went wrong or could: what a standing says of each.

use care::Protocol;
use care::measure::NeedleLength;
use care::person::Device;
use care::session::{CheckIn, Session};
use care::standing::{Because, Standing, State, What};
use care::story::{About, Begun, Clearance, How, KeptDay, LeftOut, Move, Said, Story};
use care::triage::Why;
use care::verdict::Verdict;
use care::words::{Area, DeviceKind, Flag, Level, ProductClass, Setting, Sign, SkinType};
use jiff::civil::{Date, date, time};
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};
use testkit::{clear, protocol};

fn at(text: &str) -> Zoned {
    let zone = TimeZone::get("Europe/Paris").unwrap();
    text.parse::<jiff::civil::DateTime>().unwrap().to_zoned(zone).unwrap()
}

/// Somebody at home with a 0.25 mm roller, who begins on 5 December at 19:00.
fn beginner(protocol: &Protocol) -> Story {
    let first = date(2026, 12, 5);
    let begun = Begun { first, time: time(19, 0, 0, 0), since: first };
    Story { programme: Some(begun), ..Story::new((*clear(protocol)).clone()) }
}

fn session(moment: &str, mm: f64) -> Session {
    Session {
        at: at(moment),
        setting: Setting::Home,
        areas: vec![Area::Cheeks],
        skin_type: SkinType::new(2),
        length: NeedleLength::from_mm(mm).unwrap(),
        passes: None,
        anaesthetic: None,
        dark_marks: false,
        device: None,
    }
}

fn clear_skin(moment: &str) -> CheckIn {
    CheckIn { at: at(moment), signs: [Some(0); 6], flags: Vec::new() }
}
fn silent(moment: &str) -> CheckIn {
    CheckIn { signs: [None; 6], ..clear_skin(moment) }
}
fn flagged(moment: &str, flags: &[Flag]) -> CheckIn {
    CheckIn { flags: flags.to_vec(), ..silent(moment) }
}

fn said(on: Date, about: About, said: Said) -> Clearance {
    Clearance { on, at: None, noted: None, about, said, by: Some("GP".into()), until: None }
}

fn until(standing: &Standing<'_>, cause: &str) -> Option<String> {
    let lock = standing.locks.iter().find(|lock| lock.cause.word() == cause)?;
    Some(lock.until.as_ref().map_or("open end".into(), |until| {
        format!("{} {:02}:{:02}", until.date(), until.hour(), until.minute())
    }))
}
fn causes(standing: &Standing<'_>) -> Vec<&'static str> {
    standing.locks.iter().map(|lock| lock.cause.word()).collect()
}
fn not_before(standing: &Standing<'_>, class: ProductClass) -> Zoned {
    let products = &standing.aftercare.as_ref().unwrap().products;
    products.iter().find(|product| product.row.class == class).unwrap().not_before.clone()
}

#[test]
fn the_rest_follows_the_needles_that_were_used() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    story.sessions.push(session("2026-12-05T19:00", 1.5));
    story.checkins.push(clear_skin("2026-12-10T19:00"));
    let standing = Standing::of(&protocol, &story, &at("2026-12-10T20:00"));
    assert_eq!(until(&standing, "rest").unwrap(), "2027-01-30 19:00", "eight weeks");
    let next = standing.next.unwrap();
    assert_eq!(next.not_before, at("2027-01-30T19:00"));
    assert!(next.ideal >= date(2027, 1, 30));
}

#[test]
fn a5_a_new_session_wipes_out_no_warning_sign_and_fever_beside_it_is_an_emergency() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    story.sessions.push(session("2026-12-05T19:00", 0.25));
    story.checkins.push(flagged("2026-12-06T08:00", &[Flag::Pus]));
    story.sessions.push(session("2026-12-06T19:00", 0.25));
    let now = at("2026-12-06T19:01");
    let standing = Standing::of(&protocol, &story, &now);
    assert_eq!(standing.level(), Some(Level::SameDay));
    assert!(causes(&standing).contains(&"flag") && standing.next.is_none());
    story.checkins.push(flagged("2026-12-06T19:01", &[Flag::Fever]));
    assert_eq!(Standing::of(&protocol, &story, &now).level(), Some(Level::Emergency));
}

#[test]
fn the_waits_of_longer_needles_stand_beside_shorter_ones() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    story.sessions.push(session("2026-12-05T19:00", 1.5));
    let now = at("2026-12-05T19:05");
    let long = Standing::of(&protocol, &story, &now);
    story.sessions.push(session("2026-12-05T19:00", 0.3));
    let both = Standing::of(&protocol, &story, &now);
    for class in [ProductClass::Retinoid, ProductClass::MakeUp, ProductClass::Sun] {
        assert_eq!(not_before(&both, class), not_before(&long, class), "{class}");
    }
    assert_eq!(until(&both, "rest"), until(&long, "rest"));
}

#[test]
fn a_late_plan_is_planned_anew_from_now() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    let first = date(2026, 10, 5);
    story.programme = Some(Begun { first, time: time(19, 0, 0, 0), since: first });
    story.sessions.push(session("2026-10-05T19:00", 0.25));
    story.checkins.push(clear_skin("2026-10-06T19:00"));
    let standing = Standing::of(&protocol, &story, &at("2026-11-16T10:00"));
    let next = standing.next.unwrap();
    assert_eq!((next.n, next.of, next.ideal, next.late), (2, 42, date(2026, 11, 16), true));
    assert_eq!(next.best_by, date(2026, 11, 22), "its rhythm, not compressed");
    let planned =
        standing.sessions.iter().filter(|slot| matches!(slot.state, State::Planned { .. }));
    assert_eq!(planned.count(), 41);
    assert!(matches!(standing.sessions[0].state, State::Done { .. }));
}

#[test]
fn daily_means_the_next_day_at_the_usual_hour() {
    let protocol = protocol();
    // Rolled on the day, a check-in, and when it opens: a little late, early, on the nights on which clocks change.
    let rows = [
        ("2026-12-05T19:00", "2026-12-06T07:30", "2026-12-06T19:00"),
        ("2026-12-05T19:25", "2026-12-06T12:00", "2026-12-06T19:00"),
        ("2026-12-05T18:30", "2026-12-06T12:00", "2026-12-06T18:30"),
        ("2026-12-05T08:00", "2026-12-06T07:00", "2026-12-06T08:00"),
        ("2027-03-27T19:00", "2027-03-28T12:00", "2027-03-28T19:00"),
        ("2027-10-30T19:10", "2027-10-31T12:00", "2027-10-31T19:00"),
    ];
    for (rolled, seen, opens) in rows {
        let mut story = beginner(&protocol);
        story.sessions.push(session(rolled, 0.25));
        story.checkins.push(clear_skin(seen));
        let opens = at(opens);
        let just_before = Standing::of(&protocol, &story, &opens.saturating_sub(1.minute()));
        assert_eq!(causes(&just_before), ["rest"], "{rolled}: the true reason");
        assert_eq!(just_before.locks[0].until.as_ref(), Some(&opens), "{rolled}");
        let then = Standing::of(&protocol, &story, &opens);
        assert!(then.is_open(), "{rolled}: {:?}", then.locks);
        assert_eq!(then.next.unwrap().ideal, opens.date());
    }
}

#[test]
fn without_a_word_skin_is_not_healed() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    story.sessions.push(session("2026-12-05T19:00", 0.25));
    for checkin in [None, Some(silent("2026-12-06T19:30"))] {
        story.checkins.extend(checkin);
        let standing = Standing::of(&protocol, &story, &at("2026-12-06T20:00"));
        assert_eq!((causes(&standing), standing.level()), (vec!["healing"], Some(Level::Watch)));
        assert!(standing.next.is_none());
        assert!(standing.sessions.len() > 1, "what would come once it has healed is still shown");
    }
    let reasons = Standing::of(&protocol, &story, &at("2026-12-06T20:00")).triage.unwrap().reasons;
    assert!(matches!(reasons[0].why, Why::NothingSaid));
}

#[test]
fn a_clinician_lifts_what_asks_for_one_and_lapses() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    story.person = (*clear(&protocol).answers("anticoagulant", "yes")).clone();
    let about = About::find(&protocol, "anticoagulant").unwrap();
    let verdict = |story: &Story, on: &str| Standing::of(&protocol, story, &at(on)).decided.verdict;
    assert_eq!(verdict(&story, "2026-12-05T20:00"), Verdict::AskClinician);
    let yes =
        Clearance { until: Some(date(2027, 6, 1)), ..said(date(2026, 12, 1), about, Said::Yes) };
    story.clearances.push(yes.clone());
    let standing = Standing::of(&protocol, &story, &at("2026-12-05T20:00"));
    assert_eq!(standing.decided.verdict, Verdict::ProceedWithCare);
    assert_eq!(standing.decided.findings[0].clearance.as_ref(), Some(&yes));
    assert!(standing.is_open());
    assert_eq!(verdict(&story, "2026-11-30T20:00"), Verdict::AskClinician, "not said yet");
    assert_eq!(verdict(&story, "2027-06-01T20:00"), Verdict::AskClinician, "its date has come");
    let (place, _) = protocol.find_question("cold_sores").unwrap();
    story.person =
        (*clear(&protocol).answers("anticoagulant", "yes").answers("cold_sores", "past")).clone();
    story.given = vec![None; protocol.questions().len()];
    story.given[place] = Some(date(2026, 12, 3));
    let noted = Clearance { noted: Some(date(2026, 12, 3)), ..story.clearances[0].clone() };
    let later = Story { clearances: vec![noted], ..story.clone() };
    let known = Standing::of(&protocol, &later, &at("2026-12-05T20:00")).decided.findings;
    assert!(
        known.iter().any(|one| one.verdict == Verdict::ProceedWithCare),
        "nothing new since it was noted"
    );
    let findings = Standing::of(&protocol, &story, &at("2026-12-05T20:00")).decided.findings;
    let own =
        findings.iter().find(|one| one.finding.question(&protocol).unwrap().id == "anticoagulant");
    assert_eq!(own.unwrap().verdict, Verdict::AskClinician, "something new was said since");
    story.person =
        (*clear(&protocol).answers("anticoagulant", "yes").answers("pregnancy", "pregnant"))
            .clone();
    let pregnancy = About::find(&protocol, "pregnancy").unwrap();
    story.clearances.push(said(date(2026, 12, 2), pregnancy, Said::Yes));
    assert_eq!(verdict(&story, "2026-12-05T20:00"), Verdict::DoNot);
}

#[test]
fn a_clinicians_no_or_wait_is_a_lock_of_its_own() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    story.person = (*clear(&protocol).answers("anticoagulant", "yes")).clone();
    let about = About::find(&protocol, "anticoagulant").unwrap();
    let now = at("2026-12-05T20:00");
    story.clearances.push(said(date(2026, 12, 1), about, Said::WaitUntil(date(2027, 1, 10))));
    let standing = Standing::of(&protocol, &story, &now);
    assert_eq!(standing.decided.verdict, Verdict::WaitUntil(date(2027, 1, 10)));
    assert_eq!(until(&standing, "clearance").unwrap(), "2027-01-10 00:00");
    assert_eq!(causes(&standing), ["clearance"]);
    assert_eq!(standing.next.unwrap().ideal, date(2027, 1, 10));
    let later = Standing::of(&protocol, &story, &at("2027-01-10T00:00"));
    assert!(later.is_open() && later.decided.verdict == Verdict::ProceedWithCare);
    story.clearances.push(said(date(2026, 12, 4), about, Said::No));
    let standing = Standing::of(&protocol, &story, &now);
    assert_eq!(standing.decided.verdict, Verdict::DoNot);
    assert!(standing.next.is_none());
    story.clearances.push(said(date(2026, 12, 5), about, Said::Yes));
    assert!(Standing::of(&protocol, &story, &now).is_open(), "the last word counts");
}

#[test]
fn somebody_has_looked_at_a_sign() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    story.sessions.push(session("2026-12-05T19:00", 0.25));
    story.checkins.push(flagged("2026-12-07T08:00", &[Flag::Pus]));
    story.checkins.push(clear_skin("2026-12-30T08:00"));
    let now = at("2026-12-30T20:00");
    let before = Standing::of(&protocol, &story, &now);
    assert!(before.level() >= Some(Level::Contact), "three weeks, and nobody has looked");
    assert_eq!((before.open().len(), before.open()[0].since.date()), (1, date(2026, 12, 7)));
    story.clearances.push(said(date(2026, 12, 8), About::Flag(Flag::Pus), Said::Yes));
    let after = Standing::of(&protocol, &story, &now);
    assert_eq!((after.level(), after.open().len()), (Some(Level::Expected), 0));
    assert!(after.is_open());
    story.checkins.push(flagged("2026-12-30T19:00", &[Flag::Pus]));
    let again = Standing::of(&protocol, &story, &now);
    assert_eq!(
        (again.level(), again.open()[0].since.date()),
        (Some(Level::SameDay), date(2026, 12, 30))
    );
}

#[test]
fn what_was_looked_at_and_is_no_hurry_stays_seen_until_the_next_session() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    story.sessions.push(session("2026-12-05T19:00", 0.25));
    story.checkins.push(flagged("2026-12-10T08:00", &[Flag::DarkPatches]));
    story.clearances.push(said(date(2026, 12, 11), About::Flag(Flag::DarkPatches), Said::Yes));
    let still = CheckIn { flags: vec![Flag::DarkPatches], ..clear_skin("2026-12-20T08:00") };
    story.checkins.push(still);
    let standing = Standing::of(&protocol, &story, &at("2026-12-20T20:00"));
    assert!(standing.open()[0].seen && standing.is_open(), "{:?}", standing.locks);
    story.sessions.push(session("2026-12-20T20:00", 0.25));
    let after = CheckIn { flags: vec![Flag::DarkPatches], ..clear_skin("2026-12-22T08:00") };
    story.checkins.push(after);
    let standing = Standing::of(&protocol, &story, &at("2026-12-22T20:00"));
    assert!(!standing.open()[0].seen && causes(&standing).contains(&"flag"));
}

#[test]
fn what_lies_ahead_is_named_and_everything_else_goes_on() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    story.sessions.push(session("2027-12-05T09:30", 0.25));
    story.sessions.push(session("2026-12-06T09:30", 0.25));
    let standing = Standing::of(&protocol, &story, &at("2026-12-06T10:00"));
    assert_eq!(standing.day, Some(0));
    assert_eq!(standing.set_aside.len(), 1);
    assert_eq!(standing.set_aside[0].because, Because::Future);
}

#[test]
fn a_kept_day_blocks_and_the_plan_goes_around_it() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    story.person = (*clear(&protocol).with_needles(0.3)).clone();
    story.sessions.push(session("2026-12-05T19:00", 0.3));
    story.checkins.push(clear_skin("2026-12-09T08:00"));
    story.kept_days.push(KeptDay { on: date(2026, 12, 14), days_before: Some(4) });
    let standing = Standing::of(&protocol, &story, &at("2026-12-09T20:00"));
    assert!(standing.is_open(), "{:?}", standing.locks);
    assert_eq!(
        standing.next.unwrap().ideal,
        date(2026, 12, 15),
        "12 December lies in the kept days"
    );
    let within = Standing::of(&protocol, &story, &at("2026-12-12T20:00"));
    assert_eq!(until(&within, "keep-free").unwrap(), "2026-12-15 00:00");
    story.kept_days[0].days_before = None;
    let within = Standing::of(&protocol, &story, &at("2026-12-13T20:00"));
    assert_eq!(
        until(&within, "keep-free").unwrap(),
        "2026-12-15 00:00",
        "the day before, by the protocol"
    );
}

#[test]
fn a_late_or_locked_session_moves_from_the_day_that_is_said_of_it() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    story.person = (*clear(&protocol).with_needles(0.3)).clone();
    story.person.free_days = vec![care::words::Weekday::Saturday];
    story.sessions.push(session("2026-12-05T19:00", 0.3));
    story.checkins.push(clear_skin("2026-12-09T08:00"));
    let ideal = |story: &Story| {
        let now = at("2027-01-11T20:00");
        Standing::of(&protocol, story, &now).next.unwrap().ideal
    };
    assert_eq!(ideal(&story), date(2027, 1, 16), "late, on the next Saturday");
    story.moves.push(Move { from: date(2027, 1, 16), to: date(2027, 1, 14) });
    assert_eq!(ideal(&story), date(2027, 1, 14));
    story.kept_days.push(KeptDay { on: date(2027, 1, 14), days_before: Some(0) });
    assert_eq!(ideal(&story), date(2027, 1, 16), "not on a day that is kept free");
}

#[test]
fn a_session_is_moved_missed_or_skipped() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    story.person = (*clear(&protocol).with_needles(0.3)).clone();
    story.sessions.push(session("2026-12-05T19:00", 0.3));
    story.checkins.push(clear_skin("2026-12-09T08:00"));
    let next = |story: &Story, now: &str| Standing::of(&protocol, story, &at(now)).next.unwrap();
    let planned = next(&story, "2026-12-09T20:00");
    assert_eq!((planned.n, planned.of, planned.ideal), (2, 6, date(2026, 12, 12)));
    story.moves.push(Move { from: date(2026, 12, 12), to: date(2026, 12, 14) });
    assert_eq!(next(&story, "2026-12-09T20:00").ideal, date(2026, 12, 14));
    story.moves.push(Move { from: date(2026, 12, 14), to: date(2026, 12, 7) });
    let refused = Standing::of(&protocol, &story, &at("2026-12-06T20:00"));
    let named = |one: &care::standing::SetAside| one.what == What::Move(date(2026, 12, 7));
    assert!(refused.set_aside.iter().any(named), "the skin rests until the 8th");
    story.moves.clear();
    story.left_out.push(LeftOut { on: date(2026, 12, 12), how: How::Missed });
    let missed = next(&story, "2026-12-12T20:00");
    assert_eq!((missed.n, missed.ideal), (2, date(2026, 12, 13)), "it is still to be held");
    story.left_out[0].how = How::Skipped;
    let skipped = next(&story, "2026-12-12T20:00");
    assert_eq!(
        (skipped.n, skipped.of, skipped.ideal),
        (3, 6, date(2026, 12, 19)),
        "one less to go"
    );
}

#[test]
fn any_session_still_to_come_can_be_moved_and_those_after_it_follow() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    story.sessions.push(session("2026-12-05T19:00", 0.25));
    story.checkins.push(clear_skin("2026-12-06T08:00"));
    story.moves.push(Move { from: date(2026, 12, 12), to: date(2026, 12, 14) });
    let standing = Standing::of(&protocol, &story, &at("2026-12-06T19:30"));
    let planned = |slot: &care::standing::Slot| match slot.state {
        State::Planned { ideal, .. } => Some(ideal),
        _ => None,
    };
    let days: Vec<Date> = standing.sessions.iter().filter_map(planned).collect();
    assert!(!days.contains(&date(2026, 12, 12)) && !days.contains(&date(2026, 12, 13)), "{days:?}");
    assert!(days.contains(&date(2026, 12, 14)) && days.contains(&date(2026, 12, 15)));
    story.moves.push(Move { from: date(2027, 12, 12), to: date(2027, 12, 14) });
    let standing = Standing::of(&protocol, &story, &at("2026-12-06T19:30"));
    assert_eq!(standing.set_aside[0].because, Because::NotPlanned);
}

#[test]
fn a_programme_waits_for_its_first_day_and_ends_with_its_last_session() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    story.person = (*clear(&protocol).with_needles(0.3)).clone();
    let before = Standing::of(&protocol, &story, &at("2026-12-01T20:00"));
    assert_eq!(until(&before, "future").unwrap(), "2026-12-05 00:00");
    assert_eq!(before.next.unwrap().ideal, date(2026, 12, 5));
    for week in 0..6i64 {
        let moment = at("2026-12-05T19:00").saturating_add((week * 7).days());
        story.sessions.push(Session { at: moment.clone(), ..session("2026-12-05T19:00", 0.3) });
        let seen = moment.saturating_add(5.days());
        story.checkins.push(CheckIn { at: seen, ..clear_skin("2026-12-05T19:00") });
    }
    let after = Standing::of(&protocol, &story, &at("2027-03-01T20:00"));
    assert_eq!(causes(&after), ["over"]);
    assert!(after.next.is_none() && after.sessions.len() == 6);
}

#[test]
fn too_many_punctures_rest_longer() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    let device = Device { kind: DeviceKind::Roller, needles: Some(540), length: None };
    let dense =
        Session { passes: Some(8), device: Some(device), ..session("2026-12-05T19:00", 0.25) };
    story.sessions.push(dense);
    let standing = Standing::of(&protocol, &story, &at("2026-12-06T20:00"));
    assert_eq!(until(&standing, "density").unwrap(), "2026-12-08 19:00");
    let half = Session { passes: Some(4), ..story.sessions[0].clone() };
    let again = Session { at: at("2026-12-05T19:30"), ..half.clone() };
    let twice = Story { sessions: vec![half, again], ..story.clone() };
    let twice = Standing::of(&protocol, &twice, &at("2026-12-06T20:00"));
    assert_eq!(until(&twice, "density").unwrap(), "2026-12-08 19:30", "twice on one day");
}

#[test]
fn while_something_is_urgent_nothing_is_allowed_that_has_to_wait() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    story.sessions.push(session("2026-12-05T19:00", 0.25));
    story.checkins.push(flagged("2026-12-09T08:00", &[Flag::Pus]));
    let standing = Standing::of(&protocol, &story, &at("2026-12-09T20:00"));
    assert!(standing.is_urgent());
    let allowed = |standing: &Standing<'_>, class: ProductClass| {
        let products = &standing.aftercare.as_ref().unwrap().products;
        products.iter().find(|product| product.row.class == class).unwrap().allowed
    };
    assert!(
        !allowed(&standing, ProductClass::MakeUp) && !allowed(&standing, ProductClass::Exercise)
    );
    assert!(allowed(&standing, ProductClass::GentleCleanser));
    story.checkins[0] =
        CheckIn { signs: [Some(0); 6], flags: Vec::new(), ..story.checkins[0].clone() };
    let calm = Standing::of(&protocol, &story, &at("2026-12-09T20:00"));
    assert!(allowed(&calm, ProductClass::MakeUp));
}

#[test]
fn sessions_without_a_programme_are_told_too() {
    let protocol = protocol();
    let mut story = Story { programme: None, ..beginner(&protocol) };
    story.sessions.push(session("2026-12-05T19:00", 0.25));
    let standing = Standing::of(&protocol, &story, &at("2026-12-06T20:00"));
    assert!(matches!(
        standing.sessions[..],
        [care::standing::Slot { n: 1, state: State::Done { .. } }]
    ));
    assert!(standing.next.is_none() && causes(&standing) == ["healing"]);
}

#[test]
fn scores_said_before_a_session_are_a_baseline() {
    let protocol = protocol();
    let mut story = beginner(&protocol);
    let mut before = clear_skin("2026-12-04T08:00");
    before.signs[Sign::Redness as usize] = Some(6);
    story.checkins.push(before);
    let standing = Standing::of(&protocol, &story, &at("2026-12-05T10:00"));
    assert!(standing.level().is_none() && standing.is_open(), "{:?}", standing.locks);
}
