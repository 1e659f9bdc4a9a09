//! What a store, a backup, an export or the system says is wrong, as a sentence for a person: chosen by the variant.
//!
//! The errors themselves speak English for logs. What is named in them (a part that is damaged, what a database answered)
//! stands in the sentence as it is, since it helps whoever looks for the cause.

use std::io;
use std::path::Path;

use photo::intake::Refusal as Refused;
use store::backup::{BadLock, Fault};
use store::{Broken, Error, KeyFault, port};
use words::Saying;

use super::Refusal;

/// A record that can't do what was asked.
pub(super) fn refuse(error: &Error) -> Refusal {
    Refusal::new(store(error))
}

/// A file that isn't what it should be was looked at and is not well; anything else couldn't be done.
pub(super) fn refuse_backup(fault: &Fault) -> Refusal {
    match fault {
        Fault::Damaged { .. } | Fault::Differs { .. } => Refusal::unwell(backup(fault)),
        fault => Refusal::new(backup(fault)),
    }
}

/// Why the record can't do what was asked.
pub(super) fn store(error: &Error) -> Saying {
    match error {
        Error::Stale => Saying::new("store-stale"),
        Error::NotFound => Saying::new("store-not-found"),
        Error::Taken => Saying::new("store-taken"),
        Error::Held => Saying::new("store-held"),
        Error::Full => Saying::new("store-full"),
        Error::Unavailable { why } => Saying::new("store-unavailable").with("why", why.as_str()),
        Error::Key(fault) => key(fault),
        Error::ReadOnly => Saying::new("store-read-only"),
        Error::Moved => Saying::new("store-moved"),
        Error::Elsewhere => Saying::new("store-elsewhere"),
        Error::HalfRestored => Saying::new("store-half-restored"),
        Error::Newer { needs } => newer("store", needs.as_deref()),
        Error::Corrupt { what } => Saying::new("store-corrupt").with("what", what.as_str()),
    }
}

/// What is wrong with a key.
pub(super) fn key(fault: &KeyFault) -> Saying {
    match fault {
        KeyFault::NoKey => Saying::new("key-none"),
        KeyFault::Typo => Saying::new("key-typo"),
        KeyFault::File { file, why } => {
            Saying::new("key-file").with("file", file.as_str()).with("why", why.as_str())
        }
        KeyFault::Other { theirs, ours } => {
            Saying::new("key-other").with("theirs", theirs.as_str()).with("ours", ours.as_str())
        }
        KeyFault::Missing { theirs } => Saying::new("key-missing").with("theirs", theirs.as_str()),
        KeyFault::NoRandom => Saying::new("key-no-random"),
    }
}

/// Why a backup can't be made, read or put back.
pub(super) fn backup(fault: &Fault) -> Saying {
    match fault {
        Fault::Store(error) => store(error),
        Fault::File(error) => Saying::new("backup-file").with("why", system(error)),
        Fault::Exists { file } => {
            Saying::new("backup-exists").with("file", file.display().to_string())
        }
        Fault::BadLock(lock) => bad_lock(*lock),
        Fault::Locked => Saying::new("backup-locked"),
        Fault::NotOurs => Saying::new("backup-not-ours"),
        Fault::Newer { needs } => newer("backup", needs.as_deref()),
        Fault::Damaged { what } => Saying::new("backup-damaged").with("what", what.as_str()),
        Fault::NeedsKey { key_id } => Saying::new("backup-needs-key").with("key", key_id.as_str()),
        Fault::NotEmpty { place } => Saying::new("backup-not-empty").with("place", place.as_str()),
        Fault::Journal(why) => Saying::new("backup-journal").with("why", broken(why)),
        Fault::Differs { what } => Saying::new("backup-differs").with("what", what.as_str()),
    }
}

/// A newer program made it: which one is needed, if it says so.
fn newer(what: &str, needs: Option<&str>) -> Saying {
    match needs {
        Some(version) => Saying::new(format!("{what}-newer-version"))
            .with("version", version)
            .with("own", store::VERSION),
        None => Saying::new(format!("{what}-newer")),
    }
}

fn bad_lock(lock: BadLock) -> Saying {
    Saying::new(match lock {
        BadLock::Recipient => "backup-recipient",
        BadLock::NoRecipient => "backup-no-recipient",
        BadLock::Keys => "backup-keys",
        BadLock::Identity => "backup-identity",
        BadLock::NoIdentity => "backup-no-identity",
    })
}

/// Why an export can't be written or read.
pub(super) fn port(refusal: &port::Refusal) -> Saying {
    match refusal {
        port::Refusal::Store(error) => store(error),
        port::Refusal::Here => Saying::new("port-here"),
        port::Refusal::NotOurs { .. } => Saying::new("port-not-ours"),
        port::Refusal::Newer { version } => Saying::new("port-newer").with("version", *version),
        port::Refusal::TooMuch { .. } => Saying::new("port-too-much"),
        port::Refusal::Damaged { what } => Saying::new("port-damaged").with("what", what.as_str()),
        port::Refusal::Gaps { missing } => Saying::new("port-gaps").with("n", *missing),
        port::Refusal::File(error) => Saying::new("port-file").with("why", system(error)),
    }
}

/// Why a photo is not taken: what, why, what next, as on the pages.
pub(super) fn photo(file: &Path, why: Refused) -> Saying {
    let part = |part: &str| {
        let saying = Saying::new(format!("photo-refused-{}-{part}", why.id()));
        match why.amounts() {
            Some((_, most)) => saying.with("most", most),
            None => saying,
        }
    };
    Saying::new("refused-photo")
        .with("file", file.display().to_string())
        .with("what", part("what"))
        .with("why", part("why"))
        .with("next", part("next"))
}

/// Where the journal doesn't add up.
pub(super) fn broken(broken: &Broken) -> Saying {
    match broken {
        Broken::Edited { n } => Saying::new("journal-edited").with("n", n.to_string()),
        Broken::Missing { n } => Saying::new("journal-missing").with("n", n.to_string()),
        Broken::Ends { found, expected } => Saying::new("journal-ends")
            .with("found", found.to_string())
            .with("expected", expected.to_string()),
        Broken::Older { rows, then } => {
            Saying::new("journal-older").with("n", *rows).with("then", then.to_string())
        }
        Broken::Head => Saying::new("journal-head"),
        Broken::Store(error) => store(error),
    }
}

/// What the system says of a file; what it says seldom is told in its own words.
pub(super) fn system(error: &io::Error) -> Saying {
    let key = match error.kind() {
        io::ErrorKind::NotFound => "system-not-found",
        io::ErrorKind::PermissionDenied => "system-denied",
        io::ErrorKind::AlreadyExists => "system-exists",
        io::ErrorKind::IsADirectory => "system-folder",
        io::ErrorKind::NotADirectory => "system-no-folder",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "system-full",
        io::ErrorKind::AddrInUse => "system-address-taken",
        io::ErrorKind::AddrNotAvailable => "system-no-address",
        io::ErrorKind::InvalidData => "system-no-text",
        io::ErrorKind::InvalidInput => "system-no-file",
        io::ErrorKind::FileTooLarge => "system-too-large",
        _ => return Saying::new("system-other").with("why", error.to_string()),
    };
    Saying::new(key)
}
