//! Every command speaks the language that is asked for. In the language that is none nothing of ours is left of what a
//! command says or refuses; the names of files, ids, keys and words of files stay what they are.

use std::fs;

use care::words::{Area, Goal, Word as _};
use words::pseudo::left_over;

use super::desk::{Desk, Said};

const PSEUDO: [&str; 3] = ["--language", "pseudo", "--pseudo"];

/// No sentence of ours can do without one of these.
const ENGLISH: [&str; 18] = [
    "the", "is", "are", "was", "of", "and", "not", "it", "this", "that", "there", "with", "can",
    "be", "your", "you", "next", "expected",
];

/// Words of programs that a sentence names as they are.
const NAMES: [&str; 8] =
    ["needlewise", "toml", "age", "zip", "pdf", "UTC", "NEEDLEWISE_BACKUP_PASSPHRASE", "cautious"];

impl Desk {
    /// Runs a command in the language that is none.
    fn strangely(&self, arguments: &[&str]) -> Said {
        self.on("data", &[arguments, &PSEUDO].concat(), "")
    }
    /// What a command says, and that nothing of ours is left of it but what was given to it and these words.
    fn speaks(&self, code: i32, arguments: &[&str], also: &[&str]) -> Said {
        let said = self.strangely(arguments);
        assert_eq!(said.code, code, "{arguments:?}\n{}{}", said.out, said.err);
        let text = format!("{}{}", said.out, said.err);
        assert!(!text.trim().is_empty(), "{arguments:?}");
        let folder = self.folder.display().to_string();
        let given = arguments.iter().chain(also).chain(&NAMES).flat_map(|word| parts(word));
        let given: Vec<&str> = given.chain(parts(&folder)).collect();
        let mut left = left_over(&text);
        left.retain(|word| !parts(word).iter().all(|part| given.contains(part) || is_id(part)));
        assert_eq!(left, Vec::<String>::new(), "{arguments:?}\n{text}");
        said
    }
}

fn parts(word: &str) -> Vec<&str> {
    word.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).collect()
}

/// Digits, or a part of an id or of a key; a group of an id may have no digit in it.
fn is_id(part: &str) -> bool {
    part.len() == 4 && part.chars().all(|letter| letter.is_ascii_hexdigit())
        || part.len() >= 4
            && part.chars().all(|letter| letter.is_ascii_alphanumeric())
            && part.chars().any(|letter| letter.is_ascii_digit())
        || part.chars().all(|letter| letter.is_ascii_digit())
}

#[test]
fn what_is_decided_is_told_in_the_language_asked_for() {
    let desk = Desk::with_examples();
    let commands: [&[&str]; 12] = [
        &["screen", "person.toml"],
        &["plan", "person.toml"],
        &["course", "session.toml"],
        &["aftercare", "session.toml"],
        &["checkin", "session.toml", "checkins.toml"],
        &["now", "story.toml"],
        &["calendar", "person.toml", "--first", "2026-12-05"],
        &["roll", "roll.toml"],
        &["protocol", "check"],
        &["protocol", "show", "retinoid-stopped-oral"],
        &["protocol", "sources"],
        &["settings"],
    ];
    for command in commands {
        let (said, ours) = (desk.strangely(command), desk.on("data", command, ""));
        assert_eq!((said.code, ours.code), (0, 0), "{command:?}: {}{}", said.err, ours.err);
        assert_ne!(said.out, ours.out, "{command:?}");
        let left = left_over(&said.out);
        // Titles of articles are what they are.
        if command != ["protocol", "sources"]
            && command != ["protocol", "show", "retinoid-stopped-oral"]
        {
            assert!(
                !left.iter().any(|word| ENGLISH.contains(&word.as_str())),
                "{command:?}: {left:?}\n{}",
                said.out
            );
        }
    }
}

#[test]
fn what_is_said_of_the_record_is_told_in_the_language_asked_for() {
    let (desk, _) = Desk::with_record();
    desk.speaks(1, &["doctor"], &["FILE"]);
    desk.speaks(0, &["backup", "all.age"], &[]);
    desk.speaks(0, &["verify", "all.age"], &[]);
    desk.speaks(0, &["doctor"], &[]);
    desk.speaks(0, &["journal", "verify"], &[]);
    let paper = desk.strangely(&["keys", "show"]);
    assert_eq!(left_over(&paper.err), Vec::<String>::new(), "{}", paper.err);
    desk.speaks(0, &["export", "me.zip"], &[]);
    desk.speaks(2, &["import", "me.zip"], &[]);
    desk.speaks(2, &["erase"], &[]);
    let set = [&["passphrase", "set"][..], &PSEUDO].concat();
    for (typed, code) in [("short", 2), ("a long enough one", 0)] {
        let said = desk.on("data", &set, typed);
        assert_eq!(said.code, code, "{}", said.err);
        assert_eq!(left_over(&format!("{}{}", said.out, said.err)), Vec::<String>::new());
    }
    desk.speaks(0, &["passphrase", "remove"], &[]);
    desk.speaks(0, &["erase", "--yes"], &[]);
    desk.speaks(0, &["people"], &[]);
    desk.speaks(2, &["export", "none.zip"], &[]);
    desk.speaks(0, &["import", "me.zip"], &[]);
    desk.speaks(2, &["restore", "all.age"], &["data"]);
}

