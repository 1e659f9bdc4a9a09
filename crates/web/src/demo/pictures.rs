//! The fictional person's photographs: drawn, then taken in through the same door as anybody's.

use std::ops::Range;

use jiff::{SignedDuration, Timestamp};
use photo::drawing::{self, View};
use photo::intake::{Clean, Limits};
use store::records::Photo;
use store::{Id, PersonId, PhotoId};
use tokio::task::JoinHandle;

use super::Filling;
use crate::photos::DECODING;
use crate::problem::Problem;

/// A day on which photographs were taken.
struct Day {
    /// How many days ago.
    days: i64,
    /// How far the skin has come.
    stage: f32,
    /// From which sides, and how often.
    views: &'static [(View, &'static str, u64)],
}

const FRONT: &str = "front";
/// The front three times, the phone put down in between.
const FRONT_ONLY: &[(View, &str, u64)] = &[(View::Front, FRONT, 3)];
const ALL: &[(View, &str, u64)] =
    &[(View::Front, FRONT, 3), (View::Left, "left", 1), (View::Close, "close", 1)];

/// Oldest first: before the first session, twice while it goes on, and on a day of healing in between, when skin is red.
const DAYS: [Day; 4] = [
    Day { days: 45, stage: 0.0, views: ALL },
    Day { days: 24, stage: 0.3, views: ALL },
    Day { days: 8, stage: 0.1, views: FRONT_ONLY },
    Day { days: 3, stage: 0.6, views: ALL },
];

/// A photograph being drawn.
struct Drawn {
    at: Timestamp,
    view: &'static str,
    picture: JoinHandle<Option<Clean>>,
}

impl Filling<'_> {
    /// Draws and keeps these takes of all of them; the id of the first from the front.
    pub(super) async fn photographs(
        &self,
        person: PersonId,
        takes: Range<u64>,
    ) -> Result<Option<PhotoId>, Problem> {
        let days = (1u64..).zip(DAYS);
        let drawn: Vec<Drawn> =
            days.flat_map(|(seed, day)| self.drawn(seed, &day, &takes)).collect();
        let mut front = None;
        for drawn in drawn {
            let clean = drawn.picture.await.ok().flatten().ok_or(Problem::Ours)?;
            let id = self.keep(person, drawn.at, drawn.view, clean).await?;
            front = front.or(Some(id).filter(|_| drawn.view == FRONT));
        }
        Ok(front)
    }

    fn drawn(&self, seed: u64, day: &Day, takes: &Range<u64>) -> Vec<Drawn> {
        let (start, stage) = (self.ago(day.days, 18), day.stage);
        let mut all = Vec::new();
        for (minute, (view, word, most)) in (0i64..).zip(day.views) {
            for (third, take) in (0i64..).zip(0..*most).filter(|(_, take)| takes.contains(take)) {
                let later = SignedDuration::from_secs(60 * minute + 20 * third);
                let at = start.saturating_add(later).unwrap_or(start);
                let picture = tokio::spawn(draw(*view, stage, seed + 10 * take));
                all.push(Drawn { at, view: word, picture });
            }
        }
        all
    }

    async fn keep(
        &self,
        person: PersonId,
        at: Timestamp,
        view: &str,
        clean: Clean,
    ) -> Result<PhotoId, Problem> {
        let photo = Photo {
            taken: at,
            undated: None,
            view: view.to_owned(),
            session: None,
            width: clean.width,
            height: clean.height,
            media: clean.media.to_owned(),
            camera: None,
            colours_unsure: false,
            file: None,
            note: None,
        };
        let (id, by) = (Id::new(at), self.by(at));
        let store = self.store;
        Ok(store.add_photo(by, person, id, &photo, clean.picture, clean.thumbnail).await?.id)
    }
}

/// As many at a time as are decoded at a time.
async fn draw(view: View, stage: f32, seed: u64) -> Option<Clean> {
    let _turn = DECODING.acquire().await.ok()?;
    let work = move || {
        let drawn = drawing::draw_jpeg(view, stage, seed)?;
        photo::intake::take_in(&drawn, &Limits::default())
    };
    tokio::task::spawn_blocking(work).await.ok()?.ok()
}
