//! Huffman codes: which bits are which symbol.
//!
//! Short codes are looked up, with the number behind them where that fits too; long ones are found by their length.

use super::Fault;

/// Bits that are looked up at once.
pub const LOOK: u32 = 10;
const PLACES: usize = 1 << LOOK;

/// A table of codes.
#[derive(Clone, Debug)]
pub struct Table {
    /// By the next bits: how many of them are a code, and its symbol; 0 bits if the code is longer.
    short: [(u8, u8); PLACES],
    /// By the next bits, where a code and the number behind it fit in: all their bits, how many zeros go before the number,
    /// and the number. 0 bits where they don't.
    whole: [Whole; PLACES],
    /// By the length of a code: the first 16 bits that are no code of this length or a shorter one.
    ends: [u32; 17],
    /// By the length of a code: what is added to a code for the place of its symbol.
    places: [i32; 17],
    symbols: [u8; 256],
}

/// A code with the number behind it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Whole {
    /// Bits of both.
    pub bits: u8,
    /// Zeros before the number.
    pub zeros: u8,
    /// The number.
    pub value: i16,
}

impl Table {
    /// From how many codes there are of each length, and the symbols in the order of their codes.
    pub fn new(counts: &[u8; 16], symbols: &[u8]) -> Result<Self, Fault> {
        let mut table = Self {
            short: [(0, 0); PLACES],
            whole: [Whole::default(); PLACES],
            ends: [0; 17],
            places: [0; 17],
            symbols: [0; 256],
        };
        table.symbols.get_mut(..symbols.len()).ok_or(Fault::Damaged)?.copy_from_slice(symbols);
        table.number(counts)?;
        table.look_ahead();
        Ok(table)
    }

    /// Codes of each length follow one another, and go on behind the shorter ones.
    fn number(&mut self, counts: &[u8; 16]) -> Result<(), Fault> {
        let (mut code, mut place) = (0_u32, 0_i32);
        let each = self.ends.iter_mut().zip(&mut self.places).skip(1).zip(counts).zip(1_u32..);
        for (((end, offset), count), length) in each {
            *offset = place - code as i32;
            code += u32::from(*count);
            place += i32::from(*count);
            if code > 1 << length {
                return Err(Fault::Damaged);
            }
            *end = code << (16 - length);
            code <<= 1;
        }
        Ok(())
    }

    fn look_ahead(&mut self) {
        for place in 0..PLACES {
            let bits = (place as u64) << (64 - LOOK);
            let Some((length, symbol)) = self.long(bits).filter(|found| found.0 <= LOOK) else {
                continue;
            };
            let whole = whole(bits, length, symbol);
            if let Some(short) = self.short.get_mut(place) {
                *short = (length as u8, symbol);
            }
            if let (Some(into), Some(whole)) = (self.whole.get_mut(place), whole) {
                *into = whole;
            }
        }
    }

    /// The code at the top of 64 bits and its symbol, if there is one.
    #[inline]
    pub fn find(&self, bits: u64) -> Option<(u32, u8)> {
        match self.short.get((bits >> (64 - LOOK)) as usize) {
            Some((length @ 1.., symbol)) => Some((u32::from(*length), *symbol)),
            _ => self.long(bits),
        }
    }

    /// The code at the top of 64 bits together with its number, where both are short.
    #[inline]
    pub fn find_whole(&self, bits: u64) -> Whole {
        self.whole.get((bits >> (64 - LOOK)) as usize).copied().unwrap_or_default()
    }

    fn long(&self, bits: u64) -> Option<(u32, u8)> {
        let code = (bits >> 48) as u32;
        let length = self.ends.iter().skip(1).position(|end| code < *end)? as u32 + 1;
        let place = (code >> (16 - length)) as i32 + self.places.get(length as usize)?;
        let symbol = self.symbols.get(usize::try_from(place).ok()?)?;
        Some((length, *symbol))
    }
}

/// A code and the number behind it, if both are within the bits that are looked up and there is a number.
fn whole(bits: u64, length: u32, symbol: u8) -> Option<Whole> {
    let size = u32::from(symbol & 15);
    let all = length + size;
    (size > 0 && all <= LOOK).then(|| Whole {
        bits: all as u8,
        zeros: symbol >> 4,
        value: number(bits << length, size) as i16,
    })
}

/// The number of `size` bits (1 to 15) at the top of 64: those that begin with 0 are negative.
#[inline]
pub fn number(bits: u64, size: u32) -> i32 {
    let value = (bits >> (64 - size)) as i32;
    let negative = ((bits >> 63) as i32) - 1;
    value + (negative & (1 - (1 << size)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_apart_by_their_first_bit() {
        let of = |text: &str| {
            let bits = u64::from_str_radix(text, 2).unwrap() << (64 - text.len());
            number(bits, text.len() as u32)
        };
        let told = [("1", 1), ("0", -1), ("10", 2), ("11", 3), ("01", -2), ("00", -3), ("100", 4)];
        for (text, value) in told {
            assert_eq!(of(text), value, "{text}");
        }
        assert_eq!(of("000000000000000"), -32767);
    }

    #[test]
    fn every_code_is_found_and_nothing_else() {
        // One code of 1 bit, one of 2, one of 12: 0, 10, 110000000000.
        let mut counts = [0; 16];
        (counts[0], counts[1], counts[11]) = (1, 1, 1);
        let table = Table::new(&counts, &[0x01, 0x12, 0x33]).unwrap();
        let find = |code: u64, length: u32| table.find(code << (64 - length));
        assert_eq!(find(0b0, 1), Some((1, 0x01)));
        assert_eq!(find(0b10, 2), Some((2, 0x12)));
        assert_eq!(find(0b1100_0000_0000, 12), Some((12, 0x33)));
        assert_eq!(find(0b1100_0000_0001, 12), None);
        assert_eq!(find(0b111, 3), None);
        let whole = table.find_whole(0b1001 << 60);
        assert_eq!((whole.bits, whole.zeros, whole.value), (4, 1, -2));
        assert_eq!(table.find_whole(0b110 << 61).bits, 0);
    }

    #[test]
    fn more_codes_than_there_can_be_are_damage() {
        let mut counts = [0; 16];
        counts[0] = 3;
        assert_eq!(Table::new(&counts, &[1, 2, 3]).err(), Some(Fault::Damaged));
    }
}
