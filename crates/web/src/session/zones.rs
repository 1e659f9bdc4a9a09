//! The zones of a person's areas, and how far each is rolled.

use care::words::Area;
use store::records::ZoneRolled;

use crate::say::Say;
use crate::ui::{Figure, Zone, ZoneMark, ZoneState};

/// The zones of areas, in the order they are rolled.
pub(super) fn of(areas: &[Area]) -> Vec<Zone> {
    Zone::ALL.iter().copied().filter(|zone| areas.contains(&zone.area())).collect()
}

/// How a zone was rolled, if it was; a zone with no passes was left out.
pub(super) fn passes(rolled: &[ZoneRolled], zone: Zone) -> Option<u16> {
    rolled.iter().find(|one| one.zone == zone.id()).map(|one| one.passes)
}

/// The areas of the zones that were rolled.
pub(super) fn areas(rolled: &[ZoneRolled]) -> Vec<Area> {
    let zones = rolled.iter().filter(|one| one.passes > 0).filter_map(|one| Zone::find(&one.zone));
    let found: Vec<Area> = zones.map(Zone::area).collect();
    let mut areas = Vec::new();
    found.into_iter().for_each(|area| {
        if !areas.contains(&area) {
            areas.push(area);
        }
    });
    areas
}

/// The passes that most zones had.
pub(crate) fn usual_passes(rolled: &[ZoneRolled]) -> Option<u16> {
    let done = || rolled.iter().map(|one| one.passes).filter(|passes| *passes > 0);
    let often = |passes: u16| done().filter(|other| *other == passes).count();
    done().max_by_key(|passes| (often(*passes), *passes))
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
        ZoneMark { zone: *zone, label, state, passes, href, tick: None }
    };
    zones.iter().map(mark).collect()
}
