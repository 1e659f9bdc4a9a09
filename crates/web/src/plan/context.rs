//! What the page of the plan is drawn from. How it is drawn is in [`mod@super::page`] and the parts that it puts in order.

use chart::Chart;
use maud::Markup;

use super::asked::Asked;
use super::undone::Undone;
use crate::frame::Reader;

/// All that the page shows.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub reader: &'a Reader,
    pub chart: &'a Chart,
    pub asked: &'a Asked,
    pub rolling: &'a Markup,
    /// Whether a first photograph is still to be taken.
    pub photo: bool,
    pub undone: &'a Undone,
}
