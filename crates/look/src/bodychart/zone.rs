//! The zones of the face and body: where each is drawn. Which there are is told in [`care::zone`].
//!
//! Left and right are the person's own. Positions are in the units of the picture.

use care::zone::{Figure, Side, Zone};

use super::shapes;

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

/// How a zone is drawn.
pub(super) fn drawing(zone: Zone) -> Drawing {
    match zone {
        Zone::ForeheadLeft => shapes::FOREHEAD,
        Zone::ForeheadRight => shapes::FOREHEAD,
        Zone::AroundEyesLeft => shapes::EYE,
        Zone::AroundEyesRight => shapes::EYE,
        Zone::CheekLeft => shapes::CHEEK,
        Zone::CheekRight => shapes::CHEEK,
        Zone::Nose => shapes::NOSE,
        Zone::UpperLip => shapes::LIP,
        Zone::Chin => shapes::CHIN,
        Zone::Neck => shapes::NECK,
        Zone::Decollete => shapes::DECOLLETE,
        Zone::BreastLeft => shapes::BREAST,
        Zone::BreastRight => shapes::BREAST,
        Zone::ArmLeft => shapes::ARM,
        Zone::ArmRight => shapes::ARM,
        Zone::HandLeft => shapes::HAND,
        Zone::HandRight => shapes::HAND,
        Zone::Abdomen => shapes::ABDOMEN,
        Zone::HipLeft => shapes::HIP,
        Zone::HipRight => shapes::HIP,
        Zone::ThighLeft => shapes::THIGH,
        Zone::ThighRight => shapes::THIGH,
        Zone::Scalp => shapes::SCALP,
        Zone::BackUpper => shapes::UPPER,
        Zone::BackLower => shapes::LOWER,
        Zone::ButtockLeft => shapes::BUTTOCK,
        Zone::ButtockRight => shapes::BUTTOCK,
        Zone::ThighBackLeft => shapes::THIGH,
        Zone::ThighBackRight => shapes::THIGH,
    }
}

/// Whether a zone is drawn on the other half than its shape: shapes are drawn on the left of the picture.
pub(super) fn flips(zone: Zone, seen: Seen) -> bool {
    let facing = match zone.figure() {
        // From behind, left stays left for whoever looks, in the mirror as on a photograph.
        Figure::Back => false,
        Figure::Face | Figure::Front => seen == Seen::Facing,
    };
    match zone.side() {
        Side::Left => facing,
        Side::Right => !facing,
        Side::Middle => false,
    }
}

/// Width and height of the picture in its own units.
pub(super) fn size(figure: Figure) -> (f64, f64) {
    match figure {
        Figure::Face => (300.0, 400.0),
        Figure::Front | Figure::Back => (220.0, 440.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The middle of a zone in percent of the picture, from the left and from the top.
    fn place(zone: Zone, seen: Seen) -> (f64, f64) {
        let (wide, high) = size(zone.figure());
        let (x, y, w, h) = drawing(zone).label;
        let left = (x + w / 2.0) / wide * 100.0;
        let across = if flips(zone, seen) { 100.0 - left } else { left };
        (across, (y + h / 2.0) / high * 100.0)
    }

    #[test]
    fn zones_lie_inside_their_picture() {
        for zone in Zone::ALL {
            for seen in [Seen::Mirror, Seen::Facing] {
                let (x, y) = place(*zone, seen);
                assert!((0.0..=100.0).contains(&x) && (0.0..=100.0).contains(&y), "{zone:?}");
            }
        }
    }

    #[test]
    fn left_is_on_the_left_in_the_mirror_and_on_the_right_of_a_photograph() {
        let x = |zone: Zone, seen| place(zone, seen).0;
        assert!(x(Zone::CheekLeft, Seen::Mirror) < 50.0);
        assert!(x(Zone::CheekLeft, Seen::Facing) > 50.0);
        assert!(x(Zone::CheekRight, Seen::Mirror) > 50.0);
        assert!(
            x(Zone::ButtockLeft, Seen::Mirror) < 50.0 && x(Zone::ButtockLeft, Seen::Facing) < 50.0
        );
        let there = x(Zone::CheekLeft, Seen::Mirror) + x(Zone::CheekLeft, Seen::Facing);
        assert!((there - 100.0).abs() < 1e-9);
    }
}
