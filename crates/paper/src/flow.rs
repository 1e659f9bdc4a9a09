//! From blocks to pieces: every block becomes strips of one line each, with its parts of the structure.
//!
//! Tables are in [`crate::table`], charts in [`crate::chart`], pictures in [`crate::picture`].

use std::num::NonZeroU16;

use krilla::tagging::{ListNumbering, Tag};

use crate::{
    Block, Error, Sheet,
    font::{Fonts, clean},
    piece::{Mark, Piece, keeps},
    style::{self, LEFT, Look, MEASURE, WIDE},
    tags::{Part, Tags},
    wrap::{self, Line},
};

/// How far the text of a list stands in.
const INDENT: f32 = 16.0;
/// How far the text of a box to tick stands in.
const TICK_INDENT: f32 = 22.0;
/// The distance from the edge of a note to its text, sideways and downwards.
const INSET: (f32, f32) = (16.0, 10.0);

/// Everything that goes onto pages.
pub(crate) struct Flow<'f> {
    pub(crate) fonts: &'f Fonts,
    pub(crate) tags: Tags,
    pub(crate) pieces: Vec<Piece>,
    /// The heads of tables, to be repeated.
    pub(crate) heads: Vec<Vec<Piece>>,
    /// Space before the next block.
    pub(crate) gap: f32,
}

/// The sheet as pieces.
pub(crate) fn flow<'f>(sheet: &Sheet, fonts: &'f Fonts) -> Result<Flow<'f>, Error> {
    let (tags, pieces, heads) = (Tags::default(), Vec::new(), Vec::new());
    let mut flow = Flow { fonts, tags, pieces, heads, gap: 0.0 };
    flow.top(sheet)?;
    for block in &sheet.blocks {
        flow.block(block)?;
    }
    Ok(flow)
}

/// The lines of a text, with its own line feeds and those that the width asks for.
pub(crate) fn lines(fonts: &Fonts, text: &str, look: &Look, width: f32) -> Vec<Line> {
    let face = fonts.face(look.weight);
    let shaped = |line| wrap::wrap(&face.shape(line), width / look.size);
    clean(text).split('\n').flat_map(shaped).collect()
}

fn heading(level: NonZeroU16, text: &str) -> Tag<krilla::tagging::kind::Hn> {
    Tag::Hn(level, Some(one_line(text)))
}

/// For places that know no lines.
pub(crate) fn one_line(text: &str) -> String {
    clean(text).replace('\n', " ")
}

