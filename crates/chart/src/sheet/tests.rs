//! The sheet of a session: what is on it, in which order, and with which dates.

use care::words::{Sign, Word as _};
use serde_json::json;
use words::Language;

use super::*;
use crate::testing::{Ana, noon};

fn worded() -> Worded {
    Worded::built_in(Language::DEFAULT).unwrap()
}

/// The sheet of the session with this number, made on a day.
fn made(ana: &Ana, n: usize, today: &str) -> Sheet {
    let protocol = worded();
    let say = protocol.texts().clone();
    let session = ana.chart.story.done()[n - 1];
    sheet(&protocol, &say, &ana.chart, &noon(today), session)
}

fn needled() -> Ana {
    Ana::new().begins("2026-12-01", "2026-12-05").gets_needled("2026-12-05T18:00:00Z")
}

fn headings(sheet: &Sheet) -> Vec<&str> {
    let blocks = sheet.blocks.iter();
    let headings = blocks.filter_map(|block| match block {
        Block::Heading(text) => Some(text.as_str()),
        _ => None,
    });
    headings.collect()
}

/// The points under a heading.
fn points<'s>(sheet: &'s Sheet, heading: &str) -> Vec<&'s str> {
    let at = sheet.blocks.iter().position(|one| *one == Block::Heading(heading.into())).unwrap();
    let points = sheet.blocks[at..].iter().find_map(|block| match block {
        Block::Points(points) => Some(points.iter().map(String::as_str).collect()),
        _ => None,
    });
    points.unwrap()
}

fn next(sheet: &Sheet) -> String {
    let again = worded().texts().text("sheet-again");
    (*points(sheet, &again).last().unwrap()).to_owned()
}

/// The head and the rows of what is usual.
fn usual(sheet: &Sheet) -> (&[String], &[Vec<String>]) {
    let table = sheet.blocks.iter().find_map(|block| match block {
        Block::Table { head, rows } => Some((head.as_slice(), rows.as_slice())),
        _ => None,
    });
    table.unwrap()
}

#[test]
fn what_must_not_wait_comes_first_and_who_says_so_last() {
    let sheet = made(&needled(), 1, "2026-12-06");
    let texts = worded();
    let say = |key: &str| texts.texts().text(key);
    let order = ["warnings", "do", "avoid", "again", "course", "sources"];
    assert_eq!(headings(&sheet), order.map(|part| say(&format!("sheet-{part}"))));
    assert!(matches!(sheet.blocks[1], Block::Note(_)), "an emergency stands in a box");
}

#[test]
fn it_names_its_session_by_the_clock_of_where_it_was() {
    let ana = needled().changes(|profile| profile.zone = "Pacific/Kiritimati".into());
    let sheet = made(&ana, 1, "2026-12-06");
    let subtitle = sheet.subtitle.unwrap();
    for said in ["5 December 2026", "19:00", "0.3", "Cheeks"] {
        assert!(subtitle.contains(said), "{said} is missing: {subtitle}");
    }
}

#[test]
fn it_says_when_and_after_which_protocol_it_was_made() {
    let sheet = made(&needled(), 1, "2026-12-24");
    let (foot, protocol) = (sheet.made.unwrap(), worded());
    for said in ["24 December 2026", &protocol.name(), protocol.version()] {
        assert!(foot.contains(said), "{said} is missing: {foot}");
    }
}

#[test]
fn after_the_last_session_the_next_one_is_told_with_its_days() {
    let next = next(&made(&needled(), 1, "2026-12-06"));
    for said in ["8 December 2026", "19 December 2026"] {
        assert!(next.contains(said), "{said} is missing: {next}");
    }
}

#[test]
fn the_next_session_is_told_after_the_last_one_alone() {
    let none = worded().texts().text("sheet-next-none");
    let twice = needled().gets_needled("2026-12-12T18:00:00Z");
    assert_eq!(next(&made(&twice, 1, "2026-12-13")), none, "the second followed");
    assert_ne!(next(&made(&twice, 2, "2026-12-13")), none);
    assert_ne!(next(&made(&twice, 1, "2026-12-06")), none, "the second lies ahead");
}

#[test]
fn where_nothing_is_planned_none_is_told() {
    let none = worded().texts().text("sheet-next-none");
    let alone = Ana::new().gets_needled("2026-12-05T18:00:00Z");
    let refused = needled().answers("pregnancy", json!("pregnant"));
    let unread = needled().answers("pregnancy", json!("perhaps"));
    for (ana, what) in [
        (alone, "no programme"),
        (needled().ends("2026-12-06"), "it ended"),
        (refused, "answers speak against it"),
        (unread, "answers of old"),
    ] {
        assert_eq!(next(&made(&ana, 1, "2026-12-06")), none, "{what}");
    }
}

