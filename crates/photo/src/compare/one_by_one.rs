//! Two sittings compared one photo after the other: the first stays in memory, each other only while it is looked at. Slower
//! than [`super::compare`], which looks at all of them at once, with a third of the memory for three photos a sitting.

use super::photo::{self, Seen};
use super::{Comparison, Settings, verdict};
use crate::intake::Shot;
use crate::quality::{WhyNot, check_frame};
use crate::regions::Regions;
use crate::register::View;

/// A comparison that photos are handed to, one at a time.
#[derive(Debug)]
pub struct Comparing {
    first: Shot,
    view: View,
    regions: Regions,
    before: Vec<Seen>,
    after: Vec<Seen>,
    why_not: Vec<WhyNot>,
}

impl Comparing {
    /// Begins with the first photo of the sitting before, on which the rectangles are.
    #[must_use]
    pub fn with(first: Shot, regions: &Regions) -> Self {
        let why_not = check_frame(&first, regions);
        let view = View::of(&first.pixels);
        let regions = regions.clone();
        Self { first, view, regions, before: Vec::new(), after: Vec::new(), why_not }
    }

    /// One more photo of the sitting before.
    pub fn before(&mut self, shot: &Shot) {
        self.before.push(self.see(shot));
    }

    /// A photo of the sitting after.
    pub fn after(&mut self, shot: &Shot) {
        self.after.push(self.see(shot));
    }

    fn see(&self, shot: &Shot) -> Seen {
        if !self.why_not.is_empty() {
            return Seen::default();
        }
        photo::see(&self.first, &self.view, shot, &View::of(&shot.pixels), &self.regions)
    }

    /// What can be said of all of them.
    #[must_use]
    pub fn conclude(self, settings: &Settings) -> Comparison {
        let Self { first, regions, before, after, why_not, .. } = self;
        if after.is_empty() {
            return Comparison::refused(vec![WhyNot::NoPhoto], None);
        }
        if !why_not.is_empty() {
            return Comparison::refused(why_not, None);
        }
        let more = before.len();
        let seen: Vec<Seen> = before.into_iter().chain(after).collect();
        verdict::conclude(&first, &seen, more, &regions, settings)
    }
}
