//! The file's own form; that other programs read it is tested by `tests/calendar/run`.

use care::programme::plan;
use care::verdict::Verdict;
use care::words::Setting;
use jiff::civil::{date, time};

use super::*;

const STAMP: Timestamp = Timestamp::UNIX_EPOCH;

fn file(zone: &TimeZone, setting: Setting) -> String {
    let protocol = crate::in_english();
    let mut person = testkit::clear(&protocol);
    if setting == Setting::Clinic {
        person = person.in_clinic().with_needles(1.5);
    }
    let programme = plan(&protocol, &person, Verdict::Proceed, date(2026, 12, 5));
    let items = care::agenda::items(&protocol, &programme, &person, zone, time(10, 0, 0, 0));
    render(&protocol, &items, zone, STAMP)
}

fn paris() -> TimeZone {
    TimeZone::get("Europe/Paris").unwrap()
}

#[test]
fn every_line_ends_in_cr_lf_and_is_short_enough() {
    for zone in [paris(), TimeZone::UTC, TimeZone::get("Asia/Kathmandu").unwrap()] {
        for setting in [Setting::Home, Setting::Clinic] {
            let text = file(&zone, setting);
            assert!(text.ends_with("END:VCALENDAR\r\n"));
            assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
            assert!(text.split("\r\n").all(|line| line.len() <= 75));
        }
    }
}

#[test]
fn long_texts_unfold_to_themselves() {
    for length in 60..400 {
        let mut lines = Lines::default();
        let value = "aé老".repeat(length).chars().take(length).collect::<String>();
        lines.text("SUMMARY", &value);
        let folded = lines.finish();
        assert!(folded.split("\r\n").all(|line| line.len() <= 75), "{folded}");
        assert_eq!(folded.replace("\r\n ", ""), format!("SUMMARY:{value}\r\n"));
    }
}

#[test]
fn special_characters_are_escaped() {
    let mut lines = Lines::default();
    lines.text("SUMMARY", "a,b;c\\d\ne\u{7}\r");
    assert_eq!(lines.finish(), "SUMMARY:a\\,b\\;c\\\\d\\ne\r\n");
}

#[test]
fn the_same_plan_is_the_same_file() {
    assert_eq!(file(&paris(), Setting::Clinic), file(&paris(), Setting::Clinic));
}

#[test]
fn the_zone_has_its_changes_of_the_clock() {
    let text = file(&paris(), Setting::Clinic);
    assert!(text.contains("DTSTART;TZID=Europe/Paris:20261205T100000\r\n"));
    let winter =
        "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n";
    assert!(text.contains(winter), "{text}");
}

#[test]
fn utc_and_fixed_offsets_are_written_in_utc() {
    let offset = TimeZone::fixed(jiff::tz::offset(2));
    for (zone, start) in [(TimeZone::UTC, "20261205T100000Z"), (offset, "20261205T080000Z")] {
        let text = file(&zone, Setting::Clinic);
        assert!(!text.contains("VTIMEZONE"));
        assert!(text.contains(&format!("DTSTART:{start}\r\n")), "{text}");
    }
}

#[test]
fn m9_m8_sessions_and_the_day_to_judge_are_events() {
    let text = file(&paris(), Setting::Clinic);
    for n in 1..=3 {
        assert!(text.contains(&format!("UID:2026-12-05-session-{n}@needlewise\r\n")));
    }
    assert!(text.contains("UID:2026-12-05-judge@needlewise\r\n"));
    assert!(text.contains("DTSTART;VALUE=DATE:20270116\r\n"));
}

#[test]
fn an_hour_shown_twice_is_written_in_utc() {
    let first = date(2026, 10, 25).at(2, 30, 0, 0).to_zoned(paris()).unwrap();
    let mut lines = Lines::default();
    zone::moment(&mut lines, "DTSTART", &first);
    zone::moment(&mut lines, "DTEND", &first.saturating_add(60.minutes()));
    let text = "DTSTART:20261025T003000Z\r\nDTEND:20261025T013000Z\r\n";
    assert_eq!(lines.finish(), text);
}
