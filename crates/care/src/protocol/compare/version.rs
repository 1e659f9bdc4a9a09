//! One of the two versions: read as far as screening needs it, and asked about a person whose answers are another's.

use jiff::civil::Date;
use serde::Deserialize;

use crate::Protocol;
use crate::answers::{Answer, Answers};
use crate::person::Person;
use crate::protocol::fault::Fault;
use crate::protocol::files::Files;
use crate::protocol::rows::{Question, Rows};
use crate::protocol::table::Table;
use crate::screening::decide_in;
use crate::verdict::{Verdict, VerdictKind};
use crate::words::Setting;

/// The tables that screening reads.
const READ: [&str; 8] =
    ["protocol", "question", "rule", "area", "device", "length-class", "rhythm", "preparation"];

/// A version of a protocol that can be compared with another, and is good for nothing else.
#[derive(Debug)]
pub struct Version(Protocol);

/// What a version decides about a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided<'v> {
    /// The verdict.
    pub verdict: Verdict,
    /// The rules that fired, by id, each with its verdict.
    pub fired: Vec<(&'v str, VerdictKind)>,
}

impl Version {
    /// Reads a version; whatever screening does not read is that of a protocol that is sound.
    ///
    /// # Errors
    /// Rows that can't be read.
    pub fn read(files: &Files, sound: &Protocol) -> Result<Self, Vec<Fault>> {
        let rows = read_rows(files)?;
        let header = rows.protocol.clone().unwrap_or_else(|| sound.header.clone());
        let table = Table::new(&rows);
        Ok(Self(Protocol { rows, header, table, variant: None, ..sound.clone() }))
    }
    /// Its name and version.
    pub fn name(&self) -> String {
        format!("{} {}", self.0.name(), self.0.version())
    }
    /// The questions it asks.
    pub fn questions(&self) -> &[Question] {
        self.0.questions()
    }
    /// What it decides about a person who answered the questions of another version: by the ids and words of those it knows.
    /// A question that it does not ask, or a part of the body that it does not know, says nothing here; an answer that it does
    /// not know is its harmless one.
    pub fn decide(
        &self,
        person: &Person,
        asked: &[Question],
        setting: Setting,
        on: Date,
    ) -> Decided<'_> {
        let mut person = Person { answers: self.carry(&person.answers, asked), ..person.clone() };
        person.areas.retain(|area| self.0.area(*area).is_some());
        let decision = decide_in(&self.0, &person, setting, on);
        let fired = decision.findings.iter().filter_map(|finding| {
            Some((finding.rule(&self.0)?.id.as_str(), finding.verdict.kind()))
        });
        Decided { verdict: decision.verdict, fired: fired.collect() }
    }

    fn carry(&self, given: &Answers, asked: &[Question]) -> Answers {
        let mut own = Answers::unknown(self.questions().len());
        for (place, question) in self.questions().iter().enumerate() {
            let found = asked.iter().position(|other| other.id == question.id);
            let carried =
                found.and_then(|other| carry(given.get(other), asked.get(other)?, question));
            own.set(place, carried.unwrap_or_else(|| harmless(question)));
        }
        own
    }
}

/// An answer to a question as an answer to the same question of another version.
fn carry(answer: Answer, from: &Question, to: &Question) -> Option<Answer> {
    match answer {
        Answer::Unknown => Some(Answer::Unknown),
        Answer::Word(place) => Answer::word(to, from.answers.get(usize::from(place))?),
        Answer::Dated { on, detail, length } => {
            let words = &from.dated.as_ref()?.words;
            let word = detail.and_then(|place| words.get(usize::from(place)));
            let dated = Answer::dated(to, on, word.map(String::as_str));
            let dated = dated.or_else(|| Answer::dated(to, on, None));
            dated.map(|answer| answer.with_length(length))
        }
        Answer::Products(_) => to.products.then_some(answer),
    }
}

/// The first plain word of a question is its harmless answer; of products, none.
fn harmless(question: &Question) -> Answer {
    if question.products { Answer::products(&[]) } else { Answer::Word(0) }
}

fn read_rows(files: &Files) -> Result<Rows, Vec<Fault>> {
    let mut all = Rows::default();
    let mut faults = Vec::new();
    for (name, table) in super::files::tables(files)?.iter().filter(|(name, _)| !name.contains('/'))
    {
        let read = table.iter().filter(|(kind, _)| READ.contains(&kind.as_str()));
        let read: toml::Table = read.map(|(kind, rows)| (kind.clone(), rows.clone())).collect();
        match Rows::deserialize(read) {
            Ok(rows) => rows.append_to(&mut all),
            Err(error) => faults.push(super::files::unreadable(name, &error)),
        }
    }
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}
