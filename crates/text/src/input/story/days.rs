//! The programme that was begun, days that are kept free, and sessions that were moved.
//!
//! Only what was chosen. Whether a session can be on its new day is decided in `care::standing`.

use care::story::{Begun, KeptDay, Move};
use jiff::civil::Time;
use words::Saying;

use super::super::node::Value;
use super::super::reader::{Field, Reader};
use super::super::time::{a_date, a_time, parse_time};

/// When sessions begin if nobody says when.
const USUALLY: Time = Time::constant(19, 0, 0, 0);

pub(super) fn programme(reader: &mut Reader<'_>, at: Field<'_>) -> Option<Begun> {
    let fields = reader.table(at, &["first", "time", "since"])?;
    let first = reader.require(&fields, "first", a_date).and_then(|at| reader.date(&at));
    let time = fields.find("time").map_or(Some(USUALLY), |at| time(reader, &at));
    let since = fields.find("since").map_or(first, |at| reader.date(&at));
    Some(Begun { first: first?, time: time?, since: since? })
}

fn time(reader: &mut Reader<'_>, at: &Field<'_>) -> Option<Time> {
    let time = match &at.node.value {
        Value::Text(text) => parse_time(text),
        // TOML has times of day of its own.
        Value::Moment(text) => parse_time(text),
        _ => None,
    };
    time.or_else(|| reader.not_a(at, "input-not-a-time", a_time()))
}

pub(super) fn keep_free(reader: &mut Reader<'_>, at: Field<'_>) -> Option<KeptDay> {
    let fields = reader.table(at, &["on", "days_before"])?;
    let on = reader.require(&fields, "on", a_date).and_then(|at| reader.date(&at));
    let before = fields.find("days_before");
    let days_before = before.and_then(|at| reader.whole(&at, 0, i64::from(u8::MAX)));
    Some(KeptDay { on: on?, days_before })
}

pub(super) fn moved(reader: &mut Reader<'_>, at: Field<'_>) -> Option<Move> {
    let fields = reader.table(at, &["from", "to"])?;
    let from = reader.require(&fields, "from", a_date).and_then(|at| reader.date(&at));
    let day = reader.require(&fields, "to", a_date);
    let to = day.and_then(|at| reader.date(&at));
    if let (Some(at), true) = (day, from.is_some() && from == to) {
        let wrong = (Saying::new("input-same-day"), Some(Saying::new("input-another-day")));
        reader.refuse(&at, wrong, None);
    }
    Some(Move { from: from?, to: to? })
}
