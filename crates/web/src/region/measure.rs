//! `POST /region/{id}/measure`: the redness of a region at a sitting against the first one, measured and kept.
//!
//! It is work of seconds, so one at a time, and it goes on if the browser does not wait. How it is done is told in
//! [`chart::region`].

use std::time::Duration;

use axum::response::{IntoResponse, Redirect, Response};
use chart::region::{Sitting, Sittings, measure as measured};
use jiff::Timestamp;
use jiff::civil::Date;
use store::{PhotoId, RegionId};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::caller::Opened;
use crate::fields::Fields;
use crate::frame::Reader;
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;

/// Measurements at a time: each holds up to six photographs in memory and uses every core.
static MEASURING: Semaphore = Semaphore::const_new(1);
/// After so long a request waits no further, well before it would be cut off: what has begun goes on and is kept.
const LONG_ENOUGH: Duration = Duration::from_secs(20);

/// `POST /region/{id}/measure`: the sitting of the day that the form names, or all that were not measured yet.
pub(crate) async fn measure(
    opened: Opened,
    Path(id): Path<RegionId>,
    fields: Fields,
) -> Result<Response, Problem> {
    let album = opened.album().await?;
    let following = album.find_followed(id).ok_or(Problem::NotFound)?;
    let sittings = Sittings::on(&album, &following.region.record, opened.now.time_zone());
    let sittings = sittings.ok_or(Problem::NotNow("region-photo-gone"))?;
    let day = fields.parsed::<Date>("day").map_err(|_| Problem::NotFound)?;
    let of_day = |sitting: &&Sitting<'_>| day.is_none_or(|day| sitting.date == day);
    let wanted: Vec<&Sitting<'_>> = sittings.others.iter().filter(of_day).collect();
    if day.is_some() && wanted.is_empty() {
        return Err(Problem::NotFound);
    }
    let treated = album.chart.story.done().first().map(|session| session.done.at);
    let done = patiently(every(&opened, id, &sittings, &wanted, treated)).await;
    let slow = done.is_none();
    done.unwrap_or(Ok(()))?;
    Ok(Redirect::to(&back(&opened, &fields, id, slow)).into_response())
}

/// What came of it, if it came in time.
async fn patiently<T>(work: impl Future<Output = T>) -> Option<T> {
    tokio::time::timeout(LONG_ENOUGH, work).await.ok()
}

/// Measures sitting after sitting.
async fn every(
    opened: &Opened,
    region: RegionId,
    sittings: &Sittings<'_>,
    wanted: &[&Sitting<'_>],
    treated: Option<Timestamp>,
) -> Result<(), Problem> {
    let mut damaged = Ok(());
    for sitting in wanted {
        let turn = turn().await?;
        let ids = (opened.person.id, region);
        let done =
            measured(opened.app.store(), opened.by(), ids, (sittings, sitting), treated, turn);
        match done.await.map_err(Problem::from) {
            // A picture that can't be opened, from an import, is no reason to leave the later days out.
            Err(problem @ Problem::Photo(_)) => damaged = Err(problem),
            done => done?,
        }
    }
    damaged
}

/// One's turn to measure; nothing is read from the record before, so that who waits holds no pictures.
pub(crate) async fn turn() -> Result<SemaphorePermit<'static>, Problem> {
    MEASURING.acquire().await.map_err(|_| Problem::Busy)
}

/// To the pictures that were compared, or to the region, which says so if it takes long.
fn back(reader: &Reader, fields: &Fields, region: RegionId, slow: bool) -> String {
    let pair = |name| fields.parsed::<PhotoId>(name).ok().flatten();
    match (pair("a"), pair("b")) {
        (Some(a), Some(b)) => reader.to(To::PhotosCompare).ask("a", a).ask("b", b).at("measured"),
        _ if slow => reader.to(To::Region(region)).ask("slow", "yes").into(),
        _ => reader.to(To::Region(region)).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn who_waits_for_others_to_be_measured_is_sent_on_in_time() {
        let others = turn().await.unwrap();
        assert!(patiently(turn()).await.is_none(), "sent on, though the turn never came");
        drop(others);
        assert!(patiently(turn()).await.is_some());
    }
}
