//! Aftercare over all sessions: what to do now, what to avoid, and when each product may be used again.
//!
//! A wait is the longest of all sessions; of sessions whose waits are the same the last counts. While something is more
//! urgent than worth watching, only what never has to wait is allowed. The waits of one session are in
//! [`crate::aftercare`].

use jiff::Zoned;

use super::past::Past;
use crate::aftercare::{self, Aftercare, Clearance};
use crate::protocol::Protocol;
use crate::protocol::rows::CardKind;
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
    let last = past.sessions.last()?;
    let counted = counted(protocol, &past.sessions);
    let frozen = triage.is_some_and(|triage| triage.level > Level::Watch);
    let clocks =
        ProductClass::ALL.iter().filter_map(|class| clock(protocol, &counted, *class, now));
    let products = clocks.map(|clock| freeze(clock, frozen)).collect();
    let mut care = aftercare::with(protocol, last, now, products);
    for session in counted.iter().filter(|session| !std::ptr::eq(**session, *last)) {
        for card in aftercare::cards(protocol, session, now, CardKind::Avoid) {
            if !care.avoid.iter().any(|own| std::ptr::eq(*own, card)) {
                care.avoid.push(card);
            }
        }
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
    let ends = sessions.iter().filter_map(|session| {
        let row = aftercare::row(protocol, session, class)?;
        Some((aftercare::wait(row, session.marks_easily()).end(&session.at), row))
    });
    let (end, row) = ends.max_by_key(|(end, _)| *end)?;
    let not_before = end.to_zoned(now.time_zone().clone());
    Some(Clearance { row, allowed: *now >= not_before, not_before })
}

fn freeze(clock: Clearance<'_>, frozen: bool) -> Clearance<'_> {
    let waits = clock.row.not_before.count > 0;
    Clearance { allowed: clock.allowed && !(frozen && waits), ..clock }
}
