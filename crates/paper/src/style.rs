//! The look on paper: sizes, distances and colours, all lengths in points (1/72 inch), on A4.
//!
//! It follows the pages of the program: the same ink, accent and hairlines, and lines short enough to read.

/// A colour: red, green, blue.
pub(crate) type Colour = [u8; 3];

pub(crate) const INK: Colour = [0x22, 0x20, 0x1e];
pub(crate) const QUIET: Colour = [0x5e, 0x58, 0x51];
pub(crate) const LINE: Colour = [0xe6, 0xdf, 0xd7];
pub(crate) const ACCENT: Colour = [0x0f, 0x6b, 0x66];
pub(crate) const TINT: Colour = [0xf0, 0xf6, 0xf5];

/// A4.
pub(crate) const PAGE_WIDTH: f32 = 595.28;
/// A4.
pub(crate) const PAGE_HEIGHT: f32 = 841.89;
/// Where everything begins: 20 mm.
pub(crate) const LEFT: f32 = 56.7;
/// The width of tables, pictures and boxes.
pub(crate) const WIDE: f32 = PAGE_WIDTH - 2.0 * LEFT;
/// The width of text: about 75 characters, as longer lines are hard to follow.
pub(crate) const MEASURE: f32 = 400.0;
/// Where the content of a page begins and ends.
pub(crate) const TOP: f32 = 60.0;
pub(crate) const BOTTOM: f32 = PAGE_HEIGHT - 68.0;
/// How much of a page there is for content.
pub(crate) const BODY_HEIGHT: f32 = BOTTOM - TOP;

/// Which cut of the typeface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// How a line of text looks.
#[derive(Debug, PartialEq)]
pub(crate) struct Look {
    pub(crate) size: f32,
    /// From one line to the next.
    pub(crate) lead: f32,
    pub(crate) weight: Weight,
    pub(crate) colour: Colour,
}

const fn look(size: f32, lead: f32, weight: Weight, colour: Colour) -> Look {
    Look { size, lead, weight, colour }
}

pub(crate) static TITLE: Look = look(25.0, 30.0, Weight::Bold, INK);
pub(crate) static SUBTITLE: Look = look(13.0, 18.5, Weight::Regular, QUIET);
pub(crate) static HEADING: Look = look(14.5, 19.0, Weight::Bold, ACCENT);
pub(crate) static BODY: Look = look(11.5, 16.5, Weight::Regular, INK);
pub(crate) static NOTE: Look = look(11.5, 16.5, Weight::Regular, INK);
pub(crate) static DOT: Look = look(11.5, 16.5, Weight::Bold, ACCENT);
pub(crate) static CELL: Look = look(10.5, 14.5, Weight::Regular, INK);
pub(crate) static COLUMN: Look = look(9.5, 13.0, Weight::Bold, QUIET);
pub(crate) static SMALL: Look = look(9.5, 13.0, Weight::Regular, QUIET);

impl Look {
    /// From the top of a line to where its letters stand, so that capitals sit in the middle of it.
    pub(crate) fn baseline(&self) -> f32 {
        self.lead / 2.0 + self.size * 0.33
    }
}
