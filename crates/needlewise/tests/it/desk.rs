//! A desk for one test: a folder of its own with the example files, and the program to run in it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

/// A folder of its own, removed at the end.
pub struct Desk {
    pub folder: PathBuf,
}

/// What the program said.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    /// An empty folder.
    pub fn empty() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "needlewise-test-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        Self { folder }
    }
    /// A folder with the example files.
    pub fn with_examples() -> Self {
        let desk = Self::empty();
        desk.runs(&["example"]);
        desk
    }
    /// Replaces a line of an example file, or adds it at the top if no line starts so.
    pub fn sets(&self, file: &str, key: &str, line: &str) -> &Self {
        let path = self.folder.join(file);
        let text = fs::read_to_string(&path).unwrap();
        let starts = |row: &&str| row.trim_start().starts_with(&format!("{key} ="));
        let changed = match text.lines().find(starts) {
            Some(old) => text.replacen(old, line, 1),
            None => format!("{line}\n{text}"),
        };
        fs::write(path, changed).unwrap();
        self
    }
    /// Writes a file.
    pub fn writes(&self, file: &str, text: &str) -> &Self {
        fs::write(self.folder.join(file), text).unwrap();
        self
    }
    /// Runs the program here.
    pub fn runs(&self, arguments: &[&str]) -> Said {
        Said::from(self.command(arguments).output().unwrap())
    }
    /// Runs the program here with something on standard input.
    pub fn runs_on(&self, arguments: &[&str], input: &str) -> Said {
        self.writes("input", input);
        let input = fs::File::open(self.folder.join("input")).unwrap();
        Said::from(self.command(arguments).stdin(input).output().unwrap())
    }
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_needlewise"));
        command
            .args(arguments)
            .current_dir(&self.folder)
            .stdin(Stdio::null())
            .env_remove("NO_COLOR");
        for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NEEDLEWISE_LANGUAGE", "NEEDLEWISE_PSEUDO"] {
            command.env_remove(name);
        }
        command
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self {
            code: output.status.code().unwrap(),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

impl Said {
    /// What it said as JSON, having ended well.
    pub fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{}", self.err);
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }
    /// It ended well and said all of this.
    pub fn says(&self, words: &[&str]) -> &Self {
        assert_eq!(self.code, 0, "{}", self.err);
        for word in words {
            let flat = self.out.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(flat.contains(word), "{word:?} is missing in:\n{}", self.out);
        }
        self
    }
    /// It refused with 2 and said all of this.
    pub fn refuses(&self, words: &[&str]) -> &Self {
        assert_eq!(self.code, 2, "{}{}", self.out, self.err);
        for word in words {
            assert!(self.err.contains(word), "{word:?} is missing in:\n{}", self.err);
        }
        self
    }
}
