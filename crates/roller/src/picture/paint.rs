//! A scene as PNG. Letters are an eight-by-eight bitmap font, so that the same picture comes out on every machine.

use font8x8::UnicodeFonts;
use tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, Rect, Stroke, Transform};

use super::Tone;
use super::scene::{Colour, Scene, Shape};
use crate::error::Error;

/// Pixels per unit.
const FINE: f32 = 2.0;

pub(super) fn paint(scene: &Scene) -> Result<Vec<u8>, Error> {
    let [w, h] = [scene.width, scene.height].map(|side| (side as f32 * FINE).ceil() as u32);
    let mut pixels = Pixmap::new(w, h).ok_or(Error::Picture)?;
    pixels.fill(Color::WHITE);
    let mut brush = Brush { pixels, scale: Transform::from_scale(FINE, FINE) };
    scene.shapes.iter().for_each(|shape| brush.draw(shape));
    brush.pixels.encode_png().map_err(|_| Error::Picture)
}

struct Brush {
    pixels: Pixmap,
    scale: Transform,
}

fn colour(colour: Colour, smooth: bool) -> Paint<'static> {
    let [r, g, b] = colour.rgb(Tone::Light);
    let mut paint = Paint { anti_alias: smooth, ..Paint::default() };
    paint.set_color_rgba8(r, g, b, 255);
    paint
}

impl Brush {
    fn draw(&mut self, shape: &Shape) {
        match shape {
            Shape::Rings { rings, fill, line } => {
                self.fill(outline(rings), *fill, FillRule::EvenOdd);
                if let Some(line) = line {
                    self.stroke(outline(rings), *line);
                }
            }
            Shape::Boxes { boxes, fill } => self.boxes(boxes, *fill),
            Shape::Dots { at, radius, fill } => {
                let mut path = PathBuilder::new();
                at.iter().for_each(|[x, y]| path.push_circle(*x as f32, *y as f32, *radius as f32));
                self.fill(path, Some(*fill), FillRule::Winding);
            }
            Shape::Circle { at: [x, y], radius, line } => {
                let mut path = PathBuilder::new();
                path.push_circle(*x as f32, *y as f32, *radius as f32);
                self.stroke(path, *line);
            }
            Shape::Text { at, text, bold } => self.text(*at, text, *bold),
        }
    }
    fn fill(&mut self, path: PathBuilder, fill: Option<Colour>, rule: FillRule) {
        if let (Some(path), Some(fill)) = (path.finish(), fill) {
            self.pixels.fill_path(&path, &colour(fill, true), rule, self.scale, None);
        }
    }
    fn stroke(&mut self, path: PathBuilder, (line, width): (Colour, f64)) {
        if let Some(path) = path.finish() {
            let stroke = Stroke { width: width as f32, ..Stroke::default() };
            self.pixels.stroke_path(&path, &colour(line, true), &stroke, self.scale, None);
        }
    }
    fn boxes(&mut self, boxes: &[[f64; 4]], fill: Colour) {
        let paint = colour(fill, false);
        for [x, y, w, h] in boxes.iter().map(|sides| sides.map(|side| side as f32)) {
            if let Some(rect) = Rect::from_xywh(x, y, w, h) {
                self.pixels.fill_rect(rect, &paint, self.scale, None);
            }
        }
    }
    /// Letters are eight units wide and stand on their base line.
    fn text(&mut self, [x, y]: [f64; 2], text: &str, bold: bool) {
        const LETTER: f64 = 7.0;
        let pixel = LETTER / 8.0;
        let mut boxes = Vec::new();
        for (nth, letter) in text.chars().enumerate() {
            let rows = font8x8::BASIC_FONTS
                .get(letter)
                .or_else(|| font8x8::LATIN_FONTS.get(letter))
                .unwrap_or([0; 8]);
            for (row, bits) in rows.iter().enumerate() {
                for column in (0..8).filter(|column| bits >> column & 1 == 1) {
                    let left = x + nth as f64 * LETTER + f64::from(column) * pixel;
                    let width = if bold { 1.6 * pixel } else { pixel };
                    boxes.push([left, y - 10.0 + row as f64 * 1.4, width, 1.4]);
                }
            }
        }
        self.boxes(&boxes, Colour::Ink);
    }
}

fn outline(rings: &[Vec<[f64; 2]>]) -> PathBuilder {
    let mut path = PathBuilder::new();
    for ring in rings {
        for (nth, [x, y]) in ring.iter().enumerate() {
            let (x, y) = (*x as f32, *y as f32);
            if nth == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
        }
        path.close();
    }
    path
}
