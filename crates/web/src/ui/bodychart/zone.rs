//! The zones of the face and body by name: where each is drawn, and which area of the rules it belongs to.
//!
//! Left and right are the person's own. Positions are percent of the picture.

use care::words::Area;

/// Which picture a zone is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Face and neck from the front.
    Face,
    /// The body from the front.
    Front,
    /// The body from behind.
    Back,
}

/// How the person is seen: whose left is on which side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// As in the mirror: the person's left is on the left. For rolling at home.
    Mirror,
    /// As somebody facing them, and as on a photograph: the person's left is on the right.
    Facing,
}

/// How a zone is drawn: an outline, whether it is the mirrored half, and the box its mark and label stand in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawing {
    pub d: &'static str,
    /// x, y, width, height in the units of the picture.
    pub label: (f64, f64, f64, f64),
}

macro_rules! zones {
    ($($(#[$doc:meta])* $zone:ident $id:literal $area:ident $figure:ident $side:ident $d:ident;)+) => {
        /// A part of an area that is rolled in one go.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Zone { $($(#[$doc])* #[doc = concat!("`", $id, "`")] $zone),+ }

        impl Zone {
            /// Every zone, in the order they are rolled.
            pub const ALL: &'static [Self] = &[$(Self::$zone),+];
            /// Its name in forms and files.
            pub fn id(self) -> &'static str { match self { $(Self::$zone => $id),+ } }
            /// The area of the rules it belongs to.
            pub fn area(self) -> Area { match self { $(Self::$zone => Area::$area),+ } }
            /// The picture it is on.
            pub fn figure(self) -> Figure { match self { $(Self::$zone => Figure::$figure),+ } }
            /// Which half of the body it is on.
            pub(super) fn side(self) -> Side { match self { $(Self::$zone => Side::$side),+ } }
            pub(super) fn drawing(self) -> Drawing { match self { $(Self::$zone => super::shapes::$d),+ } }
        }
    };
}

/// Which half of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
    Middle,
}

zones! {
    ForeheadLeft "forehead-left" Forehead Face Left FOREHEAD;
    ForeheadRight "forehead-right" Forehead Face Right FOREHEAD;
    AroundEyesLeft "around-eyes-left" Eyelids Face Left EYE;
    AroundEyesRight "around-eyes-right" Eyelids Face Right EYE;
    CheekLeft "cheek-left" Cheeks Face Left CHEEK;
    CheekRight "cheek-right" Cheeks Face Right CHEEK;
    Nose "nose" Nose Face Middle NOSE;
    UpperLip "upper-lip" UpperLip Face Middle LIP;
    Chin "chin" Chin Face Middle CHIN;
    Neck "neck" Neck Face Middle NECK;
    Decollete "decollete" Decollete Front Middle DECOLLETE;
    BreastLeft "breast-left" Breasts Front Left BREAST;
    BreastRight "breast-right" Breasts Front Right BREAST;
    ArmLeft "arm-left" Arms Front Left ARM;
    ArmRight "arm-right" Arms Front Right ARM;
    HandLeft "hand-left" Hands Front Left HAND;
    HandRight "hand-right" Hands Front Right HAND;
    Abdomen "abdomen" Abdomen Front Middle ABDOMEN;
    HipLeft "hip-left" Hips Front Left HIP;
    HipRight "hip-right" Hips Front Right HIP;
    ThighLeft "thigh-left" Thighs Front Left THIGH;
    ThighRight "thigh-right" Thighs Front Right THIGH;
    Scalp "scalp" Scalp Back Middle SCALP;
    BackUpper "back-upper" Back Back Middle UPPER;
    BackLower "back-lower" Back Back Middle LOWER;
    ButtockLeft "buttock-left" Buttocks Back Left BUTTOCK;
    ButtockRight "buttock-right" Buttocks Back Right BUTTOCK;
    ThighBackLeft "thigh-back-left" Thighs Back Left THIGH;
    ThighBackRight "thigh-back-right" Thighs Back Right THIGH;
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
    /// Its middle in percent of the picture, from the left and from the top.
    pub fn place(self, seen: Seen) -> (f64, f64) {
        let (wide, high) = self.figure().size();
        let (x, y, w, h) = self.drawing().label;
        let left = (x + w / 2.0) / wide * 100.0;
        let across = if self.flips(seen) { 100.0 - left } else { left };
        (across, (y + h / 2.0) / high * 100.0)
    }
    /// Whether it is drawn on the other half than its shape: shapes are drawn on the left of the picture.
    pub(super) fn flips(self, seen: Seen) -> bool {
        let facing = match self.figure() {
            // From behind, left stays left for whoever looks, in the mirror as on a photograph.
            Figure::Back => false,
            Figure::Face | Figure::Front => seen == Seen::Facing,
        };
        match self.side() {
            Side::Left => facing,
            Side::Right => !facing,
            Side::Middle => false,
        }
    }
}

impl Figure {
    /// Width and height of the picture in its own units.
    pub(super) fn size(self) -> (f64, f64) {
        match self {
            Self::Face => (300.0, 400.0),
            Self::Front | Self::Back => (220.0, 440.0),
        }
    }
}
