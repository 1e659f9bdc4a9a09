//! Sealed pictures open to what went in; nothing cut, swapped or flipped opens at all.

use proptest::prelude::*;

use super::*;

const HEADER: usize = MAGIC.len() + PREFIX;
const SEALED: usize = CHUNK + TAG;

fn whose() -> Whose {
    let photo = "00000000-0000-4000-8000-000000000001".parse().unwrap();
    let person = "00000000-0000-4000-8000-000000000002".parse().unwrap();
    Whose { photo, person, size: Size::Full }
}

fn key() -> Secret {
    Secret::new(&[7; 32])
}

fn picture(length: usize, seed: u8) -> Vec<u8> {
    (0..length).map(|n| (n % 253) as u8 ^ (n / 65_536) as u8 ^ seed).collect()
}

/// Lengths near the borders of chunks.
fn length() -> impl Strategy<Value = usize> {
    (0_usize..4, -2_isize..3).prop_map(|(chunks, off)| (chunks * CHUNK).saturating_add_signed(off))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn opens_to_what_was_sealed(length in length(), seed: u8) {
        let plain = picture(length, seed);
        let sealed = seal(&key(), whose(), &plain).unwrap();
        prop_assert_eq!(sealed.len(), HEADER + length + length.div_ceil(CHUNK).max(1) * TAG);
        prop_assert!(open(&key(), whose(), &sealed).unwrap() == plain);
    }

    #[test]
    fn any_changed_bit_is_found(length in length(), at: prop::sample::Index, bit in 0..8_u8) {
        let mut sealed = seal(&key(), whose(), &picture(length, 1)).unwrap();
        let at = at.index(sealed.len());
        sealed[at] ^= 1_u8 << bit;
        prop_assert!(open(&key(), whose(), &sealed).is_err());
    }

    #[test]
    fn any_cut_is_found(length in length(), at: prop::sample::Index) {
        let sealed = seal(&key(), whose(), &picture(length, 1)).unwrap();
        prop_assert!(open(&key(), whose(), &sealed[..at.index(sealed.len())]).is_err());
    }

    #[test]
    fn anything_added_is_found(length in length(), more in prop::collection::vec(any::<u8>(), 1..40)) {
        let mut sealed = seal(&key(), whose(), &picture(length, 1)).unwrap();
        sealed.extend(more);
        prop_assert!(open(&key(), whose(), &sealed).is_err());
    }

    #[test]
    fn any_bytes_are_survived(bytes: Vec<u8>) {
        let headed = [&MAGIC[..], &bytes].concat();
        prop_assert!(open(&key(), whose(), &bytes).is_err());
        prop_assert!(open(&key(), whose(), &headed).is_err());
    }
}

/// Header and chunks as they lie in the file.
fn parts(sealed: &[u8]) -> (Vec<u8>, Vec<Vec<u8>>) {
    let (header, rest) = sealed.split_at(HEADER);
    (header.to_vec(), rest.chunks(SEALED).map(<[u8]>::to_vec).collect())
}

#[test]
fn chunks_open_only_in_their_place() {
    let sealed = seal(&key(), whose(), &picture(3 * CHUNK, 1)).unwrap();
    let (header, chunks) = parts(&sealed);
    let other = parts(&seal(&key(), whose(), &picture(3 * CHUNK, 1)).unwrap()).1;
    let chunk = |n: usize| chunks[n].clone();
    let forgeries = [
        ("cut at a border", vec![chunk(0), chunk(1)]),
        ("the first left out", vec![chunk(1), chunk(2)]),
        ("the middle left out", vec![chunk(0), chunk(2)]),
        ("swapped", vec![chunk(1), chunk(0), chunk(2)]),
        ("repeated", vec![chunk(0), chunk(0), chunk(1), chunk(2)]),
        ("the last repeated", vec![chunk(0), chunk(1), chunk(2), chunk(2)]),
        ("of another upload of the same", vec![chunk(0), other[1].clone(), chunk(2)]),
        ("nothing", vec![]),
    ];
    for (what, forgery) in forgeries {
        let forged = [header.clone(), forgery.concat()].concat();
        assert!(open(&key(), whose(), &forged).is_err(), "{what}");
    }
    assert!(open(&key(), whose(), &[header, chunks.concat()].concat()).is_ok());
}

#[test]
fn opens_for_nobody_else() {
    let sealed = seal(&key(), whose(), b"x").unwrap();
    let (photo, person) = (whose().photo, whose().person);
    for other in [
        Whose { photo: person.any().of(), ..whose() },
        Whose { person: photo.any().of(), ..whose() },
        Whose { size: Size::Thumbnail, ..whose() },
    ] {
        assert!(open(&key(), other, &sealed).is_err(), "{other:?}");
    }
    assert!(open(&Secret::new(&[8; 32]), whose(), &sealed).is_err());
}
