//! Before the record is opened: its files are for their owner only, and what killed programs left in the folder goes.
//! Nothing of it has to succeed.

use std::fs;
use std::path::Path;

use super::FILE;
use crate::backup::{is_draft_of_note, room};
use crate::disk::make_private;
use crate::key::is_draft_of_key;
use crate::objects::sweep_drafts;

/// Everything in the data folder but pictures, which lie in a folder of their own.
const FILES: [&str; 7] = [
    FILE,
    "needlewise.db-wal",
    "needlewise.db-shm",
    "lock",
    "last-backup.json",
    "record",
    "photos",
];

/// Drafts only if nobody else is there, who may be writing them.
pub(super) fn at_start(folder: &Path, alone: bool) {
    for file in FILES {
        make_private(&folder.join(file)).ok();
    }
    room::sweep(folder, folder);
    if alone {
        sweep(folder);
        sweep_drafts(&folder.join("photos")).ok();
    }
}

/// Drafts of a key or a note that a killed program left.
fn sweep(folder: &Path) {
    let Ok(files) = fs::read_dir(folder) else { return };
    for file in files.flatten() {
        let name = file.file_name();
        let name = name.to_string_lossy();
        if is_draft_of_key(&name) || is_draft_of_note(&name) {
            fs::remove_file(file.path()).ok();
        }
    }
}
