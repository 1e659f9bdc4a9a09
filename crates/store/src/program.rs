//! Which version of the program wrote a record last. An older program does not open it: it would leave out what it doesn't
//! know the next time it writes an entry.

use crate::db::Db;
use crate::error::Error;
use crate::sql;

/// The version of this program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Refuses a record of a newer program, and notes that this one writes it from now on.
pub(crate) async fn check(db: &Db) -> Result<(), Error> {
    let rows = db.fetch(sql::PROGRAM, vec![]).await?;
    let wrote = rows.first().map(|row| row.get::<String>(0)).transpose()?;
    match wrote {
        Some(wrote) if number(&wrote) > number(VERSION) => Err(Error::Newer { needs: Some(wrote) }),
        Some(wrote) if wrote == VERSION => Ok(()),
        _ if !db.is_writable() => Ok(()),
        _ => note(db).await,
    }
}

async fn note(db: &Db) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    tx.execute(sql::PROGRAM_NOTE, vec![VERSION.into()]).await?;
    tx.commit().await
}

/// A version to compare by; what is no number counts as 0.
fn number(version: &str) -> Vec<u64> {
    let plain = version.split(['-', '+']).next().unwrap_or_default();
    plain.split('.').map(|part| part.parse().unwrap_or(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_their_numbers() {
        for (older, newer) in [("0.1.0", "0.2.0"), ("0.9.0", "0.10.0"), ("0.10.3", "1.0.0")] {
            assert!(number(older) < number(newer), "{older} {newer}");
        }
        assert_eq!(number("1.2.3-rc.1"), number("1.2.3"));
    }
}
