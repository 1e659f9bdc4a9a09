//! Answers from screening that make a check-in more urgent: diabetes, weak immunity.
//!
//! They raise a level by one and never lower it; skin that is as expected stays so. Which answers they are, and
//! how far they raise, is the `triage` row of the protocol. "Don't know" raises like the answer it could be.

use super::{Reason, Why};
use crate::answers::{Answer, Answers, products_in};
use crate::protocol::Protocol;
use crate::protocol::rows::{Answered, Question};
use crate::words::{Level, Word};

/// The reason for one level more, if answers were given that ask for it.
pub(super) fn raised<'p>(
    protocol: &'p Protocol,
    answers: Option<&Answers>,
    level: Level,
) -> Option<Reason<'p>> {
    let triage = protocol.triage();
    let by = |raised: &Answered| answers.is_some_and(|answers| matches(protocol, answers, raised));
    let open = (Level::Watch..triage.raised_up_to).contains(&level);
    let to = next(level).filter(|_| open && triage.raised_by.iter().any(by))?;
    Some(Reason::new(Why::Raised, to, &triage.evidence))
}

fn next(level: Level) -> Option<Level> {
    Level::ALL.iter().copied().find(|higher| *higher > level)
}

fn matches(protocol: &Protocol, answers: &Answers, raised: &Answered) -> bool {
    let found = protocol.find_question(&raised.question);
    found.is_some_and(|(place, question)| {
        let given = words(answers.get(place), question);
        given
            .is_none_or(|given| given.iter().any(|word| raised.answers.iter().any(|of| of == word)))
    })
}

/// The words of an answer; `None` if not known.
fn words(answer: Answer, question: &Question) -> Option<Vec<&str>> {
    match answer {
        Answer::Unknown => None,
        Answer::Word(place) => Some(vec![question.answers.get(usize::from(place))?]),
        Answer::Dated { .. } => Some(vec![&question.dated.as_ref()?.key]),
        Answer::Products(set) => Some(products_in(set).map(Word::word).collect()),
    }
}
