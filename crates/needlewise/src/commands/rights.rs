//! Whether a data folder can be one, looked at before anything is tried in it: then the folder, whose it is and the command
//! that mends it can be named, and not only what the system said of some file.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use words::Saying;

use super::Refusal;

/// Whether it is a folder in which one may read and write, or none yet.
pub(super) fn look(folder: &Path) -> Result<(), Refusal> {
    match fs::metadata(folder) {
        Ok(found) if found.is_dir() => allowed(folder, &found),
        Ok(_) => Err(about("refused-folder-is-file", folder)),
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            Err(about("refused-folder-is-file", folder))
        }
        // It will be made, or whoever makes it says why not.
        Err(_) => Ok(()),
    }
}

/// A disk that can only be read is no matter of rights, and its record can be read.
#[cfg(unix)]
fn allowed(folder: &Path, found: &fs::Metadata) -> Result<(), Refusal> {
    use rustix::fs::{Access, access};
    use std::os::unix::fs::MetadataExt as _;

    let wanted = Access::READ_OK | Access::WRITE_OK | Access::EXEC_OK;
    if access(folder, wanted) != Err(rustix::io::Errno::ACCESS) {
        return Ok(());
    }
    let (owner, own) = (found.uid(), rustix::process::getuid().as_raw());
    if owner == own {
        return Err(about("refused-folder-own-rights", folder));
    }
    let saying = Saying::new("refused-folder-rights").with("folder", folder.display().to_string());
    Err(Refusal::new(saying.with("owner", owner.to_string()).with("own", own.to_string())))
}

#[cfg(not(unix))]
fn allowed(_: &Path, _: &fs::Metadata) -> Result<(), Refusal> {
    Ok(())
}

fn about(key: &'static str, folder: &Path) -> Refusal {
    Refusal::new(Saying::new(key).with("folder", folder.display().to_string()))
}
