//! The aftercare sheet: a PDF with the dates of this session, and a clear word where there is none.

use std::io::Write;
use std::process::{Command, Stdio};
use testhouse::{hours, lived_in, session};

use crate::feed::planned;

/// The words of a PDF, if `pdftotext` is there.
fn words(pdf: &[u8]) -> Option<String> {
    let mut reader = Command::new("pdftotext")
        .args(["-layout", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    reader.stdin.take()?.write_all(pdf).unwrap();
    let out = reader.wait_with_output().unwrap();
    assert!(out.status.success());
    Some(String::from_utf8(out.stdout).unwrap())
}

#[tokio::test]
async fn the_sheet_has_the_dates_of_the_session() {
    let (home, person) = lived_in().await;
    planned(&home, person).await;
    session(&home, person, home.now()).await;
    let answer = home.opens("/more/aftercare.pdf").await;
    answer.is(200);
    assert_eq!(answer.headers["content-type"], "application/pdf");
    assert_eq!(answer.headers["content-disposition"], "inline; filename=\"aftercare.pdf\"");
    assert!(answer.body.starts_with(b"%PDF"));
    std::fs::write(concat!(env!("CARGO_TARGET_TMPDIR"), "/aftercare.pdf"), &answer.body).unwrap();
    let Some(text) = words(&answer.body) else { return };
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "Session on 5 December 2026, 10:00: 0.5 mm, Cheeks, Forehead",
        "Retinoid",
        "Sat 12 Dec 10:00",
        "From the start: Gentle cleanser",
        "Mon 7 Dec 10:00",
        "Emergency now",
        "See a doctor today",
        "Fever of 38 °C (100.4 °F) or more",
        "The next session: not before",
        "best by",
        "needlewise 2.0.0",
        "Redness",
    ] {
        assert!(flat.contains(said), "{said} is missing:\n{text}");
    }
    let pages: Vec<&str> = text.split_terminator('\u{c}').collect();
    assert!(pages[0].contains("Emergency now"), "what must not wait comes first:\n{text}");
    assert!(
        pages.len() <= 4 && pages[..2].concat().contains("Judging the result"),
        "what to do and to avoid is on two pages:\n{text}"
    );
    assert!(!flat.contains("sheet-") && !flat.contains("{ $") && !flat.contains('□'), "{text}");
}

#[tokio::test]
async fn any_session_has_its_sheet_and_no_other() {
    let (home, person) = lived_in().await;
    let first = session(&home, person, hours(&home, -24 * 30)).await;
    session(&home, person, home.now()).await;
    let old = home.opens(&format!("/more/aftercare.pdf?session={first}")).await;
    old.is(200);
    if let Some(text) = words(&old.body) {
        assert!(text.contains("5 November 2026") && text.contains("none is planned"), "{text}");
    }
    let nobody = store::PersonId::new(home.now());
    home.opens(&format!("/more/aftercare.pdf?session={nobody}")).await.is(404);
    home.opens("/more/aftercare.pdf?session=nonsense").await.is(404);
}

#[tokio::test]
async fn without_a_session_it_says_why_there_is_none() {
    let (home, _) = lived_in().await;
    home.opens("/more/aftercare.pdf").await.is(409).sees("There is no session yet");
}
