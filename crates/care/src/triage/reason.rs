//! One reason of a triage: its level, the name of the text that says it, and the sources it rests on.
//!
//! The sentence itself is rendered by the crate `text` when somebody reads it. When a reason holds is decided in
//! [`super::flags`], [`super::signs`] and [`super::raise`].

use crate::protocol::Protocol;
use crate::protocol::rows::{Evidence, FlagRow};
use crate::words::{Level, Sign, Word};

/// A reason and how urgent it is.
#[derive(Clone, Copy, Debug)]
pub struct Reason<'p> {
    /// What was seen.
    pub why: Why<'p>,
    level: Level,
    evidence: &'p Evidence,
}

/// A sign as it was last scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The sign.
    pub sign: Sign,
    /// Days since the session.
    pub day: i64,
    /// The score, 0 to 10.
    pub score: u8,
}

/// What was seen. Scores are 0 to 10.
#[derive(Clone, Copy, Debug)]
pub enum Why<'p> {
    /// Over the highest usual score.
    Above {
        /// The sign.
        seen: Seen,
        /// The highest usual score on this day.
        high: u8,
    },
    /// Far over it.
    FarAbove {
        /// The sign.
        seen: Seen,
        /// The highest usual score on this day.
        high: u8,
    },
    /// More than before, at a time when it should be settling.
    Rising {
        /// The sign.
        seen: Seen,
        /// The score it rose from.
        before: u8,
    },
    /// Still there after the day by which it should be gone.
    Lasting {
        /// The sign.
        seen: Seen,
        /// The last day on which it is usual.
        gone: u8,
    },
    /// Signs of inflammation together are more than the person's own course lets expect.
    Beyond {
        /// Days since the session.
        day: i64,
        /// Their points together.
        score: u8,
        /// The points that were to be expected.
        expected: u8,
    },
    /// Far over what is usual within hours.
    Sudden {
        /// The sign.
        seen: Seen,
        /// The highest usual score on this day.
        high: u8,
    },
    /// Two signs of inflammation very strong when they should fade.
    Strong {
        /// Days since the session.
        day: i64,
    },
    /// A warning sign.
    Flag(&'p FlagRow),
    /// Skin that looks infected, and fever.
    InfectionWithFever,
    /// One level more because of an answer from screening.
    Raised,
    /// A warning sign reported a short while ago.
    Lingers(&'p FlagRow),
    /// No check-in yet.
    NoneYet,
    /// Nothing was said at the last check-in.
    NothingSaid,
    /// Nothing was scored at the last check-in.
    Unscored,
    /// As expected.
    Fine {
        /// Days since the session.
        day: i64,
    },
}

impl<'p> Reason<'p> {
    pub(super) fn new(why: Why<'p>, level: Level, evidence: &'p Evidence) -> Self {
        Self { why, level, evidence }
    }
    /// How urgent it is.
    pub fn level(&self) -> Level {
        self.level
    }
    /// What it rests on.
    pub fn evidence(&self) -> &'p Evidence {
        self.evidence
    }
    /// The ids of its sources.
    pub fn sources(&self) -> &'p [String] {
        &self.evidence.sources
    }

    /// Whether it is about this sign alone.
    pub(super) fn is_about(&self, sign: Sign) -> bool {
        match self.why {
            Why::Above { seen, .. }
            | Why::FarAbove { seen, .. }
            | Why::Rising { seen, .. }
            | Why::Lasting { seen, .. }
            | Why::Sudden { seen, .. } => seen.sign == sign,
            _ => false,
        }
    }
    /// Whether it says that the skin is far more inflamed than it should be: with fever that is an emergency.
    pub(super) fn is_inflamed(&self, protocol: &Protocol) -> bool {
        let hot = |sign: Sign| protocol.triage().together.signs.contains(&sign);
        match self.why {
            Why::Beyond { .. } | Why::Sudden { .. } | Why::Strong { .. } => true,
            Why::FarAbove { seen, .. } => hot(seen.sign),
            Why::Rising { seen, .. } => hot(seen.sign) && self.level >= Level::Contact,
            _ => false,
        }
    }

    /// The name of the text that says it.
    pub fn key(&self) -> String {
        match self.why {
            Why::Above { .. } => "triage-above".into(),
            Why::FarAbove { .. } => "triage-far-above".into(),
            Why::Rising { .. } => "triage-rising".into(),
            Why::Lasting { .. } => "triage-lasting".into(),
            Why::Flag(row) => format!("flag-{}.because", row.id.word()),
            Why::InfectionWithFever => "triage-infection-fever".into(),
            Why::Raised => "triage-raised".into(),
            Why::Lingers(_) => "triage-lingers".into(),
            Why::NoneYet => "triage-none".into(),
            Why::NothingSaid => "triage-nothing-said".into(),
            Why::Unscored => "triage-unscored".into(),
            Why::Beyond { .. } => "triage-beyond".into(),
            Why::Sudden { .. } => "triage-sudden".into(),
            Why::Strong { .. } => "triage-strong".into(),
            Why::Fine { .. } => "triage-fine".into(),
        }
    }

    /// The name of the text that says what to do about just this, where there is one.
    pub fn action_key(&self) -> Option<String> {
        match self.why {
            Why::Above { seen, .. }
            | Why::FarAbove { seen, .. }
            | Why::Rising { seen, .. }
            | Why::Lasting { seen, .. }
            | Why::Sudden { seen, .. } => Some(format!("sign-{}.action", seen.sign.word())),
            Why::Beyond { .. } => Some("triage-beyond.action".into()),
            Why::Flag(row) | Why::Lingers(row) => Some(format!("flag-{}.action", row.id.word())),
            Why::InfectionWithFever
            | Why::Raised
            | Why::NoneYet
            | Why::NothingSaid
            | Why::Unscored
            | Why::Strong { .. }
            | Why::Fine { .. } => None,
        }
    }
}
