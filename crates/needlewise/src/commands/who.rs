//! Who is meant: by an id, by a name, or without a word if there is only one. A name that two have means nobody.

use store::{PersonId, Store};
use words::Saying;

use super::Refusal;
use super::reasons::refuse;

/// The person named, or the only one.
pub(super) async fn one(store: &Store, said: Option<&str>) -> Result<PersonId, Refusal> {
    let people = store.people().await.map_err(|error| refuse(&error))?;
    match (said, people.as_slice()) {
        (Some(said), people) => named(store, people, said).await,
        (None, [only]) => Ok(*only),
        (None, []) => Err(Refusal::new(Saying::new("refused-nobody"))),
        (None, people) => {
            Err(Refusal::new(Saying::new("refused-which-person").with("n", people.len())))
        }
    }
}

/// The names of everybody who has one.
pub(super) async fn names(store: &Store) -> Result<Vec<String>, Refusal> {
    let mut names = Vec::new();
    for id in store.people().await.map_err(|error| refuse(&error))? {
        let person = store.find_person(id).await.map_err(|error| refuse(&error))?;
        names.extend(person.and_then(|person| person.record.name));
    }
    Ok(names)
}

async fn named(store: &Store, people: &[PersonId], said: &str) -> Result<PersonId, Refusal> {
    if let Some(id) = said.parse().ok().filter(|id| people.contains(id)) {
        return Ok(id);
    }
    let mut found = Vec::new();
    for id in people {
        let person = store.find_person(*id).await.map_err(|error| refuse(&error))?;
        let name = person.and_then(|person| person.record.name).unwrap_or_default();
        if name.to_lowercase() == said.to_lowercase() {
            found.push(*id);
        }
    }
    match found.as_slice() {
        [only] => Ok(*only),
        [] => Err(Refusal::new(Saying::new("refused-no-such-person").with("person", said))),
        _ => Err(Refusal::new(Saying::new("refused-same-name").with("person", said))),
    }
}
