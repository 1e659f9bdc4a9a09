//! The aftercare sheet that goes along with an export: the same as on the page More.

use chart::{Chart, sheet};
use store::{PersonId, Store};
use words::{Language, Saying, Worded};

use super::{Refusal, Talk, clock, folder, reasons};

/// The sheet of a person's last session as PDF; `None` before the first, and while something can't be read that decides.
pub(super) async fn last(
    talk: &Talk<'_>,
    store: &Store,
    id: PersonId,
) -> Result<Option<Vec<u8>>, Refusal> {
    let chart = Chart::load(store, id).await.map_err(|error| reasons::refuse(&error))?;
    let now = clock::instant().to_zoned(chart.zone());
    let last = chart.story.last_done(now.timestamp()).filter(|_| !chart.gaps.decide());
    let Some(last) = last else { return Ok(None) };
    let protocol = protocol(talk, &chart)?;
    let made = sheet::sheet(&protocol, protocol.texts(), &chart, &now, last);
    let drawn = sheet::draw(&made);
    drawn
        .map(Some)
        .map_err(|error| Refusal::new(Saying::new("refused-sheet").with("why", error.to_string())))
}

/// The protocol that decides for this person, in their language: in their variant, if there is one of this name.
fn protocol(talk: &Talk<'_>, chart: &Chart) -> Result<Worded, Refusal> {
    let files = folder::files(talk.cli.protocol.as_deref())?;
    let wanted = talk.cli.variant.as_deref().or(chart.profile().wishes.variant.as_deref());
    let variant = files.variants().into_iter().find(|name| Some(*name) == wanted);
    let language = chart.profile().wishes.language.as_deref().and_then(Language::find);
    let language = language.unwrap_or(talk.language);
    Worded::read(&files, variant, language).map_err(|faults| Refusal::faults(&faults))
}
