//! The compressed pixels, bit by bit. In them a 0xFF is followed by a 0 that does not count; any other byte behind it is a
//! marker, where they end.
//!
//! Behind the end there are zeros without end, so that nothing is asked at every bit; [`Bits::overdrawn`] tells afterwards
//! whether some of them were used.

use super::Fault;
use super::huffman::{Table, number};

/// A reader of bits.
#[derive(Clone, Debug)]
pub struct Bits<'b> {
    bytes: &'b [u8],
    at: usize,
    /// The next bits, from the top.
    next: u64,
    /// How many of them are there.
    count: u32,
    /// How many bits beyond the end were put in.
    beyond: u32,
}

impl<'b> Bits<'b> {
    /// From the first compressed byte.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0, next: 0, count: 0, beyond: 0 }
    }

    /// Makes 32 bits or more ready.
    #[inline]
    pub fn fill(&mut self) {
        if self.count < 32 {
            self.fill_up();
        }
    }

    fn fill_up(&mut self) {
        let eight = self.bytes.get(self.at..).and_then(|rest| rest.first_chunk::<8>());
        match eight.map(|eight| u64::from_be_bytes(*eight)) {
            Some(eight) if !has_ff(eight) => {
                self.next |= eight >> self.count;
                let bytes = (63 - self.count) / 8;
                self.at += bytes as usize;
                self.count += 8 * bytes;
            }
            _ => self.fill_bytes(),
        }
    }

    /// Near a 0xFF or the end: byte by byte.
    fn fill_bytes(&mut self) {
        while self.count <= 48 {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let (byte, length) = match rest {
                [0xFF, 0, ..] => (0xFF, 2),
                [0xFF, ..] | [] => (0, 0),
                [byte, ..] => (*byte, 1),
            };
            self.beyond += if length == 0 { 8 } else { 0 };
            self.at += length;
            self.next |= u64::from(byte) << (56 - self.count);
            self.count += 8;
        }
    }

    #[inline]
    fn pass(&mut self, bits: u32) {
        self.next <<= bits;
        self.count = self.count.saturating_sub(bits);
    }

    /// The symbol of the next code. At most 16 of the bits that [`Self::fill`] made ready are used.
    #[inline]
    pub fn symbol(&mut self, table: &Table) -> Result<u8, Fault> {
        let (length, symbol) = table.find(self.next).ok_or(Fault::Damaged)?;
        self.pass(length);
        Ok(symbol)
    }

    /// A code of few bits with the number behind it: how many zeros go before it, and the number.
    #[inline]
    pub fn whole(&mut self, table: &Table) -> Option<(usize, i16)> {
        let whole = table.find_whole(self.next);
        if whole.bits == 0 {
            return None;
        }
        self.pass(u32::from(whole.bits));
        Some((usize::from(whole.zeros), whole.value))
    }

    /// A number of so many bits, 0 to 15, the first of which tells its sign.
    #[inline]
    pub fn number(&mut self, size: u32) -> i32 {
        if size == 0 {
            return 0;
        }
        let value = number(self.next, size);
        self.pass(size);
        value
    }

    /// A number of so many bits, 0 to 16, never negative.
    pub fn plain(&mut self, size: u32) -> u32 {
        if size == 0 {
            return 0;
        }
        self.fill();
        let value = (self.next >> (64 - size)) as u32;
        self.pass(size);
        value
    }

    /// One bit.
    #[inline]
    pub fn bit(&mut self) -> bool {
        self.plain(1) == 1
    }

    /// Whether bits were used that are not in the file.
    pub fn overdrawn(&self) -> bool {
        self.count < self.beyond
    }

    /// What is wrong where something can't be: the file ends here without a marker, or holds other bits than were written.
    pub fn fault(&self) -> Fault {
        let goes_on = self.bytes.get(self.at..).is_some_and(|rest| rest.len() > 1);
        if goes_on { Fault::Damaged } else { Fault::CutOff }
    }

    /// Goes on behind the next marker, which must be that of restart `number` (0 to 7).
    pub fn restart(&mut self, number: u8) -> Result<(), Fault> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let mut pairs = rest.windows(2);
        let marker =
            pairs.position(|pair| matches!(pair, [0xFF, 1..=0xFE])).ok_or(Fault::CutOff)?;
        if rest.get(marker + 1) != Some(&(0xD0 + number)) {
            return Err(Fault::Damaged);
        }
        *self = Self { at: self.at + marker + 2, ..Self::new(self.bytes) };
        Ok(())
    }

    /// Bytes that were read.
    pub fn read(&self) -> usize {
        self.at
    }
}

/// Whether one of eight bytes is 0xFF.
#[inline]
fn has_ff(eight: u64) -> bool {
    const LOW: u64 = 0x0101_0101_0101_0101;
    eight & (!eight).wrapping_sub(LOW) & (LOW << 7) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_ff_are_noticed_wherever_they_stand() {
        for place in 0..8 {
            assert!(has_ff(0xFF << (8 * place)), "{place}");
            assert!(!has_ff(0xFE << (8 * place)), "{place}");
        }
        assert!(!has_ff(0) && has_ff(u64::MAX));
    }

    #[test]
    fn the_same_bits_come_by_eight_bytes_and_by_one() {
        let bytes: Vec<u8> = (0..64).map(|n: u8| n.wrapping_mul(37)).collect();
        let stuffed = [&[0xFF, 0][..], &bytes, &[0xFF, 0]].concat();
        let mut bits = Bits::new(&stuffed);
        let mut seen = Vec::new();
        for _ in 0..66 {
            seen.push(bits.plain(8) as u8);
        }
        assert_eq!(seen, [&[0xFF][..], &bytes, &[0xFF]].concat());
        assert!(!bits.overdrawn());
        bits.plain(1);
        assert!(bits.overdrawn());
        assert_eq!(bits.fault(), Fault::CutOff);
    }

    #[test]
    fn only_the_restart_that_is_due_is_taken() {
        let bytes = [0x12, 0xFF, 0, 0xFF, 0xD3, 0x80];
        let mut bits = Bits::new(&bytes);
        bits.fill();
        assert_eq!(bits.clone().restart(2), Err(Fault::Damaged));
        bits.restart(3).unwrap();
        assert!(bits.bit() && !bits.bit());
        assert_eq!(bits.restart(4), Err(Fault::CutOff));
    }
}
