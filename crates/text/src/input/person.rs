//! `person.toml`, and a person as one line of JSON of the same shape.
//!
//! The keys of a person and nothing else. The answers are read in [`super::answers`], and what follows from them
//! is decided in `care`.

use care::Protocol;
use care::person::{Device, Person};
use care::words::{DeviceKind, Setting, Word};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::node::{Node, Size, from_toml};
use super::problem::{Problems, one_of};
use super::reader::{Field, Fields, Reader};
use super::values::a_list;
use super::{answers, json, possible};

/// What a person's file says.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonFile {
    /// The person.
    pub person: Person,
    /// Where they live, for a calendar.
    pub zone: Option<TimeZone>,
    /// The day that is asked about.
    pub on: Date,
}

/// The day that is asked about, by the clock of the person's zone if it is known.
pub type Asked<'a> = &'a dyn Fn(Option<&TimeZone>) -> Date;

/// The keys of a person.
pub(crate) const KEYS: [&str; 12] = [
    "born",
    "setting",
    "skin_type",
    "sensitive",
    "goals",
    "areas",
    "free_days",
    "rhythm",
    "zone",
    "answered",
    "device",
    "answers",
];

/// Reads `person.toml`.
///
/// # Errors
/// Every problem of the file.
pub fn read_person(
    protocol: &Protocol,
    file: &str,
    text: &str,
    asked: Asked<'_>,
) -> Result<PersonFile, Problems> {
    read(protocol, file, &from_toml(file, text, Size::FILE)?, asked)
}

/// Reads one line of JSON; the line's number is for the problems.
///
/// # Errors
/// Every problem of the line.
pub fn read_person_json(
    protocol: &Protocol,
    file: &str,
    line: usize,
    text: &str,
    asked: Asked<'_>,
) -> Result<PersonFile, Problems> {
    read(protocol, file, &json::from_json(file, line, text, Size::FILE)?, asked)
}

fn read(
    protocol: &Protocol,
    file: &str,
    root: &Node<'_>,
    asked: Asked<'_>,
) -> Result<PersonFile, Problems> {
    let mut reader = Reader::new(file);
    let fields = reader.table(Field::root(root), &KEYS);
    let read = fields.and_then(|fields| {
        let Told { person, zone } = person(&mut reader, protocol, &fields)?;
        let on = asked(zone.as_ref());
        let by = person.answered.unwrap_or(on);
        possible::check(&mut reader, protocol, &fields, &person, &|_| Some(by));
        Some(PersonFile { person, zone, on })
    });
    reader.finish(read)
}

/// A person as a table tells them.
pub(crate) struct Told {
    pub person: Person,
    pub zone: Option<TimeZone>,
}

/// Every key is read before any missing one stops it, so that all problems are found.
pub(crate) fn person(
    reader: &mut Reader<'_>,
    protocol: &Protocol,
    fields: &Fields<'_>,
) -> Option<Told> {
    let answered = reader.or_unknown(fields.find("answered"), Reader::date);
    let born = reader.or_unknown(fields.find("born"), Reader::date);
    let setting = setting(reader, fields);
    let skin_type = reader.or_unknown(fields.find("skin_type"), Reader::skin_type);
    let sensitive = reader.or_unknown(fields.find("sensitive"), Reader::truth);
    let goals = some_words(reader, fields, "goals", "input-no-goal");
    let areas = some_words(reader, fields, "areas", "input-no-area");
    let free_days = fields.find("free_days").and_then(|at| reader.words(&at)).unwrap_or_default();
    let rhythm = fields.find("rhythm").and_then(|at| reader.word(&at));
    let zone = fields.find("zone").and_then(|at| reader.zone(&at));
    let device =
        fields.find("device").and_then(|at| device(reader, at, &["kind", "needles", "length_mm"]));
    let answers = answers::read(reader, protocol, fields.find("answers"));
    let (setting, goals, areas) = (setting?, goals?, areas?);
    let person = Person {
        born,
        setting,
        skin_type,
        sensitive,
        goals,
        areas,
        device,
        free_days,
        rhythm,
        answers,
        answered,
    };
    Some(Told { person, zone })
}

/// The setting, which must be there.
pub(crate) fn setting(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Setting> {
    let at = reader.require(fields, "setting", || one_of(Setting::words()))?;
    reader.word(&at)
}

/// A list that must be there and not empty.
pub(crate) fn some_words<W: Word>(
    reader: &mut Reader<'_>,
    fields: &Fields<'_>,
    key: &str,
    empty: &'static str,
) -> Option<Vec<W>> {
    let at = reader.require(fields, key, a_list::<W>)?;
    reader.some_words(&at, empty)
}

/// A device; the file says which of its keys it may have.
pub(crate) fn device(reader: &mut Reader<'_>, at: Field<'_>, keys: &[&str]) -> Option<Device> {
    const NEEDLES: (i64, i64) = (1, 2000);
    let fields = reader.table(at, keys)?;
    let kind = reader
        .require(&fields, "kind", || one_of(DeviceKind::words()))
        .and_then(|at| reader.word(&at));
    let needles = fields.find("needles").and_then(|at| reader.whole(&at, NEEDLES.0, NEEDLES.1));
    let length = fields.find("length_mm").and_then(|at| reader.length(&at));
    Some(Device { kind: kind?, needles, length })
}
