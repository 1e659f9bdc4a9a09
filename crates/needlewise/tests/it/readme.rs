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
