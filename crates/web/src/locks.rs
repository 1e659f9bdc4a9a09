//! What the next session waits for: each lock in a sentence of its own, with its end, who says so, and the way on.
//!
//! The same on the door of a session, the plan and Today. Which locks hold is worked out in [`care::standing`].

use care::standing::{Cause, Lock, Standing};
use care::story::About;
use care::words::Word as _;
use jiff::Zoned;
use maud::{Markup, html};
use text::tell::verdict;

use crate::frame::Reader;
use crate::sources;
use crate::to::To;
use crate::ui::{Icon, Look as Style, link_button};
use chart::screening::decided::Decided;

/// The one sentence that says when the next session can be, or what has to happen first.
pub(crate) fn headline(reader: &Reader, standing: &Standing<'_>, decided: &Decided) -> String {
    let (say, texts) = (&reader.say, reader.protocol.texts());
    let endless = standing.locks.iter().filter(|lock| lock.until.is_none());
    // A check-in is asked for last: it can be given, and is no use while something else stands in the way.
    let endless = endless.min_by_key(|lock| matches!(lock.cause, Cause::Healing));
    match endless.map(|lock| &lock.cause) {
        Some(cause) if is_answered(cause) => {
            verdict::of_decision(&reader.protocol, &decided.decision)
        }
        Some(Cause::Clearance(_)) => endless
            .map_or_else(String::new, |lock| text::tell::standing::lock(&reader.protocol, lock)),
        Some(Cause::Flag(row)) => {
            let flag = texts.say(&format!("flag-{}", row.id.word())).into_owned();
            say.with("locks-flag", &[("flag", flag.into())])
        }
        Some(Cause::Over(_)) => say.text("locks-over"),
        Some(_) => say.text("locks-healing"),
        None => opens(reader, standing).map_or_else(
            || say.text("locks-open"),
            |moment| say.with("locks-until", &[("time", when(reader, &moment).into())]),
        ),
    }
}

/// Whether the verdict says it: answers speak against it, or a clinician does about one of them. What was said of a warning
/// sign is no verdict.
pub(crate) fn is_answered(cause: &Cause<'_>) -> bool {
    match cause {
        Cause::Answers(_) => true,
        Cause::Clearance(said) => matches!(said.about, About::Question(_)),
        _ => false,
    }
}

/// When the last lock opens; `None` if nothing locks.
pub(crate) fn opens(reader: &Reader, standing: &Standing<'_>) -> Option<Zoned> {
    let next = standing.next.as_ref().map(|next| next.not_before.clone());
    let ends = standing.locks.iter().filter_map(|lock| lock.until.clone());
    next.into_iter().chain(ends).max().filter(|moment| *moment > reader.now)
}

/// Every lock, one below the other.
pub(crate) fn all(reader: &Reader, standing: &Standing<'_>) -> Markup {
    html! {
        @if !standing.locks.is_empty() {
            ul.locks { @for lock in &standing.locks { li { (one(reader, lock)) } } }
        }
    }
}

fn one(reader: &Reader, lock: &Lock<'_>) -> Markup {
    let (say, protocol) = (&reader.say, &reader.protocol);
    let until = lock.until.as_ref().map(|until| when(reader, until));
    let sources = lock.sources(protocol);
    html! {
        (text::tell::standing::lock(protocol, lock))
        @if let Some(until) = until { " " (say.with("locks-opens", &[("time", until.into())])) }
        @if !sources.is_empty() { (sources::who(reader, sources, &[])) }
    }
}

/// The ways on: what can be done about what locks.
pub(crate) fn ways_on(reader: &Reader, standing: &Standing<'_>) -> Vec<Markup> {
    let say = &reader.say;
    let mut ways = Vec::new();
    let has = |fits: fn(&Cause<'_>) -> bool| standing.locks.iter().any(|lock| fits(&lock.cause));
    if has(|cause| matches!(cause, Cause::Healing | Cause::Flag(_))) {
        let word = say.text("session-check-in");
        ways.push(link_button(
            Style::Primary,
            Some(Icon::Healing),
            &word,
            &reader.to(To::Today).at("check-in"),
        ));
    }
    if has(|cause| matches!(cause, Cause::Answers(_) | Cause::Clearance(_))) {
        let word = say.text("locks-answers");
        ways.push(link_button(Style::Secondary, Some(Icon::Edit), &word, &reader.to(To::Verdict)));
    }
    if has(|cause| matches!(cause, Cause::KeepFree(_) | Cause::Over(_) | Cause::Future(_))) {
        let word = say.text("session-to-plan");
        ways.push(link_button(Style::Secondary, Some(Icon::Plan), &word, &reader.to(To::Plan)));
    }
    ways
}

/// A moment as a person says it; a day that begins is only a day.
pub(crate) fn when(reader: &Reader, moment: &Zoned) -> String {
    let here = moment.with_time_zone(reader.now.time_zone().clone());
    match here.time() == jiff::civil::Time::midnight() {
        true => reader.say.near_day(here.date(), reader.now.date()),
        false => reader.say.near_moment(&here, &reader.now),
    }
}
