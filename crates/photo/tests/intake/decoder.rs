//! Our decoder of JPEG held against libjpeg-turbo, over a grid of samplings, scan layouts, restarts and sizes: what is taken is
//! the same to the byte, and what is not taken is said by name. `grid.txt` has the files and libjpeg-turbo's answers;
//! `tests/photos/jpeg-grid check` asks it again.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::RgbImage;
use photo::intake::{Refusal, open};

use super::files::{check_sum, small};

/// A file of the grid.
struct Cell {
    name: &'static str,
    /// The sum of the pixels that libjpeg-turbo made of it.
    shown: u32,
    file: Vec<u8>,
}

fn grid() -> Vec<Cell> {
    let cell = |line: &'static str| {
        let (name, rest) = line.split_once(' ').unwrap();
        let (shown, file) = rest.split_once(' ').unwrap();
        let shown = u32::from_str_radix(shown, 16).unwrap();
        Cell { name, shown, file: STANDARD.decode(file).unwrap() }
    };
    include_str!("grid.txt").lines().map(cell).collect()
}

fn shown(file: &[u8]) -> Result<RgbImage, Refusal> {
    open(file, &small()).map(|shot| shot.pixels.rgb().into_owned())
}

/// The one kind of the grid that is not taken.
fn is_arithmetic(cell: &Cell) -> bool {
    cell.name.contains("arithmetic")
}

#[test]
fn every_sampling_scan_and_restart_is_shown_as_libjpeg_shows_it_or_refused_by_name() {
    let grid = grid();
    let (mut same, mut refused) = (0, 0);
    for cell in &grid {
        match shown(&cell.file) {
            Ok(pixels) => {
                assert_eq!(check_sum(pixels.as_raw()), cell.shown, "{}", cell.name);
                assert!(!is_arithmetic(cell));
                same += 1;
            }
            Err(why) => {
                assert_eq!(why, Refusal::Rare, "{}", cell.name);
                assert!(is_arithmetic(cell), "{} is refused", cell.name);
                refused += 1;
            }
        }
    }
    assert!(same > 300 && refused == 2, "{same} the same, {refused} refused");
}

#[test]
fn a_picture_without_its_end_marker_is_whole_whatever_follows() {
    for cell in grid().iter().filter(|cell| !is_arithmetic(cell)) {
        let whole = shown(&cell.file).unwrap();
        let bare = &cell.file[..cell.file.len() - 2];
        let trailer = [bare, b"\0\0\xA1\x08\x0B\0\0\0Image_UTC_Data1764583200000SEFH".as_slice()];
        // The trailer of some phones, a marker of a segment that never ends, and half of the marker.
        for file in [
            bare.to_vec(),
            trailer.concat(),
            [bare, &[0xFF, 0xE1, 0xFF, 0xFF]].concat(),
            [bare, &[0xFF]].concat(),
        ] {
            assert_eq!(shown(&file).as_ref(), Ok(&whole), "{}", cell.name);
        }
    }
}

#[test]
fn a_picture_that_is_cut_is_refused_or_shown_whole() {
    for cell in grid().iter().filter(|cell| !is_arithmetic(cell)) {
        let whole = shown(&cell.file).unwrap();
        for length in (12..cell.file.len()).step_by(11) {
            match shown(&cell.file[..length]) {
                Ok(pixels) => assert!(pixels == whole, "{} cut at {length}", cell.name),
                Err(why) => assert_eq!(why, Refusal::CutOff, "{} cut at {length}", cell.name),
            }
        }
    }
}

#[test]
fn a_restart_that_is_missing_or_out_of_turn_is_damage() {
    let grid = grid();
    let cell = grid.iter().find(|cell| cell.name == "2x2,1x1,1x1/restart-1").unwrap();
    let restarts: Vec<usize> = (0..cell.file.len() - 1)
        .filter(|at| cell.file[*at] == 0xFF && (0xD0..=0xD7).contains(&cell.file[at + 1]))
        .collect();
    assert!(restarts.len() > 3);
    for at in restarts {
        let mut other = cell.file.clone();
        other[at + 1] ^= 1;
        assert_eq!(shown(&other), Err(Refusal::Damaged));
    }
}

#[test]
fn samplings_that_do_not_divide_are_refused_as_rare() {
    let grid = grid();
    let cell = grid.iter().find(|cell| cell.name == "3x1,1x1,1x1").unwrap();
    let frame = cell.file.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    let mut file = cell.file.clone();
    assert_eq!(file[frame + 11], 0x31);
    file[frame + 14] = 0x21;
    assert_eq!(shown(&file), Err(Refusal::Rare));
    file[frame + 14] = 0x51;
    assert_eq!(shown(&file), Err(Refusal::Damaged));
}
