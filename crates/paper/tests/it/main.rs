//! The sheets as a reader of PDFs sees them: `pdftotext` and `pdfinfo` of poppler read back what was written.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests stop on a fault"
)]
#![allow(missing_docs, reason = "test names say what they show")]

mod charts;
mod layout;
mod pictures;
mod random;
mod reading;
mod refusals;
mod sample;

use std::{
    path::PathBuf,
    process::Command,
    sync::atomic::{AtomicUsize, Ordering},
};

use paper::{Block, Sheet};

/// A sheet of these blocks.
fn sheet(blocks: Vec<Block>) -> Sheet {
    let (title, language) = ("A title".to_owned(), "en".to_owned());
    Sheet { title, subtitle: None, language, made: None, blocks }
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

/// The PDF in a file of its own.
fn file(pdf: &[u8]) -> PathBuf {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("{}-{}.pdf", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, pdf).expect("the folder for tests can be written to");
    path
}

/// What one of poppler's tools prints about a PDF; `None`, with a line that says so, if it isn't installed.
fn poppler(tool: &str, options: &[&str], pdf: &[u8]) -> Option<String> {
    let path = file(pdf);
    let mut command = Command::new(tool);
    command.args(options).arg(&path);
    if tool == "pdftotext" {
        command.arg("-");
    }
    let output = match command.output() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            println!("not checked: {tool} is missing (Debian: poppler-utils)");
            return None;
        }
        output => output.expect("the tool starts"),
    };
    std::fs::remove_file(path).expect("the file was there");
    // Some versions of poppler stumble over a mark that PDF/UA asks for.
    let known = |line: &&str| line.contains("Suspects object is wrong type (boolean)");
    let complaint = String::from_utf8_lossy(&output.stderr);
    let complaint: Vec<_> =
        complaint.lines().filter(|line| !known(line) && !line.is_empty()).collect();
    assert!(output.status.success() && complaint.is_empty(), "{tool}: {complaint:?}");
    Some(String::from_utf8(output.stdout).expect("poppler prints UTF-8"))
}

/// The text of a sheet in the order in which it was written, all white space as one space, a page feed as "⏎".
fn text(sheet: &Sheet) -> Option<String> {
    let pdf = paper::render(sheet).expect("the sheet is fine");
    let text = poppler("pdftotext", &["-raw", "-enc", "UTF-8"], &pdf)?;
    let text = text.replace('\u{c}', " ⏎ ");
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Asserts that these texts follow each other, not necessarily at once.
#[track_caller]
fn in_order(text: &str, wanted: &[&str]) {
    let mut rest = text;
    for want in wanted {
        let words = want.split_whitespace().collect::<Vec<_>>().join(" ");
        let at = rest.find(&words).unwrap_or_else(|| panic!("\"{words}\" should come in: {rest}"));
        rest = &rest[at + words.len()..];
    }
}

/// How many pages a sheet has.
fn pages(sheet: &Sheet) -> Option<usize> {
    let info = poppler("pdfinfo", &[], &paper::render(sheet).expect("the sheet is fine"))?;
    let line = info.lines().find_map(|line| line.strip_prefix("Pages:")).expect("pdfinfo counts");
    Some(line.trim().parse().expect("a number"))
}
