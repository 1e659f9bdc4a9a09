//! A walk over the segments of a JPEG, and what those before the pixels say.

use super::Fault;
use super::frame::Frame;
use super::huffman::Table;
use super::transform::{Steps, ZIGZAG};

/// What stands before the pixels.
#[derive(Clone, Debug)]
pub struct Head {
    /// The shape.
    pub frame: Frame,
    /// The EXIF block, if there is one.
    pub exif: Option<Vec<u8>>,
    /// The ICC profile, if there is one; what is left of it if a part is missing.
    pub profile: Option<Vec<u8>>,
    jfif: bool,
    /// How Adobe's segment says the colours are coded.
    adobe: Option<u8>,
    /// Colours in the first scan.
    first: usize,
}

/// How the three colours are stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// One colour: grey.
    Grey,
    /// Brightness and two differences.
    Difference,
    /// Red, green and blue.
    Plain,
}

impl Head {
    /// How colours are stored, as libjpeg guesses it.
    pub fn coding(&self) -> Coding {
        let ids: Vec<u8> = self.frame.components.iter().map(|own| own.id).collect();
        match (ids.as_slice(), self.jfif, self.adobe) {
            ([_], _, _) => Coding::Grey,
            (_, true, _) => Coding::Difference,
            (_, false, Some(0)) | (b"RGB", false, None) => Coding::Plain,
            _ => Coding::Difference,
        }
    }

    /// Whether the picture comes from top to bottom in its first scan.
    pub fn in_one_scan(&self) -> bool {
        !self.frame.progressive && self.first == self.frame.components.len()
    }
}

/// Reads everything up to the first scan.
pub fn head(bytes: &[u8]) -> Result<Head, Fault> {
    let (mut walk, mut frame) = (Walk::new(bytes), None);
    let (mut exif, mut parts, mut jfif, mut adobe) = (None, Vec::new(), false, None);
    loop {
        let marker = walk.marker()?;
        match (marker, walk.content(marker)?) {
            (0xD9, _) => return Err(Fault::Damaged),
            (0xDA, content) => {
                let frame = frame.ok_or(Fault::Damaged)?;
                let first = content.first().copied().map_or(0, usize::from);
                return Ok(Head { frame, exif, profile: joined(parts), jfif, adobe, first });
            }
            (0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF, _) if frame.is_some() => {
                return Err(Fault::Damaged);
            }
            (0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF, content) => {
                frame = Some(Frame::read(marker, content)?);
            }
            (0xE0, [b'J', b'F', b'I', b'F', 0, ..]) => jfif = true,
            (0xE1, [b'E', b'x', b'i', b'f', 0, 0, block @ ..]) if exif.is_none() => {
                exif = Some(block.to_vec());
            }
            (0xE2, content) => parts.extend(content.strip_prefix(b"ICC_PROFILE\0")),
            (0xEE, [b'A', b'd', b'o', b'b', b'e', _, _, _, _, _, _, how, ..]) => {
                adobe = Some(*how);
            }
            _ => {}
        }
    }
}

/// A profile comes in parts, each with its number and how many there are.
fn joined(mut parts: Vec<&[u8]>) -> Option<Vec<u8>> {
    parts.sort_by_key(|part| part.first().copied());
    let all = parts.iter().filter_map(|part| part.get(2..)).collect::<Vec<_>>().concat();
    (!parts.is_empty()).then_some(all)
}

/// The tables that scans are read with; each may be defined anew between two scans.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// What coefficients were divided by, in their natural order.
    pub steps: [Option<Box<Steps>>; 4],
    /// Codes of first coefficients.
    pub first: [Option<Box<Table>>; 4],
    /// Codes of the others.
    pub others: [Option<Box<Table>>; 4],
    /// Steps of a scan between two restarts; 0 for none.
    pub restart: usize,
}

impl Tables {
    /// Takes over what a segment defines; others than those of tables define nothing here.
    pub fn define(&mut self, marker: u8, content: &[u8]) -> Result<(), Fault> {
        match (marker, content) {
            (0xDB, _) => self.define_steps(content),
            (0xC4, _) => self.define_codes(content),
            (0xDD, [high, low, ..]) => {
                self.restart = usize::from(u16::from_be_bytes([*high, *low]));
                Ok(())
            }
            (0xDD, _) => Err(Fault::Damaged),
            _ => Ok(()),
        }
    }

    fn define_steps(&mut self, mut rest: &[u8]) -> Result<(), Fault> {
        while let [which, behind @ ..] = rest {
            let wide = which >> 4 != 0;
            let length = if wide { 128 } else { 64 };
            let (values, next) = behind.split_at_checked(length).ok_or(Fault::Damaged)?;
            let read = |two: &[u8]| two.iter().fold(0_u16, |sum, byte| sum << 8 | u16::from(*byte));
            let mut steps = Box::new([0; 64]);
            for (value, place) in values.chunks_exact(length / 64).zip(ZIGZAG) {
                if let Some(step) = steps.get_mut(usize::from(place)) {
                    *step = read(value);
                }
            }
            *self.steps.get_mut(usize::from(which & 15)).ok_or(Fault::Damaged)? = Some(steps);
            rest = next;
        }
        Ok(())
    }

    fn define_codes(&mut self, mut rest: &[u8]) -> Result<(), Fault> {
        while let [which, behind @ ..] = rest {
            let (counts, behind) = behind.split_first_chunk::<16>().ok_or(Fault::Damaged)?;
            let all = counts.iter().map(|count| usize::from(*count)).sum();
            let (symbols, next) = behind.split_at_checked(all).ok_or(Fault::Damaged)?;
            let table = Box::new(Table::new(counts, symbols)?);
            let of = if which >> 4 == 0 { &mut self.first } else { &mut self.others };
            *of.get_mut(usize::from(which & 15)).ok_or(Fault::Damaged)? = Some(table);
            rest = next;
        }
        Ok(())
    }
}

/// A place in the file.
#[derive(Clone, Copy, Debug)]
pub struct Walk<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Walk<'b> {
    /// Behind the two bytes that begin every JPEG.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 2 }
    }

    /// What comes next.
    pub fn rest(&self) -> &'b [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Passes over so many bytes.
    pub fn pass(&mut self, bytes: usize) {
        self.at += bytes;
    }

    /// The next marker. Compressed pixels before it are passed over: in them 0xFF is followed by 0, and nowhere else.
    pub fn marker(&mut self) -> Result<u8, Fault> {
        loop {
            let flag = self.rest().iter().position(|byte| *byte == 0xFF).ok_or(Fault::CutOff)?;
            self.at += flag + 1;
            match self.rest().first() {
                None => return Err(Fault::CutOff),
                Some(0 | 0xFF) => {}
                Some(marker) => {
                    self.at += 1;
                    return Ok(*marker);
                }
            }
        }
    }

    /// What the segment of a marker holds, without its length; nothing for markers that stand alone.
    pub fn content(&mut self, marker: u8) -> Result<&'b [u8], Fault> {
        if matches!(marker, 0x01 | 0xD0..=0xD9) {
            return Ok(&[]);
        }
        let rest = self.rest();
        let length = rest.first_chunk().ok_or(Fault::CutOff)?;
        let length = usize::from(u16::from_be_bytes(*length));
        let segment = rest.get(..length).ok_or(Fault::CutOff)?;
        self.at += length;
        segment.get(2..).ok_or(Fault::Damaged)
    }
}
