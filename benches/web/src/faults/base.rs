//! The records that every point begins with a copy of: made once, by the program and the store themselves.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use age::secrecy::ExposeSecret as _;
use store::backup::{self, Plan};
use store::{Actor, By, Database, Error, MasterKey, PhotoId, Place, Store};
use tempfile::TempDir;
use teststore::{Engine, OwnDatabase};

use crate::people::{self, Somebody};

/// A data folder, with a database beside it if it isn't in it.
pub struct Base {
    /// The folder.
    pub folder: PathBuf,
    /// The database of a server.
    pub database: Option<OwnDatabase>,
}

/// What all scenarios begin with.
pub struct Bases {
    _around: TempDir,
    /// Somebody who has lived in it, with two photographs and a backup.
    pub lived: Base,
    /// Nothing at all.
    pub empty: Base,
    /// Somebody else's.
    pub other: Base,
    /// A record of the oldest version.
    pub oldest: Option<Base>,
    /// Whoever is in `lived`, at a browser.
    pub somebody: Somebody,
    /// A backup of `lived`, the key that opens it in a file, and what locks one.
    pub backup: PathBuf,
    /// The file with that key.
    pub identity: PathBuf,
    /// Whom a backup is locked for.
    pub recipient: String,
    /// An export of `lived`.
    pub zip: PathBuf,
}

impl Base {
    /// Where the record is, for the store.
    ///
    /// # Errors
    /// Why there is no key, such as a restore that was cut off.
    pub fn place(&self) -> Result<Place, Error> {
        let (folder, key) = (self.folder.clone(), MasterKey::load_or_make(&self.folder)?);
        let database = self.database.as_ref();
        let database = database.map_or(Database::Sqlite, |own| Database::Postgres(own.url()));
        Ok(Place { folder, database, key })
    }

    async fn new(engine: Engine, folder: PathBuf) -> Self {
        let database = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(OwnDatabase::new().await),
        };
        Self { folder, database }
    }

    /// A copy of it in another folder, and in another database.
    pub async fn copy(&self, folder: PathBuf) -> Self {
        copy_all(&self.folder, &folder);
        let database = match &self.database {
            None => None,
            Some(database) => Some(database.copy().await),
        };
        Self { folder, database }
    }
}

impl Bases {
    /// Makes them.
    pub async fn make(engine: Engine, binary: &Path, fixtures: &Path) -> Self {
        let around = tempfile::tempdir().expect("a folder");
        let at = |name: &str| around.path().join(name);
        let lived = Base::new(engine, at("lived")).await;
        let identity = age::x25519::Identity::generate();
        let (file, recipient) = (at("identity.txt"), identity.to_public().to_string());
        fs::write(&file, identity.to_string().expose_secret()).expect("written");
        let (store, somebody) = live(&lived).await;
        let backup = at("needlewise.age");
        let lock = backup::Lock::recipients([recipient.as_str()]).expect("a lock");
        let plan = Plan {
            file: backup.clone(),
            lock,
            made: people::now(),
            key: lived.place().expect("a key").key,
            with_key: true,
        };
        backup::save(&store, plan).await.expect("a backup");
        store.close().await;
        let zip = at("person.zip");
        run(binary, &lived, &["export", zip.to_str().expect("a name")]);
        let other = Base::new(engine, at("other")).await;
        live(&other).await.0.close().await;
        // The copies below need one that nobody has open.
        let empty = Base::new(engine, at("empty")).await;
        let oldest = oldest(engine, fixtures, at("oldest"));
        Self {
            _around: around,
            lived,
            empty,
            other,
            oldest,
            somebody,
            backup,
            identity: file,
            recipient,
            zip,
        }
    }
}

/// Somebody lives in a record for a while.
async fn live(base: &Base) -> (Store, Somebody) {
    let store = Store::open(&base.place().expect("a key")).await.expect("a record");
    let somebody = people::fill(&store, 1).await.pop().expect("somebody");
    for number in 0..2 {
        let at = people::now();
        let by = By { actor: Actor::Program, at };
        let (large, small) = (picture(400 + number), picture(60));
        let photo = teststore::plain::photo(at, "front");
        let added =
            store.add_photo(by, somebody.person, PhotoId::new(at), &photo, large, small).await;
        added.expect("a photograph");
    }
    (store, somebody)
}

/// A picture as a camera gives it.
pub fn picture(width: u32) -> Vec<u8> {
    let shade = |x: u32, y: u32| image::Rgb([180, (x % 200) as u8, (y % 150) as u8]);
    let picture = image::RgbImage::from_fn(width, 240, shade);
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Jpeg).expect("a picture");
    bytes.into_inner()
}

/// The fixture of the first version. One of a server would have to be read in by its own tools.
fn oldest(engine: Engine, fixtures: &Path, folder: PathBuf) -> Option<Base> {
    if engine == Engine::Postgres {
        return None;
    }
    copy_all(&fixtures.join("0.1/sqlite"), &folder);
    for name in ["needlewise.age", "needlewise.zip", "needlewise.json"] {
        fs::remove_file(folder.join(name)).expect("a fixture");
    }
    Some(Base { folder, database: None })
}

fn run(binary: &Path, base: &Base, arguments: &[&str]) {
    let mut command = Command::new(binary);
    command.args(arguments).arg("--data").arg(&base.folder);
    if let Some(database) = &base.database {
        command.env("NEEDLEWISE_DATABASE", database.url());
    }
    let done = command.output().expect("the program runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// Copies a folder, if it is there.
pub fn copy_all(from: &Path, to: &Path) {
    let Ok(files) = fs::read_dir(from) else { return };
    fs::create_dir_all(to).expect("a folder");
    for file in files {
        let file = file.expect("readable");
        let (from, to) = (file.path(), to.join(file.file_name()));
        if from.is_dir() {
            copy_all(&from, &to);
        } else {
            fs::copy(&from, &to).expect("copied");
        }
    }
}
