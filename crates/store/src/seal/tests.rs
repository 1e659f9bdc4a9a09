//! Sealed records open only with their key and in their place.

use proptest::prelude::*;

use super::*;

fn id(number: u8) -> AnyId {
    format!("00000000-0000-4000-8000-0000000000{number:02x}").parse().unwrap()
}

fn bound(table: &str, number: u8, person: u8, version: i64) -> Bound<'_> {
    Bound { table, id: id(number), person: id(person), version }
}

proptest! {
    #[test]
    fn opens_to_what_was_sealed(key: [u8; 32], plain: Vec<u8>) {
        let (key, bound) = (Secret::new(&key), bound("session", 1, 2, 3));
        let sealed = seal(&key, &bound, &plain).unwrap();
        prop_assert_eq!(&*open(&key, &bound, &sealed).unwrap(), &plain);
        prop_assert_ne!(seal(&key, &bound, &plain).unwrap(), sealed);
    }

    #[test]
    fn any_changed_bit_is_found(key: [u8; 32], plain: Vec<u8>, at: prop::sample::Index, bit in 0..8_u8) {
        let (key, bound) = (Secret::new(&key), bound("session", 1, 2, 3));
        let mut sealed = seal(&key, &bound, &plain).unwrap();
        let at = at.index(sealed.len());
        sealed[at] ^= 1_u8 << bit;
        prop_assert!(open(&key, &bound, &sealed).is_err());
    }

    #[test]
    fn any_cut_is_found(key: [u8; 32], plain: Vec<u8>, at: prop::sample::Index) {
        let (key, bound) = (Secret::new(&key), bound("session", 1, 2, 3));
        let sealed = seal(&key, &bound, &plain).unwrap();
        prop_assert!(open(&key, &bound, &sealed[..at.index(sealed.len())]).is_err());
    }

    #[test]
    fn any_bytes_are_survived(bytes: Vec<u8>) {
        prop_assert!(open(&Secret::new(&[7; 32]), &bound("session", 1, 2, 3), &bytes).is_err());
    }
}

#[test]
fn opens_nowhere_else() {
    let key = Secret::new(&[7; 32]);
    let sealed = seal(&key, &bound("session", 1, 2, 3), b"x").unwrap();
    for other in [
        bound("consent", 1, 2, 3),
        bound("session", 9, 2, 3),
        bound("session", 1, 9, 3),
        bound("session", 1, 2, 9),
        bound("session", 2, 1, 3),
    ] {
        assert!(open(&key, &other, &sealed).is_err(), "{}", other.text(Format::Bare));
    }
    assert!(open(&Secret::new(&[8; 32]), &bound("session", 1, 2, 3), &sealed).is_err());
}

#[test]
fn what_is_sealed_in_one_format_opens_in_no_other() {
    let (key, bound) = (Secret::new(&[7; 32]), bound("session", 1, 2, 3));
    let mut told = seal_as(Format::Told, &key, &bound, b"x").unwrap();
    assert_eq!(open_any(&key, &bound, &told).unwrap().0, Format::Told);
    assert!(open(&key, &bound, &told).is_err());
    for format in [0, Format::Bare as u8, 3] {
        told[0] = format;
        assert!(open_any(&key, &bound, &told).is_err(), "{format}");
    }
}
