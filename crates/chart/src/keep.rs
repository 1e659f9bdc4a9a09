//! Keeping what a form said, once: the id comes with the form, so sending it twice keeps one, and the same form sent again
//! with something mended, from the browser's way back, mends what it kept.

use store::{By, Entry, Error, Id, PersonId, Plain, Store};

/// What it means that something is kept under this id already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// Nothing: it says the same.
    Same,
    /// It is mended.
    Mends,
    /// It is another one, and what was kept stays as it is.
    Another,
    /// It is something else, which this form never kept.
    Foreign,
}

/// What is said again mends what was said, unless it is the same.
pub fn mends<R: PartialEq>(kept: &R, said: &R) -> Again {
    if kept == said { Again::Same } else { Again::Mends }
}

/// Keeps a record under the id of its form; `again` says what it means that one is there, given what is kept and what is
/// said now.
///
/// # Errors
/// [`Error::NotFound`] if what is there is something else, and what the record refuses.
pub async fn keep_once<R: Plain>(
    store: &Store,
    by: By,
    (person, id): (PersonId, Id<R>),
    said: R,
    again: impl FnOnce(&R, &R) -> Again,
) -> Result<Entry<R>, Error> {
    let kept = store.add(by, person, id, &said).await?;
    match again(&kept.record, &said) {
        Again::Same => Ok(kept),
        Again::Mends => store.change(by, &kept, said).await,
        Again::Another => store.add(by, person, Id::new(by.at), &said).await,
        Again::Foreign => Err(Error::NotFound),
    }
}

#[cfg(test)]
mod tests {
    use store::SessionId;
    use store::records::Session;

    use super::*;
    use crate::testing::{Desk, at, by, day};

    fn missed(reason: &str) -> Session {
        Session::Missed {
            on: day("2026-12-05"),
            reason: Some(reason.parse().unwrap()),
            programme: None,
        }
    }

    async fn keeps(
        desk: &Desk,
        id: SessionId,
        reason: &str,
        again: Again,
    ) -> Result<Entry<Session>, Error> {
        let ids = (desk.person, id);
        keep_once(&desk.store, by("2026-12-05T09:00:00Z"), ids, missed(reason), |_, _| again).await
    }

    #[tokio::test]
    async fn the_same_form_keeps_one_and_mends_it() {
        let (desk, id) = (Desk::new().await, Id::new(at("2026-12-05T08:00:00Z")));
        let first = keeps(&desk, id, "rain", Again::Mends).await.unwrap();
        let same = keeps(&desk, id, "rain", Again::Same).await.unwrap();
        assert_eq!(same, keeps(&desk, id, "rain", Again::Same).await.unwrap());
        let mended = keeps(&desk, id, "snow", Again::Mends).await.unwrap();
        assert_eq!((mended.id, &mended.record), (first.id, &missed("snow")));
        assert_eq!(desk.store.list::<Session>(desk.person).await.unwrap(), [mended]);
    }

    #[tokio::test]
    async fn what_stays_as_it_is_gets_another_beside_it_and_something_else_is_not_found() {
        let (desk, id) = (Desk::new().await, Id::new(at("2026-12-05T08:00:00Z")));
        keeps(&desk, id, "rain", Again::Same).await.unwrap();
        let other = keeps(&desk, id, "snow", Again::Another).await.unwrap();
        assert!(other.id != id && other.record == missed("snow"));
        let foreign = keeps(&desk, id, "hail", Again::Foreign).await;
        assert!(matches!(foreign, Err(Error::NotFound)), "{foreign:?}");
        assert_eq!(desk.store.list::<Session>(desk.person).await.unwrap().len(), 2);
    }

    #[test]
    fn what_is_said_again_mends_unless_it_is_the_same() {
        assert_eq!((mends(&1, &1), mends(&1, &2)), (Again::Same, Again::Mends));
    }
}
