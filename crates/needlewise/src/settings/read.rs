//! Typed values of what was said.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;

use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};
use jiff::tz::TimeZone;
use store::Database;

use super::args::{Listen, Place};
use super::table::Setting;
use super::told::Told;
use crate::commands::{Refusal, clock};

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
    /// Whether the browser is opened.
    pub open: bool,
    /// The zone of people who have not said theirs.
    pub zone: String,
    /// The most connections at once.
    pub connections: usize,
    /// Whether the pseudo-language is offered.
    pub pseudo: bool,
}

/// Everything that was said on this command line, in this environment, in its file.
///
/// # Errors
/// A file that can't be read or understood.
pub fn told(place: &Place, listen: &Listen) -> Result<Told, Refusal> {
    Told::gather(&[&place.0, &listen.0], |name| std::env::var(name).ok(), usual_folder)
}

/// Where the record is.
///
/// # Errors
/// A value that is not understood, or no home folder.
pub fn record(told: &Told) -> Result<Record, Refusal> {
    let folder = told.value("data")?;
    Ok(Record {
        folder: folder.map_or_else(usual_folder, Ok)?,
        database: told.value("database")?.map_or(Database::Sqlite, Database::Postgres),
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
        open: !is("no-open")?,
        zone: told.value("zone")?.map_or_else(clock::zone_name, |Zone(name)| name),
        connections: told.value("connections")?.map_or(web::CONNECTIONS, |Connections(n)| n),
        pseudo: is("pseudo")?,
    })
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
    let home = choose_app_strategy(args).map_err(|error| {
        Refusal::new(format!("there is no home folder ({error}). Next: name one with --data DIR."))
    })?;
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
parsed!(Zone(String), |text| TimeZone::get(text).is_ok().then(|| text.to_owned()));
parsed!(Host(String), |text| {
    let plain = !text.is_empty() && !text.contains(['/', ' ', '@']);
    plain.then(|| text.to_owned())
});
parsed!(Connections(usize), |text| text.parse().ok().filter(|n| (1..=100_000).contains(n)));
