//! The sessions as a list: done, not held, left out and planned, each with a mark and its word.

use care::standing::{Slot, State};
use chart::plan::Outlook;
use maud::{Markup, html};
use store::SessionId;
use store::records::Session;

use super::context::Page;
use crate::feed;
use crate::to::To;
use crate::ui::{Held, disclosure, icon};

/// So many of those behind and of those ahead are listed; the rhythm says the rest.
const LISTED: usize = 6;

/// The list, with how many there are before and after it.
pub(super) fn list(page: &Page<'_>, outlook: &Outlook<'_>) -> Markup {
    let say = &page.reader.say;
    let planned = |slot: &&Slot| matches!(slot.state, State::Planned { .. });
    let (ahead, behind): (Vec<&Slot>, Vec<&Slot>) = outlook.sessions().iter().partition(planned);
    let earlier = behind.len().saturating_sub(LISTED);
    let more = ahead.len().saturating_sub(LISTED);
    let shown = behind.iter().skip(earlier).chain(ahead.iter().take(LISTED));
    let all = html! {
        @if earlier > 0 { p.quiet { (say.with("plan-earlier", &[("n", earlier.into())])) } }
        ul.points { @for slot in shown { (one(page, outlook, slot)) } }
        @if let (true, Some(last)) = (more > 0, outlook.plan.sessions.last()) {
            p.quiet { (say.with("plan-more", &[("n", more.into()), ("day", say.date(last.ideal).into())])) }
        }
        @if outlook.begun.is_some() { (feed::download(page.reader)) }
    };
    html! {
        // What was last is seen at once; what comes next is the head of the page, and the calendar has the rest.
        @if let Some(last) = behind.last() { ul.points { (one(page, outlook, last)) } }
        (disclosure(&say.text("plan-all-sessions"), &all, false))
    }
}

fn one(page: &Page<'_>, outlook: &Outlook<'_>, slot: &Slot) -> Markup {
    let say = &page.reader.say;
    let said = |key: &str, day: jiff::civil::Date| {
        say.with(key, &[("n", slot.n.into()), ("day", say.day(day).into())])
    };
    let (held, text) = match &slot.state {
        State::Done { at } => (Held::Done, said("plan-slot-done", at.date())),
        State::Missed { on } => (Held::Missed, said("plan-slot-missed", *on)),
        State::Skipped { on } => (Held::Skipped, said("plan-slot-skipped", *on)),
        State::Planned { .. } => (Held::Planned, planned(page, outlook, slot.n)),
    };
    let class = match held {
        Held::Missed => "missed",
        Held::Skipped => "skipped",
        Held::Done | Held::Planned => "",
    };
    let entry = entry(page, &slot.state);
    html! {
        li class=(class) {
            (icon(held.icon()))
            @match entry {
                Some(id) => { a href=(page.reader.to(To::Session(id))) { (text) } }
                None => { span { (text) } }
            }
        }
    }
}

fn planned(page: &Page<'_>, outlook: &Outlook<'_>, n: u16) -> String {
    let say = &page.reader.say;
    let Some(window) = outlook.plan.sessions.iter().find(|window| window.n == n) else {
        return String::new();
    };
    let words = [
        ("n", window.n.into()),
        ("day", say.day(window.ideal).into()),
        ("from", say.day(window.not_before).into()),
        ("by", say.day(window.best_by).into()),
    ];
    say.with("plan-session", &words)
}

/// The entry of a session that is behind, to read or take back.
fn entry(page: &Page<'_>, state: &State) -> Option<SessionId> {
    let same = |session: &Session| match (state, session) {
        (State::Done { at }, Session::Done(done)) => done.at == at.timestamp(),
        (State::Missed { on }, Session::Missed { on: kept, .. })
        | (State::Skipped { on }, Session::Skipped { on: kept, .. }) => on == kept,
        _ => false,
    };
    page.chart.story.sessions.iter().find(|entry| same(&entry.record)).map(|entry| entry.id)
}
