//! The commands about the record, as somebody would run them: backup, restore, export, erase, and what they refuse.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use care::words::{Area, Goal};
use jiff::Timestamp;
use store::backup::{Contents, Lock, write};
use store::{
    Database, Done, Id, MasterKey, NewPassphrase, PersonId, Photo, Place, Profile, Session, Store,
};
use teststore::Intruder;
use teststore::plain::{done, keep, owner, photo, profile};

use super::desk::{Desk, Said};

const CANARIES: [&str; 4] = ["Canary-Name", "canary-answer", "canary-note", "CANARY-PIXELS"];
const PASSPHRASE: &str = "correct horse battery";

impl Desk {
    /// Runs the program on a record in a folder of this desk, its temporary files beside.
    pub fn on(&self, folder: &str, arguments: &[&str], input: &str) -> Said {
        self.run_on(folder, PASSPHRASE, arguments, input)
    }
    /// The same on the usual folder with another passphrase for backups.
    pub fn with_passphrase(&self, passphrase: &str, arguments: &[&str]) -> Said {
        self.run_on("data", passphrase, arguments, "")
    }
    fn run_on(&self, folder: &str, passphrase: &str, arguments: &[&str], input: &str) -> Said {
        fs::create_dir_all(self.folder.join("tmp")).unwrap();
        self.writes("input", input);
        let input = fs::File::open(self.folder.join("input")).unwrap();
        let mut command = self.command(arguments);
        command
            .env("NEEDLEWISE_DATA", self.folder.join(folder))
            .env_remove("NEEDLEWISE_DATABASE")
            .env_remove("NEEDLEWISE_KEY")
            .env("NEEDLEWISE_BACKUP_PASSPHRASE", passphrase)
            .env("TMPDIR", self.folder.join("tmp"))
            .stdin(input);
        Said::from(command.output().unwrap())
    }
    /// A desk with a record of one person, made as the pages make it.
    pub fn with_record() -> (Self, PersonId) {
        let desk = Self::empty();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let person = runtime.block_on(somebody(desk.folder.join("data")));
        (desk, person)
    }
    /// Whether an aftercare sheet is in an export, as a PDF that is not packed.
    fn holds_sheet(&self, file: &str) -> bool {
        let zip = fs::read(self.folder.join(file)).unwrap();
        let has = |needle: &[u8]| zip.windows(needle.len()).any(|window| window == needle);
        has(b"aftercare.pdf") && has(b"%PDF-")
    }
    /// Nothing that was said or written holds what a person told, but for files named in clear.
    fn keeps_quiet(&self, said: &[&Said]) {
        for canary in CANARIES {
            for said in said {
                assert!(!said.out.contains(canary) && !said.err.contains(canary));
            }
            assert!(!holds(&self.folder, canary.as_bytes()), "{canary}");
        }
        assert_eq!(fs::read_dir(self.folder.join("tmp")).unwrap().count(), 0);
    }
}

fn holds(folder: &std::path::Path, needle: &[u8]) -> bool {
    fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).any(|path| {
        if path.is_dir() {
            return holds(&path, needle);
        }
        fs::read(&path).unwrap().windows(needle.len()).any(|window| window == needle)
    })
}

async fn somebody(folder: PathBuf) -> PersonId {
    let key = MasterKey::load_or_make(&folder).unwrap();
    let place = Place { folder, database: Database::Sqlite, key };
    let store = Store::open(&place).await.unwrap();
    let at: Timestamp = "2026-11-20T10:00:00Z".parse().unwrap();
    let by = owner(at);
    let answers = [("notes".to_owned(), CANARIES[1].into())].into();
    let profile = Profile {
        name: Some(CANARIES[0].into()),
        answers,
        goals: Vec::new(),
        areas: Vec::new(),
        ..profile()
    };
    let person = store.add_person(by, &profile).await.unwrap().id;
    let (on, reason) = ("2026-11-19".parse().unwrap(), Some(CANARIES[2].parse().unwrap()));
    let missed = Session::Missed { on, reason, programme: None };
    let session = keep(&store, person, at, &missed).await;
    let photo = Photo { session: Some(session), ..photo(at, "front") };
    let pixels = [b"\xff\xd8\xff", CANARIES[3].as_bytes()].concat();
    store.add_photo(by, person, Id::new(at), &photo, pixels.clone(), pixels).await.unwrap();
    store.close().await;
    person
}

