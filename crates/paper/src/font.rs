//! The typeface, and text turned into glyphs with it.
//!
//! Source Sans 3 (SIL Open Font License 1.1, `fonts/LICENSE.md`) in two cuts: Latin, Greek and Cyrillic. Scripts that run from
//! right to left or need joining are not in it; their characters appear one by one as □ and keep their meaning for copying.

use std::rc::Rc;

use harfrust::{Direction, FontRef, ShapeOptions, ShaperData, UnicodeBuffer, script};
use krilla::text::{Font, GlyphId, KrillaGlyph};

use crate::{Error, style::Weight};

static REGULAR: &[u8] = include_bytes!("../fonts/SourceSans3-Regular.otf");
static BOLD: &[u8] = include_bytes!("../fonts/SourceSans3-Semibold.otf");

/// Stands for what the typeface lacks.
const BOX: &str = "□";

/// Both cuts.
pub(crate) struct Fonts {
    regular: Face,
    bold: Face,
}

/// One cut.
pub(crate) struct Face {
    /// For writing.
    pub(crate) font: Font,
    /// For shaping.
    table: FontRef<'static>,
    data: ShaperData,
    /// The glyph and the advance of [`BOX`].
    lacking: (GlyphId, f32),
}

/// Text without line breaks, as glyphs from left to right; lengths are in em.
#[derive(Debug)]
pub(crate) struct Shaped {
    pub(crate) text: String,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// The characters that got a box.
    missing: Vec<char>,
}

impl Fonts {
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self { regular: Face::new(REGULAR)?, bold: Face::new(BOLD)? })
    }

    pub(crate) fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// The characters of the text that would get a box. Both cuts have the same characters.
    pub(crate) fn missing(&self, text: &str) -> Vec<char> {
        clean(text).lines().flat_map(|line| self.regular.shape(line).missing.clone()).collect()
    }
}

impl Face {
    fn new(bytes: &'static [u8]) -> Result<Self, Error> {
        let font = Font::new(bytes.into(), 0).ok_or(Error::Font)?;
        let table = FontRef::new(bytes).map_err(|_| Error::Font)?;
        let data = ShaperData::new(&table);
        let mut face = Self { font, table, data, lacking: (GlyphId::new(0), 0.0) };
        let glyph = face.shape(BOX).glyphs.first().cloned().ok_or(Error::Font)?;
        face.lacking = (glyph.glyph_id, glyph.x_advance);
        Ok(face)
    }

    /// The glyphs of a text; it must be [`clean`] and without line feeds.
    pub(crate) fn shape(&self, text: &str) -> Rc<Shaped> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        // Everything else has no glyphs here anyway, and would only be reordered.
        if ![script::GREEK, script::CYRILLIC].contains(&buffer.script()) {
            buffer.set_script(script::LATIN);
        }
        buffer.set_direction(Direction::LeftToRight);
        let shaper = self.data.shaper(&self.table).build();
        Rc::new(self.shaped(text, &shaper.shape(buffer, ShapeOptions::new())))
    }

    fn shaped(&self, text: &str, buffer: &harfrust::GlyphBuffer) -> Shaped {
        let em = self.font.units_per_em();
        let mut shaped = Shaped { text: text.to_owned(), glyphs: Vec::new(), missing: Vec::new() };
        let (mut end, mut start) = (text.len(), text.len());
        for (info, at) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()).rev() {
            let cluster = (info.cluster as usize).min(start);
            if cluster < start {
                (end, start) = (start, cluster);
            }
            let lengths = [at.x_advance, at.x_offset, at.y_offset, at.y_advance];
            let [advance, x, y, down] = lengths.map(|units| units as f32 / em);
            let id = GlyphId::new(info.glyph_id);
            let mut glyph = KrillaGlyph::new(id, advance, x, y, down, start..end, None);
            if info.glyph_id == 0 {
                (glyph.glyph_id, glyph.x_advance) = self.lacking;
                let lacking = text.get(start..end).unwrap_or_default().chars().rev();
                shaped.missing.extend(lacking);
            }
            shaped.glyphs.push(glyph);
        }
        shaped.glyphs.reverse();
        shaped.missing.reverse();
        shaped
    }
}

/// The text with one kind of line break, tabs as spaces, and U+FFFD (drawn as □) for what is no text at all: control
/// characters and non-characters.
pub(crate) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.trim_end().chars().map(cleaned).collect()
}

fn cleaned(c: char) -> char {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\t' => ' ',
        '\u{feff}' | '\u{fdd0}'..='\u{fdef}' => char::REPLACEMENT_CHARACTER,
        c if c.is_control() || (c as u32 & 0xfffe) == 0xfffe => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}
