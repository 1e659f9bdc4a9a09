//! Beginning a session: only if the day's answers and the record allow it. The decision is kept either way.

use care::Protocol;
use jiff::Zoned;
use store::records::{Answers, Scores, Session};
use store::{Batch, By, Error, SessionId, Store};

use crate::Chart;
use crate::screening::decided;

/// Why no session is begun.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// One is under way.
    #[error("the session {0} is under way already")]
    UnderWay(SessionId),
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

/// What the form of the day says.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// What was answered; what was left out stays as it was.
    pub given: Answers,
    /// How the skin is before it.
    pub before: Scores,
}

/// Begins the session under this id with what was said on the day. Answers, decision and session are kept together; where
/// there is no session, what was answered and decided is kept all the same.
///
/// # Errors
/// Why it is not begun.
pub async fn begin_session(
    store: &Store,
    by: By,
    protocol: &Protocol,
    chart: Chart,
    now: &Zoned,
    (id, said): (SessionId, Said),
) -> Result<(), Refused> {
    let mut batch = Batch::new(by, chart.person.id);
    let chart = answered(&mut batch, chart, said.given);
    let begun = begin(&mut batch, store, by, protocol, (&chart, now), (id, said.before)).await;
    store.commit(batch).await?;
    begun
}

/// The chart with the answers of the day.
fn answered(batch: &mut Batch, mut chart: Chart, given: Answers) -> Chart {
    let mut profile = chart.person.record.clone();
    profile.answers.extend(given);
    if profile != chart.person.record {
        chart.person = batch.change(&chart.person, profile);
    }
    chart
}

async fn begin(
    batch: &mut Batch,
    store: &Store,
    by: By,
    protocol: &Protocol,
    (chart, now): (&Chart, &Zoned),
    (id, before): (SessionId, Scores),
) -> Result<(), Refused> {
    if let Some(begun) = chart.story.begun() {
        return Err(Refused::UnderWay(begun.id));
    }
    let programme = Some(chart.story.programme.as_ref().ok_or(Refused::NoPlan)?.id);
    let look = chart.look_asked_again(protocol, now).ok_or(Refused::NoPlan)?;
    let asked = (&look.decided, true);
    let screening = decided::keep_in(batch, store, by, protocol, chart, asked).await?;
    if !look.standing.is_open() {
        return Err(Refused::Locked);
    }
    let (at, cream_at, zones) = (by.at, None, Vec::new());
    batch.add(id, Session::Begun { at, screening, programme, cream_at, zones, before });
    Ok(())
}
