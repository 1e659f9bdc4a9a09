//! Lives with photographs: looked at, a place of skin followed and measured, scored.

use care::words::Sign;
use store::records::{
    Better, Measured, Outcome, Part, Photo, Profile, Reason, Region, Score, Seen,
};
use store::{PhotoId, RegionId};
use teststore::plain::{answered, keep, owner, profile};

use super::at;
use super::lives::{NOW, Writer, ago};

/// Hours of a day.
const DAY: i64 = 24;

/// Two photographs of a view and one of another, before anybody was needled; nobody has looked at them yet. A place is
/// drawn on the first, without a name and without other skin to hold it against.
pub(super) async fn photographed() -> Writer {
    let writer = Writer::new(answered()).await;
    let first = writer.pictured("front", -30 * DAY).await;
    writer.pictured("front", -2 * DAY).await;
    writer.pictured("left", -2 * DAY).await;
    let place = part(0.1);
    writer.draws(Region { photo: first, name: None, place, reference: None, control: None }).await;
    writer
}

/// A week after the first session: a pair that was looked at, a place that was measured in days of healing, a score.
pub(super) async fn early() -> Writer {
    let writer = Writer::new(answered()).await;
    let first = writer.pictured("front", -9 * DAY).await;
    let session = writer.needled(-8 * DAY).await;
    writer.seen(session, -7 * DAY, &[(Sign::Redness, 3)], &[]).await;
    let healing = writer.pictured("front", -7 * DAY).await;
    let latest = writer.pictured("front", -1).await;
    let region = writer.draws(cheek(first)).await;
    writer.measures(measured(region, first, healing, 0.08, 0.03)).await;
    writer.measures(measured(region, first, latest, -0.05, 0.03)).await;
    writer.looks(first, latest, Better::Later).await;
    writer.scores("self", "2026-11-25", 7.0).await;
    writer.scores("self", "2026-12-05", 6.0).await;
    writer
}

/// A hundred days after it: sittings that were measured, one that could not be, one that was not yet; pairs and scores of every
/// kind; and a place whose photograph is gone.
pub(super) async fn followed() -> Writer {
    let writer = Writer::new(answered()).await;
    let first = writer.pictured("front", -101 * DAY).await;
    let session = writer.needled(-100 * DAY).await;
    writer.seen(session, -99 * DAY, &[(Sign::Redness, 3)], &[]).await;
    let region = writer.draws(Region { control: Some(part(0.35)), ..cheek(first) }).await;
    for (days, change) in
        [(99, 0.08), (80, -0.01), (60, -0.021), (40, -0.029), (20, -0.041), (10, -0.05)]
    {
        let later = writer.pictured("front", -days * DAY).await;
        writer.measures(measured(region, first, later, change, 0.03)).await;
        let better = [Better::Earlier, Better::Later, Better::Neither][days as usize / 10 % 3];
        writer.looks(first, later, better).await;
    }
    let blurred = writer.pictured("front", -5 * DAY).await;
    writer.measures(blurry(measured(region, first, blurred, 0.0, 0.03))).await;
    writer.pictured("front", -1).await;
    for (scale, on, value) in [
        ("self", "2026-08-20", 7.0),
        ("self", "2026-12-01", 5.0),
        ("gais", "2026-12-01", 2.0),
        ("goodman-baron-quantitative", "2026-08-20", 40.0),
        ("goodman-baron-quantitative", "2026-12-01", 37.0),
    ] {
        writer.scores(scale, on, value).await;
    }
    let gone = writer.pictured("close", -50 * DAY).await;
    writer.draws(cheek(gone)).await;
    writer.loses(gone).await;
    writer
}

/// Needled by somebody who has not said what for, so that nobody can say when results count.
pub(super) async fn unanswered() -> Writer {
    let nobody_knows = Profile { goals: Vec::new(), ..profile() };
    let writer = Writer::new(nobody_knows).await;
    let first = writer.pictured("front", -60 * DAY).await;
    writer.needled(-50 * DAY).await;
    let later = writer.pictured("front", -2 * DAY).await;
    let region = writer.draws(cheek(first)).await;
    writer.measures(measured(region, first, later, 0.01, 0.03)).await;
    writer
}

fn part(x: f64) -> Part {
    Part { x, y: 0.25, width: 0.25, height: 0.25 }
}

fn cheek(photo: PhotoId) -> Region {
    let (name, reference) = (Some("left cheek".into()), Some(part(0.6)));
    Region { photo, name, place: part(0.1), reference, control: None }
}

/// How much redder it is than on the first photograph, and how small a change could be told.
fn measured(
    region: RegionId,
    before: PhotoId,
    after: PhotoId,
    change: f64,
    smallest: f64,
) -> Measured {
    let result = match change {
        less if less < -smallest => "decrease-beyond-noise",
        more if more > smallest => "increase-beyond-noise",
        _ => "no-change-beyond-noise",
    };
    Measured {
        region,
        version: 1,
        before: vec![before],
        after: vec![after],
        result: result.into(),
        why_not: Vec::new(),
        delta_ei: Some(change),
        sdc: Some(smallest),
        delta_a: Some(10.0 * change),
        delta_ita: Some(-change),
        delta_mi: Some(change),
        red_area: Some((0.2, 0.2 + change)),
        surface: None,
        control: None,
        repeats: false,
        tone: Some("intermediate".into()),
        inliers: Some(120),
        rms_px: Some(0.2),
        movement: Some([1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]),
        method: photo::METHOD,
    }
}

/// The same where one of the pictures is no good.
fn blurry(measured: Measured) -> Measured {
    Measured {
        result: "not-comparable".into(),
        why_not: vec![Reason { id: "blur".into(), figure: Some(2.0) }],
        delta_ei: None,
        sdc: None,
        movement: None,
        ..measured
    }
}

impl Writer {
    async fn draws(&self, region: Region) -> RegionId {
        keep(&self.store, self.person, at(NOW), &region).await
    }
    async fn measures(&self, measured: Measured) {
        keep(&self.store, self.person, at(NOW), &Outcome::Measured(measured)).await;
    }
    async fn looks(&self, earlier: PhotoId, later: PhotoId, better: Better) {
        let seen = Seen { at: at(NOW), earlier, later, better, goal: None };
        keep(&self.store, self.person, at(NOW), &Outcome::Seen(seen)).await;
    }
    async fn scores(&self, scale: &str, on: &str, value: f64) {
        let (scale, on) = (scale.into(), on.parse().unwrap());
        let score = Outcome::Scored(Score { scale, on, value, note: None });
        keep(&self.store, self.person, at(NOW), &score).await;
    }
    /// A photograph that is no longer there, though a place is drawn on it.
    async fn loses(&self, photo: PhotoId) {
        let found = self.store.find::<Photo>(self.person, photo).await.unwrap().unwrap();
        self.store.remove(owner(ago(0)), &found).await.unwrap();
    }
}
