//! How the check-ins are judged, in plain words: how urgent, why, what to do, when to look again, and who says so.

use care::triage::{Reason, Why};
use care::words::{Level, Word as _};
use maud::{Markup, html};

use super::now::Now;
use crate::said;
use crate::ui::level_banner;

/// The answer; nothing before the first check-in, which the form asks for.
pub(super) fn judged(now: &Now<'_>) -> Markup {
    let Some(latest) = now.latest() else { return html! {} };
    let (say, texts) = (&now.owner.say, now.owner.protocol.texts());
    let triage = &now.triage;
    let at = say.zoned(latest.at, &now.owner.now);
    let seen = say.with("today-judged-at", &[("time", now.moment(&at).into())]);
    let sentence = texts.say(&format!("level-{}", triage.level.word()));
    let body = html! {
        p { small { (seen) } }
        p { strong { (texts.say(&triage.action_key())) } }
        div.prose { ul { @for reason in &triage.reasons { li { (said_of(now, reason)) } } } }
        @if let (Some(next), true) = (&triage.next_checkin, triage.level < Level::Emergency) {
            (look_again(now, next))
        }
        @if triage.unlocks_next { p { (say.text("today-healed")) } }
    };
    html! { (level_banner(triage.level, &sentence, &body)) (who(now)) }
}

/// The reason, and what to do about just this; in an emergency nothing milder stands beside the one thing to do.
fn said_of(now: &Now<'_>, reason: &Reason<'_>) -> Markup {
    let texts = now.owner.protocol.texts();
    let milder = now.triage.level == Level::Emergency && reason.level() < Level::Emergency;
    let action = reason.action_key().filter(|_| !milder);
    html! { (reason.say(texts)) @if let Some(action) = action { " " (texts.say(&action)) } }
}

/// When the next check-in is due; one that is due already asks kindly.
fn look_again(now: &Now<'_>, next: &jiff::Zoned) -> Markup {
    let say = &now.owner.say;
    let text = match *next > now.owner.now {
        true => say.with("today-look-again", &[("time", now.moment(next).into())]),
        false => say.text("today-look-now"),
    };
    html! { p { (text) } }
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
        Why::InfectionWithFever | Why::Raised | Why::NoneYet | Why::Fine { .. } => "triage".into(),
    }
}
