//! A person's profile as the rules see it. What a protocol no longer knows is told by giving none: it has to be answered
//! again.

use care::Protocol;
use care::answers::{Answer, Answers};
use care::measure::NeedleLength;
use care::person::{Device, Person};
use care::protocol::rows::Question;
use care::words::SkinType;
use serde_json::Value;
use store::records::{self, Profile};

use crate::screening::given::Given;

/// A person as decisions need them; `None` until goals and areas are known, or if a protocol no longer knows an answer.
pub fn person_of(protocol: &Protocol, profile: &Profile) -> Option<Person> {
    if profile.goals.is_empty() || profile.areas.is_empty() {
        return None;
    }
    let mut answers = Answers::unknown(protocol.questions().len());
    for (id, value) in &profile.answers {
        // A question that is no longer asked is no longer read.
        let Some((place, question)) = protocol.find_question(id) else { continue };
        answers.set(place, answer(question, value)?);
    }
    Some(Person {
        born: profile.born,
        setting: profile.setting,
        skin_type: profile.skin_type.and_then(SkinType::new),
        sensitive: profile.sensitive,
        goals: profile.goals.clone(),
        areas: profile.areas.clone(),
        device: profile.device.map(device_of),
        free_days: profile.free_days.clone(),
        rhythm: None,
        answers,
        answered: None,
    })
}

fn answer(question: &Question, value: &Value) -> Option<Answer> {
    Given::of_record(question, value)?.answer(question)
}

/// A device as the rules see it; a length that no device has counts as not known.
pub(crate) fn device_of(device: records::Device) -> Device {
    Device {
        kind: device.kind,
        needles: device.needles,
        length: device.length_mm.and_then(NeedleLength::from_mm),
    }
}

#[cfg(test)]
mod tests {
    use care::words::{Area, Goal};
    use serde_json::json;

    use super::*;
    use crate::testing::answered;

    #[test]
    fn nobody_is_decided_on_before_goals_and_areas_are_known() {
        let protocol = Protocol::built_in().unwrap();
        let mut profile = answered(&protocol);
        profile.goals = vec![Goal::AcneScars];
        profile.areas.clear();
        assert_eq!(person_of(&protocol, &profile), None);
        profile.areas = vec![Area::Cheeks];
        assert!(person_of(&protocol, &profile).is_some());
    }

    #[test]
    fn an_answer_that_is_no_longer_known_has_to_be_given_again() {
        let protocol = Protocol::built_in().unwrap();
        let mut profile = answered(&protocol);
        profile.answers.insert("a_question_of_old".into(), json!("perhaps"));
        assert!(person_of(&protocol, &profile).is_some(), "nobody asks it any more");
        for odd in [json!("perhaps"), json!(7), json!({ "until": "2026-09-01" })] {
            profile.answers.insert("pregnancy".into(), odd);
            assert_eq!(person_of(&protocol, &profile), None);
        }
    }

    #[test]
    fn a_question_that_was_not_put_is_not_known() {
        let protocol = Protocol::built_in().unwrap();
        let mut profile = answered(&protocol);
        profile.answers.clear();
        let person = person_of(&protocol, &profile).unwrap();
        assert!(person.answers.iter().all(|answer| answer == Answer::Unknown));
    }

    #[test]
    fn every_answer_stands_at_the_place_of_its_question() {
        let protocol = Protocol::built_in().unwrap();
        let profile = answered(&protocol);
        let person = person_of(&protocol, &profile).unwrap();
        for (place, question) in protocol.questions().iter().enumerate() {
            let kept = Given::of_answer(question, person.answers.get(place)).record(question);
            assert_eq!(Some(&kept), profile.answers.get(&question.id));
        }
    }

    #[test]
    fn a_skin_type_or_a_length_that_there_is_none_of_is_not_known() {
        let protocol = Protocol::built_in().unwrap();
        let mut profile = answered(&protocol);
        let of = |profile: &Profile| person_of(&protocol, profile).unwrap();
        assert!(of(&profile).skin_type.is_some());
        profile.skin_type = Some(7);
        assert!(of(&profile).skin_type.is_none());
        let length = |mm| {
            let device = profile.device.map(|own| records::Device { length_mm: mm, ..own });
            device_of(device.unwrap()).length.map(NeedleLength::mm)
        };
        assert_eq!([Some(0.5), Some(-1.0), None].map(length), [Some(0.5), None, None]);
    }

    #[test]
    fn a_person_is_told_as_they_are_kept() {
        let protocol = Protocol::built_in().unwrap();
        let profile = answered(&protocol);
        let person = person_of(&protocol, &profile).unwrap();
        assert_eq!((person.born, person.setting), (profile.born, profile.setting));
        assert_eq!((person.goals, person.areas), (profile.goals, profile.areas));
        assert_eq!((person.free_days, person.sensitive), (profile.free_days, profile.sensitive));
    }
}
