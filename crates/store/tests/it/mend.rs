//! Mending: what the journal or a backup still holds comes back to the byte, and nothing else is changed.

use std::fs;
use std::io::Cursor;

use store::backup::{Fault, Unlock, last_verified};
use store::doctor::{mend, sweep};
use store::port::{Refusal, export, export_into, import};
use store::{Broken, CheckIn, Mended, PersonId, Photo, Session, Size, Staff, Store, Why, backup};
use teststore::full::{by, check_in, missed, new_id, staff};
use teststore::{Bench, Intruder, both, on_sqlite};

use crate::backup::{backed_up, into, pair};
use crate::port::full_person;
use crate::support::folder;

both!(
    comes_back_from_the_journal,
    what_hangs_on_it_comes_back_too,
    what_was_put_in_is_taken_out,
    comes_back_from_a_backup,
    a_newer_version_is_not_put_back,
    a_broken_journal_mends_nothing,
    a_damaged_record_is_backed_up,
    pictures_wait_for_their_rows,
);

/// Every row of every table, to the byte.
async fn rows(bench: &Bench) -> Vec<String> {
    let mut all = Vec::new();
    for person in bench.store.people().await.unwrap() {
        all.push(format!("{:?}", bench.store.find_person(person).await.unwrap()));
        all.push(format!("{:?}", export(&bench.store, person, vec![]).await.unwrap()));
        all.push(format!("{:?}", bench.store.journal(person).await.unwrap()));
    }
    all.push(format!("{:?}", bench.store.list_of_clinic::<Staff>().await.unwrap()));
    all
}

async fn damaged(bench: &Bench) -> Vec<(&'static str, Why)> {
    let damaged = bench.store.verify().await.unwrap().damaged;
    damaged.into_iter().map(|gap| (gap.table, gap.why)).collect()
}

async fn bends(bench: &Bench, sql: &str) {
    Intruder::bends(&bench.place, sql).await;
}

/// A record with something of every kind, and what opens a backup of it.
async fn lived(bench: &Bench) -> (PersonId, Vec<u8>, Unlock) {
    let ada = full_person(&bench.store, "Ada").await;
    bench.store.add_to_clinic(by(20), new_id(), &staff("Kim", true)).await.unwrap();
    let (file, unlock, _) = backed_up(&bench.store, None).await;
    (ada, file, unlock)
}

async fn from_backup(bench: &Bench, file: &[u8], unlock: &Unlock) -> Result<Mended, Fault> {
    let file = Cursor::new(file.to_vec());
    backup::mend(&bench.store, &bench.place.key, file, unlock.clone()).await
}

async fn comes_back_from_the_journal(bench: Bench) {
    lived(&bench).await;
    let before = rows(&bench).await;
    for (sql, gap) in [
        (
            "UPDATE checkin SET version = 1, changed = created, sealed = \
             (SELECT after FROM journal WHERE entry = checkin.id AND version = 1) WHERE version = 2",
            ("checkin", Why::Older),
        ),
        (
            "UPDATE screening SET created = created - 7 WHERE id = (SELECT min(id) FROM screening)",
            ("screening", Why::Redated),
        ),
        (
            "DELETE FROM programme WHERE id = (SELECT min(id) FROM programme)",
            ("programme", Why::Missing),
        ),
        (
            "UPDATE consent SET sealed = (SELECT wrapped FROM person LIMIT 1) WHERE id = (SELECT min(id) FROM consent)",
            ("consent", Why::Edited),
        ),
        ("UPDATE person SET changed = changed + 9", ("person", Why::Redated)),
        ("UPDATE staff SET role = 'reception', works = 0", ("staff", Why::Edited)),
    ] {
        bends(&bench, sql).await;
        assert_eq!(damaged(&bench).await, [gap], "{sql}");
        let mended = mend(&bench.store).await.unwrap();
        assert_eq!(mended.entries.len(), 1, "{sql}");
        assert_eq!(damaged(&bench).await, [], "{sql}");
        assert!(rows(&bench).await == before, "{sql}: something else was changed");
    }
    assert_eq!(mend(&bench.store).await.unwrap(), Mended::default(), "nothing is left to mend");
}

