//! How the fictional person's skin calms down after each session, check-in by check-in.

use std::collections::BTreeMap;

use care::words::{Sign, Word as _};
use jiff::{SignedDuration, Timestamp};
use store::SessionId;
use store::records::CheckIn;

/// Hours after the session, with redness, swelling, tenderness and flaking.
const CALMING: [(i64, [u8; 4]); 6] = [
    (2, [4, 1, 3, 0]),
    (14, [3, 1, 2, 0]),
    (26, [2, 0, 1, 0]),
    (38, [1, 0, 1, 1]),
    (62, [0, 0, 0, 1]),
    (110, [0, 0, 0, 0]),
];
const SHOWN: [Sign; 4] = [Sign::Redness, Sign::Swelling, Sign::Tenderness, Sign::Flaking];

/// After how many hours she looks.
pub(super) fn hours() -> impl Iterator<Item = i64> {
    CALMING.iter().map(|(hours, _)| *hours)
}

/// What she sees then; `None` at an hour at which she does not look.
pub(super) fn checkin(session: SessionId, began: Timestamp, hours: i64) -> Option<CheckIn> {
    let (_, scores) = CALMING.iter().find(|(known, _)| *known == hours)?;
    let at = began.saturating_add(SignedDuration::from_hours(hours)).ok()?;
    // Every sign is scored, as the form does: of what is left out nothing would be known.
    let mut signs: BTreeMap<Sign, u8> = Sign::ALL.iter().map(|sign| (*sign, 0)).collect();
    signs.extend(SHOWN.into_iter().zip(scores.iter().copied()));
    let (flags, note, corrected) = (Vec::new(), None, None);
    Some(CheckIn { session, at, signs, flags, note, corrected, evening: false })
}
