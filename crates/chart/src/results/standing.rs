//! Whether it is time to judge: nothing to judge yet, too early, or from a day on.

use care::programme::JudgeWindow;
use jiff::civil::Date;

/// What the day allows to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No session is on record.
    Nothing,
    /// Sessions are, but when results can show can't be said until open questions are answered.
    Unknown,
    /// Results can't show yet.
    Early(JudgeWindow),
    /// A first result may be judged.
    Open(JudgeWindow),
}

impl Standing {
    /// By how many sessions were done, when results can be judged, and the day.
    pub fn of(sessions: usize, judge: Option<JudgeWindow>, today: Date) -> Self {
        match (sessions, judge) {
            (0, _) => Self::Nothing,
            (_, None) => Self::Unknown,
            (_, Some(judge)) if today < judge.from => Self::Early(judge),
            (_, Some(judge)) => Self::Open(judge),
        }
    }
    /// When results can be judged, if that can be said.
    pub fn judge(self) -> Option<JudgeWindow> {
        match self {
            Self::Early(judge) | Self::Open(judge) => Some(judge),
            Self::Nothing | Self::Unknown => None,
        }
    }
}
