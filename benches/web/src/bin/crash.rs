//! Killed in the middle, again and again: whatever was acknowledged is there afterwards, no photograph is half there, and
//! the journal verifies.
//!
//! `cargo run --release -p bench-web --bin crash -- PROGRAM [KILLS]`. Each round starts the built program on the same
//! folder, sends it check-ins and photographs from several sides, kills it (`kill -9`) after a random time, opens the
//! record and looks for everything that was answered with success.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a loss must stop the run, saying what was lost"
)]

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bench_web::faults::base::picture;
use bench_web::program::Program;
use bench_web::{ask, people};
use jiff::Timestamp;
use store::{CheckIn, CheckInId, PersonId, Photo, PhotoId, Size, Store};

const SENDERS: usize = 4;
/// The whole journal and every photograph are read after so many kills, and at the end.
const LOOK_AT_ALL: usize = 25;

/// What was acknowledged.
#[derive(Default)]
struct Acknowledged {
    checkins: Vec<CheckInId>,
    photos: Vec<PhotoId>,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let binary = arguments.next().expect("usage: crash PROGRAM [KILLS]");
    let kills = arguments.next().map_or(200, |n| n.parse().expect("KILLS is a number"));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.expect("threads").block_on(kill_again_and_again(&binary, kills));
}

async fn kill_again_and_again(binary: &str, kills: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, everybody) = people::seed(folder.path(), 1).await;
    store.close().await;
    let who = everybody.first().expect("somebody").clone();
    let person = who.person;
    let mut all = Acknowledged::default();
    for round in 1..=kills {
        let mut new = one_life(binary, folder.path(), &who).await;
        let store = people::open(folder.path()).await;
        look_for(&store, person, &new).await;
        all.checkins.append(&mut new.checkins);
        all.photos.append(&mut new.photos);
        if round % LOOK_AT_ALL == 0 || round == kills {
            look_at_all(&store, person, &all).await;
            let (checkins, photos) = (all.checkins.len(), all.photos.len());
            println!(
                "{round} kills: {checkins} check-ins and {photos} photographs acknowledged, none lost"
            );
        }
        store.close().await;
    }
}

/// From a start to a kill; gives back what was acknowledged.
async fn one_life(binary: &str, folder: &Path, who: &people::Somebody) -> Acknowledged {
    let program = Program::start(binary, folder).await;
    let acknowledged = Arc::new(Mutex::new(Acknowledged::default()));
    let picture = Arc::new(picture(320));
    let mut senders = Vec::new();
    for sender in 0..SENDERS {
        let (origin, who) = (program.origin.clone(), who.clone());
        let (acknowledged, picture) = (Arc::clone(&acknowledged), Arc::clone(&picture));
        senders.push(tokio::spawn(async move {
            while send_one(&origin, &who, sender, &picture, &acknowledged).await {}
        }));
    }
    tokio::time::sleep(Duration::from_millis(random(300))).await;
    program.kill();
    for sender in senders {
        sender.await.expect("a sender");
    }
    let mut acknowledged = acknowledged.lock().expect("nobody panicked");
    std::mem::take(&mut *acknowledged)
}

/// Sends one check-in or photograph; false when nobody answers any more.
async fn send_one(
    origin: &str,
    who: &people::Somebody,
    sender: usize,
    picture: &[u8],
    acknowledged: &Mutex<Acknowledged>,
) -> bool {
    let id = CheckInId::new(now());
    if sender.is_multiple_of(2) {
        let url = who.at(origin, "/photos");
        let (status, said) =
            ask::upload(&url, &who.token, &PhotoId::new(now()).to_string(), picture).await;
        // The program names photographs itself, so that one form may bring several.
        match status {
            201 => acknowledged.lock().expect("nobody panicked").photos.push(ask::named(&said)),
            0 => return false,
            other => panic!("a photograph was answered with {other}"),
        }
    } else {
        let form =
            format!("id={id}&redness=3&swelling=1&oozing=0&tenderness=2&flaking=0&breakout=0");
        match ask::post(&who.at(origin, "/today/checkin"), &who.token, &form).await {
            303 => acknowledged.lock().expect("nobody panicked").checkins.push(id),
            0 => return false,
            other => panic!("a check-in was answered with {other}"),
        }
    }
    true
}

async fn look_for(store: &Store, person: PersonId, new: &Acknowledged) {
    for id in &new.checkins {
        let found = store.find::<CheckIn>(person, *id).await.expect("readable");
        assert!(found.is_some(), "a check-in that was acknowledged is gone");
    }
    for id in &new.photos {
        let found = store.find::<Photo>(person, *id).await.expect("readable");
        let found = found.expect("a photograph that was acknowledged is gone");
        store.picture(&found, Size::Full).await.expect("the whole picture");
        store.picture(&found, Size::Thumbnail).await.expect("its thumbnail");
    }
}

async fn look_at_all(store: &Store, person: PersonId, all: &Acknowledged) {
    store.verify_journal().await.expect("the journal holds together");
    assert_eq!(store.check_photos().await.expect("readable"), [], "half a photograph");
    look_for(store, person, all).await;
    let kept = store.list::<CheckIn>(person).await.expect("readable").len();
    assert!(kept >= all.checkins.len());
}

fn random(below: u64) -> u64 {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).expect("random numbers");
    u64::from_le_bytes(bytes) % below
}

#[expect(clippy::disallowed_methods, reason = "ids of things that are sent now")]
fn now() -> Timestamp {
    Timestamp::now()
}
