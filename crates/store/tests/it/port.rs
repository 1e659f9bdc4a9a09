//! One person's zip: it comes back equal, and nothing else comes in.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use store::port::{Refusal, export, import};
use store::{Entry, Error, KINDS, PersonId, Photo, Profile, Session, Size, Store};
use teststore::full::{
    at, by, check_in, consent, keep_one_of_each, measured, missed, new_id, photo, profile,
    programme, region, scored, screening, seen, skipped, somebody,
};
use teststore::plain::done;
use teststore::{Bench, both, on_sqlite};

both!(random_people_come_back_equal, pictures_that_were_swapped_are_refused);

/// Begins as a JPEG does.
pub fn jpeg(rest: &[u8]) -> Vec<u8> {
    [b"\xff\xd8\xff\xe0", rest].concat()
}

/// Somebody with one entry of each kind.
pub async fn full_person(store: &Store, name: &str) -> PersonId {
    let ada = store.add_person(by(1), &profile(name)).await.unwrap();
    store.add(by(2), ada.id, new_id(), &screening()).await.unwrap();
    store.add(by(3), ada.id, new_id(), &programme()).await.unwrap();
    let session = store.add(by(4), ada.id, new_id(), &missed("rain")).await.unwrap();
    let check = store.add(by(5), ada.id, new_id(), &check_in(session.id, "calm")).await.unwrap();
    store.change(by(6), &check, check_in(session.id, "calmer")).await.unwrap();
    store.add(by(7), ada.id, new_id(), &consent()).await.unwrap();
    let record = photo(Some(session.id));
    let (full, small) = (jpeg(&[7; 70_000]), jpeg(b"small"));
    let shot = store.add_photo(by(8), ada.id, new_id(), &record, full, small).await.unwrap();
    let cheek = store.add(by(9), ada.id, new_id(), &region(shot.id)).await.unwrap();
    for outcome in [seen(shot.id, shot.id), measured(cheek.id, shot.id), scored()] {
        store.add(by(10), ada.id, new_id(), &outcome).await.unwrap();
    }
    keep_one_of_each(store, by(11), (ada.id, session.id), "A wedding").await;
    ada.id
}

/// Or a new kind could be left out of every test that is about all of them.
#[tokio::test]
async fn a_full_person_has_every_kind() {
    on_sqlite(|Bench { store, .. }| async move {
        let person = full_person(&store, "Ada").await;
        let told = store.journal(person).await.unwrap();
        for table in KINDS {
            assert!(told.iter().any(|row| row.table == *table), "{table}");
        }
    })
    .await;
}

/// What a random person's record is made of.
#[derive(Clone, Debug)]
struct Life {
    name: Option<String>,
    answers: Vec<(String, String)>,
    sessions: Vec<(String, bool)>,
    checks: Vec<(usize, String, u8)>,
    photos: Vec<(Option<usize>, String, Vec<u8>)>,
    plans: usize,
    lengths: Vec<u16>,
    words: Vec<(String, String)>,
}

fn life() -> impl Strategy<Value = Life> {
    let text = || any::<String>();
    (
        proptest::option::of(text()),
        proptest::collection::vec((text(), text()), 0..4),
        proptest::collection::vec((text(), any::<bool>()), 1..4),
        proptest::collection::vec((any::<usize>(), text(), 0_u8..=10), 0..5),
        proptest::collection::vec(
            (
                proptest::option::of(any::<usize>()),
                text(),
                proptest::collection::vec(any::<u8>(), 0..2000),
            ),
            0..3,
        ),
        0_usize..3,
        proptest::collection::vec(0_u16..300, 0..3),
        proptest::collection::vec((text(), text()), 0..4),
    )
        .prop_map(|(name, answers, sessions, checks, photos, plans, lengths, words)| Life {
            name,
            answers,
            sessions,
            checks,
            photos,
            plans,
            lengths,
            words,
        })
}

