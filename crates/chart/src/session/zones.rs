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

/// The passes that most zones had.
pub fn usual_passes(rolled: &[ZoneRolled]) -> Option<u16> {
    let done = || rolled.iter().map(|one| one.passes).filter(|passes| *passes > 0);
    let often = |passes: u16| done().filter(|other| *other == passes).count();
    done().max_by_key(|passes| (often(*passes), *passes))
}

/// The passes of the zone that was rolled most.
pub fn most_passes(rolled: &[ZoneRolled]) -> Option<u16> {
    rolled.iter().map(|one| one.passes).filter(|passes| *passes > 0).max()
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
    fn the_usual_passes_are_those_of_most_zones_and_the_more_of_as_many() {
        let zones = |passes: &[u16]| {
            let mut rolled = Vec::new();
            Zone::ALL.iter().zip(passes).for_each(|(zone, n)| note(&mut rolled, *zone, *n));
            usual_passes(&rolled)
        };
        assert_eq!(zones(&[4, 4, 6]), Some(4));
        assert_eq!(zones(&[4, 6]), Some(6));
        assert_eq!(zones(&[0, 0, 2]), Some(2));
        assert_eq!(zones(&[0]), None);
    }
}
