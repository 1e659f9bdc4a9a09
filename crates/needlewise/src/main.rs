//! The `needlewise` program: reads its arguments, runs one command, ends with 0 for any decision, 1 if what was
//! checked is not well and 2 for input that can't be read.

use std::process::ExitCode;

use clap::Parser;
use needlewise::{cli::Cli, commands};

/// Gives back what large pictures took, where the system's own keeps it for as long as the program runs.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Whatever it writes is for its owner only.
    #[cfg(unix)]
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    match commands::run(&Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refused) => {
            anstream::eprintln!("{}", refused.words);
            ExitCode::from(refused.code)
        }
    }
}