async fn live(store: &Store, life: &Life) -> PersonId {
    let mut record = profile("");
    record.name.clone_from(&life.name);
    record.answers =
        life.answers.iter().map(|(key, answer)| (key.clone(), answer.as_str().into())).collect();
    let person = store.add_person(by(1), &record).await.unwrap().id;
    let mut sessions = Vec::new();
    for (number, (reason, twice)) in life.sessions.iter().enumerate() {
        let moment = by(i64::try_from(number).unwrap());
        let entry = store.add(moment, person, new_id(), &missed(reason)).await.unwrap();
        if *twice {
            store.change(by(99), &entry, missed("changed")).await.unwrap();
        }
        sessions.push(entry.id);
    }
    for (session, note, score) in &life.checks {
        let mut check = check_in(sessions[session % sessions.len()], note);
        check.signs.values_mut().for_each(|sign| *sign = *score);
        store.add(by(100), person, new_id(), &check).await.unwrap();
    }
    for (session, view, bytes) in &life.photos {
        let mut record = photo(session.map(|session| sessions[session % sessions.len()]));
        record.view.clone_from(view);
        let (full, small) = (jpeg(bytes), jpeg(&bytes[..bytes.len() / 3]));
        store.add_photo(by(101), person, new_id(), &record, full, small).await.unwrap();
    }
    for _ in 0..life.plans {
        store.add(by(102), person, new_id(), &screening()).await.unwrap();
        store.add(by(103), person, new_id(), &programme()).await.unwrap();
        store.add(by(104), person, new_id(), &consent()).await.unwrap();
        store.add(by(104), person, new_id(), &region(new_id())).await.unwrap();
        for outcome in [seen(new_id(), new_id()), measured(new_id(), new_id()), scored()] {
            store.add(by(104), person, new_id(), &outcome).await.unwrap();
        }
    }
    for (about, said) in &life.words {
        keep_one_of_each(store, by(107), (person, sessions[0]), said).await;
        store.add(by(108), person, new_id(), &skipped(about)).await.unwrap();
    }
    for length in &life.lengths {
        let done = store::Done {
            skin_type: None,
            length_mm: f64::from(*length) / 100.0,
            passes: Some(*length),
            anaesthetic: None,
            note: life.name.as_deref().map(|name| name.parse().unwrap()),
            ..done(at(5))
        };
        store.add(by(105), person, new_id(), &Session::Done(done)).await.unwrap();
    }
    person
}

macro_rules! wholes {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        /// Everything of a person, with the pixels.
        #[derive(Debug, PartialEq)]
        struct Whole {
            profile: Entry<Profile>,
            $($list: Vec<Entry<store::$kind>>,)*
            photos: Vec<(Entry<Photo>, Vec<u8>, Vec<u8>)>,
        }

        async fn whole(store: &Store, person: PersonId) -> Whole {
            Whole {
                profile: store.find_person(person).await.unwrap().unwrap(),
                $($list: store.list(person).await.unwrap(),)*
                photos: pictures(store, person).await,
            }
        }
    };
}
store::kinds!(wholes);

async fn pictures(store: &Store, person: PersonId) -> Vec<(Entry<Photo>, Vec<u8>, Vec<u8>)> {
    let mut photos = Vec::new();
    for photo in store.list::<Photo>(person).await.unwrap() {
        let full = store.picture(&photo, Size::Full).await.unwrap();
        let small = store.picture(&photo, Size::Thumbnail).await.unwrap();
        photos.push((photo, full, small));
    }
    photos
}

async fn random_people_come_back_equal(Bench { store, .. }: Bench) {
    let seed = RngSeed::Fixed(20_261_123);
    let mut runner = TestRunner::new(Config { rng_seed: seed, ..Config::default() });
    for _ in 0..24 {
        let life = life().new_tree(&mut runner).unwrap().current();
        let person = live(&store, &life).await;
        let before = whole(&store, person).await;
        let zip = export(&store, person, vec![]).await.unwrap();
        store.erase_person(by(200), person).await.unwrap();
        assert_eq!(import(&store, by(300), &zip).await.unwrap(), person);
        assert_eq!(whole(&store, person).await, before, "{life:?}");
        assert_eq!(export(&store, person, vec![]).await.unwrap(), zip, "{life:?}");
    }
    store.verify_journal().await.unwrap();
    assert_eq!(store.check_photos().await.unwrap(), []);
}

