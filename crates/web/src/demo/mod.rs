//! A fictional person in week 7 of a programme, so that every page can be seen full: sessions once a week, check-ins that
//! calm down, photographs drawn by code, scores of her own. Nobody's data; the pages say so.
//!
//! Her life is a list of what happens on which day ([`life`]), lived up to now at the start and a day further with each press
//! ([`days`]); or from day 0, with somebody new. Everything is put into the record through the same doors as a real person's;
//! what it means is decided as usual. Pictures take longer than a start may: they are drawn after it, and the pages that show
//! them wait for them ([`drawing`]).

mod days;
mod drawing;
mod healing;
mod life;
mod person;
mod pictures;
mod regions;
mod scores;
#[cfg(test)]
mod tests;

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chart::story::zone_of;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;

use crate::app::App;
use crate::problem::Problem;
use life::Life;

pub(crate) use days::{first_day, next_day};

/// On which day of hers she is met: the second after a session, in week 7.
const MET: i64 = 44;

/// What is known of the demonstration while it runs; nothing of it where there is none.
#[derive(Default)]
pub(crate) struct Demo {
    /// Seconds by which its days have moved on.
    ahead: AtomicI64,
    life: Mutex<Option<Arc<Life>>>,
    /// How many lots of pictures are being drawn.
    drawing: watch::Sender<usize>,
    /// Taken by whoever moves the days on.
    turn: tokio::sync::Mutex<()>,
}

impl Demo {
    /// What a clock says, so many days further.
    pub(crate) fn further(&self, clock: Timestamp) -> Timestamp {
        let ahead = SignedDuration::from_secs(self.ahead.load(Ordering::Relaxed));
        clock.saturating_add(ahead).unwrap_or(clock)
    }
    /// Ends when the pictures are drawn that were begun.
    pub(crate) async fn drawn(&self) {
        let mut drawing = self.drawing.subscribe();
        // It does not end while we are here.
        drop(drawing.wait_for(|lots| *lots == 0).await);
    }
    fn moves_on(&self, by: SignedDuration) {
        self.ahead.fetch_add(by.as_secs(), Ordering::Relaxed);
    }
    fn life(&self) -> Option<Arc<Life>> {
        self.life.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Puts the fictional person into an empty record.
///
/// # Errors
/// If the record refuses.
pub async fn fill(app: &App) -> Result<(), Problem> {
    let today = app.now().to_zoned(zone_of(&app.settings().zone)).date();
    begin(app, today.saturating_sub(SignedDuration::from_hours(24 * MET))).await.map(drop)
}

/// Somebody whose day 0 is this day, as far as she has come by now.
async fn begin(app: &App, first: Date) -> Result<Arc<Life>, Problem> {
    let life = Arc::new(Life::begin(app, first).await?);
    life.live(app, (Timestamp::MIN, app.now()), false).await?;
    let told = Arc::clone(&life);
    *app.demo().life.lock().unwrap_or_else(PoisonError::into_inner) = Some(told);
    drawing::begin(app, &life, (Timestamp::MIN, app.now()));
    Ok(life)
}
