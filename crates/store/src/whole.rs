//! The whole record held against its journal: the chain followed, every entry opened, every door tried,
//! whatever is missing named.
//!
//! `verify.rs` follows the chain, `held.rs` says of one entry whether it is what the journal left. Memory is that of one
//! person.

use crate::clinic::CLINIC;
use crate::entries::{From, listed};
use crate::error::Error;
use crate::held::{Damaged, Why};
use crate::id::Id;
use crate::kinds::{PersonId, clinic_kinds, kinds};
use crate::open::Store;
use crate::records::*;
use crate::sql;
use crate::table::Kept;
use crate::verify::Broken;

/// What was found when the whole record was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whole {
    /// Rows of the journal, each following the one before.
    pub rows: u64,
    /// People whose profile is what was kept.
    pub people: u64,
    /// Entries, of people and of the clinic, that are what was kept.
    pub entries: u64,
    /// Those that are not, and those that are missing.
    pub damaged: Vec<Damaged>,
}

macro_rules! reading {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        impl Whole {
            async fn entries_of(&mut self, store: &Store, person: PersonId) -> Result<(), Error> {
                $(self.kind::<$kind>(store, person).await?;)*
                self.kind::<Photo>(store, person).await
            }
        }
    };
}
kinds!(reading);

macro_rules! reading_clinic {
    ($($kind:ident $id:ident $table:literal clear $($column:ident: $type:ty),+;)*) => {
        impl Whole {
            async fn clinic(&mut self, store: &Store) -> Result<(), Error> {
                $(self.kind::<$kind>(store, CLINIC).await?;)*
                Ok(())
            }
        }
    };
}
clinic_kinds!(reading_clinic);

impl Store {
    /// Reads the whole record: the journal from its first row to its head, and every entry held against it.
    ///
    /// # Errors
    /// The first thing of the chain that doesn't add up. What is wrong with entries is in what was found.
    pub async fn verify(&self) -> Result<Whole, Broken> {
        let rows = self.verify_journal().await?;
        let mut whole = Whole { rows, ..Whole::default() };
        for person in self.people().await? {
            whole.person(self, person).await?;
        }
        for row in self.db().fetch(sql::PEOPLE_MISSING, vec![0_i64.into()]).await? {
            let id = row.get(0)?;
            whole.damaged.push(Damaged { table: Profile::TABLE.name, id, why: Why::Missing });
        }
        whole.clinic(self).await?;
        whole.damaged.extend(self.forged_doors().await?);
        Ok(whole)
    }
}

impl Whole {
    async fn person(&mut self, store: &Store, person: PersonId) -> Result<(), Error> {
        let profile = listed::<Profile>(&store.0, From::Now, person).await;
        let read = match profile {
            // Erased while we looked.
            Ok(found) if found.whole.is_empty() && found.damaged.is_empty() => return Ok(()),
            Ok(found) => {
                self.people += u64::try_from(found.whole.len()).unwrap_or_default();
                self.damaged.extend(found.damaged);
                self.entries_of(store, person).await
            }
            Err(error) => Err(error),
        };
        self.or_key(read, Profile::TABLE.name, person)
    }

    async fn kind<R: Kept>(&mut self, store: &Store, owner: Id<R::Owner>) -> Result<(), Error> {
        let found = listed::<R>(&store.0, From::Now, owner).await;
        let read = found.map(|found| {
            self.entries += u64::try_from(found.whole.len()).unwrap_or_default();
            self.damaged.extend(found.damaged);
        });
        self.or_key(read, R::TABLE.name, owner)
    }

    /// Without their key nothing of somebody opens, and there is one thing to say.
    fn or_key<O>(
        &mut self,
        read: Result<(), Error>,
        table: &'static str,
        owner: Id<O>,
    ) -> Result<(), Error> {
        match read {
            Err(Error::Corrupt { .. }) => {
                let (id, why) = (owner.to_string(), Why::Unreadable);
                self.damaged.push(Damaged { table, id, why });
                Ok(())
            }
            other => other,
        }
    }
}
