//! What `protocol check` says: that a protocol is sound, or every fault with its file, entry and mend.

use care::Protocol;
use care::protocol::{Fault, Files};
use serde::Serialize;

use super::{Page, Sentences};

/// A protocol that was checked.
#[derive(Debug, Serialize)]
pub struct Checked {
    sound: bool,
    name: Option<String>,
    version: Option<String>,
    entries: Option<usize>,
    variants: Vec<String>,
    faults: Vec<Told>,
}

/// A fault as JSON.
#[derive(Debug, Serialize)]
struct Told {
    file: String,
    entry: String,
    what: String,
    mend: String,
}

impl Checked {
    /// The files of a protocol and the faults found in them.
    pub fn of(files: &Files, faults: &[Fault]) -> Self {
        let protocol = Protocol::read(files, None).ok();
        let protocol = protocol.as_ref();
        Self {
            sound: faults.is_empty(),
            name: protocol.map(Protocol::name),
            version: protocol.map(|protocol| protocol.version().to_owned()),
            entries: protocol.map(|protocol| protocol.rows().entries().len()),
            variants: files.variants().into_iter().map(str::to_owned).collect(),
            faults: faults.iter().map(Told::of).collect(),
        }
    }
}

impl Told {
    fn of(fault: &Fault) -> Self {
        let Fault { file, entry, what, mend } = fault.clone();
        Self { file, entry, what, mend }
    }
}

impl Sentences for Checked {
    fn say(&self, page: &mut Page) {
        for Told { file, entry, what, mend } in &self.faults {
            let words = [
                ("file", file.as_str().into()),
                ("entry", entry.as_str().into()),
                ("what", what.as_str().into()),
                ("mend", mend.as_str().into()),
            ];
            page.point(&page.words("show-fault", &words));
        }
        if let (Some(name), Some(version), Some(rows)) = (&self.name, &self.version, self.entries) {
            let none = || page.word("show-none");
            let some = || page.texts().list(&self.variants);
            let variants = if self.variants.is_empty() { none() } else { some() };
            let words = [
                ("name", name.as_str().into()),
                ("version", version.as_str().into()),
                ("rows", rows.into()),
                ("variants", variants.into()),
            ];
            page.text(&page.words("show-sound", &words));
        }
    }
}
