//! Every file of tests is named in its `main.rs`: one that is not is never run, and nobody would notice.

use std::fs;
use std::path::Path;

#[test]
fn every_file_of_tests_is_run() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut looked_at = 0;
    for one in fs::read_dir(crates).unwrap() {
        let folder = one.unwrap().path().join("tests/it");
        let Ok(main) = fs::read_to_string(folder.join("main.rs")) else { continue };
        for file in fs::read_dir(&folder).unwrap() {
            let file = file.unwrap().path();
            let name = file.file_stem().unwrap().to_str().unwrap();
            let is_run = name == "main" || main.lines().any(|line| line == format!("mod {name};"));
            assert!(is_run, "{} is not named in its main.rs", file.display());
            looked_at += 1;
        }
    }
    assert!(looked_at > 50, "{looked_at}");
}
