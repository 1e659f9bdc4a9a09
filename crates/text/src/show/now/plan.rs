//! The sessions of a programme as `now` shows them: done, missed, skipped, planned.

use care::programme::JudgeWindow;
use care::standing::{self, State};
use jiff::civil::Date;
use serde::Serialize;

use crate::show::stamp;

/// The next session.
#[derive(Debug, Serialize)]
pub(super) struct Next {
    n: u16,
    of: u16,
    not_before: String,
    ideal: Date,
    best_by: Date,
    late: bool,
}

/// A session with its number.
#[derive(Debug, Serialize)]
pub(super) struct Slot {
    n: u16,
    #[serde(flatten)]
    state: StateShown,
}

/// What became of it.
#[derive(Debug, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
enum StateShown {
    Done { on: Date },
    Missed { on: Date },
    Skipped { on: Date },
    Planned { not_before: String, ideal: Date, best_by: Date },
}

/// When a result can be judged.
#[derive(Debug, Serialize)]
pub(super) struct Judge {
    from: Date,
    by: Date,
}

impl Next {
    pub fn of(next: &standing::Next) -> Self {
        Self {
            n: next.n,
            of: next.of,
            not_before: stamp(&next.not_before),
            ideal: next.ideal,
            best_by: next.best_by,
            late: next.late,
        }
    }
}

impl Slot {
    pub fn of(slot: &standing::Slot) -> Self {
        let state = match &slot.state {
            State::Done { at } => StateShown::Done { on: at.date() },
            State::Missed { on } => StateShown::Missed { on: *on },
            State::Skipped { on } => StateShown::Skipped { on: *on },
            State::Planned { not_before, ideal, best_by } => StateShown::Planned {
                not_before: stamp(not_before),
                ideal: *ideal,
                best_by: *best_by,
            },
        };
        Self { n: slot.n, state }
    }
}

impl Judge {
    pub fn of(window: &JudgeWindow) -> Self {
        Self { from: window.from, by: window.by }
    }
}
