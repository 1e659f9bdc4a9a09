//! From pieces to pages: what belongs together stays together as long as a page can hold it, and a table's head comes again.

use crate::{
    Error, Sheet,
    flow::lines,
    font::Fonts,
    piece::{Mark, Piece},
    style::{self, BOTTOM, TOP, WIDE},
    wrap::Line,
};

/// What is drawn on a page and how far from its top, ornaments first and then in the order of reading.
pub(crate) type Page = Vec<(f32, Mark)>;

struct Pages<'h> {
    heads: &'h [Vec<Piece>],
    done: Vec<Page>,
    page: Page,
    y: f32,
}

/// The lines at the foot of every page.
pub(crate) fn foot(sheet: &Sheet, fonts: &Fonts) -> Result<Vec<Line>, Error> {
    let text = sheet.made.as_deref().unwrap_or_default();
    // The number of the page stands beside it.
    let lines = lines(fonts, text, &style::SMALL, WIDE - 80.0);
    if lines.len() > 2 { Err(Error::LongFoot) } else { Ok(lines) }
}

/// The pieces on pages; at least one page.
pub(crate) fn paginate(pieces: Vec<Piece>, heads: &[Vec<Piece>]) -> Vec<Page> {
    let mut pages = Pages { heads, done: Vec::new(), page: Vec::new(), y: TOP };
    let mut together = Vec::new();
    for piece in pieces {
        let last = !piece.keep;
        together.push(piece);
        if last {
            pages.place(std::mem::take(&mut together));
        }
    }
    pages.place(together);
    pages.turn();
    pages.done
}

impl Pages<'_> {
    /// Pieces that belong together. If no page can hold them all, they are torn where the page ends.
    fn place(&mut self, together: Vec<Piece>) {
        let height: f32 = together.iter().map(|piece| piece.gap + piece.height).sum();
        let head = together.first().and_then(|piece| piece.under);
        if self.y + height > BOTTOM && TOP + height + self.head_height(head) <= BOTTOM {
            self.turn_under(head);
        }
        for piece in together {
            self.put(piece);
        }
    }

    fn put(&mut self, piece: Piece) {
        if self.y + self.gap(&piece) + piece.height > BOTTOM {
            self.turn_under(piece.under);
        }
        self.y += self.gap(&piece);
        for (y, mark) in piece.marks {
            self.mark(self.y + y, mark);
        }
        self.y += piece.height;
    }

    fn gap(&self, piece: &Piece) -> f32 {
        if self.page.is_empty() { 0.0 } else { piece.gap }
    }

    /// A ground that begins where the last one ends makes that one longer.
    fn mark(&mut self, y: f32, mark: Mark) {
        if let Mark::Ground { height } = &mark {
            for (top, before) in self.page.iter_mut().rev() {
                if let Mark::Ground { height: so_far } = before {
                    if (*top + *so_far - y).abs() < 0.01 {
                        *so_far += height;
                        return;
                    }
                    break;
                }
            }
        }
        self.page.push((y, mark));
    }

    fn head_height(&self, head: Option<usize>) -> f32 {
        let head = head.and_then(|n| self.heads.get(n));
        head.map_or(0.0, |pieces| pieces.iter().map(|piece| piece.height).sum())
    }

    fn turn_under(&mut self, head: Option<usize>) {
        self.turn();
        for mut piece in head.and_then(|n| self.heads.get(n)).cloned().unwrap_or_default() {
            piece.gap = 0.0;
            self.put(piece);
        }
    }

    fn turn(&mut self) {
        self.page.sort_by_key(|(_, mark)| mark.part());
        self.done.push(std::mem::take(&mut self.page));
        self.y = TOP;
    }
}
