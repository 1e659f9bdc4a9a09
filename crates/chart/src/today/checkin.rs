//! Keeping how the skin is now, and taking it back while it is fresh.

use std::collections::BTreeMap;

use care::words::{Flag, Sign};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use store::records::CheckIn;
use store::{By, CheckInId, Entry, Error, Note, PersonId, Store};

use crate::Chart;
use crate::keep::{Again, keep_once};

/// How long after it a check-in can be taken back or mended: what was seen stays seen.
const FRESH_FOR: SignedDuration = SignedDuration::from_mins(30);

/// How the skin is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Scores from 0 to 10; of a sign left out nothing is known.
    pub signs: BTreeMap<Sign, u8>,
    /// Warning signs.
    pub flags: Vec<Flag>,
    /// In their own words.
    pub note: Option<Note>,
}

/// Why a check-in is not kept, or not taken back.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// There is no session that it could follow.
    #[error("there is no session yet")]
    NoSession,
    /// It was made too long ago.
    #[error("the check-in was made too long ago")]
    Late,
    /// A correction says why.
    #[error("a correction needs its reason")]
    NoReason,
    /// The record refuses.
    #[error(transparent)]
    Record(#[from] Error),
}

/// Keeps a check-in after the last session, under the id of its form. The same form sent again with something mended mends
/// it while it is fresh, and is another check-in later.
///
/// # Errors
/// Why it is not kept.
pub async fn keep_checkin(
    store: &Store,
    by: By,
    chart: &Chart,
    (id, seen): (CheckInId, Seen),
) -> Result<Entry<CheckIn>, Refused> {
    let last = chart.story.last_done(by.at).ok_or(Refused::NoSession)?;
    let (session, evening) = (last.id, evening_of(chart, by.at).is_some());
    let kept = store.find::<CheckIn>(chart.person.id, id).await?;
    let corrected = kept.and_then(|kept| kept.record.corrected);
    let Seen { signs, flags, note } = seen;
    let said = CheckIn { session, at: by.at, signs, flags, note, corrected, evening };
    Ok(keep_once(store, by, (chart.person.id, id), said, again).await?)
}

/// Corrects a check-in, however old: what was seen stays where it was in time, and what was said before in the journal.
///
/// # Errors
/// Why it stays as it is.
pub async fn correct(
    store: &Store,
    by: By,
    (person, id): (PersonId, CheckInId),
    seen: Seen,
    reason: Note,
) -> Result<Entry<CheckIn>, Refused> {
    let before = store.find::<CheckIn>(person, id).await?.ok_or(Error::NotFound)?;
    if reason.trim().is_empty() {
        return Err(Refused::NoReason);
    }
    let said = corrected(&before.record, seen, &reason);
    // The same form sent again changes nothing.
    if said == before.record {
        return Ok(before);
    }
    Ok(store.change(by, &before, said).await?)
}

/// A check-in as it would be, corrected.
pub fn corrected(before: &CheckIn, seen: Seen, reason: &Note) -> CheckIn {
    let Seen { signs, flags, note } = seen;
    CheckIn { signs, flags, note, corrected: Some(reason.clone()), ..before.clone() }
}

/// The day to whose evening a check-in of this moment is counted, if the person wishes that and it is after midnight. A
/// session of that same night is not before its check-in then, so its day stays.
pub fn evening_of(chart: &Chart, at: Timestamp) -> Option<Date> {
    let ends = chart.profile().wishes.day_ends?;
    let there = at.to_zoned(chart.zone());
    let session = chart.story.last_done(at)?.done.at.to_zoned(chart.zone());
    let late = there.hour() < ends && session.date() < there.date();
    late.then(|| there.date().yesterday().ok()).flatten()
}

fn again(kept: &CheckIn, said: &CheckIn) -> Again {
    match is_fresh(kept, said.at) {
        _ if (CheckIn { at: kept.at, evening: kept.evening, ..said.clone() }) == *kept => {
            Again::Same
        }
        true => Again::Mends,
        false => Again::Another,
    }
}

/// Whether a check-in can still be taken back.
pub fn is_fresh(checkin: &CheckIn, now: Timestamp) -> bool {
    now.duration_since(checkin.at) <= FRESH_FOR
}

/// Takes a check-in back.
///
/// # Errors
/// Why it stays.
pub async fn take_back(
    store: &Store,
    by: By,
    person: PersonId,
    id: CheckInId,
) -> Result<(), Refused> {
    let entry = store.find::<CheckIn>(person, id).await?.ok_or(Error::NotFound)?;
    if !is_fresh(&entry.record, by.at) {
        return Err(Refused::Late);
    }
    Ok(store.remove(by, &entry).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checkin(at: &str, note: Option<&str>) -> CheckIn {
        let id = store::Id::new(Timestamp::UNIX_EPOCH);
        let note = note.map(|note| note.parse().unwrap());
        let at = at.parse().unwrap();
        CheckIn {
            session: id,
            at,
            signs: BTreeMap::new(),
            flags: Vec::new(),
            note,
            corrected: None,
            evening: false,
        }
    }

    #[test]
    fn a_form_sent_again_mends_what_is_fresh_and_is_another_later() {
        let kept = checkin("2026-12-05T09:00:00Z", None);
        let sent = |at: &str, note| {
            let said = CheckIn { session: kept.session, ..checkin(at, note) };
            again(&kept, &said)
        };
        assert_eq!(sent("2026-12-05T12:00:00Z", None), Again::Same);
        assert_eq!(sent("2026-12-05T09:30:00Z", Some("calmer")), Again::Mends);
        assert_eq!(sent("2026-12-05T09:30:01Z", Some("calmer")), Again::Another);
    }
}
