//! The questions that are put again on the day: which they are, what the page says, and whether that is new.
//!
//! Nobody is asked when they were needled last: the record knows. How an answer looks and is read is in
//! [`crate::screening`], what it means is decided in `care`.

use care::Protocol;
use care::protocol::rows::Question;
use store::records::Answers;

use super::next::LAST_NEEDLING;
use crate::fields::Fields;
use crate::screening::given::{Given, Wrong, date_field, detail_field};
use crate::visit::Owner;

/// The questions that are put again.
pub(super) fn again(protocol: &Protocol) -> impl Iterator<Item = &Question> {
    let all = protocol.questions().iter();
    all.filter(|question| question.ask_again && question.id != LAST_NEEDLING)
}

/// What was answered last.
pub(super) fn last(answers: &Answers, question: &Question) -> Option<Given> {
    Given::of_record(question, answers.get(&question.id)?)
}

/// The fields of the page as they stand for the last answers.
pub(super) fn prefilled(owner: &Owner) -> Fields {
    let answers = &owner.person.record.answers;
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
