//! Pictures and their captions.

use krilla::{image::Image, tagging::Tag};

use crate::{
    Error,
    flow::{Flow, one_line},
    font::clean,
    piece::{Mark, Piece},
    style::{self, BODY_HEIGHT, LEFT, WIDE},
};

/// More would only be asked for by a file that lies about its size, or one that no printer shows.
const MOST_PIXELS: u64 = 50_000_000;
/// The highest a picture may be, so that it fits beneath a title and above its caption.
const HIGHEST: f32 = BODY_HEIGHT - 200.0;

impl Flow<'_> {
    /// A picture, and its caption beneath.
    pub(crate) fn picture(&mut self, bytes: &[u8], share: f32, caption: &str) -> Result<(), Error> {
        let image = read(bytes)?;
        let (across, down) = image.size();
        let share = if share.is_nan() { 1.0 } else { share.clamp(0.05, 1.0) };
        let wide = WIDE * share;
        let (across, down) = (across as f32, down as f32);
        let height = (wide * down / across).clamp(1.0, HIGHEST);
        let width = (height * across / down).clamp(1.0, wide);
        let described = !clean(caption).trim().is_empty();
        let part = described.then(|| self.tags.add(None, Tag::Figure(Some(one_line(caption)))));
        let mark = Mark::Picture { x: LEFT, width, height, image, part };
        self.gap = self.gap.max(10.0);
        self.push(Piece { height, marks: vec![(0.0, mark)], keep: described, ..Piece::default() });
        if described {
            self.gap = 5.0;
            let caption_part = self.tags.add(part, Tag::Caption);
            self.lines(caption, &style::SMALL, (LEFT, style::MEASURE), caption_part, 3);
        }
        self.gap = 14.0;
        Ok(())
    }
}

fn read(bytes: &[u8]) -> Result<Image, Error> {
    let data = || krilla::Data::from(bytes.to_vec());
    let image = if bytes.starts_with(b"\x89PNG") {
        Image::from_png(data(), false)
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        Image::from_jpeg(data(), false)
    } else {
        Err("it is neither a PNG nor a JPEG".to_owned())
    };
    let image = image.map_err(Error::Picture)?;
    let (across, down) = image.size();
    match u64::from(across) * u64::from(down) {
        0 => Err(Error::Picture("it is empty".to_owned())),
        pixels if pixels > MOST_PIXELS => {
            Err(Error::Picture(format!("it has {across} × {down} pixels, which is too many")))
        }
        _ => Ok(image),
    }
}
