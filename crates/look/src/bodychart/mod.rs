//! Face and body as SVG with zones to tap: what was rolled, what comes next.
//!
//! A zone can be a link or set a tick that stands beside it, or only be shown. Its state is drawn, written (passes) and said (label); never
//! by colour alone. Where zones are and what they are called is in [`zone`]; outlines in `shapes`.

mod shapes;
mod zone;

pub use care::zone::{Figure, Zone};
pub use zone::Seen;

use maud::{Markup, html};
use zone::{drawing, flips, size};

/// How far a zone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoneState {
    /// Not begun.
    Open,
    /// The one to roll now.
    Now,
    /// Done.
    Done,
}

/// A zone on the chart.
#[derive(Clone, Debug)]
pub struct ZoneMark {
    /// Which.
    pub zone: Zone,
    /// Everything about it in words: "Left cheek, 2 of 4 passes".
    pub label: String,
    /// How far it is.
    pub state: ZoneState,
    /// Short text in it, such as "2/4".
    pub passes: Option<String>,
    /// Where a tap goes.
    pub href: Option<String>,
    /// The tick of a form that a tap sets instead, by its id: the list with the ticks stands beside the chart, and the look
    /// draws the zone as its tick is, by the class `of-AREA`.
    pub sets: Option<String>,
}

/// The zones that are given, on their figure; zones of other figures are left out. `title` names the picture.
pub fn bodychart(figure: Figure, seen: Seen, title: &str, marks: &[ZoneMark]) -> Markup {
    let (wide, high) = size(figure);
    let here = marks.iter().filter(|mark| mark.zone.figure() == figure);
    html! {
        svg class={ "bodychart " (class(figure)) } viewBox={ "0 0 " (wide) " " (high) }
            role="group" aria-label=(title) {
            (ground(figure))
            @for mark in here { (zone_mark(mark, seen)) }
        }
    }
}

/// Only the outline of a face, to lie over the camera's live picture.
pub(super) fn outline() -> Markup {
    html! {
        svg.outline viewBox="0 0 300 400" aria-hidden="true" preserveAspectRatio="xMidYMid meet" {
            path d=(shapes::FACE_SKIN) {}
            path.thirds d="M100 0V400M200 0V400M0 133H300M0 267H300" {}
        }
    }
}

fn ground(figure: Figure) -> Markup {
    html! {
        g.ground aria-hidden="true" {
            @if figure == Figure::Face {
                path.skin d=(shapes::FACE_NECK) {}
                path.skin d=(shapes::FACE_SKIN) {}
                path.hair d=(shapes::FACE_HAIR) {}
                path.lines d=(shapes::FACE_LINES) {}
            } @else {
                path.skin d=(shapes::BODY) {}
            }
        }
    }
}

fn zone_mark(mark: &ZoneMark, seen: Seen) -> Markup {
    let class = match mark.state {
        ZoneState::Open => "zone",
        ZoneState::Now => "zone now",
        ZoneState::Done => "zone done",
    };
    match (&mark.href, &mark.sets) {
        (Some(href), _) => html! {
            a class=(class) href=(href) { (drawn(mark, seen)) }
        },
        (None, Some(id)) => html! {
            g class={ (class) " of-" (mark.zone.area()) } { (drawn(mark, seen)) (label(mark, seen, id)) }
        },
        (None, None) => html! {
            g class=(class) role="img" aria-label=(mark.label) { (drawn(mark, seen)) }
        },
    }
}

fn drawn(mark: &ZoneMark, seen: Seen) -> Markup {
    let (wide, _) = size(mark.zone.figure());
    let flipped = flips(mark.zone, seen).then(|| format!("matrix(-1 0 0 1 {wide} 0)"));
    let (x, y, ..) = spot(mark.zone, seen);
    html! {
        title { (mark.label) }
        path.shape d=(drawing(mark.zone).d) transform=[flipped] {}
        @if let Some(passes) = &mark.passes {
            text x=(x) y=(y + 4.5) text-anchor="middle" aria-hidden="true" { (passes) }
        } @else if mark.state == ZoneState::Done {
            path.tick-mark d={ "M" (x - 6.0) " " (y) "l4 5 8 -10" } {}
        }
    }
}

/// A label over the zone, as HTML, so that a tap sets the tick without scripts. Nobody is read it twice: the tick has a word
/// of its own.
fn label(mark: &ZoneMark, seen: Seen, id: &str) -> Markup {
    let (x, y, wide, high) = spot(mark.zone, seen);
    html! {
        foreignObject x=(x - wide / 2.0) y=(y - high / 2.0) width=(wide) height=(high) {
            label.zone-label for=(id) {}
        }
    }
}

/// Middle of a zone's label in the units of the picture, and its size.
fn spot(zone: Zone, seen: Seen) -> (f64, f64, f64, f64) {
    let (wide, _) = size(zone.figure());
    let (x, y, w, h) = drawing(zone).label;
    let middle = x + w / 2.0;
    (if flips(zone, seen) { wide - middle } else { middle }, y + h / 2.0, w, h)
}

fn class(figure: Figure) -> &'static str {
    match figure {
        Figure::Face => "face",
        Figure::Front => "front",
        Figure::Back => "back",
    }
}
