//! From the file to rows of blocks, top to bottom: read row by row where the picture comes in one scan, or once all scans
//! are read.

use super::Fault;
use super::blocks::{Block, Blocks};
use super::coefficients::Coefficients;
use super::frame::{Component, Frame};
use super::scan::{Reading, Scan};
use super::segments::{Head, Tables, Walk};
use super::transform::Steps;

/// More scans than any camera or program makes; each costs time on all pixels.
const SCANS: usize = 100;

/// Is given the number of a row of steps, the blocks of each colour in it, and what they were divided by.
pub type Painter<'p> = dyn FnMut(usize, &[&[Block]], &[&Steps]) + 'p;

/// Reads a picture that comes in one scan, each row handed over before the next is read.
pub fn stream(bytes: &[u8], head: &Head, paint: &mut Painter<'_>) -> Result<(), Fault> {
    let frame = &head.frame;
    let mut source = Source::new(bytes, frame);
    let mut band = room(frame, |tall| tall / frame.steps.1);
    let (scan, walk) = source.next_scan()?.ok_or(Fault::CutOff)?;
    let mut reading =
        Reading::new(frame, &scan, &source.tables, walk.rest()).ok_or(Fault::Damaged)?;
    let steps = source.progress.steps()?;
    for row in 0..frame.steps.1 {
        band.iter_mut().for_each(Blocks::clear);
        reading.row(row, false, &mut band)?;
        let rows: Vec<&[Block]> = band.iter().map(Blocks::all).collect();
        paint(row, &rows, &steps);
    }
    Ok(())
}

/// Reads all scans.
pub fn whole(bytes: &[u8], head: &Head) -> Result<Coefficients, Fault> {
    let frame = &head.frame;
    let mut source = Source::new(bytes, frame);
    let mut blocks = room(frame, |tall| tall);
    while let Some((scan, walk)) = source.next_scan()? {
        let reading = Reading::new(frame, &scan, &source.tables, walk.rest());
        let mut reading = reading.ok_or(Fault::Damaged)?;
        for row in 0..scan.rows(frame) {
            reading.row(row, true, &mut blocks)?;
        }
        let read = reading.bytes();
        source.walk.pass(read);
    }
    let steps = source.progress.steps()?.into_iter().copied().collect();
    Ok(Coefficients { frame: frame.clone(), coding: head.coding(), steps, blocks })
}

/// Blocks for each colour: as many rows as the picture has, or as `tall` makes of that.
fn room(frame: &Frame, tall: impl Fn(usize) -> usize) -> Vec<Blocks> {
    let of = |own: &Component| Blocks::new(own.room.0, tall(own.room.1));
    frame.components.iter().map(of).collect()
}

/// A file from its beginning to the end of its last scan.
struct Source<'b> {
    frame: &'b Frame,
    walk: Walk<'b>,
    tables: Tables,
    progress: Progress,
}

impl<'b> Source<'b> {
    fn new(bytes: &'b [u8], frame: &'b Frame) -> Self {
        let (walk, tables) = (Walk::new(bytes), Tables::default());
        Self { frame, walk, tables, progress: Progress::new(frame) }
    }

    /// The next scan, and where its pixels begin; `None` once the picture is whole.
    fn next_scan(&mut self) -> Result<Option<(Scan, Walk<'b>)>, Fault> {
        while !self.progress.is_whole() {
            let marker = self.walk.marker()?;
            match (marker, self.walk.content(marker)?) {
                (0xD9, _) if self.progress.has_all() => return Ok(None),
                (0xD9, _) => return Err(Fault::CutOff),
                (0xDA, content) => {
                    let scan = Scan::read(content, self.frame)?;
                    self.progress.begins(&scan, &self.tables)?;
                    return Ok(Some((scan, self.walk)));
                }
                (_, content) => self.tables.define(marker, content)?,
            }
        }
        Ok(None)
    }
}

/// How far the scans have come.
struct Progress {
    /// Of each colour and coefficient the lowest bit that came.
    left: Vec<[u8; 64]>,
    /// What each colour was divided by when it first came.
    steps: Vec<Option<Box<Steps>>>,
    /// Which table that is.
    tables: Vec<usize>,
    scans: usize,
    progressive: bool,
}

/// No bit came yet.
const NONE: u8 = u8::MAX;

impl Progress {
    fn new(frame: &Frame) -> Self {
        let colours = frame.components.len();
        Self {
            left: vec![[NONE; 64]; colours],
            steps: vec![None; colours],
            tables: frame.components.iter().map(|own| own.table).collect(),
            scans: 0,
            progressive: frame.progressive,
        }
    }

    /// Notes what a scan brings; what its colours are divided by stands from the first one on.
    fn begins(&mut self, scan: &Scan, tables: &Tables) -> Result<(), Fault> {
        self.scans += 1;
        if self.scans > SCANS {
            return Err(Fault::Rare);
        }
        let (band, low) = if self.progressive {
            (scan.band.first..scan.band.last + 1, scan.band.low as u8)
        } else {
            (0..64, 0)
        };
        for (colour, ..) in &scan.colours {
            let table = self.tables.get(*colour).and_then(|table| tables.steps.get(*table));
            if let (Some(steps), Some(table)) = (self.steps.get_mut(*colour), table) {
                *steps = steps.take().or_else(|| table.clone());
            }
            let left = self.left.get_mut(*colour).and_then(|left| left.get_mut(band.clone()));
            left.ok_or(Fault::Damaged)?.fill(low);
        }
        Ok(())
    }

    /// Whether nothing is left to come.
    fn is_whole(&self) -> bool {
        self.left.iter().flatten().all(|low| *low == 0)
    }

    /// Whether every colour came, if only roughly.
    fn has_all(&self) -> bool {
        self.left.iter().all(|left| left.first() != Some(&NONE))
    }

    fn steps(&self) -> Result<Vec<&Steps>, Fault> {
        self.steps.iter().map(|steps| steps.as_deref().ok_or(Fault::Damaged)).collect()
    }
}
