//! A walk over the segments of a JPEG: its size, its build, and where it really ends.
//!
//! Nothing is decoded. The walk exists because a decoder is content with half a photo, does not mind ten thousand
//! passes over the same pixels, and never says where the picture stops and something else begins.

use super::Refusal;

/// More passes than any camera or program makes; each costs time on all pixels.
const SCANS: u32 = 100;

/// What the segments say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Pixels across.
    pub width: u16,
    /// Pixels down.
    pub height: u16,
    /// Whether it comes in passes over the whole picture.
    pub progressive: bool,
    /// Colours per pixel: 1 or 3.
    pub components: u8,
    /// Where the picture ends, in bytes from the beginning.
    pub end: usize,
}

impl Shape {
    /// Bytes that a progressive picture needs for its coefficients until the last pass: two each.
    pub fn coefficients(&self) -> u64 {
        let pixels = u64::from(self.width) * u64::from(self.height);
        if self.progressive { pixels * u64::from(self.components) * 2 } else { 0 }
    }
}

/// Walks over the segments up to the end of the picture.
pub fn inspect(bytes: &[u8]) -> Result<Shape, Refusal> {
    let mut walk = Walk { bytes, at: 2 };
    let mut frame = None;
    let mut scans = 0;
    loop {
        match walk.marker()? {
            0xD9 => return walk.finish(frame, scans),
            0x01 | 0xD0..=0xD8 => {}
            0xDA if scans == SCANS => return Err(Refusal::Rare),
            0xDA => {
                walk.segment()?;
                scans += 1;
            }
            0xC4 | 0xC8 | 0xCC => drop(walk.segment()?),
            build @ 0xC0..=0xCF => {
                let read = read_frame(build, walk.segment()?)?;
                if frame.replace(read).is_some() {
                    return Err(Refusal::Damaged);
                }
            }
            _ => drop(walk.segment()?),
        }
    }
}

/// Reads the segment that says the size. Builds that are not known by the decoder are refused by name.
fn read_frame(build: u8, segment: &[u8]) -> Result<Shape, Refusal> {
    let [precision, h1, h0, w1, w0, components, ..] = *segment else {
        return Err(Refusal::Damaged);
    };
    match (build, precision, components) {
        (0xC3..=0xCF, _, _) | (_, 12 | 16, _) => Err(Refusal::Rare),
        (_, 8, 4) => Err(Refusal::Cmyk),
        (_, 8, 1 | 3) => Ok(Shape {
            width: u16::from_be_bytes([w1, w0]),
            height: u16::from_be_bytes([h1, h0]),
            progressive: build == 0xC2,
            components,
            end: 0,
        }),
        _ => Err(Refusal::Damaged),
    }
}

/// A place in the file.
struct Walk<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Walk<'b> {
    fn rest(&self) -> &'b [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// The next marker. Compressed pixels before it are passed over: in them 0xFF is followed by 0, and nowhere else.
    fn marker(&mut self) -> Result<u8, Refusal> {
        loop {
            let flag = self.rest().iter().position(|&byte| byte == 0xFF).ok_or(Refusal::CutOff)?;
            self.at += flag + 1;
            match self.rest().first() {
                None => return Err(Refusal::CutOff),
                Some(0 | 0xFF) => {}
                Some(&marker) => {
                    self.at += 1;
                    return Ok(marker);
                }
            }
        }
    }

    /// What the segment holds, without its length.
    fn segment(&mut self) -> Result<&'b [u8], Refusal> {
        let rest = self.rest();
        let [high, low, ..] = *rest else { return Err(Refusal::CutOff) };
        let length = usize::from(u16::from_be_bytes([high, low]));
        let segment = rest.get(..length).ok_or(Refusal::CutOff)?;
        self.at += length;
        segment.get(2..).ok_or(Refusal::Damaged)
    }

    fn finish(&self, frame: Option<Shape>, scans: u32) -> Result<Shape, Refusal> {
        let shape = frame.filter(|_| scans > 0).ok_or(Refusal::Damaged)?;
        Ok(Shape { end: self.at, ..shape })
    }
}
