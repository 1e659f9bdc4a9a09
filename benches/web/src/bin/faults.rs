//! A disk that fails at every operation of everything that writes; prints what was found, ends with 1 if anything is
//! wrong. Started by `tests/faults/run`, which says what it needs.
//!
//! `faults PROGRAM SHIM FIXTURES ENGINE`. POINTS=N tries a sample of that size (SEED=N another one), ONLY=WORD only the
//! scenarios whose names begin so, AT=N only that operation.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a point that can't be tried must stop the run, saying why"
)]

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use bench_web::faults::base::Bases;
use bench_web::faults::point::{House, Point, try_out};
use bench_web::faults::scenario::Scenario;
use bench_web::faults::shim::Mode;
use bench_web::faults::table::Table;
use teststore::Engine;
use tokio::sync::Semaphore;

/// Points at a time: most of their time they wait.
const AT_ONCE: usize = 4;

#[tokio::main(flavor = "multi_thread", worker_threads = 6)]
async fn main() -> std::process::ExitCode {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().expect("usage: faults PROGRAM SHIM FIXTURES ENGINE");
    let (binary, library, fixtures) =
        (PathBuf::from(next()), PathBuf::from(next()), PathBuf::from(next()));
    let engine = if next() == "postgres" { Engine::Postgres } else { Engine::Sqlite };
    let bases = Bases::make(engine, &binary, &fixtures).await;
    let house = Arc::new(House { binary, library, bases });
    let (all, chosen) = points(&house).await;
    println!("{} of {all} points on {engine:?}", chosen.len());
    let table = Arc::new(Mutex::new(Table::default()));
    let places = Arc::new(Semaphore::new(AT_ONCE));
    let mut trials = Vec::new();
    for point in chosen {
        let (house, table, places) = (Arc::clone(&house), Arc::clone(&table), Arc::clone(&places));
        trials.push(tokio::spawn(async move {
            let _place = places.acquire().await.expect("open");
            if let Some(outcome) = try_out(&house, point).await {
                table.lock().expect("nobody panicked").add(point, outcome);
            }
        }));
    }
    for trial in trials {
        trial.await.expect("a point");
    }
    let well = table.lock().expect("nobody panicked").print();
    if well { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE }
}

/// How many there are, and those that are tried.
async fn points(house: &House) -> (usize, Vec<Point>) {
    let only = std::env::var("ONLY").unwrap_or_default();
    let mut all = Vec::new();
    for scenario in Scenario::ALL.into_iter().filter(|one| one.word().starts_with(&only)) {
        let counting = Point { scenario, mode: Mode::Kill, at: 0 };
        let Some(well) = try_out(house, counting).await else { continue };
        assert!(well.wrongs.is_empty(), "{} without a fault: {:?}", scenario.word(), well.wrongs);
        for at in 1..=well.count {
            all.extend(Mode::ALL.map(|mode| Point { scenario, mode, at }));
        }
        all.push(Point { scenario, mode: Mode::KillAfter, at: well.count });
    }
    if let Some(at) = number("AT") {
        all.retain(|point| point.at == at);
    }
    let count = all.len();
    if let Some(points) = number("POINTS") {
        shuffle(&mut all, number("SEED").unwrap_or(1));
        all.truncate(usize::try_from(points).unwrap_or(usize::MAX));
    }
    (count, all)
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().expect("a number"))
}

/// The same order for the same seed (xorshift).
fn shuffle(all: &mut [Point], seed: u64) {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for last in (1..all.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let other = usize::try_from(state % (last as u64 + 1)).unwrap_or_default();
        all.swap(last, other);
    }
}