/// The same zip, its files passed through a function; `None` leaves one out.
fn changed(zip: &[u8], change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut file = from.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        if let Some(bytes) = change(&name, bytes) {
            to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            to.write_all(&bytes).unwrap();
        }
    }
    to.finish().unwrap().into_inner()
}

fn json(zip: &[u8], change: impl Fn(&mut serde_json::Value)) -> Vec<u8> {
    changed(zip, |name, bytes| {
        if name != "needlewise.json" {
            return Some(bytes);
        }
        let mut json = serde_json::from_slice(&bytes).unwrap();
        change(&mut json);
        Some(serde_json::to_vec(&json).unwrap())
    })
}

/// Refused, and nothing of it stays.
async fn refused(store: &Store, zip: &[u8]) -> Refusal {
    let refusal = import(store, by(9), zip).await.unwrap_err();
    assert_eq!(store.people().await.unwrap(), []);
    let ills = store::doctor::examine(store, at(0)).await.unwrap().ills;
    assert!(matches!(ills[..], [store::doctor::Ill::NoBackup]), "{ills:?}");
    refusal
}

async fn pictures_that_were_swapped_are_refused(Bench { store, .. }: Bench) {
    let person = full_person(&store, "Ada").await;
    let zip = export(&store, person, vec![]).await.unwrap();
    assert!(matches!(import(&store, by(9), &zip).await.unwrap_err(), Refusal::Here));
    store.erase_person(by(9), person).await.unwrap();

    let other = |name: &str, bytes| {
        Some(if name.starts_with("photos/0") { jpeg(b"another") } else { bytes })
    };
    let refusal = refused(&store, &changed(&zip, other)).await;
    assert!(refusal.to_string().contains("001-front-undated"), "{refusal}");
    let gone = |name: &str, bytes| (!name.starts_with("photos/small/")).then_some(bytes);
    assert!(matches!(refused(&store, &changed(&zip, gone)).await, Refusal::Damaged { .. }));
    let lost = json(&zip, |json| {
        json["check_ins"][0]["record"]["session"] = new_id::<Session>().to_string().into();
    });
    assert!(matches!(refused(&store, &lost).await, Refusal::Damaged { .. }));
}

#[tokio::test]
async fn nothing_but_an_export_comes_in() {
    on_sqlite(|Bench { store, .. }| async move {
        let person = full_person(&store, "Ada").await;
        let zip = export(&store, person, vec![]).await.unwrap();
        store.erase_person(by(9), person).await.unwrap();

        for bytes in [&b""[..], b"PK\x03\x04", b"name,age\n", &zip[..zip.len() - 30]] {
            assert!(matches!(refused(&store, bytes).await, Refusal::NotOurs { .. }));
        }
        let none = changed(&zip, |name, bytes| (name != "needlewise.json").then_some(bytes));
        assert!(matches!(refused(&store, &none).await, Refusal::NotOurs { .. }));
        let foreign = json(&zip, |json| json["format"] = "something".into());
        assert!(matches!(refused(&store, &foreign).await, Refusal::NotOurs { .. }));
        let newer = json(&zip, |json| json["version"] = 3.into());
        assert!(matches!(refused(&store, &newer).await, Refusal::Newer { version: 3 }));
        let twice = json(&zip, |json| {
            let one = json["consents"][0].clone();
            json["consents"].as_array_mut().unwrap().push(one);
        });
        assert!(matches!(refused(&store, &twice).await, Refusal::Damaged { .. }));
        let version = json(&zip, |json| json["sessions"][0]["version"] = 0.into());
        assert!(matches!(refused(&store, &version).await, Refusal::Damaged { .. }));
        // A page would show it as what it says it is.
        let html =
            json(&zip, |json| json["photos"][0]["entry"]["record"]["media"] = "text/html".into());
        assert!(matches!(refused(&store, &html).await, Refusal::Damaged { .. }));
    })
    .await;
}

