//! Warning signs by how urgent they are, the worst first, each level in words with what to do.

use care::protocol::rows::FlagRow;
use care::words::{Level, Word as _};
use paper::Block;

use super::Made;

/// What does not wait, the worst in a box.
pub(super) fn urgent(made: &Made<'_>) -> Vec<Block> {
    let texts = made.protocol.texts();
    let mut blocks = vec![Block::Heading(made.say.text("sheet-warnings"))];
    if let Some(text) = level(made, Level::Emergency) {
        blocks.push(Block::Note(format!("{text} {}", texts.say("triage-infection-fever"))));
    }
    let others = [Level::SameDay, Level::Contact].into_iter();
    blocks.push(Block::Points(others.filter_map(|one| level(made, one)).collect()));
    blocks
}

/// What to keep an eye on: it stands with what is usual.
pub(super) fn mild(made: &Made<'_>) -> Block {
    let lasting = made.say.text("sheet-lasting");
    Block::Points(level(made, Level::Watch).into_iter().chain([lasting]).collect())
}

/// A level with its signs and what to do; `None` if no sign has it.
fn level(made: &Made<'_>, level: Level) -> Option<String> {
    let signs = signs(made, level);
    let texts = made.protocol.texts();
    let what = texts.say(&format!("level-{}", level.word())).into_owned();
    let zone = made.session.at.time_zone();
    let action = text::tell::advice::at_level(made.protocol, level, zone);
    let variables =
        [("level", what.into()), ("signs", texts.parts(&signs).into()), ("action", action.into())];
    (!signs.is_empty()).then(|| made.say.with("sheet-level", &variables))
}

/// The signs of a level; those that get worse with time say from which day on.
fn signs(made: &Made<'_>, level: Level) -> Vec<String> {
    let rows = &made.protocol.rows().flag;
    rows.iter().filter_map(|row| sign(made, row, level)).collect()
}

fn sign(made: &Made<'_>, row: &FlagRow, level: Level) -> Option<String> {
    let name = made.protocol.texts().say(&format!("flag-{}", row.id.word())).into_owned();
    if row.level == level {
        return Some(name);
    }
    let day = row.later_from_day.filter(|_| row.later == Some(level))?;
    Some(made.say.with("sheet-from-day", &[("sign", name.into()), ("day", day.into())]))
}
