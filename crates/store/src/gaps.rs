//! What of somebody's record can't be read, kind by kind: for a page that goes on with the rest and says what is missing.
//!
//! What follows from it is no matter of the store: `chart::gaps`. The whole record with its journal is held in `whole.rs`.

use crate::entries::Listed;
use crate::error::Error;
use crate::held::Damaged;
use crate::journal::id;
use crate::kinds::{PersonId, kinds};
use crate::open::Store;
use crate::records::*;
use crate::snapshot::Snapshot;
use crate::sql;
use crate::table::Record;

macro_rules! gaps {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        async fn all(moment: &mut Snapshot, person: PersonId) -> Result<Vec<Damaged>, Error> {
            let mut all = Vec::new();
            $(all.extend(moment.readable::<$kind>(person).await?.damaged);)*
            all.extend(moment.readable::<Photo>(person).await?.damaged);
            Ok(all)
        }
    };
}
kinds!(gaps);

impl Store {
    /// What can be read of a kind, and what of it can't.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn readable<R: Record>(&self, person: PersonId) -> Result<Listed<R>, Error> {
        let mut moment = self.snapshot().await?;
        let read = moment.readable(person).await;
        moment.end().await?;
        read
    }

    /// The entries of a person that aren't what was kept, or are missing; as [`Store::verify`] names them, but for the
    /// profile, without which none opens.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn gaps(&self, person: PersonId) -> Result<Vec<Damaged>, Error> {
        let mut moment = self.snapshot().await?;
        let gaps = all(&mut moment, person).await;
        moment.end().await?;
        gaps
    }

    /// People whose profile the journal says is there, and it isn't.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn people_missing(&self) -> Result<Vec<PersonId>, Error> {
        let rows = self.db().fetch(sql::PEOPLE_MISSING, vec![0_i64.into()]).await?;
        rows.iter().map(|row| id(&row.get::<String>(0)?)).collect()
    }
}
