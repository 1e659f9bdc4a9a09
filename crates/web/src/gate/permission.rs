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
