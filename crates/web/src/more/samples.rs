//! Samples of everything else: the menu, wishes, security, data, erasing, and the farewell; each form refused.

use std::sync::LazyLock;

use axum::response::Response;
use words::{Editions, built_in};

use super::network::Reached;
use super::security::{self, DID, Entry, Passphrase, Said};
use super::{data, erase, menu_of, wishes};
use crate::fields::Fields;
use crate::form::Form;
use crate::form::read::{passphrase, same_as};
use crate::frame::Reader;
use crate::samples::{Life, Sample};

/// What there is to choose from.
pub(super) static EDITIONS: LazyLock<Editions> =
    LazyLock::new(|| Editions::read(&built_in(), false).unwrap());

pub(crate) fn samples(life: &Life) -> Vec<Sample<'_>> {
    let needled = !life.album.chart.story.done().is_empty();
    let wished = |reader: &Reader| wishes::shown(reader, &EDITIONS, &wishes::kept(reader));
    let mut all = vec![
        Sample::new("More", "as it is opened", move |reader| menu_of(reader, needled, false)),
        Sample::new("More", "saved", move |reader| menu_of(reader, needled, true)),
        Sample::new("Wishes", "overtaken", wished_elsewhere),
        Sample::new("Wishes", "as it is opened", wished),
        Sample::new("Wishes", "all refused", wished_wrong),
        Sample::new("Erase", "as it is opened", |reader| erase::shown(reader, &Form::default())),
        Sample::new("Erase", "another word", |reader| erase::shown(reader, &another_word())),
        Sample::of_nobody("Farewell", "all gone", |frame| erase::goodbye(frame, true)),
        Sample::of_nobody("Farewell", "not all gone", |frame| erase::goodbye(frame, false)),
    ];
    all.extend(backed_up());
    all.extend(secured());
    all
}

fn backed_up<'a>() -> Vec<Sample<'a>> {
    let page = |what, tested: bool, all_open: bool, form: fn() -> Form| {
        Sample::new("Data", what, move |reader: &Reader| {
            let last = tested.then(|| reader.now.clone());
            data::drawn(reader, last.as_ref(), all_open, &form())
        })
    };
    vec![
        page("as it is opened", false, true, Form::default),
        page("backed up", true, true, Form::default),
        page("others have passphrases", true, false, Form::default),
        page("too short and not the same", false, true, short),
    ]
}

/// Nobody, somebody and somebody who needs it has a passphrase; each thing that was just done; each refusal.
fn secured<'a>() -> Vec<Sample<'a>> {
    let none = Passphrase { has_one: false, needed: false };
    let one = Passphrase { has_one: true, needed: false };
    let needed = Passphrase { has_one: true, needed: true };
    let page = |what, known: Passphrase, said: fn() -> Said| {
        Sample::new("Security", what, move |reader: &Reader| {
            security::drawn(reader, known, &Reached::Closed, &said())
        })
    };
    let mut all = vec![
        page("as it is opened", none, Said::default),
        page("with a passphrase", one, Said::default),
        page("a passphrase that is needed", needed, Said::default),
        page("another is let in", none, let_in),
        page("too short and not the same", none, || refused(new_short())),
        page("the old one is wrong", one, || refused(wrong("more-passphrase-old-wrong"))),
        page("it is needed", needed, || refused(wrong("more-passphrase-needed"))),
    ];
    for (what, key) in DID {
        all.push(Sample::new("Security", what, move |reader: &Reader| {
            let said = Said { done: Some(key), ..Said::default() };
            security::drawn(reader, one, &Reached::Closed, &said)
        }));
    }
    all.extend(reached(one));
    all
}

/// Each way in which other machines reach it, a phone let in by it.
fn reached<'a>(one: Passphrase) -> Vec<Sample<'a>> {
    let at = |all: &[&str]| all.iter().map(|at| (*at).to_owned()).collect::<Vec<_>>();
    let several = at(&["http://192.168.1.5:8750", "http://10.0.0.2:8750"]);
    let page = |what, reached: Reached, said: fn() -> Said| {
        Sample::new("Security", what, move |reader: &Reader| {
            security::drawn(reader, one, &reached, &said())
        })
    };
    vec![
        page("a phone is let in", Reached::Opened(several), let_in_from_elsewhere),
        page(
            "reached by a name",
            Reached::Started(at(&["https://skin.example.org"])),
            Said::default,
        ),
        page("a proxy without a name", Reached::Unnamed, Said::default),
    ]
}

/// What lets a browser in once.
pub(super) const ADDRESS: &str = "http://localhost:8750/enter?key=0123456789abcdef";

fn let_in() -> Said {
    let entry = Entry { elsewhere: Vec::new(), here: ADDRESS.into() };
    Said { entry: Some(entry), ..Said::default() }
}

/// What lets a phone in once.
pub(super) const ELSEWHERE: [&str; 2] = [
    "http://192.168.1.5:8750/enter?key=0123456789abcdef",
    "http://10.0.0.2:8750/enter?key=0123456789abcdef",
];

fn let_in_from_elsewhere() -> Said {
    let elsewhere = ELSEWHERE.map(str::to_owned).to_vec();
    Said { entry: Some(Entry { elsewhere, here: ADDRESS.into() }), ..Said::default() }
}

fn refused(form: Form) -> Said {
    Said { form, ..Said::default() }
}

fn wrong(key: &'static str) -> Form {
    let mut form = Form::default();
    form.refuse("old", key);
    form
}

/// A form with these fields.
pub(super) fn typed(fields: &[(&str, &str)]) -> Form {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Form::new(Fields::of(fields))
}

/// A passphrase that is too short, with another one under it.
fn short() -> Form {
    let mut form = typed(&[("passphrase", "SECRET"), ("again", "SECRET2")]);
    assert_eq!(form.read("passphrase", passphrase(None)).map(drop), None);
    assert_eq!(form.read("again", same_as("passphrase")), None);
    form
}

fn new_short() -> Form {
    let mut form = typed(&[("new", "SECRET"), ("again", "SECRET2")]);
    assert_eq!(form.read("new", passphrase(None)).map(drop), None);
    assert_eq!(form.read("again", same_as("new")), None);
    form
}

fn another_word() -> Form {
    let mut form = typed(&[("word", "keep")]);
    form.refuse("word", "more-erase-wrong");
    form
}

/// Another window was saved first.
fn wished_elsewhere(reader: &Reader) -> Response {
    let mut form = wishes::kept(reader);
    form.refuse("upon", "typed-overtaken");
    wishes::shown(reader, &EDITIONS, &form)
}

/// Nothing of it can be.
fn wished_wrong(reader: &Reader) -> Response {
    let name = "a".repeat(crate::people::LONGEST_NAME + 1);
    let mut form = typed(&[
        ("name", &name),
        ("language", "xx"),
        ("theme", "pink"),
        ("variant", "reckless"),
        ("zone", "Europe/Atlantis"),
    ]);
    assert_eq!(wishes::read(&mut form, &EDITIONS, reader.person.record.clone()), None);
    wishes::shown(reader, &EDITIONS, &form)
}
