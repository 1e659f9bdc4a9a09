//! Warning signs by how urgent they are, the worst first, each level in words with what to do.

use care::protocol::rows::FlagRow;
use care::words::{Level, Word as _};
use paper::Block;

use super::Made;

pub(super) fn all(made: &Made<'_>) -> Vec<Block> {
    let say = &made.owner.say;
    let mut blocks = vec![Block::Heading(say.text("sheet-warnings"))];
    for level in Level::ALL.iter().rev() {
        let signs = signs(made, *level);
        if signs.is_empty() {
            continue;
        }
        let texts = made.owner.protocol.texts();
        let what = texts.say(&format!("level-{}", level.word())).into_owned();
        let action = texts.say(&format!("level-{}.action", level.word())).into_owned();
        let variables =
            [("level", what.into()), ("signs", signs.join(", ").into()), ("action", action.into())];
        let text = say.with("sheet-level", &variables);
        blocks.push(match level {
            Level::Emergency => Block::Note(format!("{text} {}", texts.say("triage-infection-fever"))),
            _ => Block::Text(text),
        });
    }
    blocks.push(Block::Text(say.text("sheet-lasting")));
    blocks
}

/// The signs of a level; those that get worse with time say from which day on.
fn signs(made: &Made<'_>, level: Level) -> Vec<String> {
    let rows = &made.owner.protocol.rows().flag;
    rows.iter().filter_map(|row| sign(made, row, level)).collect()
}

fn sign(made: &Made<'_>, row: &FlagRow, level: Level) -> Option<String> {
    let name = made.owner.protocol.texts().say(&format!("flag-{}", row.id.word())).into_owned();
    if row.level == level {
        return Some(name);
    }
    let day = row.later_from_day.filter(|_| row.later == Some(level))?;
    Some(made.owner.say.with("sheet-from-day", &[("sign", name.into()), ("day", day.into())]))
}
