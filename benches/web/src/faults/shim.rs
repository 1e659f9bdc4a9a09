//! Telling the shim what to do, while the program runs: five numbers in a file that both have open.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the disk does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// It is full for one operation.
    FullOnce,
    /// It is full from then on.
    Full,
    /// One operation fails.
    BrokenOnce,
    /// Every operation fails from then on.
    Broken,
    /// No file can be opened from then on.
    NoFiles,
    /// The program is killed before the operation.
    Kill,
    /// The program is killed after the operation.
    KillAfter,
}

/// Operations of the system that failed so.
const ENOSPC: u64 = 28;
const EIO: u64 = 5;
const EMFILE: u64 = 24;
/// The places of the five numbers.
const AT: u64 = 0;
const WHAT: u64 = 8;
const LASTING: u64 = 16;
const COUNT: u64 = 24;
const FIRED: u64 = 32;

impl Mode {
    /// Every one that is tried at each operation. Being killed after one is being killed before the next; only the last
    /// needs [`Mode::KillAfter`].
    pub const ALL: [Self; 6] =
        [Self::FullOnce, Self::Full, Self::BrokenOnce, Self::Broken, Self::NoFiles, Self::Kill];

    /// As the table says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::FullOnce => "full once",
            Self::Full => "full",
            Self::BrokenOnce => "broken once",
            Self::Broken => "broken",
            Self::NoFiles => "no files",
            Self::Kill | Self::KillAfter => "killed",
        }
    }

    /// Whether the program ends by it.
    pub fn kills(self) -> bool {
        matches!(self, Self::Kill | Self::KillAfter)
    }

    fn what(self) -> u64 {
        match self {
            Self::FullOnce | Self::Full => 1 + (ENOSPC << 4),
            Self::BrokenOnce | Self::Broken => 1 + (EIO << 4),
            Self::NoFiles => 1 + (EMFILE << 4),
            Self::Kill => 2,
            Self::KillAfter => 3,
        }
    }

    fn lasts(self) -> u64 {
        u64::from(matches!(self, Self::Full | Self::Broken | Self::NoFiles))
    }
}

/// The shim before one program.
pub struct Shim {
    library: PathBuf,
    control: File,
    at: PathBuf,
    below: PathBuf,
    trace: PathBuf,
}

impl Shim {
    /// For what is done to files below a folder; `control` is a file of ours elsewhere.
    pub fn new(library: &Path, control: PathBuf, below: &Path) -> Self {
        let file =
            OpenOptions::new().read(true).write(true).create(true).truncate(true).open(&control);
        let shim = Self {
            library: library.to_owned(),
            control: file.expect("a file for the control"),
            trace: control.with_extension("trace"),
            at: control,
            below: below.to_owned(),
        };
        shim.control.set_len(64).expect("room for five numbers");
        shim
    }

    /// Loads it before a program.
    pub fn before(&self, command: &mut Command) {
        command.env("LD_PRELOAD", &self.library);
        command.env("FAULTS_CONTROL", &self.at).env("FAULTS_BELOW", &self.below);
    }

    /// The same, and everything that is done is written down.
    pub fn before_and_trace(&self, command: &mut Command) {
        self.before(command);
        command.env("FAULTS_TRACE", &self.trace);
    }

    /// What was written down, if anything was.
    pub fn trace(&self) -> Option<&Path> {
        self.trace.exists().then_some(&self.trace)
    }

    /// From now on, the `at`-th operation meets the fault.
    pub fn arm(&self, mode: Mode, at: u64) {
        self.calm();
        for (place, number) in
            [(COUNT, 0), (FIRED, 0), (WHAT, mode.what()), (LASTING, mode.lasts())]
        {
            self.put(place, number);
        }
        self.put(AT, at);
    }

    /// The disk is well again.
    pub fn calm(&self) {
        self.put(AT, 0);
    }

    /// Begins to count anew.
    pub fn count_anew(&self) {
        self.calm();
        self.put(COUNT, 0);
    }

    /// How many operations there were since.
    pub fn count(&self) -> u64 {
        self.get(COUNT)
    }

    /// Whether the fault was met.
    pub fn fired(&self) -> bool {
        self.get(FIRED) > 0
    }

    fn put(&self, place: u64, number: u64) {
        self.control.write_all_at(&number.to_ne_bytes(), place).expect("the control is written");
    }

    fn get(&self, place: u64) -> u64 {
        let mut bytes = [0; 8];
        self.control.read_exact_at(&mut bytes, place).expect("the control is read");
        u64::from_ne_bytes(bytes)
    }
}
