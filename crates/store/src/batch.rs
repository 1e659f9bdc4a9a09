//! Several changes to what belongs to one person, or to the clinic, all or nothing: one turn at the head of the journal, one commit, and a row of
//! the journal for each.
//!
//! A batch is written down first and committed at once: nothing is read in between, so nobody waits for a decision.
//! What it rests on was read before; if that changed meanwhile, the whole batch is refused as a single change would be.
//! A new photograph can't be in one, since its pixels are on disk before its row is ([`Store::add_photo`]); its removal
//! can. An import needs none: it is one transaction of its own (`port/import.rs`), as is an erasure (`erase.rs`).

use std::sync::Arc;

use crate::clinic::{CLINIC, Clinic};
use crate::entries::{new_entry, whole};
use crate::entry::Entry;
use crate::error::Error;
use crate::id::Id;
use crate::jobs;
use crate::kinds::PersonId;
use crate::open::{Inner, Store};
use crate::owner::Owner;
use crate::records::Profile;
use crate::step::{self, Draft, Leaving};
use crate::table::{Kept, Removable, Whole};
use crate::who::By;
use crate::write::{Writing, detached};

/// Changes to what belongs to one person, or to the clinic, in the order in which they are made.
///
/// ```
/// fn staff(batch: &mut store::Batch<store::Clinic>, id: store::StaffId, staff: store::Staff) {
///     batch.add(id, staff);
/// }
/// ```
///
/// What is the clinic's can't be put with what is a person's, nor the other way:
///
/// ```compile_fail
/// fn staff(batch: &mut store::Batch<store::Profile>, id: store::StaffId, staff: store::Staff) {
///     batch.add(id, staff);
/// }
/// ```
#[must_use = "nothing is changed until it is committed"]
pub struct Batch<O: Owner = Profile> {
    by: By,
    person: Id<O>,
    steps: Vec<Step>,
    /// Why it can't be committed.
    unfit: Option<Error>,
}

enum Step {
    Add(Draft),
    Change(Draft),
    Remove(Leaving),
}

impl Batch {
    /// Nothing yet, of a person's.
    pub fn new(by: By, person: PersonId) -> Self {
        Self::of(by, person)
    }
}

impl Batch<Clinic> {
    /// Nothing yet, of the clinic's.
    pub fn of_clinic(by: By) -> Self {
        Self::of(by, CLINIC)
    }
}

impl<O: Owner> Batch<O> {
    /// Nothing yet, of somebody's.
    pub(crate) fn of(by: By, person: Id<O>) -> Self {
        Self { by, person, steps: Vec::new(), unfit: None }
    }

    /// Whether nothing would be changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty() && self.unfit.is_none()
    }

    /// A new entry. If the person has one of this id already that stays as it is, so a form sent twice is harmless.
    pub fn add<R: Whole<Owner = O>>(&mut self, id: Id<R>, record: R) {
        let entry = new_entry(self.by, self.person, id, record);
        self.push(&entry, Draft::of(&entry).map(Step::Add));
    }

    /// A new version of an entry, which it gives back as it will be: it may be changed again in the same batch.
    pub fn change<R: Kept<Owner = O>>(&mut self, before: &Entry<R>, record: R) -> Entry<R> {
        let entry = next(self.by, before, record);
        self.push(&entry, Draft::of(&entry).map(Step::Change));
        entry
    }

    /// Takes an entry away; of a photograph the pixels too, once all is committed. What hangs on it goes first.
    pub fn remove<R: Removable<Owner = O>>(&mut self, entry: &Entry<R>) {
        self.push(entry, Ok(Step::Remove(Leaving::of(entry))));
    }

    fn push<R: Kept<Owner = O>>(&mut self, entry: &Entry<R>, step: Result<Step, Error>) {
        match step {
            _ if entry.person != self.person => self.unfit = Some(Error::NotFound),
            Ok(step) => self.steps.push(step),
            Err(error) => self.unfit = Some(error),
        }
    }
}

/// An entry as it will be once it is changed.
pub(crate) fn next<R: Kept>(by: By, before: &Entry<R>, record: R) -> Entry<R> {
    let Entry { id, person, created, version, .. } = *before;
    Entry { id, person, created, changed: whole(by.at), version: version + 1, record }
}

impl Store {
    /// Makes every change of a batch, or none.
    ///
    /// # Errors
    /// [`Error::Stale`] if an entry was changed meanwhile, [`Error::NotFound`] if one is gone, is somebody else's or
    /// follows a session that isn't there, [`Error::Taken`] if a new id is somebody else's, [`Error::Held`] if something
    /// still hangs on what is to go, [`Error::Full`], [`Error::Unavailable`].
    pub async fn commit<O: Owner>(&self, batch: Batch<O>) -> Result<(), Error> {
        if let Some(error) = batch.unfit {
            return Err(error);
        }
        if batch.steps.is_empty() {
            return Ok(());
        }
        let inner = Arc::clone(&self.0);
        let objects = detached(async move {
            if batch.steps.iter().all(|step| matches!(step, Step::Remove(_))) {
                crate::reserve::with(&inner, || run(&inner, &batch)).await
            } else {
                run(&inner, &batch).await
            }
        })
        .await?;
        jobs::delete_soon(&self.0, objects);
        Ok(())
    }
}

/// Makes the changes, and says which objects are to be deleted.
async fn run<O: Owner>(inner: &Inner, batch: &Batch<O>) -> Result<Vec<String>, Error> {
    let mut writing = Writing::begin(inner, batch.by).await?;
    let mut objects = Vec::new();
    for step in &batch.steps {
        match take(inner, &mut writing, batch.by, step).await {
            Ok(object) => objects.extend(object),
            Err(error) => return Err(writing.refuse(error).await),
        }
    }
    writing.end().await?;
    Ok(objects)
}

async fn take(
    inner: &Inner,
    writing: &mut Writing<'_>,
    by: By,
    step: &Step,
) -> Result<Option<String>, Error> {
    match step {
        Step::Remove(leaving) => return step::delete(inner, writing, leaving, by.at).await,
        Step::Change(draft) => step::update(inner, writing, draft).await?,
        Step::Add(draft) => {
            let asked = vec![draft.owner.id().into(), draft.id.into()];
            if writing.tx.fetch(draft.table.find, asked).await?.is_empty() {
                step::insert(inner, writing, draft, Vec::new()).await?;
            }
        }
    }
    Ok(None)
}
