//! Days that can't be: a birth or a treatment that lies ahead of the day on which it was told, a treatment before birth.
//!
//! A treatment that ends on a day ahead goes on until then, so such a day is no mistake: the protocol says of which answers
//! that holds.

use care::Protocol;
use care::answers::Answer;
use care::person::Person;
use jiff::civil::Date;
use words::Saying;

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
        refuse(reader, &at, ahead(born, latest), Some(latest));
    }
    let table = fields.find("answers").and_then(Fields::again);
    for field in table.iter().flat_map(|table| table.iter()) {
        let Some((place, question)) = protocol.find_question(field.path.key) else { continue };
        let Answer::Dated { on, .. } = person.answers.get(place) else { continue };
        let may_end_ahead = question.dated.as_ref().is_some_and(|dated| dated.future.is_some());
        let by = by(place);
        if let Some(by) = by.filter(|by| on > *by && !may_end_ahead) {
            refuse(reader, &field, ahead(on, by), Some(by));
        }
        if let Some(born) = person.born.filter(|born| on < *born) {
            let what = Saying::new("input-before-birth").with("day", on.to_string());
            refuse(reader, &field, what.with("born", born.to_string()), by);
        }
    }
}

fn ahead(day: Date, by: Date) -> Saying {
    Saying::new("input-still-ahead").with("day", day.to_string()).with("by", by.to_string())
}

fn refuse(reader: &mut Reader<'_>, at: &Field<'_>, what: Saying, by: Option<Date>) {
    let expected = match by {
        Some(by) => Saying::new("input-since-birth").with("by", by.to_string()),
        None => Saying::new("input-since-birth-told"),
    };
    reader.refuse(at, (what, Some(expected)), None);
}
