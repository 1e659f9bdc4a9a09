//! A table for every reader, and that a form keeps what was typed whatever is wrong with it.

use care::measure::NeedleLength;
use care::words::Sign;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use proptest::prelude::*;
use store::Note;

use super::*;
use crate::say::in_english;

const TODAY: Date = date(2026, 12, 5);

/// What a reader says of what was typed: the value, or the sentence beside the field.
fn reads<T>(
    typed: &str,
    reader: impl FnOnce(&Fields, &str) -> Result<T, Wrong>,
) -> Result<T, String> {
    let fields = Fields::of([("f".to_owned(), typed.to_owned())]);
    reader(&fields, "f").map_err(|wrong| wrong.told(in_english().texts()))
}

/// Holds if the field is refused with a sentence that has this in it.
fn refuses<T: std::fmt::Debug>(read: Result<T, String>, says: &str) {
    let sentence = read.unwrap_err();
    assert!(sentence.contains(says), "{sentence}");
}

#[test]
fn an_empty_field_is_nothing_unless_it_is_needed() {
    assert_eq!(reads(" ", read::note), Ok(None));
    assert_eq!(reads("", read::yes_no), Ok(None));
    assert_eq!(reads("", day::any), Ok(None));
    assert_eq!(reads("", read::number(1..=9_u8, "session-passes-wrong")), Ok(None));
    refuses(reads("", read::needed("session-at-missing", read::note)), "Say when it was");
}

#[test]
fn a_number_fits_its_range() {
    let number = |typed| reads(typed, read::number(1..=100_u16, "session-passes-wrong"));
    for (typed, n) in [("1", 1), ("100", 100), (" 8 ", 8)] {
        assert_eq!(number(typed), Ok(Some(n)), "{typed}");
    }
    for typed in ["0", "101", "-1", "8.5", "many", "99999999999"] {
        refuses(number(typed), "from 1 to 100");
    }
}

#[test]
fn a_note_and_a_line_are_refused_and_never_cut() {
    let long = "é".repeat(Note::MOST_LETTERS + 8);
    refuses(reads(&long, read::note), "This has 4,008 letters, and 4,000 can be kept");
    let line = |typed| reads(typed, read::line(3, "clearance-by-long"));
    assert_eq!(line("née"), Ok(Some("née".to_owned())));
    refuses(line("néed"), "at most 3 letters");
}

#[test]
fn a_word_is_one_of_its_list() {
    assert_eq!(reads("redness", read::word::<Sign>), Ok(Some(Sign::Redness)));
    assert_eq!(reads("redness", read::words::<Sign>), Ok(vec![Sign::Redness]));
    refuses(reads("blueness", read::word::<Sign>), "not one of the answers");
    refuses(reads("blueness", read::words::<Sign>), "not one of the answers");
    assert_eq!(reads("yes", read::yes_no), Ok(Some(true)));
    assert_eq!(reads("no", read::yes_no), Ok(Some(false)));
    refuses(reads("perhaps", read::yes_no), "not one of the answers");
}

#[test]
fn a_length_is_written_with_a_point_or_a_comma() {
    let length = |typed| reads(typed, read::length("screening-length-range"));
    for typed in ["0.5", "0,5"] {
        assert_eq!(length(typed), Ok(NeedleLength::from_mm(0.5)), "{typed}");
    }
    for typed in ["0", "7", "half", "0.123"] {
        refuses(length(typed), "0.05");
    }
}

#[test]
fn a_day_that_does_not_exist_says_how_long_the_month_is() {
    assert_eq!(reads("2028-02-29", day::any), Ok(Some(date(2028, 2, 29))));
    refuses(reads("2027-02-31", day::any), "February 2027 has 28 days");
    for typed in ["soon", "2027-13-01", "2027-02", "2027-02-01-1", "99999-01-01", "-1-01-01"] {
        refuses(reads(typed, day::any), "like 2026-12-05");
    }
}

#[test]
fn a_day_that_is_written_by_hand_may_begin_with_the_day() {
    for typed in ["29.09.2026", "29. 9. 2026", "29/09/2026", "29-9-2026", "9/29/2026", "29 9 2026"]
    {
        assert_eq!(reads(typed, day::any), Ok(Some(date(2026, 9, 29))), "{typed}");
    }
    assert_eq!(reads("5.12.2026", day::any), Ok(Some(date(2026, 12, 5))));
    assert_eq!(reads("5/5/2026", day::any), Ok(Some(date(2026, 5, 5))));
    refuses(reads("31.2.2027", day::any), "February 2027 has 28 days");
}

