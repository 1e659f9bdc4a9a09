//! The `needlewise` program: reads its arguments, runs one command, ends with 0 for any decision, 1 if what was
//! checked is not well and 2 for input that can't be read.

use std::process::ExitCode;

use clap::Parser;
use needlewise::{cli::Cli, commands};

fn main() -> ExitCode {
    match commands::run(&Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(refused) => {
            anstream::eprintln!("{}", refused.words);
            ExitCode::from(refused.code)
        }
    }
}
