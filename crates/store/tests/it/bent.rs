//! A record bent at random by somebody who can write to the database and has no key: whatever is done to any column of any
//! table is found, or does no harm; nothing that isn't what was kept is ever read as if it were.
//!
//! 300 bends each time; `NEEDLEWISE_BENDS=10000` for a night. And bits that a disk turns over: 24 each time in the database, in
//! pictures, in a backup and in an export; `NEEDLEWISE_FLIPS=1000` for a night.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use sqlx::{AssertSqlSafe, Connection, Executor, Row, SqliteConnection};
use store::backup::{Contents, verify, write};
use store::doctor::{Ill, examine};
use store::port::{export, import};
use store::{
    Actor, Database, Error, Passphrase, PersonId, Photo, Place, Reader, Size, Staff, Store,
};
use teststore::full::{at, by, check_in, missed, new_id, profile, staff};
use teststore::{Bench, on_sqlite};

use crate::backup::pair;
use crate::port::full_person;
use crate::support::folder;

/// Who bends, always in the same way for the same number.
struct Dice(u64);

impl Dice {
    /// SplitMix64.
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.roll() % most as u64).unwrap()
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// A person with something of every kind, another, somebody who was erased, and every kind of door.
async fn lived(store: &Store) -> [PersonId; 2] {
    let ada = full_person(store, "Ada").await;
    let bea = store.add_person(by(20), &profile("Bea")).await.unwrap();
    let gone = full_person(store, "Cleo").await;
    store.erase_person(by(21), gone).await.unwrap();
    store.change_person(by(22), &bea, profile("Bea B.")).await.unwrap();
    let session = store.add(by(23), bea.id, new_id(), &missed("hail")).await.unwrap();
    let twice = store.add(by(24), bea.id, new_id(), &check_in(session.id, "twice")).await.unwrap();
    store.remove(by(25), &twice).await.unwrap();
    let kim = store.add_to_clinic(by(26), new_id(), &staff("Kim", true)).await.unwrap();
    for (token, actor) in
        LOGINS.into_iter().zip([Actor::Person(ada), Actor::Owner, Actor::Staff(kim.id)])
    {
        store.open_login(by(27), &token, actor, &Reader::default()).await.unwrap();
    }
    store.act_as(by(28), &LOGINS[1], Actor::Person(bea.id)).await.unwrap();
    store.open_login(by(28), &CLOSED, Actor::Person(ada), &Reader::default()).await.unwrap();
    store.close_login(by(29), &CLOSED).await.unwrap();
    store.open_feed(by(29), ada, &FEEDS[0], true).await.unwrap();
    store.open_feed(by(29), bea.id, &FEEDS[1], false).await.unwrap();
    for (actor, phc) in [(Actor::Person(ada), "$ada"), (Actor::Staff(kim.id), "$kim")] {
        store.set_passphrase(by(30), actor, Some(phc)).await.unwrap();
    }
    [ada, bea.id]
}

const LOGINS: [[u8; 32]; 3] = [[1; 32], [2; 32], [3; 32]];
const CLOSED: [u8; 32] = [4; 32];
const FEEDS: [[u8; 32]; 2] = [[5; 32], [6; 32]];

/// Something that was read: what is true is the same each time, and whatever can't be read is nothing.
type Said = Option<String>;

fn said<T: std::fmt::Debug>(read: Result<T, Error>) -> Said {
    read.ok().map(|read| format!("{read:?}"))
}

macro_rules! entries {
    ($($kind:ident $id:ident $table:literal $list:ident $(follows $session:ident)? $(, $default:ident)?;)*) => {
        /// The entries of somebody, kind by kind.
        async fn entries(store: &Store, person: PersonId) -> Vec<Said> {
            vec![$(said(store.list::<store::$kind>(person).await)),*]
        }
    };
}
store::kinds!(entries);

/// Everything that can be read of people and of the clinic, piece by piece.
async fn told(store: &Store, people: [PersonId; 2]) -> Vec<Said> {
    let mut all = vec![said(store.people().await), said(store.list_of_clinic::<Staff>().await)];
    for person in people {
        all.push(said(store.find_person(person).await));
        all.extend(entries(store, person).await);
        let photos = store.list::<Photo>(person).await;
        for photo in photos.as_ref().map_or(&[][..], Vec::as_slice) {
            all.push(said(store.picture(photo, Size::Full).await));
        }
        all.push(said(photos));
    }
    all
}

