//! What the log promises, asked of its samples; and parts of it that need no record.

use care::words::Sign;
use store::Actor;

use super::MOST;
use super::csv::{Marks, cell, write};
use super::journal_page;
use crate::paging::part;
use crate::samples::asked::{asked, english, shown};
use crate::samples::lives::life;

const OPENED: &str = "as it is opened";

#[test]
fn a_cell_is_never_a_formula_and_always_one_cell() {
    for (text, written) in [
        ("", ""),
        ("calm", "calm"),
        ("=1+1", "'=1+1"),
        ("+41 79", "'+41 79"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "\"'\t'=1\""),
        ("＝1", "'＝1"),
        ("a, b", "\"a, b\""),
        ("she said \"ouch\"", "\"she said \"\"ouch\"\"\""),
        ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
        ("two\r\nlines", "\"two\r\nlines\""),
        ("\n=1", "\"'\n'=1\""),
        ("a;=cmd|x", "\"a;'=cmd|x\""),
        ("calm; -2", "\"calm; -2\""),
        (";\"=1+1\"", "\";\"\"'=1+1\"\"\""),
    ] {
        assert_eq!(cell(text), written, "{text:?}");
    }
}

#[test]
fn a_page_that_does_not_exist_is_the_nearest_that_does() {
    let all: Vec<usize> = (0..MOST * 2 + 1).collect();
    let (first, last) = (part(&all, MOST, None), part(&all, MOST, Some("3")));
    assert_eq!((first.rows.len(), first.rows[0], first.of), (MOST, 0, 3));
    assert_eq!(last.rows, [MOST * 2]);
    for (asked, n) in [("0", 1), ("99", 3), ("-1", 1), ("two", 1), ("2", 2)] {
        assert_eq!(part(&all, MOST, Some(asked)).n, n, "{asked}");
    }
    let none: [usize; 0] = [];
    let none = part(&none, MOST, Some("2"));
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

#[tokio::test]
async fn an_empty_log_says_what_will_stand_there_for_each_way_to_look() {
    let nobody = life("nothing said").await;
    for (what, key) in [
        (OPENED, "log-none-all"),
        ("sessions", "log-none-sessions"),
        ("check-ins", "log-none-check-ins"),
        ("photos", "log-none-photos"),
    ] {
        shown(nobody, "Log", what).await.is(200).says("log-none").says(key).says("log-to-today");
    }
}

#[tokio::test]
async fn each_way_to_look_shows_its_own_and_nothing_else() {
    let years = life("years").await;
    let kinds = ["log-session", "log-check-in", "log-photos"];
    for (what, own) in [("sessions", 0), ("check-ins", 1), ("photos", 2)] {
        let page = shown(years, "Log", what).await;
        page.is_silent_on("log-none");
        for (n, key) in kinds.iter().enumerate() {
            match n == own {
                true => page.says(key),
                // A check-in names its session too.
                false if *key == "log-session" && what == "check-ins" => &page,
                false => page.is_silent_on(key),
            };
        }
        // The way that is looked at is marked, and leads to the same.
        page.sees(&format!("href=\"/log?show={what}\" aria-current"));
    }
}

#[tokio::test]
async fn a_long_log_says_which_page_it_is_and_leads_to_those_beside() {
    let years = life("years").await;
    let first = shown(years, "Log", OPENED).await;
    first.says_with("page-of", &[("n", 1.into()), ("of", 2.into())]);
    first.sees("href=\"/log?show=all&amp;page=2\"").says("log-older").is_silent_on("log-newer");
    let last = shown(years, "Log", "the oldest page").await;
    last.sees("href=\"/log?show=all&amp;page=1\"").says("log-newer").is_silent_on("log-older");
    // What came first is at the very end.
    last.says_with("log-session", &[("n", 1.into())]);
    first.says_with("log-session", &[("n", 24.into())]);
    shown(life("healing").await, "Log", OPENED).await.is_silent_on("page-of");
}

#[tokio::test]
async fn every_kind_of_event_is_named_and_leads_to_its_page() {
    let years = shown(life("years").await, "Log", OPENED).await;
    years.sees("href=\"/results/scale/self\"");
    for (key, page) in [
        ("log-measured", "/region/"),
        ("log-photos", "/photos#day-2026-12-02"),
        ("clearance-told-yes", "/clearance/"),
        ("log-session", "/session/"),
        ("log-check-in", "/log/check-in/"),
    ] {
        years.says(key).sees(&format!("href=\"{page}"));
    }
    let ended = shown(life("ended, with much set aside").await, "Log", OPENED).await;
    ended.says("log-ended").says("log-missed").sees("cold").says("log-screened");
    shown(life("under way").await, "Log", OPENED).await.says("log-begun").says("log-begun-hint");
}

#[tokio::test]
async fn a_screening_stands_as_it_was_decided_and_points_to_what_holds_now() {
    let life = life("planned").await;
    for what in ["as it was kept", "refused", "by a rule of old"] {
        let page = shown(life, "LogScreening", what).await;
        page.says("log-decided-then").says("log-decided-now").sees("href=\"/verdict\"");
    }
    let kept = shown(life, "LogScreening", "as it was kept").await;
    kept.says("verdict-proceed").says("log-decided-nothing");
    let refused = shown(life, "LogScreening", "refused").await;
    // The rule still says so: its own sentence stands there, and no id.
    refused.says("verdict-do-not-home").says("log-verdict-do-not").misses("<code");
    refused.is_silent_on("log-decided-nothing");
    let old = shown(life, "LogScreening", "by a rule of old").await;
    let until = english(life).say.date("2026-12-09".parse().unwrap());
    old.says_with("log-verdict-wait-until", &[("until", until.into())]);
    old.sees("<code translate=\"no\">1</code>").sees("<code translate=\"no\">2</code>");
}

#[tokio::test]
async fn a_check_in_says_what_it_came_to_then_and_that_it_was_corrected() {
    let healing = life("healing").await;
    let kept = shown(healing, "LogCheckIn", "as it was kept").await;
    kept.says("log-judged-then").says("level-expected").is_silent_on("log-corrected");
    kept.says_with("log-check-in", &[("day", 1.into()), ("n", 1.into())]);
    for (sign, score) in [(Sign::Redness, 2), (Sign::Flaking, 1)] {
        let name = english(healing).say.text(&format!("sign-{sign}"));
        kept.says_with("log-sign", &[("sign", name.into()), ("score", score.into())]);
    }
    let corrected = shown(healing, "LogCheckIn", "corrected").await;
    corrected.says_with("log-corrected", &[("reason", "2".into())]).says("log-corrected-journal");
}

#[tokio::test]
async fn nothing_said_is_never_told_as_nothing_seen() {
    let healing = life("healing").await;
    let silent = shown(healing, "LogCheckIn", "silent").await;
    silent.says("log-silent").is_silent_on("log-clear").is_silent_on("log-left-out");
    let clear = shown(life("healed").await, "LogCheckIn", "as it was kept").await;
    clear.says("log-clear").is_silent_on("log-silent");
}

#[tokio::test]
async fn a_check_in_without_its_session_is_named_alone() {
    let healing = life("healing").await;
    let page = shown(healing, "LogCheckIn", "of a session that is gone").await;
    page.is(200).says("log-check-in-alone").is_silent_on("log-check-in");
}

#[tokio::test]
async fn a_refused_correction_is_shown_open_with_what_was_typed() {
    let page = shown(life("healing").await, "LogCheckIn", "a correction refused").await;
    page.is(422).says("log-reason-missing").sees("value=\"12\"");
    let form = page.card("log-correct");
    form.says("log-reason").says("log-correct-go");
    // What was kept still stands above, uncorrected.
    page.is_silent_on("log-corrected").says("log-judged-then");
}

#[tokio::test]
async fn an_open_warning_sign_asks_on_its_check_in_who_looked() {
    let page = shown(life("a warning sign").await, "LogCheckIn", "as it was kept").await;
    page.says("level-same-day").says("clearance-looked").says("today-sign-ask");
    let calm = shown(life("healing").await, "LogCheckIn", "as it was kept").await;
    calm.is_silent_on("clearance-looked");
}

#[tokio::test]
async fn what_checking_the_journal_came_to_is_said_in_words_of_its_own() {
    let years = life("years").await;
    let all = ["log-broken-edited", "log-broken-missing", "log-broken-ends", "log-broken-head"];
    for (what, own) in [
        ("edited", Some(0)),
        ("with a hole", Some(1)),
        ("cut off", Some(2)),
        ("with another end", Some(3)),
        ("whole", None),
        (OPENED, None),
    ] {
        let page = shown(years, "Journal", what).await;
        for (n, key) in all.iter().enumerate() {
            match own == Some(n) {
                true => page.says(key),
                false => page.is_silent_on(key),
            };
        }
        match own {
            Some(_) => page.says("log-broken-next").is_silent_on("log-verified"),
            None => page.is_silent_on("log-broken-next"),
        };
        page.says("log-verify").says("log-did-added");
    }
    shown(years, "Journal", "whole").await.says_with("log-verified", &[("rows", 12.into())]);
    shown(years, "Journal", OPENED).await.is_silent_on("log-verified");
}

#[tokio::test]
async fn the_journal_says_who_it_was_and_of_somebody_else_no_name() {
    let years = life("years").await;
    let reader = english(years);
    let other = store::Id::new(years.now);
    for (actor, key) in [
        (Actor::Owner, "log-who-owner"),
        (Actor::Person(reader.person.id), "log-who-owner"),
        (Actor::Person(other), "log-who-other"),
        (Actor::Staff(store::Id::new(years.now)), "log-who-staff"),
        (Actor::Command, "log-who-command"),
        (Actor::Program, "log-who-system"),
    ] {
        let mut row = years.journal[0].clone();
        row.actor = actor;
        let rows = [row];
        let page = journal_page::page(&reader, &part(&rows, MOST, None), None);
        asked(&reader, page).await.says(key).misses(&other.to_string());
    }
}

#[tokio::test]
async fn the_table_has_a_row_for_everything_in_order_and_every_row_all_columns() {
    let years = life("years").await;
    let text = write(&years.history, &english(years), Marks::Comma);
    let rows: Vec<Vec<&str>> =
        text.split_terminator("\r\n").map(|row| row.split(',').collect()).collect();
    assert!(rows.iter().all(|row| row.len() == 21), "{text}");
    let kinds = |kind: &str| rows.iter().filter(|row| row[0] == kind).count();
    assert_eq!((kinds("session"), kinds("check-in"), kinds("score")), (24, 24, 2));
    let days: Vec<&str> = rows[1..].iter().map(|row| &row[1][..10]).collect();
    assert!(days.is_sorted(), "{days:?}");
    let numbers = rows.iter().filter(|row| row[0] == "session").map(|row| row[2]);
    assert!(numbers.eq((1..=24).map(|n| n.to_string()).collect::<Vec<_>>()), "{text}");
    // Redness is the first of the signs, and its 1 is nobody's "nothing".
    assert!(rows.iter().filter(|row| row[0] == "check-in").all(|row| row[11..].contains(&"1")));
}

#[tokio::test]
async fn what_was_not_said_is_an_empty_cell_and_never_a_nought() {
    let healing = life("healing").await;
    let mut history = healing.history.clone();
    history.chart.story.checkins[0].record.signs.remove(&Sign::Swelling);
    let text = write(&history, &english(healing), Marks::Comma);
    let check_in = text.lines().find(|line| line.starts_with("check-in")).unwrap();
    let head: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let place = head.iter().position(|name| *name == "swelling").unwrap();
    assert_eq!(check_in.split(',').nth(place), Some(""), "{check_in}");
}

#[tokio::test]
async fn where_a_comma_is_the_decimal_sign_the_table_has_semicolons_if_it_is_asked_for() {
    let years = life("years").await;
    let (usual, other) = [Marks::Comma, Marks::Semicolon]
        .map(|marks| write(&years.history, &english(years), marks))
        .into();
    let cells = |text: &str, mark: char| {
        let line = text.lines().find(|line| line.starts_with("session")).unwrap();
        line.split(mark).map(str::to_owned).collect::<Vec<_>>()
    };
    let (usual, other) = (cells(&usual, ','), cells(&other, ';'));
    assert_eq!(usual.len(), other.len());
    let length = other[5].trim_matches('"');
    assert_eq!(usual[5].replace('.', ","), length, "the length of the needles");
    assert!(usual[5].contains('.'), "{usual:?}");
    let page = shown(years, "Log", OPENED).await;
    page.says("log-csv").says("log-csv-semicolon").sees("/log.csv?cells=semicolon");
}
