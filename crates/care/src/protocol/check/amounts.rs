//! What rules a medicine out: every question that rules the cream out is there, and is asked; one that is misspelt would
//! rule out nothing.

use super::Findings;
use crate::protocol::rows::Rows;

pub(super) fn check(rows: &Rows, found: &mut Findings<'_>) {
    let Some(cream) = &rows.cream else { return };
    for id in &cream.asks {
        let mut with_a_no =
            rows.question.iter().filter(|one| one.answers.iter().any(|word| word == "no"));
        let what = format!("it asks {id}, which is no question that can be answered with no");
        found.hold(
            with_a_no.any(|one| one.id == *id),
            "cream",
            &cream.id,
            &what,
            "name a question",
        );
    }
    for question in rows.question.iter().filter(|question| question.cream) {
        let what = "it is asked for the cream, which does not read it";
        let mend = "name it in the asks of the cream";
        found.hold(cream.asks.contains(&question.id), "question", &question.id, what, mend);
    }
}
