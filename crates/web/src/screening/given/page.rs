//! The lines of a page read together: only whoever said something, or pressed that there is nothing, has answered it.

use care::protocol::rows::Question;
use chart::screening::given::Given;
use store::records::Answers;

use super::Answering;
use crate::form::Fault;

/// The button that was pressed under the lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pressed {
    /// That none of them applies.
    None,
    /// To go on: whoever ticked what applies has said that the rest does not.
    On,
    /// None yet: a draft says what is ticked and nothing of the rest.
    Draft,
}

/// What was said of each question, in their order.
pub(crate) struct Lines<'q> {
    lines: Vec<(&'q Question, Result<Option<Given>, Fault>)>,
}

impl<'q> Lines<'q> {
    /// Reads every line.
    pub(crate) fn read(
        reader: &Answering<'_>,
        questions: impl IntoIterator<Item = &'q Question>,
    ) -> Self {
        Self { lines: questions.into_iter().map(|asked| (asked, reader.line(asked))).collect() }
    }

    /// What is wrong with single lines.
    pub(crate) fn faults(&self) -> Vec<Fault> {
        self.lines.iter().filter_map(|(_, line)| line.as_ref().err().cloned()).collect()
    }

    /// The text that says why the page as a whole can't be taken as it is: nothing was said, or both one and the other.
    pub(crate) fn unclear(&self, pressed: Pressed) -> Option<&'static str> {
        let said = self.lines.iter().any(|(_, line)| !matches!(line, Ok(None)));
        match (pressed, said) {
            (Pressed::None, true) => Some("screening-none-but"),
            (Pressed::On, false) => Some("screening-tick-or-none"),
            _ => None,
        }
    }

    /// Whether a line says something else than these answers do.
    pub(crate) fn differs(&self, from: &Answers) -> bool {
        self.lines.iter().any(|(question, line)| {
            let before = from.get(&question.id).and_then(|kept| Given::of_record(question, kept));
            let before = before.unwrap_or(Given::Unknown);
            let now = line.as_ref().map(|given| given.clone().unwrap_or(Given::harmless(question)));
            now != Ok(before)
        })
    }

    /// Takes what was said into the answers. A line that is wrong, or that a draft no longer ticks, is open again rather
    /// than what it was: nobody should be decided by what they have just taken back. What `stays` was never on the page.
    pub(crate) fn take(
        &self,
        answers: &mut Answers,
        pressed: Pressed,
        stays: impl Fn(&Question) -> bool,
    ) {
        for (question, line) in self.lines.iter().filter(|(question, _)| !stays(question)) {
            let before =
                answers.get(&question.id).and_then(|kept| Given::of_record(question, kept));
            let harmless = Given::harmless(question);
            let now = match line {
                // Half a list of products is no answer: what was not ticked yet would count as not used.
                _ if pressed == Pressed::Draft && question.products => continue,
                Ok(Some(given)) => Some(given.clone()),
                Ok(None) if pressed == Pressed::Draft => {
                    before.filter(|before| *before == harmless)
                }
                Ok(None) => Some(harmless),
                Err(_) => None,
            };
            match now {
                Some(given) => _ = answers.insert(question.id.clone(), given.record(question)),
                None => _ = answers.remove(&question.id),
            }
        }
    }
}