/// A session was deleted whole, with what hangs on it.
async fn what_hangs_on_it_comes_back_too(bench: Bench) {
    let (ada, ..) = lived(&bench).await;
    let before = rows(&bench).await;
    let photo = bench.store.list::<Photo>(ada).await.unwrap().remove(0);
    bends(&bench, "DELETE FROM checkin").await;
    bends(&bench, "DELETE FROM session").await;
    let missing = damaged(&bench).await.len();
    assert!(missing >= 2, "{missing}");
    assert_eq!(mend(&bench.store).await.unwrap().entries.len(), missing);
    assert_eq!(damaged(&bench).await, []);
    assert!(rows(&bench).await == before);
    assert_eq!(bench.store.list::<Photo>(ada).await.unwrap(), [photo]);
}

async fn what_was_put_in_is_taken_out(bench: Bench) {
    let (ada, ..) = lived(&bench).await;
    let session = bench.store.list::<Session>(ada).await.unwrap().remove(0);
    let gone = bench.store.add(by(21), ada, new_id(), &check_in(session.id, "x")).await.unwrap();
    let mut intruder = Intruder::at(&bench.place).await;
    intruder.run("CREATE TABLE kept AS SELECT * FROM checkin").await.unwrap();
    bench.store.remove(by(22), &gone).await.unwrap();
    let before = rows(&bench).await;
    let back = format!("INSERT INTO checkin SELECT * FROM kept WHERE id = '{}'", gone.id);
    bends(&bench, &back).await;
    assert_eq!(damaged(&bench).await, [("checkin", Why::Beside)]);
    assert_eq!(mend(&bench.store).await.unwrap().entries.len(), 1);
    assert_eq!(damaged(&bench).await, []);
    assert!(rows(&bench).await == before);
}

/// The row of a photograph, its pixels, and a person with the key to all that is theirs.
async fn comes_back_from_a_backup(bench: Bench) {
    let (ada, file, unlock) = lived(&bench).await;
    let before = rows(&bench).await;
    bends(&bench, "UPDATE photo SET full_size = 7").await;
    bends(&bench, "UPDATE person SET wrapped = sealed").await;
    fs::remove_dir_all(bench.place.folder.join("photos")).unwrap();
    fs::create_dir_all(bench.place.folder.join("photos")).unwrap();
    assert_eq!(mend(&bench.store).await.unwrap(), Mended::default(), "the journal has none of it");
    let mended = from_backup(&bench, &file, &unlock).await.unwrap();
    assert_eq!(mended.pictures.len(), 2);
    assert_eq!(damaged(&bench).await, []);
    assert!(rows(&bench).await == before);
    let photo = bench.store.list::<Photo>(ada).await.unwrap().remove(0);
    bench.store.picture(&photo, Size::Full).await.unwrap();
}

/// What a backup holds is put back only if the journal says the same.
async fn a_newer_version_is_not_put_back(bench: Bench) {
    let (ada, file, unlock) = lived(&bench).await;
    let photo = bench.store.list::<Photo>(ada).await.unwrap().remove(0);
    let noted = Photo { note: Some("left".parse().unwrap()), ..photo.record.clone() };
    bench.store.change(by(23), &photo, noted).await.unwrap();
    bends(&bench, "UPDATE photo SET full_size = 7").await;
    let mended = from_backup(&bench, &file, &unlock).await.unwrap();
    assert_eq!(mended, Mended::default());
    assert_eq!(damaged(&bench).await, [("photo", Why::Moved)]);
}

async fn a_broken_journal_mends_nothing(bench: Bench) {
    let (_, file, unlock) = lived(&bench).await;
    bends(&bench, "UPDATE screening SET created = created - 7").await;
    Intruder::at(&bench.place).await.unlock_journal().await;
    bends(&bench, "UPDATE journal SET at = at + 1 WHERE n = 3").await;
    let broken = mend(&bench.store).await.unwrap_err();
    assert!(matches!(broken, Broken::Edited { n: 3 }), "{broken}");
    let broken = from_backup(&bench, &file, &unlock).await.unwrap_err();
    assert!(matches!(broken, Fault::Journal(_)), "{broken}");
}

