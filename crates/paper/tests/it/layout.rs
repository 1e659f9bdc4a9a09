//! Lines and pages: wrapping, breaking, repeated heads, sizes that nobody plans for.

use paper::{Block, Sheet};

use crate::{in_order, pages, sheet, strings, text};

#[test]
fn an_empty_sheet_is_one_page_with_its_title() {
    let empty = sheet(vec![]);
    let Some(text) = text(&empty) else { return };
    assert_eq!(text, "A title 1 / 1 ⏎");
    let blank = sheet(vec![
        Block::Text(" \n ".to_owned()),
        Block::Heading(String::new()),
        Block::Note(String::new()),
        Block::Points(vec![]),
        Block::Table { head: vec![], rows: vec![] },
        Block::Table { head: vec![], rows: vec![vec![], vec![]] },
    ]);
    assert_eq!(pages(&blank), Some(1));
}

#[test]
fn a_long_table_repeats_its_head_on_every_page() {
    let rows = (1..=200).map(|n| vec![format!("row{n}."), "some words".to_owned()]).collect();
    let table = sheet(vec![Block::Table { head: strings(&["Number", "Words"]), rows }]);
    let (Some(text), Some(pages)) = (text(&table), pages(&table)) else { return };
    assert!(pages > 4, "{pages} pages");
    assert_eq!(text.matches("Number Words").count(), pages);
    let rows: Vec<_> = (1..=200).map(|n| format!("row{n}.")).collect();
    in_order(&text, &rows.iter().map(String::as_str).collect::<Vec<_>>());
    for n in 1..=pages {
        assert!(text.contains(&format!("{n} / {pages} ")), "page {n} has its number: {text}");
    }
}

#[test]
fn a_cell_longer_than_a_page_goes_on() {
    let long = (0..3000).map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ");
    let rows = vec![vec!["short".to_owned(), long.clone(), "side".to_owned()]];
    let table = sheet(vec![Block::Table { head: strings(&["A", "B", "C"]), rows }]);
    let (Some(text), Some(pages)) = (text(&table), pages(&table)) else { return };
    assert!(pages > 2, "{pages} pages");
    let words: Vec<_> = long.split(' ').collect();
    in_order(&text, &words);
}

#[test]
fn words_longer_than_a_line_are_torn_and_complete() {
    let long: String = (0..400).map(|n| char::from(b'a' + (n % 26) as u8)).collect();
    let accents = "e\u{301}".repeat(300);
    let rows = vec![vec![long.clone(), long.clone(), long.clone()]; 2];
    let sheet = sheet(vec![
        Block::Text(long.clone()),
        Block::Note(long.clone()),
        Block::Points(vec![long.clone()]),
        Block::Heading(long.clone()),
        Block::Text(accents),
        Block::Table { head: vec![], rows },
    ]);
    let Some(text) = text(&sheet) else { return };
    let joined: String =
        text.split_whitespace().filter(|word| !["⏎", "•"].contains(word)).collect();
    assert!(joined.matches(&long).count() >= 4, "{joined}");
    assert_eq!(text.matches(['é', '\u{301}']).count(), 300, "{text}");
}

#[test]
fn twelve_columns_of_long_words_stay_on_the_page() {
    let row = vec!["Donaudampfschifffahrt".to_owned(); paper::MOST_COLUMNS];
    let table = sheet(vec![Block::Table { head: row.clone(), rows: vec![row; 3] }]);
    assert_eq!(pages(&table).unwrap_or(1), 1);
}

#[test]
fn ten_thousand_points() {
    let points = (0..10_000).map(|n| format!("point{n}.")).collect::<Vec<_>>();
    let sheet = sheet(vec![Block::Points(points.clone())]);
    let Some(text) = text(&sheet) else { return };
    in_order(&text, &points.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn a_heading_is_never_the_last_thing_on_a_page() {
    for lines in 30..60 {
        let before = Block::Text(vec!["line"; lines].join("\n"));
        let [heading, after] =
            [Block::Heading("Heading".to_owned()), Block::Text("after".to_owned())];
        let Some(text) = text(&sheet(vec![before, heading, after])) else { return };
        in_order(&text, &["Heading after"]);
    }
}

#[test]
fn a_long_note_is_boxed_on_every_page() {
    let note = sheet(vec![Block::Note(vec!["line of a note"; 120].join("\n"))]);
    let Some(text) = text(&note) else { return };
    assert_eq!(text.matches("line of a note").count(), 120);
}

#[test]
fn title_and_foot_are_on_every_page() {
    let blocks = vec![Block::Text(vec!["line"; 100].join("\n"))];
    let made = Some("Made on a Monday".to_owned());
    let sheet = Sheet { made, ..sheet(blocks) };
    let (Some(text), Some(pages)) = (text(&sheet), pages(&sheet)) else { return };
    assert!(pages > 1);
    assert_eq!(text.matches("A title").count(), pages);
    assert_eq!(text.matches("Made on a Monday").count(), pages);
}

#[test]
fn a_table_that_fits_has_one_line_a_row() {
    let row = strings(&["Sun without shade", "Sat 19 Dec 2026", "for months", "review (moderate)"]);
    let table = sheet(vec![Block::Table { head: row.clone(), rows: vec![row; 20] }]);
    let Some(text) = text(&table) else { return };
    let line = "Sun without shade Sat 19 Dec 2026 for months review (moderate)";
    assert_eq!(text.matches(line).count(), 21, "{text}");
}
