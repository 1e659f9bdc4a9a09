//! Where one comes from and returns to: a closed set, so that no form sends anybody elsewhere.

use store::CheckInId;

use crate::to::To;

/// A page on which a clinician's word is written down or shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Back {
    /// Today.
    Today,
    /// The verdict.
    Verdict,
    /// The door to a session.
    Session,
    /// The log.
    Log,
    /// A check-in in the log.
    CheckIn(CheckInId),
}

impl Back {
    /// The page of a word; Today for any other.
    pub(crate) fn find(word: &str) -> Self {
        match word {
            "verdict" => Self::Verdict,
            "session" => Self::Session,
            "log" => Self::Log,
            _ => word.parse().map_or(Self::Today, Self::CheckIn),
        }
    }
    /// Its word in forms and addresses.
    pub(crate) fn word(self) -> String {
        match self {
            Self::Today => "today".into(),
            Self::Verdict => "verdict".into(),
            Self::Session => "session".into(),
            Self::Log => "log".into(),
            Self::CheckIn(id) => id.to_string(),
        }
    }
    /// Its address.
    pub(crate) fn to(self) -> To<'static> {
        match self {
            Self::Today => To::Today,
            Self::Verdict => To::Verdict,
            Self::Session => To::SessionStart,
            Self::Log => To::Log,
            Self::CheckIn(id) => To::LogCheckIn(id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_leads_back_to_its_page_and_any_other_to_today() {
        let id = CheckInId::new(jiff::Timestamp::UNIX_EPOCH);
        for page in [Back::Today, Back::Verdict, Back::Session, Back::Log, Back::CheckIn(id)] {
            assert_eq!(Back::find(&page.word()), page);
        }
        for odd in ["", "//evil.example", "https://evil.example", "../more/erase"] {
            assert_eq!(Back::find(odd), Back::Today, "{odd}");
        }
    }
}
