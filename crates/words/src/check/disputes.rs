//! What sources say against a row, and how a figure was derived, is told where the row says so.

use care::protocol::entries::Entry;
use care::protocol::rows::{Evidence, Rows};

use super::Findings;
use crate::Wording;

pub(super) fn check(rows: &Rows, texts: &Wording, found: &mut Findings<'_>) {
    for entry in rows.entries() {
        if let Some(evidence) = entry.evidence {
            told(entry, evidence, texts, found);
        }
    }
}

fn told(entry: Entry<'_>, evidence: &Evidence, texts: &Wording, found: &mut Findings<'_>) {
    let base = if matches!(entry.kind, "cream" | "dose" | "judge" | "triage" | "band") {
        entry.kind.to_owned()
    } else {
        format!("{}-{}", entry.kind, entry.id)
    };
    let needs = [(!evidence.against.is_empty(), "against"), (evidence.derived, "derived")];
    for (_, attribute) in needs.iter().filter(|(needed, _)| *needed) {
        let key = format!("{base}.{attribute}");
        let what = format!("the text {key} is missing");
        found.hold(
            texts.has(&key),
            entry.kind,
            entry.id,
            &what,
            &format!("write {key} in texts/{}", texts.language().folder()),
        );
    }
}
