//! What a record is read from: an export, a backup with its lock and without, the sealed pixels of a photograph.
//!
//! Each is read into a record of its own in a folder that goes with the run.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use age::x25519::Identity;
use age::{Decryptor, Encryptor};
use store::backup::{Contents, Lock, Unlock, verify, write};
use store::port::{export, import};
use store::{Entry, Photo, Size, Store};
use teststore::full::{by, keep_one_of_each, new_id, photo, somebody};
use teststore::{Engine, Room};
use tokio::runtime::{Builder, Runtime};

use crate::Reads;

/// A record with one of each kind in it.
struct Record {
    runtime: Runtime,
    room: Room,
    store: Store,
    photo: Entry<Photo>,
}

impl Record {
    fn new() -> Self {
        let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let (room, store, photo) = runtime.block_on(async {
            let room = Room::new(Engine::Sqlite).await;
            let store = room.open().await;
            let person = somebody(&store).await.id;
            let session = new_id();
            store.add(by(1), person, session, &teststore::full::missed("ill")).await.unwrap();
            keep_one_of_each(&store, by(2), (person, session), "word").await;
            let pixels = || b"\xff\xd8\xff\xe0 pixels of a photograph".repeat(9);
            let photo = photo(Some(session));
            let photo = store.add_photo(by(3), person, new_id(), &photo, pixels(), pixels());
            let photo = photo.await.unwrap();
            (room, store, photo)
        });
        Self { runtime, room, store, photo }
    }

    fn zip(&self) -> Vec<u8> {
        self.runtime.block_on(export(&self.store, self.photo.person, vec![])).unwrap()
    }
}

/// A zip, as it is read into a record.
pub struct Export(Record);

impl Export {
    pub fn new() -> Self {
        let record = Record::new();
        record.runtime.block_on(record.store.erase_person(by(9), record.photo.person)).unwrap();
        Self(record)
    }
}

impl Reads for Export {
    fn seeds(&mut self) -> Vec<Vec<u8>> {
        vec![Record::new().zip()]
    }

    fn takes(&mut self, input: &[u8]) {
        let Record { runtime, store, .. } = &self.0;
        match runtime.block_on(import(store, by(10), input)) {
            // So that the next of the same person comes in as well.
            Ok(person) => drop(runtime.block_on(store.erase_person(by(11), person)).unwrap()),
            Err(refusal) => assert!(!refusal.to_string().is_empty(), "refused without a reason"),
        }
    }
}

/// What of a backup is changed.
#[derive(Clone, Copy)]
pub enum Around {
    /// What lies under the lock, which fits.
    Lock,
    /// The file itself.
    Nothing,
}

/// A backup, as it is put back into a folder of its own.
pub struct Backup {
    record: Record,
    identity: Identity,
    around: Around,
}

impl Backup {
    pub fn new(around: Around) -> Self {
        // Nobody's: only what is made here is locked with it.
        let identity = "AGE-SECRET-KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33"
            .parse()
            .unwrap();
        Self { record: Record::new(), identity, around }
    }

    fn made(&self) -> Vec<u8> {
        let recipient = self.identity.to_public().to_string();
        let lock = Lock::recipients([recipient.as_str()]).unwrap();
        let key = self.record.room.place().key.clone();
        let what = Contents { made: by(12).at, key: Some(key) };
        let written = write(&self.record.store, Vec::new(), lock, what);
        self.record.runtime.block_on(written).unwrap().0
    }
}

impl Reads for Backup {
    fn seeds(&mut self) -> Vec<Vec<u8>> {
        let made = self.made();
        vec![match self.around {
            Around::Nothing => made,
            Around::Lock => opened(&self.identity, &made),
        }]
    }

    fn takes(&mut self, input: &[u8]) {
        let file = match self.around {
            Around::Nothing => input.to_vec(),
            Around::Lock => locked(&self.identity, input),
        };
        let unlock = Unlock::Identities(vec![self.identity.clone()]);
        let read = self.record.runtime.block_on(verify(Cursor::new(file), unlock, None));
        if let Err(fault) = read {
            assert!(!fault.to_string().is_empty(), "refused without a reason");
        }
    }
}

fn opened(identity: &Identity, file: &[u8]) -> Vec<u8> {
    let opened = Decryptor::new_buffered(file).unwrap();
    let identity: &dyn age::Identity = identity;
    let mut inside = Vec::new();
    opened.decrypt(std::iter::once(identity)).unwrap().read_to_end(&mut inside).unwrap();
    inside
}

fn locked(identity: &Identity, inside: &[u8]) -> Vec<u8> {
    let recipient = identity.to_public();
    let recipients: [&dyn age::Recipient; 1] = [&recipient];
    let encryptor = Encryptor::with_recipients(recipients.into_iter()).unwrap();
    let mut file = Vec::new();
    let mut out = encryptor.wrap_output(&mut file).unwrap();
    out.write_all(inside).unwrap();
    out.finish().unwrap();
    file
}

/// The pixels of a photograph as they lie in the folder: only what was sealed is ever given.
pub struct Object {
    record: Record,
    file: PathBuf,
    whole: Vec<u8>,
}

impl Object {
    pub fn new() -> Self {
        let record = Record::new();
        let file = full(&record.room.folder().join("photos")).unwrap();
        let whole = fs::read(&file).unwrap();
        Self { record, file, whole }
    }
}

/// The only picture in full size.
fn full(folder: &Path) -> Option<PathBuf> {
    let mut entries = fs::read_dir(folder).ok()?.map(|entry| entry.unwrap().path());
    entries.find_map(|entry| {
        let is_full = entry.extension().is_some_and(|ending| ending == "full");
        if is_full { Some(entry) } else { full(&entry) }
    })
}

impl Reads for Object {
    fn seeds(&mut self) -> Vec<Vec<u8>> {
        vec![self.whole.clone()]
    }

    fn takes(&mut self, input: &[u8]) {
        fs::write(&self.file, input).unwrap();
        let read = self.record.store.picture(&self.record.photo, Size::Full);
        let read = self.record.runtime.block_on(read);
        // The seed is of another run, under another key: of this one only the whole opens.
        assert_eq!(read.is_ok(), input == self.whole, "pixels that were not sealed were given");
    }
}
