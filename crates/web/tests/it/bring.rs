//! Bringing records in by a page: what was taken along, and a backup with several people.

use axum::body::Body;
use axum::http::{Request, header};
use store::backup::{self, Lock, Plan};
use store::{Actor, By, NewPassphrase, port};
use testhouse::{Answer, Home, answered, lived_in, with_a_plan};

const LINE: &str = "line-between-parts";
const WORDS: &str = "correct horse battery staple";

/// A file sent from the page.
async fn brings(home: &Home, file: &[u8], passphrase: &str) -> Answer {
    let mut body = Vec::new();
    let head = |name: &str| format!("--{LINE}\r\ncontent-disposition: form-data; name=\"{name}\"");
    body.extend(format!("{}\r\n\r\n{passphrase}\r\n", head("passphrase")).into_bytes());
    body.extend(format!("{}; filename=\"a\"\r\n\r\n", head("file")).into_bytes());
    body.extend(file);
    body.extend(format!("\r\n--{LINE}--\r\n").into_bytes());
    let request = Request::post("/bring-in")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={LINE}"))
        .body(Body::from(body));
    home.sends(request.unwrap()).await
}

fn by(home: &Home) -> By {
    By { actor: Actor::Owner, at: home.now() }
}

#[tokio::test]
async fn what_was_taken_along_comes_in_on_an_empty_machine_and_opens() {
    let (ana, person) = with_a_plan(answered(), "2026-12-05").await;
    let zip = port::export(ana.app.store(), person, Vec::new()).await.unwrap();
    let mut new = Home::entered().await;
    new.opens("/").await.says("bring-link");
    let there = brings(&new, &zip, "").await.redirect().unwrap();
    assert!(there.contains(&person.to_string()) && there.ends_with("/today"), "{there}");
    new.person = Some(person);
    new.opens("/plan").await.is(200);
    let again = port::export(new.app.store(), person, Vec::new()).await.unwrap();
    assert!(again == zip, "all of it, to the byte");
}

#[tokio::test]
async fn who_is_here_already_is_left_as_they_are() {
    let (ana, person) = lived_in().await;
    let zip = port::export(ana.app.store(), person, Vec::new()).await.unwrap();
    brings(&ana, &zip, "").await.is(422).says("bring-here");
    assert_eq!(ana.app.store().people().await.unwrap(), [person]);
}

/// A backup of a household of two, one of whom has a passphrase; it needs none but its own.
async fn household() -> (Home, Vec<u8>) {
    let (home, person) = lived_in().await;
    let (store, by) = (home.app.store(), by(&home));
    store.add_person(by, &testhouse::profile()).await.unwrap();
    let hash = crate::entering::hashed("a long passphrase");
    store.set_passphrase(by, Actor::Person(person), Some(&hash)).await.unwrap();
    let room = tempfile::tempdir().unwrap();
    let file = room.path().join("all.backup");
    let lock = Lock::passphrase(&NewPassphrase::new(WORDS, []).unwrap());
    let (made, key) = (home.now(), home.record().key.clone());
    let plan = Plan { file: file.clone(), lock, made, key, with_key: true };
    backup::save(store, plan).await.unwrap();
    (home, std::fs::read(file).unwrap())
}

#[tokio::test]
async fn everybody_in_a_backup_comes_in_and_somebody_says_who_they_are() {
    let (home, file) = household().await;
    let people = home.app.store().people().await.unwrap();
    let new = Home::entered().await;
    let there = brings(&new, &file, WORDS).await.redirect().unwrap();
    assert_eq!(there, "/people");
    assert_eq!(new.app.store().people().await.unwrap(), people);
    new.opens("/people").await.says("people-locked");
}

#[tokio::test]
async fn a_record_that_was_shut_there_is_shut_here() {
    let (home, file) = household().await;
    let before = home.app.store().passphrases().await.unwrap();
    let new = Home::entered().await;
    brings(&new, &file, WORDS).await.is(303);
    assert_eq!(new.app.store().passphrases().await.unwrap(), before);
    let person = home.person.unwrap();
    new.opens_exactly(&format!("/people/{person}/today")).await.is(404);
}

#[tokio::test]
async fn a_backup_with_another_passphrase_and_a_file_that_is_none_bring_nobody_in() {
    let (_, file) = household().await;
    let new = Home::entered().await;
    brings(&new, &file, "another passphrase").await.is(422).says("bring-locked");
    brings(&new, b"no file of ours", "").await.is(422).says("bring-not-ours");
    brings(&new, b"", "").await.is(422).says("bring-none");
    let cut = &file[..file.len() / 2];
    brings(&new, cut, WORDS).await.is(422).says("bring-damaged");
    assert_eq!(new.app.store().people().await.unwrap(), []);
}

#[tokio::test]
async fn nothing_that_was_sent_is_left_on_the_disk() {
    let (ana, person) = lived_in().await;
    let zip = port::export(ana.app.store(), person, Vec::new()).await.unwrap();
    let (_, file) = household().await;
    let new = Home::entered().await;
    let names = || {
        let all = std::fs::read_dir(new.folder()).unwrap();
        let mut all: Vec<_> = all.map(|one| one.unwrap().file_name()).collect();
        all.sort();
        all
    };
    let before = names();
    brings(&new, &zip, "").await.is(303);
    brings(&new, &file, WORDS).await.is(303);
    brings(&new, &file, "another passphrase").await.is(422);
    assert_eq!(names(), before);
}
