//! What a person reads of a triage, in the order in which they should: whom to call, what to do, why, and what would make
//! an emergency of it.
//!
//! Pages and commands take it from here, so that they say the same. How urgent it is was decided before; the sentences are
//! texts of the protocol.

use care::triage::{Reason, Triage, Why};
use care::words::{Level, Word};
use jiff::tz::TimeZone;
use words::{Worded, Wording};

use super::reason;

/// What is said of a triage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Whom to call, first of all, where it is an emergency.
    pub call: Option<Call>,
    /// What to do.
    pub action: String,
    /// Why, the worst first, each with what to do about just this.
    pub points: Vec<Point>,
    /// What would make an emergency of it: whom to call then, and the signs.
    pub call_if: Option<(Call, Vec<String>)>,
}

/// A sentence that names the number to call, if one is known where the person is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The sentence.
    pub sentence: String,
    /// The number, as it is dialled.
    pub number: Option<String>,
}

/// One reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// What was seen.
    pub because: String,
    /// What to do about it, where there is something.
    pub action: Option<String>,
}

/// The signs that turn skin which looks infected into an emergency: NHS on cellulitis.
const CALL_IF: [&str; 5] = ["fever", "heart", "vomit", "faint", "cold"];

impl Advice {
    /// Whom to call and what to do, in one line.
    pub fn first(&self) -> String {
        let call = self.call.iter().map(|call| call.sentence.as_str());
        call.chain([self.action.as_str()]).collect::<Vec<_>>().join(" ")
    }
}

impl Point {
    /// Both in one line.
    pub fn say(&self) -> String {
        let action = self.action.iter().map(String::as_str);
        std::iter::once(self.because.as_str()).chain(action).collect::<Vec<_>>().join(" ")
    }
}

/// What is said of a triage to somebody in a time zone.
pub fn advice(protocol: &Worded, triage: &Triage<'_>, zone: &TimeZone) -> Advice {
    let (texts, number) = (protocol.texts(), protocol.emergency_number(zone));
    Advice {
        call: (triage.level == Level::Emergency).then(|| call(texts, "emergency-call", number)),
        action: texts.text(&action_key(triage.level)),
        points: triage.reasons.iter().map(|reason| point(texts, triage.level, reason)).collect(),
        call_if: triage.may_turn().then(|| call_if(texts, number)),
    }
}

/// In an emergency nothing milder stands beside the one thing to do; and what a sign asks for while it is there is not
/// asked for once it has gone.
fn point(texts: &Wording, level: Level, reason: &Reason<'_>) -> Point {
    let milder = level == Level::Emergency && reason.level() < Level::Emergency;
    let gone = matches!(reason.why, Why::Lingers(_));
    let action = reason.action_key().filter(|_| !milder && !gone);
    Point { because: reason::say(texts, reason), action: action.map(|key| texts.text(&key)) }
}

/// What to do at a level, in one line.
pub fn at_level(protocol: &Worded, level: Level, zone: &TimeZone) -> String {
    let (texts, number) = (protocol.texts(), protocol.emergency_number(zone));
    let call = (level == Level::Emergency).then(|| call(texts, "emergency-call", number));
    let call = call.into_iter().map(|call| call.sentence);
    call.chain([texts.text(&action_key(level))]).collect::<Vec<_>>().join(" ")
}

fn action_key(level: Level) -> String {
    format!("level-{}.action", level.word())
}

fn call(texts: &Wording, key: &str, number: Option<&str>) -> Call {
    let sentence = match number {
        Some(number) => texts.with(key, &[("number", number.into())]),
        None => texts.text(&format!("{key}.unknown")),
    };
    Call { sentence, number: number.map(str::to_owned) }
}

fn call_if(texts: &Wording, number: Option<&str>) -> (Call, Vec<String>) {
    let sign = |sign: &&str| texts.text(&format!("emergency-if.{sign}"));
    (call(texts, "emergency-if", number), CALL_IF.iter().map(sign).collect())
}
