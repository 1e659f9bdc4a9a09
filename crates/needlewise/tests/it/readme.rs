//! The README's transcript is true: every command in it says what is printed there.

use super::desk::Desk;

#[test]
fn the_transcript_in_the_readme_is_what_the_program_says() {
    let readme = include_str!("../../../../README.md");
    let blocks: Vec<&str> = readme
        .split("```console\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    assert!(!blocks.is_empty(), "the README has no transcript");
    let desk = Desk::empty();
    for block in blocks {
        for step in block.split("$ ").filter(|step| !step.trim().is_empty()) {
            let (command, printed) = step.split_once('\n').unwrap();
            let words: Vec<&str> = command.split_whitespace().skip(1).collect();
            let said = desk.runs(&words);
            assert_eq!(said.code, 0, "{command}: {}", said.err);
            holds(command, printed, &said.out);
        }
    }
}

/// The first commands that anybody tries are programs of this folder.
#[test]
#[cfg(unix)]
fn what_the_readme_starts_with_can_be_started() {
    use std::os::unix::fs::PermissionsExt;
    let readme = include_str!("../../../../README.md");
    let start = readme.split("## Start").nth(1).unwrap();
    let block = start.split("```sh\n").nth(1).unwrap().split("```").next().unwrap();
    let sources = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    assert_eq!(block.lines().count(), 2);
    for line in block.lines() {
        let program = sources.join(line.strip_prefix("./").unwrap());
        let mode = program.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o111, 0o111, "{line} can't be run");
    }
}

/// Every printed line is there in order; a line of three dots stands for lines left out.
fn holds(command: &str, printed: &str, said: &str) {
    let mut lines = said.lines();
    let mut skipping = false;
    for wanted in printed.lines().map(str::trim_end) {
        if wanted == "…" {
            skipping = true;
            continue;
        }
        let found = if skipping {
            lines.any(|line| line.trim_end() == wanted)
        } else {
            lines.next().map(str::trim_end) == Some(wanted)
        };
        assert!(found, "{command}: {wanted:?} is not where the README says it is, in:\n{said}");
        skipping = false;
    }
}
