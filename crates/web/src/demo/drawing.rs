//! Pictures, drawn while the pages are there already: first one of each view, for which the pages that show pictures wait;
//! then the others of each day, and what is measured in them, one after the other.

use std::sync::Arc;

use jiff::Timestamp;

use super::life::Life;
use crate::app::App;
use crate::problem::Problem;

/// Begins to draw what was photographed after one moment and up to another.
pub(super) fn begin(app: &App, life: &Arc<Life>, passed: (Timestamp, Timestamp)) {
    let (lot, life) = (Lot::begin(app), Arc::clone(life));
    tokio::spawn(async move {
        match draw(&life, passed, lot).await {
            // She went while it was drawn.
            Ok(()) | Err(Problem::NotFound) => {}
            Err(problem) => {
                tracing::warn!(problem = problem.word(), "the demonstration could not be drawn");
            }
        }
    });
}

async fn draw(life: &Life, passed: (Timestamp, Timestamp), lot: Lot) -> Result<(), Problem> {
    let drawn = life.photographs(passed, 0..1).await?;
    let region = life.region(drawn).await?;
    drop(lot);
    life.photographs(passed, 1..u64::MAX).await?;
    match region {
        Some(region) => life.measure(region).await,
        None => Ok(()),
    }
}

/// Pages wait while it is there.
struct Lot(App);

impl Lot {
    fn begin(app: &App) -> Self {
        app.demo().drawing.send_modify(|lots| *lots += 1);
        Self(app.clone())
    }
}

impl Drop for Lot {
    fn drop(&mut self) {
        self.0.demo().drawing.send_modify(|lots| *lots = lots.saturating_sub(1));
    }
}
