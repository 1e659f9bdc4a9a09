//! The parts of the sheet that need no arithmetic: the session, what to do and avoid, when what again, the next session,
//! and who says so.

use std::collections::BTreeSet;

use care::aftercare::{self, CardOn, Clearance};
use care::protocol::rows::{CardKind, Evidence, Source};
use care::words::Word as _;
use jiff::Zoned;
use paper::Block;

use super::Made;

/// Which session it is about.
pub(super) fn session(made: &Made<'_>) -> String {
    let (say, texts) = (made.say, made.protocol.texts());
    let session = &made.session;
    let areas = session.areas.iter().map(|area| texts.say(&format!("area-{}", area.word())));
    let areas: Vec<_> = areas.collect();
    let date = say.date(session.at.date());
    let variables = [
        ("date", date.into()),
        ("time", say.time(session.at.time()).into()),
        ("length", session.length.mm().into()),
        ("areas", say.list(areas).into()),
    ];
    say.with("sheet-session", &variables)
}

/// When and by whom it was made.
pub(super) fn foot(made: &Made<'_>) -> String {
    let (say, protocol) = (made.say, made.protocol);
    let variables = [
        ("date", say.date(made.today).into()),
        ("name", protocol.name().into()),
        ("version", protocol.version().into()),
    ];
    say.with("sheet-foot", &variables)
}

/// What to do and what to avoid, those that begin and end together in one point.
pub(super) fn cards(made: &Made<'_>) -> Vec<Block> {
    let mut all = Vec::new();
    for (kind, heading) in [(CardKind::Do, "sheet-do"), (CardKind::Avoid, "sheet-avoid")] {
        let cards = aftercare::cards_of(made.protocol, &made.session, kind);
        let points = cards.chunk_by(|a, b| (&a.from, &a.until) == (&b.from, &b.until));
        let points = points.filter_map(|together| card(made, together)).collect();
        all.push(Block::Heading(made.say.text(heading)));
        all.push(Block::Points(points));
    }
    all
}

fn card(made: &Made<'_>, together: &[CardOn<'_>]) -> Option<String> {
    let (say, texts) = (made.say, made.protocol.texts());
    let first = together.first()?;
    let lines = together.iter().map(|card| texts.say(&format!("card-{}", card.row.id)));
    let lines: Vec<_> = lines.collect();
    let at_once = first.from <= made.session.at;
    let variables = [
        ("from", say.day_time(&first.from).into()),
        ("until", say.day_time(&first.until).into()),
        ("what", lines.join(" ").into()),
    ];
    Some(say.with(if at_once { "sheet-until" } else { "sheet-from-until" }, &variables))
}

/// When each kind of product may be used again, the soonest first, those of the same moment together; what waits for calm
/// skin stands apart.
pub(super) fn products(made: &Made<'_>) -> Vec<Block> {
    let mut all = clearances(made);
    all.sort_by(|a, b| when(a).cmp(&when(b)));
    let points = all.chunk_by(|a, b| when(a) == when(b));
    let points = points.filter_map(|together| again(made, together));
    let points = points.chain([next(made)]).collect();
    vec![Block::Heading(made.say.text("sheet-again")), Block::Points(points)]
}

fn when<'c>(product: &'c Clearance<'_>) -> (&'c Zoned, bool) {
    (&product.not_before, product.row.only_calm)
}

fn again(made: &Made<'_>, together: &[Clearance<'_>]) -> Option<String> {
    let (not_before, only_calm) = when(together.first()?);
    let name = |product: &Clearance<'_>| {
        let class = format!("product-class-{}", product.row.class.word());
        made.protocol.texts().say(&class).into_owned()
    };
    let names: Vec<String> = together.iter().map(name).collect();
    let key = if only_calm { "sheet-from-calm" } else { "sheet-from" };
    let from = from(made, not_before);
    Some(made.say.with(key, &[("from", from.into()), ("what", made.say.list(names).into())]))
}

fn clearances<'m>(made: &'m Made<'_>) -> Vec<Clearance<'m>> {
    let found = aftercare::at(made.protocol, &made.session, &made.session.at);
    found.map(|found| found.products).unwrap_or_default()
}

/// When the next session may be.
fn next(made: &Made<'_>) -> String {
    let say = made.say;
    match made.next {
        Some(window) => {
            let (from, by) = (say.date(window.not_before), say.date(window.best_by));
            say.with("sheet-next-window", &[("from", from.into()), ("by", by.into())])
        }
        None => say.text("sheet-next-none"),
    }
}

/// The sources of what stands on the sheet, in one paragraph.
pub(super) fn sources(made: &Made<'_>) -> Vec<Block> {
    let protocol = made.protocol;
    let cards = [CardKind::Do, CardKind::Avoid].into_iter();
    let cards = cards.flat_map(|kind| aftercare::cards_of(protocol, &made.session, kind));
    let mut ids: BTreeSet<&str> = cards.flat_map(|card| named(&card.row.evidence)).collect();
    ids.extend(clearances(made).iter().flat_map(|product| named(&product.row.evidence)));
    let known = ids.into_iter().filter_map(|id| protocol.find_source(id));
    let one = |source: &Source| match source.year {
        Some(year) => format!("{} ({year})", short(&source.citation)),
        None => short(&source.citation).to_owned(),
    };
    let all: Vec<String> = known.map(one).collect();
    let say = made.say;
    vec![
        Block::Heading(say.text("sheet-sources")),
        Block::Text(format!("{} {}", all.join(" · "), say.text("sheet-more"))),
    ]
}

/// Who or what it is, without the title and the journal.
fn short(citation: &str) -> &str {
    let end = citation.find([',', '(', ':', ';']).unwrap_or(citation.len());
    citation.get(..end).unwrap_or(citation).trim()
}

fn named(evidence: &Evidence) -> impl Iterator<Item = &str> {
    evidence.sources.iter().map(String::as_str)
}

/// A moment, or that it holds from the start.
fn from(made: &Made<'_>, at: &Zoned) -> String {
    let say = made.say;
    if *at <= made.session.at { say.text("sheet-at-once") } else { say.day_time(at) }
}
