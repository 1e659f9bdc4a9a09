//! Today while something can't be read that decides: that nothing can be said, what still warns, and a place for how the skin
//! is now.

use care::words::Level;
use chart::Chart;
use maud::{Markup, html};

use super::form::Asked;
use super::{checkin, judged, signs};
use crate::form::Form;
use crate::frame::Reader;
use crate::to::To;
use crate::ui::{Look, Notice, actions, link_button, notice, page_header, plain_card};

/// The page. What warns comes first; a calm word is nowhere on it.
pub(super) fn page(reader: &Reader, chart: &Chart, typed: &Form) -> Markup {
    let say = &reader.say;
    html! {
        (page_header(&say.text("today-title"), None, Some(&say.day(reader.now.date()))))
        (warnings(reader, chart))
        (notice(Notice::Problem, &say.text("today-unknown")))
        (plain_card(&html! {
            p { (say.text("today-unknown-why")) }
            p { strong { (say.text("today-unknown-call")) } }
            (actions(&[link_button(Look::Secondary, None, &say.text("gaps-note-next"), &reader.to(To::Gaps))]))
        }))
        @if let Some(last) = chart.story.last_done(reader.at()) {
            @let dark = chart::story::session_of(last.done).marks_easily();
            (checkin::sheet(reader, None, &Asked { form: typed, last: None, dark, folded: false }))
        }
    }
}

fn warnings(reader: &Reader, chart: &Chart) -> Markup {
    let Some(triage) = chart.warnings(&reader.protocol, &reader.now) else { return html! {} };
    let latest = chart.story.checkins.iter().map(|entry| &entry.record);
    let latest = latest.filter(|seen| seen.at <= reader.at()).max_by_key(|seen| seen.at);
    html! {
        @if triage.level > Level::Watch { (judged::judged(reader, &triage, latest)) }
        (signs::open(reader, chart, &triage.open))
    }
}
