//! One function per command, each a recipe: read, decide, show.
//!
//! Files are parsed in [`text::input`]; rules are in `care`; sentences and JSON are in [`text::show`].

mod backup;
mod batch;
mod checkin;
pub mod clock;
mod demo;
mod doctor;
mod folder;
mod keys;
mod lead;
mod network;
mod now;
mod person;
mod photo;
mod place;
mod protocol;
mod reasons;
mod record;
mod refusal;
mod rights;
mod roll;
mod secret;
mod serve;
mod sheet;
mod talk;
mod who;

use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use care::session::Session;
use care::words::{ProductClass, RhythmChoice, Word, nearest};
use care::{aftercare, agenda, course, programme, screening};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;
use words::{Saying, Worded, Wording, machine};

use crate::cli::{Cli, Command, Serve};
use crate::settings::{read, show as show_settings};
pub use refusal::Refusal;
use talk::Talk;
use text::input::node::Size;
use text::input::{self, PersonFile};
use text::show::{self, Page};

/// Why a command was refused, in the reader's words: what, why and what next.
#[derive(Debug)]
pub struct Refused {
    /// In the language that was asked for.
    pub words: String,
    /// With what the program ends.
    pub code: u8,
}

/// Runs a command.
///
/// # Errors
/// If some input can't be read, or something is not well.
pub fn run(cli: &Cli) -> Result<(), Refused> {
    let (talk, heard) = Talk::of(cli);
    let done = heard.and_then(|()| cli.refuse_unused()).and_then(|()| command(&talk));
    done.map_err(|refusal| Refused { words: refusal.in_words(talk.texts()), code: refusal.code() })
}

fn command(talk: &Talk<'_>) -> Result<(), Refusal> {
    let Some(command) = &talk.cli.command else { return serve::run(talk, &Serve::default()) };
    match command {
        Command::Serve(how) => serve::run(talk, how),
        Command::Enter(how) => serve::enter(talk, how),
        Command::Demo(listen) => demo::run(talk, listen),
        Command::Settings(how) => settings(talk, how),
        Command::Example { folder } => example(talk, folder),
        Command::Protocol(command) => protocol::run(talk, command),
        Command::Photo(command) => photo::run(talk, command),
        Command::Record(command) => record::run(talk, command),
        command => decide(talk, &folder::protocol(talk)?, command),
    }
}

fn decide(talk: &Talk<'_>, protocol: &Worded, command: &Command) -> Result<(), Refusal> {
    match command {
        Command::Screen { batch: true, person, on } => {
            batch::screen(protocol, person.as_deref(), *on)
        }
        Command::Screen { person: Some(person), on, .. } => screen(talk, protocol, person, *on),
        Command::Plan { person, first } => plan(talk, protocol, person, *first),
        Command::Course { session } => {
            let session = read_session(session)?;
            emit(
                talk,
                protocol.texts(),
                &show::Course::of(protocol, &course::expected(protocol, &session)),
            )
        }
        Command::Aftercare { session, at, product } => {
            after(talk, protocol, session, at.as_deref(), product.as_deref())
        }
        Command::Checkin { batch: true, session, .. } => checkin::all(protocol, session.as_deref()),
        Command::Checkin { session: Some(session), checkins: Some(checkins), person, .. } => {
            checkin::run(talk, protocol, session, checkins, person.as_deref())
        }
        Command::Now { batch: true, story, at } => {
            now::all(protocol, story.as_deref(), &now::Asked::new(at.as_deref())?)
        }
        Command::Now { story: Some(story), at, .. } => {
            now::one(talk, protocol, story, &now::Asked::new(at.as_deref())?)
        }
        Command::Roll { file, svg, png, points } => {
            let files =
                roll::Files { svg: svg.as_deref(), png: png.as_deref(), points: points.as_deref() };
            roll::run(talk, protocol, file, &files)
        }
        Command::Calendar { person, first, time } => {
            calendar(talk, protocol, person, *first, time.as_deref())
        }
        // Done before a protocol is needed.
        _ => Ok(()),
    }
}

/// What holds; a value that is not understood refuses, as it would the start.
fn settings(talk: &Talk<'_>, how: &Serve) -> Result<(), Refusal> {
    let told = read::told(&talk.cli.speech, &how.place, &how.listen)?;
    read::record(&told)?;
    read::reached(&told)?;
    if talk.cli.json {
        return print_json(&show_settings::as_json(&told, talk.texts()));
    }
    print(&format!("{}\n", show_settings::sentences(&told, talk.texts())))
}

fn screen(
    talk: &Talk<'_>,
    protocol: &Worded,
    file: &Path,
    on: Option<Date>,
) -> Result<(), Refusal> {
    let PersonFile { person, on, .. } = read_person(protocol, file, on)?;
    let decision = screening::decide(protocol, &person, on);
    emit(talk, protocol.texts(), &show::Screen::of(protocol, &person, &decision))
}

fn plan(
    talk: &Talk<'_>,
    protocol: &Worded,
    file: &Path,
    first: Option<Date>,
) -> Result<(), Refusal> {
    let PersonFile { person, on: first, .. } = read_person(protocol, file, first)?;
    let decision = screening::decide(protocol, &person, first);
    let programme = programme::plan(protocol, &person, decision.verdict, first);
    emit(talk, protocol.texts(), &show::Plan::of(protocol, &person, &decision, &programme))
}

