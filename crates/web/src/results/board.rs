//! Everything that says whether it worked: sessions, photographs, scores, what eyes saw, what was measured.

use care::judging::Moment;
use care::protocol::rows::Scale;
use care::words::Rater;
use chart::story::session_of;
use jiff::civil::Date;
use store::records::{Better, Outcome, Score};
use store::{Entry, Id};

use super::early::Standing;
use crate::photos::shelf::Shelf;
use crate::problem::Problem;
use crate::region;
use crate::visit::Owner;

/// Everything that says whether it worked.
pub(super) struct Board {
    pub shelf: Shelf,
    pub outcomes: Vec<Entry<Outcome>>,
    pub standing: Standing,
}

/// A score on record.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scored<'b> {
    pub id: Id,
    pub score: &'b Score,
}

/// What eyes said of pairs before they knew the order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct SeenPairs {
    pub later: usize,
    pub earlier: usize,
    pub neither: usize,
}

impl SeenPairs {
    pub(super) fn all(self) -> usize {
        self.later + self.earlier + self.neither
    }
}

impl Board {
    pub(super) async fn load(owner: &Owner) -> Result<Self, Problem> {
        let shelf = Shelf::load(owner).await?;
        let outcomes = owner.app.store().list::<Outcome>(owner.person.id).await?;
        let today = owner.now.date();
        let sessions = shelf.story.done().len();
        let standing = Standing::of(sessions, shelf.judge(owner, today), today);
        Ok(Self { shelf, outcomes, standing })
    }
    /// The scores on a scale, the earliest day first; of one day in the order they were entered.
    pub(super) fn scores(&self, scale: &str) -> Vec<Scored<'_>> {
        let mut own: Vec<(&Entry<Outcome>, &Score)> = self
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
    pub(super) fn seen(&self) -> SeenPairs {
        let mut seen = SeenPairs::default();
        for entry in &self.outcomes {
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
    pub(super) fn sessions(&self) -> Vec<Date> {
        self.shelf.story.done().iter().map(|one| session_of(one.done).at.date()).collect()
    }
    /// What the day of a score allows to be said. On the day of the first session it counts as from before: whoever
    /// scores themselves on it does so before they begin.
    pub(super) fn moment(&self, owner: &Owner, on: Date) -> Moment {
        let treated = self.sessions().first().copied();
        let noon = on.at(12, 0, 0, 0).to_zoned(owner.now.time_zone().clone());
        let (Some(treated), Ok(noon)) = (treated, noon) else { return Moment::Untreated };
        if on <= treated {
            return Moment::Untreated;
        }
        let (judge, zone) = (self.standing.judge(), owner.now.time_zone());
        region::moment(&owner.protocol, &self.shelf.story, judge, noon.timestamp(), zone)
    }
    /// The scales that fit what the person hopes for, and those they have scores on: their own first.
    pub(super) fn scales<'p>(&self, owner: &'p Owner) -> Vec<&'p Scale> {
        let fits = |scale: &&Scale| fits(owner, scale) || !self.scores(&scale.id).is_empty();
        let mut scales: Vec<&Scale> = owner.protocol.rows().scale.iter().filter(fits).collect();
        scales.sort_by_key(|scale| !is_own(scale));
        scales
    }
}

/// Whether a scale was made for something that the person hopes for.
pub(super) fn fits(owner: &Owner, scale: &Scale) -> bool {
    scale.goals.iter().any(|goal| owner.person.record.goals.contains(goal))
}

/// Whether a scale is made for people to score themselves.
pub(super) fn is_own(scale: &Scale) -> bool {
    scale.rater == Some(Rater::Own)
}