#[test]
fn what_is_refused_is_told_in_the_language_asked_for() {
    let desk = Desk::with_examples();
    let nowhere: [&[&str]; 7] = [
        &["backup", "x"],
        &["doctor"],
        &["journal", "verify"],
        &["keys", "show"],
        &["export", "x"],
        &["people"],
        &["passphrase", "remove"],
    ];
    for command in nowhere {
        desk.speaks(2, command, &["data"]);
    }
    desk.speaks(2, &["restore", "none.age"], &[]);
    desk.speaks(2, &["verify", "person.toml"], &[]);
    desk.speaks(2, &["import", "person.toml"], &[]);
    desk.speaks(2, &["screen", "none.toml"], &[]);
    desk.speaks(2, &["photo", "check", "person.toml"], &[]);
    desk.speaks(2, &["protocol", "show", "retinoid-stoped-oral"], &["retinoid-stopped-oral"]);
    desk.speaks(2, &["keys", "show", "--json"], &[]);
    desk.speaks(2, &["example"], &["person"]);
    desk.speaks(2, &["aftercare", "session.toml", "--at", "2026-12-05T09:00:00+01:00"], &[]);
    desk.speaks(2, &["settings", "--listen", "everywhere"], &["listen"]);
    desk.speaks(2, &["serve", "--log", "loud"], &["log"]);
    desk.sets("person.toml", "pregnancy", "pregnancy = 3").sets(
        "person.toml",
        "born",
        "born = 2027-02-31",
    );
    desk.speaks(2, &["screen", "person.toml"], &["born"]);
    desk.writes("person.toml", "setting = \"hom\"\nareas = []\nskin_type = 9\nzone = \"Berlin\"");
    let words =
        "setting hom home clinic areas skin_type unknown zone Berlin Europe Paris goals answers"
            .split(' ');
    let areas = Area::words();
    let goals = Goal::words();
    let words: Vec<&str> = words.chain(areas).chain(goals).collect();
    desk.speaks(2, &["screen", "person.toml"], &words);
}

#[test]
fn a_wrong_passphrase_and_a_missing_key_are_told_in_the_language_asked_for() {
    let (desk, _) = Desk::with_record();
    desk.speaks(0, &["backup", "all.age"], &[]);
    fs::rename(desk.folder.join("data"), desk.folder.join("before")).unwrap();
    desk.speaks(2, &["restore", "all.age"], &[]);
    let wrong = [&["verify", "all.age"][..], &PSEUDO].concat();
    let said = desk.with_passphrase("not the right one", &wrong);
    assert_eq!(said.code, 2, "{}", said.err);
    assert_eq!(left_over(&said.err), Vec::<String>::new(), "{}", said.err);
}

#[test]
fn a_language_is_a_flag_a_variable_a_line_of_the_file_or_the_systems() {
    let desk = Desk::with_examples();
    let english = desk.runs(&["screen", "person.toml"]).out;
    assert_eq!(desk.runs(&["screen", "person.toml", "--language", "en"]).out, english);
    let strange = desk.runs(&[&["screen", "person.toml"][..], &PSEUDO].concat()).out;
    assert_ne!(strange, english);
    let run = |name: &str, value: &str| {
        let mut command = desk.command(&["screen", "person.toml"]);
        Said::from(command.env("NEEDLEWISE_PSEUDO", "yes").env(name, value).output().unwrap())
    };
    assert_eq!(run("NEEDLEWISE_LANGUAGE", "en-XA").out, strange);
    desk.writes("ours.toml", "language = \"pseudo\"\n");
    assert_eq!(run("NEEDLEWISE_CONFIG", "ours.toml").out, strange);
    // The language that is none is nobody's: a system can't ask for it, nor for one that there is not.
    assert_eq!(run("LC_ALL", "en_XA.UTF-8").out, english);
    assert_eq!(run("LANG", "tlh_QO.UTF-8").out, english);
    desk.runs(&["screen", "person.toml", "--language", "pseudo"])
        .refuses(&["--language", "one of: en"]);
    desk.runs(&["screen", "person.toml", "--language", "tlh"])
        .refuses(&["--language", "one of: en"]);
}
