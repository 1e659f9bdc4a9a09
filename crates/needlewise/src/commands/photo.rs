//! `photo compare` and `photo check`: photos in, an honest sentence out.
//!
//! The measuring is in the crate `photo`; here files are read, and the result is said by `text` or printed ([`report`]).

mod report;

use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use photo::intake::{Limits, Shot, open};
use photo::{Regions, Settings, compare};

use super::{Refusal, Talk, emit, folder, reasons};
use crate::cli::{PhotoCommand, Sittings};
use text::show::photo::{Checked, Compared};
use words::Saying;

pub(super) fn run(talk: &Talk<'_>, command: &PhotoCommand) -> Result<(), Refusal> {
    match command {
        PhotoCommand::Compare(sittings) => both(talk, sittings),
        PhotoCommand::Check { file } => check(talk, file),
    }
}

fn both(talk: &Talk<'_>, sittings: &Sittings) -> Result<(), Refusal> {
    let protocol = folder::protocol(talk)?;
    let before = shots(&sittings.before, &sittings.more_before)?;
    let after = shots(&sittings.after, &sittings.more_after)?;
    let regions = Regions {
        region: sittings.region,
        reference: sittings.reference,
        control: sittings.control,
    };
    let said = compare(&before, &after, &regions, &Settings::default());
    let view = Compared::of(protocol.texts(), &said);
    if let Some(file) = &sittings.output {
        let pdf = report::render(protocol.texts(), &view, &said, (&before, &after), &regions)
            .map_err(|why| Saying::new("refused-sheet").with("why", why.to_string()))
            .map_err(Refusal::new)?;
        write_new(file, &pdf)?;
    }
    emit(talk, protocol.texts(), &view)
}

fn check(talk: &Talk<'_>, file: &Path) -> Result<(), Refusal> {
    let protocol = folder::protocol(talk)?;
    let shot = shot(file)?;
    emit(talk, protocol.texts(), &Checked::of(protocol.texts(), &shot))
}

fn shots(first: &Path, more: &[PathBuf]) -> Result<Vec<Shot>, Refusal> {
    std::iter::once(first).chain(more.iter().map(PathBuf::as_path)).map(shot).collect()
}

/// Reads one photo, no more of it than a photo may have.
fn shot(file: &Path) -> Result<Shot, Refusal> {
    let limits = Limits::default();
    let refuse = |error: std::io::Error| Refusal::file(file, &error, "next-check-name");
    let mut bytes = Vec::new();
    let opened = store::open_plain(file).map_err(refuse)?;
    opened.take(limits.bytes + 1).read_to_end(&mut bytes).map_err(refuse)?;
    open(&bytes, &limits).map_err(|why| Refusal::new(reasons::photo(file, why)))
}

/// Writes the report, never over a file that is there.
fn write_new(file: &Path, pdf: &[u8]) -> Result<(), Refusal> {
    let written = OpenOptions::new().write(true).create_new(true).open(file);
    written
        .and_then(|mut opened| opened.write_all(pdf))
        .map_err(|error| Refusal::file(file, &error, "next-new-report"))
}