#[test]
fn an_export_takes_the_last_aftercare_sheet_along() {
    let (desk, person) = Desk::with_record();
    desk.on("data", &["export", "before.zip"], "").says(&["before.zip, photographs too"]);
    assert!(!desk.holds_sheet("before.zip"), "nothing was done yet");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(needled(desk.folder.join("data"), person, "2026-11-20T18:00:00Z"));
    desk.on("data", &["export", "after.zip"], "").says(&["the last aftercare sheet too"]);
    assert!(desk.holds_sheet("after.zip"));
}

/// A session was done.
async fn needled(folder: PathBuf, person: PersonId, at: &str) {
    let key = MasterKey::load_or_make(&folder).unwrap();
    let place = Place { folder, database: Database::Sqlite, key };
    let store = Store::open(&place).await.unwrap();
    let at: Timestamp = at.parse().unwrap();
    let entry = store.find_person(person).await.unwrap().unwrap();
    let told =
        Profile { goals: vec![Goal::Texture], areas: vec![Area::Cheeks], ..entry.record.clone() };
    store.change_person(owner(at), &entry, told).await.unwrap();
    let done =
        Done { skin_type: None, passes: None, directions: None, anaesthetic: None, ..done(at) };
    keep(&store, person, at, &Session::Done(done)).await;
    store.close().await;
}

#[test]
fn doctor_names_a_session_that_lies_ahead() {
    let (desk, person) = Desk::with_record();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(needled(desk.folder.join("data"), person, "2190-11-20T18:00:00Z"));
    desk.on("data", &["backup", "all.age"], "").says(&["found whole"]);
    let said = desk.on("data", &["doctor"], "");
    assert_eq!(said.code, 1, "{}", said.out);
    assert!(said.err.contains("A session on 20 November 2190"), "{}", said.err);
    assert!(said.err.contains("Was the clock wrong?"), "{}", said.err);
}

#[test]
fn a_backup_is_verified_and_comes_back_with_the_paper_key() {
    let (desk, person) = Desk::with_record();
    let ill = desk.on("data", &["doctor"], "");
    assert_eq!(ill.code, 1, "{}{}", ill.out, ill.err);
    assert!(ill.err.contains("no verified backup"), "{}", ill.err);

    let backup = desk.on("data", &["backup", "all.age"], "");
    backup.says(&["found whole", "1 person, 2 entries with 1 photograph", "key is not in it"]);
    desk.on("data", &["doctor"], "").says(&["All is well", "the last verified backup is of"]);
    let verified = desk.on("data", &["verify", "all.age"], "");
    verified.says(&["all.age is whole", "1 photograph"]);
    let again = desk.on("data", &["backup", "all.age"], "");
    again.refuses(&["all.age", "nothing is overwritten", "another name"]);

    // On a new machine: without the key, then with it.
    let without = desk.on("new", &["restore", "all.age"], "");
    without.refuses(&["sealed with key", "keys restore"]);
    assert!(!desk.folder.join("new").exists());
    let paper = desk.on("data", &["keys", "show"], "");
    assert!(paper.err.contains("paper"), "{}", paper.err);
    desk.on("new", &["keys", "restore"], &paper.out.to_lowercase()).says(&["is kept in"]);
    desk.on("new", &["keys", "restore"], &paper.out).refuses(&["a key already", "--data DIR"]);
    let restored = desk.on("new", &["restore", "all.age"], "");
    restored.says(&["is back in", "1 person, 2 entries"]);
    desk.on("new", &["people"], "").says(&[&person.to_string()]);
    desk.on("new", &["journal", "verify"], "").says(&["The journal is whole: 3 rows"]);
    desk.on("new", &["restore", "all.age"], "").refuses(&["is not empty", "--data DIR"]);
    fs::remove_file(desk.folder.join("input")).unwrap();
    desk.keeps_quiet(&[&ill, &backup, &verified, &again, &without, &restored]);
}

#[test]
fn a_backup_that_was_changed_is_found() {
    let (desk, _) = Desk::with_record();
    desk.on("data", &["backup", "all.age", "--with-key"], "").says(&["The master key is in it"]);
    // The key in it is enough.
    desk.on("new", &["restore", "all.age"], "").says(&["is back in"]);
    let file = desk.folder.join("all.age");
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 4;
    fs::write(&file, bytes).unwrap();
    let said = desk.on("data", &["verify", "all.age"], "");
    assert_eq!(said.code, 1, "{}{}", said.out, said.err);
    assert!(said.err.contains("damaged") && said.err.contains("another backup"), "{}", said.err);
    desk.on("other", &["verify", "input"], "").refuses(&["not a backup of Needlewise"]);
    desk.on("other", &["verify", "none"], "").refuses(&["none", "name the file"]);
}

