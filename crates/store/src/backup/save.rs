//! `needlewise backup FILE`: written beside its name, verified, and only then given its name.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::restore::verify_in;
use super::write::{Contents, write};
use super::{Fault, Lock, Report, Room, aside, noted};
use crate::key::MasterKey;
use crate::open::Store;

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

/// Makes a backup, puts it back into a temporary folder, finds everything in it and gives it its name. A file of that
/// name is a verified backup.
///
/// # Errors
/// [`Fault::Exists`] if there is such a file, and whatever goes wrong; no file is left then.
pub async fn save(store: &Store, plan: Plan) -> Result<Report, Fault> {
    let part = part_of(&plan.file);
    for file in [&plan.file, &part] {
        if file.symlink_metadata().is_ok() {
            return Err(Fault::Exists { file: file.clone() });
        }
    }
    let (at, file) = (part.clone(), plan.file.clone());
    let out = aside(move || create(&at)).await?;
    let saved = fill(store, plan, out, &part).await;
    let folder = store.0.folder.clone();
    aside(move || {
        if saved.is_err() {
            fs::remove_file(&part).ok();
        }
        let report = saved?;
        fs::rename(&part, &file)?;
        sync_folder(&file)?;
        noted::note(&folder, &report)?;
        Ok(report)
    })
    .await
}

async fn fill(store: &Store, plan: Plan, out: fs::File, part: &Path) -> Result<Report, Fault> {
    let Plan { lock, made, key, with_key, .. } = plan;
    let (lock, unlock) = lock.with_witness();
    let contents = Contents { made, key: with_key.then(|| key.clone()) };
    let (out, written) = write(store, out, lock, contents).await?;
    let part = part.to_owned();
    let from = aside(move || {
        out.sync_all()?;
        Ok(fs::File::open(part)?)
    });
    let (from, beside) = (std::io::BufReader::new(from.await?), store.clone());
    let room = aside(move || Room::beside(&beside)).await?;
    let found = verify_in(room, from, unlock, Some(key)).await?;
    if found == written { Ok(found) } else { Err(Fault::Differs { what: "its list".into() }) }
}

fn part_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    name.into()
}

fn create(file: &Path) -> Result<fs::File, Fault> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    Ok(options.open(file)?)
}

/// A name is on disk when its folder is.
fn sync_folder(file: &Path) -> Result<(), Fault> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    Ok(fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?)
}
