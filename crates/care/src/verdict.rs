//! The verdict: may this person be needled, ordered from best to worst.
//!
//! The order is the order of the variants; two waits are ordered by their date, the later being worse. What
//! leads to a verdict is in [`crate::screening`].

use jiff::civil::Date;

use crate::words::Word;

/// May this person be needled in this setting, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Nothing speaks against it.
    Proceed,
    /// Allowed, with something to mind.
    ProceedWithCare,
    /// Not before this date.
    WaitUntil(Date),
    /// Somebody qualified has to decide.
    AskClinician,
    /// Not in this setting with these answers.
    DoNot,
}

impl Verdict {
    /// The verdict's word, without its date.
    pub fn kind(self) -> VerdictKind {
        match self {
            Self::Proceed => VerdictKind::Proceed,
            Self::ProceedWithCare => VerdictKind::ProceedWithCare,
            Self::WaitUntil(_) => VerdictKind::WaitUntil,
            Self::AskClinician => VerdictKind::AskClinician,
            Self::DoNot => VerdictKind::DoNot,
        }
    }
    /// The date of a wait.
    pub fn until(self) -> Option<Date> {
        match self {
            Self::WaitUntil(date) => Some(date),
            _ => None,
        }
    }
    /// Whether a session may be held.
    pub fn allows(self) -> bool {
        self <= Self::ProceedWithCare
    }
    /// Whether sessions may be planned: from now on, or from the day on which a wait is over.
    pub fn plans(self) -> bool {
        self.allows() || self.until().is_some()
    }
}

/// A verdict as a protocol row names it: the wait's date comes from the answer.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum VerdictKind {
    /// `proceed`
    Proceed,
    /// `proceed-with-care`
    ProceedWithCare,
    /// `wait-until`
    WaitUntil,
    /// `ask-clinician`
    AskClinician,
    /// `do-not`
    DoNot,
}

impl Word for VerdictKind {
    const WHAT: &'static str = "verdict";
    const ALL: &'static [Self] =
        &[Self::Proceed, Self::ProceedWithCare, Self::WaitUntil, Self::AskClinician, Self::DoNot];
    fn word(self) -> &'static str {
        match self {
            Self::Proceed => "proceed",
            Self::ProceedWithCare => "proceed-with-care",
            Self::WaitUntil => "wait-until",
            Self::AskClinician => "ask-clinician",
            Self::DoNot => "do-not",
        }
    }
}
