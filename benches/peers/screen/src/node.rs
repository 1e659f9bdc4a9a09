//! Peers that run in Node: a script reads the two files, checks and times itself, and prints its run as JSON.

use std::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::contest::Run;

pub fn run(script: &str, files: &Path, people: usize) -> Result<Run, Box<dyn Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(script);
    let mut command = Command::new("node");
    command.arg(path).arg(files).arg(people.to_string()).stderr(Stdio::inherit());
    let output = command.output().map_err(|error| format!("node could not be started: {error}"))?;
    if !output.status.success() {
        return Err(format!("{script} failed: {}", output.status).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}
