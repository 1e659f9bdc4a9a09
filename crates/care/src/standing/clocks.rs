//! Aftercare over all sessions: what to do now, what to avoid, and when each product may be used again.
//!
//! A wait is the longest of all sessions; of sessions whose waits are the same the last counts. While something is more
//! urgent than worth watching, only what never has to wait is allowed. The waits of one session are in
//! [`crate::aftercare`].

use jiff::Zoned;

use super::past::Past;
use crate::aftercare::{self, Aftercare, Clearance};
use crate::protocol::Protocol;
use crate::session::Session;
use crate::triage::Triage;
use crate::words::{LengthClass, Level, ProductClass, Word};

/// What holds now; `None` before the first session.
pub(super) fn aftercare<'p>(
    protocol: &'p Protocol,
    past: &Past<'_>,
    now: &Zoned,
    triage: Option<&Triage<'p>>,
) -> Option<Aftercare<'p>> {
    let counted = counted(protocol, &past.sessions);
    let last = past.sessions.last()?;
    let mut care = aftercare::at(protocol, last, now).ok()?;
    let frozen = triage.is_some_and(|triage| triage.level > Level::Watch);
    let clocks =
        ProductClass::ALL.iter().filter_map(|class| clock(protocol, &counted, *class, now));
    care.products = clocks.map(|clock| freeze(clock, frozen)).collect();
    for session in counted.iter().filter(|session| !std::ptr::eq(**session, *last)) {
        let Ok(other) = aftercare::at(protocol, session, now) else { continue };
        let new =
            |card: &&crate::protocol::rows::Card| !care.avoid.iter().any(|own| own.id == card.id);
        let more: Vec<_> = other.avoid.into_iter().filter(new).collect();
        care.avoid.extend(more);
    }
    Some(care)
}

/// The last session of each kind that waits differently.
fn counted<'a>(protocol: &Protocol, sessions: &[&'a Session]) -> Vec<&'a Session> {
    let kinds = LengthClass::ALL.len() * 2;
    let mut last: Vec<Option<&Session>> = vec![None; kinds];
    for session in sessions {
        let kind = protocol.length_class(session.length) as usize * 2
            + usize::from(session.marks_easily());
        if let Some(place) = last.get_mut(kind) {
            *place = Some(session);
        }
    }
    last.into_iter().flatten().collect()
}

fn clock<'p>(
    protocol: &'p Protocol,
    sessions: &[&Session],
    class: ProductClass,
    now: &Zoned,
) -> Option<Clearance<'p>> {
    let clocks =
        sessions.iter().filter_map(|session| aftercare::clearance(protocol, session, class, now));
    let longest = clocks.max_by(|one, other| one.not_before.cmp(&other.not_before))?;
    let not_before = longest.not_before.with_time_zone(now.time_zone().clone());
    Some(Clearance { not_before, ..longest })
}

fn freeze(clock: Clearance<'_>, frozen: bool) -> Clearance<'_> {
    let waits = clock.row.not_before.count > 0;
    Clearance { allowed: clock.allowed && !(frozen && waits), ..clock }
}
