//! Addresses: nobody but the table spells one, none leaves the base, reading one changes nothing, and the person in it is
//! the only one that is meant.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use testhouse::{Answer, Home, answered, by, checkin, hours, in_home, profile, session};

use web::routes::ADDRESSES;

use crate::photos::put;

/// The files that may spell a path: the table, what puts addresses together, what reads those of earlier versions.
const SPELL: [&str; 3] = ["addresses.rs", "to.rs", "gate/former.rs"];

#[test]
fn no_other_file_spells_a_path() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for file in files(&src) {
        let name = file.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        if SPELL.contains(&&*name) || ["tests", "samples"].iter().any(|kind| name.contains(kind)) {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        let lines =
            code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        let spelt = lines.filter(|(_, line)| spells(line));
        found.extend(spelt.map(|(n, line)| format!("{name}:{}: {}", n + 1, line.trim())));
    }
    assert!(found.is_empty(), "write To::… or House::… instead:\n{}", found.join("\n"));
}

/// Whether a string in a line begins like a path, or goes on with one after something put in.
fn spells(line: &str) -> bool {
    let begins = |rest: &str| {
        rest.starts_with('"')
            || rest.starts_with(|next: char| next.is_ascii_lowercase() || "{?#".contains(next))
    };
    let strings = line.split('"').skip(1).step_by(2);
    let after_a_hole = |string: &str| {
        string
            .split("}/")
            .skip(1)
            .any(|rest| rest.starts_with(|next: char| next.is_ascii_lowercase()))
    };
    line.split("\"/").skip(1).any(begins) || strings.into_iter().any(after_a_hole)
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let all = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    all.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Somebody in the middle of a programme, with something of each kind; the browser is let in.
async fn full(base: &str) -> Home {
    let home = Home::with(|settings| settings.base = base.parse().unwrap()).await;
    let (home, person) = in_home(home, answered(), "2026-12-05").await;
    let id = session(&home, person, hours(&home, -48)).await;
    checkin(&home, person, id, hours(&home, -24), &[], &[], Some("a note")).await;
    put(&home, person, "front", 3).await;
    home.posts("/results/score", &[("scale", "self"), ("value", "3")]).await;
    home.posts("/plan/kept", &[("event", "2026-12-24")]).await.is(303);
    home.posts("/clearance", &[("about", "cold_sores"), ("said", "yes")]).await;
    home
}

/// Every address that a page holds, wherever it stands.
fn links(answer: &Answer) -> BTreeSet<String> {
    let page = String::from_utf8_lossy(&answer.body).into_owned();
    let parts = page.split("=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
    let location = answer.headers.get("location").map(|there| there.to_str().unwrap().to_owned());
    let ours = parts.chain(location).filter(|part| part.starts_with('/'));
    ours.map(|part| part.replace("&amp;", "&").split('#').next().unwrap().to_owned()).collect()
}

/// Which address of the table a path is.
fn pattern(path: &str) -> Option<&'static str> {
    let path = path.split('?').next().unwrap();
    let fits = |pattern: &str| {
        let (known, parts): (Vec<_>, Vec<_>) =
            (pattern.split('/').collect(), path.split('/').collect());
        known.len() == parts.len()
            && known.iter().zip(&parts).all(|(known, part)| known == part || known.starts_with('{'))
    };
    let exactly = ADDRESSES.iter().find(|address| address.path == path);
    exactly.or_else(|| ADDRESSES.iter().find(|address| fits(address.path))).map(|found| found.path)
}

/// Opens everything that can be reached from the first page, some of each address; gives back how often each was opened.
async fn walk(home: &Home, mut look: impl FnMut(&str, &Answer)) -> BTreeMap<&'static str, usize> {
    const SOME: usize = 4;
    let base = home.app.settings().base.as_str().to_owned();
    let mut opened = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![if base.is_empty() { "/".to_owned() } else { base.clone() }];
    while let Some(path) = open.pop() {
        let inside = path.strip_prefix(&base).unwrap_or(&path);
        let inside = if inside.is_empty() { "/" } else { inside };
        let Some(known) = pattern(inside) else { panic!("{path} is in no table") };
        let times = opened.entry(known).or_insert(0);
        if *times >= SOME || !seen.insert(path.clone()) {
            continue;
        }
        let answer = home.opens_exactly(&path).await;
        if answer.status.as_u16() == 404 {
            // The address of a form.
            continue;
        }
        *times += 1;
        look(&path, &answer);
        open.extend(links(&answer));
    }
    opened
}

