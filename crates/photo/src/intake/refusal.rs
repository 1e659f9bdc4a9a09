//! Why a photo is not taken: what is wrong, why it matters, what to do next.
//!
//! The pages say it in their own words by [`Refusal::id`]; the sentences here are for the command line and the log.

use thiserror::Error;

use crate::jpeg::Fault;

/// Why a photo is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// No bytes at all.
    #[error("The file is empty. It may not have finished copying. Please choose it again.")]
    Empty,
    /// More bytes than allowed.
    #[error(
        "The file has {} MB; up to {} MB can be taken. Please save it smaller, or take it at the camera's \
         normal size.", bytes.div_ceil(1_000_000), most / 1_000_000
    )]
    Bytes {
        /// Bytes of the file.
        bytes: u64,
        /// The most allowed.
        most: u64,
    },
    /// More pixels than allowed.
    #[error(
        "The photo has {} megapixels; up to {} can be taken, so that the computer does not run out of memory. \
         Please save it smaller, or take it at the camera's normal size.",
        pixels.div_ceil(1_000_000), most >> 20
    )]
    Pixels {
        /// Width times height.
        pixels: u64,
        /// The most allowed.
        most: u64,
    },
    /// One side longer than allowed: a panorama, or a bomb.
    #[error(
        "The photo's longer side has {side} pixels; up to {most} can be taken. A panorama is too long: please take \
         an ordinary photo."
    )]
    Side {
        /// The longer side, in pixels.
        side: u32,
        /// The most allowed.
        most: u32,
    },
    /// Too small to show anything.
    #[error(
        "The photo's shorter side has {side} pixels; skin needs at least {least} to be seen. It may be a preview: \
         please choose the photo itself."
    )]
    Small {
        /// The shorter side, in pixels.
        side: u32,
        /// The least allowed.
        least: u32,
    },
    /// It would need too much memory, because of how it is stored.
    #[error(
        "Opening the photo would take {} MB of memory; {} MB is the most. Please save it as an ordinary JPEG.",
        bytes.div_ceil(1 << 20), most >> 20
    )]
    Memory {
        /// Bytes needed.
        bytes: u64,
        /// The most allowed.
        most: u64,
    },
    /// HEIC, the format of newer iPhones.
    #[error(
        "This is a HEIC photo, which cannot be opened here. On an iPhone, choose Settings, Camera, Formats, Most \
         Compatible; for this photo, share or export it as JPEG and choose that file."
    )]
    Heic,
    /// AVIF.
    #[error(
        "This is an AVIF picture, which cannot be opened here. Please save it as JPEG and choose that file."
    )]
    Avif,
    /// GIF.
    #[error(
        "This is a GIF, which has too few colours for skin. Please choose the photo itself, as JPEG or PNG."
    )]
    Gif,
    /// SVG or another text with tags.
    #[error(
        "This is a drawing or a web page, not a photo. Please choose a photo, as JPEG, PNG or WebP."
    )]
    Svg,
    /// PDF.
    #[error("This is a PDF. Please choose the photo itself, as JPEG, PNG or WebP.")]
    Pdf,
    /// TIFF, which most raw files of cameras are too.
    #[error(
        "This is a TIFF or a camera's raw file. Please export it as JPEG and choose that file."
    )]
    Tiff,
    /// A camera's raw file.
    #[error(
        "This is a camera's raw file. Please export it as JPEG and choose that file, or set the camera to keep a JPEG \
         beside it."
    )]
    Raw,
    /// A film.
    #[error("This is a video. Please take a photo, or save one picture of the video as JPEG.")]
    Video,
    /// None of the kinds known.
    #[error("This is not a photo of a known kind. Please choose a JPEG, PNG or WebP file.")]
    Unknown,
    /// A JPEG with four printing colours.
    #[error(
        "This JPEG is made for printing (CMYK), so its skin colours cannot be relied on. Please save it as an \
         ordinary JPEG (RGB)."
    )]
    Cmyk,
    /// A rare build: a JPEG of 12 bits, lossless, arithmetic, of very many passes or with samplings that don't divide, or what
    /// a decoder does not know.
    #[error(
        "This photo is stored in a rare way that cannot be opened here. Please save it as an ordinary JPEG."
    )]
    Rare,
    /// The end is missing.
    #[error(
        "The end of the photo is missing. It may not have finished copying. Please choose it again."
    )]
    CutOff,
    /// It cannot be decoded.
    #[error(
        "The photo is damaged and cannot be opened. Please choose the original, or take it again."
    )]
    Damaged,
}

impl From<Fault> for Refusal {
    fn from(why: Fault) -> Self {
        match why {
            Fault::CutOff => Self::CutOff,
            Fault::Damaged => Self::Damaged,
            Fault::Rare => Self::Rare,
            Fault::Printing => Self::Cmyk,
        }
    }
}

impl Refusal {
    /// The ids of all reasons, for the texts of the pages: `photo-refused-<id>`.
    pub const IDS: [&'static str; 19] = [
        "empty", "bytes", "pixels", "side", "small", "memory", "heic", "avif", "gif", "svg", "pdf",
        "tiff", "raw", "video", "unknown", "cmyk", "rare", "cut-off", "damaged",
    ];

    /// The reason in one stable word.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Bytes { .. } => "bytes",
            Self::Pixels { .. } => "pixels",
            Self::Side { .. } => "side",
            Self::Small { .. } => "small",
            Self::Memory { .. } => "memory",
            Self::Heic => "heic",
            Self::Avif => "avif",
            Self::Gif => "gif",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
            Self::Tiff => "tiff",
            Self::Raw => "raw",
            Self::Video => "video",
            Self::Unknown => "unknown",
            Self::Cmyk => "cmyk",
            Self::Rare => "rare",
            Self::CutOff => "cut-off",
            Self::Damaged => "damaged",
        }
    }

    /// The figure that was too much or too little, and the limit, as people read them: megabytes, megapixels or pixels
    /// of a side. `None` where no figure is the reason.
    #[must_use]
    pub fn amounts(&self) -> Option<(u64, u64)> {
        match *self {
            Self::Bytes { bytes, most } => Some((bytes.div_ceil(1_000_000), most / 1_000_000)),
            Self::Pixels { pixels, most } => Some((pixels.div_ceil(1_000_000), most >> 20)),
            Self::Memory { bytes, most } => Some((bytes.div_ceil(1 << 20), most >> 20)),
            Self::Side { side, most } => Some((side.into(), most.into())),
            Self::Small { side, least } => Some((side.into(), least.into())),
            _ => None,
        }
    }
}
