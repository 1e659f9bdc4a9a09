//! Mutates the example files and lines of JSON, reads them, and decides on whatever can still be read.
//!
//! `fuzz-files [N [FIRST]]` tries N inputs (1,000,000 if not said) on all cores. Input number 17 is the same on every
//! run and every machine: `fuzz-files 1 17` tries it alone. A crash is saved under `target/fuzz/`, and the run fails.
//! A panic that was caught further down counts as a crash too. How inputs are made is in [`fuzz_files::mutate`],
//! what is tried with them in [`fuzz_files::target`].

use std::cell::Cell;
use std::fs;
use std::ops::Range;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use fuzz_files::mutate::Input;
use fuzz_files::target::Target;

const INPUTS: u64 = 1_000_000;
thread_local! {
    /// Whether anything panicked since last asked, even where the panic was caught further down.
    static PANICKED: Cell<bool> = const { Cell::new(false) };
}
const FOLDER: &str = "target/fuzz";

fn main() -> ExitCode {
    let numbers: Option<Vec<u64>> =
        std::env::args().skip(1).map(|number| number.parse().ok()).collect();
    let (inputs, first) = match numbers.as_deref() {
        Some([]) => (INPUTS, 0),
        Some([inputs]) => (*inputs, 0),
        Some([inputs, first]) => (*inputs, *first),
        _ => return refuse("fuzz-files [N [FIRST]]: N inputs, counted from FIRST"),
    };
    match Target::new() {
        Ok(target) => run(&target, first..first.saturating_add(inputs)).report(),
        Err(why) => refuse(&why),
    }
}

fn refuse(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::from(2)
}

/// How the inputs fared.
#[derive(Default)]
struct Tally {
    next: AtomicU64,
    read: AtomicU64,
    refused: AtomicU64,
    crashed: AtomicU64,
}

impl Tally {
    fn report(self) -> ExitCode {
        let (read, refused, crashed) =
            (self.read.into_inner(), self.refused.into_inner(), self.crashed.into_inner());
        println!("{read} read and decided, {refused} refused, {crashed} crashed");
        if crashed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Tries all inputs, each core taking the next one.
fn run(target: &Target, inputs: Range<u64>) -> Tally {
    // A crash is counted and saved, not printed.
    panic::set_hook(Box::new(|_| PANICKED.set(true)));
    let tally = Tally { next: AtomicU64::new(inputs.start), ..Tally::default() };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| work(target, inputs.end, &tally));
        }
    });
    tally
}

fn work(target: &Target, end: u64, tally: &Tally) {
    loop {
        let number = tally.next.fetch_add(1, Ordering::Relaxed);
        if number >= end {
            return;
        }
        let input = Input::number(number);
        let fared = panic::catch_unwind(AssertUnwindSafe(|| target.takes(&input)));
        match fared.ok().filter(|_| !PANICKED.take()) {
            Some(true) => tally.read.fetch_add(1, Ordering::Relaxed),
            Some(false) => tally.refused.fetch_add(1, Ordering::Relaxed),
            None => {
                PANICKED.set(false);
                save(number, &input);
                tally.crashed.fetch_add(1, Ordering::Relaxed)
            }
        };
    }
}

fn save(number: u64, input: &Input) {
    let path = format!("{FOLDER}/{number}-{}", input.kind.file());
    let saved = fs::create_dir_all(FOLDER).and_then(|()| fs::write(&path, &input.bytes));
    match saved {
        Ok(()) => eprintln!("crashed on {path}"),
        Err(why) => eprintln!("crashed on input {number}, which could not be saved: {why}"),
    }
}
