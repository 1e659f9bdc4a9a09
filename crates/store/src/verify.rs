//! Reading the journal's chain from its first row to its head. Whether the entries are what it says: `whole.rs`.
//!
//! What is found: a row that was edited, removed, put in or moved; rows cut off at the end, since the head says how
//! many there are and holds the last hash under a key the database doesn't have; and the whole database put back to an
//! older copy of itself, or emptied and begun anew, since the last backup noted outside of it where the journal ended
//! (`backup/noted.rs`). What was put back to a copy that is younger than that note can't be found.

use crate::backup::{Verified, last_verified};
use crate::error::Error;
use crate::journal::Link;
use crate::open::Store;
use crate::sql;
use crate::write::Head;

/// Where the journal doesn't add up.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// A row isn't what was written.
    #[error("row {n} of the journal was edited, or put in")]
    Edited {
        /// Its number.
        n: i64,
    },
    /// A row is missing, or stands at another place.
    #[error("row {n} of the journal is missing, or was moved")]
    Missing {
        /// Its number.
        n: i64,
    },
    /// The journal doesn't end where its head says.
    #[error("the journal ends after row {found}, but {expected} rows were written")]
    Ends {
        /// The last row there is.
        found: i64,
        /// How many were written.
        expected: i64,
    },
    /// It is not the journal that was there at the last backup.
    #[error(
        "the journal has {rows} rows, but not the {then} that it had at the last backup: the database was put back to an older copy"
    )]
    Older {
        /// Rows now.
        rows: u64,
        /// Rows then.
        then: u64,
    },
    /// The head itself was changed.
    #[error("the note of where the journal ends was changed from outside")]
    Head,
    /// The journal can't be read.
    #[error(transparent)]
    Store(#[from] Error),
}

impl Store {
    /// Checks the whole journal, also while others write to it, and says how many rows it has.
    ///
    /// # Errors
    /// The first thing that doesn't add up.
    pub async fn verify_journal(&self) -> Result<u64, Broken> {
        // Rows may be appended while we read: the chain must pass through the head of now, and end at one of later.
        let start = self.head().await?;
        let mut noted = Noted::of(last_verified(self).await?);
        let mut at = Head::START;
        let mut passed = start == at;
        loop {
            let rows = self.db().fetch(sql::JOURNAL_PAGE, vec![at.n.into()]).await?;
            if rows.is_empty() {
                break;
            }
            for row in &rows {
                at = follow(&at, Link::read(row)?)?;
                passed |= at == start;
                noted.pass(&at);
            }
        }
        let end = self.head().await?;
        if !passed || at.n > end.n {
            let (found, expected) = (at.n, if passed { end.n } else { start.n });
            return Err(Broken::Ends { found, expected });
        }
        noted.found(u64::try_from(at.n).map_err(|_| Broken::Head)?)
    }

    async fn head(&self) -> Result<Head, Broken> {
        let rows = self.db().fetch(sql::HEAD_READ, vec![]).await?;
        let row = rows.first().ok_or(Broken::Head)?;
        Head::read(&self.0, row).map_err(|_| Broken::Head)
    }
}

/// Where the journal ended at the last backup, and whether the chain goes through there.
struct Noted {
    last: Option<Verified>,
    passed: bool,
}

impl Noted {
    fn of(last: Option<Verified>) -> Self {
        let mut noted = Self { last, passed: false };
        noted.pass(&Head::START);
        noted
    }

    fn pass(&mut self, at: &Head) {
        self.passed |= self.last.and_then(|last| last.is_passed_at(at)) == Some(true);
    }

    fn found(&self, rows: u64) -> Result<u64, Broken> {
        match self.last {
            Some(last) if !self.passed => Err(Broken::Older { rows, then: last.journal }),
            _ => Ok(rows),
        }
    }
}

/// The next link of the chain.
fn follow(at: &Head, (link, prev, hash): (Link, Vec<u8>, Vec<u8>)) -> Result<Head, Broken> {
    if link.n != at.n + 1 {
        return Err(Broken::Missing { n: at.n + 1 });
    }
    let expected = link.hash(&at.hash);
    if prev != at.hash || hash != expected {
        return Err(Broken::Edited { n: link.n });
    }
    Ok(Head { n: link.n, hash: expected })
}
