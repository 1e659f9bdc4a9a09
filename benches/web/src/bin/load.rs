//! The application under load: start, memory at rest, ten thousand people asking a hundred times a second, page weight.
//!
//! `cargo run --release -p bench-web --bin load -- PROGRAM [PEOPLE] [SECONDS]`. The record is made anew in a folder of its own; the
//! program is the built one; the questions go through TCP from this process, on the same cores.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that can't be taken must stop, saying why"
)]

use std::time::Duration;

use bench_web::{ask, people, program};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let binary = arguments.next().expect("usage: load PROGRAM [PEOPLE] [SECONDS]");
    let people = arguments.next().map_or(10_000, |n| n.parse().expect("PEOPLE is a number"));
    let seconds = arguments.next().map_or(30, |n| n.parse().expect("SECONDS is a number"));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.expect("threads").block_on(measure(&binary, people, Duration::from_secs(seconds)));
}

async fn measure(binary: &str, people: usize, how_long: Duration) {
    let folder = tempfile::tempdir().expect("a folder");
    let seeded = std::time::Instant::now();
    let everybody = people::seed(folder.path(), people).await.1;
    println!("{people} people put into the record in {:.1} s", seeded.elapsed().as_secs_f64());

    let mut starts: Vec<Duration> = Vec::new();
    for _ in 0..4 {
        let program = program::Program::start(binary, folder.path()).await;
        starts.push(program.started_in);
        program.kill();
    }
    starts.sort();
    println!(
        "start until ready: {:?} to {:?} ms",
        starts.first().map(Duration::as_millis),
        starts.last().map(Duration::as_millis)
    );

    let program = program::Program::start(binary, folder.path()).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    println!("memory at rest: {} MB", program.memory_mb());
    let first = everybody.first().expect("somebody");
    let (page, rest) = ask::weight(&program.origin, first).await;
    println!(
        "weight of Today without photographs: {page} bytes of page, {rest} of styles and scripts"
    );
    let asked = ask::load(&program.origin, &everybody, how_long).await;
    asked.print();
    println!("memory afterwards: {} MB", program.memory_mb());
    program.kill();
}
