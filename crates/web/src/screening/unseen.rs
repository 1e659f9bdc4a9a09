//! Answers that a page was drawn without: given in another window since, and never turned into "no" by pressing that nothing
//! applies here.
//!
//! A page says in a field of its own which lines were answered when it was drawn; `lines.js` adds those that are answered on
//! it later, so that a draft may take them back.

use care::protocol::rows::Question;
use chart::screening::given::Given;
use chart::screening::steps::Step;
use store::records::Profile;

use crate::fields::Fields;

/// The field that names the lines which were answered when the page was drawn.
pub(super) const SEEN: &str = "seen";

/// The lines of a step that say something, for [`SEEN`].
pub(super) fn seen<'s>(step: &'s Step<'_>, profile: &Profile) -> Vec<&'s str> {
    let said = step.questions().filter(|question| is_said(question, profile));
    said.map(|question| question.id.as_str()).collect()
}

/// The questions that are answered with more than "no", on a page that knew nothing of it and says nothing of them.
pub(super) fn unseen<'s>(
    step: &'s Step<'_>,
    profile: &Profile,
    fields: &Fields,
) -> Vec<&'s Question> {
    let knew = |id: &str| fields.has(id) || fields.all(SEEN).any(|seen| seen == id);
    step.questions().filter(|one| is_said(one, profile) && !knew(&one.id)).collect()
}

fn is_said(question: &Question, profile: &Profile) -> bool {
    let kept = profile.answers.get(&question.id);
    let given = kept.and_then(|kept| Given::of_record(question, kept));
    given.is_some_and(|given| given != Given::harmless(question))
}
