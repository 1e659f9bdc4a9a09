//! The flags of the table on the command line: a command takes those that are about what it does, and no others.

use std::sync::LazyLock;

use clap::error::Error;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use words::{Language, Saying, Wording};

use super::table::{ALL, About, Setting, Shape};

/// What was said by flags, by key: as written, a list by its parts.
pub(super) type Flags = Vec<(&'static Setting, Vec<String>)>;

macro_rules! group {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default)]
        pub struct $name(pub(super) Flags);

        impl Args for $name {
            fn augment_args(command: Command) -> Command {
                add(command, About::$name)
            }
            fn augment_args_for_update(command: Command) -> Command {
                add(command, About::$name)
            }
        }
        impl FromArgMatches for $name {
            fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
                Ok(Self(said(matches, About::$name)))
            }
            fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
                self.0 = said(matches, About::$name);
                Ok(())
            }
        }
    };
}

group! {
    /// Flags about where the record is.
    Place
}
group! {
    /// Flags about the language in which something is said.
    Speech
}
group! {
    /// Flags about how the application is reached.
    Listen
}

impl Place {
    /// A record in this folder.
    pub fn at(folder: &std::path::Path) -> Self {
        let data = Setting::find("data").map(|data| (data, vec![folder.display().to_string()]));
        Self(data.into_iter().collect())
    }
}

fn of(about: About) -> impl Iterator<Item = &'static Setting> {
    ALL.iter().filter(move |setting| setting.about == about)
}

fn add(command: Command, about: About) -> Command {
    command.args(of(about).map(arg))
}

fn arg(setting: &'static Setting) -> Arg {
    let arg = Arg::new(setting.key)
        .long(setting.key)
        .help(help(setting))
        .hide(setting.key == "pseudo")
        .global(setting.about == About::Speech);
    match setting.shape {
        Shape::Value(name) => arg.value_name(name).action(ArgAction::Set),
        Shape::Whole(_) => arg.value_name("N").action(ArgAction::Set),
        Shape::List(name) => arg.value_name(name).action(ArgAction::Append).value_delimiter(','),
        Shape::YesNo => arg.action(ArgAction::SetTrue),
    }
}

/// Help is English, as all that the parser of arguments says.
fn help(setting: &Setting) -> String {
    static ENGLISH: LazyLock<Wording> = LazyLock::new(|| Wording::built_in(Language::DEFAULT));
    let saying = Saying::new("settings-flag")
        .with("help", setting.help())
        .with("usual", setting.usual())
        .with("variable", setting.variable());
    saying.in_words(&ENGLISH)
}

fn said(matches: &ArgMatches, about: About) -> Flags {
    of(about).filter_map(|setting| Some((setting, value(matches, setting)?))).collect()
}

fn value(matches: &ArgMatches, setting: &Setting) -> Option<Vec<String>> {
    if setting.shape == Shape::YesNo {
        return matches.get_flag(setting.key).then(|| vec!["yes".to_owned()]);
    }
    Some(matches.get_many::<String>(setting.key)?.cloned().collect())
}
