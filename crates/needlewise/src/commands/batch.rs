//! `screen --batch`, `checkin --batch` and `now --batch`: one person a line in, one decision a line out, on all cores.
//!
//! Lines are read and written in order, a few thousand or a few megabytes at a time, so memory stays small however long the
//! file is.
//! A line that can't be read gets a line that says so, and the command ends with 2 when all others are decided. An
//! empty line is passed over.

use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::path::Path;

use care::screening;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rayon::prelude::*;
use serde::Serialize;
use store::open_plain;
use words::{Saying, Worded, Wording};

use super::{Refusal, clock, reasons};
use text::input::node::Size;
use text::{input, show};

/// Lines that are decided together.
const LINES: usize = 4096;
/// No more lines are read once they have so many bytes: a story can be long.
const BYTES: usize = 32 << 20;

/// The longest line: a little more than the longest story may have, so that one which is too long is refused by its number.
const LONGEST: u64 = Size::STORY.bytes() as u64 + (64 << 10);

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
    pub fn says(&self, what: Saying) -> Saying {
        let line = Saying::new("refused-line").with("file", self.file);
        line.with("line", self.number.to_string()).with("what", what)
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
    run(protocol.texts(), file, &|line| {
        let read = input::read_person_json(protocol, line.file, line.number, line.text, &asked)
            .map_err(|problems| problems.in_words(protocol.texts()))?;
        let decision = screening::decide(protocol, &read.person, read.on);
        json(protocol.texts(), &show::Screen::of(protocol, &read.person, &decision))
    })
}

/// A decision on one line.
pub(super) fn json(texts: &Wording, view: &impl Serialize) -> Result<String, String> {
    serde_json::to_string(view).map_err(|error| super::no_json(&error).in_words(texts))
}

/// Decides on every line of a file, or of standard input.
pub(super) fn run(texts: &Wording, file: Option<&Path>, decide: Decide<'_>) -> Result<(), Refusal> {
    // A hyphen means standard input, as elsewhere.
    let file = file.filter(|path| *path != Path::new("-"));
    let mut from: Box<dyn BufRead> = match file {
        Some(path) => {
            let opened =
                open_plain(path).map_err(|error| Refusal::file(path, &error, "next-check-name"))?;
            Box::new(BufReader::new(opened))
        }
        None => Box::new(io::stdin().lock()),
    };
    let name = file.map_or_else(|| texts.text("refused-input"), |path| path.display().to_string());
    let mut to = BufWriter::new(io::stdout().lock());
    let counted = all(texts, &name, decide, &mut from, &mut to);
    let (lines, unread) = counted.or_else(|error| hung_up(&error))?;
    match unread {
        0 => Ok(()),
        _ => Err(Refusal::new(
            Saying::new("refused-lines")
                .with("file", name)
                .with("unread", unread)
                .with("lines", lines),
        )),
    }
}

/// A reader that hangs up (`| head`) has had enough; anything else is a fault.
fn hung_up(error: &io::Error) -> Result<(usize, usize), Refusal> {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Ok((0, 0)),
        _ => {
            let why = reasons::system(error);
            Err(Refusal::new(Saying::new("refused-stream").with("why", why)))
        }
    }
}

/// Decides all lines; how many there were, and how many could not be read.
fn all(
    texts: &Wording,
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
            .map(|(place, line)| said(texts, name, lines + place + 1, line, decide))
            .collect();
        for line in &decided {
            writeln!(to, "{}", line.as_ref().unwrap_or_else(|error| error))?;
        }
        lines += some.len();
        unread += decided.iter().filter(|line| line.is_err()).count();
        if progress {
            eprint!("\r{}", texts.with("batch-decided", &[("n", lines.into())]));
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
        if io::Read::take(&mut *from, LONGEST).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.len() as u64 == LONGEST && line.last() != Some(&b'\n') {
            return Err(io::ErrorKind::FileTooLarge.into());
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
fn said(
    texts: &Wording,
    file: &str,
    number: usize,
    bytes: &[u8],
    decide: Decide<'_>,
) -> Result<String, String> {
    let unread =
        |error: String| serde_json::to_string(&Unread { line: number, error }).unwrap_or_default();
    let no_text = |_| {
        let line = Saying::new("refused-line-no-text").with("file", file);
        unread(line.with("line", number.to_string()).in_words(texts))
    };
    let text = str::from_utf8(bytes).map_err(no_text)?;
    // Some editors begin a file with a mark that is no part of its text.
    let text = text.trim_start_matches('\u{feff}');
    decide(&Line { file, number, text }).map_err(unread)
}
