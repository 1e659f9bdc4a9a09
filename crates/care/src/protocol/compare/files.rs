//! Which rows two versions have in common, by id; a row is compared as it is written, whatever it means.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use crate::nesting::too_deep;
use crate::protocol::fault::Fault;
use crate::protocol::files::Files;

/// What was added, removed and changed, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Only in the new version.
    pub added: Vec<String>,
    /// Only in the old one.
    pub removed: Vec<String>,
    /// In both, but not the same.
    pub changed: Vec<String>,
}

/// The rows that differ, as `kind id`; those of a variant as `variant: kind id`.
///
/// # Errors
/// A file that is no TOML.
pub fn rows(old: &Files, new: &Files) -> Result<Changes, Vec<Fault>> {
    Ok(Changes::between(&all_rows(old)?, &all_rows(new)?))
}

impl Changes {
    /// What differs between two lists of things by their names.
    pub fn between<V: PartialEq>(old: &BTreeMap<String, V>, new: &BTreeMap<String, V>) -> Self {
        let (was, is): (BTreeSet<_>, BTreeSet<_>) = (old.keys().collect(), new.keys().collect());
        let only = |these: &BTreeSet<&String>, those: &BTreeSet<&String>| {
            these.difference(those).map(|key| (*key).clone()).collect()
        };
        let both = was.intersection(&is).filter(|key| old.get(**key) != new.get(**key));
        let changed = both.map(|key| (*key).clone()).collect();
        Self { added: only(&is, &was), removed: only(&was, &is), changed }
    }
}

fn all_rows(files: &Files) -> Result<BTreeMap<String, Value>, Vec<Fault>> {
    let mut all = BTreeMap::new();
    for (name, table) in tables(files)? {
        let variant = name.strip_prefix("variants/").and_then(|name| name.strip_suffix(".toml"));
        let prefix = variant.map(|variant| format!("{variant}: ")).unwrap_or_default();
        for (kind, rows) in table {
            let rows = if let Value::Array(rows) = rows { rows } else { vec![rows] };
            all.extend(
                rows.into_iter().map(|row| (format!("{prefix}{}", named(&kind, &row)), row)),
            );
        }
    }
    Ok(all)
}

fn named(kind: &str, row: &Value) -> String {
    match row.get("id").and_then(Value::as_str) {
        Some(id) if id != kind => format!("{kind} {id}"),
        _ => kind.to_owned(),
    }
}

/// Every TOML file with its tables.
pub(super) fn tables(files: &Files) -> Result<Vec<(&str, Table)>, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut all = Vec::new();
    for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".toml")) {
        match table(name, text) {
            Ok(table) => all.push((name, table)),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}

fn table(name: &str, text: &str) -> Result<Table, Fault> {
    match too_deep(text) {
        Some(line) => Err(Fault::too_deep(name, line)),
        None => text.parse().map_err(|error| unreadable(name, &error)),
    }
}

pub(super) fn unreadable(name: &str, error: &toml::de::Error) -> Fault {
    Fault::new(
        name,
        "a row",
        error.message(),
        "compare with a version whose rows this program can read",
    )
}
