//! How it stands now, and every warning sign that was ever reported, with whether somebody has looked.

use care::words::{Flag, Level, Word as _};
use paper::Block;

use super::Made;

pub(super) fn blocks(made: &Made<'_>) -> Vec<Block> {
    let say = made.say;
    let reported: Vec<String> = Flag::ALL.iter().filter_map(|flag| one(made, *flag)).collect();
    let mut all: Vec<Block> = now(made).into_iter().collect();
    all.push(Block::Heading(say.text("handover-signs")));
    all.push(match reported.is_empty() {
        true => made.none("handover-signs-none"),
        false => Block::Points(reported),
    });
    all
}

/// How urgent it is, where it is more than expected.
fn now(made: &Made<'_>) -> Option<Block> {
    let triage = made.look.as_ref()?.standing.triage.as_ref()?;
    let urgent = triage.level > Level::Expected;
    let level = made.protocol.texts().text(&format!("level-{}", triage.level.word()));
    urgent.then(|| Block::Note(made.say.with("handover-now", &[("level", level.into())])))
}

/// A sign that was reported: first and last, and whether it is open.
fn one(made: &Made<'_>, flag: Flag) -> Option<String> {
    let say = made.say;
    let on = made.chart.story.checkins.iter().filter(|one| one.record.flags.contains(&flag));
    let mut days: Vec<_> = on.map(|one| say.zoned(one.record.at, made.now).date()).collect();
    days.sort_unstable();
    let (first, last) = (*days.first()?, *days.last()?);
    let open = made.look.as_ref().map(|look| look.standing.open()).unwrap_or_default();
    let unseen = open.iter().any(|open| open.row.id == flag && open.is_unseen());
    let words = [
        ("sign", made.protocol.texts().text(&format!("flag-{}", flag.word())).into()),
        ("first", say.date(first).into()),
        ("last", say.date(last).into()),
        ("days", i64::from(first != last).into()),
    ];
    let said = say.with("handover-sign", &words);
    match unseen {
        true => Some(say.with("handover-sign-open", &[("said", said.into())])),
        false => Some(said),
    }
}
