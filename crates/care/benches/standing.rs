//! How long it takes to say all that is said of a person: `cargo bench --bench standing`.
//!
//! A long life is five years of rolling every day, with two check-ins a day or more; ordinary stories are random ones.

use std::hint::black_box;

use care::measure::NeedleLength;
use care::session::CheckIn;
use care::standing::Standing;
use care::story::{Begun, Story};
use criterion::{Criterion, criterion_group, criterion_main};
use jiff::ToSpan;
use jiff::civil::time;
use testkit::{Random, clear, now, protocol};

const SESSIONS: i64 = 1_800;
const CHECKINS: i64 = 4_000;
const STORIES: usize = 10_000;

fn a_long_life(c: &mut Criterion) {
    let protocol = protocol();
    let story = long_life(&protocol);
    let now = now();
    c.bench_function("1,800 sessions, 4,000 check-ins", |b| {
        b.iter(|| Standing::of(&protocol, black_box(&story), &now));
    });
}

fn long_life(protocol: &care::Protocol) -> Story {
    let mut story = Story::new((*clear(protocol)).clone());
    let (mut random, end) = (Random::new(1), now());
    let begin = end.saturating_sub(SESSIONS.days());
    story.programme = Some(Begun {
        first: begin.date(),
        time: time(19, 0, 0, 0),
        since: end.saturating_sub(30.days()).date(),
    });
    for day in 0..SESSIONS {
        let at = begin.saturating_add(day.days());
        let length = NeedleLength::from_mm(0.25).unwrap_or(NeedleLength::LONGEST);
        story.sessions.push(care::session::Session { at, length, ..random.session() });
    }
    let minutes = SESSIONS * 24 * 60 / CHECKINS;
    for n in 0..CHECKINS {
        let at = begin.saturating_add((n * minutes).minutes());
        story.checkins.push(CheckIn { at, ..random.checkin() });
    }
    story
}

fn ordinary_stories(c: &mut Criterion) {
    let protocol = protocol();
    let mut random = Random::new(1);
    let stories: Vec<Story> = (0..STORIES).map(|_| random.story(&protocol)).collect();
    let now = now();
    let mut group = c.benchmark_group("stories");
    group.sample_size(10);
    group.bench_function("10,000 ordinary stories", |b| {
        b.iter(|| {
            let open = |story: &&Story| Standing::of(&protocol, story, &now).is_open();
            stories.iter().filter(open).count()
        });
    });
    group.finish();
}

criterion_group!(benches, a_long_life, ordinary_stories);
criterion_main!(benches);
