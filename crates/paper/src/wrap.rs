//! Where lines end: at the places that Unicode allows (UAX 14), as late as possible, and inside a word only if it is longer
//! than the line.

use std::{ops::Range, rc::Rc};

use krilla::text::KrillaGlyph;

use crate::font::Shaped;

/// One line of a shaped text.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) shaped: Rc<Shaped>,
    glyphs: Range<usize>,
    /// In em, without spaces at the end.
    pub(crate) width: f32,
}

impl Line {
    pub(crate) fn glyphs(&self) -> &[KrillaGlyph] {
        self.shaped.glyphs.get(self.glyphs.clone()).unwrap_or_default()
    }
}

/// What wrapping must know of one glyph; lengths are in em from the beginning of the text.
struct Place {
    start: f64,
    end: f64,
    space: bool,
    /// A line may end before it.
    may_break: bool,
    /// The first of the glyphs that draw the same characters.
    first: bool,
}

/// The lines of a text in a width given in em; at least one.
pub(crate) fn wrap(shaped: &Rc<Shaped>, width: f32) -> Vec<Line> {
    let places = places(shaped);
    let (mut lines, mut from, mut allowed, mut cluster) = (Vec::new(), 0, 0, 0);
    for (i, place) in places.iter().enumerate() {
        if place.may_break {
            allowed = i;
        }
        if place.first {
            cluster = i;
        }
        while !place.space && place.end - start(&places, from) > f64::from(width) {
            let Some(at) = [allowed, cluster].into_iter().find(|&at| at > from) else { break };
            lines.push(line(shaped, &places, from..at));
            from = at;
        }
    }
    lines.push(line(shaped, &places, from..places.len()));
    lines
}

/// The width in em below which words would be torn.
pub(crate) fn longest_word(shaped: &Shaped) -> f32 {
    let (mut longest, mut from) = (0.0_f64, 0.0);
    for place in places(shaped) {
        if place.may_break {
            from = place.start;
        }
        if !place.space {
            longest = longest.max(place.end - from);
        }
    }
    longest as f32
}

fn start(places: &[Place], i: usize) -> f64 {
    places.get(i).map_or(0.0, |place| place.start)
}

fn line(shaped: &Rc<Shaped>, places: &[Place], glyphs: Range<usize>) -> Line {
    let drawn = places.get(glyphs.clone()).unwrap_or_default();
    let end = drawn.iter().rev().find(|place| !place.space).map(|place| place.end);
    let width = end.map_or(0.0, |end| end - start(places, glyphs.start));
    Line { shaped: Rc::clone(shaped), glyphs, width: width as f32 }
}

fn places(shaped: &Shaped) -> Vec<Place> {
    let mut breaks = unicode_linebreak::linebreaks(&shaped.text).map(|(at, _)| at).peekable();
    let (mut end, mut before) = (0.0, None);
    let place = |glyph: &KrillaGlyph| {
        let (at, start) = (glyph.text_range.start, end);
        end += f64::from(glyph.x_advance);
        let first = before.replace(at) != Some(at);
        while breaks.next_if(|&b| b < at).is_some() {}
        let text = shaped.text.get(glyph.text_range.clone()).unwrap_or_default();
        let space = text.chars().all(char::is_whitespace);
        Place { start, end, space, may_break: first && breaks.peek() == Some(&at), first }
    };
    shaped.glyphs.iter().map(place).collect()
}
