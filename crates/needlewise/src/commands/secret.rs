//! Secrets from a person: asked for on the terminal without showing them, never as an argument, which others could see.

use std::io::{self, IsTerminal, Read};

use super::Refusal;
use crate::settings::read;
use crate::settings::table::Setting;

/// The setting with the passphrase of backups.
const BACKUP: &str = "backup-passphrase";
/// More than any secret of ours has.
const LONGEST: u64 = 4096;

/// The passphrase of a new backup, typed twice.
pub(super) fn new_backup_passphrase() -> Result<String, Refusal> {
    match read::secret(BACKUP) {
        Some(typed) => Ok(typed),
        None => twice("Passphrase for the backup, at least 12 letters: "),
    }
}

/// The passphrase of a backup that is there.
pub(super) fn backup_passphrase() -> Result<String, Refusal> {
    match read::secret(BACKUP) {
        Some(typed) => Ok(typed),
        None => ask("Passphrase of the backup: "),
    }
}

/// The passphrase at the door: typed twice, or a line of standard input.
pub(super) fn new_passphrase() -> Result<String, Refusal> {
    if io::stdin().is_terminal() { twice("New passphrase, at least 12 letters: ") } else { line() }
}

/// The paper key: typed, or all of standard input.
pub(super) fn paper_key() -> Result<String, Refusal> {
    if io::stdin().is_terminal() { ask("The key from paper: ") } else { line() }
}

fn twice(question: &str) -> Result<String, Refusal> {
    let typed = ask(question)?;
    if ask("The same again: ")? != typed {
        return Err(Refusal::new("the two are not the same. Next: type it again.".into()));
    }
    Ok(typed)
}

fn ask(question: &str) -> Result<String, Refusal> {
    if !io::stdin().is_terminal() {
        let variable = Setting::find(BACKUP).map(Setting::variable).unwrap_or_default();
        return Err(Refusal::new(format!(
            "there is no terminal to ask for the passphrase on. Next: put it into {variable}, or use a key (--recipient, --identity)."
        )));
    }
    rpassword::prompt_password(question)
        .map_err(|error| Refusal::new(format!("nothing could be asked on this terminal: {error}")))
}

fn line() -> Result<String, Refusal> {
    let mut text = String::new();
    let read = io::stdin().lock().take(LONGEST).read_to_string(&mut text);
    read.map_err(|error| Refusal::new(format!("standard input can't be read: {error}")))?;
    Ok(text.trim().to_owned())
}
