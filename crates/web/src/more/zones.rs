//! Time zones to choose from: those of the zone database that people live in.

use jiff::tz::{self, TimeZone};
use maud::{Markup, html};

use crate::say::Say;

/// A zone by its name, spelt as the database spells it.
pub(super) fn known(name: &str) -> Option<String> {
    let zone = TimeZone::get(name.trim()).ok()?;
    zone.iana_name().map(str::to_owned)
}

/// A list to choose from; the one chosen is in it even if the database calls it an old name.
pub(super) fn field(say: &Say, chosen: &str) -> Markup {
    let mut all: Vec<String> = tz::db().available().map(|name| name.to_string()).collect();
    all.retain(|name| is_lived_in(name) || name == chosen);
    if !all.iter().any(|name| name == chosen) {
        all.push(chosen.to_owned());
    }
    all.sort_unstable();
    all.dedup();
    html! {
        div.field {
            label for="zone" { (say.text("more-zone")) }
            p.hint id="zone-hint" { (say.text("more-zone-hint")) }
            select id="zone" name="zone" translate="no" aria-describedby="zone-hint" {
                @for name in &all { option value=(name) selected[name == chosen] { (name) } }
            }
        }
    }
}

/// Not the technical ones, nor old names without a region.
fn is_lived_in(name: &str) -> bool {
    const OTHER: [&str; 5] = ["Etc/", "posix/", "right/", "SystemV/", "US/"];
    name == "UTC" || (name.contains('/') && !OTHER.iter().any(|other| name.starts_with(other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_known_by_their_names() {
        assert_eq!(known(" europe/paris ").as_deref(), Some("Europe/Paris"));
        assert_eq!(known("Europe/Atlantis"), None);
        assert_eq!(known(""), None);
        assert!(is_lived_in("Asia/Kathmandu") && is_lived_in("UTC"));
        assert!(!is_lived_in("Etc/GMT+5") && !is_lived_in("EST5EDT"));
    }
}
