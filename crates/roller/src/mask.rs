//! Where a place is: in the zone, in a hole, just around the zone, or far off. A coarse chart answers for most places
//! at once; only cells that an edge runs through look at the polygon.

use crate::zone::{Bounds, Corner, Zone, distance};

/// Where a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// Too far from the zone to matter.
    Far,
    /// Outside, but near enough to be some place's nearest puncture.
    Around,
    /// In the zone.
    Inside,
    /// In a hole: spared.
    Spared,
}

#[derive(Clone, Copy, PartialEq)]
enum Cell {
    All(Place),
    Mixed,
}

/// The chart of a zone.
#[derive(Clone, Debug)]
pub(crate) struct Mask {
    zone: Zone,
    bounds: Bounds,
    size: f64,
    columns: usize,
    cells: Vec<Cell>,
    edge: Vec<f32>,
}

impl std::fmt::Debug for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if *self == Self::Mixed { "Mixed" } else { "All" })
    }
}

impl Mask {
    /// Charts a zone and what lies around it within `halo`, mm.
    pub fn new(zone: Zone, halo: f64) -> Self {
        let Bounds { low, high } = zone.bounds();
        let bounds =
            Bounds { low: low.map(|side| side - halo), high: high.map(|side| side + halo) };
        let [width, height] = [0, 1].map(|axis| bounds.high[axis] - bounds.low[axis]);
        let size = (width.max(height) / 200.0).max(0.5);
        let [columns, rows] = [width, height].map(|side| (side / size).ceil().max(1.0) as usize);
        let mut mask = Self { zone, bounds, size, columns, cells: Vec::new(), edge: Vec::new() };
        for cell in 0..columns * rows {
            let centre = mask.centre(cell);
            let edge =
                mask.zone.edges().map(|edge| distance(centre, edge)).fold(f64::INFINITY, f64::min);
            mask.cells.push(mask.classify(centre, edge, halo));
            mask.edge.push(edge as f32);
        }
        mask
    }
    fn centre(&self, cell: usize) -> Corner {
        let [x, y] =
            [cell % self.columns, cell / self.columns].map(|nth| (nth as f64 + 0.5) * self.size);
        [self.bounds.low[0] + x, self.bounds.low[1] + y]
    }
    fn classify(&self, centre: Corner, edge: f64, halo: f64) -> Cell {
        // A hair more than half the diagonal.
        let reach = self.size * 0.708;
        if edge <= reach {
            return Cell::Mixed;
        }
        Cell::All(match self.zone.find(centre) {
            (true, false) => Place::Inside,
            (true, true) => Place::Spared,
            (false, _) if edge <= halo + reach => Place::Around,
            (false, _) => Place::Far,
        })
    }
    /// Zone and halo.
    pub fn bounds(&self) -> Bounds {
        self.bounds
    }
    pub fn zone(&self) -> &Zone {
        &self.zone
    }
    fn cell(&self, [x, y]: Corner) -> Option<usize> {
        let [column, row] =
            [(x - self.bounds.low[0]) / self.size, (y - self.bounds.low[1]) / self.size];
        let inside = column >= 0.0 && row >= 0.0 && column < self.columns as f64;
        inside.then_some(row as usize * self.columns + column as usize)
    }
    /// Where a place is.
    pub fn find(&self, at: Corner) -> Place {
        match self.cell(at).and_then(|cell| self.cells.get(cell)) {
            None => Place::Far,
            Some(Cell::All(place)) => *place,
            Some(Cell::Mixed) => match self.zone.find(at) {
                (true, false) => Place::Inside,
                (true, true) => Place::Spared,
                (false, _) => Place::Around,
            },
        }
    }
    /// Side of a cell of the chart, mm.
    pub fn cell_mm(&self) -> f64 {
        self.size
    }
    /// How far it is from here to the zone's edge, mm, to half a cell; infinite off the chart.
    pub fn to_edge(&self, at: Corner) -> f32 {
        self.cell(at).and_then(|cell| self.edge.get(cell)).copied().unwrap_or(f32::INFINITY)
    }
}
