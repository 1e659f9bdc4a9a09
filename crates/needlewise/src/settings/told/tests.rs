//! Who is heard first, and what is said of a value that is none.

use std::fs;

use super::super::read::{reached, record};
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
    Told::gather(&[&flags], variable, || Ok(folder.path().to_owned()))
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
    ] {
        let told = gathered(&[(key, value)], &[], "").unwrap();
        let refused = record(&told).err().or(reached(&told).err()).expect(key).to_string();
        assert!(
            refused.starts_with(&format!("--{key}: ")) && refused.contains(expected),
            "{refused}"
        );
    }
}

#[test]
fn a_file_that_was_named_must_be_there_and_one_that_was_not_need_not() {
    let nowhere = || Ok(PathBuf::from("/nonexistent"));
    assert!(Told::gather(&[], |_| None, nowhere).is_ok());
    let named = vec![(Setting::find(CONFIG).unwrap(), vec!["/nonexistent/a.toml".to_owned()])];
    let refused = Told::gather(&[&named], |_| None, nowhere).unwrap_err().to_string();
    assert!(refused.contains("/nonexistent/a.toml") && refused.contains("--config"), "{refused}");
}

#[test]
fn every_setting_is_read() {
    let good = |key: &str| match key {
        "listen" => "127.0.0.1:1",
        "https" | "no-open" | "pseudo" => "yes",
        "base" => "/needles",
        "zone" => "UTC",
        "connections" => "3",
        "log" => "info",
        _ => "x",
    };
    let usual = gathered(&[], &[], "").unwrap();
    let usual =
        (format!("{:?}", record(&usual).unwrap()), format!("{:?}", reached(&usual).unwrap()));
    for setting in ALL.iter().filter(|one| one.about != About::Secret && one.key != CONFIG) {
        let told = gathered(&[(setting.key, good(setting.key))], &[], "").unwrap();
        let read =
            (format!("{:?}", record(&told).unwrap()), format!("{:?}", reached(&told).unwrap()));
        assert!(read != usual, "{} changes nothing", setting.key);
    }
}
