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
    use care::words::Word as _;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::{select, subsequence};

    use super::*;
    use crate::testing::cases;

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

    #[test]
    fn no_area_has_no_zone_and_lids_are_never_rolled() {
        assert!(of(&[]).is_empty() && of(&[Area::Eyelids]).is_empty());
        assert_eq!(following(&[], &[]), None);
        assert_eq!((areas(&[]), range(&[])), (Vec::new(), None));
    }

    #[test]
    fn of_an_area_that_was_noted_as_a_whole_nothing_is_known_by_zones() {
        let mut rolled = Vec::new();
        assert!(each(&[Area::Cheeks], &rolled).is_empty());
        note(&mut rolled, Zone::CheekLeft, 4);
        let both = [(Zone::CheekLeft, 4), (Zone::CheekRight, 0)];
        assert_eq!(each(&[Area::Cheeks, Area::Forehead], &rolled), both);
    }

    #[test]
    fn a_zone_rolled_beside_the_areas_is_told_without_its_neighbours() {
        let mut rolled = Vec::new();
        note(&mut rolled, Zone::ForeheadRight, 2);
        assert_eq!(each(&[Area::Cheeks], &rolled), [(Zone::ForeheadRight, 2)]);
    }

    #[test]
    fn a_zone_that_nobody_knows_any_more_has_no_area_but_keeps_its_passes() {
        let rolled = [ZoneRolled { zone: "left-ear".into(), passes: 3 }];
        assert_eq!((areas(&rolled), most_passes(&rolled)), (Vec::new(), Some(3)));
    }

    fn notes() -> impl Strategy<Value = Vec<(Zone, u16)>> {
        vec((select(Zone::ALL.to_vec()), 0..12_u16), 0..40)
    }

    proptest! {
        #![proptest_config(cases(128))]

        #[test]
        fn of_each_zone_the_last_note_counts(notes in notes()) {
            let mut rolled = Vec::new();
            for (zone, n) in &notes {
                note(&mut rolled, *zone, *n);
            }
            for zone in Zone::ALL {
                let last = notes.iter().rev().find(|(own, _)| own == zone).map(|(_, n)| *n);
                prop_assert_eq!(passes(&rolled, *zone), last);
            }
        }

        #[test]
        fn every_zone_comes_next_once_until_none_is_left(
            wanted in subsequence(Area::ALL.to_vec(), 0..Area::ALL.len()), n in 0..9_u16,
        ) {
            let (all, mut rolled, mut order) = (of(&wanted), Vec::new(), Vec::new());
            while let Some(zone) = following(&all, &rolled) {
                note(&mut rolled, zone, n);
                order.push(zone);
            }
            prop_assert_eq!(&order, &all);
            prop_assert_eq!(each(&wanted, &rolled).len(), all.len());
        }

        #[test]
        fn no_zone_was_rolled_less_than_the_fewest_or_more_than_the_most(notes in notes()) {
            let mut rolled = Vec::new();
            for (zone, n) in &notes {
                note(&mut rolled, *zone, *n);
            }
            let within = |one: &ZoneRolled| match range(&rolled) {
                Some((fewest, most)) => one.passes == 0 || (fewest..=most).contains(&one.passes),
                None => one.passes == 0,
            };
            prop_assert!(rolled.iter().all(within), "{:?}", rolled);
        }
    }
}
