//! The present moment after a session with who looks at it. What holds is worked out in [`chart::today`].

use std::ops::Deref;

use chart::Chart;
use jiff::Zoned;
use store::RegionId;

use crate::frame::Reader;

/// The present moment after the last session.
pub(crate) struct Now<'a> {
    /// Who looks.
    pub reader: &'a Reader,
    /// What holds.
    now: chart::today::Now<'a>,
    /// The place of skin whose redness is measured in photographs, if one is followed and the page asks for it.
    pub followed: Option<RegionId>,
}

impl<'a> Deref for Now<'a> {
    type Target = chart::today::Now<'a>;
    fn deref(&self) -> &Self::Target {
        &self.now
    }
}

impl<'a> Now<'a> {
    /// The present moment; `None` before the first session, and while answers have to be given again.
    pub(crate) fn of(reader: &'a Reader, chart: &'a Chart) -> Option<Self> {
        let now = chart::today::Now::of(&reader.protocol, chart, &reader.now)?;
        Some(Self { reader, now, followed: None })
    }
    /// A moment where the person is now.
    pub(crate) fn here(&self, moment: &Zoned) -> Zoned {
        moment.with_time_zone(self.reader.now.time_zone().clone())
    }
    /// A moment as a person says it.
    pub(crate) fn moment(&self, moment: &Zoned) -> String {
        self.reader.say.near_moment(&self.here(moment), &self.reader.now)
    }
}
