//! docs/asvs.md: every requirement of levels 1 and 2 of OWASP ASVS 5.0.0 once, each name in it held to the sources, and its
//! numbers counted. What tests there are is read from the sources, as text.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
/// How many requirements of each level the standard has.
const IN_THE_STANDARD: [usize; 2] = [70, 183];
/// What of level 1 is not met yet. It only gets shorter.
const OPEN_OF_LEVEL_1: [&str; 0] = [];
/// So many of 100 that apply are shown by a test, at least.
const BY_TEST: usize = 60;
const HOW: [(&str, &str); 4] = [
    ("test", "shown by a test"),
    ("document", "answered by a document, or by how it is built"),
    ("deviation", "deviation"),
    ("open", "open"),
];
/// What the count stands between.
const COUNT: [&str; 2] = ["## Count\n\n", "\n\n## V1 "];

/// A requirement that applies.
struct Row {
    id: String,
    level: usize,
    how: String,
    answer: String,
}

fn page() -> String {
    fs::read_to_string(format!("{ROOT}/docs/asvs.md")).unwrap()
}

/// The cells of every row of a table with so many columns.
fn rows(page: &str, columns: usize) -> Vec<Vec<String>> {
    let lines = page.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let cells = lines.map(|line| line.split(" | ").map(str::to_owned).collect::<Vec<_>>());
    cells.filter(|cells| cells.len() == columns).collect()
}

/// What applies: the tables with five columns, without their heads.
fn applying(page: &str) -> Vec<Row> {
    let all = rows(page, 5).into_iter().filter(|cells| cells[0] != "id");
    all.map(|cells| {
        let [id, level, _, how, answer] = <[String; 5]>::try_from(cells).unwrap();
        let level = level.parse().unwrap();
        Row { id, level, how, answer }
    })
    .collect()
}

/// What does not apply, with its level.
fn others(page: &str) -> Vec<(String, usize)> {
    let after = page.split("## What does not apply").nth(1).unwrap();
    let all = rows(after, 3).into_iter().filter(|cells| cells[0] != "why");
    let ids = all.flat_map(|cells| {
        let of = |level: usize| cells[level].clone();
        [(of(1), 1), (of(2), 2)]
    });
    let each = ids.flat_map(|(ids, level)| {
        let ids = ids.split(' ').filter(|id| *id != "–").map(str::to_owned);
        ids.map(move |id| (id, level)).collect::<Vec<_>>()
    });
    each.collect()
}

/// What stands between backticks.
fn named(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

fn is_path(name: &str) -> bool {
    name.contains(['/', '.'])
}

/// Every test of the sources by its name, with the files in which one of that name stands.
fn tests() -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files(&Path::new(ROOT).join("crates")) {
        let text = fs::read_to_string(&file).unwrap();
        for name in with_attribute(&text).into_iter().chain(on_both(&text)) {
            all.entry(name).or_default().insert(stem(&file));
        }
    }
    all
}

/// The name of a file, or of its folder where the file has a name that many have.
fn stem(file: &Path) -> String {
    let own = file.file_stem().unwrap().to_string_lossy().into_owned();
    let folder = file.parent().and_then(Path::file_name).unwrap().to_string_lossy().into_owned();
    if matches!(own.as_str(), "tests" | "mod") { folder } else { own }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let all = all.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] });
    all.filter(|path| path.extension().is_some_and(|kind| kind == "rs")).collect()
}

/// The functions that stand under an attribute which makes them tests.
fn with_attribute(text: &str) -> Vec<String> {
    let (mut found, mut is_test) = (Vec::new(), false);
    for line in text.lines().map(str::trim_start) {
        is_test |= line.starts_with("#[test]") || line.starts_with("#[tokio::test");
        if let Some((_, rest)) =
            line.split_once("fn ").filter(|_| is_test && !line.starts_with('#'))
        {
            found.extend(rest.split(['(', '<']).next().map(str::to_owned));
            is_test = false;
        }
    }
    found
}

/// The functions that are run on both databases.
fn on_both(text: &str) -> Vec<String> {
    let lists = text.split("both!(").skip(1).filter_map(|rest| rest.split(')').next());
    let names = lists.flat_map(|list| list.split(',').map(str::trim)).map(str::to_owned);
    names.filter(|name| text.contains(&format!("async fn {name}("))).collect()
}

