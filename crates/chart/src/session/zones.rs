//! The zones of a person's areas, and how far each is rolled.

use care::words::Area;
use care::zone::Zone;
use store::records::ZoneRolled;

/// The zones of areas, in the order they are rolled.
pub fn of(areas: &[Area]) -> Vec<Zone> {
    Zone::ALL.iter().copied().filter(|zone| areas.contains(&zone.area())).collect()
}

/// How a zone was rolled, if it was; a zone with no passes was left out.
pub fn passes(rolled: &[ZoneRolled], zone: Zone) -> Option<u16> {
    rolled.iter().find(|one| one.zone == zone.id()).map(|one| one.passes)
}

/// The first zone that was neither rolled nor left out.
pub fn following(all: &[Zone], rolled: &[ZoneRolled]) -> Option<Zone> {
    all.iter().copied().find(|zone| passes(rolled, *zone).is_none())
}

/// Notes how a zone was rolled; what was noted of it before is mended.
pub fn note(rolled: &mut Vec<ZoneRolled>, zone: Zone, passes: u16) {
    match rolled.iter_mut().find(|one| one.zone == zone.id()) {
        Some(one) => one.passes = passes,
        None => rolled.push(ZoneRolled { zone: zone.id().to_owned(), passes }),
    }
}

/// Every zone of areas with its passes, and those that were rolled beside them; none if it was not noted by zones.
pub fn each(areas: &[Area], rolled: &[ZoneRolled]) -> Vec<(Zone, u16)> {
    if rolled.is_empty() {
        return Vec::new();
    }
    // Of an area that was noted as a whole nothing is known by zones.
    let noted = |zone: &Zone| {
        let of_area =
            |one: &ZoneRolled| Zone::find(&one.zone).is_some_and(|own| own.area() == zone.area());
        passes(rolled, *zone).is_some()
            || (areas.contains(&zone.area()) && rolled.iter().any(of_area))
    };
    let all = Zone::ALL.iter().copied().filter(noted);
    all.map(|zone| (zone, passes(rolled, zone).unwrap_or_default())).collect()
}

/// The areas of the zones that were rolled.
pub fn areas(rolled: &[ZoneRolled]) -> Vec<Area> {
    let zones = rolled.iter().filter(|one| one.passes > 0).filter_map(|one| Zone::find(&one.zone));
    let mut areas = Vec::new();
    for area in zones.map(Zone::area) {
        if !areas.contains(&area) {
            areas.push(area);
        }
    }
    areas
}

/// The passes of the zone that was rolled most.
pub fn most_passes(rolled: &[ZoneRolled]) -> Option<u16> {
    range(rolled).map(|(_, most)| most)
}

/// The fewest and the most passes of the zones that were rolled.
pub fn range(rolled: &[ZoneRolled]) -> Option<(u16, u16)> {
    let passes = || rolled.iter().map(|one| one.passes).filter(|passes| *passes > 0);
    passes().min().zip(passes().max())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_noted_once_and_the_next_is_neither_rolled_nor_left_out() {
        let all = of(&[Area::Cheeks, Area::Forehead]);
        let mut rolled = Vec::new();
        assert_eq!(following(&all, &rolled), Some(Zone::ForeheadLeft));
        note(&mut rolled, Zone::ForeheadLeft, 4);
        note(&mut rolled, Zone::ForeheadRight, 0);
        note(&mut rolled, Zone::ForeheadLeft, 6);
        assert_eq!(rolled.len(), 2);
        assert_eq!(passes(&rolled, Zone::ForeheadLeft), Some(6));
        assert_eq!(following(&all, &rolled), Some(Zone::CheekLeft));
        assert_eq!(areas(&rolled), [Area::Forehead]);
    }

    #[test]
    fn zones_that_were_left_out_count_for_nothing() {
        let zones = |passes: &[u16]| {
            let mut rolled = Vec::new();
            Zone::ALL.iter().zip(passes).for_each(|(zone, n)| note(&mut rolled, *zone, *n));
            range(&rolled)
        };
        assert_eq!(zones(&[8, 4, 4, 0]), Some((4, 8)));
        assert_eq!(zones(&[0, 0, 2]), Some((2, 2)));
        assert_eq!(zones(&[0]), None);
    }
}
