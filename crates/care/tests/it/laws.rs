//! The laws of screening: exhaustively over the yes/no core, and over random people.

use care::Protocol;
use care::answers::Answer;
use care::person::Person;
use care::screening::{decide, decide_in};
use care::verdict::Verdict;
use care::words::Setting;
use jiff::ToSpan;
use proptest::prelude::*;
use testkit::{Random, TODAY, clear, protocol};

/// The places of the questions that are answered by no or yes.
fn yes_no(protocol: &Protocol) -> Vec<usize> {
    let questions = protocol.questions().iter().enumerate();
    let core: Vec<usize> = questions
        .filter(|(_, question)| question.answers == ["no", "yes"])
        .map(|(place, _)| place)
        .collect();
    assert_eq!(core.len(), 22, "the questions answered by no or yes");
    // All of them in every combination would take days; each rule reads one question, so that these stand for all.
    core.into_iter().step_by(2).collect()
}

/// A person with the answers of a number in base 3: no, yes, unknown.
fn set(person: &mut Person, core: &[usize], mut number: u32) {
    for place in core {
        let answer = match number % 3 {
            2 => Answer::Unknown,
            word => Answer::Word(word as u8),
        };
        person.answers.set(*place, answer);
        number /= 3;
    }
}

/// All 3^11 combinations of every other of those questions of no, yes and unknown, in both settings: each decides, none is milder at home, and changing one
/// answer from no to yes, or from yes to unknown, never makes it milder.
#[test]
fn the_yes_no_core_keeps_the_laws_in_every_combination() {
    let protocol = protocol();
    let core = yes_no(&protocol);
    let mut person = (*clear(&protocol)).clone();
    let all = 3u32.pow(core.len() as u32);
    let mut verdicts = vec![(Verdict::Proceed, Verdict::Proceed); all as usize];
    for number in 0..all {
        set(&mut person, &core, number);
        let home = decide_in(&protocol, &person, Setting::Home, TODAY).verdict;
        let clinic = decide_in(&protocol, &person, Setting::Clinic, TODAY).verdict;
        assert!(home >= clinic, "{number}: milder at home");
        verdicts[number as usize] = (home, clinic);
    }
    for number in 0..all {
        let mut step = 1;
        for _ in &core {
            if (number / step) % 3 < 2 {
                let (home, clinic) = verdicts[number as usize];
                let (worse_home, worse_clinic) = verdicts[(number + step) as usize];
                assert!(worse_home >= home && worse_clinic >= clinic, "{number} + {step}: milder");
            }
            step *= 3;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_more_risk_never_relaxes_the_verdict(seed: u64, place in 0usize..34) {
        let protocol = cached();
        let mut random = Random::new(seed);
        let person = random.person(protocol);
        let mut clean = person;
        let question = &protocol.questions()[place];
        clean.answers.set(place, if question.products { Answer::products(&[]) } else { Answer::Word(0) });
        let mut risky = clean.clone();
        risky.answers.set(place, random.any_answer(question));
        prop_assert!(decide(protocol, &risky, TODAY).verdict >= decide(protocol, &clean, TODAY).verdict);
    }

    #[test]
    fn not_knowing_is_never_better_than_any_answer(seed: u64, place in 0usize..34) {
        let protocol = cached();
        let mut random = Random::new(seed);
        let mut known = random.person(protocol);
        let mut unknown = known.clone();
        known.answers.set(place, random.any_answer(&protocol.questions()[place]));
        unknown.answers.set(place, Answer::Unknown);
        prop_assert!(decide(protocol, &unknown, TODAY).verdict >= decide(protocol, &known, TODAY).verdict);
    }

    #[test]
    fn home_is_never_more_permissive_than_clinic(seed: u64) {
        let protocol = cached();
        let person = Random::new(seed).person(protocol);
        let home = decide_in(protocol, &person, Setting::Home, TODAY).verdict;
        prop_assert!(home >= decide_in(protocol, &person, Setting::Clinic, TODAY).verdict);
    }

    #[test]
    fn a_finding_is_gone_once_its_date_has_come(seed: u64, days in 0i64..1_000) {
        let protocol = cached();
        let person = Random::new(seed).person(protocol);
        let before = decide(protocol, &person, TODAY);
        let later = decide(protocol, &person, TODAY.saturating_add(days.days()));
        for finding in &later.findings {
            prop_assert!(finding.until.is_none_or(|until| until > later.on));
        }
        for finding in before.findings.iter().filter(|finding| finding.until.is_none()) {
            prop_assert!(later.findings.contains(finding), "a finding without a date has gone");
        }
    }

    #[test]
    fn the_verdict_is_the_worst_finding_and_the_same_each_time(seed: u64) {
        let protocol = cached();
        let person = Random::new(seed).person(protocol);
        let decision = decide(protocol, &person, TODAY);
        let worst = decision.findings.iter().map(|finding| finding.verdict).max().unwrap_or(Verdict::Proceed);
        prop_assert_eq!(decision.verdict, worst);
        prop_assert_eq!(decide(protocol, &person, TODAY), decision);
    }
}

fn cached() -> &'static Protocol {
    static PROTOCOL: std::sync::OnceLock<Protocol> = std::sync::OnceLock::new();
    PROTOCOL.get_or_init(protocol)
}
