//! Sources that support nothing: a list of what was once read is no evidence.

use std::collections::BTreeSet;

use super::Findings;
use crate::protocol::rows::Rows;

/// What the pages of photographs cite themselves, since no row says how redness is measured.
const BY_PAGES: [&str; 2] = ["yamamoto-2008", "hashimoto-2024"];

pub(super) fn check(rows: &Rows, found: &mut Findings<'_>) {
    // A variant may replace the one row that rests on a source.
    if found.is_variant() {
        return;
    }
    let entries = rows.entries();
    let cited = entries.iter().filter_map(|entry| entry.evidence);
    let cited = cited.flat_map(|evidence| evidence.sources.iter().chain(&evidence.against));
    let cited: BTreeSet<&str> = cited.map(String::as_str).chain(BY_PAGES).collect();
    for source in &rows.source {
        let mend = "name it where it says something, or remove it";
        found.hold(
            cited.contains(source.id.as_str()),
            "source",
            &source.id,
            "no entry rests on it or speaks of it",
            mend,
        );
    }
}
