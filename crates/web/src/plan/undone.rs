//! What was done to the plan a short while ago and can be taken back.

use chart::Chart;
use jiff::SignedDuration;
use store::records::{KeptDay, Session};
use store::{Removed, SessionId};

use crate::caller::Opened;
use crate::problem::Problem;

/// So long a bar offers to take back what was done.
const BACK_FOR: SignedDuration = SignedDuration::from_mins(30);

/// What was done a short while ago and can be taken back.
pub(super) struct Undone {
    /// A session that was left out.
    pub skipped: Option<SessionId>,
    /// An event that was taken away.
    pub removed: Option<Removed<KeptDay>>,
}

impl Undone {
    pub(super) async fn find(opened: &Opened, chart: &Chart) -> Result<Self, Problem> {
        let since = opened.at() - BACK_FOR;
        let skipped =
            chart.story.sessions.iter().rev().find(|entry| {
                entry.created > since && matches!(entry.record, Session::Skipped { .. })
            });
        let removed = opened.app.store().removed::<KeptDay>(opened.person.id, since).await?;
        let today = opened.now.date();
        let gone = |one: &Removed<KeptDay>| {
            one.record.on >= today && chart.story.kept_days.iter().all(|kept| kept.id != one.id)
        };
        let removed = removed.into_iter().find(gone);
        Ok(Self { skipped: skipped.map(|entry| entry.id), removed })
    }
}
