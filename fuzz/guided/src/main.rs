//! Coverage-guided fuzzing: libFuzzer changes inputs and keeps those that reach something new. `run` builds and starts it.
//!
//! `GUIDED=NAME` says what is tried, a name of [`named`]; with `SEEDS=FOLDER` the whole, unhurt inputs that it begins from
//! are written there, and nothing else is done. What must hold: nothing panics, nothing overflows, no page answers that
//! the program is at fault, and what is refused is refused with a reason.

#![no_main]

mod bodies;
mod files;
mod records;

use std::path::PathBuf;
use std::sync::Mutex;

use libfuzzer_sys::fuzz_target;

/// Something that reads what comes from outside.
trait Reads: Send {
    /// Whole inputs.
    fn seeds(&mut self) -> Vec<Vec<u8>>;
    /// Reads one.
    fn takes(&mut self, input: &[u8]);
}

static CHOSEN: Mutex<Option<Box<dyn Reads>>> = Mutex::new(None);

fuzz_target!(init: { begin() }, |input: &[u8]| {
    if let Some(chosen) = CHOSEN.lock().unwrap().as_mut() {
        chosen.takes(input);
    }
});

fn begin() {
    let name = std::env::var("GUIDED").unwrap_or_default();
    let Some(mut chosen) = named(&name) else {
        eprintln!(
            "GUIDED names what is tried: files, photos, export, backup, locked, object, forms or upload"
        );
        std::process::exit(2);
    };
    if let Some(folder) = std::env::var_os("SEEDS").map(PathBuf::from) {
        for (n, seed) in chosen.seeds().into_iter().enumerate() {
            std::fs::write(folder.join(format!("seed-{n}")), seed).unwrap();
        }
        std::process::exit(0);
    }
    *CHOSEN.lock().unwrap() = Some(chosen);
}

fn named(name: &str) -> Option<Box<dyn Reads>> {
    Some(match name {
        "files" => Box::new(files::Files::new()),
        "photos" => Box::new(files::Photos::new()),
        "export" => Box::new(records::Export::new()),
        "backup" => Box::new(records::Backup::new(records::Around::Lock)),
        "locked" => Box::new(records::Backup::new(records::Around::Nothing)),
        "object" => Box::new(records::Object::new()),
        "forms" => Box::new(bodies::Forms::new()),
        "upload" => Box::new(bodies::Upload::new()),
        _ => return None,
    })
}
