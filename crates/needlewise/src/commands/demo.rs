//! `needlewise demo`: a fictional person in a folder that is thrown away.

use super::{Refusal, place, serve};
use crate::cli::{Cli, Listen, Place};

/// Runs until told to stop; nothing is kept.
pub(super) fn run(cli: &Cli, how: &Listen) -> Result<(), Refusal> {
    let folder = tempfile::tempdir()
        .map_err(|error| Refusal::new(format!("there is no room for a demonstration: {error}")))?;
    serve::start(async {
        let place = Place { data: Some(folder.path().to_owned()), database: None };
        serve::listen(cli, how, place::open(&place).await?, true).await
    })
}
