//! "Did it work?": what there is to judge by, in one page, and the scales with their scores over time.
//!
//! Nothing here says that somebody has improved: a score is a score, a change within the noise is none, and before
//! results can show the page says so first. What a photograph can say is measured in [`crate::region`]; what a scale
//! means, and whom it was made for, is in the protocol.
//!
//! Where next: [`board`] gathers everything, [`mod@hub`] is the page, [`mod@scale`] one scale with its [`mod@chart`], its
//! [`change`] in words and its [`form`]; [`regions`] what was measured; [`score`] keeps and removes what was entered; [`early`] says that it is too
//! early.

mod board;
mod change;
mod chart;
mod early;
mod form;
mod hub;
mod regions;
mod scale;
mod score;

#[cfg(test)]
mod tests;

pub(crate) use early::too_early;
pub(crate) use hub::hub;
pub(crate) use scale::show;
pub(crate) use score::{add, remove};

/// The address of a scale's form.
fn score_link(scale: &str) -> String {
    format!("/results/scale/{scale}#enter")
}
