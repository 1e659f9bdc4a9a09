//! A walk over the chunks of a WebP file: each must lie within the file.
//!
//! Without it a chunk that claims four gigabytes would make the decoder ask for them. Sizes of pictures are read by the
//! decoder itself, before it decodes.

use super::Refusal;

/// Refuses a file that claims to be longer than it is, as a whole or in a chunk.
pub fn inspect(bytes: &[u8]) -> Result<(), Refusal> {
    let claimed = number(bytes, 4).ok_or(Refusal::CutOff)?.saturating_add(8);
    let file = bytes.get(..claimed).ok_or(Refusal::CutOff)?;
    let mut at = 12;
    while at + 8 <= file.len() {
        let length = number(file, at + 4).ok_or(Refusal::CutOff)?;
        at = at.saturating_add(8).saturating_add(length).saturating_add(length % 2);
    }
    // Some writers leave out the last byte of padding.
    if at > file.len() + 1 { Err(Refusal::CutOff) } else { Ok(()) }
}

fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at + 4)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}
