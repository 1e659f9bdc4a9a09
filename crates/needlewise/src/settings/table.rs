//! Every setting, once.
//!
//! A new one is a row here and a field in [`super::read`]; a test holds that every row is read.

/// What a setting is about, and so which commands take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Where the record is: every command about the record.
    Place,
    /// How the application is reached: `serve` and `demo`.
    Listen,
    /// A secret: never a flag, which others on the machine could see, and never in the file.
    Secret,
}

/// How a setting is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One value, with its name in the help.
    Value(&'static str),
    /// Several values: the flag again, a comma in the variable, a list in the file.
    List(&'static str),
    /// Yes or no; the flag alone means yes.
    YesNo,
}

/// A setting.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its key in the file; the flag is `--key`, the variable `NEEDLEWISE_KEY`.
    pub key: &'static str,
    /// What it is about.
    pub about: About,
    /// How it is written.
    pub shape: Shape,
    /// What holds if nothing is said, in words.
    pub usual: &'static str,
    /// What is expected, for who wrote something else.
    pub expected: &'static str,
    /// What it does.
    pub help: &'static str,
}

impl Setting {
    /// The flag on the command line, if it has one.
    pub fn flag(&self) -> Option<String> {
        (self.about != Secret).then(|| format!("--{}", self.key))
    }
    /// The variable of the environment.
    pub fn variable(&self) -> String {
        format!("NEEDLEWISE_{}", self.key.to_uppercase().replace('-', "_"))
    }
    /// Whether the file may say it: a secret has no place there, and which file it is must be known before.
    pub fn is_in_file(&self) -> bool {
        self.about != Secret && self.key != CONFIG
    }
    /// Whether its value is shown to nobody.
    pub fn is_secret(&self) -> bool {
        self.about == Secret || self.key == "database"
    }
    /// The setting of a key.
    pub fn find(key: &str) -> Option<&'static Self> {
        ALL.iter().find(|setting| setting.key == key)
    }
}

/// The key of the file itself.
pub const CONFIG: &str = "config";

const fn setting(key: &'static str, about: About, shape: Shape) -> Setting {
    Setting { key, about, shape, usual: "", expected: "", help: "" }
}

use About::{Listen, Place, Secret};
use Shape::{List, Value, YesNo};

/// All of them, in the order in which they are shown.
pub const ALL: &[Setting] = &[
    Setting {
        usual: "needlewise.toml in the data folder, if it is there",
        expected: "a file",
        help: "The file with settings",
        ..setting(CONFIG, Place, Value("FILE"))
    },
    Setting {
        usual: "the system's usual place for data",
        expected: "a folder",
        help: "The data folder; made at the first start",
        ..setting("data", Place, Value("DIR"))
    },
    Setting {
        usual: "a file in the data folder",
        expected: "an address that begins with postgres://",
        help: "Keep the record in this PostgreSQL database instead",
        ..setting("database", Place, Value("URL"))
    },
    Setting {
        usual: "warn",
        expected: "error, warn, info or debug",
        help: "How much is told on standard error; never names or answers",
        ..setting("log", Place, Value("LEVEL"))
    },
    Setting {
        usual: "127.0.0.1:8750",
        expected: "an address and a port, for example 127.0.0.1:8750",
        help: "The address to listen on",
        ..setting("listen", Listen, Value("ADDR"))
    },
    Setting {
        usual: "localhost and the address itself",
        expected: "a name without https://, for example skin.example.org",
        help: "A name under which it is reached, for example behind a proxy; may be said more than once",
        ..setting("name", Listen, List("HOST"))
    },
    Setting {
        usual: "none: the whole host is its own",
        expected: "a path, for example /needles",
        help: "The sub-path at which it lives behind a proxy, which passes the path on whole",
        ..setting("base", Listen, Value("PATH"))
    },
    Setting {
        usual: "no",
        expected: "yes or no",
        help: "It is reached through HTTPS (a proxy does that), so cookies are marked secure",
        ..setting("https", Listen, YesNo)
    },
    Setting {
        usual: "no",
        expected: "yes or no",
        help: "Don't open the browser",
        ..setting("no-open", Listen, YesNo)
    },
    Setting {
        usual: "the machine's own",
        expected: "a time zone, for example Europe/Paris",
        help: "The time zone of people who have not said theirs",
        ..setting("zone", Listen, Value("ZONE"))
    },
    Setting {
        usual: "512",
        expected: "a whole number from 1 to 100000",
        help: "The most connections at once; more wait",
        ..setting("connections", Listen, Value("N"))
    },
    Setting {
        usual: "no",
        expected: "yes or no",
        help: "Offer a language that shows what was not translated",
        ..setting("pseudo", Listen, YesNo)
    },
    Setting {
        usual: "master.key in the data folder",
        expected: "the key as needlewise keys show prints it",
        help: "The master key, kept elsewhere than in the data folder",
        ..setting("key", Secret, Value("KEY"))
    },
    Setting {
        usual: "asked for on the terminal",
        expected: "at least 12 letters",
        help: "The passphrase of backups, for who can't type it, such as a timer",
        ..setting("backup-passphrase", Secret, Value("WORDS"))
    },
];
