//! Sessions, check-ins and scores as comma-separated values (RFC 4180), for spreadsheets; with semicolons, if that is asked for.
//!
//! One table, oldest first: what a row has no value for stays empty. Headings and words are those of the files that
//! Needlewise reads, in no language. What a spreadsheet would take for a formula gets an apostrophe in front, also behind what
//! it would take for the end of a cell where another separator is usual. A mark at the beginning says that it is UTF-8.

use care::words::{Sign, Word};
use chart::log::History;
use chart::story::{DoneSession, zone_of};
use jiff::Zoned;
use store::Entry;
use store::records::{CheckIn, Done, Outcome};

use crate::frame::Reader;

/// The columns before the signs, which follow in the order of [`Sign::ALL`].
const BEFORE: [&str; 11] = [
    "kind",
    "at",
    "session",
    "day",
    "areas",
    "length_mm",
    "passes",
    "directions",
    "anaesthetic",
    "device",
    "level",
];
/// The columns after the signs.
const AFTER: [&str; 4] = ["flags", "note", "scale", "score"];

/// What stands between cells and before the parts of a whole, which differs from region to region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// As RFC 4180 has it: a comma, and a point.
    Comma,
    /// Where the comma is the decimal sign: a semicolon, and a comma.
    Semicolon,
}

impl Marks {
    /// As an address asks for them.
    pub(super) fn find(asked: Option<&str>) -> Self {
        if asked == Some(Self::SEMICOLON) { Self::Semicolon } else { Self::Comma }
    }
    /// How the address asks for the others.
    pub(super) const SEMICOLON: &'static str = "semicolon";

    fn between(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Semicolon => ";",
        }
    }
    fn number(self, number: f64) -> String {
        match self {
            Self::Comma => number.to_string(),
            Self::Semicolon => number.to_string().replace('.', ","),
        }
    }
}

/// The whole file.
pub(super) fn write(history: &History, reader: &Reader, marks: Marks) -> String {
    let mut rows: Vec<(Zoned, Vec<String>)> = Vec::new();
    rows.extend(history.chart.story.done().into_iter().map(|one| session(one, marks)));
    rows.extend(history.chart.story.checkins.iter().filter_map(|entry| {
        let session = history.session_of(&entry.record)?;
        let level = history.level(&reader.protocol, entry).map(Word::word).unwrap_or_default();
        Some(checkin(session, &entry.record, history.day(&entry.record), level))
    }));
    rows.extend(history.outcomes.iter().filter_map(|entry| score(entry, reader, marks)));
    rows.sort_by_key(|row| row.0.timestamp());
    let signs = Sign::ALL.iter().map(|sign| sign.word());
    let head: Vec<String> =
        BEFORE.into_iter().chain(signs).chain(AFTER).map(str::to_owned).collect();
    let lines = std::iter::once(head).chain(rows.into_iter().map(|(_, cells)| cells));
    std::iter::once("\u{feff}".to_owned()).chain(lines.map(|cells| line(&cells, marks))).collect()
}

fn session(session: DoneSession<'_>, marks: Marks) -> (Zoned, Vec<String>) {
    let done: &Done = session.done;
    let at = done.at.to_zoned(zone_of(&done.zone));
    let areas: Vec<&str> = done.areas.iter().map(|area| area.word()).collect();
    let mut cells = vec![
        "session".into(),
        stamp(&at),
        session.n.to_string(),
        "0".into(),
        areas.join(" "),
        marks.number(done.length_mm),
        written(done.passes),
        written(done.directions),
        written(done.anaesthetic),
        done.device.map(|device| device.kind.word().to_owned()).unwrap_or_default(),
        String::new(),
    ];
    cells.extend(Sign::ALL.iter().map(|sign| written(done.before.get(sign))));
    cells.extend([String::new(), written(done.note.as_ref())]);
    cells.extend([String::new(), String::new()]);
    (at, cells)
}

fn checkin(
    session: DoneSession<'_>,
    checkin: &CheckIn,
    day: Option<i64>,
    level: &str,
) -> (Zoned, Vec<String>) {
    let at = checkin.at.to_zoned(zone_of(&session.done.zone));
    let flags: Vec<&str> = checkin.flags.iter().map(|flag| flag.word()).collect();
    let mut cells = vec!["check-in".into(), stamp(&at), session.n.to_string(), written(day)];
    cells.extend(["", "", "", "", "", "", level].map(str::to_owned));
    cells.extend(Sign::ALL.iter().map(|sign| written(checkin.signs.get(sign))));
    cells.extend([flags.join(" "), written(checkin.note.as_ref())]);
    cells.extend([String::new(), String::new()]);
    (at, cells)
}

/// A score is of a day and of no session; it stands behind what else happened on it.
fn score(entry: &Entry<Outcome>, reader: &Reader, marks: Marks) -> Option<(Zoned, Vec<String>)> {
    let Outcome::Scored(score) = &entry.record else { return None };
    let at = score.on.at(23, 59, 59, 0).to_zoned(reader.now.time_zone().clone()).ok()?;
    let mut cells = vec!["score".into(), score.on.to_string()];
    let empty = BEFORE.len() + Sign::ALL.len() + 1 - cells.len();
    cells.extend(std::iter::repeat_n(String::new(), empty));
    cells.extend([written(score.note.as_ref()), score.scale.clone()]);
    cells.push(marks.number(score.value));
    Some((at, cells))
}

fn written<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn stamp(at: &Zoned) -> String {
    words::machine::stamp(at)
}

fn line(cells: &[String], marks: Marks) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("{}\r\n", cells.join(marks.between()))
}

/// One cell: harmless to a spreadsheet, and quoted where it has to be.
pub(super) fn cell(text: &str) -> String {
    // The wide forms are read as formulas too where Japanese or Chinese is set.
    const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    const ENDS: [char; 6] = [',', ';', '\t', '\r', '\n', '"'];
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        let first =
            safe.is_empty() && (FORMULA.contains(&letter) || ['\t', '\r', '\n'].contains(&letter));
        if first || (FORMULA.contains(&letter) && safe.ends_with(ENDS)) {
            safe.push('\'');
        }
        safe.push(letter);
    }
    if safe.contains(ENDS) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}
