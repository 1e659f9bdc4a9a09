//! How the skin is before the first session, if somebody wants to say so: healing is measured against it.
//!
//! Asked on the page of the day's questions, and only before the first session: later it is known from the check-ins.
//! What it changes is told in [`care::triage`].

use chart::Chart;
use chart::person::person_of;
use maud::{Markup, html};
use store::records::Scores;

use crate::fields::Fields;
use crate::screening::given::Wrong;
use crate::today::form::{Asked, Fault, scales, scores};
use crate::ui::{Notice, disclosure, notice};
use crate::visit::Owner;

/// The name under which a wrong score is told.
pub(super) const FIELD: &str = "before";

/// The scores of the form; none where they are not asked for.
///
/// # Errors
/// A score that is no whole number from 0 to 10.
pub(super) fn read(owner: &Owner, fields: &Fields) -> Result<Scores, Wrong> {
    let wrong = || Wrong { field: FIELD.into(), sentence: owner.say.text("today-scores-wrong") };
    scores(fields).ok_or_else(wrong)
}

/// Whether they are asked for.
pub(super) fn is_asked(chart: &Chart) -> bool {
    chart.story.done().is_empty()
}

/// The six signs, closed until somebody wants them.
pub(super) fn ask(owner: &Owner, fields: &Fields, problem: Option<&str>) -> Markup {
    let say = &owner.say;
    let asked = Asked {
        typed: Some(fields),
        fault: problem.map(|_| Fault::Scores),
        last: None,
        dark: person_of(&owner.protocol, &owner.person.record)
            .is_none_or(|person| person.marks_easily(&owner.protocol)),
    };
    let body = html! {
        p { (say.text("session-before-text")) }
        @if let Some(problem) = problem { (notice(Notice::Problem, problem)) }
        (scales(owner, &asked))
    };
    let said = scores(fields).is_none_or(|scores| !scores.is_empty());
    disclosure(&say.text("session-before"), &body, said)
}
