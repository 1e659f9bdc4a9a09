//! Doors lie under the key: whoever can write to the database but has no key lets nobody in, and takes nobody's lock away.
//!
//! A login, a feed and a passphrase each have a row of the journal that holds a code (HMAC-SHA256, under a key derived from
//! the master key) over all that makes the door: which token, whose, as what, since when, which secret. A row that doesn't
//! give the code of the journal's last row about it opens nothing. A passphrase that the journal says is set and whose row
//! is gone stays set: nothing fits it. What changes with every visit is under a second code beside the row (`login.mac`).
//!
//! Rows of before there were codes get theirs once, when a record is first opened ([`take_over`]); from then on the end of
//! the journal is sealed in a way that says so, and a row without a code opens nothing.

use std::collections::BTreeSet;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::db::Row;
use crate::error::Error;
use crate::held::{Damaged, Why};
use crate::id::AnyId;
use crate::journal::What;
use crate::kinds::PersonId;
use crate::open::{Inner, Store};
use crate::seal::Secret;
use crate::value::Value;
use crate::who::Actor;
use crate::write::{Change, Writing};
use crate::{feeds, logins, passphrases, sql};

/// A code over what makes a door.
#[derive(Clone)]
pub(crate) struct Code(Hmac<Sha256>);

impl Code {
    /// Over values, each with its length, under a name for what they are.
    pub(crate) fn of(key: &Secret, what: &str, values: &[Value]) -> Result<Self, Error> {
        let made = Hmac::<Sha256>::new_from_slice(key.bytes());
        let mut code = made.map_err(|_| Error::corrupt("the key of doors"))?;
        Value::from(what).feed(&mut |bytes| code.update(bytes));
        for value in values {
            value.feed(&mut |bytes| code.update(bytes));
        }
        Ok(Self(code))
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.0.clone().finalize().into_bytes().to_vec()
    }

    /// Whether this is it, without telling by the time it takes how much of it is right.
    pub(crate) fn is(&self, code: Option<&[u8]>) -> bool {
        code.is_some_and(|code| self.0.clone().verify_slice(code).is_ok())
    }

    /// Whether the last row of the journal about a door has this code: `what` and `after` at these places of a row.
    pub(crate) fn is_held(&self, row: &Row, (what, after): (usize, usize)) -> Result<bool, Error> {
        let said: Option<String> = row.get(what)?;
        let there = said.is_some_and(|said| said != What::Removed.word());
        Ok(there && self.is(row.get::<Option<Vec<u8>>>(after)?.as_deref()))
    }
}

/// A door as the journal notes it.
pub(crate) fn noted(
    what: What,
    table: &'static str,
    entry: impl Into<AnyId>,
    person: Option<PersonId>,
    code: Option<&Code>,
) -> Change<'static> {
    let (entry, after) = (entry.into(), code.map(Code::bytes));
    Change { what, table, entry, person, version: 0, before: None, after }
}

/// Whose record the journal's row about somebody's door belongs to.
pub(crate) fn whose(actor: Actor) -> Option<PersonId> {
    match actor {
        Actor::Person(person) => Some(person),
        Actor::Owner | Actor::Staff(_) | Actor::Command | Actor::Program => None,
    }
}

/// Gives every door of before there were codes its code, in the transaction that seals the end of the journal anew.
pub(crate) async fn take_over(inner: &Inner, mut writing: Writing<'_>) -> Result<(), Error> {
    logins::take_over(inner, &mut writing).await?;
    feeds::take_over(inner, &mut writing).await?;
    passphrases::take_over_all(inner, &mut writing).await?;
    writing.commit().await
}

impl Store {
    /// Doors that are not what was written, or are missing.
    pub(crate) async fn forged_doors(&self) -> Result<Vec<Damaged>, Error> {
        let mut forged = Vec::new();
        let first: Value = Vec::new().into();
        for row in self.db().fetch(sql::LOGINS_ALL, vec![first.clone()]).await? {
            let (id, right) = logins::checked(&self.0, &row)?;
            forged.extend((!right).then_some(Damaged { table: "login", id, why: Why::Edited }));
        }
        for row in self.db().fetch(sql::FEED_ALL, vec![first]).await? {
            let (id, known) = (row.get(1)?, feeds::known(&self.0, &row)?);
            forged.extend(known.is_none().then_some(Damaged {
                table: "feed",
                id,
                why: Why::Edited,
            }));
        }
        forged.extend(self.forged_passphrases().await?);
        Ok(forged)
    }

    async fn forged_passphrases(&self) -> Result<Vec<Damaged>, Error> {
        let (mut forged, mut set) = (Vec::new(), BTreeSet::new());
        let named = |id: String, why| Damaged { table: "passphrase", id, why };
        for (actor, known) in self.passphrases().await? {
            set.insert(actor.to_string());
            forged.extend(known.phc().is_none().then(|| named(actor.to_string(), Why::Edited)));
        }
        for row in self.db().fetch(sql::PASSPHRASES, vec![]).await? {
            let id: String = row.get(0)?;
            forged.extend((!set.contains(&id)).then(|| named(id, Why::Beside)));
        }
        Ok(forged)
    }
}
