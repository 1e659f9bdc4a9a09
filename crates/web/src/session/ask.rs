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
use crate::frame::Reader;
use crate::screening::given::{self, Answering, Lines, Pressed};

/// What was answered last, and what the record knows since.
pub(super) fn known(reader: &Reader, chart: &Chart) -> Answers {
    chart.knowing(&reader.protocol, &reader.now).answers
}

fn again(reader: &Reader) -> impl Iterator<Item = &Question> {
    ask::again(&reader.protocol, reader.person.record.setting)
}

/// The fields of the page as they stand for the last answers.
pub(super) fn prefilled(reader: &Reader, answers: &Answers) -> Fields {
    let filled = again(reader)
        .filter_map(|question| Some(given::fields(&last(answers, question)?, question)));
    Fields::of(filled.flatten())
}

/// Whether the page says something else than the last answers do.
pub(super) fn changed(reader: &Reader, known: &Answers, fields: &Fields) -> bool {
    lines(reader, fields).differs(known)
}

/// The answers of the page: what is not ticked does not apply, since the page came with all that applied last time. `None` if
/// something is wrong with them, which the form then says.
pub(super) fn read(
    reader: &Reader,
    chart: &Chart,
    known: &Answers,
    form: &mut Form,
) -> Option<Answers> {
    let counting = ask::counting(&reader.protocol, chart, &reader.now);
    let lines = lines(reader, form.fields());
    let mut answers = Answers::new();
    lines.take(&mut answers, Pressed::On, |_| false);
    let counts = |question: &Question| counting.iter().any(|one| one.id == question.id);
    let gone =
        again(reader).filter(|question| counts(question) && is_unsaid(question, known, &answers));
    let gone = gone.map(|question| Wrong::new("session-again-past").at(&question.id));
    let faults: Vec<Fault> = lines.faults().into_iter().chain(gone).collect();
    let right = faults.is_empty();
    form.note(faults);
    right.then_some(answers)
}

/// A thing of the past that was said before and now is not: a wait that is still running would be gone with it.
fn is_unsaid(question: &Question, known: &Answers, now: &Answers) -> bool {
    let harmless = Given::harmless(question);
    let before = last(known, question).unwrap_or(Given::Unknown);
    question.dated.is_some()
        && !matches!(before, Given::Unknown)
        && before != harmless
        && last(now, question) == Some(harmless)
}

fn lines<'o>(reader: &'o Reader, fields: &Fields) -> Lines<'o> {
    let form = Answering { fields, today: reader.now.date(), born: reader.person.record.born };
    Lines::read(&form, again(reader))
}
