//! The questions that are put again on the day: which they are, what the page says, and whether that is new.
//!
//! When they were needled last is filled in from the record; but the record does not know of a clinic in between, so
//! it is asked all the same. How an answer looks and is read is in [`crate::screening`], what it means is decided in
//! `care`.

use care::Protocol;
use care::protocol::rows::Question;
use store::records::Answers;

use crate::fields::Fields;
use crate::problem::Problem;
use crate::screening::given::{Given, Wrong, date_field, detail_field};
use crate::story::Story;
use crate::visit::Owner;

/// The questions that are put again.
pub(super) fn again(protocol: &Protocol) -> impl Iterator<Item = &Question> {
    let all = protocol.questions().iter();
    all.filter(|question| question.ask_again)
}

/// What was answered last.
pub(super) fn last(answers: &Answers, question: &Question) -> Option<Given> {
    Given::of_record(question, answers.get(&question.id)?)
}

/// What was answered last, and what the record knows since.
pub(super) async fn known(owner: &Owner) -> Result<Answers, Problem> {
    let story = Story::load(owner).await?;
    Ok(story.knowing(&owner.protocol, &owner.person.record).answers)
}

/// The fields of the page as they stand for the last answers.
pub(super) fn prefilled(owner: &Owner, answers: &Answers) -> Fields {
    let filled = again(&owner.protocol)
        .filter_map(|question| Some(last(answers, question)?.fields(question)));
    Fields::of(filled.flatten())
}

/// The answers of the page.
///
/// # Errors
/// What is wrong with each.
pub(super) fn read(owner: &Owner, fields: &Fields) -> Result<Answers, Vec<Wrong>> {
    let (mut answers, mut wrong) = (Answers::new(), Vec::new());
    for question in again(&owner.protocol) {
        match Given::read(question, fields, &owner.say, owner.now.date()) {
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
