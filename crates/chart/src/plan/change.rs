//! Changing a programme under way: its next session on another day or left out, its first day, its time of day.
//!
//! Whether a day will do is tried first ([`super::tried`]); nothing is kept that the rules would set aside.

use care::Protocol;
use jiff::Zoned;
use jiff::civil::Date;
use store::records::{Programme, Session};
use store::{By, Entry, Error, Note, SessionId, Store};

pub use super::tried::{Forbidden, Tried, try_day};

use super::Outlook;
use crate::Chart;
use crate::keep::{Again, keep_once};

/// Why nothing is changed.
#[derive(Debug, thiserror::Error)]
pub enum Refused<'p> {
    /// No programme is under way, or a question is open.
    #[error("there is no programme, or a question is open")]
    NoPlan,
    /// No session is planned that could be moved or left out.
    #[error("no session is planned")]
    NothingPlanned,
    /// The session that was meant is not the next one any more.
    #[error("another session is the next one")]
    Another,
    /// That day is over.
    #[error("that day is over")]
    Past,
    /// The preparation can't be done by then; the first day by which it can.
    #[error("the preparation takes until {0}")]
    Early(Date),
    /// Something forbids that day.
    #[error("something forbids that day")]
    Forbidden(Box<Forbidden<'p>>),
    /// The first session is done: there is no first day to change any more.
    #[error("the programme has begun")]
    Begun,
    /// The record refuses.
    #[error(transparent)]
    Record(#[from] Error),
}

/// The record, and who changes it when.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The record.
    pub store: &'a Store,
    /// Who, and when.
    pub by: By,
    /// Whose programme.
    pub chart: &'a Chart,
    /// The moment, where they live.
    pub now: &'a Zoned,
}

/// Puts the next session, which has this number, on another day.
///
/// # Errors
/// Why it stays where it is.
pub async fn move_next<'p>(
    desk: Desk<'_>,
    protocol: &'p Protocol,
    n: u16,
    to: Date,
) -> Result<(), Refused<'p>> {
    expect(desk, protocol, n)?;
    let tried = try_day(protocol, desk.chart, desk.now, to)?;
    desk.keep(tried.programme).await
}

/// Leaves the next session out for good, under the id of its form; sent again it leaves out no other.
///
/// # Errors
/// Why it is not left out.
pub async fn skip_next<'p>(
    desk: Desk<'_>,
    protocol: &'p Protocol,
    (id, n): (SessionId, u16),
    reason: Option<Note>,
) -> Result<(), Refused<'p>> {
    let Desk { store, by, chart, now } = desk;
    let person = chart.person.id;
    if store.find::<Session>(person, id).await?.is_some() {
        return Ok(());
    }
    expect(desk, protocol, n)?;
    let outlook = Outlook::of(protocol, chart, now, None).ok_or(Refused::NoPlan)?;
    let on = outlook.next().ok_or(Refused::NothingPlanned)?.ideal;
    let programme = chart.story.programme.as_ref().map(|begun| begun.id);
    let skipped = Session::Skipped { on, reason, programme };
    keep_once(store, by, (person, id), skipped, |_, _| Again::Same).await?;
    Ok(())
}

/// Begins the sessions on another day, while none was done or left out.
///
/// # Errors
/// Why the first day stays.
pub async fn change_first<'p>(
    desk: Desk<'_>,
    protocol: &'p Protocol,
    first: Date,
) -> Result<(), Refused<'p>> {
    let outlook = Outlook::of(protocol, desk.chart, desk.now, None).ok_or(Refused::NoPlan)?;
    if !outlook.is_fresh() {
        return Err(Refused::Begun);
    }
    let tried = try_day(protocol, desk.chart, desk.now, first)?;
    desk.keep(tried.programme).await
}

/// Begins the sessions at another time of day, minutes after midnight.
///
/// # Errors
/// Why the time stays.
pub async fn change_time(desk: Desk<'_>, minute: u16) -> Result<(), Refused<'static>> {
    let begun = desk.chart.story.programme.as_ref().ok_or(Refused::NoPlan)?;
    desk.keep(Programme { minute, ..begun.record.clone() }).await
}

fn expect<'p>(desk: Desk<'_>, protocol: &'p Protocol, n: u16) -> Result<(), Refused<'p>> {
    let outlook = Outlook::of(protocol, desk.chart, desk.now, None).ok_or(Refused::NoPlan)?;
    match outlook.next() {
        None => Err(Refused::NothingPlanned),
        Some(next) if next.n != n => Err(Refused::Another),
        Some(_) => Ok(()),
    }
}

impl Desk<'_> {
    async fn keep<'p>(self, programme: Programme) -> Result<(), Refused<'p>> {
        let begun: &Entry<Programme> =
            self.chart.story.programme.as_ref().ok_or(Refused::NoPlan)?;
        if begun.record != programme {
            self.store.change(self.by, begun, programme).await?;
        }
        Ok(())
    }
}
