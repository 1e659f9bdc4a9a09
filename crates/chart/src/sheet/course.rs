//! What is usual on which day, days that are alike in one row.

use care::course::{self, Day};
use care::words::{Sign, Word as _};
use paper::Block;

use super::Made;

pub(super) fn usual(made: &Made<'_>) -> Vec<Block> {
    let say = made.say;
    let course = course::expected(made.protocol, &made.session);
    let alike = |a: &Day<'_>, b: &Day<'_>| scores(a) == scores(b);
    let texts = made.protocol.texts();
    let signs = Sign::ALL.iter().map(|sign| texts.say(&format!("sign-{}", sign.word())));
    let head = ["sheet-days", "sheet-dates"].map(|key| say.text(key)).into_iter();
    let head = head.chain(signs.map(|sign| sign.into_owned())).collect();
    let days = course.days.chunk_by(alike).filter(|days| days.iter().any(is_seen));
    vec![
        Block::Heading(say.text("sheet-course")),
        Block::Text(say.text("sheet-course-what")),
        Block::Table { head, rows: days.map(|days| row(made, days)).collect() },
    ]
}

/// Whether any sign is usual; after the last of these days none is, as the text says.
fn is_seen(day: &Day<'_>) -> bool {
    day.bands.iter().any(|band| band.high > 0)
}

fn scores(day: &Day<'_>) -> Vec<(u8, u8)> {
    day.bands.iter().map(|band| (band.low, band.high)).collect()
}

fn row(made: &Made<'_>, days: &[Day<'_>]) -> Vec<String> {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
    let say = made.say;
    let dates = say.range_of_words(&say.day(first.date), &say.day(last.date));
    let day = say.range_of_words(&first.day.to_string(), &last.day.to_string());
    let scores = first.bands.iter().map(|band| match band.high {
        0 => String::new(),
        high => say.with("range", &[("low", band.low.into()), ("high", high.into())]),
    });
    [day, dates].into_iter().chain(scores).collect()
}