/// What opens: with each token, and with each passphrase.
async fn doors(store: &Store, people: [PersonId; 2]) -> Vec<Said> {
    let mut all = Vec::new();
    for token in LOGINS.into_iter().chain([CLOSED]) {
        all.push(store.find_login(&token).await.ok().flatten().map(|login| format!("{login:?}")));
    }
    for token in FEEDS {
        all.push(store.find_feed(&token).await.ok().flatten().map(|feed| format!("{feed:?}")));
    }
    for person in people {
        all.push(said(store.feeds(person).await));
    }
    all
}

/// Whose record is locked with what.
async fn locks(store: &Store, [ada, bea]: [PersonId; 2]) -> Vec<Option<Passphrase>> {
    let mut all = Vec::new();
    for actor in [Actor::Person(ada), Actor::Person(bea), Actor::Owner] {
        let known = store.passphrase(actor).await;
        all.push(known.unwrap_or(Some(Passphrase::Damaged)));
    }
    all
}

/// Tables as they lie in the file, with their columns.
async fn tables(connection: &mut SqliteConnection) -> Vec<(String, Vec<String>)> {
    let sql = "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c \
               WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '_sqlx%' AND m.name <> 'job'";
    let mut tables: Vec<(String, Vec<String>)> = Vec::new();
    for row in sqlx::query(sql).fetch_all(connection).await.unwrap() {
        let (table, column): (String, String) = (row.get(0), row.get(1));
        match tables.last_mut() {
            Some((last, columns)) if *last == table => columns.push(column),
            _ => tables.push((table, vec![column])),
        }
    }
    tables
}

const GARBAGE: [&str; 12] = [
    "NULL",
    "0",
    "1",
    "-1",
    "9223372036854775807",
    "''",
    "'owner'",
    "'removed'",
    "'00000000-0000-0000-0000-000000000000'",
    "x''",
    "zeroblob(80)",
    "randomblob(120)",
];

/// One thing that somebody does to the database.
fn bend(dice: &mut Dice, tables: &[(String, Vec<String>)]) -> String {
    let (table, columns) = dice.of(tables);
    let (column, place) = (dice.of(columns), dice.roll());
    let row = |place: u64| {
        format!(
            "(SELECT rowid FROM {table} ORDER BY rowid LIMIT 1 OFFSET {place} % (SELECT max(count(*), 1) FROM {table}))"
        )
    };
    let (one, other) = (row(place % 97), row(dice.roll() % 97));
    let all = columns.join(", ");
    match dice.below(7) {
        0 => format!(
            "UPDATE {table} SET {column} = (SELECT {column} FROM {table} WHERE rowid = {other}) WHERE rowid = {one}"
        ),
        1 => format!("UPDATE {table} SET {column} = {} WHERE rowid = {one}", dice.of(&GARBAGE)),
        2 => format!("DELETE FROM {table} WHERE rowid = {one}"),
        3 => {
            let copied: Vec<&str> = columns
                .iter()
                .map(|name| if name == column { *dice.of(&GARBAGE) } else { name.as_str() })
                .collect();
            format!(
                "INSERT OR REPLACE INTO {table} ({all}) SELECT {} FROM {table} WHERE rowid = {one}",
                copied.join(", ")
            )
        }
        4 => format!("UPDATE {table} SET {column} = {column} + 1 WHERE rowid = {one}"),
        5 => format!(
            "UPDATE {table} SET (version, sealed, changed) = (SELECT version, after, at FROM journal \
             WHERE entry = {table}.id AND after IS NOT NULL AND tbl = '{table}' ORDER BY n LIMIT 1)"
        ),
        _ => format!(
            "INSERT INTO {table} (id, person, parent, version, created, changed, sealed) SELECT entry, person, \
             (SELECT id FROM session LIMIT 1), version, at, at, before FROM journal WHERE what = 'removed' AND tbl = '{table}'"
        ),
    }
}

