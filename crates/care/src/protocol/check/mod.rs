//! Refuses a protocol with gaps: every fault names its file, its entry and how to mend it.
//!
//! One module per kind of question: what entries rest on ([`evidence`]), whether questions that share a page stand together ([`groups`]), what the rules mean together ([`rules`]), whether windows and lengths are possible
//! ([`windows`]), what a plan would say against them ([`plans`]), which products a rhythm leaves no time for
//! ([`reachable`]), of what medicine an amount is ([`amounts`]), whether each source supports something ([`cited`]). What
//! can't be parsed at all is refused earlier, in [`super::files`]. Whether every row has its sentences is asked for each
//! language, in the crate `words`.

mod amounts;
mod cited;
mod evidence;
mod groups;
mod plans;
mod reachable;
mod rules;
mod windows;

use super::entries::Origin;
use super::fault::Fault;
pub(super) use super::findings::Findings;
use super::rows::Rows;

/// Every fault of a protocol whose files could be parsed.
pub(super) fn faults(rows: &Rows, origin: &Origin) -> Vec<Fault> {
    let mut found = Findings::new(origin);
    evidence::check(rows, &mut found);
    amounts::check(rows, &mut found);
    cited::check(rows, &mut found);
    groups::check(rows, &mut found);
    rules::check(rows, &mut found);
    windows::check(rows, &mut found);
    plans::check(rows, &mut found);
    reachable::check(rows, &mut found);
    found.faults()
}
