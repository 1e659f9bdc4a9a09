//! The questions that are put again on the day: what the page says, and whether that is new.
//!
//! Which they are is told in [`chart::session::ask`]. How an answer looks and is read is in [`crate::screening`], what it
//! means is decided in `care`.

use care::protocol::rows::Question;
use chart::session::ask::{again, last};
use store::records::Answers;

use crate::fields::Fields;
use crate::problem::Problem;
use crate::screening::given::{self, Wrong, date_field, detail_field};
use crate::visit::Owner;

/// What was answered last, and what the record knows since.
pub(super) async fn known(owner: &Owner) -> Result<Answers, Problem> {
    let chart = owner.chart().await?;
    Ok(chart.knowing(&owner.protocol, &owner.now).answers)
}

/// The fields of the page as they stand for the last answers.
pub(super) fn prefilled(owner: &Owner, answers: &Answers) -> Fields {
    let filled = again(&owner.protocol)
        .filter_map(|question| Some(given::fields(&last(answers, question)?, question)));
    Fields::of(filled.flatten())
}

/// The answers of the page.
///
/// # Errors
/// What is wrong with each.
pub(super) fn read(owner: &Owner, fields: &Fields) -> Result<Answers, Vec<Wrong>> {
    let (mut answers, mut wrong) = (Answers::new(), Vec::new());
    for question in again(&owner.protocol) {
        match given::read(question, fields, &owner.say, owner.now.date()) {
            Ok(given) => _ = answers.insert(question.id.clone(), given.record(question)),
            Err(what) => wrong.push(what),
        }
    }
    if wrong.is_empty() { Ok(answers) } else { Err(wrong) }
}

/// Whether the page says something else about a question than the last answer does.
pub(super) fn differs(fields: &Fields, before: &Fields, question: &Question) -> bool {
    let names = [question.id.clone(), date_field(question), detail_field(question)];
    // A browser sends a date that nobody filled in as an empty text.
    let said = |fields: &Fields, name: &str| -> Vec<String> {
        fields.all(name).filter(|value| !value.is_empty()).map(str::to_owned).collect()
    };
    names.iter().any(|name| fields.has(name) && said(fields, name) != said(before, name))
}
