//! The kinds of record, once: statements, backup, export and import of each follow from its line here.
//!
//! A new kind is in three places: a type in `records/`, a line below, and a migration that makes its table in the shape of the
//! others; the compiler and the tests name whatever of it is forgotten. Two are not here because they are like no other: [`Profile`], whose row
//! holds the person's key, and [`Photo`], which has pixels.
//!
//! A person's kind is sealed with the person's key and goes with them; a clinic's with the clinic's (`clinic.rs`). Of the
//! latter a line also names the columns that stand in clear, each with its type: whoever adds one tells it in
//! docs/intended-use.md.

use crate::id::Id;
use crate::logins::Login;
use crate::records::*;

/// Hands every kind of a person to a macro, those that others follow first: its type, its id, its table, its list in an
/// export, the field that names the session it follows, and `default` if there were exports before there was this kind.
/// Tests that are about every kind are handed them too.
#[doc(hidden)]
#[macro_export]
macro_rules! kinds {
    ($with:ident) => {
        $with! {
            Screening ScreeningId "screening" screenings;
            Programme ProgrammeId "programme" programmes;
            Session SessionId "session" sessions;
            CheckIn CheckInId "checkin" check_ins follows session;
            Consent ConsentId "consent" consents;
            Region RegionId "region" regions, default;
            Outcome OutcomeId "outcome" outcomes, default;
            Clearance ClearanceId "clearance" clearances, default;
            KeptDay KeptDayId "kept_day" kept_days, default;
        }
    };
}
pub(crate) use kinds;

/// Hands every kind of a clinic to a macro: its type, its id, its table, and what stands in clear.
macro_rules! clinic_kinds {
    ($with:ident) => {
        $with! {
            Staff StaffId "staff" clear role: StaffRole, works: bool;
        }
    };
}
pub(crate) use clinic_kinds;

macro_rules! ids {
    ($($kind:ident $id:ident)*) => {$(
        #[doc = concat!("The id of a [`", stringify!($kind), "`].")]
        pub type $id = Id<$kind>;
    )*};
}
ids!(Profile PersonId Photo PhotoId Login LoginId);

macro_rules! names {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        /// The tables of a person's entries, as the journal and a backup name them.
        pub const KINDS: &[&str] = &[$($table,)* "photo"];

        ids!($($kind $id)*);
    };
}
kinds!(names);

macro_rules! clinic_names {
    ($($kind:ident $id:ident $table:literal clear $($column:ident: $type:ty),+;)*) => {
        /// The tables of a clinic's entries.
        pub const CLINIC_KINDS: &[&str] = &[$($table,)*];

        ids!($($kind $id)*);
    };
}
clinic_kinds!(clinic_names);
