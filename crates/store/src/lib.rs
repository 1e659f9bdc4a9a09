//! The record of people, sessions and photographs: one API over two databases, sealed and journalled.
//!
//! A [`Store`] is a folder (photographs, and the SQLite file if there is no PostgreSQL) and a master key. What it
//! promises: nothing is acknowledged before it is committed; every change writes its journal row in the same
//! transaction; an entry or a door that was changed past the record is named and never given as true (`held.rs`,
//! `doors.rs`); whoever has the disk but not the key reads no answer, note or picture; erasing a person destroys their
//! key. What it can't: hide how many people and entries there are and when they changed, or show that the
//! whole database was put back to an older copy (see [`Store::verify`]).
//!
//! It decides nothing about skin (that is `care`), has no clock ([`By`] says when) and knows no pages. Begin with
//! `open.rs`, then `entries.rs` and `batch.rs`, through which every record goes; `db.rs` is the only file that knows the engine.

mod access;
pub mod backup;
mod batch;
mod before;
mod bring;
mod clinic;
mod db;
mod disk;
pub mod doctor;
mod doors;
mod entries;
mod entry;
mod entry_keys;
mod erase;
mod error;
mod feeds;
mod gaps;
mod held;
mod id;
mod identity;
mod jobs;
mod journal;
mod key;
mod kinds;
mod lock;
mod logins;
mod mend;
mod migrate;
mod new_passphrase;
mod note;
mod objects;
mod open;
mod owner;
mod paper;
mod part;
mod passphrases;
mod people;
mod photos;
mod pixels;
mod plain_file;
pub mod port;
mod program;
pub mod records;
mod removed;
mod reserve;
mod seal;
mod snapshot;
mod sql;
mod step;
mod table;
mod value;
mod veiled;
mod verify;
mod who;
mod whole;
mod write;

pub use batch::Batch;
pub use bring::{Brought, Unbrought, bring};
pub use clinic::{CLINIC, Clinic};
pub use entries::Listed;
pub use entry::Entry;
pub use entry_keys::ENTRY_KEY_LASTS;
pub use erase::Erasure;
pub use error::{Error, KeyFault};
pub use feeds::Feed;
pub use held::{Damaged, Why};
pub use id::{AnyId, Id, NoId};
pub use journal::{JournalRow, What};
pub use key::MasterKey;
pub use kinds::*;
pub use logins::{Login, Reader};
pub use mend::Mended;
pub use new_passphrase::{NewPassphrase, Unfit};
pub use note::{Note, TooLong};
pub use objects::Size;
pub use open::{Database, Place, Store};
pub use owner::Owner;
pub use part::PartFile;
pub use passphrases::Passphrase;
pub use photos::Flaw;
pub use plain_file::{open_plain, read_plain, read_text};
pub use program::VERSION;
pub use records::*;
pub use removed::Removed;
pub use snapshot::Snapshot;
pub use table::{Kept, OfClinic, Plain, Record};
pub use veiled::Veiled;
pub use verify::Broken;
pub use who::{Actor, By, NoActor, Role, StaffRole};
pub use whole::Whole;
