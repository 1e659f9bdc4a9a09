//! The sentences of a standing, rendered when somebody reads them: why a session waits, who says so, what was set aside.
//!
//! They are the texts `lock-…`, `clearance-said-…` and `aside-…` of the protocol.

use jiff::civil::Date;

use super::lock::Cause;
use super::past::{Because, SetAside, What};
use super::{Lock, Weighed};
use crate::protocol::Protocol;
use crate::protocol::texts::Variable;
use crate::screening::Read;
use crate::story::{Clearance, Said};
use crate::words::Word;

impl Lock<'_> {
    /// Why the session waits, as a sentence.
    pub fn say(&self, protocol: &Protocol) -> String {
        let (key, variables) = self.text(protocol);
        protocol.texts().say_with(key, &variables).into_owned()
    }

    fn text(&self, protocol: &Protocol) -> (&'static str, Vec<Variable<'static>>) {
        let texts = protocol.texts();
        match &self.cause {
            Cause::Rest { session, row, length } => {
                let on = texts.date(session.date());
                let wait = ("wait", texts.wait(row.rest).into());
                ("lock-rest", vec![wait, ("length", length.to_string().into()), ("on", on.into())])
            }
            Cause::Open(row) => ("lock-open", vec![("wait", texts.wait(row.closed_after).into())]),
            Cause::Rhythm(row) => {
                ("lock-rhythm", vec![("wait", texts.wait(row.not_before).into())])
            }
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

    /// The ids of the sources it rests on; none for what the person or their clinician said.
    pub fn sources<'s>(&'s self, protocol: &'s Protocol) -> &'s [String] {
        match &self.cause {
            Cause::Rest { row, .. } | Cause::Rhythm(row) | Cause::Over(row) => {
                &row.evidence.sources
            }
            Cause::Open(row) | Cause::KeepFree(Some(row)) => &row.evidence.sources,
            Cause::Healing => &protocol.triage().evidence.sources,
            Cause::Flag(row) => &row.evidence.sources,
            Cause::Answers(weighed) => weighed.finding.sources(protocol),
            Cause::Density(row) => &row.evidence.sources,
            Cause::Clearance(_) | Cause::KeepFree(None) | Cause::Future(_) => &[],
        }
    }
}

/// What was asked, or the rule's own title where it was nothing that is asked.
fn question(protocol: &Protocol, weighed: &Weighed) -> String {
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
    protocol: &Protocol,
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

impl Clearance {
    /// What was said, as a sentence.
    pub fn say(&self, protocol: &Protocol) -> String {
        let no = if self.said == Said::Yes { "clearance-said-yes" } else { "clearance-said-no" };
        let (key, variables) = clearance_text(protocol, self, [no, "clearance-said-wait"]);
        protocol.texts().say_with(key, &variables).into_owned()
    }
}

impl SetAside {
    /// What was set aside.
    pub fn what(&self, protocol: &Protocol) -> String {
        let (key, on) = match &self.what {
            What::Session(at) => ("aside-session", at.date()),
            What::CheckIn(at) => ("aside-check-in", at.date()),
            What::Clearance(on) => ("aside-clearance", *on),
            What::LeftOut(on) => ("aside-left-out", *on),
            What::Move(to) => ("aside-move", *to),
        };
        let on = [("on", protocol.texts().date(on).into())];
        protocol.texts().say_with(key, &on).into_owned()
    }
    /// Why, and what to do.
    pub fn because(&self, protocol: &Protocol) -> String {
        let key = match self.because {
            Because::Future => "aside-future",
            Because::BeforeBirth => "aside-before-birth",
            Because::Done => "aside-done",
            Because::Locked => "aside-locked",
            Because::NotPlanned => "aside-not-planned",
        };
        protocol.texts().say(key).into_owned()
    }
}
