//! The questions that are put again on the day, and what is known of them.
//!
//! When they were needled last is filled in from the record; but the record does not know of a clinic in between, so
//! it is asked all the same.

use care::Protocol;
use care::protocol::rows::Question;
use care::words::Setting;
use store::records::Answers;

use crate::screening::given::Given;

/// The questions that are put again in a setting.
pub fn again(protocol: &Protocol, setting: Setting) -> impl Iterator<Item = &Question> {
    let all = protocol.questions().iter();
    all.filter(move |question| question.ask_again && question.is_asked_in(setting))
}

/// What was answered last.
pub fn last(answers: &Answers, question: &Question) -> Option<Given> {
    Given::of_record(question, answers.get(&question.id)?)
}
