//! That it is too early to judge, from when it is not, and who says so.

use care::programme::JudgeWindow;
use maud::{Markup, html};

use crate::said;
use crate::ui::{self, Notice};
use crate::visit::Owner;

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
pub(crate) fn why(owner: &Owner, judge: JudgeWindow) -> Markup {
    let (say, protocol) = (&owner.say, &owner.protocol);
    let dates = [("from", say.date(judge.from).into()), ("by", say.date(judge.by).into())];
    html! {
        div {
            p { (protocol.texts().say_with("judge", &dates)) }
            (said::of(owner, "judge", &protocol.judge().evidence))
        }
    }
}
