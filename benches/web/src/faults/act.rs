//! Letting the program do it: as a command, as a start, or as a request to it; and what it said.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::base::Base;
use super::shim::Shim;
use crate::program::Program;

/// Longer than this nothing of it takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// What the program said.
#[derive(Debug)]
pub enum Said {
    /// It is done.
    Done,
    /// It isn't, with what, why and what next.
    Refused(String),
    /// Something that doesn't say so.
    Unsaid(String),
    /// Nothing: it was killed.
    Killed,
}

/// The program before a record, and the shim before it.
pub struct Stage<'a> {
    /// The program.
    pub binary: &'a Path,
    /// The record.
    pub base: &'a Base,
    /// The shim; without it the disk is well.
    pub shim: Option<&'a Shim>,
    /// Whether everything that is done is written down.
    pub traced: bool,
    /// Where it may write what it says.
    pub log: PathBuf,
}

impl Stage<'_> {
    fn command(&self, words: &[String]) -> Command {
        let mut command = Command::new(self.binary);
        command.args(words).arg("--data").arg(&self.base.folder);
        command.stderr(File::create(&self.log).expect("a log"));
        if let Some(database) = &self.base.database {
            command.env("NEEDLEWISE_DATABASE", database.url());
        }
        if let Some(shim) = self.shim {
            if self.traced {
                shim.before_and_trace(&mut command);
            } else {
                shim.before(&mut command);
            }
        }
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, words: &[String]) -> Said {
        let mut command = self.command(words);
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn();
        self.ended(ended(child.expect("the program runs")))
    }

    /// Starts the program; what it said if it ended before it was ready.
    pub async fn start(&self) -> Result<Program, Said> {
        let words = ["serve", "--listen", "127.0.0.1:0", "--no-open"].map(str::to_owned);
        Program::of(self.command(&words)).await.map_err(|status| self.ended(status))
    }

    /// Stops it in order.
    pub fn stop(&self, program: Program) -> Said {
        let child = program.told_to_stop();
        self.ended(ended(child))
    }

    fn ended(&self, status: Option<ExitStatus>) -> Said {
        let text = std::fs::read_to_string(&self.log).unwrap_or_default();
        let Some(status) = status else { return Said::Unsaid("it hangs".into()) };
        match status.code() {
            Some(0) => Said::Done,
            // Killed by somebody else's hand or its own.
            None if std::os::unix::process::ExitStatusExt::signal(&status) == Some(9) => {
                Said::Killed
            }
            Some(1 | 2) if explains(&text) => Said::Refused(text),
            _ => Said::Unsaid(format!("{status}: {text}")),
        }
    }
}

/// What, why, what next: sentences of ours have a semicolon or a colon before why, and a next step.
fn explains(text: &str) -> bool {
    let line = text.lines().last().unwrap_or_default().to_lowercase();
    let next = ["next:", "; ", "try again", "restart"].iter().any(|word| line.contains(word));
    next && !text.contains("panicked")
}

/// How it ended, `None` if it didn't in time.
fn ended(mut child: Child) -> Option<ExitStatus> {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait().expect("a child") {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(3));
    }
    child.kill().expect("a child");
    child.wait().expect("a child");
    None
}
