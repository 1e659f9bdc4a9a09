//! Which role may do what: a table without gaps. The page docs/roles.md is made from it.
//!
//! It says nothing of whose record: that is [`crate::gate`]'s.

use store::{Role, StaffRole};

use crate::permission::Permission;

/// Whether a role has a permission. A permission or a role that is new has to be decided on here.
pub(crate) const fn may(role: Role, needs: Permission) -> bool {
    match role {
        // At home everybody looks after their own and each other's records.
        Role::Home => true,
        Role::Staff(role) => staff_may(role, needs),
    }
}

/// Who treats reads and writes; who runs the clinic hands out, backs up, erases and lets in, and treats nobody.
const fn staff_may(role: StaffRole, needs: Permission) -> bool {
    let treats = matches!(role, StaffRole::Practitioner | StaffRole::Prescriber);
    let runs = matches!(role, StaffRole::Manager);
    match needs {
        Permission::Enter | Permission::AddPerson => true,
        Permission::ReadChart
        | Permission::WriteChart
        | Permission::ReadPhotos
        | Permission::WritePhotos => treats,
        Permission::Export | Permission::Backup | Permission::Erase | Permission::LetIn => runs,
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::address::ADDRESSES;

    const HEAD: &str = "# Roles

What somebody may do follows from as what they were let in. At home everybody may do everything with a record that opens for them;
whose record opens where is in docs/decisions/0017.

This table is made from `crates/web/src/roles.rs`; a test holds it to that.

";

    fn roles() -> impl Iterator<Item = Role> {
        std::iter::once(Role::Home).chain(StaffRole::ALL.map(Role::Staff))
    }

    fn page() -> String {
        let words: Vec<&str> = roles().map(Role::word).collect();
        let mut text = format!("{HEAD}| | {} |\n|---|", words.join(" | "));
        text.push_str(&"---|".repeat(words.len()));
        for needs in Permission::ALL {
            let _ = write!(text, "\n| {} |", needs.about());
            for role in roles() {
                text.push_str(if may(role, needs) { " yes |" } else { " – |" });
            }
        }
        text.push('\n');
        text
    }

    #[test]
    fn the_page_about_roles_is_made_from_the_table() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/roles.md");
        if std::env::var_os("NEEDLEWISE_WRITE").is_some() {
            std::fs::write(path, page()).unwrap();
        }
        let written = std::fs::read_to_string(path).unwrap_or_default();
        assert!(written == page(), "run it with NEEDLEWISE_WRITE=1 to write the page anew");
    }

    #[test]
    fn every_permission_is_needed_somewhere_and_somebody_in_a_clinic_has_it() {
        for needs in Permission::ALL {
            let asked = ADDRESSES.iter().flat_map(|address| address.calls);
            assert!(asked.into_iter().any(|(_, asked)| *asked == needs), "{needs:?}");
            let mut staff = StaffRole::ALL.into_iter();
            assert!(staff.any(|role| may(Role::Staff(role), needs)), "{needs:?}");
        }
    }

    #[test]
    fn whoever_may_change_something_may_see_it() {
        for role in roles() {
            for (change, see) in [
                (Permission::WriteChart, Permission::ReadChart),
                (Permission::WritePhotos, Permission::ReadPhotos),
            ] {
                assert!(!may(role, change) || may(role, see), "{role:?} {change:?}");
            }
        }
    }
}
