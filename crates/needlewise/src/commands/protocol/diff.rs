//! `protocol diff`: two versions asked about the same random people, in both settings, and their rows and texts compared.
//!
//! The comparison itself is [`care::protocol::compare`] and [`words::compare`]; who the people are is in [`super::people`].

use std::path::Path;

use care::Protocol;
use care::protocol::compare::{Tally, Version, files};
use care::protocol::{Fault, Files};
use care::words::{Setting, Word};
use text::show::{Diff, Sides};

use super::people::{ON, People};
use crate::commands::{Refusal, Talk, emit, folder};

/// How many people, and which.
pub(super) struct Asked {
    pub(super) people: usize,
    pub(super) seed: u64,
}

pub(super) fn run(
    talk: &Talk<'_>,
    old: &Path,
    new: Option<&Path>,
    asked: &Asked,
) -> Result<(), Refusal> {
    let (old, new) = (folder::files(Some(old))?, folder::files(new)?);
    let diff = compare(&old, &new, asked).map_err(|faults| Refusal::faults(&faults))?;
    emit(talk, talk.texts(), &diff)
}

fn compare(old: &Files, new: &Files, asked: &Asked) -> Result<Diff, Vec<Fault>> {
    let sound = Protocol::built_in()?;
    let (was, is) = (Version::read(old, &sound)?, Version::read(new, &sound)?);
    let sides = Sides { old: was.name(), new: is.name(), seed: asked.seed, on: ON };
    let tallies = tally(&was, &is, asked);
    Ok(Diff::of(sides, &tallies, files::rows(old, new)?, words::compare::texts(old, new)?))
}

/// The counts of each setting; questions that only the old version asks are answered too.
fn tally(old: &Version, new: &Version, asked: &Asked) -> Vec<(Setting, Tally)> {
    let mut questions = new.questions().to_vec();
    let gone = old
        .questions()
        .iter()
        .filter(|question| !new.questions().iter().any(|other| other.id == question.id));
    questions.extend(gone.cloned());
    let mut people = People::new(asked.seed);
    let mut tallies: Vec<(Setting, Tally)> =
        Setting::ALL.iter().map(|setting| (*setting, Tally::default())).collect();
    for _ in 0..asked.people {
        let person = people.next(&questions);
        for (setting, tally) in &mut tallies {
            let was = old.decide(&person, &questions, *setting, ON);
            tally.add(&was, &new.decide(&person, &questions, *setting, ON));
        }
    }
    tallies
}
