//! What is where in a picture, in units of the screen; how it becomes a file is not known here.

use super::{FAR_MM, Panel, Tone, Words};
use crate::zone::{Bounds, Corner};

/// Height of the zone in a panel, and width of a panel.
const PANEL: [f64; 2] = [400.0, 400.0];
const MARGIN: f64 = 16.0;
const LINE: f64 = 18.0;
/// More dots than this are thinned out, since nobody could tell them apart.
const MOST_DOTS: usize = 20_000;

/// More columns of shading than this would be finer than a screen.
const MOST_COLUMNS: usize = 300;

/// Colours by meaning (Okabe and Ito, on white).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colour {
    Paper,
    Skin,
    Line,
    Ink,
    Puncture,
    Far,
    Gap,
    Spared,
}

impl Colour {
    pub fn rgb(self, tone: Tone) -> [u8; 3] {
        match tone {
            Tone::Light => self.light(),
            Tone::Dark => self.dark(),
        }
    }
    fn dark(self) -> [u8; 3] {
        match self {
            Self::Paper => [0x21, 0x1E, 0x1B],
            Self::Skin => [0x17, 0x15, 0x13],
            Self::Line => [0xB5, 0xAD, 0xA3],
            Self::Ink => [0xF2, 0xED, 0xE7],
            Self::Puncture => [0x8C, 0xC9, 0xF5],
            Self::Far => [0x80, 0x62, 0x1A],
            Self::Gap => [0xFF, 0x9A, 0x6B],
            Self::Spared => [0x4A, 0x43, 0x3B],
        }
    }
    fn light(self) -> [u8; 3] {
        match self {
            Self::Paper => [0xFF, 0xFF, 0xFF],
            Self::Skin => [0xFB, 0xF8, 0xF5],
            Self::Line => [0x5E, 0x58, 0x51],
            Self::Ink => [0x22, 0x20, 0x1E],
            Self::Puncture => [0x00, 0x45, 0x7A],
            Self::Far => [0xF2, 0xC1, 0x4E],
            Self::Gap => [0xC8, 0x36, 0x00],
            Self::Spared => [0xCF, 0xC8, 0xC0],
        }
    }
}

#[derive(Clone, Debug)]
pub(super) enum Shape {
    /// Rings, filled by turns (holes stay empty), with an outline if it has a width.
    Rings {
        rings: Vec<Vec<Corner>>,
        fill: Option<Colour>,
        line: Option<(Colour, f64)>,
    },
    /// Corner, width and height of each.
    Boxes {
        boxes: Vec<[f64; 4]>,
        fill: Colour,
    },
    /// Middles.
    Dots {
        at: Vec<Corner>,
        radius: f64,
        fill: Colour,
    },
    Circle {
        at: Corner,
        radius: f64,
        line: (Colour, f64),
    },
    /// Left end of the base line.
    Text {
        at: Corner,
        text: String,
        bold: bool,
    },
}

pub(super) struct Scene {
    pub width: f64,
    pub height: f64,
    pub shapes: Vec<Shape>,
}

/// Millimetres to units.
struct Frame {
    low: Corner,
    corner: Corner,
    scale: f64,
}

impl Frame {
    fn place(&self, at: Corner) -> Corner {
        let [x, y] = [at[0] - self.low[0], at[1] - self.low[1]].map(|side| side * self.scale);
        [self.corner[0] + x, self.corner[1] + y]
    }
    fn ring(&self, ring: &[Corner]) -> Vec<Corner> {
        ring.iter().map(|at| self.place(*at)).collect()
    }
}

