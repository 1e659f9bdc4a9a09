//! The picture with the rectangles of a region.

use maud::{Markup, html};
use store::records::{Part, Photo};

use super::form::Which;

/// The rectangles over a picture of this size, each with its number and a line of its own kind. A rectangle that is not
/// drawn yet is there all the same, unseen, for the script to draw.
pub(super) fn overlay(
    photo: &Photo,
    label: &str,
    under: &Markup,
    part: impl Fn(Which) -> Option<Part>,
) -> Markup {
    let (width, height) = (f64::from(photo.width), f64::from(photo.height));
    html! {
        svg.region-parts viewBox={ "0 0 " (photo.width) " " (photo.height) } role="img" aria-label=(label) {
            (under)
            @for which in Which::ALL {
                @let drawn = part(which);
                @let Part { x, y, width: across, height: down } = drawn.unwrap_or(NOWHERE);
                @let (x, y, across, down) = (x * width, y * height, across * width, down * height);
                g class={ "part " (which.word()) } data-part=(which.word()) hidden[drawn.is_none()] {
                    rect.under x=(at(x)) y=(at(y)) width=(at(across)) height=(at(down)) {}
                    rect.line x=(at(x)) y=(at(y)) width=(at(across)) height=(at(down)) {}
                    (badge(which, (x + across / 2.0, y), width.max(height) / 44.0))
                }
            }
        }
    }
}

const NOWHERE: Part = Part { x: 0.0, y: 0.0, width: 0.0, height: 0.0 };

/// The number in the middle of the upper side, where no corner is to be taken hold of.
fn badge(which: Which, (x, y): (f64, f64), radius: f64) -> Markup {
    html! {
        circle cx=(at(x)) cy=(at(y)) r=(at(radius)) {}
        text x=(at(x)) y=(at(y)) font-size=(at(1.4 * radius)) text-anchor="middle" dominant-baseline="central" {
            (which.number())
        }
    }
}

/// The shape of a picture, in the word of the styles: a tall one is shown narrower, so that all of it is seen at once.
pub(super) fn shape(photo: &Photo) -> &'static str {
    match f64::from(photo.height) / f64::from(photo.width.max(1)) {
        ..1.0 => "wide",
        ..1.5 => "upright",
        _ => "tall",
    }
}

/// A length for an SVG attribute, to the tenth.
pub(super) fn at(length: f64) -> String {
    format!("{length:.1}")
}
