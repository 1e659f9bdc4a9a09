//! The form of a region: a picture with a grid and number fields; with scripts the rectangles are drawn on the picture and
//! the numbers put away.

use maud::{Markup, html};
use store::records::{Part, Photo};

use super::draw_page::Sheet;
use super::form::{Drawing, SIDES, Typed, Which};
use super::overlay::{at, overlay, shape};
use crate::album::alt;
use crate::frame::Reader;
use crate::say::Say;
use crate::to::To;
use crate::ui::{self, Field, Icon, Input, Look};

/// The form, which posts the numbers whether they were drawn or written.
pub(super) fn form(reader: &Reader, sheet: &Sheet<'_>) -> Markup {
    let (say, drawing) = (&reader.say, sheet.drawing);
    let action = match sheet.region {
        Some(region) => reader.to(To::Region(region.id)),
        None => reader.to(To::RegionNew),
    };
    let (label, hint) = (say.text("region-name-label"), say.text("region-name-hint"));
    let wrong = Which::ALL.iter().any(|which| drawing.wrong_of(*which).is_some());
    html! {
        form.draw.new[sheet.region.is_none()] method="post" action=(action) data-draw data-where=(where_template(say)) {
            (ui::hidden("id", &drawing.id.to_string()))
            (ui::hidden("photo", &sheet.photo.id.to_string()))
            (ui::hidden("version", &drawing.version.to_string()))
            (steps(say))
            (stage(reader, sheet))
            (tools(say, sheet.region.is_none()))
            (numbers(say, drawing, wrong))
            (ui::field(&Field { name: "name", label: &label, hint: Some(&hint), value: drawing.form.text("name"),
                problem: drawing.form.told(say, "name").as_deref(), required: false, input: Input::Text }))
            (ui::button(Look::Primary, Some(Icon::Done), &say.text("region-save")))
        }
    }
}

/// Where a rectangle lies, for the script to fill in and a screen reader to say.
fn where_template(say: &Say) -> String {
    let slots =
        ["name", "left", "top", "width", "height"].map(|slot| (slot, format!("[{slot}]").into()));
    say.with("region-draw-where", &slots)
}

/// Which rectangle is drawn now; with scripts only.
fn steps(say: &Say) -> Markup {
    html! {
        div.draw-steps hidden {
            div.segments role="group" aria-label=(say.text("region-draw-steps")) {
                @for which in Which::ALL {
                    button type="button" data-step=(which.word()) aria-pressed=(which == Which::Place) {
                        span { b { (which.number()) } " " (say.text(&format!("region-step-{}", which.word()))) }
                    }
                }
            }
            p.draw-says role="status" {}
        }
    }
}

/// The picture with the rectangles, and a grid in per cent for those who write numbers.
fn stage(reader: &Reader, sheet: &Sheet<'_>) -> Markup {
    let photo = &sheet.photo.record;
    let label = reader.say.text("region-draw-label");
    let part = |which| sheet.drawing.part(which).and_then(shown);
    html! {
        figure class={ "region-stage " (shape(photo)) } {
            img src=(reader.to(To::Picture(sheet.photo.id))) alt=(alt(reader, sheet.album, photo))
                width=(photo.width) height=(photo.height) draggable="false";
            (overlay(photo, &label, &grid(photo), part))
        }
    }
}

/// A rectangle as it was typed, if it can be shown at all.
fn shown(typed: &Typed) -> Option<Part> {
    let [x, y, width, height] =
        typed.sides.each_ref().map(|side| side.replace(',', ".").parse::<f64>().ok());
    let share = |percent: f64| percent.clamp(0.0, 100.0) / 100.0;
    Some(Part { x: share(x?), y: share(y?), width: share(width?), height: share(height?) })
}

/// Lines at every tenth, with their numbers along two sides.
fn grid(photo: &Photo) -> Markup {
    let (width, height) = (f64::from(photo.width), f64::from(photo.height));
    let size = width.max(height) / 36.0;
    html! {
        g.percent-grid aria-hidden="true" {
            @for tenth in 1..10_i32 {
                @let (x, y) = (width * f64::from(tenth) / 10.0, height * f64::from(tenth) / 10.0);
                line x1=(at(x)) x2=(at(x)) y1="0" y2=(at(height)) {}
                line x1="0" x2=(at(width)) y1=(at(y)) y2=(at(y)) {}
                text x=(at(x)) y=(at(size)) font-size=(at(size)) text-anchor="middle" { (10 * tenth) }
                text x=(at(size / 4.0)) y=(at(y + size / 3.0)) font-size=(at(size)) { (10 * tenth) }
            }
        }
    }
}

/// What can be done with the rectangle of the moment; with scripts only. Of a new region going on is the main thing until
/// the last rectangle.
fn tools(say: &Say, new: bool) -> Markup {
    let tool = |what: &str, look: &str, mark: Icon, word: &str| {
        html! { button class={ "button " (look) } type="button" data-do=(what) { (ui::icon(mark)) span { (word) } } }
    };
    html! {
        div.draw-tools hidden {
            div.actions {
                (tool("next", if new { "primary" } else { "secondary" }, Icon::Next, &say.text("region-draw-next")))
                (tool("skip", "secondary", Icon::Next, &say.text("region-draw-skip")))
                (tool("middle", "quiet", Icon::Add, &say.text("region-draw-middle")))
                (tool("clear", "quiet", Icon::Remove, &say.text("region-draw-clear")))
            }
            p.hint id="draw-keys" { (say.text("region-draw-keys")) }
            p.hidden role="status" data-now {}
        }
    }
}

fn numbers(say: &Say, drawing: &Drawing, wrong: bool) -> Markup {
    let body = html! {
        p.hint { (say.text("region-numbers-hint")) }
        @for which in Which::ALL {
            fieldset class={ "part-fields " (which.word()) } data-fields=(which.word()) {
                legend { (which.number()) ". " (say.text(&format!("region-draw-{}", which.word()))) }
                p.why { (say.text(&format!("region-draw-{}-why", which.word()))) }
                div.sides { @for (side, value) in SIDES.iter().zip(values(drawing, which)) {
                    (number(say, which, side, value, drawing.wrong_of(which).is_some()))
                } }
            }
        }
    };
    html! { div data-numbers=(if wrong { "wrong" } else { "fine" }) {
        (ui::disclosure(&say.text("region-numbers"), &body, true))
    } }
}

fn values(drawing: &Drawing, which: Which) -> impl Iterator<Item = &str> {
    drawing.part(which).into_iter().flat_map(|typed| typed.sides.iter().map(String::as_str))
}

/// One side of a rectangle. What was typed stays, also where a browser would read no number in it.
fn number(say: &Say, which: Which, side: &str, value: &str, wrong: bool) -> Markup {
    let name = format!("{}-{side}", which.word());
    let readable = value.is_empty() || value.parse::<f64>().is_ok();
    html! {
        div.field.wrong[wrong] {
            label for=(name) { (say.text(&format!("region-side-{side}"))) }
            span.control {
                input type=(if readable { "number" } else { "text" }) id=(name) name=(name) value=(value) min="0" max="100"
                    step="any" inputmode="decimal" autocomplete="off" aria-invalid=[wrong.then_some("true")];
                span.unit { "%" }
            }
        }
    }
}
