//! What comes next: the first session and what to prepare, or the next one and when results can be judged.

use care::programme::{Programme, Step};
use chart::session::next::{Lock, Next};
use chart::story::Story;
use jiff::civil::Date;
use maud::{Markup, html};
use text::show::decision_sentence;

use super::now::Now;
use crate::screening::verdict::banner;
use crate::ui::{
    Icon, Look, actions, card, disclosure, empty, lead_card, link_button, page_header,
};
use crate::visit::Owner;

/// The page before the first session.
pub(super) fn before_the_first(owner: &Owner, story: &Story) -> Markup {
    let (say, today) = (&owner.say, owner.now.date());
    let title = say.text("today-title");
    let day = say.day(today);
    let next = Next::of(story, &owner.protocol, &owner.person.record, today);
    html! {
        (page_header(&title, None, Some(&day)))
        @match (&next, story.begun()) {
            (_, Some(_)) => (under_way(owner)),
            (Some(next), None) => (first(owner, next)),
            (None, None) => (no_plan(owner)),
        }
    }
}

fn no_plan(owner: &Owner) -> Markup {
    let say = &owner.say;
    let (word, text) = (say.text("today-no-plan-go"), say.text("today-no-plan-text"));
    empty(Icon::Plan, &say.text("today-no-plan"), &text, Some((&word, "/plan")))
}

fn under_way(owner: &Owner) -> Markup {
    let say = &owner.say;
    let word = say.text("today-under-way-go");
    let go = [link_button(Look::Primary, Some(Icon::Next), &word, "/session")];
    let body = html! { p { (say.text("today-under-way-text")) } (actions(&go)) };
    lead_card(&say.text("today-under-way"), &body)
}

fn first(owner: &Owner, next: &Next<'_>) -> Markup {
    let (say, today) = (&owner.say, owner.now.date());
    let Some(window) = next.window() else { return not_now(owner, next) };
    let open = next.lock.is_none();
    let title = match open {
        true => say.text("today-first-now"),
        false => {
            let days = days_between(today, window.not_before);
            say.with("today-first-in", &[("n", days.into())])
        }
    };
    let best = say.near_day(window.best_by, today);
    let day = say.near_day(window.ideal.max(today), today);
    let words = [("day", day.into()), ("best", best.into())];
    let word = say.text("today-to-session");
    let look = if open { Look::Primary } else { Look::Secondary };
    let lead = html! {
        p { (say.with("today-first-when", &words)) }
        (actions(&[link_button(look, Some(Icon::Session), &word, "/session")]))
    };
    html! {
        (lead_card(&title, &lead))
        (prepare(owner, &next.plan, today))
    }
}

/// An answer speaks against it as it stands.
fn not_now(owner: &Owner, next: &Next<'_>) -> Markup {
    let word = owner.say.text("today-why-not");
    let go = [link_button(Look::Secondary, Some(Icon::Next), &word, "/session")];
    html! { (banner(owner, &next.decided)) (actions(&go)) }
}

/// What can be prepared today, and what comes later.
fn prepare(owner: &Owner, plan: &Programme<'_>, today: Date) -> Markup {
    let say = &owner.say;
    let (now, later): (Vec<&Step<'_>>, Vec<&Step<'_>>) =
        plan.preparation.iter().partition(|step| step.from <= today);
    let texts = owner.protocol.texts();
    let one = |step: &Step<'_>| {
        let key = format!("preparation-{}", step.row.id);
        let body = html! {
            p { (texts.say(&format!("{key}.do"))) }
            (crate::said::of(say, &owner.protocol, &key, &step.row.evidence))
        };
        disclosure(&texts.say(&key), &body, false)
    };
    let soon = later.iter().map(|step| step.from).min();
    html! {
        @if !now.is_empty() {
            (card(&say.text("today-prepare"), &html! { @for step in &now { (one(step)) } }))
        }
        @if let Some(day) = soon {
            p.quiet { (say.with("today-prepare-next", &[("day", say.near_day(day, today).into())])) }
        }
    }
}

/// The card after a session: the next one, or what it waits for, and when results can be judged.
pub(super) fn after(now: &Now<'_>) -> Markup {
    let (owner, today) = (now.owner, now.owner.now.date());
    let say = &owner.say;
    if now.chart.story.begun().is_some() {
        return under_way(owner);
    }
    let Some(next) = Next::of(&now.chart.story, &owner.protocol, now.chart.profile(), today) else {
        let body = html! { p { a href="/plan" { (say.text("today-no-plan-go")) } } };
        return card(&say.text("today-next"), &body);
    };
    let body = html! {
        p { strong { (standing(owner, &next)) } }
        p {
            @if let (Some(window), true) = (next.window(), next.lock != Some(Lock::Answers)) {
                (say.with("today-best-by", &[("day", say.near_day(window.best_by, today).into())])) " "
            }
            @if next.lock.is_some() { (say.text("today-rest-counts")) }
        }
        (judge(owner, &next, today))
        @let look = if next.lock.is_none() { Look::Primary } else { Look::Quiet };
        (actions(&[link_button(look, Some(Icon::Session), &say.text("today-to-session"), "/session")]))
    };
    match now.is_over() {
        true => lead_card(&say.text("today-next"), &body),
        false => card(&say.text("today-next"), &body),
    }
}

fn standing(owner: &Owner, next: &Next<'_>) -> String {
    let (say, today) = (&owner.say, owner.now.date());
    let day = |day| say.near_day(day, today).into();
    match next.lock {
        None => say.text("today-next-open"),
        Some(Lock::Answers) => decision_sentence(&owner.protocol, &next.decided.decision),
        Some(Lock::Healing(from)) if from > today => {
            say.with("today-next-healing-from", &[("day", day(from))])
        }
        Some(Lock::Healing(_)) => say.text("today-next-healing"),
        Some(Lock::Until(from)) => say.with("today-next-from", &[("day", day(from))]),
        Some(Lock::Finished) => say.text("today-next-finished"),
    }
}

/// Too early to judge, or not any more.
fn judge(owner: &Owner, next: &Next<'_>, today: Date) -> Markup {
    let Some(judge) = next.plan.judge else { return html! {} };
    let (say, row) = (&owner.say, owner.protocol.judge());
    let from = say.near_day(judge.from, today);
    let text = match today < judge.from {
        true => say.with("today-too-early", &[("day", from.into())]),
        false => say.with("today-judge-now", &[("day", from.into())]),
    };
    let words = [("from", say.date(judge.from).into()), ("by", say.date(judge.by).into())];
    let body = html! {
        p { (owner.protocol.texts().say_with("judge", &words)) }
        (crate::said::of(say, &owner.protocol, "judge", &row.evidence))
    };
    disclosure(&text, &body, false)
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
