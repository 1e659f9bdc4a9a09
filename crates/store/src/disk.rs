//! What the disk has to keep: folders that are there after a power cut, files that only their owner can read.
//!
//! A name is on disk when the folder it stands in was synced, and that counts for folders as well. Where the system
//! knows no rights or can't sync folders there is nothing to do.

use std::fs;
use std::io;
use std::path::Path;

/// A folder with those above it, made if need be, for its owner only; on disk when this returns.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    let is_missing = |one: &&Path| !one.as_os_str().is_empty() && !one.is_dir();
    let missing: Vec<_> = folder.ancestors().take_while(is_missing).collect();
    builder(true).create(folder)?;
    missing.into_iter().try_for_each(sync_parent)
}

/// A folder that isn't there yet, for its owner only; on disk when this returns.
pub(crate) fn make_new_folder(folder: &Path) -> io::Result<()> {
    builder(false).create(folder)?;
    sync_parent(folder)
}

fn builder(recursive: bool) -> fs::DirBuilder {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(recursive);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// How a file is made that isn't there yet: for its owner only.
pub(crate) fn new_file() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// The name of a file or folder is on disk.
pub(crate) fn sync_parent(name: &Path) -> io::Result<()> {
    let folder = name.parent().filter(|folder| !folder.as_os_str().is_empty());
    sync_folder(folder.unwrap_or(Path::new(".")))
}

/// The names in a folder are on disk.
#[cfg(unix)]
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
pub(crate) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Takes from everybody else what they may do with a file; one that isn't there is nobody's.
#[cfg(unix)]
pub(crate) fn make_private(file: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = match fs::metadata(file) {
        Ok(there) => there.permissions().mode(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    if mode & 0o077 == 0 {
        return Ok(());
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    tracing::warn!("others on this machine could read {name}; from now on they can't");
    fs::set_permissions(file, fs::Permissions::from_mode(mode & 0o700))
}

#[cfg(not(unix))]
pub(crate) fn make_private(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_made_with_those_above_and_again_nothing_happens() {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("a/b/c");
        for _ in 0..2 {
            make_folder(&folder).unwrap();
            assert!(folder.is_dir());
        }
        assert!(make_new_folder(&folder).is_err());
        fs::write(around.path().join("file"), "").unwrap();
        make_folder(&around.path().join("file/d")).unwrap_err();
    }
}
