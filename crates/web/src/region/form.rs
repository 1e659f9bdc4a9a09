//! What a form says of a region: three rectangles in per cent of the picture, and a name.
//!
//! It is parsed once into [`Region`]; what can't be used is shown again as it was typed, with what is wrong, why that
//! matters and what to do.

use store::records::{Part, Photo, Region};
use store::{PhotoId, RegionId};

use crate::fields::Fields;
use crate::form::{Form, read};

/// The least pixels a side of a rectangle, of the picture as it is kept: with fewer, noise is larger than a change.
pub(super) const LEAST_PIXELS: f64 = 24.0;
/// The most letters of a name.
const MOST_LETTERS: usize = 60;

/// One of the rectangles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// The skin to follow.
    Place,
    /// Skin that is not needled, or a printed card.
    Reference,
    /// Other skin that is not needled: the test patch.
    Control,
}

impl Which {
    /// In the order in which they are drawn.
    pub(super) const ALL: [Self; 3] = [Self::Place, Self::Reference, Self::Control];

    /// Its word in forms, texts and styles.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Reference => "reference",
            Self::Control => "control",
        }
    }
    /// The number by which a person knows it.
    pub(super) fn number(self) -> u8 {
        match self {
            Self::Place => 1,
            Self::Reference => 2,
            Self::Control => 3,
        }
    }
    /// Its rectangle in a region.
    pub(super) fn of(self, region: &Region) -> Option<Part> {
        match self {
            Self::Place => Some(region.place),
            Self::Reference => region.reference,
            Self::Control => region.control,
        }
    }
}

/// The fields of a rectangle.
pub(super) const SIDES: [&str; 4] = ["left", "top", "width", "height"];

/// A rectangle as it was typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    /// The values of [`SIDES`].
    pub sides: [String; 4],
    /// The word of what is wrong.
    pub wrong: Option<&'static str>,
}

/// A form as it is, or as it was typed.
#[derive(Clone, Debug)]
pub(super) struct Drawing {
    /// What was typed, and what is wrong with it.
    pub form: Form,
    /// The same form twice keeps one.
    pub id: RegionId,
    /// Which version of the region is drawn anew.
    pub version: i64,
    /// The rectangles, in the order of [`Which::ALL`].
    pub parts: [Typed; 3],
    /// Whether somebody else changed it in between.
    pub stale: bool,
}

impl Drawing {
    /// An empty one.
    pub(super) fn new(id: RegionId) -> Self {
        let (form, parts) = (Form::default(), Default::default());
        Self { form, id, version: 0, parts, stale: false }
    }
    /// A region as it is.
    pub(super) fn of(id: RegionId, version: i64, region: &Region) -> Self {
        let typed = |which: Which| which.of(region).map(percents).unwrap_or_default();
        let name = region.name.iter().map(|name| ("name".to_owned(), name.clone()));
        Self {
            form: Form::new(Fields::of(name)),
            id,
            version,
            parts: Which::ALL.map(|which| Typed { sides: typed(which), wrong: None }),
            stale: false,
        }
    }
    /// What was typed.
    pub(super) fn typed(form: Form, id: RegionId) -> Self {
        let side =
            |which: Which, side: &str| form.text(&format!("{}-{side}", which.word())).to_owned();
        let part = |which| Typed { sides: SIDES.map(|name| side(which, name)), wrong: None };
        let parts = Which::ALL.map(part);
        let version = form.fields().parsed("version").ok().flatten().unwrap_or_default();
        Self { form, id, version, parts, stale: false }
    }
    /// The region it says, drawn on this photograph; otherwise what is wrong is noted by each rectangle.
    pub(super) fn region(&mut self, photo: PhotoId, picture: &Photo) -> Option<Region> {
        let [place, reference, control] = &mut self.parts;
        let followed = rectangle(place, picture);
        let [reference, control] = [reference, control].map(|typed| {
            let part = rectangle(typed, picture);
            if let (Some(part), Some(place)) = (part, followed)
                && lies_inside(part, place)
            {
                typed.wrong = Some("inside");
            }
            part
        });
        if followed.is_none() && self.wrong_of(Which::Place).is_none() {
            self.parts.iter_mut().take(1).for_each(|place| place.wrong = Some("missing"));
        }
        let name = self.form.read("name", read::line(MOST_LETTERS, "note-too-long"));
        if Which::ALL.iter().any(|which| self.wrong_of(*which).is_some()) {
            return None;
        }
        Some(Region { photo, name: name?, place: followed?, reference, control })
    }
    /// A rectangle as it was typed.
    pub(super) fn part(&self, which: Which) -> Option<&Typed> {
        self.parts.get(usize::from(which.number()) - 1)
    }
    /// What is wrong with a rectangle.
    pub(super) fn wrong_of(&self, which: Which) -> Option<&'static str> {
        self.part(which)?.wrong
    }
}

/// A rectangle from its fields; `None` if it was left out, or can't be used and says why.
fn rectangle(typed: &mut Typed, picture: &Photo) -> Option<Part> {
    if typed.sides.iter().all(String::is_empty) {
        return None;
    }
    match part_of(&typed.sides, picture) {
        Ok(part) => Some(part),
        Err(wrong) => {
            typed.wrong = Some(wrong);
            None
        }
    }
}

fn part_of(sides: &[String; 4], picture: &Photo) -> Result<Part, &'static str> {
    if sides.iter().any(String::is_empty) {
        return Err("half");
    }
    let [x, y, width, height] = sides.each_ref().map(|side| share(side));
    let (Some(x), Some(y), Some(width), Some(height)) = (x, y, width, height) else {
        return Err("unreadable");
    };
    let (x, width) = within(x, width).ok_or("outside")?;
    let (y, height) = within(y, height).ok_or("outside")?;
    let large = |share: f64, pixels: u32| share * f64::from(pixels) >= LEAST_PIXELS;
    if !large(width, picture.width) || !large(height, picture.height) {
        return Err("small");
    }
    Ok(Part { x, y, width, height })
}

/// Per cent as a share; a comma is as good as a point.
fn share(text: &str) -> Option<f64> {
    let percent: f64 = text.replace(',', ".").trim_end_matches('%').trim().parse().ok()?;
    percent.is_finite().then_some(percent / 100.0)
}

/// A side that lies in the picture: what rounding puts over the edge is cut off, more is refused.
fn within(from: f64, length: f64) -> Option<(f64, f64)> {
    const ROUNDING: f64 = 0.001;
    /// So that no sum of shares is more than the whole.
    const HAIR: f64 = 1e-9;
    if from < 0.0 || length <= 0.0 || from + length > 1.0 + ROUNDING {
        return None;
    }
    Some((from, length.min(1.0 - HAIR - from)))
}

/// Whether all of one lies in the other.
fn lies_inside(part: Part, other: Part) -> bool {
    let holds = |from: f64, length: f64, outer: f64, outer_length: f64| {
        from >= outer && from + length <= outer + outer_length
    };
    holds(part.x, part.width, other.x, other.width)
        && holds(part.y, part.height, other.y, other.height)
}

/// A rectangle in per cent with one decimal.
pub(super) fn percents(part: Part) -> [String; 4] {
    [part.x, part.y, part.width, part.height].map(|share| {
        let text = format!("{:.1}", share * 100.0);
        text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
    })
}
