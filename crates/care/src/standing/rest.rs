//! How long skin rests after what was done to it: by the needles that were used, whoever holds which roller now.
//!
//! The rest of a length is a `rhythm` row of the protocol, by the setting in which the session was; after more punctures
//! than the `dose` row allows it is at least the rest named there. Of sessions of one row the last rests longest, so only
//! those are compared.

use jiff::Zoned;
use jiff::civil::Time;

use crate::protocol::Protocol;
use crate::protocol::rows::{Dose, Rhythm};
use crate::session::Session;

/// A session that rests.
#[derive(Clone, Debug)]
pub(super) struct Rested<'a, 'p> {
    pub session: &'a Session,
    pub row: &'p Rhythm,
    /// From then on the rest is over.
    pub over: Zoned,
}

/// The session whose rest is over last, of sessions in order of time; `usual` is when sessions usually begin.
pub(super) fn longest<'a, 'p>(
    protocol: &'p Protocol,
    sessions: &[&'a Session],
    usual: Option<Time>,
) -> Option<Rested<'a, 'p>> {
    let rows = &protocol.rows().rhythm;
    let mut last: Vec<Option<&Session>> = vec![None; rows.len()];
    for session in sessions {
        let own = |row: &Rhythm| row.setting == session.setting && session.length <= row.up_to_mm;
        let place = rows.iter().position(own).and_then(|place| last.get_mut(place));
        if let Some(place) = place {
            *place = Some(session);
        }
    }
    let rested = rows.iter().zip(last).filter_map(|(row, last)| {
        let session = last?;
        Some(Rested { session, row, over: row.rest.opens(&session.at, usual) })
    });
    rested.max_by(|one, other| one.over.cmp(&other.over))
}

/// The last session with more punctures on the same skin in one day than are allowed, if its rest is not over by then.
pub(super) fn too_dense<'p>(
    protocol: &'p Protocol,
    sessions: &[&Session],
    now: &Zoned,
) -> Option<(&'p Dose, Zoned)> {
    let dose = protocol.dose();
    let over = |session: &Session| dose.over_cap_rest.after(&session.at);
    let resting = sessions.partition_point(|session| over(session) <= *now);
    let resting = sessions.get(resting..)?;
    let is_dense = |session: &&&Session| {
        let day = sessions.partition_point(|other| other.at.date() < session.at.date());
        let that_day = sessions.iter().skip(day).filter(|other| is_same_skin(session, other));
        let all: f64 = that_day.filter_map(|other| density(protocol, other)).sum();
        all > dose.density_cap_per_cm2
    };
    resting.iter().rev().find(is_dense).map(|session| (dose, over(session)))
}

/// Whether two sessions met the same skin on the same day.
fn is_same_skin(one: &Session, other: &Session) -> bool {
    one.at.date() == other.at.date() && one.areas.iter().any(|area| other.areas.contains(area))
}

/// Punctures per cm² of a session: the needles of a drum over its surface, times the passes. `None` where needles or passes
/// were not recorded, or for a device without a drum: what is not known is not reckoned.
pub fn density(protocol: &Protocol, session: &Session) -> Option<f64> {
    let device = session.device?;
    let per_pass = protocol.device(device.kind)?.per_pass(device.needles?)?;
    Some(f64::from(session.passes?) * per_pass)
}
