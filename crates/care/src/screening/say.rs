//! The sentences of a decision, rendered when somebody reads them.
//!
//! An answer that is not known is explained by its question; every other finding by its rule.

use std::borrow::Cow;

use fluent_bundle::FluentValue;

use super::{Finding, Read};
use crate::Protocol;
use crate::answers::Answer;
use crate::person::Person;
use crate::protocol::texts::Variable;
use crate::words::Word as _;

impl Finding {
    /// Why it matters.
    pub fn because<'p>(&self, protocol: &'p Protocol, person: &Person) -> Cow<'p, str> {
        self.say(protocol, person, "unknown", "because")
    }
    /// What would change it.
    pub fn change<'p>(&self, protocol: &'p Protocol, person: &Person) -> Cow<'p, str> {
        self.say(protocol, person, "find-out", "change")
    }
    /// What was answered, as the files write it.
    pub fn answered(&self, protocol: &Protocol, person: &Person) -> String {
        match (self.read, self.question(protocol)) {
            (Read::Answer(place), Some(question)) => {
                person.answers.get(usize::from(place)).spell(question)
            }
            (Read::NeedleLength, _) => {
                person.length().map_or_else(|| "unknown".into(), |length| format!("{length} mm"))
            }
            (Read::Areas, _) => {
                let areas: Vec<_> = person.areas.iter().map(|area| area.word()).collect();
                areas.join(", ")
            }
            (Read::SkinType, _) => {
                person.skin_type.map_or_else(|| "unknown".into(), |own| own.number().to_string())
            }
            _ => person.born.map_or_else(|| "unknown".into(), |born| format!("born {born}")),
        }
    }
    /// The ids of the sources it rests on.
    pub fn sources<'p>(&self, protocol: &'p Protocol) -> &'p [String] {
        self.rule(protocol).map_or(&[], |rule| &rule.evidence.sources)
    }

    fn say<'p>(
        &self,
        protocol: &'p Protocol,
        person: &Person,
        unknown: &str,
        known: &str,
    ) -> Cow<'p, str> {
        let texts = protocol.texts();
        if self.unknown {
            let question = match self.read {
                Read::Born => "born",
                Read::NeedleLength => "needle-length",
                Read::Areas => "areas",
                Read::SkinType => "skin-type",
                Read::Answer(_) => self.question(protocol).map_or("", |question| &question.id),
            };
            return texts.say(&format!("question-{question}.{unknown}"));
        }
        let rule = self.rule(protocol).map_or("", |rule| &rule.id);
        texts.say_with(&format!("rule-{rule}.{known}"), &self.variables(protocol, person))
    }

    fn variables<'v>(&self, protocol: &Protocol, person: &Person) -> Vec<Variable<'v>> {
        let texts = protocol.texts();
        let mut variables: Vec<Variable<'v>> = Vec::new();
        variables.extend(self.until.map(|until| ("until", FluentValue::from(texts.date(until)))));
        if let Read::Answer(place) = self.read
            && let Answer::Dated { on, .. } = person.answers.get(usize::from(place))
        {
            variables.push(("on", texts.date(on).into()));
        }
        if self.read == Read::NeedleLength {
            variables.push(("ceiling", format!("{} mm", ceiling(protocol, person)).into()));
        }
        variables
    }
}

/// The strictest ceiling over the person's areas, mm.
fn ceiling(protocol: &Protocol, person: &Person) -> f64 {
    let kind = person.device.map(|device| device.kind);
    let kind = kind.unwrap_or(crate::words::DeviceKind::Roller);
    let ceilings =
        person.areas.iter().filter_map(|area| protocol.ceiling(person.setting, kind, *area));
    ceilings.min().map_or(0.0, |ceiling| ceiling.mm())
}
