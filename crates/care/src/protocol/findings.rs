//! Faults as they are found: each entry with the file it stands in. Rows are looked at in `care`, sentences elsewhere, and both
//! tell what they find in the same way.

use super::entries::Origin;
use super::fault::Fault;

/// Collects faults and knows in which file each entry stands.
#[derive(Debug)]
pub struct Findings<'o> {
    origin: &'o Origin,
    faults: Vec<Fault>,
}

impl<'o> Findings<'o> {
    /// Nothing found yet.
    pub fn new(origin: &'o Origin) -> Self {
        Self { origin, faults: Vec::new() }
    }
    /// Notes a fault of an entry.
    pub fn fault(
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
    /// Notes a fault if something does not hold.
    pub fn hold(&mut self, holds: bool, kind: &'static str, id: &str, what: &str, mend: &str) {
        if !holds {
            self.fault(kind, id, what, mend);
        }
    }
    /// Whether rows of a variant stand in place of some of the protocol's own.
    pub(super) fn is_variant(&self) -> bool {
        self.origin.values().any(|file| file.starts_with("variants/"))
    }
    /// All that was found.
    pub fn faults(self) -> Vec<Fault> {
        self.faults
    }
}
