//! A scan: which colours it brings, and the order in which their blocks come.
//!
//! The blocks of several colours come in steps, each with a few blocks of every colour; those of one colour row by row, and
//! only those that hold pixels.

use super::Fault;
use super::bits::Bits;
use super::blocks::{Block, Blocks};
use super::frame::{Component, Frame};
use super::huffman::Table;
use super::progressive::{self, Band};
use super::segments::Tables;
use super::sequential;

/// The most blocks of several colours that come in one step.
const MOST_BLOCKS: usize = 10;

/// What the head of a scan says.
#[derive(Clone, Debug)]
pub struct Scan {
    /// Its colours by their place in the frame, with the tables of their codes.
    pub colours: Vec<(usize, usize, usize)>,
    /// Which coefficients it brings.
    pub band: Band,
}

impl Scan {
    /// Reads the head of a scan.
    pub fn read(content: &[u8], frame: &Frame) -> Result<Self, Fault> {
        let (count, rest) = content.split_first().ok_or(Fault::Damaged)?;
        let (named, rest) = rest.split_at_checked(2 * usize::from(*count)).ok_or(Fault::Damaged)?;
        let mut colours: Vec<(usize, usize, usize)> = Vec::new();
        for [id, both] in named.chunks_exact(2).filter_map(|two| two.first_chunk()) {
            let colour = frame.components.iter().position(|own| own.id == *id);
            let colour = colour.ok_or(Fault::Damaged)?;
            if colours.iter().any(|(known, ..)| *known == colour) {
                return Err(Fault::Damaged);
            }
            colours.push((colour, usize::from(both >> 4), usize::from(both & 15)));
        }
        if colours.len() > 1 && blocks(&colours, frame) > MOST_BLOCKS {
            return Err(Fault::Rare);
        }
        let [first, last, bits, ..] = rest else { return Err(Fault::Damaged) };
        let (high, low) = (u32::from(bits >> 4), u32::from(bits & 15));
        let (first, last) = (usize::from(*first), usize::from(*last));
        let band = Band { first, last, high, low };
        let sound = !frame.progressive || possible(&band, colours.len());
        if sound && !colours.is_empty() { Ok(Self { colours, band }) } else { Err(Fault::Damaged) }
    }

    /// Rows of steps, or of blocks if it has one colour.
    pub fn rows(&self, frame: &Frame) -> usize {
        match self.colours.as_slice() {
            [(only, ..)] => frame.components.get(*only).map_or(0, |own| own.blocks.1),
            _ => frame.steps.1,
        }
    }
}

/// Blocks in a step.
fn blocks(colours: &[(usize, usize, usize)], frame: &Frame) -> usize {
    let all = colours.iter().filter_map(|(colour, ..)| frame.components.get(*colour));
    all.map(|own| own.step.0 * own.step.1).sum()
}

/// Means come by themselves and the others one colour at a time; a bit follows the bit above it.
fn possible(band: &Band, colours: usize) -> bool {
    let alone = if band.first == 0 { band.last == 0 } else { colours == 1 };
    let in_turn = band.high == 0 || band.high == band.low + 1;
    alone && in_turn && band.first <= band.last && band.last < 64 && band.low < 14
}

/// A scan that is being read.
pub struct Reading<'s, 'b> {
    frame: &'s Frame,
    parts: Vec<Part<'s>>,
    pass: Pass,
    bits: Bits<'b>,
    /// Blocks of this band that have nothing more.
    empty: u32,
    restart: usize,
    /// Steps until the next restart.
    left: usize,
    /// Which restart that is, 0 to 7.
    number: u8,
}

/// One colour of a scan.
struct Part<'s> {
    at: usize,
    colour: &'s Component,
    first: Option<&'s Table>,
    others: Option<&'s Table>,
    /// The mean of the block before.
    before: i32,
}

/// What a scan brings of each block.
#[derive(Clone, Copy, Debug)]
enum Pass {
    Whole,
    Mean(u32),
    MeanAgain(u32),
    Others(Band),
    OthersAgain(Band),
}

