//! `screen --batch`: one person a line in, one decision a line out, on all cores.
//!
//! Lines are read and written in order, a few thousand at a time, so memory stays small however long the file is.
//! A line that can't be read gets a line that says so, and the command ends with 2 when all others are decided. An
//! empty line is passed over.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::path::Path;

use care::Protocol;
use care::screening;
use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;

use super::Refusal;
use text::{input, show};

/// Lines that are decided together.
const LINES: usize = 4096;

/// A line that can't be read.
#[derive(Serialize)]
struct Unread {
    line: usize,
    error: String,
}

pub(super) fn screen(protocol: &Protocol, file: Option<&Path>, on: Date) -> Result<(), Refusal> {
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
    let counted = all(protocol, &name, on, &mut from, &mut to);
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
    protocol: &Protocol,
    name: &str,
    on: Date,
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
            .map(|(place, line)| decide(protocol, name, lines + place + 1, line, on))
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
    let mut some = Vec::with_capacity(LINES);
    while some.len() < LINES {
        let mut line = Vec::new();
        if from.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        while line.last().is_some_and(|end| matches!(end, b'\n' | b'\r')) {
            line.pop();
        }
        some.push(line);
    }
    Ok(some)
}

fn decide(
    protocol: &Protocol,
    name: &str,
    line: usize,
    text: &[u8],
    on: Date,
) -> Result<String, String> {
    let unread = |error: String| serde_json::to_string(&Unread { line, error }).unwrap_or_default();
    let text = str::from_utf8(text)
        .map_err(|_| unread(format!("{name}:{line}: this line is not UTF-8 text")))?;
    // Some editors begin a file with a mark that is no part of its text.
    let text = text.trim_start_matches('\u{feff}');
    let file = input::read_person_json(protocol, name, line, text)
        .map_err(|problems| unread(problems.to_string()))?;
    let decision = screening::decide(protocol, &file.person, on);
    let view = show::Screen::of(protocol, &file.person, &decision);
    serde_json::to_string(&view).map_err(|error| unread(error.to_string()))
}
