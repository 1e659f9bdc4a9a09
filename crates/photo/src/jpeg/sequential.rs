//! A block of a sequential scan: the difference of its mean to the block before, then all other coefficients.

use super::Fault;
use super::bits::Bits;
use super::blocks::Block;
use super::huffman::Table;
use super::transform::ZIGZAG;

/// The symbol for sixteen zeros.
const SIXTEEN: u8 = 0xF0;

/// Reads a block of zeros full; `before` is the mean of the block before.
#[inline]
pub fn block(
    bits: &mut Bits<'_>,
    (first, others): (&Table, &Table),
    before: &mut i32,
    into: &mut Block,
) -> Result<(), Fault> {
    *before = before.wrapping_add(difference(bits, first)?);
    let [mean, ..] = into;
    *mean = *before as i16;
    let mut place = 1;
    while place < 64 {
        bits.fill();
        if let Some((zeros, value)) = bits.whole(others) {
            place += zeros;
            put(into, place, value)?;
        } else {
            match bits.symbol(others)? {
                SIXTEEN => place += 15,
                symbol if symbol & 15 == 0 => break,
                symbol => {
                    place += usize::from(symbol >> 4);
                    put(into, place, bits.number(u32::from(symbol & 15)) as i16)?;
                }
            }
        }
        place += 1;
    }
    if place > 64 { Err(Fault::Damaged) } else { Ok(()) }
}

/// By how much a block's mean differs from that before.
#[inline]
pub fn difference(bits: &mut Bits<'_>, first: &Table) -> Result<i32, Fault> {
    bits.fill();
    let size = bits.symbol(first)?;
    if size > 15 { Err(Fault::Damaged) } else { Ok(bits.number(u32::from(size))) }
}

/// Puts a coefficient where its place in the file belongs.
#[inline]
pub fn put(into: &mut Block, place: usize, value: i16) -> Result<(), Fault> {
    let natural = ZIGZAG.get(place).ok_or(Fault::Damaged)?;
    if let Some(coefficient) = into.get_mut(usize::from(*natural)) {
        *coefficient = value;
    }
    Ok(())
}
