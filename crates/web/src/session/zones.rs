//! The zones of a session on the chart of face and body. How far each is rolled is told in [`chart::session::zones`].

use chart::session::zones::passes;
use store::records::ZoneRolled;

use crate::say::Say;
use crate::ui::{Figure, Zone, ZoneMark, ZoneState};

/// The field of a zone in the record.
pub(super) fn field(zone: Zone) -> String {
    format!("zone-{}", zone.id())
}

/// The name of a zone.
pub(super) fn word(say: &Say, zone: Zone) -> String {
    say.text(&format!("session-zone-{}", zone.id()))
}

/// The figures that zones are on.
pub(super) fn figures(zones: &[Zone]) -> Vec<Figure> {
    let all = [Figure::Face, Figure::Front, Figure::Back];
    all.into_iter().filter(|figure| zones.iter().any(|zone| zone.figure() == *figure)).collect()
}

/// The zones as marks on the chart, `now` being the one to roll; with `link` a tap goes to a zone.
pub(super) fn marks(
    say: &Say,
    zones: &[Zone],
    rolled: &[ZoneRolled],
    now: Option<Zone>,
    link: Option<&str>,
) -> Vec<ZoneMark> {
    let mark = |zone: &Zone| {
        let passes = passes(rolled, *zone).filter(|passes| *passes > 0);
        let state = match passes {
            _ if now == Some(*zone) => ZoneState::Now,
            Some(_) => ZoneState::Done,
            None => ZoneState::Open,
        };
        let name = word(say, *zone);
        let label = match passes {
            Some(n) => say.with("session-zone-rolled", &[("zone", name.into()), ("n", n.into())]),
            None if state == ZoneState::Now => {
                say.with("session-zone-now", &[("zone", name.into())])
            }
            None => say.with("session-zone-open", &[("zone", name.into())]),
        };
        let href = link.map(|path| format!("{path}?zone={}", zone.id()));
        let passes = passes.map(|passes| passes.to_string());
        ZoneMark { zone: *zone, label, state, passes, href, sets: None }
    };
    zones.iter().map(mark).collect()
}
