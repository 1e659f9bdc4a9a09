//! The door to a session.

use chart::Look;
use chart::session::begun::Begun;
use chart::story::Story;
use maud::{Markup, html};

use super::super::begun::step;
use super::super::start::State;
use super::{findings, stop};
use crate::form::Form;
use crate::locks;
use crate::screening::verdict::banner;
use crate::to::To;
use crate::ui::{
    Icon, Look as Style, actions, back_link, empty, lead_card, link_button, page_header,
};
use crate::visit::Owner;

pub(in crate::session) fn page(
    owner: &Owner,
    story: &Story,
    state: &State<'_>,
    form: &Form,
) -> Markup {
    let say = &owner.say;
    let (back, title) = (say.text("tab-today"), say.text("session-title"));
    html! {
        // The verdict's banner is the heading where there is one.
        @if is_refused(state) { (back_link(&owner.to(To::Today), &back)) }
        @else { (page_header(&title, Some((&owner.to(To::Today), &back)), None)) }
        @match state {
            State::NoPlan => (no_plan(owner)),
            State::Begun(begun) => (under_way(owner, begun, form)),
            State::Barred(begun, why) => (barred(owner, begun, *why, form)),
            State::Locked(look) => { (locked(owner, look)) (done_already(owner)) }
            State::Open(look) => { (open(owner, story, look)) (done_already(owner)) }
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

fn no_plan(owner: &Owner) -> Markup {
    let say = &owner.say;
    let (word, text) = (say.text("session-no-plan-go"), say.text("session-no-plan-text"));
    html! {
        (empty(Icon::Plan, &say.text("session-no-plan"), &text, Some((&word, &owner.to(To::Plan)))))
        (done_already(owner))
    }
}

/// What was done is recorded, whether it was planned or not.
fn done_already(owner: &Owner) -> Markup {
    let word = owner.say.text("session-done-already");
    actions(&[link_button(Style::Quiet, Some(Icon::Note), &word, &owner.to(To::SessionNew))])
}

fn under_way(owner: &Owner, begun: &Begun, form: &Form) -> Markup {
    let (say, id) = (&owner.say, begun.entry.id);
    let record = owner.to(To::SessionRecord(id));
    if begun.is_stale(&owner.now) {
        let day = say.near_day(begun.day(&owner.now), owner.now.date());
        let text = say.with("session-left-text", &[("day", day.into())]);
        let word = say.text("session-left-record");
        let inside = html! {
            p { (text) }
            (actions(&[link_button(Style::Primary, Some(Icon::Note), &word, &record)]))
        };
        return html! { (lead_card(&say.text("session-left"), &inside)) (stop(owner, id, form)) };
    }
    let (on, word) = (owner.to(step(begun)), say.text("session-record-now"));
    let buttons = [
        link_button(Style::Primary, Some(Icon::Next), &say.text("session-go-on"), &on),
        link_button(Style::Secondary, Some(Icon::Note), &word, &record),
    ];
    let inside = html! { p { (say.text("session-under-way-text")) } (actions(&buttons)) };
    html! { (lead_card(&say.text("session-under-way"), &inside)) (stop(owner, id, form)) }
}

/// Something speaks against going on: what, and what to do with the session.
fn barred(owner: &Owner, begun: &Begun, why: Option<&Look<'_>>, form: &Form) -> Markup {
    let (say, id) = (&owner.say, begun.entry.id);
    let (record, word) = (owner.to(To::SessionRecord(id)), say.text("session-record-now"));
    let answers = say.text("screening-answers");
    html! {
        @if let Some(why) = why { (waits(owner, why)) }
        (actions(&[
            link_button(Style::Secondary, Some(Icon::Note), &word, &record),
            link_button(Style::Quiet, Some(Icon::Edit), &answers, &owner.to(To::Answers)),
        ]))
        (stop(owner, id, form))
    }
}

fn open(owner: &Owner, story: &Story, look: &Look<'_>) -> Markup {
    let (say, today) = (&owner.say, owner.now.date());
    let next = look.standing.next.as_ref();
    let n = next.map_or(story.done().len() + 1, |next| usize::from(next.n));
    let day = next.map(|next| say.near_day(next.best_by, today));
    let word = say.text("session-start");
    let buttons =
        [link_button(Style::Primary, Some(Icon::Next), &word, &owner.to(To::SessionBegin))];
    let inside = html! {
        p { (say.text("session-open-text")) }
        @if let Some(day) = day { p.quiet { (say.with("session-best-by", &[("day", day.into())])) } }
        (actions(&buttons))
    };
    lead_card(&say.with("session-open", &[("n", n.into())]), &inside)
}

fn locked(owner: &Owner, look: &Look<'_>) -> Markup {
    let again = owner.say.text("session-answers-changed");
    let again =
        [link_button(Style::Secondary, Some(Icon::Edit), &again, &owner.to(To::SessionBegin))];
    html! {
        (waits(owner, look))
        @if speaks_against(look) { (actions(&again)) }
    }
}

/// What it waits for. Where an answer speaks against it, the answer comes first.
fn waits(owner: &Owner, look: &Look<'_>) -> Markup {
    let say = &owner.say;
    let inside = html! {
        (locks::all(owner, &look.standing))
        p { (say.text("session-rest-counts")) }
        (actions(&locks::ways_on(owner, &look.standing)))
    };
    if !speaks_against(look) {
        let headline = locks::headline(owner, &look.standing, &look.decided);
        return lead_card(&headline, &inside);
    }
    let others = look.standing.locks.iter().any(|lock| !locks::is_answered(&lock.cause));
    html! {
        (banner(owner, &look.decided))
        p { (say.text("session-refused-text")) }
        (findings(owner, &look.decided, true, |finding| !finding.verdict.allows()))
        @if others { (lead_card(&say.text("locks-also"), &inside)) }
    }
}