/// 65 MB of nothing pack into 65 kB.
#[tokio::test]
async fn a_bomb_is_not_unpacked() {
    on_sqlite(|Bench { store, .. }| async move {
        let person = full_person(&store, "Ada").await;
        let zip = export(&store, person, vec![]).await.unwrap();
        store.erase_person(by(9), person).await.unwrap();
        let large = jpeg(&vec![0; 65 << 20]);
        let bomb = changed(&zip, |name, bytes| {
            Some(if name.starts_with("photos/0") { large.clone() } else { bytes })
        });
        assert!(bomb.len() < 300_000, "{}", bomb.len());
        assert!(matches!(refused(&store, &bomb).await, Refusal::TooMuch { .. }));
    })
    .await;
}

#[tokio::test]
async fn an_id_that_somebody_else_has_is_refused() {
    on_sqlite(|Bench { store, .. }| async move {
        let person = full_person(&store, "Ada").await;
        let session = store.list::<Session>(person).await.unwrap().remove(0);
        let zip = export(&store, person, vec![]).await.unwrap();
        store.erase_person(by(9), person).await.unwrap();
        let bea = somebody(&store).await;
        store.add(by(10), bea.id, session.id, &missed("hers")).await.unwrap();
        let refusal = import(&store, by(11), &zip).await.unwrap_err();
        assert!(matches!(refusal, Refusal::Store(Error::Taken)), "{refusal}");
        assert_eq!(store.people().await.unwrap(), [bea.id]);
        assert!(store.list::<Photo>(person).await.unwrap().is_empty());
    })
    .await;
}

/// The same files under other names, with one of macOS beside them.
fn repacked(zip: &[u8], name: impl Fn(&str) -> String) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let how = zip::write::SimpleFileOptions::default();
    to.start_file("__MACOSX/needlewise/needlewise.json", how).unwrap();
    to.write_all(b"of the system").unwrap();
    for place in 0..from.len() {
        let mut file = from.by_index(place).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        to.start_file(name(&file.name().unwrap()), how).unwrap();
        to.write_all(&bytes).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[tokio::test]
async fn what_was_unpacked_and_packed_again_comes_in_whatever_packed_it() {
    on_sqlite(|Bench { store, .. }| async move {
        let person = full_person(&store, "Ada").await;
        let zip = export(&store, person, vec![]).await.unwrap();
        let finder = repacked(&zip, |name| format!("needlewise 2/{name}"));
        let windows = repacked(&zip, |name| format!("needlewise\\{}", name.replace('/', "\\")));
        for zip in [finder, windows, repacked(&zip, str::to_owned)] {
            store.erase_person(by(20), person).await.unwrap();
            assert_eq!(import(&store, by(21), &zip).await.unwrap(), person);
            assert_eq!(store.list::<Photo>(person).await.unwrap().len(), 1);
        }
    })
    .await;
}

#[tokio::test]
async fn the_zip_says_what_is_in_it() {
    on_sqlite(|Bench { store, .. }| async move {
        let person = full_person(&store, "Ada").await;
        let extra = vec![("aftercare.pdf".to_owned(), b"%PDF".to_vec())];
        let zip = export(&store, person, extra).await.unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
        let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
        let day = "undated";
        let (full, small) =
            (format!("photos/001-front-{day}.jpg"), format!("photos/small/001-front-{day}.jpg"));
        assert_eq!(names, ["README.txt", &full, &small, "aftercare.pdf", "needlewise.json"]);
        let mut picture = Vec::new();
        zip.by_name(&full).unwrap().read_to_end(&mut picture).unwrap();
        assert_eq!(picture, jpeg(&[7; 70_000]));
        assert!(matches!(
            export(&store, new_id(), vec![]).await.unwrap_err(),
            Refusal::Store(Error::NotFound)
        ));
    })
    .await;
}
