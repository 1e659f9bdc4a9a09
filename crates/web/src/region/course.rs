//! A region over time with who looks at it. What is known of it is worked out in [`chart::region`].

use std::ops::Deref;

use chart::album::Album;
use chart::region::{Following, Sittings, course};

use crate::frame::Reader;

pub(super) use chart::region::course::{State, Step};

/// A region over time.
pub(super) struct Course<'c> {
    /// Who looks.
    pub reader: &'c Reader,
    /// What is known.
    course: course::Course<'c>,
}

impl<'c> Deref for Course<'c> {
    type Target = course::Course<'c>;
    fn deref(&self) -> &Self::Target {
        &self.course
    }
}

impl<'c> Course<'c> {
    pub(super) fn of(
        reader: &'c Reader,
        album: &'c Album,
        following: &'c Following,
        sittings: &'c Sittings<'c>,
    ) -> Self {
        let course = course::Course::of(&reader.protocol, album, &reader.now, following, sittings);
        Self { reader, course }
    }
}