#[tokio::test]
async fn under_a_base_no_link_leaves_it() {
    let home = full("/needles").await;
    let opened = walk(&home, |path, answer| {
        assert!(answer.status.as_u16() < 400, "{path}: {}", answer.text());
        for link in links(answer) {
            assert!(link == "/needles" || link.starts_with("/needles/"), "{path} leads to {link}");
        }
    })
    .await;
    assert!(opened.values().filter(|times| **times > 0).count() > 40, "{opened:?}");
}

#[tokio::test]
async fn every_answer_says_what_it_holds_and_in_which_letters() {
    let begins: [(&str, &[u8]); 5] = [
        ("text/html", b"<!DOCTYPE html>"),
        ("image/svg+xml", b"<svg "),
        ("image/jpeg", b"\xff\xd8"),
        ("application/pdf", b"%PDF-"),
        ("text/csv", b"\xef\xbb\xbfkind"),
    ];
    let mut kinds = BTreeSet::new();
    walk(&full("").await, |path, answer| {
        if answer.body.is_empty() {
            return;
        }
        let media = answer.headers["content-type"].to_str().unwrap();
        let kind = media.split(';').next().unwrap().to_owned();
        let has_letters = kind.starts_with("text/") || kind.ends_with("+xml");
        assert!(!has_letters || media.contains("charset=utf-8"), "{path}: {media}");
        let known = begins.iter().find(|(known, _)| *known == kind);
        assert!(known.is_none_or(|(_, how)| answer.body.starts_with(how)), "{path}: {media}");
        kinds.insert(kind);
    })
    .await;
    for (kind, _) in begins {
        assert!(kinds.contains(kind), "{kind} was not met: {kinds:?}");
    }
}

#[tokio::test]
async fn no_answer_lets_another_site_read_it() {
    let home = full("").await;
    walk(&home, |path, answer| {
        let named = answer.headers.keys().find(|name| name.as_str().starts_with("access-control"));
        assert!(named.is_none(), "{path}: {named:?}");
        assert_eq!(answer.headers["cross-origin-resource-policy"], "same-origin", "{path}");
    })
    .await;
}

#[tokio::test]
async fn under_a_base_cookie_key_and_feed_follow_and_nothing_else_is_answered() {
    let mut home = Home::with(|settings| settings.base = "/needles".parse().unwrap()).await;
    let address = home.app.entry_address().await.unwrap();
    let path = address.split_once("8750").unwrap().1.to_owned();
    assert!(path.starts_with("/needles/enter?key="), "{address}");
    let entered = home.opens_exactly(&path).await;
    assert_eq!(entered.redirect().unwrap(), "/needles");
    let cookie = entered.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("; Path=/needles;"), "{cookie}");
    home.keeps_cookie(&entered);
    home.starts().await;
    home.posts("/more/feed", &[("titles", "neutral")]).await.sees("8750/needles/feed/");
    home.opens_exactly("/needles/").await.is(303);
    for outside in ["/", "/enter", "/healthz", "/needlesome", "/people"] {
        home.opens_exactly(outside).await.is(404).sees("let it pass the path on whole");
    }
    home.opens_exactly("/needles/healthz").await.is(200);
}

#[tokio::test]
async fn with_https_under_a_base_the_cookie_has_a_name_that_is_allowed_there() {
    let home = Home::with(|settings| {
        settings.base = "/needles".parse().unwrap();
        settings.https = true;
    })
    .await;
    let address = home.app.entry_address().await.unwrap();
    let entered = home.opens_exactly(address.split_once("8750").unwrap().1).await;
    let cookie = entered.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.starts_with("__Secure-needlewise-8750=") && cookie.contains("; Secure"),
        "{cookie}"
    );
}

