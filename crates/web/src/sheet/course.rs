//! What is usual on which day, days that are alike in one row.

use care::course::{self, Day};
use care::words::Word as _;
use paper::Block;

use super::Made;

pub(super) fn usual(made: &Made<'_>) -> Vec<Block> {
    let say = &made.owner.say;
    let course = course::expected(&made.owner.protocol, &made.session);
    let alike = |a: &Day<'_>, b: &Day<'_>| scores(a) == scores(b);
    let rows = course.days.chunk_by(alike).map(|days| row(made, days)).collect();
    let head = ["sheet-days", "sheet-dates", "sheet-usual"].map(|key| say.text(key));
    vec![
        Block::Heading(say.text("sheet-course")),
        Block::Text(say.text("sheet-course-what")),
        Block::Table { head: head.into(), rows },
    ]
}

fn scores(day: &Day<'_>) -> Vec<(u8, u8)> {
    day.bands.iter().map(|band| (band.low, band.high)).collect()
}

fn row(made: &Made<'_>, days: &[Day<'_>]) -> Vec<String> {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
    let say = &made.owner.say;
    let dates = span(&say.day(first.date), &say.day(last.date));
    vec![span(&first.day.to_string(), &last.day.to_string()), dates, signs(made, first)]
}

fn signs(made: &Made<'_>, day: &Day<'_>) -> String {
    let texts = made.owner.protocol.texts();
    let seen = day.bands.iter().filter(|band| band.high > 0);
    let one = |band: &course::BandOn<'_>| {
        let name = texts.say(&format!("sign-{}", band.sign.word()));
        format!("{name} {}", span(&band.low.to_string(), &band.high.to_string()))
    };
    let seen: Vec<String> = seen.map(one).collect();
    if seen.is_empty() { made.owner.say.text("sheet-usual-none") } else { seen.join(", ") }
}

fn span(from: &str, to: &str) -> String {
    if from == to { from.to_owned() } else { format!("{from} – {to}") }
}
