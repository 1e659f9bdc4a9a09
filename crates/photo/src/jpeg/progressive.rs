//! Blocks of a progressive picture: each scan brings some coefficients, or one more bit of those that came before.

use super::Fault;
use super::bits::Bits;
use super::blocks::Block;
use super::huffman::Table;
use super::sequential::{difference, put};
use super::transform::ZIGZAG;

/// Which coefficients a scan brings, by their places in the file, and which bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The first.
    pub first: usize,
    /// The last.
    pub last: usize,
    /// The bit that came before, counted from the lowest; 0 if none did.
    pub high: u32,
    /// The lowest bit that comes now.
    pub low: u32,
}

/// A block's mean, all but its lowest bits.
pub fn mean(
    bits: &mut Bits<'_>,
    first: &Table,
    low: u32,
    before: &mut i32,
    into: &mut Block,
) -> Result<(), Fault> {
    *before = before.wrapping_add(difference(bits, first)?);
    put(into, 0, before.wrapping_shl(low) as i16)
}

/// One more bit of a block's mean.
pub fn mean_again(bits: &mut Bits<'_>, low: u32, into: &mut Block) {
    let [mean, ..] = into;
    *mean |= i16::from(bits.bit()).wrapping_shl(low);
}

/// Other coefficients for the first time; `empty` counts blocks that have nothing more.
pub fn others(
    bits: &mut Bits<'_>,
    table: &Table,
    band: &Band,
    empty: &mut u32,
    into: &mut Block,
) -> Result<(), Fault> {
    if *empty > 0 {
        *empty -= 1;
        return Ok(());
    }
    let mut place = band.first;
    while place <= band.last {
        bits.fill();
        let symbol = bits.symbol(table)?;
        let (zeros, size) = (symbol >> 4, u32::from(symbol & 15));
        match (zeros, size) {
            (15, 0) => place += 15,
            (_, 0) => {
                *empty = run(bits, zeros) - 1;
                return Ok(());
            }
            _ => {
                place += usize::from(zeros);
                put(into, place, bits.number(size).wrapping_shl(band.low) as i16)?;
            }
        }
        place += 1;
    }
    Ok(())
}

/// How many blocks, this one too, have nothing more.
fn run(bits: &mut Bits<'_>, size: u8) -> u32 {
    (1 << size) + bits.plain(size.into())
}

/// One more bit of the other coefficients, and those that become more than zero by it.
pub fn others_again(
    bits: &mut Bits<'_>,
    table: &Table,
    band: &Band,
    empty: &mut u32,
    into: &mut Block,
) -> Result<(), Fault> {
    let one = 1_i16.wrapping_shl(band.low);
    let mut place = band.first;
    while *empty == 0 && place <= band.last {
        bits.fill();
        let symbol = bits.symbol(table)?;
        let (zeros, value) = match (symbol >> 4, symbol & 15) {
            (15, 0) => (15, 0),
            (size, 0) => {
                *empty = run(bits, size);
                break;
            }
            (zeros, 1) => (zeros, if bits.bit() { one } else { -one }),
            _ => return Err(Fault::Damaged),
        };
        place = refine(bits, (place, band.last), one, Some(zeros), into);
        if value != 0 {
            put(into, place, value)?;
        }
        place += 1;
    }
    if *empty > 0 {
        refine(bits, (place, band.last), one, None, into);
        *empty -= 1;
    }
    Ok(())
}

/// A bit for each coefficient from a place on that is not zero, until so many zeros were passed over and the next is
/// reached. Where that is.
fn refine(
    bits: &mut Bits<'_>,
    (from, last): (usize, usize),
    one: i16,
    mut zeros: Option<u8>,
    into: &mut Block,
) -> usize {
    for place in from..=last {
        let natural = ZIGZAG.get(place).copied().map_or(0, usize::from);
        let Some(value) = into.get_mut(natural) else { return place };
        if *value != 0 {
            // A bit that is there already is not put in twice.
            if bits.bit() && *value & one == 0 {
                *value = value.wrapping_add(if *value > 0 { one } else { -one });
            }
        } else if zeros == Some(0) {
            return place;
        } else {
            zeros = zeros.map(|zeros| zeros - 1);
        }
    }
    last + 1
}
