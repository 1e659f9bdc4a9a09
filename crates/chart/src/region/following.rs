//! A place of skin with what was measured of it, and what of that still holds.

use jiff::Timestamp;
use jiff::civil::Date;
use photo::METHOD;
use store::records::{Measured, Outcome, Region};
use store::{Entry, Error, PersonId, RegionId, Store};

use super::sittings::{Sitting, Sittings};

/// A region and what was measured of it.
#[derive(Clone, Debug)]
pub struct Following {
    /// The region.
    pub region: Entry<Region>,
    /// What was measured of it, in the order it was first measured.
    pub measured: Vec<(Entry<Outcome>, Measured)>,
}

impl Following {
    /// One region of a person; `None` if there is no such region.
    pub async fn find(
        store: &Store,
        person: PersonId,
        id: RegionId,
    ) -> Result<Option<Self>, Error> {
        let Some(region) = store.find::<Region>(person, id).await? else { return Ok(None) };
        let outcomes = store.list::<Outcome>(person).await?;
        Ok(Some(Self::of(region, &outcomes)))
    }

    /// All regions of a person, the oldest first: that one counts, since who looks at many finds something by chance.
    pub async fn all(store: &Store, person: PersonId) -> Result<Vec<Self>, Error> {
        let regions = store.list::<Region>(person).await?;
        let outcomes = store.list::<Outcome>(person).await?;
        Ok(regions.into_iter().map(|region| Self::of(region, &outcomes)).collect())
    }

    /// A region with its own of all that came out.
    pub fn of(region: Entry<Region>, outcomes: &[Entry<Outcome>]) -> Self {
        let own = |entry: &Entry<Outcome>| match &entry.record {
            Outcome::Measured(measured) if measured.region == region.id => {
                Some((entry.clone(), measured.clone()))
            }
            _ => None,
        };
        let measured = outcomes.iter().filter_map(own).collect();
        Self { region, measured }
    }

    /// What was measured of a sitting, if it still holds: the same photographs, the region as it is drawn now, and
    /// measured as it is measured today.
    pub fn of_sitting(&self, sittings: &Sittings<'_>, sitting: &Sitting<'_>) -> Option<&Measured> {
        let (before, after) = (sittings.first.ids(), sitting.ids());
        let holds = |measured: &&Measured| {
            measured.version == self.region.version
                && measured.method == METHOD
                && measured.before == before
                && measured.after == after
        };
        self.measured.iter().map(|(_, measured)| measured).find(holds)
    }

    /// The entry to write over when a sitting is measured anew.
    pub fn outdated(&self, sitting: &Sitting<'_>) -> Option<&Entry<Outcome>> {
        let ids = sitting.ids();
        let shares = |measured: &Measured| measured.after.iter().any(|id| ids.contains(id));
        self.measured.iter().find(|(_, measured)| shares(measured)).map(|(entry, _)| entry)
    }

    /// By how much the redness changed from sitting to sitting before the first session: what skin does by itself.
    pub fn untreated(&self, sittings: &Sittings<'_>, treated: Option<Timestamp>) -> Vec<f64> {
        let before = |sitting: &Sitting<'_>| {
            treated.is_none_or(|treated| sitting.taken().is_some_and(|taken| taken < treated))
        };
        if !before(&sittings.first) {
            return Vec::new();
        }
        let measured = sittings.others.iter().filter(|sitting| before(sitting));
        let mut changes: Vec<(Date, f64)> = measured
            .filter_map(|sitting| {
                Some((sitting.date, self.of_sitting(sittings, sitting)?.delta_ei?))
            })
            .chain(std::iter::once((sittings.first.date, 0.0)))
            .collect();
        changes.sort_by_key(|(date, _)| *date);
        changes.windows(2).filter_map(|two| Some(two.get(1)?.1 - two.first()?.1)).collect()
    }
}
