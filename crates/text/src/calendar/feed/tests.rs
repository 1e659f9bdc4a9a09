//! What subscribers rely on; that other programs read a feed is tested by `tests/calendar/check-file`.

use care::programme::plan;
use care::verdict::Verdict;
use jiff::civil::{Date, date, time};

use super::*;

fn of(first: Date, state: &Feed<'_>, zone: &TimeZone) -> String {
    let protocol = crate::in_english();
    with(&protocol, first, zone, |items| feed(&protocol, items, zone, state))
}

fn with<R>(
    protocol: &Worded,
    first: Date,
    zone: &TimeZone,
    act: impl FnOnce(&[Item<'_>]) -> R,
) -> R {
    let person = testkit::clear(protocol).in_clinic().with_needles(1.0);
    let programme = plan(protocol, &person, Verdict::Proceed, first);
    let items = care::agenda::items(protocol, &programme, &person, zone, time(10, 0, 0, 0));
    act(&items)
}

fn neutral() -> Option<Neutral> {
    let text = |text: &str| text.to_owned();
    Some(Neutral {
        name: text("Dates"),
        appointment: text("Appointment"),
        reminder: text("Reminder"),
    })
}

fn named(name: &str) -> String {
    format!("salt-{name}")
}

fn changed(sequence: u64, neutral: Option<Neutral>) -> Feed<'static> {
    let changed = Timestamp::UNIX_EPOCH;
    Feed { uid: &named, sequence, changed, neutral, called_off: &[], kept: &[], kept_title: "" }
}

fn paris() -> TimeZone {
    TimeZone::get("Europe/Paris").unwrap()
}

fn names(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| line.strip_prefix("UID:")).collect()
}

#[test]
fn a_moved_plan_keeps_its_names() {
    let before = of(date(2026, 12, 5), &changed(1, None), &paris());
    let after = of(date(2026, 12, 9), &changed(2, None), &paris());
    assert_eq!(names(&before).len(), names(&after).len());
    let (mut one, mut two) = (names(&before), names(&after));
    one.sort_unstable();
    two.sort_unstable();
    assert_eq!(one, two);
    assert!(before.contains("SEQUENCE:1\r\n") && after.contains("SEQUENCE:2\r\n"));
    assert!(before.contains("LAST-MODIFIED:19700101T000000Z\r\n"));
}

#[test]
fn neutral_titles_give_nothing_away() {
    let text = of(date(2026, 12, 5), &changed(1, neutral()), &paris()).to_lowercase();
    for word in ["needl", "session", "skin", "check", "roller", "retinoid", "prepar", "milestone"] {
        // The names of the test's own salt are the caller's.
        let said = text.lines().filter(|line| !line.starts_with("uid:"));
        assert!(!said.clone().any(|line| line.contains(word)), "{word}: {text}");
    }
    assert!(text.contains("summary:appointment\r\n") && text.contains("summary:reminder\r\n"));
    assert_eq!(text.matches("description:").count(), text.matches("begin:valarm").count());
}

#[test]
fn what_was_called_off_says_so_and_reminds_of_nothing() {
    let (protocol, zone) = (crate::in_english(), paris());
    with(&protocol, date(2026, 12, 5), &zone, |items| {
        let (hold, called_off) = items.split_at(3);
        let text = feed(&protocol, hold, &zone, &Feed { called_off, ..changed(3, neutral()) });
        assert_eq!(text.matches("STATUS:CANCELLED").count(), called_off.len());
        assert_eq!(text.matches("BEGIN:VALARM").count(), hold.len());
        assert_eq!(text.matches("BEGIN:VEVENT").count(), items.len());
    });
}

#[test]
fn an_empty_feed_still_describes_its_zone() {
    let protocol = crate::in_english();
    let text = feed(&protocol, &[], &paris(), &changed(1, neutral()));
    assert!(text.contains("TZID:Europe/Paris\r\n") && !text.contains("VEVENT"), "{text}");
}

#[test]
fn a_day_that_is_kept_is_a_whole_day_without_a_reminder() {
    let protocol = crate::in_english();
    let kept = [("day-1".to_owned(), date(2026, 12, 24))];
    let plain = Feed { kept: &kept, kept_title: "Kept", ..changed(1, None) };
    let text = feed(&protocol, &[], &paris(), &plain);
    assert!(
        text.contains("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261225\r\n"),
        "{text}"
    );
    assert!(text.contains("SUMMARY:Kept\r\n") && !text.contains("VALARM"), "{text}");
    let hidden = Feed { kept: &kept, kept_title: "Kept", ..changed(1, neutral()) };
    assert!(feed(&protocol, &[], &paris(), &hidden).contains("SUMMARY:Reminder\r\n"));
}
