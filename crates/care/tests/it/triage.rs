//! The errors of triage on simulated courses: measured, held to their aims, and published as they are.
//!
//! `docs/triage.md` is what is measured here; with NEEDLEWISE_TRIAGE=write it is written. It is printed where the test's
//! output is shown.

use testkit::courses::table::Measured;
use testkit::protocol;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/triage.md");

#[test]
fn published_figures_are_measured_and_reach_their_aims() {
    let measured = Measured::now(&protocol());
    let text = measured.markdown();
    println!("{text}");
    if std::env::var("NEEDLEWISE_TRIAGE").is_ok_and(|wish| wish == "write") {
        std::fs::write(FILE, &text).unwrap();
    }
    let missed: Vec<_> = measured.aims().into_iter().filter(|aim| !aim.reached).collect();
    assert!(missed.is_empty(), "{missed:#?}");
    let published = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(
        published == text,
        "docs/triage.md is not what is measured: TRIAGE=write ./test triage, and say in the change what became worse"
    );
}
