//! What a finding read, and what it rests on. Why it matters is said by the crate `text`, in the reader's language.

use std::cmp::Reverse;

use super::{Decision, Finding, Read};
use crate::Protocol;
use crate::measure::NeedleLength;
use crate::person::Person;
use crate::words::{DeviceKind, Word as _};

impl Decision {
    /// The findings, what decided first, otherwise in the order of the questions.
    pub fn worst_first(&self) -> Vec<&Finding> {
        let mut all: Vec<&Finding> = self.findings.iter().collect();
        all.sort_by_key(|finding| Reverse((finding.verdict, finding.until)));
        all
    }
}

impl Finding {
    /// What was answered, as the files write it: ids, dates and figures, which are of no language. The record keeps it.
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
}

/// The strictest ceiling over the person's areas; none where no area is known.
pub fn ceiling(protocol: &Protocol, person: &Person) -> Option<NeedleLength> {
    let kind = person.device.map_or(DeviceKind::Roller, |device| device.kind);
    let ceilings =
        person.areas.iter().filter_map(|area| protocol.ceiling(person.setting, kind, *area));
    ceilings.min()
}
