//! What is placed on pages: a piece is as high as one line and is never torn.

use krilla::image::Image;

use crate::{
    style::{Colour, Look},
    tags::Part,
    wrap::Line,
};

/// A strip across the page. Lengths are in points; heights count downwards from the top of the piece.
#[derive(Clone, Default)]
pub(crate) struct Piece {
    pub(crate) height: f32,
    /// Space before it, unless it begins a page.
    pub(crate) gap: f32,
    pub(crate) marks: Vec<(f32, Mark)>,
    /// Stays on one page with the next piece.
    pub(crate) keep: bool,
    /// The table whose head comes first when this piece begins a page.
    pub(crate) under: Option<usize>,
}

/// Something to draw.
#[derive(Clone)]
pub(crate) enum Mark {
    /// A line of text, placed by its baseline. Without a part it is an ornament and isn't read out.
    Text { x: f32, line: Line, look: &'static Look, part: Option<Part> },
    /// A filled area from here downwards; `round` is the radius of its corners.
    Area { x: f32, width: f32, height: f32, colour: Colour, round: f32 },
    /// The ground of a box; grounds that touch become one.
    Ground { height: f32 },
    /// An empty box to tick, placed by the baseline beside it.
    Tick { x: f32, part: Part },
    /// A line through points, across and downwards from here.
    Line { points: Vec<[f32; 2]>, part: Part },
    /// A picture.
    Picture { x: f32, width: f32, height: f32, image: Image, part: Option<Part> },
    /// An entry of the table of contents that PDF readers show.
    Entry(String),
}

impl Mark {
    /// The part it belongs to; `None` is an ornament, drawn before the content.
    pub(crate) fn part(&self) -> Option<Part> {
        match self {
            Self::Text { part, .. } | Self::Picture { part, .. } => *part,
            Self::Tick { part, .. } | Self::Line { part, .. } => Some(*part),
            Self::Area { .. } | Self::Ground { .. } | Self::Entry(_) => None,
        }
    }

    /// The same for the second time: seen, not read out.
    pub(crate) fn again(mut self) -> Self {
        if let Self::Text { part, .. } = &mut self {
            *part = None;
        }
        self
    }
}

/// Whether line `i` of `n` stays with the next: a text of up to `whole` lines isn't torn, and of a longer one no single
/// line is left alone.
pub(crate) fn keeps(i: usize, n: usize, whole: usize) -> bool {
    i + 1 < n && (n <= whole || i == 0 || i + 2 == n)
}
