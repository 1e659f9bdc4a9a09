//! Which type of record lies in which table.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Id;
use crate::kinds::kinds;
use crate::records::*;
use crate::sql::{self, Table, table};

/// Something with a table: every [`Record`], and [`Profile`]. Nobody else can be one.
pub trait Kept: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
    /// Its statements.
    #[doc(hidden)]
    const TABLE: &'static Table;
    /// The session it hangs on, if it does.
    #[doc(hidden)]
    fn parent(&self) -> Option<Id> {
        None
    }
}

/// What is kept of a person, one table each.
pub trait Record: Kept {}

/// A record that is all there is. A photograph isn't: it comes with pixels, see [`crate::Store::add_photo`].
pub trait Plain: Record {}

macro_rules! kept {
    ($($kind:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        $(
            impl Kept for $kind {
                const TABLE: &'static Table = &table!($table $(, $session)?);
                $(fn parent(&self) -> Option<Id> { Some(self.$session) })?
            }
            impl Record for $kind {}
            impl Plain for $kind {}
        )*

        /// Every table of records, those that others point to first.
        pub(crate) const TABLES: &[&Table] =
            &[&sql::PERSON, $(<$kind as Kept>::TABLE,)* &sql::PHOTO];
    };
}
kinds!(kept);

impl Kept for Profile {
    const TABLE: &'static Table = &sql::PERSON;
}

impl Kept for Photo {
    const TABLE: &'static Table = &sql::PHOTO;
    fn parent(&self) -> Option<Id> {
        self.session
    }
}
impl Record for Photo {}
