//! Screening: may this person be needled on this day, in this setting, with these answers.
//!
//! The verdict is the worst of its findings. Findings hold places of rules and dates, no text: a decision costs
//! a few hundred nanoseconds, and its sentences are rendered when somebody reads them (by the crate `text`). What the
//! rules are is in `protocol/contraindications.toml`; how they are looked up is in [`crate::protocol::table`].

mod age;
pub mod alternatives;
mod given;
pub mod needle;
mod skin;

use jiff::civil::Date;
use smallvec::SmallVec;

use crate::Protocol;
use crate::answers::Answer;
use crate::measure::{NeedleLength, Wait};
use crate::person::Person;
use crate::protocol::rows::{Question, Rule};
use crate::protocol::table::{Cell, Lasts, QuestionTable};
use crate::verdict::{Verdict, VerdictKind};
use crate::words::Setting;
pub use given::ceiling;

/// What was decided about a person on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// The worst of the findings; [`Verdict::Proceed`] if there is none.
    pub verdict: Verdict,
    /// Every rule that fired, in the order of the questions.
    pub findings: SmallVec<[Finding; 8]>,
    /// In which setting.
    pub setting: Setting,
    /// On which day.
    pub on: Date,
}

/// A rule that fired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's place in the protocol.
    rule: u16,
    /// What it read.
    pub read: Read,
    /// Its verdict.
    pub verdict: Verdict,
    /// The date on which it lifts, if it has one.
    pub until: Option<Date>,
    /// It fired because the answer is not known.
    pub unknown: bool,
}

/// What a finding read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// The date of birth.
    Born,
    /// The length of the person's needles.
    NeedleLength,
    /// The parts of the body.
    Areas,
    /// The skin type.
    SkinType,
    /// The answer to the question at this place.
    Answer(u8),
}

impl Finding {
    /// The rule that fired.
    pub fn rule<'p>(&self, protocol: &'p Protocol) -> Option<&'p Rule> {
        protocol.rules().get(usize::from(self.rule))
    }
    /// The question that was read, if it is one.
    pub fn question<'p>(&self, protocol: &'p Protocol) -> Option<&'p Question> {
        match self.read {
            Read::Answer(place) => protocol.questions().get(usize::from(place)),
            Read::Born | Read::NeedleLength | Read::Areas | Read::SkinType => None,
        }
    }
}

/// Decides about a person on a day, in the person's setting.
pub fn decide(protocol: &Protocol, person: &Person, on: Date) -> Decision {
    decide_in(protocol, person, person.setting, on)
}

/// Decides about a person on a day, in a setting of choice.
pub fn decide_in(protocol: &Protocol, person: &Person, setting: Setting, on: Date) -> Decision {
    let table = protocol.table().of(setting);
    let mut decision =
        Decision { verdict: Verdict::Proceed, findings: SmallVec::new(), setting, on };
    age::read(table, person.born, &mut decision);
    needle::read(protocol, table, person, &mut decision);
    skin::read_areas(table, person, &mut decision);
    let answered = person.answered.unwrap_or(on);
    let rest = |length| needle::rest(protocol, length);
    for place in person.answers.telling().or(table.first_says) {
        let Some(rules) = table.questions.get(place) else { continue };
        let (read, answer) = (Read::Answer(place as u8), person.answers.get(place));
        read_answer(rules, read, answer, answered, rest, &mut decision);
    }
    skin::read_type(table, person, &mut decision);
    decision
}

fn read_answer(
    rules: &QuestionTable,
    read: Read,
    answer: Answer,
    answered: Date,
    rest: impl Fn(Option<NeedleLength>) -> Wait,
    decision: &mut Decision,
) {
    match answer {
        Answer::Unknown => decision.add_unknown(read, rules.unknown),
        Answer::Word(word) => decision.add_word(read, rules, usize::from(word)),
        Answer::Dated { on, detail, length } => match rules.future.filter(|_| on > decision.on) {
            Some(word) => decision.add_word(read, rules, word),
            None => {
                let fits = |cell: &&Cell| {
                    detail.is_none() || cell.detail.is_none() || cell.detail == detail
                };
                for cell in rules.dated.iter().filter(fits) {
                    let until = cell.wait.map(|wait| lifts(wait, on, || rest(length)));
                    decision.add(read, cell, until);
                }
            }
        },
        Answer::Products(set) => {
            let fired = rules.products.iter().filter(|(bit, _)| set & bit != 0);
            for (_, cell) in fired {
                let until = cell.wait.map(|wait| lifts(wait, answered, || rest(None)));
                decision.add(read, cell, until);
            }
        }
    }
}

fn lifts(wait: Lasts, on: Date, rest: impl Fn() -> Wait) -> Date {
    match wait {
        Lasts::For(wait) => wait.after_date(on),
        Lasts::Rest => rest().after_date(on),
    }
}

impl Decision {
    /// Adds the finding of a rule, unless its date has come.
    fn add(&mut self, read: Read, cell: &Cell, until: Option<Date>) {
        if until.is_some_and(|until| until <= self.on) {
            return;
        }
        let verdict = dated(cell.verdict, until);
        self.push(Finding { rule: cell.rule, read, verdict, until, unknown: false });
    }
    fn add_word(&mut self, read: Read, rules: &QuestionTable, word: usize) {
        let cells = rules.words.get(word).into_iter().flatten();
        cells.for_each(|cell| self.add(read, cell, None));
    }
    fn add_unknown(&mut self, read: Read, worst: Option<Cell>) {
        if let Some(cell) = worst {
            let verdict = dated(cell.verdict, None);
            self.push(Finding { rule: cell.rule, read, verdict, until: None, unknown: true });
        }
    }
    fn push(&mut self, finding: Finding) {
        self.verdict = self.verdict.max(finding.verdict);
        self.findings.push(finding);
    }
}

/// The verdict of a rule with its date; a wait without a date can't be counted and becomes a question to somebody.
fn dated(kind: VerdictKind, until: Option<Date>) -> Verdict {
    match kind {
        VerdictKind::Proceed => Verdict::Proceed,
        VerdictKind::ProceedWithCare => Verdict::ProceedWithCare,
        VerdictKind::WaitUntil => until.map_or(Verdict::AskClinician, Verdict::WaitUntil),
        VerdictKind::AskClinician => Verdict::AskClinician,
        VerdictKind::DoNot => Verdict::DoNot,
    }
}
