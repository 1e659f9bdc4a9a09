//! When photos are not compared, and why. To refuse is the commonest right answer: a careless pair that is called
//! "better" or "worse" does harm, one that is refused costs a photo.
//!
//! Each reason has a stable [`id`](WhyNot::id); the sentences (what is wrong, why it matters, what to do) are texts of the
//! protocol under `photo-not-<id>`. The limits below are proposals, to be tuned on real repeats.

mod colourless;
mod gate;

pub use gate::{
    MOST_CLIPPED, MOST_CLIPPED_CONTROL, MOST_CLIPPED_PHOTO, MOST_CLIPPED_REFERENCE, check_alone,
    check_blur, check_clipped, check_filter, check_frame, check_grey, check_light, check_movement,
    check_pair,
};

/// Why photos are not compared, or what one photo lacks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WhyNot {
    /// No photo on one side.
    NoPhoto,
    /// No untreated skin to hold the region against: colour is not measurable.
    NoReference,
    /// A rectangle does not lie inside the first photo.
    RegionOutside,
    /// A rectangle has too few pixels.
    RegionSmall,
    /// The region leaves too little of the reference.
    ReferenceCovered,
    /// The region leaves too little of the control.
    ControlCovered,
    /// Part of a rectangle is not in the other photo.
    CutOff,
    /// The file's colour profile can't be used.
    Profile,
    /// A photo without colours: grey, or toned in one of them.
    NoColour,
    /// The colours of one photo are far from those of the other on skin that was not treated: by so much, log10 of red against
    /// green. No daylight does that; a filter does.
    Filter(f64),
    /// So large a share of the region is too bright or too dark to say a colour, in the first photo already.
    ClippedFirst(f64),
    /// So large a share of the reference is, in the first photo already.
    ClippedFirstReference(f64),
    /// So large a share of the region is too bright or too dark to say a colour.
    Clipped(f64),
    /// So large a share of the reference is.
    ClippedReference(f64),
    /// So large a share of the control is, in any photo: then it can't say that nothing else changed.
    ClippedControl(f64),
    /// So large a share of a whole photo is too bright.
    ClippedPhoto(f64),
    /// Too little light to tell colours.
    TooDark,
    /// One photo is much sharper than the other: the ratio.
    Blur(f64),
    /// The camera was nearer or farther: the ratio.
    Scale(f64),
    /// The photo is turned, in degrees.
    Rotation(f64),
    /// The face is turned: one side of the region is larger than the other by this ratio.
    Tilt(f64),
    /// Another camera or lens.
    Camera,
    /// Flash in one and not in the other.
    Flash,
    /// So few marks are found in both that it may not be the same skin.
    FewInliers(usize),
    /// They can't be laid over each other: the face moved, or looks otherwise.
    Misaligned(f64),
    /// The light on untreated skin is too uneven to be undone: the spread, log10.
    Light(f64),
    /// Untreated skin seems to change: by this much.
    ControlChanged(f64),
}

impl WhyNot {
    /// All ids, for the texts.
    pub const IDS: [&'static str; 27] = [
        "no-photo",
        "no-reference",
        "region-outside",
        "region-small",
        "reference-covered",
        "control-covered",
        "cut-off",
        "profile",
        "no-colour",
        "filter",
        "clipped-first",
        "clipped-first-reference",
        "clipped",
        "clipped-reference",
        "clipped-control",
        "clipped-photo",
        "too-dark",
        "blur",
        "scale",
        "rotation",
        "tilt",
        "camera",
        "flash",
        "few-inliers",
        "misaligned",
        "light",
        "control-changed",
    ];

    /// The figure a reason is told with, if it has one: what [`WhyNot::read`] needs beside the id.
    #[must_use]
    pub fn figure(&self) -> Option<f64> {
        match *self {
            Self::Filter(figure)
            | Self::ClippedFirst(figure)
            | Self::ClippedFirstReference(figure)
            | Self::Clipped(figure)
            | Self::ClippedReference(figure)
            | Self::ClippedControl(figure)
            | Self::ClippedPhoto(figure)
            | Self::Blur(figure)
            | Self::Scale(figure)
            | Self::Rotation(figure)
            | Self::Tilt(figure)
            | Self::Misaligned(figure)
            | Self::Light(figure)
            | Self::ControlChanged(figure) => Some(figure),
            Self::FewInliers(marks) => Some(marks as f64),
            _ => None,
        }
    }

    /// The reason of an [`id`](Self::id) and its [`figure`](Self::figure); `None` if there is no such reason.
    #[must_use]
    pub fn read(id: &str, figure: Option<f64>) -> Option<Self> {
        let figure = figure.unwrap_or_default();
        Some(match id {
            "no-photo" => Self::NoPhoto,
            "no-reference" => Self::NoReference,
            "region-outside" => Self::RegionOutside,
            "region-small" => Self::RegionSmall,
            "reference-covered" => Self::ReferenceCovered,
            "control-covered" => Self::ControlCovered,
            "cut-off" => Self::CutOff,
            "profile" => Self::Profile,
            "no-colour" => Self::NoColour,
            "filter" => Self::Filter(figure),
            "clipped-first" => Self::ClippedFirst(figure),
            "clipped-first-reference" => Self::ClippedFirstReference(figure),
            "clipped" => Self::Clipped(figure),
            "clipped-reference" => Self::ClippedReference(figure),
            "clipped-control" => Self::ClippedControl(figure),
            "clipped-photo" => Self::ClippedPhoto(figure),
            "too-dark" => Self::TooDark,
            "blur" => Self::Blur(figure),
            "scale" => Self::Scale(figure),
            "rotation" => Self::Rotation(figure),
            "tilt" => Self::Tilt(figure),
            "camera" => Self::Camera,
            "flash" => Self::Flash,
            "few-inliers" => Self::FewInliers(figure.max(0.0) as usize),
            "misaligned" => Self::Misaligned(figure),
            "light" => Self::Light(figure),
            "control-changed" => Self::ControlChanged(figure),
            _ => return None,
        })
    }

    /// The reason in one stable word.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::NoPhoto => "no-photo",
            Self::NoReference => "no-reference",
            Self::RegionOutside => "region-outside",
            Self::RegionSmall => "region-small",
            Self::ReferenceCovered => "reference-covered",
            Self::ControlCovered => "control-covered",
            Self::CutOff => "cut-off",
            Self::Profile => "profile",
            Self::NoColour => "no-colour",
            Self::Filter(_) => "filter",
            Self::ClippedFirst(_) => "clipped-first",
            Self::ClippedFirstReference(_) => "clipped-first-reference",
            Self::Clipped(_) => "clipped",
            Self::ClippedReference(_) => "clipped-reference",
            Self::ClippedControl(_) => "clipped-control",
            Self::ClippedPhoto(_) => "clipped-photo",
            Self::TooDark => "too-dark",
            Self::Blur(_) => "blur",
            Self::Scale(_) => "scale",
            Self::Rotation(_) => "rotation",
            Self::Tilt(_) => "tilt",
            Self::Camera => "camera",
            Self::Flash => "flash",
            Self::FewInliers(_) => "few-inliers",
            Self::Misaligned(_) => "misaligned",
            Self::Light(_) => "light",
            Self::ControlChanged(_) => "control-changed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_read_back_from_its_word_and_figure() {
        for id in WhyNot::IDS {
            let why = WhyNot::read(id, Some(1.5)).unwrap();
            assert_eq!(why.id(), id);
            assert_eq!(WhyNot::read(id, why.figure()), Some(why));
        }
        assert_eq!(WhyNot::read("ugly", None), None);
    }
}
