//! The people of the comparison: random ones, mixed so that every verdict is common enough to be compared.
//!
//! Of five people two are as the testkit makes them, most with too long a needle; two have a needle that is short
//! enough anywhere; and one would be harmless but for one answer, more often than not a dated one from lately.

use care::Protocol;
use care::answers::Answer;
use care::measure::NeedleLength;
use care::person::{Device, Person};
use care::words::{ProductClass, Word};
use jiff::ToSpan;
use jiff::civil::date;
use testkit::{Random, TODAY};

pub fn people(protocol: &Protocol, seed: u64, count: usize) -> Vec<Person> {
    let mut random = Random::new(seed);
    let person = |place| match place % 5 {
        0 | 1 => random.person(protocol),
        2 | 3 => with_short_needles(random.person(protocol)),
        _ => with_one_answer(protocol, &mut random),
    };
    (0..count).map(person).collect()
}

fn with_short_needles(person: Person) -> Person {
    let length = NeedleLength::from_mm(0.2);
    Person { device: person.device.map(|device| Device { length, ..device }), ..person }
}

fn with_one_answer(protocol: &Protocol, random: &mut Random) -> Person {
    let mut person = with_short_needles(random.person(protocol));
    person.born = Some(date(1988, 4, 2));
    let dated: Vec<usize> = protocol
        .questions()
        .iter()
        .enumerate()
        .filter_map(|(place, question)| question.dated.as_ref().map(|_| place))
        .collect();
    let any = random.below(protocol.questions().len() as u64) as usize;
    let one = match random.one_in(3) {
        true => any,
        false => dated.get(random.below(dated.len() as u64) as usize).copied().unwrap_or(any),
    };
    for (place, question) in protocol.questions().iter().enumerate() {
        let answer = match place == one {
            true => simpler(random.any_answer(question), random),
            false if question.products => Answer::products(&[]),
            false => Answer::Word(0),
        };
        person.answers.set(place, answer);
    }
    person
}

/// A date within two months, so that many waits are not over yet; one product, so that it decides.
fn simpler(answer: Answer, random: &mut Random) -> Answer {
    match answer {
        Answer::Dated { detail, length, .. } => {
            let days = random.below(60) as i64;
            Answer::Dated { on: TODAY.saturating_sub(days.days()), detail, length }
        }
        Answer::Products(_) => {
            Answer::Products(1 << random.below(ProductClass::ALL.len() as u64))
        }
        other => other,
    }
}
