//! The questions that are put again on the day, and what is known of them.
//!
//! When they were needled last is filled in from the record; but the record does not know of a clinic in between, so
//! it is asked all the same.

use care::Protocol;
use care::protocol::rows::Question;
use care::screening;
use care::words::Setting;
use jiff::Zoned;
use store::records::Answers;

use crate::Chart;
use crate::person::person_of;
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

/// The questions whose last answer decides something today: its time is not over yet. All of them where the answers can't be
/// read any more.
pub fn counting<'p>(protocol: &'p Protocol, chart: &Chart, now: &Zoned) -> Vec<&'p Question> {
    let Some(person) = person_of(protocol, &chart.knowing(protocol, now)) else {
        return protocol.questions().iter().collect();
    };
    let decision = screening::decide(protocol, &person, now.date());
    decision.findings.iter().filter_map(|finding| finding.question(protocol)).collect()
}
