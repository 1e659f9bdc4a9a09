//! What entries rest on: sources exist, every entry has one, published ranges are possible.

use std::collections::BTreeSet;

use super::Findings;
use crate::protocol::entries::Entry;
use crate::protocol::rows::{Evidence, Rows};
use crate::words::nearest;

pub(super) fn check(rows: &Rows, found: &mut Findings<'_>) {
    let known: BTreeSet<&str> = rows.source.iter().map(|source| source.id.as_str()).collect();
    let mut seen = BTreeSet::new();
    for entry in rows.entries() {
        let first = seen.insert((entry.kind, entry.id));
        found.hold(
            first,
            entry.kind,
            entry.id,
            "this id is there twice",
            "rename or remove one of the two",
        );
        if let Some(evidence) = entry.evidence {
            sources(entry, evidence, &known, found);
            published(entry, evidence, found);
        }
    }
    let header = rows.protocol.is_some()
        && rows.cream.is_some()
        && rows.dose.is_some()
        && rows.judge.is_some()
        && rows.triage.is_some();
    let mend = "add [protocol], [cream], [dose], [judge] and [triage], one of each";
    found.hold(
        header,
        "protocol",
        "as a whole",
        "a table that must be there once is missing",
        mend,
    );
}

fn sources(
    entry: Entry<'_>,
    evidence: &Evidence,
    known: &BTreeSet<&str>,
    found: &mut Findings<'_>,
) {
    let some = !evidence.sources.is_empty();
    found.hold(
        some,
        entry.kind,
        entry.id,
        "no source is named",
        "name at least one under evidence.sources",
    );
    for id in evidence.sources.iter().chain(&evidence.against) {
        if !known.contains(id.as_str()) {
            let near = nearest(id, known.iter().copied()).unwrap_or("none");
            let mend = format!("add it to sources.toml, or use a known one (nearest: {near})");
            found.fault(entry.kind, entry.id, format!("the source “{id}” is unknown"), mend);
        }
    }
}

fn published(entry: Entry<'_>, evidence: &Evidence, found: &mut Findings<'_>) {
    let Some([low, high]) = &evidence.published else { return };
    let possible = low.kind == high.kind && low.size <= high.size;
    let what = format!("the published range from {} to {} is impossible", low.text, high.text);
    found.hold(
        possible,
        entry.kind,
        entry.id,
        &what,
        "put the smaller figure first, both in one kind of unit",
    );
}
