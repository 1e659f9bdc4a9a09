//! `needlewise backup FILE`: written beside its name, verified, and only then given its name.
//!
//! It counts as the last verified backup when somebody has it, and not before: [`Made::delivered`].

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::restore::verify_in;
use super::write::{Contents, write};
use super::{Fault, Lock, Report, Room, Verified, aside, noted};
use crate::key::MasterKey;
use crate::open::Store;
use crate::part::PartFile;
use crate::write::Head as End;

/// How a file under lock begins.
const BEGINNING: &[u8] = b"age-encryption.org/v1\n";

/// How a backup is to be made.
pub struct Plan {
    /// The file; nothing is overwritten.
    pub file: PathBuf,
    /// What it is locked with.
    pub lock: Lock,
    /// When.
    pub made: Timestamp,
    /// The key of the record, to verify with.
    pub key: MasterKey,
    /// Whether that key goes into the file.
    pub with_key: bool,
}

/// A backup that was verified, and that nobody has yet.
#[must_use = "it counts only once it was delivered"]
pub struct Made {
    /// What it holds.
    pub report: Report,
    folder: PathBuf,
    verified: Verified,
}

impl Made {
    /// Notes it as the last verified backup, now that somebody has it; one of a damaged record is none.
    ///
    /// # Errors
    /// [`Fault::File`] if it can't be noted.
    pub async fn delivered(self) -> Result<Report, Fault> {
        aside(move || {
            if self.report.is_whole() {
                noted::note(&self.folder, &self.verified)?;
            }
            Ok(self.report)
        })
        .await
    }
}

/// Makes a backup where it is to stay.
///
/// # Errors
/// As [`make()`].
pub async fn save(store: &Store, plan: Plan) -> Result<Report, Fault> {
    make(store, plan).await?.delivered().await
}

/// Makes a backup, puts it back into a temporary folder, finds everything in it and gives it its name. A file of that
/// name is a verified backup.
///
/// # Errors
/// [`Fault::Exists`] if there is such a file, and whatever goes wrong; no file is left then.
pub async fn make(store: &Store, plan: Plan) -> Result<Made, Fault> {
    let (folder, made, file) = (store.0.folder.clone(), plan.made, plan.file.clone());
    let part = aside(move || begin(&file)).await?;
    let (report, end) = fill(store, plan, &part).await?;
    aside(move || Ok(part.name()?)).await?;
    Ok(Made { report, folder, verified: Verified::of(made, &end) })
}

async fn fill(store: &Store, plan: Plan, part: &PartFile) -> Result<(Report, End), Fault> {
    let Plan { lock, made, key, with_key, .. } = plan;
    let (lock, unlock) = lock.with_witness();
    let contents = Contents { made, key: with_key.then(|| key.clone()) };
    let (out, written) = write(store, part.out()?, lock, contents).await?;
    let sync = aside(move || Ok(fs::File::sync_all(&out)?));
    sync.await?;
    let (from, beside) = (io::BufReader::new(part.read()?), store.clone());
    let room = aside(move || Room::beside(&beside)).await?;
    let (found, end) = verify_in(room, from, unlock, Some(key)).await?;
    if found == written {
        Ok((found, end))
    } else {
        Err(Fault::Differs { what: "its list".into() })
    }
}

fn begin(file: &Path) -> Result<PartFile, Fault> {
    PartFile::begin(file, BEGINNING).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Fault::Exists { file: file.to_owned() },
        _ => error.into(),
    })
}
