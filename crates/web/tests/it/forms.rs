//! Whatever is typed into a form and can't be kept comes back on the page as it was typed, with what is wrong with it.

use testhouse::{Home, hours, lived_in, session};

/// What people, and their keyboards, write where something else was asked for.
const TYPED: [&str; 5] =
    ["soon", "5. 12. 26", "\u{201c}maybe\u{201d} & <later>", "☀️ next week", "it's \"12\""];

/// As it stands in a page.
fn escaped(typed: &str) -> String {
    let typed = typed.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    typed.replace('"', "&quot;")
}

/// Sends a form whose fields all hold this, beside those that say what the form is about.
async fn loses_nothing(ana: &Home, path: &str, about: &[(&str, &str)], fields: &[&str]) {
    for typed in TYPED {
        let all = about.iter().copied().chain(fields.iter().map(|field| (*field, typed)));
        let page = ana.posts(path, &all.collect::<Vec<_>>()).await;
        let found = page.is(422).text().matches(&escaped(typed)).count();
        assert!(found >= fields.len(), "{path}, {typed}: {found}\n{}", page.text());
    }
}

#[tokio::test]
async fn whatever_is_typed_comes_back() {
    let (ana, person) = lived_in().await;
    session(&ana, person, hours(&ana, -24)).await;
    loses_nothing(&ana, "/results/score", &[("scale", "self"), ("value", "5")], &["on", "note"])
        .await;
    let session = ["at", "length", "passes", "needles", "note"];
    loses_nothing(&ana, "/session/new", &[("areas", "cheeks")], &session).await;
    loses_nothing(&ana, "/today/checkin", &[("redness", "11")], &["note"]).await;
    let about = [("about", "cold_sores"), ("said", "yes")];
    loses_nothing(&ana, "/clearance", &about, &["by", "on", "until"]).await;
}

#[tokio::test]
async fn a_reason_that_is_too_long_is_told_and_never_cut() {
    let (ana, _) = lived_in().await;
    let note = format!("{}hedgehog", "é".repeat(4000));
    let fields = [("scale", "self"), ("on", "2026-12-01"), ("value", "5"), ("note", &*note)];
    let page = ana.posts("/results/score", &fields).await;
    page.is(422).sees("This has 4,008 letters, and 4,000 can be kept").sees(&note);
}
