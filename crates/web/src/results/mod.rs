//! "Did it work?": what there is to judge by, in one page, and the scales with their scores over time.
//!
//! Nothing here says that somebody has improved: a score is a score, a change within the noise is none, and before
//! results can show the page says so first. What a photograph can say is measured in [`chart::region`]; what a scale
//! means, and whom it was made for, is in the protocol.
//!
//! Where next: [`chart::results`] gathers everything, [`mod@hub`] is the page, [`mod@scale`] one scale with its [`curve`], its
//! [`change`] in words and its [`form`]; [`regions`] what was measured; [`score`] keeps and removes what was entered.

mod change;
mod curve;
mod form;
mod hub;
mod regions;
#[cfg(test)]
mod samples;
mod scale;
mod score;
#[cfg(test)]
mod tests;

use chart::results::Board;

use crate::caller::Opened;
use crate::frame::Reader;
use crate::problem::Problem;
use crate::to::To;

pub(crate) use hub::hub;
#[cfg(test)]
pub(crate) use samples::samples;
pub(crate) use scale::show;
pub(crate) use score::{add, remove};

/// Everything that says whether it worked.
async fn board(opened: &Opened) -> Result<Board, Problem> {
    Ok(Board::of(&opened.protocol, opened.album().await?, &opened.now))
}

/// The address of a scale's form.
fn score_link(reader: &Reader, scale: &str) -> String {
    reader.to(To::Scale(scale)).at("enter")
}
