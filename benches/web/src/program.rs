//! The built program, started on a folder.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The program running.
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
        let begun = Instant::now();
        let mut command = Command::new(binary);
        command.args(["serve", "--listen", "127.0.0.1:0", "--no-open", "--data"]).arg(folder);
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the program starts");
        let mut line = String::new();
        let out = child.stdout.take().expect("its output");
        BufReader::new(out).read_line(&mut line).expect("an address");
        let origin = line.split("/enter").next().unwrap_or_default().to_owned();
        while crate::ask::get(&format!("{origin}/readyz"), None).await.0 != 200 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Self { child, origin, started_in: begun.elapsed() }
    }
    /// Resident memory in megabytes.
    pub fn memory_mb(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
        line.split_whitespace().next().and_then(|kb| kb.parse::<u64>().ok()).unwrap_or_default()
            / 1024
    }
    /// Kills it at once (`kill -9`), as a power cut of the process.
    pub fn kill(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
