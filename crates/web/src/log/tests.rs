//! Parts of the log that need no record.

use super::csv::cell;
use super::paging::{MOST, part};

#[test]
fn a_cell_is_never_a_formula_and_always_one_cell() {
    for (text, written) in [
        ("", ""),
        ("calm", "calm"),
        ("=1+1", "'=1+1"),
        ("+41 79", "'+41 79"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("a, b", "\"a, b\""),
        ("she said \"ouch\"", "\"she said \"\"ouch\"\"\""),
        ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
        ("two\r\nlines", "\"two\r\nlines\""),
        ("\n=1", "\"'\n=1\""),
    ] {
        assert_eq!(cell(text), written, "{text:?}");
    }
}

#[test]
fn a_page_that_does_not_exist_is_the_nearest_that_does() {
    let all: Vec<usize> = (0..MOST * 2 + 1).collect();
    let (first, last) = (part(&all, None), part(&all, Some("3")));
    assert_eq!((first.rows.len(), first.rows[0], first.of), (MOST, 0, 3));
    assert_eq!(last.rows, [MOST * 2]);
    for (asked, n) in [("0", 1), ("99", 3), ("-1", 1), ("two", 1), ("2", 2)] {
        assert_eq!(part(&all, Some(asked)).n, n, "{asked}");
    }
    let none: [usize; 0] = [];
    let none = part(&none, Some("2"));
    assert_eq!((none.n, none.of, none.rows.len()), (1, 1, 0));
}

#[test]
fn every_kind_of_record_has_its_word_in_the_journal() {
    let protocol = crate::say::in_english();
    let say = protocol.texts();
    for table in store::KINDS {
        assert!(say.has(&format!("log-thing-{table}")), "{table}");
    }
}