#[test]
fn what_holds_from_the_start_says_so_and_the_rest_its_moment() {
    let sheet = made(&needled(), 1, "2026-12-06");
    let texts = worded();
    let again = points(&sheet, &texts.texts().text("sheet-again"));
    let at_once = texts.texts().text("sheet-at-once");
    assert!(again[0].contains(&at_once), "the soonest first: {}", again[0]);
    let dated = again[1..again.len() - 1].iter();
    let dated: Vec<_> = dated.filter(|point| point.contains("19:00")).collect();
    assert!(!dated.is_empty() && !dated.iter().any(|point| point.contains(&at_once)), "{again:?}");
}

#[test]
fn every_kind_of_product_is_told_once() {
    let sheet = made(&needled(), 1, "2026-12-06");
    let texts = worded();
    let again = points(&sheet, &texts.texts().text("sheet-again"));
    let told = |point: &&str| point.rsplit(": ").next().map(str::to_owned);
    let told: Vec<String> = again[..again.len() - 1].iter().filter_map(told).collect();
    let told: Vec<&str> = told.iter().flat_map(|names| names.split(", ")).collect();
    for class in care::words::ProductClass::ALL {
        let name = texts.texts().text(&format!("product-class-{}", class.word()));
        let first = name.split(", ").next().unwrap();
        assert_eq!(told.iter().filter(|one| **one == first).count(), 1, "{name} in {told:?}");
    }
}

#[test]
fn every_warning_sign_of_the_protocol_stands_on_it() {
    let sheet = made(&needled(), 1, "2026-12-06");
    let drawn = format!("{:?}", sheet.blocks);
    let texts = worded();
    for row in &texts.rows().flag {
        let name = texts.texts().text(&format!("flag-{}", row.id.word()));
        assert!(drawn.contains(&name.replace('"', "\\\"")), "{name} is missing");
    }
}

#[test]
fn days_that_are_alike_share_a_row_and_no_day_has_two() {
    let sheet = made(&needled(), 1, "2026-12-06");
    let (head, rows) = usual(&sheet);
    assert_eq!(head.len(), 2 + Sign::ALL.len());
    assert!(rows.iter().all(|row| row.len() == head.len()), "{rows:?}");
    assert!(rows.windows(2).all(|two| two[0][2..] != two[1][2..]), "{rows:?}");
    let days = rows.iter().flat_map(|row| {
        let mut ends = row[0].split(" – ").map(|day| day.parse::<i64>().unwrap());
        let first = ends.next().unwrap();
        first..=ends.next().unwrap_or(first)
    });
    let days: Vec<i64> = days.collect();
    assert_eq!(days[0], 0, "it begins on the day of the session");
    assert!(days.is_sorted_by(|one, next| one < next), "{days:?}");
}

#[test]
fn where_no_sign_is_usual_there_is_no_row() {
    let sheet = made(&needled(), 1, "2026-12-06");
    let (_, rows) = usual(&sheet);
    assert!(rows.iter().all(|row| row[2..].iter().any(|cell| !cell.is_empty())), "{rows:?}");
}

#[test]
fn a_longer_needle_is_seen_longer() {
    let long = |length_mm| {
        let mut ana = needled();
        if let store::Session::Done(done) = &mut ana.chart.story.sessions[0].record {
            done.length_mm = length_mm;
        }
        usual(&made(&ana, 1, "2026-12-06")).1.len()
    };
    assert!(long(1.5) > long(0.3), "{} {}", long(1.5), long(0.3));
}

#[test]
fn a_source_is_named_once_and_without_its_title() {
    let sheet = made(&needled(), 1, "2026-12-06");
    let Some(Block::Text(sources)) = sheet.blocks.last() else { panic!("no sources") };
    let more = worded().texts().text("sheet-more");
    let all: Vec<&str> = sources.strip_suffix(&more).unwrap().trim().split(" · ").collect();
    let distinct: std::collections::BTreeSet<_> = all.iter().collect();
    assert!(all.len() > 3 && distinct.len() == all.len(), "{all:?}");
    assert!(all.iter().all(|one| !one.contains([';', ':', ','])), "{all:?}");
}

#[test]
fn it_can_be_drawn() {
    let drawn = draw(&made(&needled(), 1, "2026-12-06")).unwrap();
    assert!(drawn.starts_with(b"%PDF"));
}
