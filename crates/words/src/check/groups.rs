//! Every group of questions has its heading, and every heading its group.

use std::collections::BTreeSet;

use care::protocol::rows::Rows;

use super::Findings;
use super::sentences::{Need, meet};
use crate::Wording;

pub(super) fn check(rows: &Rows, texts: &Wording, found: &mut Findings<'_>) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for question in &rows.question {
        let Some(group) = question.group.as_deref().filter(|group| seen.insert(group)) else {
            continue;
        };
        for key in [format!("group-{group}"), format!("group-{group}.why")] {
            let need = Need { key, required: &[], allowed: &[] };
            meet(&need, "question", &question.id, texts, found);
        }
    }
    for (name, file) in texts.of_rows().filter(|(name, _)| !name.contains('.')) {
        let Some(group) = name.strip_prefix("group-") else { continue };
        let what = format!("the text {name} in {file} belongs to no group of questions");
        found.hold(seen.contains(group), "group", group, &what, "remove it, or use this group");
    }
}
