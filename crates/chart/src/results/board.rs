//! Everything that says whether it worked: sessions, photographs, scores, what eyes saw, what was measured.

use care::Protocol;
use care::judging::Moment;
use care::protocol::rows::Scale;
use care::words::Rater;
use jiff::Zoned;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use store::records::{Better, Outcome, Profile, Score};
use store::{Entry, Error, OutcomeId, PersonId, Store};

use super::Standing;
use crate::album::Album;
use crate::region;

/// Everything that says whether it worked.
#[derive(Clone, Debug)]
pub struct Board {
    /// Photographs, places, and what came out.
    pub album: Album,
    /// Whether it is time to judge.
    pub standing: Standing,
}

/// A score on record.
#[derive(Clone, Copy, Debug)]
pub struct Scored<'b> {
    /// Its entry.
    pub id: OutcomeId,
    /// What was scored.
    pub score: &'b Score,
}

/// What eyes said of pairs before they knew the order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SeenPairs {
    /// The later one looked better.
    pub later: usize,
    /// The earlier one did.
    pub earlier: usize,
    /// Neither did.
    pub neither: usize,
}

impl SeenPairs {
    /// How many pairs.
    pub fn all(self) -> usize {
        self.later + self.earlier + self.neither
    }
}

impl Board {
    /// All of a person's, seen from a moment.
    ///
    /// # Errors
    /// What the record refuses.
    pub async fn load(
        store: &Store,
        person: PersonId,
        protocol: &Protocol,
        now: &Zoned,
    ) -> Result<Self, Error> {
        Ok(Self::of(protocol, Album::load(store, person).await?, now))
    }
    /// The same of an album that was loaded.
    pub fn of(protocol: &Protocol, album: Album, now: &Zoned) -> Self {
        let sessions = album.chart.story.done().len();
        let standing = Standing::of(sessions, album.chart.judge(protocol, now), now.date());
        Self { album, standing }
    }
    /// The scores on a scale, the earliest day first; of one day in the order they were entered.
    pub fn scores(&self, scale: &str) -> Vec<Scored<'_>> {
        let mut own: Vec<(&Entry<Outcome>, &Score)> = self
            .album
            .outcomes
            .iter()
            .filter_map(|entry| match &entry.record {
                Outcome::Scored(score) if score.scale == scale => Some((entry, score)),
                _ => None,
            })
            .collect();
        own.sort_by_key(|(entry, score)| (score.on, entry.created));
        own.into_iter().map(|(entry, score)| Scored { id: entry.id, score }).collect()
    }
    /// What eyes said, counted.
    pub fn seen(&self) -> SeenPairs {
        let mut seen = SeenPairs::default();
        for entry in &self.album.outcomes {
            let Outcome::Seen(pair) = &entry.record else { continue };
            match pair.better {
                Better::Later => seen.later += 1,
                Better::Earlier => seen.earlier += 1,
                Better::Neither => seen.neither += 1,
            }
        }
        seen
    }
    /// The days on which sessions were done, oldest first.
    pub fn sessions(&self) -> Vec<Date> {
        self.album.chart.story.days_done()
    }
    /// What the day of a score allows to be said. On the day of the first session it counts as from before: whoever
    /// scores themselves on it does so before they begin.
    pub fn moment(&self, protocol: &Protocol, on: Date, zone: &TimeZone) -> Moment {
        let treated = self.sessions().first().copied();
        let noon = on.at(12, 0, 0, 0).to_zoned(zone.clone());
        let (Some(treated), Ok(noon)) = (treated, noon) else { return Moment::Untreated };
        if on <= treated {
            return Moment::Untreated;
        }
        let (story, judge) = (&self.album.chart.story, self.standing.judge());
        region::moment(protocol, story, judge, noon.timestamp(), zone)
    }
    /// The scales that fit what the person hopes for, and those they have scores on: their own first.
    pub fn scales<'p>(&self, protocol: &'p Protocol) -> Vec<&'p Scale> {
        let profile = self.album.chart.profile();
        let fits = |scale: &&Scale| fits(profile, scale) || !self.scores(&scale.id).is_empty();
        let mut scales: Vec<&Scale> = protocol.rows().scale.iter().filter(fits).collect();
        scales.sort_by_key(|scale| !is_own(scale));
        scales
    }
}

/// Whether a scale was made for something that the person hopes for.
pub fn fits(profile: &Profile, scale: &Scale) -> bool {
    scale.goals.iter().any(|goal| profile.goals.contains(goal))
}

/// Whether a scale is made for people to score themselves.
pub fn is_own(scale: &Scale) -> bool {
    scale.rater == Some(Rater::Own)
}