#[test]
fn a_backup_for_a_recipient_is_opened_by_their_key() {
    let (desk, _) = Desk::with_record();
    // The pair of age's own tests.
    let public = "age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa";
    let secret = "AGE-SECRET-KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33";
    desk.writes("key.txt", &format!("# a key\n{secret}\n"));
    desk.on("data", &["backup", "all.age", "--recipient", public], "").says(&["found whole"]);
    desk.on("data", &["verify", "all.age"], "").refuses(&["--identity FILE"]);
    desk.on("data", &["verify", "all.age", "--identity", "key.txt"], "").says(&["is whole"]);
    let bad = desk.on("data", &["backup", "b.age", "--recipient", "age1nobody"], "");
    bad.refuses(&["recipient", "age1"]);
    assert!(!desk.folder.join("b.age").exists());
}

#[test]
fn an_export_goes_to_another_record_and_erase_leaves_nothing() {
    let (desk, person) = Desk::with_record();
    desk.on("data", &["export", "me.zip"], "").says(&["me.zip", "keep it safe"]);
    desk.on("data", &["export", "me.zip"], "").refuses(&["nothing is overwritten"]);
    desk.on("data", &["import", "me.zip"], "").refuses(&["here already"]);
    desk.on("other", &["import", "me.zip"], "").says(&[&person.to_string()]);
    desk.on("other", &["export", "again.zip"], "").says(&["again.zip"]);
    let read = |file: &str| fs::read(desk.folder.join(file)).unwrap();
    assert_eq!(read("me.zip"), read("again.zip"));

    desk.on("data", &["erase"], "").refuses(&[&person.to_string(), "--yes", "export"]);
    desk.on("data", &["erase", "--yes"], "").says(&["is erased", "Backups made before"]);
    desk.on("data", &["people"], "").says(&["Nobody is here yet"]);
    desk.on("data", &["export", "none.zip"], "").refuses(&["nobody is here yet"]);
    let unknown = PersonId::new(Timestamp::UNIX_EPOCH).to_string();
    desk.on("other", &["export", "none.zip", "--person", &unknown], "").refuses(&["nobody here"]);
    assert_eq!(desk.on("other", &["people", "--json"], "").json()[0], person.to_string());
    desk.writes("no.zip", "hello");
    desk.on("data", &["import", "no.zip"], "").refuses(&["no.zip", "not an export"]);
    for file in ["me.zip", "again.zip", "input"] {
        fs::remove_file(desk.folder.join(file)).unwrap();
    }
    desk.keeps_quiet(&[]);
}

/// A backup that is being written: it says when it begins, and takes nothing until whoever lets it hangs up.
struct Stuck(Sender<()>, Receiver<()>);

impl Write for Stuck {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.send(()).ok();
        self.1.recv().ok();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Runs something while a backup of a folder is being written.
fn beside_a_backup(folder: PathBuf, work: impl FnOnce()) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let key = MasterKey::load_or_make(&folder).unwrap();
    let place = Place { folder, database: Database::Sqlite, key };
    let ((tell, told), (let_it, stuck)) = (channel(), channel());
    let lock = Lock::passphrase(&NewPassphrase::new(PASSPHRASE, []).unwrap());
    let contents = Contents { made: Timestamp::UNIX_EPOCH, key: None };
    let backup = runtime.spawn(async move {
        let store = Store::open(&place).await.unwrap();
        write(&store, Stuck(tell, stuck), lock, contents).await.map(drop).unwrap();
        store.close().await;
    });
    told.recv().unwrap();
    std::thread::sleep(Duration::from_millis(300));
    work();
    drop(let_it);
    runtime.block_on(backup).unwrap();
}

#[test]
fn an_erasure_that_is_held_up_is_not_called_complete() {
    let (desk, person) = Desk::with_record();
    desk.on("data", &["backup", "a.backup"], "").says(&["a.backup"]);
    beside_a_backup(desk.folder.join("data"), || {
        let said = desk.on("data", &["erase", "--yes"], "");
        assert_eq!(said.code, 1, "{}", said.err);
        assert!(said.err.contains(&person.to_string()), "{}", said.err);
        assert!(said.err.contains("not all of it is gone yet"), "{}", said.err);
        let doctor = desk.on("data", &["doctor"], "");
        assert_eq!(doctor.code, 1);
        assert!(doctor.err.contains("1 person was erased, but"), "{}", doctor.err);
    });
    desk.on("data", &["doctor"], "").says(&["All is well"]);
}

