//! How long a decision takes, and reading the protocol: `cargo bench -p care`.
//!
//! Against other rule engines: `benches/peers/screen`.

use std::hint::black_box;

use care::Protocol;
use care::answers::{Answer, Answers};
use care::person::Person;
use care::screening::decide;
use criterion::{Criterion, criterion_group, criterion_main};
use testkit::{Random, TODAY, protocol};

/// Enough people that their answers do not all stay in the nearest cache.
const PEOPLE: usize = 4096;

fn random_person(c: &mut Criterion) {
    let protocol = protocol();
    let mut random = Random::new(1);
    let people: Vec<Person> = (0..PEOPLE).map(|_| random.person(&protocol)).collect();
    let mut next = people.iter().cycle();
    c.bench_function("decide one random person", |b| {
        b.iter(|| next.next().map(|person| decide(&protocol, black_box(person), TODAY)));
    });
}

/// Nothing is known, so every question is a finding.
fn worst_case(c: &mut Criterion) {
    let protocol = protocol();
    let mut person = Random::new(1).person(&protocol);
    person.born = None;
    person.answers = Answers::unknown(protocol.questions().len());
    assert!(person.answers.iter().all(|answer| answer == Answer::Unknown));
    c.bench_function("decide worst case, nothing known", |b| {
        b.iter(|| decide(&protocol, black_box(&person), TODAY));
    });
}

fn read_protocol(c: &mut Criterion) {
    c.bench_function("read and check the protocol", |b| {
        b.iter(|| Protocol::built_in().map_err(|faults| faults.len()));
    });
}

criterion_group!(benches, random_person, worst_case, read_protocol);
criterion_main!(benches);
