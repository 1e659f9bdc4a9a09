//! Pictures made for the tests, and the metadata that real ones carry.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageFormat, Luma, Rgb, RgbImage};
use photo::intake::{Limits, encode_jpeg};

/// The usual limits, but for pictures as small as tests like them.
pub fn small() -> Limits {
    Limits { least_side: 1, ..Limits::default() }
}

/// Red above left, green above right, blue below left, white below right; 96 by 64.
pub fn four_corners() -> RgbImage {
    RgbImage::from_fn(96, 64, |x, y| match (x < 48, y < 32) {
        (true, true) => Rgb([220, 20, 20]),
        (false, true) => Rgb([20, 200, 20]),
        (true, false) => Rgb([20, 20, 220]),
        (false, false) => Rgb([250, 250, 250]),
    })
}

/// One colour all over.
pub fn plain(colour: [u8; 3]) -> RgbImage {
    RgbImage::from_pixel(80, 80, Rgb(colour))
}

/// A picture as JPEG.
pub fn jpeg(picture: &RgbImage) -> Vec<u8> {
    encode_jpeg(picture).unwrap()
}

/// A picture in another format.
pub fn save(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.into().write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// The pixels of a file that was taken in.
pub fn pixels(file: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(file, ImageFormat::Jpeg).unwrap().into_rgb8()
}

/// The colour in the middle of a picture.
pub fn middle(file: &[u8]) -> [u8; 3] {
    let picture = pixels(file);
    picture.get_pixel(picture.width() / 2, picture.height() / 2).0
}

/// Puts a segment right behind the beginning of a JPEG.
pub fn with_segment(jpeg: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, marker], &length, content, &jpeg[2..]].concat()
}

/// Puts an EXIF block into a JPEG.
pub fn with_exif(jpeg: &[u8], block: &[u8]) -> Vec<u8> {
    with_segment(jpeg, 0xE1, &[b"Exif\0\0", block].concat())
}

/// Puts an ICC profile into a JPEG.
pub fn with_profile(jpeg: &[u8], profile: &[u8]) -> Vec<u8> {
    with_segment(jpeg, 0xE2, &[b"ICC_PROFILE\0\x01\x01", profile].concat())
}

/// Puts a chunk behind the head of a PNG.
pub fn with_chunk(png: &[u8], name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    [&png[..33], &chunk(name, content), &png[33..]].concat()
}

/// A WebP with a profile and an EXIF block, from a plain one.
pub fn extended_webp(plain: &[u8], profile: &[u8], block: &[u8]) -> Vec<u8> {
    let size = |side: u8| [side - 1, 0, 0];
    let head = [&[0b0010_1000, 0, 0, 0][..], &size(96), &size(64)].concat();
    let parts: [(&[u8; 4], &[u8]); 3] = [(b"VP8X", &head), (b"ICCP", profile), (b"EXIF", block)];
    let [head, profile, block] = parts.map(|(name, content)| {
        let length = u32::try_from(content.len()).unwrap().to_le_bytes();
        [name, &length, content, &[0][..content.len() % 2]].concat()
    });
    let body = [b"WEBP", head.as_slice(), &profile, &plain[12..], &block].concat();
    [b"RIFF", u32::try_from(body.len()).unwrap().to_le_bytes().as_slice(), &body].concat()
}

/// A grey JPEG of 64 by 64 that comes in two passes; cameras seldom write such, programs often do.
pub fn in_passes() -> Vec<u8> {
    let flat = save(GrayImage::from_pixel(64, 64, Luma([128])), ImageFormat::Jpeg);
    let at = |marker: u8| flat.windows(2).position(|pair| pair == [0xFF, marker]).unwrap();
    let (frame, scan) = (at(0xC0), at(0xDA));
    let mut head = flat[..scan].to_vec();
    head[frame + 1] = 0xC2;
    // For each of the 64 blocks: first "no change", then "nothing more".
    let first = [&[0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0][..], &[0; 16]].concat();
    let second = [&[0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 63, 0][..], &[0xAA; 32]].concat();
    [head, first, second, vec![0xFF, 0xD9]].concat()
}

/// A chunk of a PNG with its check sum.
pub fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    let body = [name, content].concat();
    [&length, body.as_slice(), &check_sum(&body).to_be_bytes()].concat()
}

/// The CRC-32 of bytes.
pub fn check_sum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 }
        })
    })
}

