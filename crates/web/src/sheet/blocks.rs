//! The parts of the sheet that need no arithmetic: the session, what to do and avoid, when what again, the next session,
//! and who says so.

use std::collections::BTreeSet;

use care::aftercare::{self, CardOn, Clearance};
use care::protocol::rows::{CardKind, Evidence};
use care::words::Word as _;
use jiff::Zoned;
use paper::Block;

use super::Made;
use crate::say::Say;

/// Which session it is about.
pub(super) fn session(made: &Made<'_>) -> String {
    let (say, texts) = (&made.owner.say, made.owner.protocol.texts());
    let session = &made.session;
    let areas = session.areas.iter().map(|area| texts.say(&format!("area-{}", area.word())));
    let areas: Vec<_> = areas.collect();
    let date = say.date(session.at.date());
    let variables = [
        ("date", date.into()),
        ("time", time(&session.at).into()),
        ("length", session.length.to_string().into()),
        ("areas", areas.join(", ").into()),
    ];
    say.with("sheet-session", &variables)
}

/// When and by whom it was made.
pub(super) fn foot(made: &Made<'_>) -> String {
    let (owner, protocol) = (made.owner, &made.owner.protocol);
    let variables = [
        ("date", owner.say.date(owner.now.date()).into()),
        ("name", protocol.name().into()),
        ("version", protocol.version().into()),
    ];
    owner.say.with("sheet-foot", &variables)
}

/// What to do and what to avoid, those that begin and end together in one row.
pub(super) fn cards(made: &Made<'_>) -> Vec<Block> {
    let mut all = Vec::new();
    for (kind, heading) in [(CardKind::Do, "sheet-do"), (CardKind::Avoid, "sheet-avoid")] {
        let cards = aftercare::cards_of(&made.owner.protocol, &made.session, kind);
        let rows = cards.chunk_by(|a, b| (&a.from, &a.until) == (&b.from, &b.until));
        let rows: Vec<Vec<String>> = rows.map(|together| card_row(made, together)).collect();
        let head = ["sheet-from", "sheet-until", heading].map(|key| made.owner.say.text(key));
        all.push(Block::Heading(made.owner.say.text(heading)));
        all.push(Block::Table { head: head.into(), rows });
    }
    all
}

fn card_row(made: &Made<'_>, together: &[CardOn<'_>]) -> Vec<String> {
    let texts = made.owner.protocol.texts();
    let lines = together.iter().map(|card| texts.say(&format!("card-{}", card.row.id)));
    let lines: Vec<_> = lines.collect();
    let Some(first) = together.first() else { return Vec::new() };
    vec![from(made, &first.from), moment(&made.owner.say, &first.until), lines.join("\n")]
}

/// When each kind of product may be used again, the soonest first.
pub(super) fn products(made: &Made<'_>) -> Vec<Block> {
    let say = &made.owner.say;
    let mut all = clearances(made);
    all.sort_by(|a, b| a.not_before.cmp(&b.not_before));
    let row = |product: &Clearance<'_>| {
        let class = format!("product-class-{}", product.row.class.word());
        let calm = if product.row.only_calm { say.text("sheet-calm") } else { String::new() };
        let name = made.owner.protocol.texts().say(&class).into_owned();
        vec![name, from(made, &product.not_before), calm]
    };
    let head = ["sheet-what", "sheet-not-before", "sheet-if"].map(|key| say.text(key));
    let rows = all.iter().map(row).collect();
    vec![Block::Heading(say.text("sheet-again")), Block::Table { head: head.into(), rows }]
}

fn clearances<'m>(made: &'m Made<'_>) -> Vec<Clearance<'m>> {
    let found = aftercare::at(&made.owner.protocol, &made.session, &made.session.at);
    found.map(|found| found.products).unwrap_or_default()
}

/// When the next session may be.
pub(super) fn next(made: &Made<'_>) -> Vec<Block> {
    let say = &made.owner.say;
    let text = match made.next {
        Some(window) => {
            let (from, by) = (say.date(window.not_before), say.date(window.best_by));
            say.with("sheet-next-window", &[("from", from.into()), ("by", by.into())])
        }
        None => say.text("sheet-next-none"),
    };
    vec![Block::Heading(say.text("sheet-next")), Block::Text(text)]
}

/// The sources of what stands on the sheet, in one paragraph.
pub(super) fn sources(made: &Made<'_>) -> Vec<Block> {
    let protocol = &made.owner.protocol;
    let cards = [CardKind::Do, CardKind::Avoid].into_iter();
    let cards = cards.flat_map(|kind| aftercare::cards_of(protocol, &made.session, kind));
    let mut ids: BTreeSet<&str> = cards.flat_map(|card| named(&card.row.evidence)).collect();
    ids.extend(clearances(made).iter().flat_map(|product| named(&product.row.evidence)));
    let known = ids.into_iter().filter_map(|id| protocol.find_source(id));
    let one = |source: &care::protocol::rows::Source| match source.year {
        Some(year) => format!("{} ({year})", source.citation),
        None => source.citation.clone(),
    };
    let all: Vec<String> = known.map(one).collect();
    let say = &made.owner.say;
    vec![
        Block::Heading(say.text("sheet-sources")),
        Block::Text(format!("{} {}", all.join(" · "), say.text("sheet-more"))),
    ]
}

fn named(evidence: &Evidence) -> impl Iterator<Item = &str> {
    evidence.sources.iter().map(String::as_str)
}

/// A moment, or that it holds from the start.
fn from(made: &Made<'_>, at: &Zoned) -> String {
    let say = &made.owner.say;
    if *at <= made.session.at { say.text("sheet-at-once") } else { moment(say, at) }
}

fn moment(say: &Say, at: &Zoned) -> String {
    format!("{} {}", say.day(at.date()), time(at))
}

fn time(at: &Zoned) -> String {
    at.strftime("%H:%M").to_string()
}
