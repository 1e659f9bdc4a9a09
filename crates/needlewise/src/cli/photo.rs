//! The commands about measuring photos.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use photo::Rect;

/// What can be done with photos.
#[derive(Debug, Subcommand)]
pub enum PhotoCommand {
    /// Did redness change between two photo days, beyond noise?
    Compare(Box<Sittings>),
    /// Can this photo be measured, and if not, why?
    Check {
        /// The photo.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

/// Two photo days and where to look.
#[derive(Debug, Args)]
pub struct Sittings {
    /// The photo of the first photo day; rectangles are in its pixels, as it stands upright.
    #[arg(value_name = "BEFORE")]
    pub before: PathBuf,
    /// The photo of the second photo day.
    #[arg(value_name = "AFTER")]
    pub after: PathBuf,
    /// A further photo of the first photo day (three a photo day say more); may be said more than once.
    #[arg(long = "before", value_name = "FILE")]
    pub more_before: Vec<PathBuf>,
    /// A further photo of the second photo day; may be said more than once.
    #[arg(long = "after", value_name = "FILE")]
    pub more_after: Vec<PathBuf>,
    /// The skin in question: left, top, width, height in pixels.
    #[arg(long, value_name = "X,Y,W,H", value_parser = rect)]
    pub region: Rect,
    /// Skin that was not treated, or a printed card, best around or beside the region.
    #[arg(long, value_name = "X,Y,W,H", value_parser = rect)]
    pub reference: Option<Rect>,
    /// Other skin that was not treated: if it seems to change, nothing is said.
    #[arg(long, value_name = "X,Y,W,H", value_parser = rect)]
    pub control: Option<Rect>,
    /// Write a report as PDF into this new file.
    #[arg(short, long, value_name = "REPORT.PDF")]
    pub output: Option<PathBuf>,
}

/// Four numbers with commas.
fn rect(text: &str) -> Result<Rect, String> {
    let numbers: Vec<f64> = text
        .split(',')
        .map(|number| number.trim().parse::<u32>().map(f64::from))
        .collect::<Result<_, _>>()
        .map_err(|_| "expected four whole numbers: left,top,width,height".to_owned())?;
    match *numbers {
        [_, _, width, height] if width == 0.0 || height == 0.0 => {
            Err("width and height must be more than 0".into())
        }
        [x, y, width, height] => Ok(Rect { x, y, width, height }),
        _ => Err(format!("expected four numbers, found {}", numbers.len())),
    }
}
