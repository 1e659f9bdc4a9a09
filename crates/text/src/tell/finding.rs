//! Why a finding matters and what would change it.
//!
//! An answer that is not known is explained by its question; every other finding by its rule.

use std::borrow::Cow;

use care::answers::Answer;
use care::person::Person;
use care::screening::{Finding, Read, ceiling};
use words::{Variable, Worded, Wording};

/// Why it matters.
pub fn because<'p>(protocol: &'p Worded, person: &Person, finding: &Finding) -> Cow<'p, str> {
    say(protocol, person, finding, ["unknown", "because"])
}

/// What would change it.
pub fn change<'p>(protocol: &'p Worded, person: &Person, finding: &Finding) -> Cow<'p, str> {
    say(protocol, person, finding, ["find-out", "change"])
}

fn say<'p>(
    protocol: &'p Worded,
    person: &Person,
    finding: &Finding,
    [unknown, known]: [&str; 2],
) -> Cow<'p, str> {
    let texts = protocol.texts();
    if finding.unknown {
        let question = match finding.read {
            Read::Born => "born",
            Read::NeedleLength => "needle-length",
            Read::Areas => "areas",
            Read::SkinType => "skin-type",
            Read::Answer(_) => finding.question(protocol).map_or("", |question| &question.id),
        };
        return texts.say(&format!("question-{question}.{unknown}"));
    }
    let rule = finding.rule(protocol).map_or("", |rule| &rule.id);
    texts.say_with(&format!("rule-{rule}.{known}"), &variables(protocol, person, finding))
}

fn variables(protocol: &Worded, person: &Person, finding: &Finding) -> Vec<Variable<'static>> {
    let texts = protocol.texts();
    let mut variables: Vec<Variable<'static>> = Vec::new();
    variables.extend(finding.until.map(|until| ("until", texts.date(until).into())));
    if let Read::Answer(place) = finding.read
        && let Answer::Dated { on, .. } = person.answers.get(usize::from(place))
    {
        variables.push(("on", texts.date(on).into()));
    }
    if finding.read == Read::NeedleLength {
        variables.push(("ceiling", longest(protocol, texts, person).into()));
    }
    variables
}

/// The longest needle that is allowed on every part of the skin, with its unit.
fn longest(protocol: &Worded, texts: &Wording, person: &Person) -> String {
    let length = ceiling(protocol, person).map_or(0.0, |length| length.mm());
    texts.with("unit-mm", &[("n", length.into())])
}
