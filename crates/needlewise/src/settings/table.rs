//! Every setting, once: its key, what it is about and how it is written.
//!
//! A new one is a row here, its sentences in `settings.ftl` and a field in [`super::read`]; a test holds that every row is read
//! and another that it has its sentences.

use words::Saying;

/// What a setting is about, and so which commands take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// Where the record is: every command about the record.
    Place,
    /// How the application is reached: `serve` and `demo`.
    Listen,
    /// In which language something is said: every command.
    Speech,
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
    /// A whole number.
    Whole(Whole),
}

/// A whole number: what fits, and what holds if nothing is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The smallest that is taken.
    pub smallest: u32,
    /// The largest that is taken.
    pub largest: u32,
    /// What holds if nothing is said.
    pub usual: u32,
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
    /// What it does.
    pub fn help(&self) -> Saying {
        Saying::new(self.text())
    }
    /// What holds if nothing is said, in words.
    pub fn usual(&self) -> Saying {
        match self.shape {
            YesNo => Saying::new("settings-no"),
            Shape::Whole(whole) => Saying::new("settings-number").with("n", whole.usual),
            _ => Saying::new(format!("{}.usual", self.text())),
        }
    }
    /// What is expected, for who wrote something else.
    pub fn expected(&self) -> Saying {
        match self.shape {
            YesNo => Saying::new("settings-yes-or-no"),
            Shape::Whole(whole) => Saying::new("settings-whole")
                .with("smallest", whole.smallest.to_string())
                .with("largest", whole.largest.to_string()),
            _ => Saying::new(format!("{}.expected", self.text())),
        }
    }
    fn text(&self) -> String {
        format!("setting-{}", self.key)
    }
    /// The setting of a key.
    pub fn find(key: &str) -> Option<&'static Self> {
        ALL.iter().find(|setting| setting.key == key)
    }
}

/// The most connections at once: usually fewer than a process may have files open by default.
pub const CONNECTIONS: Whole = Whole { smallest: 1, largest: 100_000, usual: 512 };
/// The most connections at once from one address, so that it leaves some to others. Behind a proxy all come from its address.
pub const CONNECTIONS_EACH: Whole = Whole { smallest: 1, largest: 100_000, usual: 384 };
/// The largest photo that may be sent, in megabytes. A few are held in memory at a time.
pub const PHOTO_MB: Whole = Whole { smallest: 1, largest: 200, usual: 30 };
/// The longest that a request may take, in seconds.
pub const REQUEST_SECONDS: Whole = Whole { smallest: 5, largest: 3600, usual: 60 };
/// The longest that sending photos may take, in seconds.
pub const UPLOAD_SECONDS: Whole = Whole { smallest: 5, largest: 3600, usual: 60 };
/// The longest that whoever is connected may say nothing, or take nothing of what is sent, in seconds.
pub const SILENT_SECONDS: Whole = Whole { smallest: 1, largest: 3600, usual: 15 };
/// The key of the file itself.
pub const CONFIG: &str = "config";

const fn setting(key: &'static str, about: About, shape: Shape) -> Setting {
    Setting { key, about, shape }
}

use About::{Listen, Place, Secret, Speech};
use Shape::{List, Value, YesNo};

/// All of them, in the order in which they are shown.
pub const ALL: &[Setting] = &[
    setting(CONFIG, Place, Value("FILE")),
    setting("data", Place, Value("DIR")),
    setting("database", Place, Value("URL")),
    setting("log", Place, Value("LEVEL")),
    setting("language", Speech, Value("NAME")),
    setting("pseudo", Speech, YesNo),
    setting("listen", Listen, Value("ADDR")),
    setting("name", Listen, List("HOST")),
    setting("base", Listen, Value("PATH")),
    setting("https", Listen, YesNo),
    setting("without-https", Listen, YesNo),
    setting("no-open", Listen, YesNo),
    setting("no-key", Listen, YesNo),
    setting("zone", Listen, Value("ZONE")),
    setting("connections", Listen, Shape::Whole(CONNECTIONS)),
    setting("connections-each", Listen, Shape::Whole(CONNECTIONS_EACH)),
    setting("photo-mb", Listen, Shape::Whole(PHOTO_MB)),
    setting("request-seconds", Listen, Shape::Whole(REQUEST_SECONDS)),
    setting("upload-seconds", Listen, Shape::Whole(UPLOAD_SECONDS)),
    setting("silent-seconds", Listen, Shape::Whole(SILENT_SECONDS)),
    setting("key", Secret, Value("KEY")),
    setting("backup-passphrase", Secret, Value("WORDS")),
];
