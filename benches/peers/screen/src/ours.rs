//! Needlewise itself: the whole decision, every finding collected.

use std::hint::black_box;

use care::Protocol;
use care::person::Person;
use care::screening::decide;
use testkit::TODAY;

use crate::contest::{Run, rounds, score};

pub fn run(protocol: &Protocol, people: &[Person]) -> Run {
    let round = || {
        for person in people {
            black_box(decide(black_box(protocol), black_box(person), black_box(TODAY)));
        }
    };
    Run {
        name: "Needlewise, with findings".into(),
        scores: people
            .iter()
            .map(|person| score(decide(protocol, person, TODAY).verdict))
            .collect(),
        rounds: rounds(round),
    }
}
