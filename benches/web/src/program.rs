//! The built program, started on a folder.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How often it is asked, some milliseconds apart, before it is given up.
const PATIENCE: usize = 4000;

/// The program running.
#[derive(Debug)]
pub struct Program {
    child: Child,
    /// Where it listens, for example `http://127.0.0.1:40123`.
    pub origin: String,
    /// From the start until it said that it is ready.
    pub started_in: Duration,
}

impl Program {
    /// Starts it and waits until it is ready.
    pub async fn start(binary: &str, folder: &Path) -> Self {
        let mut command = Command::new(binary);
        command.args(["serve", "--listen", "127.0.0.1:0", "--no-open", "--data"]).arg(folder);
        Self::of(command).await.expect("the program starts")
    }
    /// Starts it by a command, and waits until it is ready, or at least answers and goes on answering that it isn't.
    ///
    /// # Errors
    /// How it ended before; `None` if it didn't end but doesn't answer either.
    pub async fn of(mut command: Command) -> Result<Self, Option<ExitStatus>> {
        let begun = Instant::now();
        let mut child = command.stdout(Stdio::piped()).spawn().expect("a program");
        let mut line = String::new();
        let out = child.stdout.take().expect("its output");
        tokio::task::block_in_place(|| BufReader::new(out).read_line(&mut line)).expect("a line");
        // Where nothing can be written it is printed without a key.
        let origin = line.split("/enter").next().unwrap_or_default().trim();
        let origin = origin.trim_end_matches('/').to_owned();
        for _ in 0..PATIENCE {
            let (status, _) = crate::ask::get(&format!("{origin}/readyz"), None).await;
            if status == 200 || status == 503 && begun.elapsed() > Duration::from_secs(1) {
                return Ok(Self { child, origin, started_in: begun.elapsed() });
            }
            if let Some(ended) = child.try_wait().expect("a child") {
                return Err(Some(ended));
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        child.kill().expect("a child");
        child.wait().expect("a child");
        Err(None)
    }
    /// Tells it to stop, as a system does with its services; gives back what will end.
    pub fn told_to_stop(self) -> Child {
        // It answers a moment before it listens for being told.
        std::thread::sleep(Duration::from_millis(50));
        let told = Command::new("kill").arg(self.child.id().to_string()).status();
        assert!(told.is_ok(), "there is no kill");
        self.child
    }
    /// Resident memory in megabytes.
    pub fn memory_mb(&self) -> u64 {
        self.of_status("VmRSS:")
    }
    /// The most resident memory it ever had, in megabytes.
    pub fn highest_mb(&self) -> u64 {
        self.of_status("VmHWM:")
    }
    /// From now on the most is reckoned anew.
    pub fn forget_highest(&self) {
        let _ = std::fs::write(format!("/proc/{}/clear_refs", self.child.id()), "5");
    }
    fn of_status(&self, what: &str) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix(what)).unwrap_or_default();
        line.split_whitespace().next().and_then(|kb| kb.parse::<u64>().ok()).unwrap_or_default()
            / 1024
    }
    /// Kills it at once (`kill -9`), as a power cut of the process.
    pub fn kill(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