impl Scene {
    pub fn of(panels: &[Panel<'_>], words: &Words<'_>) -> Self {
        let notes = panels.iter().map(|panel| panel.notes.len()).max().unwrap_or(0);
        let top = MARGIN + LINE * (1.5 + notes as f64);
        let width = MARGIN + panels.len() as f64 * (PANEL[0] + MARGIN);
        let mut scene = Self { width, height: 0.0, shapes: Vec::new() };
        let mut bottom: f64 = top;
        let mut thinned = 1;
        for (nth, panel) in panels.iter().enumerate() {
            let corner = [MARGIN + nth as f64 * (PANEL[0] + MARGIN), top];
            let [low, every] = scene.panel(panel, corner);
            bottom = bottom.max(low);
            thinned = thinned.max(every as usize);
        }
        scene.height = scene.legend(words, thinned, bottom + LINE) + MARGIN / 2.0;
        let paper = [0.0, 0.0, scene.width, scene.height];
        scene.shapes.insert(0, Shape::Boxes { boxes: vec![paper], fill: Colour::Paper });
        scene
    }

    /// The zone alone, as large as the picture.
    pub fn square(panel: &Panel<'_>) -> Self {
        let mut scene = Self { width: PANEL[0], height: PANEL[1], shapes: Vec::new() };
        let frame = scene.zone(panel, [0.0, 0.0]).0;
        let Bounds { low, high } = panel.rolling.zone().bounds();
        scene.width = (high[0] - low[0]) * frame.scale;
        scene.height = (high[1] - low[1]) * frame.scale;
        scene
    }

    /// Draws a panel; where it ends below, and how many punctures one dot stands for.
    fn panel(&mut self, panel: &Panel<'_>, corner: Corner) -> [f64; 2] {
        self.text([corner[0], MARGIN + LINE * 0.7], panel.title.clone(), true);
        for (nth, note) in panel.notes.iter().enumerate() {
            self.text([corner[0], MARGIN + LINE * (1.7 + nth as f64)], note.clone(), false);
        }
        let (frame, every) = self.zone(panel, corner);
        let Bounds { low, high } = panel.rolling.zone().bounds();
        let [w, h] = [high[0] - low[0], high[1] - low[1]];
        let bottom = corner[1] + h * frame.scale + LINE;
        self.scale_bar([corner[0], bottom], frame.scale, w);
        [bottom, every as f64]
    }
    /// Draws the zone of a panel; its scale, and how many punctures one dot stands for.
    fn zone(&mut self, panel: &Panel<'_>, corner: Corner) -> (Frame, usize) {
        let zone = panel.rolling.zone();
        let Bounds { low, high } = zone.bounds();
        let [w, h] = [high[0] - low[0], high[1] - low[1]];
        let frame = Frame { low, corner, scale: (PANEL[0] / w).min(PANEL[1] / h) };
        let rings: Vec<_> = std::iter::once(zone.outline())
            .chain(zone.holes().iter().map(Vec::as_slice))
            .map(|ring| frame.ring(ring))
            .collect();
        self.shapes.push(Shape::Rings {
            rings: rings.clone(),
            fill: Some(Colour::Skin),
            line: None,
        });
        self.far(panel, &frame);
        let spared = rings.get(1..).unwrap_or_default().to_vec();
        self.shapes.push(Shape::Rings { rings: spared, fill: Some(Colour::Spared), line: None });
        let every = self.dots(panel, &frame);
        self.shapes.push(Shape::Rings { rings, fill: None, line: Some((Colour::Line, 1.0)) });
        self.gap(panel, &frame);
        (frame, every)
    }
    fn text(&mut self, at: Corner, text: String, bold: bool) {
        self.shapes.push(Shape::Text { at, text, bold });
    }
    fn far(&mut self, panel: &Panel<'_>, frame: &Frame) {
        let (step, runs) = panel.results.space.runs(FAR_MM, MOST_COLUMNS);
        let boxes = runs.iter().map(|(corner, width)| {
            let [x, y] = frame.place(*corner);
            // A hair higher, so that no paper shows between rows.
            [x, y, width * frame.scale, step * frame.scale + 0.05]
        });
        self.shapes.push(Shape::Boxes { boxes: boxes.collect(), fill: Colour::Far });
    }
    fn dots(&mut self, panel: &Panel<'_>, frame: &Frame) -> usize {
        let inside = &panel.punctures.inside;
        let every = inside.len().div_ceil(MOST_DOTS).max(1);
        let at: Vec<Corner> =
            inside.iter().step_by(every).map(|at| frame.place(at.map(f64::from))).collect();
        // As thick as a needle, but always to be seen and never a blot.
        let radius = (0.1 * frame.scale).clamp(0.5, 2.0);
        self.shapes.push(Shape::Dots { at, radius, fill: Colour::Puncture });
        every
    }
    fn gap(&mut self, panel: &Panel<'_>, frame: &Frame) {
        if let Some(gap) = panel.results.gap {
            let radius = (gap.diameter_mm / 2.0 * frame.scale).max(3.0);
            self.shapes.push(Shape::Circle {
                at: frame.place(gap.at_mm),
                radius,
                line: (Colour::Gap, 2.0),
            });
        }
    }
    fn scale_bar(&mut self, [x, y]: Corner, scale: f64, width_mm: f64) {
        let mm = if width_mm >= 40.0 { 10.0 } else { 2.0 };
        let bar = |x: f64, y: f64, w: f64, h: f64| [x, y, w, h];
        let boxes = vec![
            bar(x, y, mm * scale, 2.0),
            bar(x, y - 4.0, 1.5, 10.0),
            bar(x + mm * scale - 1.5, y - 4.0, 1.5, 10.0),
        ];
        self.shapes.push(Shape::Boxes { boxes, fill: Colour::Ink });
        let label = if mm >= 10.0 { format!("{:.0} cm", mm / 10.0) } else { format!("{mm:.0} mm") };
        self.text([x + mm * scale + 8.0, y + 5.0], label, false);
    }

    /// The legend, one line each; where it ends below.
    fn legend(&mut self, words: &Words<'_>, thinned: usize, top: f64) -> f64 {
        let spared = self.shapes.iter().any(|shape| {
            matches!(shape, Shape::Rings { rings, fill: Some(Colour::Spared), .. } if !rings.is_empty())
        });
        let dot = if thinned > 1 { (words.one_of)(thinned) } else { words.puncture.clone() };
        let mut lines = vec![
            (Colour::Puncture, dot),
            (Colour::Far, words.far.clone()),
            (Colour::Gap, words.gap.clone()),
        ];
        if spared {
            lines.push((Colour::Spared, words.spared.clone()));
        }
        let mut y = top;
        for (colour, text) in lines {
            self.shapes.push(sample(colour, y));
            self.text([MARGIN + 24.0, y + 5.0], text, false);
            y += LINE;
        }
        y
    }
}

/// What a legend's line is about, small.
fn sample(colour: Colour, y: f64) -> Shape {
    let middle = [MARGIN + 8.0, y];
    match colour {
        Colour::Puncture => Shape::Dots { at: vec![middle], radius: 2.0, fill: colour },
        Colour::Gap => Shape::Circle { at: middle, radius: 6.0, line: (colour, 2.0) },
        _ => Shape::Boxes { boxes: vec![[MARGIN, y - 6.0, 16.0, 12.0]], fill: colour },
    }
}
