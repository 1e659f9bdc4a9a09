//! `needlewise demo`: a fictional person in a folder that is thrown away.

use words::Saying;

use super::{Refusal, Talk, place, reasons, serve};
use crate::cli::{Listen, Place};
use crate::settings::read;

/// Runs until told to stop; nothing is kept.
pub(super) fn run(talk: &Talk<'_>, how: &Listen) -> Result<(), Refusal> {
    let folder = tempfile::tempdir()
        .map_err(|error| Saying::new("refused-no-room").with("why", reasons::system(&error)));
    let folder = folder.map_err(Refusal::new)?;
    let told = read::told(&talk.cli.speech, &Place::at(folder.path()), how)?;
    serve::start(read::record(&told)?.log, async {
        let record = place::open(&read::record(&told)?).await?;
        serve::listen(talk, &read::reached(&told)?, record, true).await
    })
}
