//! `needlewise demo`: a fictional person in a folder that is thrown away.

use super::{Refusal, place, serve};
use crate::cli::{Cli, Listen, Place};
use crate::settings::read;

/// Runs until told to stop; nothing is kept.
pub(super) fn run(cli: &Cli, how: &Listen) -> Result<(), Refusal> {
    let folder = tempfile::tempdir()
        .map_err(|error| Refusal::new(format!("there is no room for a demonstration: {error}")))?;
    let told = read::told(&Place::at(folder.path()), how)?;
    serve::start(read::record(&told)?.log, async {
        let record = place::open(&read::record(&told)?).await?;
        serve::listen(cli, &read::reached(&told)?, record, true).await
    })
}
