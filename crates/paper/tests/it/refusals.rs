//! What can't be put on paper is said, not guessed.

use paper::{Block, Error, Sheet};

use crate::sheet;

#[test]
fn a_sheet_needs_a_title() {
    for title in ["", " \n\t "] {
        let sheet = Sheet { title: title.to_owned(), ..sheet(vec![]) };
        assert_eq!(paper::render(&sheet), Err(Error::Untitled));
    }
}

#[test]
fn the_foot_has_two_lines() {
    let with = |words: usize| Sheet { made: Some("word ".repeat(words)), ..sheet(vec![]) };
    assert!(paper::render(&with(20)).is_ok());
    assert_eq!(paper::render(&with(200)), Err(Error::LongFoot));
}

#[test]
fn more_columns_than_fit_are_refused_wherever_they_are() {
    let wide = vec!["x".to_owned(); paper::MOST_COLUMNS + 1];
    let head = Block::Table { head: wide.clone(), rows: vec![] };
    let row = Block::Table { head: vec![], rows: vec![wide] };
    for block in [head, row] {
        let refused = paper::render(&sheet(vec![block])).expect_err("too many");
        assert_eq!(refused, Error::TooManyColumns(13));
        assert!(refused.to_string().contains("at most 12"), "{refused}");
    }
}
