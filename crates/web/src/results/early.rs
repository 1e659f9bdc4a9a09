//! Whether it is time to judge: nothing to judge yet, too early, or from a day on.

use care::programme::JudgeWindow;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::said;
use crate::ui::{self, Notice};
use crate::visit::Owner;

/// What the day allows to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
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
    pub(super) fn of(sessions: usize, judge: Option<JudgeWindow>, today: Date) -> Self {
        match (sessions, judge) {
            (0, _) => Self::Nothing,
            (_, None) => Self::Unknown,
            (_, Some(judge)) if today < judge.from => Self::Early(judge),
            (_, Some(judge)) => Self::Open(judge),
        }
    }
    /// When results can be judged, if that can be said.
    pub(super) fn judge(self) -> Option<JudgeWindow> {
        match self {
            Self::Early(judge) | Self::Open(judge) => Some(judge),
            Self::Nothing | Self::Unknown => None,
        }
    }
}

/// "Too early to judge until …", with the reason and who says so; nothing once it is time.
pub(crate) fn too_early(owner: &Owner, judge: Option<JudgeWindow>) -> Markup {
    let Some(judge) = judge.filter(|judge| owner.now.date() < judge.from) else { return html! {} };
    let until = [("date", owner.say.date(judge.from).into())];
    html! {
        (ui::notice(Notice::Info, &owner.say.with("photos-too-early", &until)))
        (why(owner, judge))
    }
}

/// From when to when first signs may show, and who says so.
pub(super) fn why(owner: &Owner, judge: JudgeWindow) -> Markup {
    let (say, protocol) = (&owner.say, &owner.protocol);
    let dates = [("from", say.date(judge.from).into()), ("by", say.date(judge.by).into())];
    html! {
        div {
            p { (protocol.texts().say_with("judge", &dates)) }
            (said::of(say, protocol, "judge", &protocol.judge().evidence))
        }
    }
}
