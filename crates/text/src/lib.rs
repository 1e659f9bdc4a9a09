//! Text on both sides of a decision: what people write becomes types of `care`, what was decided becomes sentences,
//! JSON and calendars.
//!
//! No rule of needling stands here, nothing is read from disk and nothing is printed. [`input`] parses once, at the
//! edge; [`tell`] says what was decided, the same for commands, pages and sheets; [`show`] is what each command prints;
//! [`calendar`] writes iCalendar. The words themselves are in the crate `words`.

pub mod calendar;
pub mod input;
pub mod show;
pub mod tell;

/// The built-in protocol in English.
#[cfg(test)]
fn in_english() -> words::Worded {
    words::Worded::built_in(words::Language::DEFAULT).unwrap()
}