/// What is not journalled is not a change of a record; that a browser is there is noted once a day, and not here. The one
/// exception is that somebody else read a record (`gate::open`): tested where there is somebody else.
#[tokio::test]
async fn reading_changes_nothing() {
    let home = full("").await;
    let person = home.person.unwrap();
    let store = home.app.store();
    let before = (store.people().await.unwrap(), store.journal(person).await.unwrap());
    let rows = store.verify_journal().await.unwrap();
    let opened = walk(&home, |_, _| {}).await;
    for address in ADDRESSES.iter().filter(|address| address.has("get")) {
        let path = address.path.replace("{person}", &person.to_string());
        home.opens_exactly(&path.replace(['{', '}'], "")).await;
    }
    assert!(opened.values().filter(|times| **times > 0).count() > 40, "{opened:?}");
    assert_eq!(before, (store.people().await.unwrap(), store.journal(person).await.unwrap()));
    assert_eq!(rows, store.verify_journal().await.unwrap());
}

#[tokio::test]
async fn two_people_in_two_tabs_never_mix() {
    let mut home = Home::new().await;
    let ana = home.person.unwrap();
    home.posts("/screening/goals", &[("goals", "acne-scars"), ("areas", "cheeks")]).await.is(303);
    home.starts().await;
    let ben = home.person.unwrap();
    assert_ne!(ana, ben);
    for (person, note) in [(ana, "of ana"), (ben, "of ben"), (ana, "again of ana")] {
        home.person = Some(person);
        home.posts(
            "/more/wishes",
            &[
                ("name", note),
                ("language", "en"),
                ("theme", "system"),
                ("variant", ""),
                ("zone", "Europe/Paris"),
            ],
        )
        .await
        .is(303);
        for (other, name) in [(ana, "of ben"), (ben, "of ana")] {
            let page = home.opens_exactly(&format!("/people/{other}/more/wishes")).await;
            page.is(200).misses(&format!("value=\"{name}\""));
            let theirs = links(&page);
            let people = theirs.iter().filter_map(|link| link.strip_prefix("/people/"));
            assert!(
                people.into_iter().all(|link| link.starts_with(&other.to_string())),
                "{theirs:?}"
            );
        }
    }
    let store = home.app.store();
    let name = async |person| store.find_person(person).await.unwrap().unwrap().record.name;
    assert_eq!(name(ana).await.as_deref(), Some("again of ana"));
    assert_eq!(name(ben).await.as_deref(), Some("of ben"));
    let goals = async |person| store.find_person(person).await.unwrap().unwrap().record.goals;
    assert!(goals(ana).await.len() == 1 && goals(ben).await.is_empty());
}

#[tokio::test]
async fn addresses_of_earlier_versions_lead_on_while_it_is_clear_whose_they_are() {
    let home = full("").await;
    let here = format!("/people/{}", home.person.unwrap());
    let old = async |path: &str| {
        let there = home.opens_exactly(path).await.is(303).headers["location"].clone();
        there.to_str().unwrap().to_owned()
    };
    assert_eq!(old("/today?sign=swelling").await, format!("{here}/today?sign=swelling"));
    assert_eq!(old("/more/aftercare.pdf").await, format!("{here}/more/aftercare.pdf"));
    assert_eq!(old("/screening/verdict").await, format!("{here}/verdict"));
    home.opens_exactly("/nowhere").await.is(404);
    home.opens_exactly("/plan/begin").await.is(404);
    home.app.store().add_person(by(&home), &profile()).await.unwrap();
    assert_eq!(old("/today").await, "/", "one of two");
    let stranger = Home::locked().await;
    stranger.opens_exactly("/today").await.is(401);
    let new = Home::entered().await;
    assert_eq!(new.opens_exactly("/today").await.redirect().unwrap(), "/");
}
