//! The fictional person's photographs: drawn, then taken in through the same door as anybody's.

use std::ops::Range;

use jiff::{SignedDuration, Timestamp};
use photo::drawing::{self, View};
use photo::intake::{Clean, Limits};
use store::records::Photo;
use store::{Id, PhotoId};

use super::life::Life;
use crate::photos::DECODING;
use crate::problem::Problem;

/// A day on which photographs were taken.
struct Day {
    /// Which day of hers.
    day: i64,
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

/// Oldest first: before the first session, while it goes on, and on a day of healing in between, when skin is red.
const DAYS: [Day; 6] = [
    Day { day: -1, stage: 0.0, views: ALL },
    Day { day: 20, stage: 0.3, views: ALL },
    Day { day: 36, stage: 0.1, views: FRONT_ONLY },
    Day { day: 41, stage: 0.6, views: ALL },
    Day { day: 48, stage: 0.7, views: ALL },
    Day { day: 55, stage: 0.8, views: ALL },
];

/// A photograph to be drawn.
struct Drawn {
    at: Timestamp,
    view: &'static str,
    how: How,
}

/// From which side, how far the skin has come, and what else is up to chance.
type How = (View, f32, u64);

impl Life {
    /// Draws and keeps these takes of what was photographed after one moment and up to another; the id of the first from the
    /// front.
    pub(super) async fn photographs(
        &self,
        (after, until): (Timestamp, Timestamp),
        takes: Range<u64>,
    ) -> Result<Option<PhotoId>, Problem> {
        let days = (1u64..).zip(DAYS);
        let drawn: Vec<Drawn> =
            days.flat_map(|(seed, day)| self.drawn(seed, &day, &takes)).collect();
        let passed = drawn.into_iter().filter(|drawn| drawn.at > after && drawn.at <= until);
        let begun: Vec<_> = passed.map(|one| (tokio::spawn(draw(one.how)), one)).collect();
        let mut front = None;
        for (picture, Drawn { at, view, .. }) in begun {
            let clean = picture.await.ok().flatten().ok_or(Problem::Ours)?;
            let id = self.keep(at, view, clean).await?;
            front = front.or(Some(id).filter(|_| view == FRONT));
        }
        Ok(front)
    }

    fn drawn(&self, seed: u64, day: &Day, takes: &Range<u64>) -> Vec<Drawn> {
        let (start, stage) = (self.at(day.day, 18), day.stage);
        let mut all = Vec::new();
        for (minute, (side, view, most)) in (0i64..).zip(day.views) {
            for (third, take) in (0i64..).zip(0..*most).filter(|(_, take)| takes.contains(take)) {
                let later = SignedDuration::from_secs(60 * minute + 20 * third);
                let at = start.saturating_add(later).unwrap_or(start);
                all.push(Drawn { at, view, how: (*side, stage, seed + 10 * take) });
            }
        }
        all
    }

    async fn keep(&self, at: Timestamp, view: &str, clean: Clean) -> Result<PhotoId, Problem> {
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
        let (id, by, store) = (Id::new(at), self.by(at), self.store());
        Ok(store.add_photo(by, self.person, id, &photo, clean.picture, clean.thumbnail).await?.id)
    }
}

/// As many at a time as are decoded at a time.
async fn draw((view, stage, seed): How) -> Option<Clean> {
    let _turn = DECODING.acquire().await.ok()?;
    let work = move || {
        let drawn = drawing::draw_jpeg(view, stage, seed)?;
        photo::intake::take_in(&drawn, &Limits::default())
    };
    tokio::task::spawn_blocking(work).await.ok()?.ok()
}