/// Whether a test is named so that it is clear which.
fn is_test(tests: &BTreeMap<String, BTreeSet<String>>, name: &str) -> bool {
    match name.split_once("::") {
        Some((file, name)) => tests.get(name).is_some_and(|files| files.contains(file)),
        None => tests.get(name).is_some_and(|files| files.len() == 1),
    }
}

/// A check of `./test` that is no Rust.
fn is_script(name: &str) -> bool {
    name.starts_with("tests/") && Path::new(ROOT).join(name).is_file()
}

fn counted(page: &str) -> String {
    let (applying, others) = (applying(page), others(page));
    let of = |level, how: &str| {
        applying.iter().filter(|row| row.level == level && row.how == how).count()
    };
    let line =
        |what: &str, [one, two]: [usize; 2]| format!("| {what} | {one} | {two} | {} |", one + two);
    let out = [1, 2].map(|level| others.iter().filter(|(_, known)| *known == level).count());
    let all = [1, 2].map(|level| applying.iter().filter(|row| row.level == level).count());
    let mut lines =
        vec!["| | level 1 | level 2 | both |".to_owned(), "|---|---|---|---|".to_owned()];
    lines.push(line("in the standard", [all[0] + out[0], all[1] + out[1]]));
    lines.push(line("do not apply", out));
    lines.push(line("apply", all));
    lines.extend(HOW.iter().map(|(how, words)| line(words, [of(1, how), of(2, how)])));
    let share = 100 * (of(1, "test") + of(2, "test")) / (all[0] + all[1]);
    lines.push(format!("\nShown by a test: {share} of 100 that apply."));
    lines.join("\n")
}

#[test]
fn every_requirement_of_levels_1_and_2_stands_there_once() {
    let page = page();
    let own = applying(&page).into_iter().map(|row| (row.id, row.level));
    let all: Vec<(String, usize)> = own.chain(others(&page)).collect();
    let ids: BTreeSet<&String> = all.iter().map(|(id, _)| id).collect();
    assert_eq!(ids.len(), all.len(), "one stands there twice");
    let count = [1, 2].map(|level| all.iter().filter(|(_, known)| *known == level).count());
    assert_eq!(count, IN_THE_STANDARD);
}

#[test]
fn every_test_and_file_that_is_named_is_there() {
    let tests = tests();
    let is_there = |name: &str| match is_path(name) {
        true => Path::new(ROOT).join(name).exists(),
        false => is_test(&tests, name),
    };
    let mut missing = Vec::new();
    for Row { id, answer, .. } in applying(&page()) {
        let gone = named(&answer).filter(|name| !is_there(name));
        missing.extend(gone.map(|name| format!("{id}: {name} is not there, or several are")));
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_answer_names_what_it_says() {
    let tests = tests();
    for Row { id, how, answer, .. } in applying(&page()) {
        let holds = match how.as_str() {
            "test" => named(&answer).any(|name| is_test(&tests, name) || is_script(name)),
            "document" => named(&answer).any(is_path),
            "deviation" | "open" => answer.len() > 10,
            _ => false,
        };
        assert!(holds, "{id}: {how}: {answer}");
    }
}

#[test]
fn of_level_1_nothing_is_open_but_what_is_known() {
    let open: Vec<String> = applying(&page())
        .into_iter()
        .filter(|row| row.level == 1 && row.how == "open")
        .map(|row| row.id)
        .collect();
    assert_eq!(open, OPEN_OF_LEVEL_1);
}

#[test]
fn the_count_at_the_top_is_counted() {
    let page = page();
    let (head, rest) = page.split_once(COUNT[0]).unwrap();
    let (_, tail) = rest.split_once(COUNT[1]).unwrap();
    let right = format!("{head}{}{}{}{tail}", COUNT[0], counted(&page), COUNT[1]);
    if std::env::var_os("NEEDLEWISE_WRITE").is_some() {
        fs::write(format!("{ROOT}/docs/asvs.md"), &right).unwrap();
    }
    let written = self::page();
    assert!(written == right, "run it with NEEDLEWISE_WRITE=1 to write the count anew");
}

#[test]
fn most_of_it_is_shown_by_tests() {
    let all = applying(&page());
    let shown = all.iter().filter(|row| row.how == "test").count();
    assert!(100 * shown >= BY_TEST * all.len(), "{shown} of {}", all.len());
}
