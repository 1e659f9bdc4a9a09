//! Sheets of paper: a title, headings, texts, lists, tables and pictures become an A4 document in PDF.
//!
//! The document is tagged (PDF/UA-1), so that it can be read out; its text can be searched and copied; the same sheet gives
//! the same bytes. Text is only ever text: nothing in it is read as markup, and nothing is fetched from anywhere.
//!
//! Not here: what a sheet says (its callers know), and other formats. Why this library and not another:
//! `docs/decisions/0006-pdf.md`. Next: [`Sheet`] is what goes in; then [`flow`] (blocks to lines), [`pages`] (lines to
//! pages) and [`draw`] (pages to PDF), in this order.

mod chart;
mod draw;
mod error;
mod flow;
mod font;
mod pages;
mod picture;
mod piece;
mod sheet;
mod style;
mod table;
mod tags;
mod wrap;

pub use error::Error;
pub use sheet::{Block, Chart, Sheet};

use font::Fonts;

/// The most columns a table may have; more would leave no room for words on A4.
pub const MOST_COLUMNS: usize = 12;

/// The sheet as PDF.
///
/// Latin with accents, Greek and Cyrillic are drawn; a character that the typeface lacks appears as □ and can still be copied
/// and searched as what it is (see [`missing`]).
///
/// # Errors
/// A sheet without a title, a foot of more than two lines, a table of more than [`MOST_COLUMNS`] columns, or a picture that
/// is no readable PNG or JPEG.
pub fn render(sheet: &Sheet) -> Result<Vec<u8>, Error> {
    let fonts = Fonts::new()?;
    let flow = flow::flow(sheet, &fonts)?;
    let foot = pages::foot(sheet, &fonts)?;
    draw::draw(sheet, &fonts, flow, &foot)
}

/// The characters of the sheet that the typeface can't draw and that would appear as □, each once, in order of appearance.
///
/// # Errors
/// Only if the typeface inside the program is broken.
pub fn missing(sheet: &Sheet) -> Result<Vec<char>, Error> {
    let fonts = Fonts::new()?;
    let mut found = Vec::new();
    for text in sheet.texts() {
        for c in fonts.missing(text) {
            if !found.contains(&c) {
                found.push(c);
            }
        }
    }
    Ok(found)
}
