//! How the check-ins are judged, in plain words: how urgent, why, what to do, when to look again, and who says so.

use care::triage::{Reason, Why};
use care::words::{Level, Word as _};
use maud::{Markup, html};

use super::now::Now;
use crate::said;
use crate::ui::{disclosure, level_banner};

/// The answer; nothing before the first check-in, which the form asks for.
pub(super) fn judged(now: &Now<'_>) -> Markup {
    let Some(latest) = now.latest() else { return html! {} };
    let (say, texts) = (&now.owner.say, now.owner.protocol.texts());
    let triage = &now.triage;
    let at = say.zoned(latest.at, &now.owner.now);
    let seen = say.with("today-judged-at", &[("time", now.moment(&at).into())]);
    let sentence = texts.say(&format!("level-{}", triage.level.word()));
    if triage.level == Level::Expected {
        let body = html! {
            p.hint { (seen) " " (next(now)) }
            @if triage.unlocks_next { p { (say.text("today-healed")) } }
            (disclosure(&say.text("today-why"), &html! { (why(now)) (who(now)) }, false))
        };
        return html! { div.calm { (level_banner(triage.level, &sentence, &body)) } };
    }
    let body = html! {
        p { small { (seen) } }
        (why(now))
        p { (next(now)) }
    };
    html! { (level_banner(triage.level, &sentence, &body)) (who(now)) }
}

/// What to do, and why.
fn why(now: &Now<'_>) -> Markup {
    let (texts, triage) = (now.owner.protocol.texts(), &now.triage);
    html! {
        p { strong { (texts.say(&triage.action_key())) } }
        div.prose { ul { @for reason in &triage.reasons { li { (said_of(now, reason)) } } } }
    }
}

/// The reason, and what to do about just this; in an emergency nothing milder stands beside the one thing to do.
fn said_of(now: &Now<'_>, reason: &Reason<'_>) -> Markup {
    let texts = now.owner.protocol.texts();
    let milder = now.triage.level == Level::Emergency && reason.level() < Level::Emergency;
    let action = reason.action_key().filter(|_| !milder);
    html! { (reason.say(texts)) @if let Some(action) = action { " " (texts.say(&action)) } }
}

/// When the next check-in is due; one that is due already asks kindly. In an emergency nothing else is due.
fn next(now: &Now<'_>) -> String {
    let say = &now.owner.say;
    let next = now.triage.next_checkin.as_ref();
    match next.filter(|_| now.triage.level < Level::Emergency) {
        Some(next) if *next > now.owner.now => {
            say.with("today-look-again", &[("time", now.moment(next).into())])
        }
        Some(_) => say.text("today-look-now"),
        None => String::new(),
    }
}

fn who(now: &Now<'_>) -> Markup {
    let (say, protocol) = (&now.owner.say, &now.owner.protocol);
    let reasons = &now.triage.reasons;
    let mut sources: Vec<String> =
        reasons.iter().flat_map(|reason| reason.sources().iter().cloned()).collect();
    sources.sort();
    sources.dedup();
    let doubts = reasons
        .iter()
        .flat_map(|reason| said::doubts(say, protocol, &evidence_key(reason), reason.evidence()));
    let mut doubts: Vec<String> = doubts.collect();
    doubts.dedup();
    said::who(say, protocol, &sources, &doubts)
}

/// The name of the text whose doubts belong to a reason.
fn evidence_key(reason: &Reason<'_>) -> String {
    match reason.why {
        Why::Above { seen, .. }
        | Why::FarAbove { seen, .. }
        | Why::Rising { seen, .. }
        | Why::Lasting { seen, .. } => format!("sign-{}", seen.sign.word()),
        Why::Flag(row) | Why::Lingers(row) => format!("flag-{}", row.id.word()),
        Why::InfectionWithFever
        | Why::Raised
        | Why::NoneYet
        | Why::NothingSaid
        | Why::Fine { .. } => "triage".into(),
    }
}