impl Flow<'_> {
    fn top(&mut self, sheet: &Sheet) -> Result<(), Error> {
        if clean(&sheet.title).trim().is_empty() {
            return Err(Error::Untitled);
        }
        let bar =
            Mark::Area { x: LEFT, width: 32.0, height: 4.0, colour: style::ACCENT, round: 2.0 };
        self.push(Piece { height: 12.0, marks: vec![(0.0, bar)], keep: true, ..Piece::default() });
        let part = self.tags.add(None, heading(NonZeroU16::MIN, &sheet.title));
        self.entry(&sheet.title);
        self.lines(&sheet.title, &style::TITLE, (LEFT, WIDE), part, 4);
        if let Some(subtitle) = &sheet.subtitle {
            self.gap = 3.0;
            self.paragraph(subtitle, &style::SUBTITLE, 4);
        }
        self.gap = 12.0;
        let rule =
            Mark::Area { x: LEFT, width: WIDE, height: 0.75, colour: style::LINE, round: 0.0 };
        self.push(Piece { height: 1.0, marks: vec![(0.0, rule)], ..Piece::default() });
        self.gap = 14.0;
        Ok(())
    }

    fn block(&mut self, block: &Block) -> Result<(), Error> {
        match block {
            Block::Heading(text) => self.heading(text),
            Block::Text(text) => self.paragraph(text, &style::BODY, 3),
            Block::Points(items) => self.list(items, false),
            Block::Ticks(items) => self.list(items, true),
            Block::Note(text) => self.note(text),
            Block::Table { head, rows } => return self.table(head, rows),
            Block::Charts(charts) => self.charts(charts),
            Block::Picture { bytes, share, caption } => {
                return self.picture(bytes, *share, caption);
            }
        }
        Ok(())
    }

    /// One piece, after the space that is due.
    pub(crate) fn push(&mut self, mut piece: Piece) {
        piece.gap += std::mem::take(&mut self.gap);
        self.pieces.push(piece);
    }

    fn entry(&mut self, text: &str) {
        let mark = Mark::Entry(one_line(text));
        self.push(Piece { marks: vec![(0.0, mark)], keep: true, ..Piece::default() });
    }

    fn heading(&mut self, text: &str) {
        if clean(text).trim().is_empty() {
            return;
        }
        self.gap = self.gap.max(20.0);
        let second = NonZeroU16::MIN.saturating_add(1);
        let part = self.tags.add(None, heading(second, text));
        self.entry(text);
        self.lines(text, &style::HEADING, (LEFT, MEASURE), part, 4);
        if let Some(last) = self.pieces.last_mut() {
            last.keep = true;
        }
        self.gap = 5.0;
    }

    /// Text from the left edge; blank text is nothing.
    pub(crate) fn paragraph(&mut self, text: &str, look: &'static Look, whole: usize) {
        if clean(text).trim().is_empty() {
            return;
        }
        let part = self.tags.add(None, Tag::P);
        self.lines(text, look, (LEFT, MEASURE), part, whole);
        self.gap = 9.0;
    }

    /// Lines between `x` and `x + width`, as one piece each.
    pub(crate) fn lines(
        &mut self,
        text: &str,
        look: &'static Look,
        (x, width): (f32, f32),
        part: Part,
        whole: usize,
    ) {
        let lines = lines(self.fonts, text, look, width);
        let n = lines.len();
        for (i, line) in lines.into_iter().enumerate() {
            let text = Mark::Text { x, line, look, part: Some(part) };
            let (marks, keep) = (vec![(look.baseline(), text)], keeps(i, n, whole));
            self.push(Piece { height: look.lead, marks, keep, ..Piece::default() });
        }
    }

    fn list(&mut self, items: &[String], ticks: bool) {
        let numbering = if ticks { ListNumbering::Square } else { ListNumbering::Disc };
        let list = self.tags.add(None, Tag::L(numbering));
        for item in items {
            let row = self.tags.add(Some(list), Tag::LI);
            let label = self.tags.add(Some(row), Tag::Lbl);
            let body = self.tags.add(Some(row), Tag::LBody);
            let (first, indent) = (self.pieces.len(), if ticks { TICK_INDENT } else { INDENT });
            self.lines(item, &style::BODY, (LEFT + indent, MEASURE - indent), body, 3);
            let tick = Mark::Tick { x: LEFT, part: label };
            let mark = if ticks { Some(tick) } else { self.dot(label) };
            if let Some(piece) = self.pieces.get_mut(first) {
                piece.marks.extend(mark.map(|mark| (style::BODY.baseline(), mark)));
            }
            self.gap = if ticks { 7.0 } else { 3.5 };
        }
        self.gap = 9.0;
    }

    fn dot(&self, part: Part) -> Option<Mark> {
        let (x, look) = (LEFT + 2.0, &style::DOT);
        let line = lines(self.fonts, "•", look, WIDE).pop()?;
        Some(Mark::Text { x, line, look, part: Some(part) })
    }

    fn note(&mut self, text: &str) {
        if clean(text).trim().is_empty() {
            return;
        }
        self.gap = self.gap.max(12.0);
        let part = self.tags.add(None, Tag::P);
        let ground = |height| (0.0, Mark::Ground { height });
        let edge = |keep| Piece {
            height: INSET.1,
            marks: vec![ground(INSET.1)],
            keep,
            ..Piece::default()
        };
        self.push(edge(true));
        let first = self.pieces.len();
        let look = &style::NOTE;
        self.lines(text, look, (LEFT + INSET.0, MEASURE), part, 14);
        for piece in self.pieces.iter_mut().skip(first) {
            piece.marks.insert(0, ground(look.lead));
        }
        if let Some(last) = self.pieces.last_mut() {
            last.keep = true;
        }
        self.push(edge(false));
        self.gap = 14.0;
    }
}
