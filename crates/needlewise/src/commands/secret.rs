//! Secrets from a person: asked for on the terminal without showing them, never as an argument, which others could see.

use std::io::{self, IsTerminal, Read};

use store::{NewPassphrase, Unfit};
use words::Saying;

use super::{Refusal, Talk, reasons};
use crate::settings::read;
use crate::settings::table::Setting;

/// The setting with the passphrase of backups.
const BACKUP: &str = "backup-passphrase";
/// More than any secret of ours has.
const LONGEST: u64 = 4096;

/// The passphrase of a new backup, typed twice.
pub(super) fn new_backup_passphrase(
    talk: &Talk<'_>,
    names: &[String],
) -> Result<NewPassphrase, Refusal> {
    match read::secret(BACKUP) {
        Some(typed) => fit(&typed, names),
        None => fit(&twice(talk, "ask-new-backup")?, names),
    }
}

/// The passphrase of a backup that is there.
pub(super) fn backup_passphrase(talk: &Talk<'_>) -> Result<String, Refusal> {
    match read::secret(BACKUP) {
        Some(typed) => Ok(typed),
        None => ask(talk, &Saying::new("ask-backup")),
    }
}

/// The passphrase at the door: typed twice, or a line of standard input as it is, but for its end.
pub(super) fn new_passphrase(talk: &Talk<'_>, names: &[String]) -> Result<NewPassphrase, Refusal> {
    if io::stdin().is_terminal() {
        return fit(&twice(talk, "ask-new")?, names);
    }
    let text = all()?;
    let line = text.strip_suffix('\n');
    fit(line.map_or(&*text, |line| line.strip_suffix('\r').unwrap_or(line)), names)
}

/// A passphrase that isn't found soon by whoever tries; these names are tried first.
fn fit(typed: &str, names: &[String]) -> Result<NewPassphrase, Refusal> {
    NewPassphrase::new(typed, names.iter().map(String::as_str)).map_err(|unfit| {
        Refusal::new(match unfit {
            Unfit::Short => Saying::new("refused-short").with("n", NewPassphrase::SHORTEST),
            Unfit::Long => Saying::new("refused-endless").with("n", NewPassphrase::LONGEST),
            Unfit::Common => Saying::new("refused-common"),
        })
    })
}

/// The paper key: typed, or all of standard input.
pub(super) fn paper_key(talk: &Talk<'_>) -> Result<String, Refusal> {
    if io::stdin().is_terminal() { ask(talk, &Saying::new("ask-paper")) } else { all() }
}

fn twice(talk: &Talk<'_>, question: &'static str) -> Result<String, Refusal> {
    let (least, most) = (NewPassphrase::SHORTEST, NewPassphrase::LONGEST);
    let typed = ask(talk, &Saying::new(question).with("n", least).with("most", most))?;
    if ask(talk, &Saying::new("ask-again"))? != typed {
        return Err(Refusal::new(Saying::new("refused-typed-twice")));
    }
    Ok(typed)
}

fn ask(talk: &Talk<'_>, question: &Saying) -> Result<String, Refusal> {
    if !io::stdin().is_terminal() {
        let variable = Setting::find(BACKUP).map(Setting::variable).unwrap_or_default();
        let refusal = Saying::new("refused-no-terminal").with("variable", variable);
        return Err(Refusal::new(refusal));
    }
    rpassword::prompt_password(format!("{} ", question.in_words(talk.texts())))
        .map_err(|error| unread("refused-terminal", &error))
}

fn all() -> Result<String, Refusal> {
    let mut text = String::new();
    let read = io::stdin().lock().take(LONGEST).read_to_string(&mut text);
    read.map_err(|error| unread("refused-standard-input", &error))?;
    Ok(text)
}

fn unread(key: &'static str, error: &io::Error) -> Refusal {
    Refusal::new(Saying::new(key).with("why", reasons::system(error)))
}
