//! The dose: what passes and directions do to the skin, on the plan and after a session.
//!
//! Everything is computed in `roller`, the simulated roller; the cap on density is the protocol's. [`Wanted`] says what is
//! rolled, [`rolled()`] rolls it both ways. No rule stands here.

mod memory;
mod rolled;
mod wanted;

use care::Protocol;
use jiff::Zoned;

use crate::Chart;
use crate::plan::Outlook;

pub use memory::rolled;
pub use rolled::{Done, Rolled, Way, once, rolling};
pub use wanted::{Unknown, Wanted};

/// What the plan would roll; `None` while a question is open or answers speak against it.
pub fn planned(protocol: &Protocol, chart: &Chart, now: &Zoned) -> Option<Result<Wanted, Unknown>> {
    let outlook = Outlook::of(protocol, chart, now, None)?;
    let wanted = || Wanted::of_plan(protocol, chart.profile(), &outlook.plan);
    (!outlook.is_refused()).then(wanted)
}

#[cfg(test)]
mod tests;
