//! Punctures sorted into square cells, about two in each, so that the nearest is found by looking at a few.
//!
//! Cells of a row lie next to each other in memory; three rows of three cells are three runs of numbers. If the nearest
//! found could still be beaten from outside the cells looked at, the next ring of cells is looked at too.

use crate::strokes::Punctures;

/// Punctures by place.
pub(crate) struct Index {
    low: [f32; 2],
    size: f32,
    columns: usize,
    rows: usize,
    starts: Vec<u32>,
    xs: Vec<f32>,
    ys: Vec<f32>,
    inside: Vec<bool>,
}

/// Punctures in one cell, on average.
const A_CELL: f64 = 2.0;

impl Index {
    /// Sorts all punctures, those around the zone too; `None` if there are none.
    pub fn of(punctures: &Punctures) -> Option<Self> {
        let all = || punctures.inside.iter().chain(&punctures.around);
        let count = punctures.inside.len() + punctures.around.len();
        let (mut low, mut high) = (*all().next()?, [f32::NEG_INFINITY; 2]);
        for [x, y] in all() {
            low = [low[0].min(*x), low[1].min(*y)];
            high = [high[0].max(*x), high[1].max(*y)];
        }
        let [w, h] = [0, 1].map(|axis| f64::from(high[axis] - low[axis]).max(1e-3));
        // Punctures on one line would need cells without width.
        let size =
            (w * h * A_CELL / count as f64).sqrt().max(w.max(h) * A_CELL / count as f64).max(1e-4);
        let [columns, rows] = [w, h].map(|side| (side / size) as usize + 1);
        let mut index = Self {
            low,
            size: size as f32,
            columns,
            rows,
            starts: vec![0; columns * rows + 1],
            xs: vec![0.0; count],
            ys: vec![0.0; count],
            inside: vec![false; count],
        };
        index.sort(punctures);
        Some(index)
    }

    /// A counting sort: how many are in each cell, then each to its place.
    fn sort(&mut self, punctures: &Punctures) {
        let all = || {
            punctures
                .inside
                .iter()
                .map(|at| (at, true))
                .chain(punctures.around.iter().map(|at| (at, false)))
        };
        for (at, _) in all() {
            let cell = self.cell(*at);
            self.starts[cell] += 1;
        }
        let mut sum = 0;
        for start in &mut self.starts {
            sum += std::mem::replace(start, sum);
        }
        for (at, inside) in all() {
            let cell = self.cell(*at);
            let place = self.starts[cell] as usize;
            self.starts[cell] += 1;
            [self.xs[place], self.ys[place]] = *at;
            self.inside[place] = inside;
        }
        // Every start has moved to its cell's end: the start of the next.
        self.starts.rotate_right(1);
        self.starts[0] = 0;
    }

    fn cell(&self, at: [f32; 2]) -> usize {
        let [column, row] = self.square(at);
        row * self.columns + column
    }
    fn square(&self, at: [f32; 2]) -> [usize; 2] {
        // A cast of what is below zero gives zero.
        let nth = |axis: usize| ((at[axis] - self.low[axis]) / self.size) as usize;
        [nth(0).min(self.columns - 1), nth(1).min(self.rows - 1)]
    }
    /// Where the punctures in the zone are, and how far each is from the nearest other one, mm; in the order of cells.
    pub fn others(&self) -> Vec<([f32; 2], f32)> {
        let mut found = Vec::with_capacity(self.xs.len());
        let mut block = Block::default();
        for (row, column) in
            (0..self.rows).flat_map(|row| (0..self.columns).map(move |column| (row, column)))
        {
            let cell = row * self.columns + column;
            let [first, last] = [self.starts[cell] as usize, self.starts[cell + 1] as usize];
            if first == last {
                continue;
            }
            let own = block.gather(self, row, column);
            for place in (first..last).filter(|place| self.inside[*place]) {
                let at = [self.xs[place], self.ys[place]];
                let square = block.nearest(own + place - first);
                let ring = Ring { index: self, at, but: place, column, row };
                let sure = square <= ring.border(1);
                found.push((at, if sure { square.sqrt() } else { self.nearest(at, place) }));
            }
        }
        found
    }
    /// Punctures as they lie in the cells.
    pub fn places(&self) -> impl Iterator<Item = [f32; 2]> {
        self.xs.iter().zip(&self.ys).map(|(x, y)| [*x, *y])
    }
    /// Punctures per mm² that chance would need to hit as many cells: less than there are where they lie in clumps.
    pub fn spread_density(&self) -> f32 {
        let empty = self.starts.windows(2).filter(|pair| pair[0] == pair[1]).count().max(1);
        let share = empty as f32 / (self.columns * self.rows) as f32;
        (-share.ln()).max(1e-3) / (self.size * self.size)
    }

