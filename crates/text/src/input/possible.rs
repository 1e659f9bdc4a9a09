//! Days that can't be: a birth or a treatment that lies ahead of the day on which it was told, a treatment before birth.
//!
//! A treatment that ends on a day ahead goes on until then, so such a day is no mistake: the protocol says of which answers
//! that holds.

use care::Protocol;
use care::answers::Answer;
use care::person::Person;
use jiff::civil::Date;

use super::reader::{Field, Fields, Reader};

/// The day on which the answer to the question at a place was given, or is asked about; `None` if nobody knows.
pub(crate) type ToldBy<'a> = &'a dyn Fn(usize) -> Option<Date>;

/// Notes every day of a person's table that can't be.
pub(crate) fn check(
    reader: &mut Reader<'_>,
    protocol: &Protocol,
    fields: &Fields<'_>,
    person: &Person,
    by: ToldBy<'_>,
) {
    let latest = (0..protocol.questions().len()).filter_map(by).max();
    let born = person.born.zip(latest).filter(|(born, latest)| born > latest);
    if let (Some(at), Some((born, latest))) = (fields.find("born"), born) {
        refuse(reader, &at, format!("{born} is still to come on {latest}"), Some(latest));
    }
    let table = fields.find("answers").and_then(Fields::again);
    for field in table.iter().flat_map(|table| table.iter()) {
        let Some((place, question)) = protocol.find_question(field.path.key) else { continue };
        let Answer::Dated { on, .. } = person.answers.get(place) else { continue };
        let may_end_ahead = question.dated.as_ref().is_some_and(|dated| dated.future.is_some());
        let by = by(place);
        if let Some(by) = by.filter(|by| on > *by && !may_end_ahead) {
            refuse(reader, &field, format!("{on} is still to come on {by}"), Some(by));
        }
        if let Some(born) = person.born.filter(|born| on < *born) {
            refuse(reader, &field, format!("{on} is before the birth on {born}"), by);
        }
    }
}

fn refuse(reader: &mut Reader<'_>, at: &Field<'_>, what: String, by: Option<Date>) {
    let upto = by.map_or_else(|| "the day it is told".to_owned(), |by| by.to_string());
    let expected = format!("a day between birth and {upto}, or \"unknown\"");
    reader.refuse(at, (what, expected), None);
}
