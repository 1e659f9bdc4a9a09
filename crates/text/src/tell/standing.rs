//! What a standing says: why a session waits, what a clinician said, what was set aside.
//!
//! They are the texts `lock-…`, `clearance-said-…` and `aside-…` of the protocol.

use care::screening::Read;
use care::standing::{Because, Cause, Lock, SetAside, Weighed, What};
use care::story::{Clearance, Said};
use care::words::Word;
use jiff::civil::Date;
use words::{Variable, Worded};

/// Why the session waits, as a sentence.
pub fn lock(protocol: &Worded, lock: &Lock<'_>) -> String {
    let (key, variables) = lock_text(protocol, lock);
    protocol.texts().with(key, &variables)
}

fn lock_text(protocol: &Worded, lock: &Lock<'_>) -> (&'static str, Vec<Variable<'static>>) {
    let texts = protocol.texts();
    match &lock.cause {
        Cause::Rest { session, row, length } => {
            let on = texts.date(session.date());
            let wait = ("wait", texts.wait(row.rest).into());
            ("lock-rest", vec![wait, ("length", length.mm().into()), ("on", on.into())])
        }
        Cause::Open(row) => ("lock-open", vec![("wait", texts.wait(row.closed_after).into())]),
        Cause::Rhythm(row) => ("lock-rhythm", vec![("wait", texts.wait(row.not_before).into())]),
        Cause::Healing => ("lock-healing", Vec::new()),
        Cause::Flag(row) => {
            let flag = texts.say(&format!("flag-{}", row.id.word())).into_owned();
            ("lock-flag", vec![("flag", flag.into())])
        }
        Cause::Answers(weighed) => {
            ("lock-answers", vec![("question", question(protocol, weighed).into())])
        }
        Cause::Clearance(clearance) => {
            clearance_text(protocol, clearance, ["lock-clearance-no", "lock-clearance-wait"])
        }
        Cause::KeepFree(_) => ("lock-keep-free", Vec::new()),
        Cause::Density(row) => {
            let cap = ("cap", row.density_cap_per_cm2.into());
            ("lock-density", vec![cap, ("wait", texts.wait(row.over_cap_rest).into())])
        }
        Cause::Over(_) => ("lock-over", Vec::new()),
        Cause::Future(first) => ("lock-future", vec![("first", texts.date(*first).into())]),
    }
}

/// What was asked, or the rule's own title where it was nothing that is asked.
fn question(protocol: &Worded, weighed: &Weighed) -> String {
    let rule = weighed.finding.rule(protocol).map_or("", |rule| rule.id.as_str());
    let key = match (weighed.finding.read, weighed.finding.question(protocol)) {
        (Read::Answer(_), Some(question)) if weighed.finding.unknown => {
            format!("question-{}", question.id)
        }
        _ => format!("rule-{rule}"),
    };
    protocol.texts().say(&key).into_owned()
}

fn clearance_text(
    protocol: &Worded,
    clearance: &Clearance,
    [no, wait]: [&'static str; 2],
) -> (&'static str, Vec<Variable<'static>>) {
    let date = |day: Date| protocol.texts().date(day);
    let on = ("on", date(clearance.on).into());
    match clearance.said {
        Said::WaitUntil(day) => (wait, vec![on, ("until", date(day).into())]),
        Said::Yes | Said::No => (no, vec![on]),
    }
}

/// What a clinician said, as a sentence.
pub fn clearance(protocol: &Worded, clearance: &Clearance) -> String {
    let no = if clearance.said == Said::Yes { "clearance-said-yes" } else { "clearance-said-no" };
    let (key, variables) = clearance_text(protocol, clearance, [no, "clearance-said-wait"]);
    protocol.texts().with(key, &variables)
}

/// What was set aside.
pub fn set_aside(protocol: &Worded, aside: &SetAside) -> String {
    let (key, on) = match &aside.what {
        What::Session(at) => ("aside-session", at.date()),
        What::CheckIn(at) => ("aside-check-in", at.date()),
        What::Clearance(on) => ("aside-clearance", *on),
        What::LeftOut(on) => ("aside-left-out", *on),
        What::Move(to) => ("aside-move", *to),
    };
    let texts = protocol.texts();
    texts.with(key, &[("on", texts.date(on).into())])
}

/// Why it was set aside, and what to do.
pub fn why_aside(protocol: &Worded, aside: &SetAside) -> String {
    let key = match aside.because {
        Because::Future => "aside-future",
        Because::BeforeBirth => "aside-before-birth",
        Because::Done => "aside-done",
        Because::Locked => "aside-locked",
        Because::NotPlanned => "aside-not-planned",
    };
    protocol.texts().text(key)
}