    /// How far the nearest puncture is, mm; `but` is left out. Infinite if there is no other.
    pub fn nearest(&self, at: [f32; 2], but: usize) -> f32 {
        let [column, row] = self.square(at);
        let mut best = f32::INFINITY;
        let mut reach = 1;
        let ring = Ring { index: self, at, but, column, row };
        ring.rows(1, true, &mut best);
        while best > ring.border(reach) && reach < self.columns.max(self.rows) {
            reach += 1;
            ring.rows(reach, false, &mut best);
        }
        best.sqrt()
    }

    fn scan(&self, row: usize, columns: [usize; 2], at: [f32; 2], but: usize, best: &mut f32) {
        let base = row * self.columns;
        let [first, last] =
            [self.starts[base + columns[0]] as usize, self.starts[base + columns[1] + 1] as usize];
        for (nth, (x, y)) in self.xs[first..last].iter().zip(&self.ys[first..last]).enumerate() {
            let (dx, dy) = (x - at[0], y - at[1]);
            let square = dx * dx + dy * dy;
            if square < *best && first + nth != but {
                *best = square;
            }
        }
    }
}

/// The cells around a place.
struct Ring<'i> {
    index: &'i Index,
    at: [f32; 2],
    but: usize,
    column: usize,
    row: usize,
}

impl Ring<'_> {
    /// Looks at the square of cells this many away, or only at its rim.
    fn rows(&self, reach: usize, whole: bool, best: &mut f32) {
        let index = self.index;
        let [left, right] =
            [self.column.saturating_sub(reach), (self.column + reach).min(index.columns - 1)];
        let [top, bottom] =
            [self.row.saturating_sub(reach), (self.row + reach).min(index.rows - 1)];
        for row in top..=bottom {
            let rim = row + reach == self.row || row == self.row + reach;
            if whole || rim {
                index.scan(row, [left, right], self.at, self.but, best);
                continue;
            }
            if left + reach == self.column {
                index.scan(row, [left, left], self.at, self.but, best);
            }
            if right == self.column + reach {
                index.scan(row, [right, right], self.at, self.but, best);
            }
        }
    }
    /// The square of how far it is to what was not looked at; sides where nothing is left don't count.
    fn border(&self, reach: usize) -> f32 {
        let index = self.index;
        let side = |axis: usize, nth: usize, count: usize| {
            let (low, at) = (index.low[axis], self.at[axis]);
            let before = if nth > reach {
                at - (low + (nth - reach) as f32 * index.size)
            } else {
                f32::INFINITY
            };
            let after = if nth + reach + 1 < count {
                low + (nth + reach + 1) as f32 * index.size - at
            } else {
                f32::INFINITY
            };
            before.min(after)
        };
        let side = side(0, self.column, index.columns).min(side(1, self.row, index.rows)).max(0.0);
        side * side
    }
}

/// The punctures of a cell and its eight neighbours, copied side by side so that four are compared at once.
#[derive(Default)]
struct Block {
    xs: Vec<f32>,
    ys: Vec<f32>,
}

impl Block {
    /// Copies them; where the middle cell's begin.
    fn gather(&mut self, index: &Index, row: usize, column: usize) -> usize {
        let (left, right) = (column.saturating_sub(1), (column + 1).min(index.columns - 1));
        self.xs.clear();
        self.ys.clear();
        let mut own = 0;
        for near in row.saturating_sub(1)..=(row + 1).min(index.rows - 1) {
            let base = near * index.columns;
            let [first, last] =
                [index.starts[base + left] as usize, index.starts[base + right + 1] as usize];
            if near == row {
                own = self.xs.len() + index.starts[base + column] as usize - first;
            }
            self.xs.extend_from_slice(&index.xs[first..last]);
            self.ys.extend_from_slice(&index.ys[first..last]);
        }
        // What fills up the last four is nowhere.
        let whole = self.xs.len().next_multiple_of(4);
        self.xs.resize(whole, f32::INFINITY);
        self.ys.resize(whole, f32::INFINITY);
        own
    }
    /// The square of the distance from one of these to the nearest other.
    fn nearest(&mut self, own: usize) -> f32 {
        let at = [std::mem::replace(&mut self.xs[own], f32::INFINITY), self.ys[own]];
        let mut best = [f32::INFINITY; 4];
        for (xs, ys) in self.xs.chunks_exact(4).zip(self.ys.chunks_exact(4)) {
            for lane in 0..4 {
                let (dx, dy) = (xs[lane] - at[0], ys[lane] - at[1]);
                let square = dx * dx + dy * dy;
                best[lane] = if square < best[lane] { square } else { best[lane] };
            }
        }
        self.xs[own] = at[0];
        best.into_iter().fold(f32::INFINITY, f32::min)
    }
}
