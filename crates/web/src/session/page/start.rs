//! The door to a session.

use chart::screening::decided::Decided;
use chart::session::begun::Begun;
use chart::session::next::{Lock, Next};
use chart::story::Story;
use maud::{Markup, html};

use super::super::begun::address;
use super::super::start::State;
use super::{findings, stop};
use crate::screening::verdict::banner;
use crate::ui::{Icon, Look, actions, back_link, empty, lead_card, link_button, page_header};
use crate::visit::Owner;

pub(in crate::session) fn page(owner: &Owner, story: &Story, state: &State<'_>) -> Markup {
    let say = &owner.say;
    let (back, title) = (say.text("tab-today"), say.text("session-title"));
    html! {
        // The verdict's banner is the heading where there is one.
        @if matches!(state, State::Locked(_, Lock::Answers) | State::Barred(_, Some(_))) { (back_link("/today", &back)) }
        @else { (page_header(&title, Some(("/today", &back)), None)) }
        @match state {
            State::NoPlan => (no_plan(owner)),
            State::Begun(begun) => (under_way(owner, begun)),
            State::Barred(begun, why) => (barred(owner, begun, why.as_deref())),
            State::Locked(next, lock) => { (locked(owner, next, *lock)) (done_already(owner)) }
            State::Open(next) => { (open(owner, story, next)) (done_already(owner)) }
        }
    }
}

fn no_plan(owner: &Owner) -> Markup {
    let say = &owner.say;
    let (word, text) = (say.text("session-no-plan-go"), say.text("session-no-plan-text"));
    html! {
        (empty(Icon::Plan, &say.text("session-no-plan"), &text, Some((&word, "/plan"))))
        (done_already(owner))
    }
}

/// What was done is recorded, whether it was planned or not.
fn done_already(owner: &Owner) -> Markup {
    let word = owner.say.text("session-done-already");
    actions(&[link_button(Look::Quiet, Some(Icon::Note), &word, "/session/new")])
}

fn under_way(owner: &Owner, begun: &Begun) -> Markup {
    let (say, id) = (&owner.say, begun.entry.id);
    let record = address(id, "record");
    if begun.is_stale(&owner.now) {
        let day = say.near_day(begun.day(&owner.now), owner.now.date());
        let text = say.with("session-left-text", &[("day", day.into())]);
        let word = say.text("session-left-record");
        let inside = html! {
            p { (text) }
            (actions(&[link_button(Look::Primary, Some(Icon::Note), &word, &record)]))
        };
        return html! { (lead_card(&say.text("session-left"), &inside)) (stop(say, id)) };
    }
    let step = if begun.zones.is_empty() { "prepare" } else { "roll" };
    let (on, word) = (address(id, step), say.text("session-record-now"));
    let buttons = [
        link_button(Look::Primary, Some(Icon::Next), &say.text("session-go-on"), &on),
        link_button(Look::Secondary, Some(Icon::Note), &word, &record),
    ];
    let inside = html! { p { (say.text("session-under-way-text")) } (actions(&buttons)) };
    html! { (lead_card(&say.text("session-under-way"), &inside)) (stop(say, id)) }
}

/// Something speaks against going on: what, and what to do with the session.
fn barred(owner: &Owner, begun: &Begun, why: Option<&Decided>) -> Markup {
    let (say, id) = (&owner.say, begun.entry.id);
    let (record, word) = (address(id, "record"), say.text("session-record-now"));
    let answers = say.text("screening-answers");
    html! {
        @if let Some(why) = why {
            (banner(owner, why))
            p { (say.text("session-refused-text")) }
            (findings(owner, why, true, |finding| !finding.verdict.allows()))
        }
        (actions(&[
            link_button(Look::Secondary, Some(Icon::Note), &word, &record),
            link_button(Look::Quiet, Some(Icon::Edit), &answers, "/screening/answers"),
        ]))
        (stop(say, id))
    }
}

fn open(owner: &Owner, story: &Story, next: &Next<'_>) -> Markup {
    let (say, today) = (&owner.say, owner.now.date());
    let n = story.done().len() + 1;
    let day = next.window().map(|window| say.near_day(window.best_by, today));
    let word = say.text("session-start");
    let buttons = [link_button(Look::Primary, Some(Icon::Next), &word, "/session/begin")];
    let inside = html! {
        p { (say.text("session-open-text")) }
        @if let Some(day) = day { p.quiet { (say.with("session-best-by", &[("day", day.into())])) } }
        (actions(&buttons))
    };
    lead_card(&say.with("session-open", &[("n", n.into())]), &inside)
}

fn locked(owner: &Owner, next: &Next<'_>, lock: Lock) -> Markup {
    let (say, today) = (&owner.say, owner.now.date());
    let day = |day| say.near_day(day, today);
    let again = say.text("session-answers-changed");
    let again = [link_button(Look::Secondary, Some(Icon::Edit), &again, "/session/begin")];
    match lock {
        Lock::Answers => html! { (refused(owner, next)) (actions(&again)) },
        Lock::Finished => {
            let (word, text) = (say.text("session-to-plan"), say.text("session-finished-text"));
            empty(Icon::Done, &say.text("session-finished"), &text, Some((&word, "/plan")))
        }
        Lock::Healing(from) => {
            let word = say.text("session-check-in");
            let go = [link_button(Look::Primary, Some(Icon::Healing), &word, "/today#check-in")];
            let inside = html! {
                p { (say.text("session-healing-text")) }
                @if from > today { p { (say.with("session-not-before", &[("day", day(from).into())])) } }
                p { (say.text("session-rest-counts")) }
                (actions(&go))
            };
            lead_card(&say.text("session-healing"), &inside)
        }
        Lock::Until(from) => {
            let inside = html! {
                p { (say.text("session-early-text")) }
                p { (say.text("session-rest-counts")) }
                (why_rest(owner, next))
            };
            lead_card(&say.with("session-early", &[("day", day(from).into())]), &inside)
        }
    }
}

/// Why the skin rests this long, and who says so.
fn why_rest(owner: &Owner, next: &Next<'_>) -> Markup {
    let Some(rhythm) = next.plan.rhythm else { return html! {} };
    let key = format!("rhythm-{}", rhythm.id);
    let because = owner.protocol.texts().say(&format!("{key}.because"));
    html! {
        p.quiet { (because) }
        (crate::said::of(&owner.say, &owner.protocol, &key, &rhythm.evidence))
    }
}

fn refused(owner: &Owner, next: &Next<'_>) -> Markup {
    html! {
        (banner(owner, &next.decided))
        p { (owner.say.text("session-refused-text")) }
        (findings(owner, &next.decided, true, |finding| !finding.verdict.allows()))
    }
}
