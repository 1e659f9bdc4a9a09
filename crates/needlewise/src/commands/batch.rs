//! `screen --batch`, `checkin --batch` and `now --batch`: one person a line in, one decision a line out, on all cores.
//!
//! Lines are read and written in order, a few thousand or a few megabytes at a time, so memory stays small however long the
//! file is.
//! A line that can't be read gets a line that says so, and the command ends with 2 when all others are decided. An
//! empty line is passed over.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::path::Path;

use care::screening;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;
use serde::Serialize;
use words::Worded;

use super::{Refusal, clock};
use text::{input, show};

/// Lines that are decided together.
const LINES: usize = 4096;
/// No more lines are read once they have so many bytes: a story can be long.
const BYTES: usize = 32 << 20;

/// One line of a file.
pub(super) struct Line<'l> {
    /// The file's name.
    pub file: &'l str,
    /// The line's number, from 1.
    pub number: usize,
    /// What it says.
    pub text: &'l str,
}

impl Line<'_> {
    /// Something said of it, with where it stands.
    pub fn says(&self, what: &str) -> String {
        format!("{}:{}: {what}", self.file, self.number)
    }
}

/// Decides on a line: what is written in its place, or why it can't be read.
pub(super) type Decide<'a> = &'a (dyn Fn(&Line<'_>) -> Result<String, String> + Sync);

/// A line that can't be read.
#[derive(Serialize)]
struct Unread {
    line: usize,
    error: String,
}

/// One person a line in, one decision a line out.
pub(super) fn screen(
    protocol: &Worded,
    file: Option<&Path>,
    on: Option<Date>,
) -> Result<(), Refusal> {
    let asked = |zone: Option<&TimeZone>| clock::or_today(on, zone);
    run(file, &|line| {
        let read = input::read_person_json(protocol, line.file, line.number, line.text, &asked)
            .map_err(|problems| problems.to_string())?;
        let decision = screening::decide(protocol, &read.person, read.on);
        json(&show::Screen::of(protocol, &read.person, &decision))
    })
}

/// A decision on one line.
pub(super) fn json(view: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(view).map_err(|error| error.to_string())
}

/// Decides on every line of a file, or of standard input.
pub(super) fn run(file: Option<&Path>, decide: Decide<'_>) -> Result<(), Refusal> {
    // A hyphen means standard input, as elsewhere.
    let file = file.filter(|path| *path != Path::new("-"));
    let mut from: Box<dyn BufRead> = match file {
        Some(path) => {
            let opened =
                File::open(path).map_err(|error| Refusal::file(path, &error, "check the name"))?;
            Box::new(BufReader::new(opened))
        }
        None => Box::new(io::stdin().lock()),
    };
    let name = file.map_or_else(|| "standard input".into(), |path| path.display().to_string());
    let mut to = BufWriter::new(io::stdout().lock());
    let counted = all(&name, decide, &mut from, &mut to);
    let (lines, unread) = counted.or_else(|error| hung_up(&error))?;
    match unread {
        0 => Ok(()),
        _ => Err(Refusal::new(format!(
            "{name}: {unread} of {lines} lines could not be read; their lines say why"
        ))),
    }
}

/// A reader that hangs up (`| head`) has had enough; anything else is a fault.
fn hung_up(error: &io::Error) -> Result<(usize, usize), Refusal> {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Ok((0, 0)),
        _ => Err(Refusal::new(format!("the lines can't be read or written: {error}"))),
    }
}

/// Decides all lines; how many there were, and how many could not be read.
fn all(
    name: &str,
    decide: Decide<'_>,
    from: &mut dyn BufRead,
    to: &mut dyn Write,
) -> io::Result<(usize, usize)> {
    let (mut lines, mut unread) = (0, 0);
    let progress = io::stderr().is_terminal();
    loop {
        let some = chunk(from)?;
        if some.is_empty() {
            break;
        }
        let numbered = some.par_iter().enumerate();
        let decided: Vec<Result<String, String>> = numbered
            .filter(|(_, line)| !line.trim_ascii().is_empty())
            .map(|(place, line)| said(name, lines + place + 1, line, decide))
            .collect();
        for line in &decided {
            writeln!(to, "{}", line.as_ref().unwrap_or_else(|error| error))?;
        }
        lines += some.len();
        unread += decided.iter().filter(|line| line.is_err()).count();
        if progress {
            eprint!("\r{lines} decided");
        }
    }
    if progress {
        eprintln!();
    }
    to.flush()?;
    Ok((lines, unread))
}

fn chunk(from: &mut dyn BufRead) -> io::Result<Vec<Vec<u8>>> {
    let (mut some, mut bytes) = (Vec::with_capacity(LINES), 0);
    while some.len() < LINES && bytes < BYTES {
        let mut line = Vec::new();
        if from.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        while line.last().is_some_and(|end| matches!(end, b'\n' | b'\r')) {
            line.pop();
        }
        bytes += line.len();
        some.push(line);
    }
    Ok(some)
}

/// What is written for a line, or what says why it can't be read.
fn said(file: &str, number: usize, bytes: &[u8], decide: Decide<'_>) -> Result<String, String> {
    let unread =
        |error: String| serde_json::to_string(&Unread { line: number, error }).unwrap_or_default();
    let text = str::from_utf8(bytes)
        .map_err(|_| unread(format!("{file}:{number}: this line is not UTF-8 text")))?;
    // Some editors begin a file with a mark that is no part of its text.
    let text = text.trim_start_matches('\u{feff}');
    decide(&Line { file, number, text }).map_err(unread)
}
