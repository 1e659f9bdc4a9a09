//! What a file says its colours mean: by a profile, by EXIF, or by the chunks of a PNG.
//!
//! What is said and not known is not guessed: such a picture is kept, and not measured.

use exif::{Exif, Tag};

use super::exif::{number, text};

/// What the numbers of a picture mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Space {
    /// Nothing is said; sRGB by convention.
    Unsaid,
    /// sRGB.
    Srgb,
    /// What this ICC profile says.
    Profile(Vec<u8>),
    /// Adobe RGB (1998).
    AdobeRgb,
    /// Display P3: the colours of a film with the curve of sRGB.
    DisplayP3,
    /// Something is said, and it is none of these.
    Unknown,
}

impl Space {
    /// What is said first, or else what is said next.
    pub fn or(self, next: impl FnOnce() -> Self) -> Self {
        if self == Self::Unsaid { next() } else { self }
    }
}

/// What EXIF says: cameras that are set to Adobe RGB often write no profile, only a colour space that is none (0xFFFF) and
/// the word R03.
pub fn of_exif(exif: &Exif) -> Space {
    let adobe = text(exif, Tag::InteroperabilityIndex).map(str::trim) == Some("R03");
    match (number(exif, Tag::ColorSpace), adobe) {
        (Some(2), _) | (Some(0xFFFF), true) => Space::AdobeRgb,
        (Some(1), false) => Space::Srgb,
        (None, false) => Space::Unsaid,
        _ => Space::Unknown,
    }
}

/// Primaries and curves as ITU-T H.273 numbers them.
const BT709: u8 = 1;
const P3: u8 = 12;
const SRGB: u8 = 13;

/// What the chunks of a PNG say beside a profile, the most certain first: `cICP`, `sRGB`, then `gAMA` and `cHRM`. `profile` is
/// that of the chunk `iCCP`, which stands between the first two.
pub fn of_png(bytes: &[u8], profile: Option<Vec<u8>>) -> Space {
    let chunks: Vec<Chunk<'_>> = Chunks { rest: bytes.get(8..).unwrap_or_default() }.collect();
    let find = |name: &[u8; 4]| chunks.iter().find(|chunk| chunk.0 == name).map(|chunk| chunk.1);
    let coded = find(b"cICP").map_or(Space::Unsaid, |code| match code {
        [BT709, SRGB, 0, 1] => Space::Srgb,
        [P3, SRGB, 0, 1] => Space::DisplayP3,
        _ => Space::Unknown,
    });
    let named = || if find(b"sRGB").is_some() { Space::Srgb } else { Space::Unsaid };
    coded
        .or(|| profile.map_or(Space::Unsaid, Space::Profile))
        .or(named)
        .or(|| of_numbers(find(b"gAMA"), find(b"cHRM")))
}

/// A curve and the corners of the space, each times 100,000. Programs write those of sRGB.
fn of_numbers(gamma: Option<&[u8]>, corners: Option<&[u8]>) -> Space {
    const SRGB_GAMMA: u32 = 45_455;
    const SRGB_CORNERS: [u32; 8] = [31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000];
    let read = |bytes: &[u8]| -> Vec<u32> {
        bytes.as_chunks().0.iter().map(|four| u32::from_be_bytes(*four)).collect()
    };
    let near = |one: &u32, other: u32, within: u32| one.abs_diff(other) <= within;
    let gamma =
        gamma.map(|bytes| read(bytes).first().is_some_and(|one| near(one, SRGB_GAMMA, 500)));
    let corners = corners.map(|bytes| {
        let told = read(bytes);
        told.len() == 8 && told.iter().zip(SRGB_CORNERS).all(|(one, srgb)| near(one, srgb, 300))
    });
    match (gamma, corners) {
        (None, None) => Space::Unsaid,
        (Some(false), _) | (_, Some(false)) => Space::Unknown,
        _ => Space::Srgb,
    }
}

/// The name of a chunk and what it holds.
type Chunk<'b> = (&'b [u8], &'b [u8]);

/// The chunks of a PNG before its pixels.
struct Chunks<'b> {
    rest: &'b [u8],
}

impl<'b> Iterator for Chunks<'b> {
    type Item = Chunk<'b>;
    fn next(&mut self) -> Option<Self::Item> {
        let (length, rest) = self.rest.split_first_chunk::<4>()?;
        let (name, rest) = rest.split_at_checked(4)?;
        let (content, rest) = rest.split_at_checked(u32::from_be_bytes(*length) as usize)?;
        // Behind the content stands its check sum.
        self.rest = rest.get(4..).unwrap_or_default();
        (name != b"IDAT").then_some((name, content))
    }
}
