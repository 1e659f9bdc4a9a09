//! The first and the last part of a backup: what it is, and what has to be in it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Fault, Report};
use crate::held::Damaged;
use crate::kinds::{CLINIC_KINDS, KINDS};
use crate::program;
use crate::sql::dump::schema;

pub(super) const HEAD: &str = "backup.json";
pub(super) const KEY: &str = "master.key";
pub(super) const MANIFEST: &str = "manifest.json";
const FORMAT: &str = "needlewise backup";
/// One more when a program before this one could not read it.
const VERSION: u32 = 1;

/// What it is.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Head {
    format: String,
    version: u32,
    pub made: Timestamp,
    pub schema: i64,
    pub key_id: String,
    pub with_key: bool,
    /// The version of the program that made it; backups from before migration 5 don't say.
    #[serde(default)]
    program: Option<String>,
}

impl Head {
    pub(super) fn new(made: Timestamp, key_id: String, with_key: bool) -> Self {
        let (format, program) = (FORMAT.into(), Some(program::VERSION.to_owned()));
        Self { format, version: VERSION, made, schema: schema(), key_id, with_key, program }
    }

    pub(super) fn read(json: &[u8]) -> Result<Self, Fault> {
        let head: Self = serde_json::from_slice(json).map_err(|_| Fault::NotOurs)?;
        if head.format != FORMAT {
            return Err(Fault::NotOurs);
        }
        if head.version > VERSION || head.schema > schema() {
            return Err(Fault::Newer { needs: head.program });
        }
        Ok(head)
    }
}

/// What has to be in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// Every part but this one.
    pub parts: BTreeMap<String, Part>,
    /// Rows by table.
    pub rows: BTreeMap<String, u64>,
    /// Pictures that were missing or damaged before: `photo size`.
    pub flawed: BTreeSet<String>,
    /// Entries that were not what was kept, or missing, before: `table id`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub damaged: BTreeSet<String>,
    /// Where the journal didn't add up before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub broken: Option<String>,
}

/// How an entry that isn't what was kept is named.
pub(super) fn named(gap: &Damaged) -> String {
    format!("{} {}", gap.table, gap.id)
}

/// Length and hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Part {
    bytes: u64,
    sha256: String,
}

impl Part {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let sha256 = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX), sha256 }
    }
}

impl Manifest {
    pub(super) fn count(&self, table: &str) -> u64 {
        self.rows.get(table).copied().unwrap_or(0)
    }

    /// Entries of people and of the clinic, table by table.
    pub(super) fn entries(&self) -> u64 {
        KINDS.iter().chain(CLINIC_KINDS).map(|table| self.count(table)).sum()
    }

    pub(super) fn report(&self, head: &Head) -> Report {
        Report {
            made: head.made,
            key_id: head.key_id.clone(),
            with_key: head.with_key,
            people: self.count("person"),
            entries: self.entries(),
            photos: self.count("photo"),
            journal: self.count("journal"),
            flawed: self.flawed.iter().cloned().collect(),
            damaged: self.damaged.iter().cloned().collect(),
            broken: self.broken.clone(),
        }
    }
}