/// What a restore leaves that was cut off is not taken for a record that is empty.
#[test]
fn a_restore_that_was_cut_off_is_named_and_can_begin_again() {
    let (desk, _) = Desk::with_record();
    desk.on("data", &["backup", "a.backup", "--with-key"], "").says(&["a.backup"]);
    fs::create_dir_all(desk.folder.join("there")).unwrap();
    desk.writes("there/restore-under-way", "").writes("there/needlewise.db", "");
    desk.writes("there/master.key.0123456789abcdef", "half a k");
    for command in ["doctor", "serve", "people"] {
        desk.on("there", &[command], "").refuses(&["needlewise restore", "begins anew"]);
    }
    desk.on("there", &["restore", "a.backup"], "").says(&["is back"]);
    assert!(!desk.folder.join("there/restore-under-way").exists());
    assert!(!desk.folder.join("there/master.key.0123456789abcdef").exists());
    assert_eq!(desk.on("there", &["people", "--json"], "").json().as_array().unwrap().len(), 1);
}

#[test]
fn a_passphrase_is_set_and_removed() {
    let (desk, _) = Desk::with_record();
    desk.on("data", &["passphrase", "set"], "short\n").refuses(&["at least 12 letters", "Next"]);
    for guessed in ["password1234", "Canary-Name 1234", "needlewise123"] {
        let said = desk.on("data", &["passphrase", "set"], &format!("{guessed}\n"));
        assert!(!said.refuses(&["easy to guess", "Next"]).err.contains(guessed));
        let said = desk.with_passphrase(guessed, &["backup", "a.backup"]);
        assert!(!said.refuses(&["easy to guess", "Next"]).err.contains(guessed));
    }
    let endless = "several words ".repeat(20);
    desk.on("data", &["passphrase", "set"], &endless).refuses(&["at most 200 letters", "Next"]);
    desk.on("data", &["passphrase", "set"], "a long enough one\n").says(&["is set"]);
    desk.on("data", &["passphrase", "remove"], "").says(&["no passphrase any more"]);
}

/// Somebody else in the same record.
async fn another(folder: PathBuf, name: &str) -> PersonId {
    let key = MasterKey::load_or_make(&folder).unwrap();
    let place = Place { folder, database: Database::Sqlite, key };
    let store = Store::open(&place).await.unwrap();
    let by = owner("2026-11-21T10:00:00Z".parse().unwrap());
    let told = Profile { name: Some(name.into()), ..profile() };
    let person = store.add_person(by, &told).await.unwrap().id;
    store.close().await;
    person
}

#[test]
fn a_passphrase_is_of_whoever_was_named_by_name_or_id() {
    let (desk, first) = Desk::with_record();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let ben = runtime.block_on(another(desk.folder.join("data"), "Ben"));
    let set = |more: &[&str]| {
        desk.on("data", &[&["passphrase", "set"][..], more].concat(), "a long enough one\n")
    };
    set(&[]).refuses(&["2 people are here", "--person ID"]);
    set(&["--person", "Bob"]).refuses(&["Bob", "nobody here"]);
    set(&["--person", "ben"]).says(&["is set"]);
    set(&["--person", &first.to_string()]).says(&["is set"]);
    let remove = |who: &str| desk.on("data", &["passphrase", "remove", "--person", who], "");
    remove(&ben.to_string()).says(&["1 other person has one still"]);
    remove(CANARIES[0]).says(&["no passphrase any more"]);
    runtime.block_on(another(desk.folder.join("data"), "BEN"));
    set(&["--person", "Ben"]).refuses(&["several people", "--person ID"]);
}

#[test]
fn a_record_that_is_not_there_is_not_made() {
    let desk = Desk::empty();
    let commands: [&[&str]; 9] = [
        &["backup", "x"],
        &["doctor"],
        &["journal", "verify"],
        &["keys", "show"],
        &["export", "x"],
        &["erase", "--yes"],
        &["people"],
        &["passphrase", "remove"],
        &["export", "x", "--person", "00000000-0000-7000-8000-000000000000"],
    ];
    for command in commands {
        desk.on("none", command, "").refuses(&["none", "--data DIR"]);
        assert!(!desk.folder.join("none").exists(), "{command:?}");
    }
}

