//! `needlewise demo`: a fictional person in a folder that is thrown away.

use store::{Database, MasterKey, Store};

use super::{Refusal, place, serve};
use crate::cli::{Cli, Listen};

/// Runs until told to stop; nothing is kept.
pub(super) fn run(cli: &Cli, how: &Listen) -> Result<(), Refusal> {
    let folder = tempfile::tempdir()
        .map_err(|error| Refusal::new(format!("there is no room for a demonstration: {error}")))?;
    serve::start(async {
        let key = MasterKey::load_or_make(folder.path()).map_err(|error| place::refuse(&error))?;
        let place =
            store::Place { folder: folder.path().to_owned(), database: Database::Sqlite, key };
        let store = Store::open(&place).await.map_err(|error| place::refuse(&error))?;
        serve::listen(cli, how, store, true).await
    })
}
