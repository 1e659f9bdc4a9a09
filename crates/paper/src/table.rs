//! Tables: the widths of their columns, and their rows as strips of one line of every cell each, so that a row longer than a
//! page simply goes on.

use krilla::tagging::{TableHeaderScope, Tag, TagKind};

use crate::{
    Error, MOST_COLUMNS,
    flow::{Flow, lines},
    font::clean,
    piece::{Mark, Piece, keeps},
    style::{self, BODY_HEIGHT, LEFT, Look, WIDE},
    tags::Part,
    wrap::{self, Line},
};

/// Between two columns.
const GUTTER: f32 = 14.0;
/// Above and below the text of a row.
const AIR: f32 = 4.5;
/// A word longer than this doesn't widen its column; it is torn instead.
const LONGEST: f32 = 110.0;
/// So that rounding doesn't break a line that just fits.
const SLACK: f32 = 0.1;
/// A head higher than this isn't repeated.
const REPEATED: f32 = BODY_HEIGHT / 4.0;

/// How the rows of one kind look and what they are.
struct Kind {
    look: &'static Look,
    tag: fn() -> TagKind,
    /// The line beneath: how thick, which colour.
    rule: (f32, style::Colour),
}

static HEAD: Kind = Kind {
    look: &style::COLUMN,
    tag: || Tag::TH(TableHeaderScope::Column).into(),
    rule: (1.0, style::ACCENT),
};

static ROW: Kind = Kind { look: &style::CELL, tag: || Tag::TD.into(), rule: (0.6, style::LINE) };

impl Flow<'_> {
    /// A table; one without any cell is nothing.
    pub(crate) fn table(&mut self, head: &[String], rows: &[Vec<String>]) -> Result<(), Error> {
        let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
        if columns > MOST_COLUMNS {
            return Err(Error::TooManyColumns(columns));
        }
        if columns == 0 {
            return Ok(());
        }
        let columns = self.columns(head, rows, columns);
        let table = self.tags.add(None, Tag::Table);
        let under = self.head(head, &columns, table);
        let body = self.tags.add(Some(table), Tag::TBody);
        for row in rows {
            let first = self.pieces.len();
            self.row(row, &columns, body, &ROW);
            self.pieces.iter_mut().skip(first).for_each(|piece| piece.under = under);
        }
        self.gap = 14.0;
        Ok(())
    }

    /// The head, and its number for repeating.
    fn head(&mut self, head: &[String], columns: &[f32], table: Part) -> Option<usize> {
        if head.iter().all(|cell| clean(cell).trim().is_empty()) {
            return None;
        }
        let first = self.pieces.len();
        let part = self.tags.add(Some(table), Tag::THead);
        self.row(head, columns, part, &HEAD);
        if let Some(last) = self.pieces.last_mut() {
            last.keep = true;
        }
        let mut again = self.pieces.get(first..).unwrap_or_default().to_vec();
        if again.iter().map(|piece| piece.height).sum::<f32>() > REPEATED {
            return None;
        }
        for piece in &mut again {
            piece.marks = piece.marks.drain(..).map(|(y, mark)| (y, mark.again())).collect();
        }
        self.heads.push(again);
        Some(self.heads.len() - 1)
    }

    fn row(&mut self, row: &[String], columns: &[f32], within: Part, kind: &Kind) {
        let part = self.tags.add(Some(within), Tag::TR);
        let mut cells = Vec::new();
        let mut x = LEFT;
        for (i, width) in columns.iter().enumerate() {
            let text = row.get(i).map_or("", String::as_str);
            let cell = self.tags.add(Some(part), (kind.tag)());
            cells.push((x, cell, lines(self.fonts, text, kind.look, width - GUTTER).into_iter()));
            x += width;
        }
        self.strips(cells, kind);
    }

    /// The strips of a row: the first has air above, the last has air and the line beneath.
    fn strips(&mut self, mut cells: Vec<(f32, Part, std::vec::IntoIter<Line>)>, kind: &Kind) {
        let look = kind.look;
        let n = cells.iter().map(|(_, _, lines)| lines.len()).max().unwrap_or(0);
        for i in 0..n {
            let above = if i == 0 { AIR } else { 0.0 };
            let mut piece =
                Piece { height: above + look.lead, keep: keeps(i, n, 12), ..Piece::default() };
            for (x, part, lines) in &mut cells {
                if let Some(line) = lines.next() {
                    let text = Mark::Text { x: *x, line, look, part: Some(*part) };
                    piece.marks.push((above + look.baseline(), text));
                }
            }
            if i + 1 == n {
                let (height, colour) = kind.rule;
                let rule = Mark::Area { x: LEFT, width: WIDE, height, colour, round: 0.0 };
                piece.marks.push((piece.height + AIR, rule));
                piece.height += AIR + height;
            }
            self.push(piece);
        }
    }

    /// The width of every column; together they are as wide as the page.
    ///
    /// Each gets what its longest word needs and a share of the rest by how much more its longest text would take.
    fn columns(&self, head: &[String], rows: &[Vec<String>], columns: usize) -> Vec<f32> {
        let mut needs = vec![(0.0_f32, 0.0_f32); columns];
        let rows = rows.iter().map(|row| (row.as_slice(), &ROW));
        for (row, kind) in rows.chain([(head, &HEAD)]) {
            for (cell, (least, most)) in row.iter().zip(&mut needs) {
                let (word, whole) = self.needs(cell, kind.look);
                *least = least.max(word.min(LONGEST) + GUTTER);
                *most = most.max(whole + GUTTER);
            }
        }
        share(&needs)
    }

    /// How wide the longest word and the longest line of a cell are.
    fn needs(&self, cell: &str, look: &Look) -> (f32, f32) {
        let face = self.fonts.face(look.weight);
        clean(cell).split('\n').fold((0.0_f32, 0.0_f32), |(word, whole), line| {
            let shaped = face.shape(line);
            let length = shaped.glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>();
            let [long, all] =
                [wrap::longest_word(&shaped), length].map(|em| em * look.size + SLACK);
            (word.max(long), whole.max(all))
        })
    }
}

/// [`WIDE`] divided among columns, each with the least and the most it can use.
fn share(needs: &[(f32, f32)]) -> Vec<f32> {
    let least: f32 = needs.iter().map(|need| need.0).sum();
    if least >= WIDE {
        return needs.iter().map(|need| WIDE * need.0 / least).collect();
    }
    let modest = modest(needs);
    let rest = |need: &(f32, f32)| if need.1 <= modest { need.1 } else { need.0 };
    let spare = WIDE - needs.iter().map(rest).sum::<f32>();
    // A text of many lines should not starve the others; if all are modest, all get a little more.
    let all = needs.iter().all(|need| need.1 <= modest);
    let wish = |need: &(f32, f32)| match need.1 <= modest {
        true if all => need.1,
        true => 0.0,
        false => (need.1 - need.0).min(WIDE) + 1.0,
    };
    let wishes: f32 = needs.iter().map(wish).sum();
    needs.iter().map(|need| rest(need) + spare * wish(need) / wishes).collect()
}

/// The width up to which a column gets all it can use, as the others still have what they need and an equal share.
fn modest(needs: &[(f32, f32)]) -> f32 {
    let mut order = needs.to_vec();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    let (mut rest, mut least) = (WIDE, order.iter().map(|need| need.0).sum::<f32>());
    let mut modest = 0.0;
    for (i, need) in order.iter().enumerate() {
        least -= need.0;
        if need.1 > rest / (order.len() - i) as f32 || rest - need.1 < least {
            break;
        }
        (rest, modest) = (rest - need.1, need.1);
    }
    modest
}