#[test]
#[cfg(unix)]
fn doctor_says_what_is_open_to_others_and_what_is_lost_and_mends_what_it_can() {
    use std::os::unix::fs::PermissionsExt;
    let (desk, _) = Desk::with_record();
    desk.on("data", &["backup", "all.age"], "").says(&["found whole"]);
    let data = desk.folder.join("data");
    fs::set_permissions(&data, fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(data.join("master.key"), fs::Permissions::from_mode(0o644)).unwrap();
    fs::remove_dir_all(data.join("photos")).unwrap();
    fs::create_dir_all(data.join("photos/aa")).unwrap();
    fs::write(data.join(format!("photos/aa/{}.full", "a".repeat(32))), b"x").unwrap();
    let said = desk.on("data", &["doctor"], "");
    assert_eq!(said.code, 1, "{}", said.out);
    for word in [
        "others on this machine could read master.key; from now on they can't",
        "3 things are not well",
        "chmod 700",
        "2 pictures are missing and 0 damaged",
        "1 stored picture belongs to nobody",
    ] {
        assert!(said.err.contains(word), "{word:?} is missing in:\n{}", said.err);
    }
    let said = desk.on("data", &["doctor", "--mend"], "");
    assert!(said.out.contains("1 picture that belonged to nobody"), "{}", said.out);
    assert!(said.err.contains("2 things are not well"), "{}", said.err);
    let said = desk.on("data", &["doctor", "--mend", "all.age"], "");
    assert!(said.out.contains("2 pictures are back from the backup"), "{}", said.out);
    assert!(said.err.contains("1 thing is not well"), "{}", said.err);
}

/// Damage that somebody does without the key, mended from the journal; the backup and the export of before say what is missing.
#[test]
fn damaged_entries_are_named_taken_along_and_mended() {
    let (desk, _) = Desk::with_record();
    bends(&desk, "UPDATE session SET created = created + 1");
    let said = desk.on("data", &["export", "me.zip"], "");
    assert!(said.code == 1 && said.err.contains("One entry or picture could not"), "{}", said.err);
    let said = desk.on("data", &["backup", "all.age"], "");
    assert!(said.code == 1 && said.err.contains("one entry was damaged"), "{}", said.err);
    let said = desk.on("data", &["verify", "all.age"], "");
    assert_eq!(said.code, 0, "{}", said.err);
    let said = desk.on("data", &["doctor"], "");
    assert!(said.err.contains("given another date") && said.err.contains("--mend"), "{}", said.err);
    let said = desk.on("data", &["doctor", "--mend"], "");
    assert!(said.out.contains("One entry is again what the journal says"), "{}", said.out);
    assert!(!said.err.contains("given another date"), "{}", said.err);
    desk.on("data", &["backup", "whole.age"], "").says(&["found whole"]);
    desk.on("data", &["doctor"], "").says(&["All is well"]);
}

fn bends(desk: &Desk, sql: &str) {
    let folder = desk.folder.join("data");
    let key = MasterKey::load_or_make(&folder).unwrap();
    let place = Place { folder, database: Database::Sqlite, key };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(Intruder::bends(&place, sql));
}

/// Fault 17: whatever the folder had, what is in it is for its owner only.
#[cfg(unix)]
#[test]
fn every_file_is_its_owners_only_in_a_folder_that_others_may_read() {
    use std::os::unix::fs::PermissionsExt;
    let (other, person) = Desk::with_record();
    let desk = Desk::empty();
    for folder in ["data", "data/photos"] {
        fs::create_dir_all(desk.folder.join(folder)).unwrap();
        fs::set_permissions(desk.folder.join(folder), fs::Permissions::from_mode(0o755)).unwrap();
    }
    other.on("data", &["export", "ada.zip"], "").says(&[]);
    fs::copy(other.folder.join("ada.zip"), desk.folder.join("ada.zip")).unwrap();
    desk.on("data", &["import", "ada.zip"], "").says(&[&person.to_string()]);
    let mut waiting = vec![desk.folder.join("data")];
    let mut files = 0;
    while let Some(folder) = waiting.pop() {
        for file in fs::read_dir(folder).unwrap() {
            let file = file.unwrap();
            if file.file_type().unwrap().is_dir() {
                waiting.push(file.path());
            } else {
                files += 1;
                let mode = file.metadata().unwrap().permissions().mode() & 0o777;
                assert_eq!(mode, 0o600, "{}", file.path().display());
            }
        }
    }
    assert!(files > 5, "{files} files");
}

/// Fault 17: a lock of somebody else is waited for, but not in silence.
#[cfg(target_os = "linux")]
#[test]
fn whoever_holds_the_lock_is_named_after_a_moment() {
    let (desk, person) = Desk::with_record();
    let lock = fs::File::open(desk.folder.join("data").join("lock")).unwrap();
    lock.lock().unwrap();
    let letting_go = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_secs(4));
        drop(lock);
    });
    let said = desk.on("data", &["people"], "");
    letting_go.join().unwrap();
    said.says(&[&person.to_string()]);
    assert!(said.err.contains(&format!("({})", std::process::id())), "{}", said.err);
}
