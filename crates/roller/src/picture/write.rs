//! A scene as SVG. Nothing inline that a strict content policy would forbid: attributes only, no style, no script.

use std::fmt::Write;

use super::scene::{Colour, Scene, Shape};
use super::{Tone, Words};
use crate::zone::Corner;

pub(super) fn write(scene: &Scene, words: &Words<'_>, tone: Tone) -> String {
    let (w, h) = (scene.width.ceil(), scene.height.ceil());
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"13\"><title>{}</title><desc>{}</desc>",
        escaped(&words.title),
        escaped(&words.description)
    );
    for shape in &scene.shapes {
        draw(shape, tone, &mut svg);
    }
    svg.push_str("</svg>\n");
    svg
}

fn draw(shape: &Shape, tone: Tone, svg: &mut String) {
    let hex = |colour: Colour| hex(colour.rgb(tone));
    let path = |svg: &mut String, data: &str, attributes: &str| {
        if !data.is_empty() {
            // Writing to a string can't fail.
            let _ = write!(svg, "<path d=\"{data}\" {attributes}/>");
        }
    };
    match shape {
        Shape::Rings { rings, fill, line } => {
            let data: String = rings.iter().map(|ring| outline(ring)).collect();
            let fill = fill.map_or_else(|| "none".into(), &hex);
            let line = line.map_or_else(String::new, |(colour, width)| {
                format!(" stroke=\"{}\" stroke-width=\"{width}\"", hex(colour))
            });
            path(svg, &data, &format!("fill=\"{fill}\" fill-rule=\"evenodd\"{line}"));
        }
        Shape::Boxes { boxes, fill } => {
            let data: String = boxes
                .iter()
                .map(|[x, y, w, h]| format!("M{} {}h{}v{}h{}z", n(*x), n(*y), n(*w), n(*h), n(-w)))
                .collect();
            path(svg, &data, &format!("fill=\"{}\" shape-rendering=\"crispEdges\"", hex(*fill)));
        }
        Shape::Dots { at, radius, fill } => {
            // A line of no length with round ends is a dot, in a third of the bytes of a circle.
            let data: String = at.iter().map(|[x, y]| format!("M{} {}h0", n(*x), n(*y))).collect();
            path(
                svg,
                &data,
                &format!(
                    "stroke=\"{}\" stroke-width=\"{}\" stroke-linecap=\"round\"",
                    hex(*fill),
                    n(2.0 * radius)
                ),
            );
        }
        Shape::Circle { at: [x, y], radius, line: (colour, width) } => {
            let _ = write!(
                svg,
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\"/>",
                n(*x),
                n(*y),
                n(*radius),
                hex(*colour)
            );
        }
        Shape::Text { at: [x, y], text, bold } => {
            let weight = if *bold { " font-weight=\"700\"" } else { "" };
            let _ = write!(
                svg,
                "<text x=\"{}\" y=\"{}\" fill=\"{}\"{weight}>{}</text>",
                n(*x),
                n(*y),
                hex(Colour::Ink),
                escaped(text)
            );
        }
    }
}

fn outline(ring: &[Corner]) -> String {
    let step = |(nth, [x, y]): (usize, &Corner)| {
        format!("{}{} {}", if nth == 0 { 'M' } else { 'L' }, n(*x), n(*y))
    };
    ring.iter().enumerate().map(step).chain(std::iter::once("z".into())).collect()
}

/// Two decimals, without zeros at the end.
fn n(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn hex([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02X}{g:02X}{b:02X}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
