//! Which type of record lies in which table.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::clinic::Clinic;
use crate::kinds::{SessionId, clinic_kinds, kinds};
use crate::owner::Owner;
use crate::records::*;
use crate::sql::{self, Table, clinic_table, table};
use crate::value::{Cell, Value};

/// Something with a table: every [`Record`], everything [`OfClinic`], and [`Profile`]. Nobody else can be one.
pub trait Kept: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
    /// To whom it belongs.
    type Owner: Owner;
    /// Its statements.
    #[doc(hidden)]
    const TABLE: &'static Table;
    /// The session it hangs on, if it does.
    #[doc(hidden)]
    fn parent(&self) -> Option<SessionId> {
        None
    }
    /// What stands in clear beside its seal.
    #[doc(hidden)]
    fn cells(&self) -> Vec<Value> {
        Vec::new()
    }
}

/// What is kept of a person, one table each.
pub trait Record: Removable<Owner = Profile> {}

/// What can be put into a batch: a record that is all there is. A photograph isn't: it comes with pixels, see
/// [`crate::Store::add_photo`]; nor is a person, who comes with a key.
pub trait Whole: Kept {}

/// Such a record of a person's.
pub trait Plain: Record + Whole {}

/// What is kept of the clinic, one table each.
pub trait OfClinic: Whole<Owner = Clinic> + Removable {}

/// What can be taken away; a person is erased instead.
pub trait Removable: Kept {}

macro_rules! kept {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        $(
            impl Kept for $kind {
                type Owner = Profile;
                const TABLE: &'static Table = &table!($table $(, $session)?);
                $(fn parent(&self) -> Option<SessionId> { Some(self.$session) })?
            }
            impl Record for $kind {}
            impl Whole for $kind {}
            impl Plain for $kind {}
            impl Removable for $kind {}
        )*

        /// Every table of people's records, those that others point to first.
        pub(crate) const TABLES: &[&Table] =
            &[&sql::PERSON, $(<$kind as Kept>::TABLE,)* &sql::PHOTO];
    };
}
kinds!(kept);

macro_rules! clinic_kept {
    ($($kind:ident $id:ident $table:literal clear $($column:ident: $type:ty),+;)*) => {
        $(
            impl Kept for $kind {
                type Owner = Clinic;
                const TABLE: &'static Table = &clinic_table!($table, $($column),+);
                fn cells(&self) -> Vec<Value> { vec![$(Cell::value(&self.$column)),+] }
            }
            impl Whole for $kind {}
            impl OfClinic for $kind {}
            impl Removable for $kind {}
        )*

        /// Every table of the clinic's records.
        pub(crate) const CLINIC_TABLES: &[&Table] = &[$(<$kind as Kept>::TABLE,)*];
    };
}
clinic_kinds!(clinic_kept);

impl Kept for Profile {
    type Owner = Self;
    const TABLE: &'static Table = &sql::PERSON;
}

impl Kept for Photo {
    type Owner = Profile;
    const TABLE: &'static Table = &sql::PHOTO;
    fn parent(&self) -> Option<SessionId> {
        self.session
    }
}
impl Record for Photo {}
impl Removable for Photo {}
