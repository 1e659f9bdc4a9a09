//! What only tests of the record itself need: a place in this target folder.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

pub use teststore::Intruder;

/// A new folder under target/.
pub fn folder() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("store-{}-{number}", std::process::id());
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}
