//! Which type of record lies in which table.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::Id;
use crate::records::{
    CheckIn, Consent, Outcome, Photo, Profile, Programme, Region, Screening, Session,
};
use crate::sql::{self, Table};

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
    ($($type:ty => $table:ident $(, parent $parent:expr)?;)*) => {
        $(impl Kept for $type {
            const TABLE: &'static Table = &sql::$table;
            $(fn parent(&self) -> Option<Id> { let parent: fn(&Self) -> Option<Id> = $parent; parent(self) })?
        })*
    };
}

kept! {
    Profile => PERSON;
    Screening => SCREENING;
    Programme => PROGRAMME;
    Session => SESSION;
    Consent => CONSENT;
    Region => REGION;
    Outcome => OUTCOME;
    CheckIn => CHECKIN, parent |check| Some(check.session);
    Photo => PHOTO, parent |photo| photo.session;
}

impl Record for Screening {}
impl Record for Programme {}
impl Record for Session {}
impl Record for CheckIn {}
impl Record for Photo {}
impl Record for Consent {}
impl Record for Region {}
impl Record for Outcome {}

impl Plain for Screening {}
impl Plain for Programme {}
impl Plain for Session {}
impl Plain for CheckIn {}
impl Plain for Consent {}
impl Plain for Region {}
impl Plain for Outcome {}