impl Pass {
    fn of(frame: &Frame, band: Band) -> Self {
        match (frame.progressive, band.first, band.high) {
            (false, ..) => Self::Whole,
            (true, 0, 0) => Self::Mean(band.low),
            (true, 0, _) => Self::MeanAgain(band.low),
            (true, _, 0) => Self::Others(band),
            (true, ..) => Self::OthersAgain(band),
        }
    }
}

impl<'s, 'b> Reading<'s, 'b> {
    /// Begins with the compressed bytes behind the scan's head.
    pub fn new(frame: &'s Frame, scan: &Scan, tables: &'s Tables, bytes: &'b [u8]) -> Option<Self> {
        fn table(all: &[Option<Box<Table>>; 4], at: usize) -> Option<&Table> {
            all.get(at)?.as_deref()
        }
        let part = |(at, first, others): &(usize, usize, usize)| {
            let colour = frame.components.get(*at)?;
            let (first, others) = (table(&tables.first, *first), table(&tables.others, *others));
            Some(Part { at: *at, colour, first, others, before: 0 })
        };
        Some(Self {
            frame,
            parts: scan.colours.iter().map(part).collect::<Option<_>>()?,
            pass: Pass::of(frame, scan.band),
            bits: Bits::new(bytes),
            empty: 0,
            restart: tables.restart,
            left: tables.restart,
            number: 0,
        })
    }

    /// Reads one row of steps, or of blocks if the scan has one colour. `whole` says whether `into` is the whole picture and
    /// not this row alone.
    pub fn row(&mut self, row: usize, whole: bool, into: &mut [Blocks]) -> Result<(), Fault> {
        let top = if whole { row } else { 0 };
        let read = match self.parts.as_slice() {
            [only] => self.alone(only.colour.blocks.0, top, into),
            _ => self.together(top, into),
        };
        let read = if self.bits.overdrawn() { Err(Fault::Damaged) } else { read };
        read.map_err(|why| if why == Fault::Damaged { self.bits.fault() } else { why })
    }

    /// Compressed bytes that were read.
    pub fn bytes(&self) -> usize {
        self.bits.read()
    }

    fn alone(&mut self, across: usize, y: usize, into: &mut [Blocks]) -> Result<(), Fault> {
        for x in 0..across {
            self.due()?;
            self.block(0, (x, y), into)?;
        }
        Ok(())
    }

    fn together(&mut self, row: usize, into: &mut [Blocks]) -> Result<(), Fault> {
        for step in 0..self.frame.steps.0 {
            self.due()?;
            for part in 0..self.parts.len() {
                let (across, down) = self.parts.get(part).map_or((0, 0), |part| part.colour.step);
                for y in 0..down {
                    for x in 0..across {
                        self.block(part, (step * across + x, row * down + y), into)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Begins anew where a restart is due.
    fn due(&mut self) -> Result<(), Fault> {
        if self.restart == 0 {
            return Ok(());
        }
        if self.left == 0 {
            if self.bits.overdrawn() {
                return Err(Fault::Damaged);
            }
            self.bits.restart(self.number)?;
            self.number = (self.number + 1) % 8;
            self.parts.iter_mut().for_each(|part| part.before = 0);
            (self.empty, self.left) = (0, self.restart);
        }
        self.left -= 1;
        Ok(())
    }

    #[inline]
    fn block(
        &mut self,
        part: usize,
        (x, y): (usize, usize),
        into: &mut [Blocks],
    ) -> Result<(), Fault> {
        let part = self.parts.get_mut(part).ok_or(Fault::Damaged)?;
        let block = into.get_mut(part.at).and_then(|blocks| blocks.at(x, y));
        let block: &mut Block = block.ok_or(Fault::Damaged)?;
        let (bits, empty) = (&mut self.bits, &mut self.empty);
        let (first, others) = (part.first.ok_or(Fault::Damaged), part.others.ok_or(Fault::Damaged));
        match &self.pass {
            Pass::Whole => sequential::block(bits, (first?, others?), &mut part.before, block),
            Pass::Mean(low) => progressive::mean(bits, first?, *low, &mut part.before, block),
            Pass::MeanAgain(low) => {
                progressive::mean_again(bits, *low, block);
                Ok(())
            }
            Pass::Others(band) => progressive::others(bits, others?, band, empty, block),
            Pass::OthersAgain(band) => progressive::others_again(bits, others?, band, empty, block),
        }
    }
}