/// An EXIF block as a phone writes it: orientation, maker, a place, a moment and its offset.
pub fn exif(orientation: u16, moment: &str, offset: &str) -> Vec<u8> {
    let mut block = Block { bytes: b"MM\0*\0\0\0\x08".to_vec(), behind: Vec::new(), start: 0 };
    block.directory(4);
    block.text(0x010F, "Geheimphone");
    block.short(0x0112, orientation);
    let exif_at = block.start + 12 * 4 + 4 + 200;
    block.long(0x8769, exif_at);
    block.long(0x8825, exif_at + 200);
    block.close(exif_at);
    block.directory(2);
    block.text(0x9003, moment);
    block.text(0x9011, offset);
    block.close(exif_at + 200);
    block.directory(2);
    block.text(0x0001, "N");
    block.text(0x001D, "2026:11:23-GPS");
    block.close(exif_at + 400);
    block.bytes
}

/// An entry of an EXIF block.
pub enum Entry<'t> {
    /// A text.
    Text(&'t str),
    /// A number.
    Number(u16),
}

/// An EXIF block with these entries: those of the file first, then those of the picture (from 0x8769 on), and among these the
/// word of the colour space (0x0001), which has a directory of its own.
pub fn exif_of(entries: &[(u16, Entry<'_>)]) -> Vec<u8> {
    let of = |belongs: fn(u16) -> bool| entries.iter().filter(move |(tag, _)| belongs(*tag));
    let file: Vec<_> = of(|tag| (0x0100..0x8000).contains(&tag)).collect();
    let picture: Vec<_> = of(|tag| tag > 0x8769).collect();
    let colours: Vec<_> = of(|tag| tag == 1).collect();
    let mut block = Block { bytes: b"MM\0*\0\0\0\x08".to_vec(), behind: Vec::new(), start: 0 };
    for (own, next, at) in
        [(file, Some(0x8769), 300), (picture, Some(0xA005), 600), (colours, None, 900)]
    {
        block.directory(u16::try_from(own.len() + next.iter().count()).unwrap());
        for (tag, entry) in own {
            match entry {
                Entry::Text(text) => block.text(*tag, text),
                Entry::Number(number) => block.short(*tag, *number),
            }
        }
        if let Some(next) = next {
            block.long(next, at);
        }
        block.close(at);
    }
    block.bytes
}

struct Block {
    bytes: Vec<u8>,
    behind: Vec<u8>,
    start: u32,
}

impl Block {
    fn directory(&mut self, entries: u16) {
        self.bytes.extend(entries.to_be_bytes());
        self.start = u32::try_from(self.bytes.len()).unwrap();
        self.behind.clear();
        self.behind.resize(usize::from(entries) * 12 + 4, 0);
    }
    fn entry(&mut self, tag: u16, kind: u16, count: u32, value: [u8; 4]) {
        self.bytes.extend(tag.to_be_bytes());
        self.bytes.extend(kind.to_be_bytes());
        self.bytes.extend(count.to_be_bytes());
        self.bytes.extend(value);
    }
    fn short(&mut self, tag: u16, value: u16) {
        let [high, low] = value.to_be_bytes();
        self.entry(tag, 3, 1, [high, low, 0, 0]);
    }
    fn long(&mut self, tag: u16, value: u32) {
        self.entry(tag, 4, 1, value.to_be_bytes());
    }
    /// A text, behind the directory unless it fits into its entry.
    fn text(&mut self, tag: u16, text: &str) {
        let bytes = [text.as_bytes(), &[0]].concat();
        let count = u32::try_from(bytes.len()).unwrap();
        if count <= 4 {
            let mut inside = [0; 4];
            inside[..bytes.len()].copy_from_slice(&bytes);
            return self.entry(tag, 2, count, inside);
        }
        let at = self.start + u32::try_from(self.behind.len()).unwrap();
        self.behind.extend(bytes);
        self.entry(tag, 2, count, at.to_be_bytes());
    }
    /// Ends the directory with what lies behind it, and fills up to where the next begins.
    fn close(&mut self, end: u32) {
        let written = self.bytes.len() - usize::try_from(self.start).unwrap();
        self.bytes.extend(&self.behind[written..]);
        assert!(self.bytes.len() <= usize::try_from(end).unwrap(), "no room");
        self.bytes.resize(usize::try_from(end).unwrap(), 0);
    }
}

/// Numbers that look random and are the same on every run.
pub struct Random(pub u64);

impl Random {
    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) as usize % end.max(1)
    }
}
