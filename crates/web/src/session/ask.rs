//! The questions that are put again on the day: what the page says, and whether that is new.
//!
//! Which they are is told in [`chart::session::ask`]. How an answer looks and is read is in [`crate::screening`], what it
//! means is decided in `care`.

use care::protocol::rows::Question;
use chart::Chart;
use chart::screening::given::Given;
use chart::session::ask::{self, last};
use store::records::Answers;

use crate::fields::Fields;
use crate::form::{Fault, Form, Wrong};
use crate::screening::given::{self, Lines, Pressed, Reader};
use crate::visit::Owner;

/// What was answered last, and what the record knows since.
pub(super) fn known(owner: &Owner, chart: &Chart) -> Answers {
    chart.knowing(&owner.protocol, &owner.now).answers
}

fn again(owner: &Owner) -> impl Iterator<Item = &Question> {
    ask::again(&owner.protocol, owner.person.record.setting)
}

/// The fields of the page as they stand for the last answers.
pub(super) fn prefilled(owner: &Owner, answers: &Answers) -> Fields {
    let filled = again(owner)
        .filter_map(|question| Some(given::fields(&last(answers, question)?, question)));
    Fields::of(filled.flatten())
}

/// Whether the page says something else than the last answers do.
pub(super) fn changed(owner: &Owner, known: &Answers, fields: &Fields) -> bool {
    lines(owner, fields).differs(known)
}

/// The answers of the page: what is not ticked does not apply, since the page came with all that applied last time. `None` if
/// something is wrong with them, which the form then says.
pub(super) fn read(owner: &Owner, known: &Answers, form: &mut Form) -> Option<Answers> {
    let lines = lines(owner, form.fields());
    let mut answers = Answers::new();
    lines.take(&mut answers, Pressed::On);
    let gone = again(owner).filter(|question| is_unsaid(question, known, &answers));
    let gone = gone.map(|question| Wrong::new("session-again-past").at(&question.id));
    let faults: Vec<Fault> = lines.faults().into_iter().chain(gone).collect();
    let right = faults.is_empty();
    form.note(faults);
    right.then_some(answers)
}

/// A thing of the past that was said before and now never was: a wait would be gone with it.
fn is_unsaid(question: &Question, known: &Answers, now: &Answers) -> bool {
    let harmless = Given::harmless(question);
    let before = last(known, question).unwrap_or(Given::Unknown);
    question.dated.is_some()
        && !matches!(before, Given::Unknown)
        && before != harmless
        && last(now, question) == Some(harmless)
}

fn lines<'o>(owner: &'o Owner, fields: &Fields) -> Lines<'o> {
    let reader = Reader { fields, today: owner.now.date(), born: owner.person.record.born };
    Lines::read(&reader, again(owner))
}