/// A record to bend, and what is true of it.
struct Truth {
    place: Place,
    people: [PersonId; 2],
    told: Vec<Said>,
    doors: Vec<Said>,
    locks: Vec<Option<Passphrase>>,
}

impl Truth {
    /// Bends a copy, and looks; says whether anything was found.
    async fn bent(&self, number: u64) -> bool {
        let into = folder();
        copy(&self.place.folder, &into);
        let address = format!("sqlite:{}", into.join("needlewise.db").display());
        let mut connection = SqliteConnection::connect(&address).await.unwrap();
        connection.execute("PRAGMA foreign_keys = OFF").await.unwrap();
        let mut dice = Dice(number);
        let sql = bend(&mut dice, &tables(&mut connection).await);
        let done = connection.execute(AssertSqlSafe(sql.clone())).await;
        connection.close().await.unwrap();
        let changed = done.is_ok_and(|done| done.rows_affected() > 0);
        let what = format!("{number}: {sql}");
        let found = changed && self.is_found_or_harmless(&into, &what).await;
        fs::remove_dir_all(into).unwrap();
        found
    }

    async fn is_found_or_harmless(&self, bent: &Path, what: &str) -> bool {
        let place = Place { folder: bent.to_owned(), ..self.place.clone() };
        // A record that isn't opened shows nothing.
        let Ok(store) = Store::open(&place).await else { return true };
        let whole = store.verify().await;
        let is_found = !whole.as_ref().is_ok_and(|whole| whole.damaged.is_empty())
            || !store.check_photos().await.unwrap_or_default().is_empty();
        let told = told(&store, self.people).await;
        if told.len() == self.told.len() {
            for (now, then) in told.iter().zip(&self.told) {
                assert!(now == then || is_found, "{what}: silent: {then:?} became {now:?}");
            }
        }
        for now in told.iter().flatten() {
            let same = self.told.iter().flatten().any(|then| then == now);
            assert!(
                same || (is_found && now.starts_with('[') && is_shorter(now)),
                "{what}: read as true: {now}"
            );
        }
        for (now, then) in doors(&store, self.people).await.iter().zip(&self.doors) {
            let is_shut = now.as_deref().is_none_or(|now| now == "[]");
            assert!(now == then || is_shut, "{what}: {then:?} opens as {now:?}");
        }
        for (now, then) in locks(&store, self.people).await.iter().zip(&self.locks) {
            let is_shut = *now == Some(Passphrase::Damaged);
            assert!(now == then || (is_shut || whole.is_err()), "{what}: {then:?} became {now:?}");
        }
        store.close().await;
        is_found
    }
}

/// Turns over one bit of a file, each time another.
fn flip(dice: &mut Dice, file: &Path) -> String {
    let mut bytes = fs::read(file).unwrap();
    let (at, bit) = (dice.below(bytes.len()), dice.below(8));
    bytes[at] ^= 1 << bit;
    fs::write(file, bytes).unwrap();
    format!("bit {bit} of byte {at}")
}

/// How many bits are turned over in each kind of file.
fn flips() -> u64 {
    std::env::var("NEEDLEWISE_FLIPS").ok().and_then(|flips| flips.parse().ok()).unwrap_or(24)
}

/// Every file of a folder that is not empty.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let all = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    all.flat_map(|file| if file.is_dir() { files(&file) } else { vec![file] }).collect()
}

impl Truth {
    /// Turns one bit of the database over in a copy, and looks; the doctor counts as finding it.
    async fn flipped(&self, number: u64) -> bool {
        let into = folder();
        copy(&self.place.folder, &into);
        let what = flip(&mut Dice(number), &into.join("needlewise.db"));
        let place = Place { folder: into.clone(), ..self.place.clone() };
        let ill = match Store::open(&place).await {
            Err(_) => true,
            Ok(store) => {
                let found = examine(&store, at(0)).await;
                let is_ill = |ill: &Ill| !matches!(ill, Ill::NoBackup | Ill::LittleRoom(_));
                let ill = found.map_or(true, |found| found.ills.iter().any(is_ill));
                store.close().await;
                ill
            }
        };
        let found = ill || self.is_found_or_harmless(&into, &format!("{number}: {what}")).await;
        fs::remove_dir_all(into).unwrap();
        found
    }
}

