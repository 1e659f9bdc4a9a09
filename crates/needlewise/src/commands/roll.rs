//! `needlewise roll roll.toml`: what a way of rolling does to the skin, said, drawn, or as points for other programs.

use std::fmt::Write;
use std::path::Path;

use roller::Rolling;
use text::{input, show};
use words::{Saying, Worded};

use super::{Refusal, Talk, emit, folder, name, text as read};

/// Files to write besides.
pub(super) struct Files<'f> {
    pub svg: Option<&'f Path>,
    pub png: Option<&'f Path>,
    pub points: Option<&'f Path>,
}

pub(super) fn run(
    talk: &Talk<'_>,
    protocol: &Worded,
    file: &Path,
    files: &Files<'_>,
) -> Result<(), Refusal> {
    let refuse = |error: roller::Error| {
        let refused = Saying::new("refused-rolled").with("file", name(file));
        Refusal::new(refused.with("what", input::roll::said(&error)))
    };
    let roll = input::read_roll(&name(file), &read(file)?)?;
    let view = show::Roll::of(protocol, &roll).map_err(refuse)?;
    if let Some(path) = files.svg {
        folder::write_new(path, view.svg())?;
    }
    if let Some(path) = files.png {
        folder::write_new(path, view.png().map_err(refuse)?)?;
    }
    if let Some(path) = files.points {
        folder::write_new(path, points(view.rolling(), view.seed()))?;
    }
    emit(talk, protocol.texts(), &view)
}

/// Every puncture, those just around the zone too, since they are neighbours.
fn points(rolling: &Rolling, seed: u64) -> String {
    let punctures = rolling.roll(seed);
    let mut csv = String::from("x_mm,y_mm,inside\n");
    let all =
        punctures.inside.iter().map(|at| (at, 1)).chain(punctures.around.iter().map(|at| (at, 0)));
    for ([x, y], inside) in all {
        // Writing to a string can't fail.
        let _ = writeln!(csv, "{x},{y},{inside}");
    }
    csv
}
