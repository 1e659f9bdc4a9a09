//! Beginning a session: only if the day's answers and the record allow it. The decision is kept either way.

use care::Protocol;
use jiff::Zoned;
use store::records::{Answers, Profile, Scores, Session};
use store::{By, Entry, Error, Id, Store};

use crate::Chart;
use crate::screening::decided;

/// Why no session is begun.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// One is under way.
    #[error("the session {0} is under way already")]
    UnderWay(Id),
    /// There is no programme, or its answers have to be given again.
    #[error("there is no programme, or answers have to be given again")]
    NoPlan,
    /// It waits for something.
    #[error("the session has to wait")]
    Locked,
    /// The record refuses.
    #[error(transparent)]
    Record(#[from] Error),
}

/// Keeps what was answered on the day; what was left out stays as it was.
///
/// # Errors
/// What the record refuses.
pub async fn keep_answers(
    store: &Store,
    by: By,
    person: &Entry<Profile>,
    given: Answers,
) -> Result<Entry<Profile>, Error> {
    let mut profile = person.record.clone();
    profile.answers.extend(given);
    if profile == person.record {
        return Ok(person.clone());
    }
    store.change_person(by, person, profile).await
}

/// Begins the session under this id, with how the skin is before it.
///
/// # Errors
/// Why it is not begun.
pub async fn begin_session(
    store: &Store,
    by: By,
    protocol: &Protocol,
    chart: &Chart,
    now: &Zoned,
    (id, before): (Id, Scores),
) -> Result<Entry<Session>, Refused> {
    if let Some(begun) = chart.story.begun() {
        return Err(Refused::UnderWay(begun.id));
    }
    let programme = chart.story.programme.as_ref().ok_or(Refused::NoPlan)?.id;
    let look = chart.look_asked_again(protocol, now).ok_or(Refused::NoPlan)?;
    let asked = (&look.decided, true);
    let screening = decided::keep_as(store, by, protocol, chart, asked).await?.id;
    if !look.standing.is_open() {
        return Err(Refused::Locked);
    }
    let programme = Some(programme);
    let (at, cream_at, zones) = (by.at, None, Vec::new());
    let session = Session::Begun { at, screening, programme, cream_at, zones, before };
    Ok(store.add(by, chart.person.id, id, &session).await?)
}
