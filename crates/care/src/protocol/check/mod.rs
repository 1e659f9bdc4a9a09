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
use super::rows::Rows;

/// Collects faults and knows in which file each entry stands.
pub(super) struct Findings<'o> {
    origin: &'o Origin,
    faults: Vec<Fault>,
}

impl Findings<'_> {
    /// Notes a fault of an entry.
    fn fault(
        &mut self,
        kind: &'static str,
        id: &str,
        what: impl Into<String>,
        mend: impl Into<String>,
    ) {
        let file = self.origin.get(&(kind, id.to_owned())).map_or("protocol", String::as_str);
        let entry = format!("{kind} {id}");
        self.faults.push(Fault::new(file, &entry, &what.into(), &mend.into()));
    }
    /// Whether rows of a variant stand in place of some of the protocol's own.
    fn is_variant(&self) -> bool {
        self.origin.values().any(|file| file.starts_with("variants/"))
    }
    /// Notes a fault if something does not hold.
    fn hold(&mut self, holds: bool, kind: &'static str, id: &str, what: &str, mend: &str) {
        if !holds {
            self.fault(kind, id, what, mend);
        }
    }
}

/// Every fault of a protocol whose files could be parsed.
pub(super) fn faults(rows: &Rows, origin: &Origin) -> Vec<Fault> {
    let mut found = Findings { origin, faults: Vec::new() };
    evidence::check(rows, &mut found);
    amounts::check(rows, &mut found);
    cited::check(rows, &mut found);
    groups::check(rows, &mut found);
    rules::check(rows, &mut found);
    windows::check(rows, &mut found);
    plans::check(rows, &mut found);
    reachable::check(rows, &mut found);
    found.faults
}