fn after(
    talk: &Talk<'_>,
    protocol: &Worded,
    file: &Path,
    at: Option<&str>,
    product: Option<&str>,
) -> Result<(), Refusal> {
    let session = read_session(file)?;
    let product = product.map(product_class).transpose()?;
    let asked = clock::moment(at, session.at.time_zone())?;
    // Without a moment, a session still to come is looked at from its own beginning.
    let moment = if at.is_none() { asked.max(session.at.clone()) } else { asked };
    let early = |_| {
        let (moment, session) = (machine::plain(&moment), machine::plain(&session.at));
        let refused = Saying::new("refused-before-session").with("moment", moment);
        Refusal::new(refused.with("session", session))
    };
    let care = aftercare::at(protocol, &session, &moment).map_err(early)?;
    emit(talk, protocol.texts(), &show::Aftercare::of(protocol, &care, product))
}

fn calendar(
    talk: &Talk<'_>,
    protocol: &Worded,
    file: &Path,
    first: Date,
    time: Option<&str>,
) -> Result<(), Refusal> {
    let PersonFile { person, zone, .. } = read_person(protocol, file, Some(first))?;
    let evening = person.rhythm == Some(RhythmChoice::Daily);
    let time = time.unwrap_or(if evening { "19:00" } else { "10:00" });
    let start = time
        .parse()
        .map_err(|_| Refusal::new(Saying::new("refused-no-time").with("text", time)))?;
    let decision = screening::decide(protocol, &person, first);
    if !decision.verdict.plans() {
        // Nothing to put into a calendar; the sentence goes to standard error so that no empty file looks like a plan.
        let verdict = text::tell::verdict::of_decision(protocol, &decision);
        talk.whispers(&Saying::new("calendar-none").with("verdict", verdict));
    }
    let programme = programme::plan(protocol, &person, decision.verdict, first);
    if zone.is_none() {
        talk.whispers(&Saying::new("calendar-no-zone").with("file", name(file)));
    }
    let zone = zone.unwrap_or(TimeZone::UTC);
    let items = agenda::items(protocol, &programme, &person, &zone, start);
    if talk.cli.json {
        let verdict = decision.verdict.kind();
        return print_json(&text::calendar::Listed::of(protocol, verdict, &items, &zone));
    }
    let stamp =
        first.to_zoned(TimeZone::UTC).map(|midnight| midnight.timestamp()).unwrap_or_default();
    print(&text::calendar::render(protocol, &items, &zone, stamp))
}

fn example(talk: &Talk<'_>, folder: &Path) -> Result<(), Refusal> {
    let files = [
        ("person.toml", input::example::PERSON),
        ("session.toml", input::example::SESSION),
        ("checkins.toml", input::example::CHECKINS),
        ("story.toml", input::example::STORY),
        ("roll.toml", input::example::ROLL),
    ];
    fs::create_dir_all(folder)
        .map_err(|error| Refusal::file(folder, &error, "next-other-folder"))?;
    for (name, text) in files {
        folder::write_new(&folder.join(name), text)?;
    }
    talk.says(&Saying::new("wrote-examples"))
}

fn product_class(word: &str) -> Result<ProductClass, Refusal> {
    ProductClass::find(word).ok_or_else(|| {
        let near = nearest(word, ProductClass::words());
        let refused = match near {
            Some(near) => Saying::new("refused-product-meant").with("nearest", near),
            None => Saying::new("refused-product"),
        };
        Refusal::new(refused.with("word", word).with("known", ProductClass::words()))
    })
}

/// A person, with the day that is asked about: the one given, or today.
fn read_person(protocol: &Worded, file: &Path, on: Option<Date>) -> Result<PersonFile, Refusal> {
    let asked = |zone: Option<&TimeZone>| clock::or_today(on, zone);
    Ok(input::read_person(protocol, &name(file), &text(file)?, &asked)?)
}

fn read_session(file: &Path) -> Result<Session, Refusal> {
    Ok(input::read_session(&name(file), &text(file)?)?)
}

fn name(file: &Path) -> String {
    file.display().to_string()
}

/// The text of a file, as far as a file of ours can go; what is longer is refused where it is read.
fn text(file: &Path) -> Result<String, Refusal> {
    text_up_to(file, Size::FILE)
}

fn text_up_to(file: &Path, size: Size) -> Result<String, Refusal> {
    let refuse = |error: std::io::Error| Refusal::file(file, &error, "next-example");
    let mut bytes = Vec::new();
    let most = size.bytes() as u64 + 1;
    store::open_plain(file).map_err(refuse)?.take(most).read_to_end(&mut bytes).map_err(refuse)?;
    let no_text = |_| Refusal::new(Saying::new("refused-no-text").with("file", name(file)));
    String::from_utf8(bytes).map_err(no_text)
}

/// Prints what a command has to say, as JSON or as sentences.
fn emit(
    talk: &Talk<'_>,
    texts: &Wording,
    view: &(impl Serialize + show::Sentences),
) -> Result<(), Refusal> {
    if talk.cli.json {
        return print_json(view);
    }
    let mut page = Page::new(texts);
    view.say(&mut page);
    print(&page.finish())
}

fn print_json(view: &impl Serialize) -> Result<(), Refusal> {
    let json = serde_json::to_string_pretty(view).map_err(|error| Refusal::new(no_json(&error)))?;
    print(&format!("{json}\n"))
}

fn no_json(error: &serde_json::Error) -> Saying {
    Saying::new("refused-json").with("why", error.to_string())
}

/// Prints to standard output; a reader that hangs up (`| head`) is no fault.
fn print(text: &str) -> Result<(), Refusal> {
    let written = anstream::stdout().lock().write_all(text.as_bytes());
    match written {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            let why = reasons::system(&error);
            Err(Refusal::new(Saying::new("refused-output").with("why", why)))
        }
        _ => Ok(()),
    }
}
