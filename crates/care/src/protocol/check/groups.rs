//! Groups of questions: each stands together, so that it is one page.

use std::collections::BTreeSet;

use super::Findings;
use crate::protocol::rows::Rows;

pub(super) fn check(rows: &Rows, found: &mut Findings<'_>) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut before = None;
    for question in &rows.question {
        let group = question.group.as_deref();
        if let Some(group) = group.filter(|group| before != Some(*group)) {
            let what = format!("its group “{group}” is torn apart by other questions");
            let mend = "move it next to the others of its group, or give it another one";
            found.hold(seen.insert(group), "question", &question.id, &what, mend);
        }
        before = group;
    }
}
