//! The zones of face and body by name, and which area of the rules each belongs to: what is rolled in one go.
//!
//! Left and right are the person's own. How a zone is drawn is not told here.

use crate::words::Area;

/// From where a zone is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Face and neck from the front.
    Face,
    /// The body from the front.
    Front,
    /// The body from behind.
    Back,
}

/// Which half of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The person's left.
    Left,
    /// The person's right.
    Right,
    /// Both.
    Middle,
}

/// What is meant by the whole face: without the eyes, where other limits hold.
pub const WHOLE_FACE: [Area; 5] =
    [Area::Forehead, Area::Cheeks, Area::Nose, Area::UpperLip, Area::Chin];

macro_rules! zones {
    ($($zone:ident $id:literal $area:ident $figure:ident $side:ident;)+) => {
        /// A part of an area that is rolled in one go.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Zone { $(#[doc = concat!("`", $id, "`")] $zone),+ }

        impl Zone {
            /// Every zone, in the order they are rolled.
            pub const ALL: &'static [Self] = &[$(Self::$zone),+];
            /// Its name in forms and files.
            pub fn id(self) -> &'static str { match self { $(Self::$zone => $id),+ } }
            /// The area of the rules it belongs to.
            pub fn area(self) -> Area { match self { $(Self::$zone => Area::$area),+ } }
            /// From where it is seen.
            pub fn figure(self) -> Figure { match self { $(Self::$zone => Figure::$figure),+ } }
            /// Which half of the body it is on.
            pub fn side(self) -> Side { match self { $(Self::$zone => Side::$side),+ } }
        }
    };
}

zones! {
    ForeheadLeft "forehead-left" Forehead Face Left;
    ForeheadRight "forehead-right" Forehead Face Right;
    AroundEyesLeft "around-eyes-left" AroundEyes Face Left;
    AroundEyesRight "around-eyes-right" AroundEyes Face Right;
    CheekLeft "cheek-left" Cheeks Face Left;
    CheekRight "cheek-right" Cheeks Face Right;
    Nose "nose" Nose Face Middle;
    UpperLip "upper-lip" UpperLip Face Middle;
    Chin "chin" Chin Face Middle;
    Neck "neck" Neck Face Middle;
    Decollete "decollete" Decollete Front Middle;
    BreastLeft "breast-left" Breasts Front Left;
    BreastRight "breast-right" Breasts Front Right;
    ArmLeft "arm-left" Arms Front Left;
    ArmRight "arm-right" Arms Front Right;
    HandLeft "hand-left" Hands Front Left;
    HandRight "hand-right" Hands Front Right;
    Abdomen "abdomen" Abdomen Front Middle;
    HipLeft "hip-left" Hips Front Left;
    HipRight "hip-right" Hips Front Right;
    ThighLeft "thigh-left" Thighs Front Left;
    ThighRight "thigh-right" Thighs Front Right;
    Scalp "scalp" Scalp Back Middle;
    BackUpper "back-upper" Back Back Middle;
    BackLower "back-lower" Back Back Middle;
    ButtockLeft "buttock-left" Buttocks Back Left;
    ButtockRight "buttock-right" Buttocks Back Right;
    ThighBackLeft "thigh-back-left" Thighs Back Left;
    ThighBackRight "thigh-back-right" Thighs Back Right;
}

impl Zone {
    /// The zone of a name.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|zone| zone.id() == id)
    }
    /// The zones of an area.
    pub fn of(area: Area) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |zone| zone.area() == area)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Word as _;

    #[test]
    fn the_whole_face_is_all_that_is_seen_from_the_front_but_eyes_and_neck() {
        let face = Zone::ALL.iter().filter(|zone| zone.figure() == Figure::Face);
        let face: std::collections::BTreeSet<Area> = face.map(|zone| zone.area()).collect();
        let apart = [Area::AroundEyes, Area::Neck];
        assert_eq!(face, WHOLE_FACE.into_iter().chain(apart).collect());
    }

    #[test]
    fn every_zone_is_found_by_its_name_and_every_area_has_one() {
        for zone in Zone::ALL {
            assert_eq!(Zone::find(zone.id()), Some(*zone));
        }
        // Lids are never rolled.
        for area in Area::ALL.iter().filter(|area| **area != Area::Eyelids) {
            assert!(Zone::of(*area).next().is_some(), "{area} can be rolled");
        }
    }
}
