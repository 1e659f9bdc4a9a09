//! What comes next: the first session and what to prepare, or the next one and when results can be judged.

use care::programme::{JudgeWindow, Programme, Step};
use care::verdict::Verdict;
use chart::screening::decided;
use chart::{Chart, Look};
use jiff::civil::Date;
use maud::{Markup, html};
use text::tell::verdict;

use super::now::Now;
use super::{judged, set_aside, signs};
use crate::frame::Reader;
use crate::screening::verdict::verdict_card;
use crate::to::To;
use crate::ui::{
    Icon, Look as Style, actions, card, disclosure, empty, fold, lead_card, link_button,
    page_header,
};
use crate::{feed, locks};

/// The page before the first session.
pub(super) fn before_the_first(reader: &Reader, chart: &Chart) -> Markup {
    let (say, today) = (&reader.say, reader.now.date());
    let title = say.text("today-title");
    let day = say.day(today);
    let look = chart.look(&reader.protocol, &reader.now);
    html! {
        (page_header(&title, None, Some(&day)))
        @if let Some(look) = &look { (from_before(reader, chart, look)) }
        (what_next(reader, chart, look.as_ref()))
        @if let Some(look) = &look { (set_aside::notice(reader, chart, &look.standing.set_aside)) }
    }
}

/// Warning signs of a session that is no longer on record are as open as any.
fn from_before(reader: &Reader, chart: &Chart, look: &Look<'_>) -> Markup {
    html! {
        @if let Some(triage) = look.standing.triage.as_ref().filter(|triage| !triage.open.is_empty()) {
            (judged::judged(reader, triage, chart.story.checkins.last().map(|entry| &entry.record)))
            (signs::open(reader, chart, &triage.open))
        }
    }
}

fn what_next(reader: &Reader, chart: &Chart, look: Option<&Look<'_>>) -> Markup {
    let planned = chart.story.programme.is_some();
    match look {
        _ if chart.story.begun().is_some() => under_way(reader),
        Some(look) if planned => first(reader, look),
        Some(look) if must_wait(reader, chart, look) => waits(reader, look),
        _ => no_plan(reader),
    }
}

/// Whether everything was answered, and something speaks against it.
fn must_wait(reader: &Reader, chart: &Chart, look: &Look<'_>) -> bool {
    let answered = decided::decide(&reader.protocol, chart, &reader.now).is_some();
    answered && !look.decided.decision.verdict.allows()
}

/// Whoever must wait sees until when, and how many days that is.
fn waits(reader: &Reader, look: &Look<'_>) -> Markup {
    let (say, verdict) = (&reader.say, look.decided.decision.verdict);
    if verdict.allows() {
        let headline = locks::headline(reader, &look.standing, &look.decided);
        return lead_card(&headline, &locks::all(reader, &look.standing));
    }
    let word = say.text("today-why-not");
    let go = [link_button(Style::Secondary, Some(Icon::Next), &word, &reader.to(To::Verdict))];
    html! {
        (verdict_card(reader, &look.decided))
        @if let Some(until) = verdict.until() { p.countdown { strong { (days_left(reader, until)) } } }
        (actions(&go))
    }
}

fn days_left(reader: &Reader, until: Date) -> String {
    let days = days_between(reader.now.date(), until);
    reader.say.with("today-days-left", &[("n", days.into())])
}

fn no_plan(reader: &Reader) -> Markup {
    let say = &reader.say;
    let (word, text) = (say.text("today-no-plan-go"), say.text("today-no-plan-text"));
    empty(Icon::Plan, &say.text("today-no-plan"), &text, Some((&word, &reader.to(To::Plan))))
}

fn under_way(reader: &Reader) -> Markup {
    let say = &reader.say;
    let word = say.text("today-under-way-go");
    let go = [link_button(Style::Primary, Some(Icon::Next), &word, &reader.to(To::SessionStart))];
    let body = html! { p { (say.text("today-under-way-text")) } (actions(&go)) };
    lead_card(&say.text("today-under-way"), &body)
}

