//! Who is heard first, and what is said of a value that is none.

use std::fs;

use words::{Language, Wording};

use super::super::read::{reached, record, speech};
use super::super::table::About;
use super::*;

/// What was said by flags and variables, with this file in the data folder.
fn gathered(
    flags: &[(&str, &str)],
    variables: &[(&str, &str)],
    file: &str,
) -> Result<Told, Refusal> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("needlewise.toml"), file).unwrap();
    let flag =
        |(key, value): &(&str, &str)| (Setting::find(key).unwrap(), vec![(*value).to_owned()]);
    let flags: Flags = flags.iter().map(flag).collect();
    let variable = |name: &str| {
        let found = variables.iter().find(|(own, _)| *own == name);
        found.map(|(_, value)| (*value).to_owned())
    };
    Told::gather(&[&flags], variable, || Some(folder.path().to_owned()))
}

fn heard(told: &Told, key: &str) -> String {
    let said = told.find(key).expect("said");
    let whence = match &said.whence {
        Whence::Flag(name) | Whence::Variable(name) => name.clone(),
        Whence::File(_, line) => format!("line {line}"),
    };
    format!("{} ({whence})", said.values.join("+"))
}

#[test]
fn a_flag_comes_before_a_variable_and_a_variable_before_the_file() {
    let file = "\nlog = \"error\"\nconnections = 7\nname = [\"a.example\"]\n";
    let variables = [("NEEDLEWISE_LOG", "info"), ("NEEDLEWISE_NAME", "b.example, c.example")];
    let told = gathered(&[("log", "debug")], &variables, file).unwrap();
    assert_eq!(heard(&told, "log"), "debug (--log)");
    assert_eq!(heard(&told, "name"), "b.example+c.example (NEEDLEWISE_NAME)");
    assert_eq!(heard(&told, "connections"), "7 (line 3)");
    assert!(told.find("listen").is_none());
    let empty = gathered(&[], &[("NEEDLEWISE_LOG", "")], file).unwrap();
    assert_eq!(heard(&empty, "log"), "error (line 2)", "an empty variable says nothing");
}

#[test]
fn a_value_that_is_none_is_refused_with_where_it_was_said_and_what_is_expected() {
    for (key, value, expected) in [
        ("log", "loud", "error, warn, info or debug"),
        ("listen", "everywhere", "an address and a port"),
        ("https", "perhaps", "yes or no"),
        ("name", "https://a.example", "without https://"),
        ("base", "needles", "for example /needles"),
        ("zone", "Paris", "for example Europe/Paris"),
        ("connections", "0", "from 1 to 100000"),
        ("photo-mb", "201", "from 1 to 200"),
        ("request-seconds", "4", "from 5 to 3600"),
        ("upload-seconds", "an hour", "from 5 to 3600"),
        ("language", "tlh", "one of: en"),
    ] {
        let told = gathered(&[(key, value)], &[], "").unwrap();
        let refused = record(&told).err().or(reached(&told).err()).or(speech(&told, &[]).err());
        let refused = refused.expect(key).in_words(&Wording::built_in(Language::DEFAULT));
        assert!(
            refused.starts_with(&format!("--{key}: ")) && refused.contains(expected),
            "{refused}"
        );
    }
}

#[test]
fn a_file_that_was_named_must_be_there_and_one_that_was_not_need_not() {
    let nowhere = || Some(PathBuf::from("/nonexistent"));
    assert!(Told::gather(&[], |_| None, nowhere).is_ok());
    let named = vec![(Setting::find(CONFIG).unwrap(), vec!["/nonexistent/a.toml".to_owned()])];
    let refused = Told::gather(&[&named], |_| None, nowhere).unwrap_err();
    let refused = refused.in_words(&Wording::built_in(Language::DEFAULT));
    assert!(refused.contains("/nonexistent/a.toml") && refused.contains("--config"), "{refused}");
}

#[test]
fn every_setting_is_read() {
    let good = |key: &str| match key {
        "listen" => "127.0.0.1:1",
        "https" | "without-https" | "no-open" | "no-key" | "pseudo" => "yes",
        "base" => "/needles",
        "zone" => "UTC",
        "connections" | "connections-each" | "photo-mb" => "3",
        "request-seconds" | "upload-seconds" | "silent-seconds" => "7",
        "database" => "postgres://here/x",
        "language" => "pseudo",
        "log" => "info",
        _ => "x",
    };
    let all = |told: &Told| {
        let (record, reached) = (record(told).unwrap(), reached(told).unwrap());
        format!("{record:?} {reached:?} {:?}", speech(told, &[]).unwrap())
    };
    for setting in ALL.iter().filter(|one| one.about != About::Secret && one.key != CONFIG) {
        // There may be no language but the usual one and the one that has to be allowed.
        let before: &[(&str, &str)] =
            if setting.key == "language" { &[("pseudo", "yes")] } else { &[] };
        let flags = [before, &[(setting.key, good(setting.key))]].concat();
        let [without, with] = [before, &flags].map(|flags| gathered(flags, &[], "").unwrap());
        assert!(all(&with) != all(&without), "{} changes nothing", setting.key);
    }
}
