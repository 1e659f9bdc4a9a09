//! The EXIF block of a photo, read once; who took it, when, and in which colours is asked of it by [`super::camera`],
//! [`super::taken`] and [`super::space`].

use exif::{Exif, In, Tag, Value};

/// Reads a block, as far as it can be read.
pub fn read(block: &[u8]) -> Option<Exif> {
    let mut reader = exif::Reader::new();
    let read = reader.continue_on_error(true).read_raw(block.to_vec());
    read.or_else(|why| why.distill_partial_result(|_| ())).ok()
}

/// A text.
pub fn text(exif: &Exif, tag: Tag) -> Option<&str> {
    let Value::Ascii(lines) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    std::str::from_utf8(lines.first()?).ok()
}

/// A whole number.
pub fn number(exif: &Exif, tag: Tag) -> Option<u32> {
    exif.get_field(tag, In::PRIMARY)?.value.get_uint(0)
}