/// It says what is damaged, does not count as the last verified one, and what it says of the journal mends it elsewhere.
async fn a_damaged_record_is_backed_up(bench: Bench) {
    let (ada, ..) = lived(&bench).await;
    let before = rows(&bench).await;
    bends(&bench, "DELETE FROM session").await;
    bends(&bench, "UPDATE screening SET created = created - 7").await;
    bends(&bench, "UPDATE photo SET parent = NULL").await;
    let (lock, unlock) = pair();
    let plan = backup::Plan {
        file: bench.place.folder.join("all.backup"),
        lock,
        made: teststore::full::at(600),
        key: bench.place.key.clone(),
        with_key: false,
    };
    let report = backup::save(&bench.store, plan).await.unwrap();
    let mut kinds: Vec<&str> =
        report.damaged.iter().filter_map(|gap| gap.split(' ').next()).collect();
    kinds.dedup();
    assert_eq!(kinds, ["checkin", "photo", "screening", "session"]);
    assert!(!report.is_whole());
    assert_eq!(last_verified(&bench.store).await.unwrap(), None, "it is no whole backup");

    let file = fs::read(bench.place.folder.join("all.backup")).unwrap();
    let there = folder();
    let target = into(&there, store::Database::Sqlite, Some(&bench.place.key));
    assert_eq!(backup::restore(Cursor::new(file), unlock, target).await.unwrap(), report);
    let place = store::Place {
        folder: there.clone(),
        database: store::Database::Sqlite,
        key: bench.place.key.clone(),
    };
    let back = Bench { store: Store::open(&place).await.unwrap(), place };
    assert!(back.store.list::<CheckIn>(ada).await.is_err(), "it is missed");
    mend(&back.store).await.unwrap();
    assert_eq!(damaged(&back).await, [("photo", Why::Moved)], "all but what only a row held");
    back.store.close().await;
    fs::remove_dir_all(there).unwrap();
    mend(&bench.store).await.unwrap();
    assert_eq!(rows(&bench).await.len(), before.len());
}

/// Pictures that seem to be nobody's may be those of a photograph whose row is missing.
async fn pictures_wait_for_their_rows(bench: Bench) {
    let (ada, file, unlock) = lived(&bench).await;
    let photo = bench.store.list::<Photo>(ada).await.unwrap().remove(0);
    bends(&bench, "DELETE FROM photo").await;
    assert_eq!(sweep(&bench.store).await.unwrap(), 0);
    assert_eq!(from_backup(&bench, &file, &unlock).await.unwrap().entries.len(), 1);
    bench.store.picture(&photo, Size::Full).await.unwrap();
}

/// An export goes on without what is damaged, and says so; what could relax a verdict elsewhere isn't brought in.
#[tokio::test]
async fn an_export_names_what_is_missing_and_only_a_photograph_may_be() {
    on_sqlite(|bench| async move {
        let (ada, ..) = lived(&bench).await;
        fs::remove_dir_all(bench.place.folder.join("photos")).unwrap();
        fs::create_dir_all(bench.place.folder.join("photos")).unwrap();
        let written =
            export_into(&bench.store, ada, vec![], Cursor::new(Vec::new())).await.unwrap();
        assert_eq!(written.missing.iter().map(|gap| gap.table).collect::<Vec<_>>(), ["photo"]);
        on_sqlite(|there| async move {
            let zip = written.out.into_inner();
            import(&there.store, by(700), &zip).await.unwrap();
            assert_eq!(there.store.list::<Photo>(ada).await.unwrap(), []);
            assert!(!there.store.list::<CheckIn>(ada).await.unwrap().is_empty());
        })
        .await;
        bends(&bench, "DELETE FROM checkin").await;
        let written =
            export_into(&bench.store, ada, vec![], Cursor::new(Vec::new())).await.unwrap();
        let checkins = written.missing.iter().filter(|gap| gap.table == "checkin").count();
        assert_eq!(written.missing.len(), checkins + 1);
        bench.store.erase_person(by(800), ada).await.unwrap();
        let zip = written.out.into_inner();
        let refused = import(&bench.store, by(801), &zip).await.unwrap_err();
        assert!(matches!(refused, Refusal::Gaps { missing } if missing == checkins), "{refused}");
    })
    .await;
}

/// Nothing of what somebody else wrote.
#[tokio::test]
async fn a_backup_of_another_record_mends_nothing() {
    on_sqlite(|bench| async move {
        let (ada, ..) = lived(&bench).await;
        bench.store.add(by(30), ada, new_id(), &missed("x")).await.unwrap();
        on_sqlite(|there| async move {
            let (_, file, unlock) = lived(&there).await;
            let fault = from_backup(&bench, &file, &unlock).await.unwrap_err();
            assert!(matches!(fault, Fault::Store(store::Error::Key(_))), "{fault}");
        })
        .await;
    })
    .await;
}
