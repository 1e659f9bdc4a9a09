//! One course as a line of JSON: a session, its check-ins, and the person if their answers are known.
//!
//! The keys are those of `session.toml`, `checkins.toml` and `person.toml`, read by the same code. How urgent each check-in
//! is, is decided in `care`.

use care::Protocol;
use care::answers::Answers;
use care::session::{CheckIn, Session};
use words::Saying;

use super::checkins::checkins_of;
use super::node::Size;
use super::problem::Problems;
use super::reader::{Field, Fields, Reader};
use super::session::{self, Usual};
use super::{json, person};

/// What a line says.
#[derive(Clone, Debug, PartialEq)]
pub struct CourseFile {
    /// The session.
    pub session: Session,
    /// Its check-ins, in order of time.
    pub checkins: Vec<CheckIn>,
    /// The person's answers; without them none makes anything more urgent.
    pub answers: Option<Answers>,
}

const KEYS: [&str; 3] = ["session", "checkins", "person"];

/// Reads one line; its number is for the problems.
///
/// # Errors
/// Every problem of the line.
pub fn read_course_json(
    protocol: &Protocol,
    file: &str,
    line: usize,
    text: &str,
) -> Result<CourseFile, Problems> {
    let root = json::from_json(file, line, text, Size::FILE)?;
    let mut reader = Reader::new(file);
    let fields = reader.table(Field::root(&root), &KEYS);
    let read = fields.and_then(|fields| course(&mut reader, protocol, &fields));
    reader.finish(read)
}

fn course(reader: &mut Reader<'_>, protocol: &Protocol, fields: &Fields<'_>) -> Option<CourseFile> {
    let session = reader
        .require(fields, "session", || Saying::new("input-the-session"))
        .and_then(|at| reader.table(at, &session::KEYS))
        .and_then(|fields| session::session(reader, &fields, &Usual::default()));
    let answers = match fields.find("person") {
        None => Some(None),
        Some(at) => reader
            .table(at, &person::KEYS)
            .and_then(|fields| person::person(reader, protocol, &fields))
            .map(|read| Some(read.person.answers)),
    };
    let session = session?;
    let mut checkins = checkins_of(reader, &session, fields.find("checkins"))?;
    checkins.sort_by(|one, other| one.at.cmp(&other.at));
    Some(CourseFile { session, checkins, answers: answers? })
}
