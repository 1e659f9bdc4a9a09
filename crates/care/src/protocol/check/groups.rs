//! Groups of questions: each stands together, so that it is one page, and has its heading.

use std::collections::BTreeSet;

use super::Findings;
use super::sentences::{Need, meet};
use crate::protocol::rows::Rows;
use crate::protocol::texts::Texts;

pub(super) fn check(rows: &Rows, texts: &Texts, found: &mut Findings<'_>) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut before = None;
    for question in &rows.question {
        let group = question.group.as_deref();
        if let Some(group) = group.filter(|group| before != Some(*group)) {
            let what = format!("its group “{group}” is torn apart by other questions");
            let mend = "move it next to the others of its group, or give it another one";
            found.hold(seen.insert(group), "question", &question.id, &what, mend);
            for key in [format!("group-{group}"), format!("group-{group}.why")] {
                let need = Need { key, required: &[], allowed: &[] };
                meet(&need, "question", &question.id, texts, found);
            }
        }
        before = group;
    }
    for (name, file) in texts.names().filter(|(name, _)| !name.contains('.')) {
        let Some(group) = name.strip_prefix("group-") else { continue };
        let what = format!("the text {name} in {file} belongs to no group of questions");
        found.hold(seen.contains(group), "group", group, &what, "remove it, or use this group");
    }
}
