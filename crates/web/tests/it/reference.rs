//! The protocol to browse: every kind, every entry and every source has its page, and words are found.

use testhouse::Home;

#[tokio::test]
async fn the_protocol_is_open_to_whoever_was_let_in() {
    let home = Home::new().await;
    let page = home.opens("/protocol").await;
    page.is(200).sees("2.0.0").sees("/protocol/rule").sees("/protocol/sources");
    page.sees("/more/wishes");
    Home::locked().await.opens("/protocol").await.is(401);
}

#[tokio::test]
async fn every_entry_has_a_page_with_its_sources() {
    let home = Home::new().await;
    let protocol = testkit::protocol();
    let entries = protocol.rows().entries();
    let kinds: std::collections::BTreeSet<&str> = entries.iter().map(|entry| entry.kind).collect();
    for kind in kinds.iter().filter(|kind| **kind != "source") {
        let list = home.opens(&format!("/protocol/{kind}")).await;
        list.is(200).misses("reference-kind");
        for entry in entries.iter().filter(|entry| entry.kind == *kind) {
            list.sees(&format!("/protocol/entry/{kind}/{}\"", entry.id));
        }
    }
    for entry in entries.iter().filter(|entry| entry.kind != "source") {
        let page = home.opens(&format!("/protocol/entry/{}/{}", entry.kind, entry.id)).await;
        page.is(200)
            .sees("Who says so, and who disagrees")
            .misses("reference-")
            .misses("{$")
            .misses("{ $");
        for source in &entry.evidence.unwrap().sources {
            let text = page.text();
            let link = text.split("href=\"").find(|rest| {
                let href = rest.split('"').next().unwrap_or_default();
                href.starts_with("/protocol/sources") && href.ends_with(&format!("#{source}"))
            });
            assert!(link.is_some(), "no way to {source}");
        }
    }
}

#[tokio::test]
async fn a_rule_says_what_it_reads_and_what_it_leads_to() {
    let home = Home::new().await;
    let page = home.opens("/protocol/entry/keloid").await;
    page.is(200).sees("At home").sees("Please don’t be needled now").sees("Ask a clinician first");
    page.sees("/protocol/entry/question/keloid");
    home.opens("/protocol/entry/question/keloid").await.sees("/protocol/entry/rule/keloid");
    for path in [
        "/protocol/entry/nothing",
        "/protocol/nothing",
        "/protocol/entry/rule/nothing",
        "/protocol/entry/source/article",
    ] {
        home.opens(path).await.is(404);
    }
}

#[tokio::test]
async fn every_source_can_be_jumped_to() {
    let home = Home::new().await;
    let first = home.opens("/protocol/sources").await;
    first.is(200).says("reference-after").is_silent_on("reference-before");
    let protocol = testkit::protocol();
    let all = &protocol.rows().source;
    let mut found = std::collections::BTreeSet::new();
    for page in 1..=all.len() {
        let page = home.opens(&format!("/protocol/sources?page={page}")).await.text();
        assert!(page.matches("<section class=\"card\"").count() <= 20, "short pages");
        let ids = page.split("<section class=\"card\" id=\"").skip(1);
        found.extend(ids.map(|rest| rest.split('"').next().unwrap().to_owned()));
        if !page.contains("reference-after") && found.len() == all.len() {
            break;
        }
    }
    assert_eq!(found, all.iter().map(|source| source.id.clone()).collect());
    // A way to one leads to the page on which it stands.
    let entry = home.opens("/protocol/entry/rule/keloid").await.text();
    for rest in entry.split("href=\"/protocol/sources").skip(1) {
        let (query, id) = rest.split('"').next().unwrap().split_once('#').unwrap();
        let page = home.opens(&format!("/protocol/sources{query}")).await;
        page.sees(&format!("id=\"{id}\""));
    }
}

#[tokio::test]
async fn words_are_found_in_entries_and_sources() {
    let home = Home::new().await;
    home.opens("/protocol?q=isotretinoin")
        .await
        .is(200)
        .sees("/protocol/entry/")
        .misses("/protocol/rule\"");
    home.opens("/protocol?q=22882208")
        .await
        .sees("One place says that")
        .sees("pubmed")
        .sees("rel=\"noreferrer noopener external\"");
    home.opens("/protocol?q=xylophone")
        .await
        .is(200)
        .sees("Nothing says that")
        .sees("value=\"xylophone\"");
    home.opens("/protocol?q=%3Cscript%3E").await.is(200).misses("<script>");
    home.opens("/protocol?q=").await.sees("/protocol/rule");
}
