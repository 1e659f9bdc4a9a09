//! A row as a line of JSON: bytes in base64, nothing as null.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value as Json};

use super::Fault;
use crate::db::Row;
use crate::error::Error;
use crate::sql::dump::{Dump, Kind};
use crate::value::Value;

/// The line of a row, with its end.
pub(super) fn line(dump: &Dump, row: &Row) -> Result<Vec<u8>, Error> {
    let mut object = Map::new();
    for (place, (name, kind)) in dump.columns.iter().enumerate() {
        object.insert((*name).to_owned(), cell(row, place, *kind)?);
    }
    let mut line = Json::Object(object).to_string().into_bytes();
    line.push(b'\n');
    Ok(line)
}

fn cell(row: &Row, place: usize, kind: Kind) -> Result<Json, Error> {
    Ok(match kind {
        Kind::Text => row.get::<String>(place)?.into(),
        Kind::MaybeText => row.get::<Option<String>>(place)?.into(),
        Kind::Int => row.get::<i64>(place)?.into(),
        Kind::Bytes => STANDARD.encode(row.get::<Vec<u8>>(place)?).into(),
        Kind::MaybeBytes => {
            row.get::<Option<Vec<u8>>>(place)?.map(|bytes| STANDARD.encode(bytes)).into()
        }
    })
}

/// Where the next page begins.
pub(super) fn key(dump: &Dump, row: &Row) -> Result<Value, Error> {
    Ok(match dump.columns.first() {
        Some((_, Kind::Int)) => row.get::<i64>(0)?.into(),
        Some((_, Kind::Bytes)) => row.get::<Vec<u8>>(0)?.into(),
        _ => row.get::<String>(0)?.as_str().into(),
    })
}

/// Before the first page. Numbered keys begin at 1.
pub(super) fn before_all(dump: &Dump) -> Value {
    match dump.columns.first() {
        Some((_, Kind::Int)) => 0_i64.into(),
        Some((_, Kind::Bytes)) => Vec::new().into(),
        _ => "".into(),
    }
}

/// What a line says, in the order of the columns.
pub(super) fn values(dump: &Dump, line: &[u8]) -> Result<Vec<Value>, Fault> {
    let damaged = || Fault::damaged(format!("a row of the table {}", dump.name));
    let object: Map<String, Json> = serde_json::from_slice(line).map_err(|_| damaged())?;
    let value = |(name, kind): &(&str, Kind)| value(object.get(*name)?, *kind);
    dump.columns.iter().map(value).collect::<Option<_>>().ok_or_else(damaged)
}

fn value(json: &Json, kind: Kind) -> Option<Value> {
    let bytes = |json: &Json| STANDARD.decode(json.as_str()?).ok();
    Some(match (kind, json) {
        (Kind::MaybeText, Json::Null) => Value::Text(None),
        (Kind::MaybeBytes, Json::Null) => Value::Bytes(None),
        (Kind::Text | Kind::MaybeText, json) => json.as_str()?.into(),
        (Kind::Int, json) => json.as_i64()?.into(),
        (Kind::Bytes | Kind::MaybeBytes, json) => bytes(json)?.into(),
    })
}

/// A text of a row that was read.
pub(super) fn text(dump: &Dump, values: &[Value], column: &str) -> Option<String> {
    let place = dump.columns.iter().position(|(name, _)| *name == column)?;
    match values.get(place)? {
        Value::Text(text) => text.clone(),
        _ => None,
    }
}