fn first(reader: &Reader, look: &Look<'_>) -> Markup {
    let (say, today) = (&reader.say, reader.now.date());
    let Some(next) = &look.standing.next else { return waits(reader, look) };
    let open = look.standing.is_open();
    let title = match open {
        true => say.text("today-first-now"),
        false => {
            let days = days_between(today, next.not_before.date());
            say.with("today-first-in", &[("n", days.into())])
        }
    };
    let best = say.near_day(next.best_by, today);
    let words = [("day", say.near_day(next.ideal, today).into()), ("best", best.into())];
    let word = say.text("today-to-session");
    let style = if open { Style::Primary } else { Style::Secondary };
    let lead = html! {
        p { (say.with("today-first-when", &words)) }
        (locks::all(reader, &look.standing))
        (actions(&[link_button(style, Some(Icon::Session), &word, &reader.to(To::SessionStart))]))
        (feed::download(reader))
    };
    html! {
        (lead_card(&title, &lead))
        @if let Some(plan) = &look.standing.programme { (prepare(reader, plan, today)) }
    }
}

/// What can be prepared today, and what comes later.
fn prepare(reader: &Reader, plan: &Programme<'_>, today: Date) -> Markup {
    let say = &reader.say;
    let (now, later): (Vec<&Step<'_>>, Vec<&Step<'_>>) =
        plan.preparation.iter().partition(|step| step.from <= today);
    let texts = reader.protocol.texts();
    let one = |step: &Step<'_>| {
        let key = format!("preparation-{}", step.row.id);
        let body = html! {
            p { (texts.say(&format!("{key}.do"))) }
            (crate::sources::of(reader, &key, &step.row.evidence))
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
    let (reader, standing) = (now.reader, &now.standing);
    let say = &reader.say;
    if now.chart.story.begun().is_some() {
        return under_way(reader);
    }
    if now.chart.story.programme.is_none() {
        return card(&say.text("today-next"), &unplanned(now));
    }
    let open = standing.is_open();
    let best = standing.next.as_ref().filter(|_| !now.is_urgent()).map(|next| next.best_by);
    let style = if open { Style::Primary } else { Style::Quiet };
    let body = html! {
        p { strong { (headline(now)) } }
        @if let Some(day) = best {
            p { (say.with("today-best-by", &[("day", say.near_day(day, reader.now.date()).into())])) }
        }
        @if !open {
            (locks::all(reader, standing))
            @if may_wait(now) { p { (say.text("today-rest-counts")) } }
        }
        @if !now.is_urgent() { (judge(reader, standing.judge, reader.now.date())) }
        (actions(&[link_button(style, Some(Icon::Session), &say.text("today-to-session"), &reader.to(To::SessionStart))]))
        @if !now.is_urgent() { (feed::download(reader)) }
    };
    match now.is_over() {
        true => lead_card(&say.text("today-next"), &body),
        false => fold(&say.text("today-next"), &headline(now), &body, false),
    }
}

/// Whether there is something to wait for.
fn may_wait(now: &Now<'_>) -> bool {
    let look = now.chart.look(&now.reader.protocol, &now.reader.now);
    look.is_some_and(|look| look.decided.decision.verdict != Verdict::DoNot)
}

/// Without a plan: until when to wait, or the way to one.
fn unplanned(now: &Now<'_>) -> Markup {
    let (reader, say) = (now.reader, &now.reader.say);
    let look = now.chart.look(&reader.protocol, &reader.now);
    let waits = look.filter(|look| must_wait(reader, now.chart, look));
    let Some(look) = waits else {
        return html! { p { a href=(reader.to(To::Plan)) { (say.text("today-no-plan-go")) } } };
    };
    let until = look.decided.decision.verdict.until();
    html! {
        p { strong { (verdict::of_decision(&reader.protocol, &look.decided.decision)) } }
        @if let Some(until) = until { p { (days_left(reader, until)) } }
        p { a href=(reader.to(To::Verdict)) { (say.text("today-why-not")) } }
    }
}

fn headline(now: &Now<'_>) -> String {
    let look = now.chart.look(&now.reader.protocol, &now.reader.now);
    look.map_or_else(String::new, |look| locks::headline(now.reader, &look.standing, &look.decided))
}

/// Too early to judge, or not any more.
fn judge(reader: &Reader, judge: Option<JudgeWindow>, today: Date) -> Markup {
    let Some(judge) = judge else { return html! {} };
    let (say, row) = (&reader.say, reader.protocol.judge());
    let from = say.near_day(judge.from, today);
    let text = match today < judge.from {
        true => say.with("today-too-early", &[("day", from.into())]),
        false => say.with("today-judge-now", &[("day", from.into())]),
    };
    let words = [("from", say.date(judge.from).into()), ("by", say.date(judge.by).into())];
    let body = html! {
        p { (reader.protocol.texts().say_with("judge", &words)) }
        (crate::sources::of(reader, "judge", &row.evidence))
    };
    disclosure(&text, &body, false)
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