#[test]
fn an_order_that_is_not_clear_is_asked_and_never_guessed() {
    refuses(reads("5/12/2026", day::any), "Write 2026-12-05 or 2026-05-12");
    refuses(reads("5.12.26", day::any), "like 2026-12-05");
}

#[test]
fn a_day_is_of_the_years_that_files_take() {
    for (typed, says) in [("1899-12-31", "too long ago"), ("2200-01-01", "too far ahead")] {
        refuses(reads(typed, day::any), says);
    }
    for typed in ["1900-01-01", "2199-12-31"] {
        assert!(reads(typed, day::any).is_ok(), "{typed}");
    }
}

#[test]
fn past_and_coming_days_meet_today() {
    assert_eq!(reads("2026-12-05", day::past(TODAY)), Ok(Some(TODAY)));
    assert_eq!(reads("2026-12-05", day::coming(TODAY)), Ok(Some(TODAY)));
    refuses(reads("2026-12-06", day::past(TODAY)), "still to come");
    refuses(reads("2026-12-04", day::coming(TODAY)), "is over");
}

#[test]
fn a_moment_is_read_on_the_clock_of_its_zone() {
    let now: Timestamp = "2026-12-05T09:00:00Z".parse().unwrap();
    let paris = TimeZone::get("Europe/Paris").unwrap();
    let told = day::Moments { unreadable: "session-at-wrong", ahead: "session-at-ahead" };
    let moment = |typed| reads(typed, day::moment(&paris, now, told));
    assert_eq!(moment("2026-12-05T10:00"), Ok(Some(now)));
    refuses(moment("2026-12-05T10:01"), "still to come");
    refuses(moment("0003-12-05T10:01"), "too long ago");
    refuses(moment("noon"), "not a date with a time");
}

#[test]
fn a_day_in_three_fields_is_read_or_says_what_it_lacks() {
    let parts = |texts: [&str; 3]| {
        let values = texts.map(str::to_owned);
        let fields = Fields::of(day::part_names("on").into_iter().zip(values));
        day::parts(&fields, "on").map_err(|wrong| wrong.told(in_english().texts()))
    };
    assert_eq!(parts(["", " ", ""]), Ok(None));
    assert_eq!(parts(["05", "12", "2026"]), Ok(Some(TODAY)));
    refuses(parts(["5", "12", "26"]), "four digits");
    refuses(parts(["31", "2", "2027"]), "28 days");
    for texts in [["", "12", "2026"], ["5", "13", "2026"], ["5", "May", "2026"], ["5", "12", ""]] {
        refuses(parts(texts), "the day, the month and the year");
    }
    let fields = Fields::of(day::part_fields("on", TODAY));
    assert_eq!(day::parts(&fields, "on"), Ok(Some(TODAY)));
}

#[test]
fn the_id_is_the_one_that_came_with_the_form() {
    let now: Timestamp = "2026-12-05T09:00:00Z".parse().unwrap();
    let id = store::SessionId::new(now);
    let form = Form::new(Fields::of([("id".to_owned(), id.to_string())]));
    assert_eq!(form.id(now), id);
    assert_ne!(Form::default().id(now), id);
}

proptest! {
    #[test]
    fn whatever_is_typed_and_wrong_stays_and_is_told(typed in "[^\\s]{1,40}( [^\\s]{1,40})?") {
        let body = form_urlencoded::Serializer::new(String::new()).append_pair("f", &typed).finish();
        let mut form = Form::new(Fields::parse(body.as_bytes()));
        let read = form.read("f", read::number(0..=10_u8, "session-passes-wrong"));
        prop_assert_eq!(form.text("f"), typed.as_str());
        prop_assert_eq!(read.is_none(), form.is_refused());
        prop_assert_eq!(form.told(in_english().texts(), "f").is_some(), form.is_refused());
        let status = form.answer(Response::default()).status();
        prop_assert_eq!(status == StatusCode::UNPROCESSABLE_ENTITY, form.is_refused());
    }
}
