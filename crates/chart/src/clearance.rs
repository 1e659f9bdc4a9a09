//! What a clinician said: kept, corrected, and found again by what it is about.
//!
//! What it changes is decided in `care`; here only what can't be is refused. A word that is corrected later stays as old as
//! it was, so that a warning sign seen since is not covered by it.

use care::Protocol;
use care::story::About;
use jiff::Timestamp;
use jiff::civil::Date;
use store::records::{self, Clearance, Profile};
use store::{By, ClearanceId, Entry, Error, Store};
use words::Wording;

use crate::keep::{Again, keep_once};
use crate::story::zone_of;

/// What was said, as a form passes it on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// A question's id, or the word of a warning sign.
    pub about: String,
    /// Yes, no, or wait.
    pub word: records::Said,
    /// Who said it.
    pub by: Option<String>,
    /// On which day.
    pub on: Date,
    /// Until when it holds.
    pub until: Option<Date>,
}

/// Why it is not kept.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// It is about nothing that is asked or reported.
    #[error("it is about nothing that is known")]
    About,
    /// The day lies ahead.
    #[error("the day on which it was said lies ahead")]
    Ahead,
    /// The wait ends before it was said.
    #[error("the wait ends before it begins")]
    Wait,
    /// It lapses before it was said.
    #[error("it lapses before it was said")]
    Until,
    /// The record refuses.
    #[error(transparent)]
    Record(#[from] Error),
}

/// Keeps what was said, under the id of its form; sent again it is kept once, or mended.
///
/// # Errors
/// Why it is not kept.
pub async fn keep_clearance(
    store: &Store,
    by: By,
    protocol: &Protocol,
    person: &Entry<Profile>,
    (id, said): (ClearanceId, Said),
) -> Result<Entry<Clearance>, Refused> {
    let kept = store.find::<Clearance>(person.id, id).await?;
    let at = kept.map_or(by.at, |kept| kept.record.at);
    let said = checked(protocol, person, by, said)?;
    Ok(keep_once(store, by, (person.id, id), record(said, at), again).await?)
}

/// Corrects what was said; what it was before stays in the journal.
///
/// # Errors
/// Why it stays as it is.
pub async fn correct(
    store: &Store,
    by: By,
    protocol: &Protocol,
    person: &Entry<Profile>,
    (before, said): (&Entry<Clearance>, Said),
) -> Result<Entry<Clearance>, Refused> {
    let said = record(checked(protocol, person, by, said)?, before.record.at);
    match again(&before.record, &said) {
        Again::Same => Ok(before.clone()),
        Again::Mends => Ok(store.change(by, before, said).await?),
        Again::Another | Again::Foreign => Err(Refused::About),
    }
}

/// What was said about something, the latest first.
pub fn about<'c>(all: &'c [Entry<Clearance>], about: &str) -> Vec<&'c Entry<Clearance>> {
    let mut own: Vec<_> = all.iter().filter(|entry| entry.record.about == about).collect();
    own.sort_by_key(|entry| std::cmp::Reverse((entry.record.on, entry.record.at)));
    own
}

fn checked(
    protocol: &Protocol,
    person: &Entry<Profile>,
    by: By,
    said: Said,
) -> Result<Said, Refused> {
    let today = by.at.to_zoned(zone_of(&person.record.zone)).date();
    match said.word {
        _ if About::find(protocol, &said.about).is_none() => Err(Refused::About),
        _ if said.on > today => Err(Refused::Ahead),
        records::Said::WaitUntil(day) if day <= said.on => Err(Refused::Wait),
        _ if said.until.is_some_and(|until| until <= said.on) => Err(Refused::Until),
        _ => Ok(said),
    }
}

fn record(said: Said, at: Timestamp) -> Clearance {
    let Said { about, word, by, on, until } = said;
    Clearance { on, about, said: word, by, until, at }
}

/// The same form is about the same thing.
fn again(kept: &Clearance, said: &Clearance) -> Again {
    match kept == said {
        true => Again::Same,
        false if kept.about == said.about => Again::Mends,
        false => Again::Foreign,
    }
}

/// "GP said yes on 1 December 2026, until 1 June 2027."
pub fn sentence(say: &Wording, said: &Clearance) -> String {
    let (word, wait) = match said.said {
        records::Said::Yes => ("yes", None),
        records::Said::No => ("no", None),
        records::Said::WaitUntil(day) => ("wait", Some(say.date(day))),
    };
    let who = said.by.as_deref().map_or_else(|| say.text("clearance-somebody"), capital);
    let mut words = vec![("who", who.into()), ("on", say.date(said.on).into())];
    words.extend(wait.map(|day| ("day", day.into())));
    let until = said.until.map(|until| say.date(until));
    let key = if until.is_some() { "-until" } else { "" };
    words.extend(until.map(|until| ("until", until.into())));
    say.with(&format!("clearance-told-{word}{key}"), &words)
}

/// A name at the head of a sentence.
fn capital(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests;
