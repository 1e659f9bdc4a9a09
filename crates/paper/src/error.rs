//! What can stand in the way of a sheet, in words for the person who maintains the caller.

/// Why there is no PDF.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Error {
    /// The title is empty.
    #[error("the sheet has no title; it is the first thing that is read out, so give it one")]
    Untitled,
    /// The line at the foot takes more than two lines.
    #[error("the line at the foot of the sheet is longer than two lines; shorten it")]
    LongFoot,
    /// A table has more columns than fit.
    #[error("a table has {0} columns, and at most {most} fit on the page; split it", most = crate::MOST_COLUMNS)]
    TooManyColumns(usize),
    /// A picture is neither PNG nor JPEG, is damaged or has too many pixels.
    #[error("a picture can't be put on the sheet: {0}")]
    Picture(String),
    /// The typeface inside the program can't be read.
    #[error("the typeface inside the program is damaged; build it again")]
    Font,
    /// The library refused to write the document.
    #[error("the document can't be written: {0}")]
    Pdf(String),
}
