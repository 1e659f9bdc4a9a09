//! What was set aside as impossible: named with why, and with a way to where it can be put right.

use care::standing::{SetAside, What};
use chart::Chart;
use maud::{Markup, html};
use store::records::Session;
use text::tell::standing;

use crate::frame::Reader;
use crate::to::To;
use crate::ui::card;

/// A quiet notice; nothing where nothing was set aside.
pub(super) fn notice(reader: &Reader, chart: &Chart, aside: &[SetAside]) -> Markup {
    if aside.is_empty() {
        return html! {};
    }
    let body =
        html! { div.prose { ul { @for one in aside { li { (line(reader, chart, one)) } } } } };
    card(&reader.say.text("today-aside"), &body)
}

fn line(reader: &Reader, chart: &Chart, one: &SetAside) -> Markup {
    let (what, because) =
        (standing::set_aside(&reader.protocol, one), standing::why_aside(&reader.protocol, one));
    html! {
        @match entry(reader, chart, &one.what) {
            Some(href) => a href=(href) { (what) },
            None => (what),
        }
        ". " span.quiet { (because) }
    }
}

/// Where it can be put right.
fn entry(reader: &Reader, chart: &Chart, what: &What) -> Option<String> {
    let story = &chart.story;
    match what {
        What::Session(at) => {
            let done = story.done();
            let found = done.iter().find(|session| session.done.at == at.timestamp())?;
            Some(reader.to(To::Session(found.id)).into())
        }
        What::CheckIn(at) => {
            let found = story.checkins.iter().find(|entry| entry.record.at == at.timestamp())?;
            Some(reader.to(To::LogCheckIn(found.id)).into())
        }
        What::Clearance(on) => {
            let found = story.clearances.iter().find(|entry| entry.record.on == *on)?;
            Some(reader.to(To::Clearance(found.id)).into())
        }
        What::LeftOut(day) => {
            let found = story.sessions.iter().find(|entry| match &entry.record {
                Session::Missed { on, .. } | Session::Skipped { on, .. } => on == day,
                Session::Begun { .. } | Session::Done(_) => false,
            })?;
            Some(reader.to(To::Session(found.id)).into())
        }
        What::Move(_) => Some(reader.to(To::Plan).into()),
    }
}
