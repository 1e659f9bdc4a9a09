//! That it is too early to judge, from when it is not, and who says so.

use care::programme::JudgeWindow;
use maud::{Markup, html};

use crate::frame::Reader;
use crate::sources;
use crate::ui::{self, Notice};

/// "Too early to judge until …", with the reason and who says so; nothing once it is time.
pub(crate) fn too_early(reader: &Reader, judge: Option<JudgeWindow>) -> Markup {
    let Some(judge) = judge.filter(|judge| reader.now.date() < judge.from) else { return html! {} };
    let until = [("date", reader.say.date(judge.from).into())];
    html! {
        (ui::notice(Notice::Info, &reader.say.with("photos-too-early", &until)))
        (why(reader, judge))
    }
}

/// From when to when first signs may show, and who says so.
pub(crate) fn why(reader: &Reader, judge: JudgeWindow) -> Markup {
    let (say, protocol) = (&reader.say, &reader.protocol);
    let dates = [("from", say.date(judge.from).into()), ("by", say.date(judge.by).into())];
    html! {
        div {
            p { (protocol.texts().say_with("judge", &dates)) }
            (sources::of(reader, "judge", &protocol.judge().evidence))
        }
    }
}
