//! A key as a person can write it down: Crockford's base 32 (no I, L, O, U), in groups of 4, the last one a checksum.

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::error::KeyFault;

const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const KEY_DIGITS: usize = 52;
const CHECK_DIGITS: usize = 4;
const GROUP: usize = 4;

/// 14 groups of 4 characters.
pub(crate) fn write(key: &[u8; 32]) -> String {
    let mut digits = encode(key, KEY_DIGITS);
    digits.push_str(&check(key));
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place % GROUP == 0 {
            text.push('-');
        }
        text.push(digit);
    }
    text
}

/// Reads groups as written, or 64 hexadecimal digits.
pub(crate) fn read(text: &str) -> Result<Zeroizing<[u8; 32]>, KeyFault> {
    let text: Zeroizing<String> = Zeroizing::new(
        text.chars().filter(|c| !c.is_whitespace() && *c != '-').map(plain).collect(),
    );
    if text.len() == 64 {
        return hex(&text);
    }
    let Some((digits, check_digits)) = text.split_at_checked(KEY_DIGITS) else {
        return Err(KeyFault::NoKey);
    };
    if check_digits.len() != CHECK_DIGITS {
        return Err(KeyFault::NoKey);
    }
    let key = decode(digits)?;
    if check(&key) == check_digits && encode(&*key, KEY_DIGITS) == digits {
        Ok(key)
    } else {
        Err(KeyFault::Typo)
    }
}

/// A letter as it was meant.
fn plain(letter: char) -> char {
    match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

/// 20 bits: one typing error in a million passes.
fn check(key: &[u8; 32]) -> String {
    let mut hash = Sha256::new();
    hash.update(b"needlewise paper 1");
    hash.update(key);
    encode(&hash.finalize(), CHECK_DIGITS)
}

/// The first `count` digits of 5 bits; missing bits are 0.
fn encode(bytes: &[u8], count: usize) -> String {
    let bit =
        |place: usize| bytes.get(place / 8).is_some_and(|byte| byte & (0x80 >> (place % 8)) != 0);
    (0..count)
        .filter_map(|digit| {
            let value =
                (0..5).fold(0, |value, place| value * 2 + usize::from(bit(digit * 5 + place)));
            DIGITS.get(value).map(|digit| char::from(*digit))
        })
        .collect()
}

fn decode(digits: &str) -> Result<Zeroizing<[u8; 32]>, KeyFault> {
    let mut key = Zeroizing::new([0; 32]);
    for (place, digit) in digits.bytes().enumerate() {
        let value = DIGITS.iter().position(|known| *known == digit).ok_or(KeyFault::NoKey)?;
        for bit in 0..5 {
            let target = place * 5 + bit;
            if value & (0x10 >> bit) != 0
                && let Some(byte) = key.get_mut(target / 8)
            {
                *byte |= 0x80 >> (target % 8);
            }
        }
    }
    Ok(key)
}

fn hex(text: &str) -> Result<Zeroizing<[u8; 32]>, KeyFault> {
    let mut key = Zeroizing::new([0; 32]);
    for (byte, pair) in key.iter_mut().zip(text.as_bytes().chunks(2)) {
        let pair = std::str::from_utf8(pair).map_err(|_| KeyFault::NoKey)?;
        *byte = u8::from_str_radix(pair, 16).map_err(|_| KeyFault::NoKey)?;
    }
    Ok(key)
}
