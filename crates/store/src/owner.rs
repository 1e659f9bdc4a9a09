//! To whom records belong: to people, or to the clinic. Each has a key, which the master key wraps.

use crate::clinic::{CLINIC, Clinic};
use crate::error::Error;
use crate::id::{AnyId, Id};
use crate::kinds::PersonId;
use crate::open::Inner;
use crate::records::Profile;
use crate::seal::{Bound, Secret};

/// A person or the clinic, whatever else is known of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnerId {
    /// A person's.
    Person(PersonId),
    /// The clinic's.
    Clinic,
}

/// To whom a kind of record can belong. Nobody else can be one.
pub trait Owner: Sized + 'static {
    /// The one with this id.
    #[doc(hidden)]
    fn of(id: Id<Self>) -> OwnerId;
}

impl Owner for Profile {
    fn of(id: PersonId) -> OwnerId {
        OwnerId::Person(id)
    }
}

impl Owner for Clinic {
    /// There is one.
    fn of(_: Id<Self>) -> OwnerId {
        OwnerId::Clinic
    }
}

impl OwnerId {
    /// As the database names them.
    pub(crate) fn id(self) -> AnyId {
        match self {
            Self::Person(person) => person.any(),
            Self::Clinic => CLINIC.any(),
        }
    }

    /// The person, for the journal.
    pub(crate) fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(person) => Some(person),
            Self::Clinic => None,
        }
    }

    /// Their key, as their row holds it.
    pub(crate) fn wrap(self, inner: &Inner, key: &Secret) -> Result<Vec<u8>, Error> {
        key.wrap(&inner.wrapping, &self.key_bound())
    }

    /// Their key, from their row.
    pub(crate) fn key(self, inner: &Inner, wrapped: &[u8]) -> Result<Secret, Error> {
        Secret::unwrap_from(wrapped, &inner.wrapping, &self.key_bound())
    }

    /// What their key is bound to.
    fn key_bound(self) -> Bound<'static> {
        let table = match self {
            Self::Person(_) => "person key",
            Self::Clinic => "clinic key",
        };
        Bound { table, id: self.id(), person: self.id(), version: 0 }
    }
}
