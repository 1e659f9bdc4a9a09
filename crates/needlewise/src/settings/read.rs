//! Typed values of what was said.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};
use jiff::tz::TimeZone;
use store::Database;
use words::{Language, Saying};

use super::args::{Listen, Place, Speech};
use super::table::{self, Setting, Whole};
use super::told::Told;
use crate::commands::{Refusal, clock};

/// Another name of the language that is none.
const PSEUDO: &str = "pseudo";
/// Where it listens unless told otherwise: this machine alone.
const USUAL: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8750);

/// Where the record is.
#[derive(Clone, Debug)]
pub struct Record {
    /// The data folder.
    pub folder: PathBuf,
    /// The database.
    pub database: Database,
    /// How much is logged.
    pub log: tracing::Level,
    /// The master key, if it is kept elsewhere than in the data folder.
    pub key: Option<String>,
}

/// How the application is reached.
#[derive(Clone, Debug)]
pub struct Reached {
    /// The address to listen on.
    pub listen: SocketAddr,
    /// Names under which it is reached.
    pub names: Vec<String>,
    /// The sub-path at which it lives.
    pub base: web::to::Base,
    /// Whether a proxy speaks HTTPS for it.
    pub https: bool,
    /// Whether other machines may be answered without HTTPS.
    pub in_clear: bool,
    /// Whether the browser is opened.
    pub open: bool,
    /// Whether the address that is printed holds a key.
    pub key: bool,
    /// The zone of people who have not said theirs.
    pub zone: String,
    /// The most connections at once.
    pub connections: usize,
    /// The most of them from one address.
    pub connections_each: usize,
    /// Whether the pseudo-language is offered.
    pub pseudo: bool,
    /// What requests may cost.
    pub limits: web::Limits,
}

/// The variables in which a system says its language, the first that is set counts.
const SYSTEM: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// Everything that was said on this command line, in this environment, in its file.
///
/// # Errors
/// A file that can't be read or understood.
pub fn told(speech: &Speech, place: &Place, listen: &Listen) -> Result<Told, Refusal> {
    let flags = [&speech.0, &place.0, &listen.0];
    Told::gather(&flags, variable, || usual_folder().ok())
}

/// What the system says of its language, the most telling first.
pub fn system() -> Vec<String> {
    let said = SYSTEM.iter().filter_map(|name| variable(name));
    said.filter(|value| !value.is_empty()).collect()
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The language in which commands speak: the one that was said, else the system's, else the default.
///
/// # Errors
/// A language that there is not, or that was not allowed.
pub fn speech(told: &Told, system: &[String]) -> Result<Language, Refusal> {
    let pseudo = told.value("pseudo")?.is_some_and(|YesNo(yes)| yes);
    let offered: Vec<Language> =
        Language::all().iter().copied().filter(|one| pseudo || !one.is_pseudo()).collect();
    let Some(said) = told.find("language") else {
        let usual = system.first().and_then(|said| of_system(said));
        return Ok(usual.unwrap_or(Language::DEFAULT));
    };
    let name = said.values.last().map(String::as_str).unwrap_or_default();
    let found =
        offered.iter().find(|one| one.name() == name || (one.is_pseudo() && name == PSEUDO));
    found.copied().ok_or_else(|| {
        let names = offered.iter().map(|one| one.name()).collect::<Vec<_>>();
        let what = Saying::new("settings-wrong-language").with("key", "language");
        let at = Saying::new("settings-at").with("where", said.whence.to_string());
        Refusal::new(at.with("what", what.with("languages", names)))
    })
}

/// `de_AT.UTF-8` as a browser would ask for it.
fn of_system(said: &str) -> Option<Language> {
    let name = said.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    Language::accepted(&name, Language::all())
}

/// Where the record is.
///
/// # Errors
/// A value that is not understood, or no home folder.
pub fn record(told: &Told) -> Result<Record, Refusal> {
    let folder = told.value("data")?;
    Ok(Record {
        folder: folder.map_or_else(usual_folder, Ok)?,
        database: told
            .value("database")?
            .map_or(Database::Sqlite, |Server(url)| Database::Postgres(url)),
        log: told.value("log")?.map_or(tracing::Level::WARN, |LogLevel(level)| level),
        key: told.value("key")?,
    })
}

/// How the application is reached.
///
/// # Errors
/// A value that is not understood.
pub fn reached(told: &Told) -> Result<Reached, Refusal> {
    let is = |key| Ok::<_, Refusal>(told.value(key)?.is_some_and(|YesNo(yes)| yes));
    Ok(Reached {
        listen: told.value("listen")?.unwrap_or(USUAL),
        names: told.values("name")?.into_iter().map(|Host(name)| name).collect(),
        base: told.value("base")?.unwrap_or_default(),
        https: is("https")?,
        in_clear: is("without-https")?,
        open: !is("no-open")? && !is("no-key")?,
        key: !is("no-key")?,
        zone: told.value("zone")?.map_or_else(clock::zone_name, |Zone(name)| name),
        connections: whole(told, "connections", table::CONNECTIONS)? as usize,
        connections_each: whole(told, "connections-each", table::CONNECTIONS_EACH)? as usize,
        pseudo: is("pseudo")?,
        limits: limits(told)?,
    })
}

fn limits(told: &Told) -> Result<web::Limits, Refusal> {
    let seconds = |key, fits| whole(told, key, fits).map(|n| Duration::from_secs(n.into()));
    Ok(web::Limits {
        photo_mb: whole(told, "photo-mb", table::PHOTO_MB)?,
        request: seconds("request-seconds", table::REQUEST_SECONDS)?,
        upload: seconds("upload-seconds", table::UPLOAD_SECONDS)?,
        silence: seconds("silent-seconds", table::SILENT_SECONDS)?,
    })
}

/// A whole number that fits, else what is usual.
fn whole(told: &Told, key: &'static str, fits: Whole) -> Result<u32, Refusal> {
    let range = fits.smallest..=fits.largest;
    Ok(told.value_if(key, |number| range.contains(number))?.unwrap_or(fits.usual))
}

/// A secret of the environment.
pub fn secret(key: &str) -> Option<String> {
    let name = Setting::find(key)?.variable();
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The system's usual place for data.
fn usual_folder() -> Result<PathBuf, Refusal> {
    let args = AppStrategyArgs {
        top_level_domain: "org".into(),
        author: "Needlewise".into(),
        app_name: "needlewise".into(),
    };
    let home =
        choose_app_strategy(args).map_err(|_| Refusal::new(Saying::new("refused-no-home")))?;
    Ok(home.data_dir())
}

macro_rules! parsed {
    ($name:ident($inner:ty), |$text:ident| $read:expr) => {
        struct $name($inner);
        impl FromStr for $name {
            type Err = ();
            fn from_str($text: &str) -> Result<Self, ()> {
                $read.map(Self).ok_or(())
            }
        }
    };
}

parsed!(YesNo(bool), |text| match text {
    "yes" | "true" | "1" => Some(true),
    "no" | "false" | "0" => Some(false),
    _ => None,
});
parsed!(LogLevel(tracing::Level), |text| match text {
    "error" | "warn" | "info" | "debug" => text.parse().ok(),
    _ => None,
});
parsed!(Server(String), |text| {
    let known = ["postgres://", "postgresql://"].iter().any(|scheme| text.starts_with(scheme));
    known.then(|| text.to_owned())
});
parsed!(Zone(String), |text| TimeZone::get(text).is_ok().then(|| text.to_owned()));
parsed!(Host(String), |text| {
    let plain = !text.is_empty() && !text.contains(['/', ' ', '@']);
    plain.then(|| text.to_owned())
});