/// The list of people may lack somebody: whoever is missing shows nothing, and is named.
fn is_shorter(list: &str) -> bool {
    list.len() < 120
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        match file.file_type().unwrap().is_dir() {
            true => copy(&file.path(), &to.join(file.file_name())),
            false => drop(fs::copy(file.path(), to.join(file.file_name())).unwrap()),
        }
    }
}

#[tokio::test]
async fn whatever_is_bent_is_found_or_does_no_harm() {
    let bends = std::env::var("NEEDLEWISE_BENDS").ok().and_then(|bends| bends.parse().ok());
    on_sqlite(|Bench { store, place }| async move {
        let people = lived(&store).await;
        assert_eq!(store.verify().await.unwrap().damaged, []);
        let told = told(&store, people).await;
        assert!(told.iter().all(Option::is_some), "{told:?}");
        let (doors, locks) = (doors(&store, people).await, locks(&store, people).await);
        assert_eq!(doors.iter().filter(|door| door.is_none()).count(), 1, "only the closed one");
        store.close().await;
        unlock(&place).await;
        let truth = Truth { place, people, told, doors, locks };
        let (bends, mut found) = (bends.unwrap_or(300), 0);
        for number in 0..bends {
            found += u64::from(truth.bent(number).await);
        }
        assert!(found * 3 > bends, "only {found} of {bends} were found: too little was bent");
    })
    .await;
}

/// Takes away what keeps the journal from being changed.
async fn unlock(place: &Place) {
    assert!(matches!(place.database, Database::Sqlite));
    let address = format!("sqlite:{}", place.folder.join("needlewise.db").display());
    let mut connection = SqliteConnection::connect(&address).await.unwrap();
    for trigger in ["journal_no_update", "journal_no_delete"] {
        connection.execute(AssertSqlSafe(format!("DROP TRIGGER {trigger}"))).await.unwrap();
    }
    connection.close().await.unwrap();
}

#[tokio::test]
async fn a_bit_that_turned_over_is_found_or_does_no_harm() {
    on_sqlite(|Bench { store, place }| async move {
        let people = lived(&store).await;
        let (told, doors) = (told(&store, people).await, doors(&store, people).await);
        let locks = locks(&store, people).await;
        let (lock, unlock) = pair();
        let contents = Contents { made: at(900), key: None };
        let (backup, _) = write(&store, Vec::new(), lock, contents).await.unwrap();
        let zip = export(&store, people[0], vec![]).await.unwrap();
        let pictures = files(&place.folder.join("photos"));
        for number in 0..flips() {
            let mut dice = Dice(number);
            let (picture, mut backup) = (dice.of(&pictures).clone(), backup.clone());
            let whole = fs::read(&picture).unwrap();
            let what = flip(&mut dice, &picture);
            assert_eq!(store.check_photos().await.unwrap().len(), 1, "{number}: a picture: {what}");
            fs::write(&picture, whole).unwrap();
            let byte = dice.below(backup.len());
            backup[byte] ^= 1 << dice.below(8);
            let key = Some(place.key.clone());
            let found = verify(Cursor::new(backup), unlock.clone(), key).await;
            assert!(found.is_err(), "{number}: byte {byte} of a backup");
            import_flipped(&mut dice, &zip, people[0]).await;
        }
        store.close().await;
        let truth = Truth { place, people, told, doors, locks };
        let mut found = 0;
        for number in 0..flips() {
            found += u64::from(truth.flipped(number).await);
        }
        assert!(found > 0, "nothing was found in {} databases", flips());
    })
    .await;
}

/// A zip with a bit turned over is refused, or gives what it gave.
async fn import_flipped(dice: &mut Dice, zip: &[u8], person: PersonId) {
    let mut bent = zip.to_vec();
    let byte = dice.below(bent.len());
    bent[byte] ^= 1 << dice.below(8);
    on_sqlite(|there| async move {
        if import(&there.store, by(900), &bent).await.is_ok() {
            let again = export(&there.store, person, vec![]).await.unwrap();
            assert!(again == zip, "byte {byte} of an export came in as true");
        }
    })
    .await;
}
