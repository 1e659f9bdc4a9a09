//! The `[person]` of a story: as in `person.toml`, with the days on which answers were given beside it.
//!
//! What holds for sessions that do not say it themselves comes from here.

use care::Protocol;
use care::person::Person;
use care::words::Setting;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::super::node::Value;
use super::super::reader::{Field, Fields, Reader, a_table};
use super::super::session::Usual;
use super::super::{person, possible, time};
use super::clinicians::given;

/// Whose story it is.
pub(super) struct Whose {
    pub person: Option<Person>,
    pub given: Vec<Option<Date>>,
    pub zone: Option<TimeZone>,
}

impl Whose {
    pub fn read(reader: &mut Reader<'_>, protocol: &Protocol, fields: &Fields<'_>) -> Self {
        let mut whose = Self { person: None, given: Vec::new(), zone: None };
        let keys: Vec<&str> = person::KEYS.into_iter().chain(["given"]).collect();
        let at = reader.require(fields, "person", || a_table(&keys));
        let table = at.and_then(|at| reader.table(at, &keys));
        if let Some(fields) = table {
            let told = person::person(reader, protocol, &fields);
            whose.given = given(reader, protocol, fields.find("given"));
            whose.person = told.map(|told| whose.answered(protocol, told.person));
            whose.zone = fields.find("zone").map(|at| zone(&at));
        }
        whose
    }
    /// What is used at present was said on the day that its answer names, if it names one.
    fn answered(&self, protocol: &Protocol, person: Person) -> Person {
        let used = protocol.questions().iter().position(|question| question.products);
        let given = used.and_then(|place| self.given.get(place).copied().flatten());
        Person { answered: given.or(person.answered), ..person }
    }
    /// Notes days that can't be, seen from the day on which each answer was given or the day that is asked about.
    pub fn check(
        &self,
        reader: &mut Reader<'_>,
        protocol: &Protocol,
        fields: &Fields<'_>,
        on: Date,
    ) {
        let table = fields.find("person").and_then(Fields::again);
        if let (Some(fields), Some(person)) = (table, &self.person) {
            let by = |place: usize| self.given.get(place).copied().flatten().unwrap_or(on);
            possible::check(reader, protocol, &fields, person, &|place| Some(by(place)));
        }
    }
    /// What holds for sessions that do not say it. Where the person can't be read, that is problem enough.
    pub fn usual(&self) -> Usual {
        let person = self.person.as_ref();
        Usual {
            zone: self.zone.clone(),
            setting: Some(person.map_or(Setting::Home, |person| person.setting)),
            areas: Some(person.map(|person| person.areas.clone()).unwrap_or_default()),
            skin_type: person.and_then(|person| person.skin_type),
        }
    }
}

/// A zone that was read before; one that is not known is a problem already, and should not become a second one.
fn zone(at: &Field<'_>) -> TimeZone {
    let found = if let Value::Text(name) = &at.node.value { time::find_zone(name) } else { None };
    found.unwrap_or(TimeZone::UTC)
}
