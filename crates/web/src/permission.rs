//! What somebody may be permitted. The table of addresses names one for each call.

/// What somebody may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// Come in and go again: nothing of a person is there.
    Enter,
    /// Add a person.
    AddPerson,
    /// Read what is kept of a person.
    ReadChart,
    /// Change it.
    WriteChart,
    /// See photographs.
    ReadPhotos,
    /// Take, change and remove photographs.
    WritePhotos,
    /// Take a copy of a person's record away, also as a calendar.
    Export,
    /// Save a copy of the whole record.
    Backup,
    /// Erase a person.
    Erase,
    /// Let other browsers in, and shut them out.
    LetIn,
}

impl Permission {
    /// Every permission.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 10] = [
        Self::Enter,
        Self::AddPerson,
        Self::ReadChart,
        Self::WriteChart,
        Self::ReadPhotos,
        Self::WritePhotos,
        Self::Export,
        Self::Backup,
        Self::Erase,
        Self::LetIn,
    ];

    /// What it is, for the page about roles.
    #[cfg(test)]
    pub(crate) const fn about(self) -> &'static str {
        match self {
            Self::Enter => "come in and go, see who is here",
            Self::AddPerson => "add a person",
            Self::ReadChart => "read a record",
            Self::WriteChart => "change a record",
            Self::ReadPhotos => "see photographs",
            Self::WritePhotos => "take, change and remove photographs",
            Self::Export => "take a copy of a record away, also as a calendar",
            Self::Backup => "save a copy of everything",
            Self::Erase => "erase a person",
            Self::LetIn => "let other browsers in, and shut them out",
        }
    }
}
