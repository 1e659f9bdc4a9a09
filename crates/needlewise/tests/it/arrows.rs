//! The arrows between our crates, as ARCHITECTURE.md draws them.

use cargo_metadata::{DependencyKind, MetadataCommand};

/// Who may use whom.
const ALLOWED: &[(&str, &str)] = &[
    ("words", "care"),
    ("text", "care"),
    ("text", "words"),
    ("text", "roller"),
    ("text", "photo"),
    ("store", "care"),
    ("chart", "care"),
    ("chart", "store"),
    ("chart", "text"),
    ("chart", "words"),
    ("chart", "photo"),
    ("chart", "roller"),
    ("chart", "paper"),
    ("look", "care"),
    ("web", "look"),
    ("web", "care"),
    ("web", "chart"),
    ("web", "text"),
    ("web", "words"),
    ("web", "store"),
    ("web", "photo"),
    ("web", "roller"),
    ("needlewise", "care"),
    ("needlewise", "chart"),
    ("needlewise", "roller"),
    ("needlewise", "text"),
    ("needlewise", "words"),
    ("needlewise", "store"),
    ("needlewise", "web"),
    ("needlewise", "photo"),
    ("needlewise", "paper"),
    ("fuzz-files", "care"),
    ("fuzz-files", "text"),
    ("fuzz-files", "words"),
    ("fuzz-files", "photo"),
    ("bench-web", "store"),
    ("bench-web", "care"),
    ("bench-web", "teststore"),
    ("testkit", "care"),
    ("teststore", "care"),
    ("teststore", "store"),
    ("testhouse", "care"),
    ("testhouse", "chart"),
    ("testhouse", "store"),
    ("testhouse", "teststore"),
    ("testhouse", "web"),
    ("testhouse", "words"),
];
/// Who may use whom in tests and benchmarks only: a crate's tests wait for nothing that stands above it. So there are three
/// kits: `testkit` knows people who answer, `teststore` records of them, `testhouse` the application over such a record.
const ALLOWED_IN_TESTS: &[(&str, &str)] = &[
    ("care", "testkit"),
    ("words", "testkit"),
    ("text", "testkit"),
    ("store", "teststore"),
    ("web", "testkit"),
    ("web", "teststore"),
    ("web", "testhouse"),
    ("needlewise", "testkit"),
    ("needlewise", "teststore"),
];

#[test]
fn crates_know_only_whom_they_may_know() {
    let metadata =
        MetadataCommand::new().no_deps().other_options(vec!["--offline".into()]).exec().unwrap();
    let ours: Vec<String> =
        metadata.packages.iter().map(|package| package.name.to_string()).collect();
    assert!(ours.contains(&"care".to_owned()));
    for package in &metadata.packages {
        for dependency in
            package.dependencies.iter().filter(|dependency| ours.contains(&dependency.name))
        {
            let arrow = (package.name.as_str(), dependency.name.as_str());
            let in_tests = dependency.kind == DependencyKind::Development;
            let allowed =
                ALLOWED.contains(&arrow) || (in_tests && ALLOWED_IN_TESTS.contains(&arrow));
            assert!(
                allowed,
                "{} must not use {}: draw the arrow in ARCHITECTURE.md first",
                arrow.0, arrow.1
            );
        }
    }
}

#[test]
fn care_opens_no_file_and_reads_no_clock() {
    needs_none_of("care", &["tokio", "serde_json", "sqlx", "reqwest", "rand", "chrono"]);
}

#[test]
fn chart_speaks_no_http_and_no_html() {
    needs_none_of("chart", &["axum", "maud", "http", "hyper-util", "tower", "tower-http"]);
}

fn needs_none_of(name: &str, heavy: &[&str]) {
    let metadata =
        MetadataCommand::new().no_deps().other_options(vec!["--offline".into()]).exec().unwrap();
    let package = metadata.packages.iter().find(|package| package.name.as_str() == name).unwrap();
    let needed = package.dependencies.iter();
    for dependency in needed.filter(|dependency| dependency.kind == DependencyKind::Normal) {
        let other = dependency.name.as_str();
        assert!(!heavy.contains(&other), "{name} must not use {other}");
    }
}
