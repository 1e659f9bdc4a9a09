//! Beginning a programme: kept with the screening it rests on.

use care::Protocol;
use care::words::RhythmChoice;
use jiff::Zoned;
use jiff::civil::Date;
use store::records::{Move, Programme};
use store::{Batch, By, Error, ProgrammeId, Store};

use super::Outlook;
use crate::Chart;
use crate::screening::decided::{self, Decided};

/// What is kept where nothing was chosen: the first that the protocol offers, also if it comes to a choice later.
const UNCHOSEN: RhythmChoice = RhythmChoice::Weekly;

/// What somebody wants to begin.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The id of the form, so that sending it twice begins one.
    pub id: ProgrammeId,
    /// The first day.
    pub first: Date,
    /// At what time sessions begin, minutes after midnight.
    pub minute: u16,
    /// How often, if that was chosen; otherwise as the protocol has it.
    pub rhythm: Option<RhythmChoice>,
}

/// Why no programme is begun.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// A question is open.
    #[error("a question is not answered yet")]
    Open,
    /// One is under way.
    #[error("a programme is under way already")]
    UnderWay,
    /// The preparation can't be done by then; the first day by which it can.
    #[error("the preparation takes until {0}")]
    Early(Date),
    /// The answers speak against needling.
    #[error("the answers speak against needling")]
    Answers,
    /// Something forbids that day.
    #[error("something forbids that day")]
    Forbidden,
    /// The record refuses.
    #[error(transparent)]
    Record(#[from] Error),
}

/// The decision that a programme would rest on.
///
/// # Errors
/// Why none may be begun today.
pub fn may_begin(protocol: &Protocol, chart: &Chart, now: &Zoned) -> Result<Decided, Refused> {
    let decided = decided::decide(protocol, chart, now).ok_or(Refused::Open)?;
    match decided.decision.verdict.plans() {
        _ if chart.story.programme.is_some() => Err(Refused::UnderWay),
        true => Ok(decided),
        false => Err(Refused::Answers),
    }
}

/// Why a first session can't be on a day: the preparation takes longer, or something forbids the day.
///
/// # Errors
/// What is in the way.
pub fn may_begin_on(
    protocol: &Protocol,
    chart: &Chart,
    now: &Zoned,
    (first, rhythm): (Date, Option<RhythmChoice>),
) -> Result<Vec<Move>, Refused> {
    let outlook =
        Outlook::trying(protocol, chart, now, (Some(first), rhythm)).ok_or(Refused::Open)?;
    if first < outlook.earliest {
        return Err(Refused::Early(outlook.earliest));
    }
    match outlook.next().map(|next| next.ideal) {
        Some(ideal) if ideal != first => Err(Refused::Forbidden),
        _ => {
            let at = now.timestamp();
            let kept = |one: &care::story::Move| Move { from: one.from, to: one.to, at };
            Ok(outlook.moves.iter().map(kept).collect())
        }
    }
}

/// Begins a programme on the day that was chosen, together with the decision that it rests on.
///
/// # Errors
/// Why it is not begun.
pub async fn begin_programme(
    store: &Store,
    by: By,
    protocol: &Protocol,
    chart: &Chart,
    now: &Zoned,
    wanted: Wanted,
) -> Result<(), Refused> {
    let decided = may_begin(protocol, chart, now)?;
    let Wanted { id, first, minute, rhythm } = wanted;
    let moves = may_begin_on(protocol, chart, now, (first, rhythm))?;
    let mut batch = Batch::new(by, chart.person.id);
    let asked = (&decided, false);
    let screening = decided::keep_in(&mut batch, store, by, protocol, chart, asked).await?;
    let protocol = decided::protocol_name(protocol, chart.profile());
    let rhythm = Some(rhythm.unwrap_or(UNCHOSEN));
    batch.add(id, Programme { first, minute, screening, protocol, ended: None, moves, rhythm });
    Ok(store.commit(batch).await?)
}
