//! The door to a session.

use care::verdict::Verdict;
use chart::Look;
use chart::session::begun::Begun;
use chart::story::Story;
use maud::{Markup, html};

use super::super::begun::step;
use super::super::start::State;
use super::{findings, stop};
use crate::form::Form;
use crate::frame::Reader;
use crate::locks;
use crate::screening::verdict::banner;
use crate::to::To;
use crate::ui::{
    Icon, Look as Style, actions, back_link, empty, lead_card, link_button, page_header,
};

pub(in crate::session) fn page(
    reader: &Reader,
    story: &Story,
    state: &State<'_>,
    form: &Form,
) -> Markup {
    let say = &reader.say;
    let (back, title) = (say.text("tab-today"), say.text("session-title"));
    html! {
        // The verdict's banner is the heading where there is one.
        @if is_refused(state) { (back_link(&reader.to(To::Today), &back)) }
        @else { (page_header(&title, Some((&reader.to(To::Today), &back)), None)) }
        @match state {
            State::NoPlan => (no_plan(reader)),
            State::Begun(begun) => (under_way(reader, begun, form)),
            State::Barred(begun, why) => (barred(reader, begun, *why, form)),
            State::Locked(look) => { (locked(reader, look)) (done_already(reader)) }
            State::Open(look) => { (open(reader, story, look)) (done_already(reader)) }
        }
    }
}

/// Whether the answers speak against it, which its own banner says.
fn is_refused(state: &State<'_>) -> bool {
    match state {
        State::Locked(look) | State::Barred(_, Some(look)) => speaks_against(look),
        _ => false,
    }
}

fn speaks_against(look: &Look<'_>) -> bool {
    look.standing.locks.iter().any(|lock| locks::is_answered(&lock.cause))
}

/// Whether there is something to wait for: nobody is comforted with waiting who should not be needled at all.
fn may_wait(look: &Look<'_>) -> bool {
    look.decided.decision.verdict != Verdict::DoNot
}

fn no_plan(reader: &Reader) -> Markup {
    let say = &reader.say;
    let (word, text) = (say.text("session-no-plan-go"), say.text("session-no-plan-text"));
    html! {
        (empty(Icon::Plan, &say.text("session-no-plan"), &text, Some((&word, &reader.to(To::Plan)))))
        (done_already(reader))
    }
}

/// What was done is recorded, whether it was planned or not.
fn done_already(reader: &Reader) -> Markup {
    let word = reader.say.text("session-done-already");
    actions(&[link_button(Style::Quiet, Some(Icon::Note), &word, &reader.to(To::SessionNew))])
}

fn under_way(reader: &Reader, begun: &Begun, form: &Form) -> Markup {
    let (say, id) = (&reader.say, begun.entry.id);
    let record = reader.to(To::SessionRecord(id));
    if begun.is_stale(&reader.now) {
        let day = say.near_day(begun.day(&reader.now), reader.now.date());
        let text = say.with("session-left-text", &[("day", day.into())]);
        let word = say.text("session-left-record");
        let inside = html! {
            p { (text) }
            (actions(&[link_button(Style::Primary, Some(Icon::Note), &word, &record)]))
        };
        return html! { (lead_card(&say.text("session-left"), &inside)) (stop(reader, id, form)) };
    }
    let (on, word) = (reader.to(step(begun)), say.text("session-record-now"));
    let buttons = [
        link_button(Style::Primary, Some(Icon::Next), &say.text("session-go-on"), &on),
        link_button(Style::Secondary, Some(Icon::Note), &word, &record),
    ];
    let inside = html! { p { (say.text("session-under-way-text")) } (actions(&buttons)) };
    html! { (lead_card(&say.text("session-under-way"), &inside)) (stop(reader, id, form)) }
}

/// Something speaks against going on: what, and what to do with the session.
fn barred(reader: &Reader, begun: &Begun, why: Option<&Look<'_>>, form: &Form) -> Markup {
    let (say, id) = (&reader.say, begun.entry.id);
    let (record, word) = (reader.to(To::SessionRecord(id)), say.text("session-record-now"));
    let answers = say.text("screening-answers");
    html! {
        @if let Some(why) = why { (waits(reader, why)) }
        (actions(&[
            link_button(Style::Secondary, Some(Icon::Note), &word, &record),
            link_button(Style::Quiet, Some(Icon::Edit), &answers, &reader.to(To::Answers)),
        ]))
        (stop(reader, id, form))
    }
}

fn open(reader: &Reader, story: &Story, look: &Look<'_>) -> Markup {
    let (say, today) = (&reader.say, reader.now.date());
    let next = look.standing.next.as_ref();
    let n = next.map_or(story.done().len() + 1, |next| usize::from(next.n));
    let day = next.map(|next| say.near_day(next.best_by, today));
    let word = say.text("session-start");
    let buttons =
        [link_button(Style::Primary, Some(Icon::Next), &word, &reader.to(To::SessionBegin))];
    let inside = html! {
        p { (say.text("session-open-text")) }
        @if let Some(day) = day { p.quiet { (say.with("session-best-by", &[("day", day.into())])) } }
        (actions(&buttons))
    };
    lead_card(&say.with("session-open", &[("n", n.into())]), &inside)
}

fn locked(reader: &Reader, look: &Look<'_>) -> Markup {
    let again = reader.say.text("session-answers-changed");
    let again =
        [link_button(Style::Secondary, Some(Icon::Edit), &again, &reader.to(To::SessionBegin))];
    html! {
        (waits(reader, look))
        @if speaks_against(look) { (actions(&again)) }
    }
}

/// What it waits for. Where an answer speaks against it, the answer comes first.
fn waits(reader: &Reader, look: &Look<'_>) -> Markup {
    let say = &reader.say;
    let inside = html! {
        (locks::all(reader, &look.standing))
        @if may_wait(look) { p { (say.text("session-rest-counts")) } }
        (actions(&locks::ways_on(reader, &look.standing)))
    };
    if !speaks_against(look) {
        let headline = locks::headline(reader, &look.standing, &look.decided);
        return lead_card(&headline, &inside);
    }
    let others = look.standing.locks.iter().any(|lock| !locks::is_answered(&lock.cause));
    html! {
        (banner(reader, &look.decided))
        p { (say.text(if may_wait(look) { "session-refused-text" } else { "session-refused-not" })) }
        (findings(reader, &look.decided, true, |finding| !finding.verdict.allows()))
        @if others { (lead_card(&say.text("locks-also"), &inside)) }
    }
}
