//! `needlewise checkin`: is this still what is expected, and what does the next session wait for? `checkin --batch`: how
//! urgent is each check-in of one course a line?
//!
//! How urgent it is comes from `care::triage`, since here the answers of a person may be missing and then raise nothing; what
//! the next session waits for comes from `care::standing`, as everywhere.

use std::path::Path;

use care::answers::Answers;
use care::person::Person;
use care::session::{CheckIn, Session};
use care::standing::Standing;
use care::story::Story;
use care::triage;
use care::words::Level;
use serde::Serialize;
use words::Worded;

use super::{Refusal, Talk, batch, emit, name, read_person, read_session, text};
use ::text::input;
use ::text::show;

/// Judges the check-ins of a session, and says what the next session waits for at the last of them.
pub(super) fn run(
    talk: &Talk<'_>,
    protocol: &Worded,
    session: &Path,
    checkins: &Path,
    person: Option<&Path>,
) -> Result<(), Refusal> {
    let session = read_session(session)?;
    let checkins = input::read_checkins(&session, &name(checkins), &text(checkins)?)?;
    let answers = person
        .map(|file| read_person(protocol, file, None))
        .transpose()?
        .map(|file| file.person.answers);
    // Without the answers of a person none of them makes anything more urgent.
    let triage = triage::judge(protocol, &session, &checkins, answers.as_ref());
    let now = checkins.iter().map(|checkin| &checkin.at).chain([&session.at]).max();
    let now = now.unwrap_or(&session.at).clone();
    let standing = Standing::of(protocol, &story_of(protocol, session, checkins), &now);
    emit(talk, protocol.texts(), &show::CheckIn::of(protocol, &triage, &standing.locks, &now))
}

/// How urgent each check-in of a course was, and whether a next session could have been then.
#[derive(Serialize)]
struct Judged {
    levels: Vec<Level>,
    unlocks: Vec<bool>,
}

/// One course a line in, how urgent each of its check-ins was in order of time a line out.
pub(super) fn all(protocol: &Worded, file: Option<&Path>) -> Result<(), Refusal> {
    batch::run(protocol.texts(), file, &|line| {
        let read = input::read_course_json(protocol, line.file, line.number, line.text)
            .map_err(|problems| problems.in_words(protocol.texts()))?;
        let judged = triage::course(protocol, &read.session, &read.checkins, read.answers.as_ref());
        let (levels, unlocks) = judged.into_iter().unzip();
        batch::json(protocol.texts(), &Judged { levels, unlocks })
    })
}

/// The story of one session and its check-ins, of somebody of whom nothing else is known.
fn story_of(protocol: &Worded, session: Session, checkins: Vec<CheckIn>) -> Story {
    let person = Person {
        born: None,
        setting: session.setting,
        skin_type: session.skin_type,
        sensitive: None,
        goals: Vec::new(),
        areas: session.areas.clone(),
        device: None,
        free_days: Vec::new(),
        rhythm: None,
        answers: Answers::unknown(protocol.questions().len()),
        answered: None,
    };
    Story { sessions: vec![session], checkins, ..Story::new(person) }
}
