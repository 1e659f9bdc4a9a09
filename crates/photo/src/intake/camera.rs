//! What a file says of how it was taken, as far as it decides whether two photos can be compared. It is read, compared and
//! dropped: none of it goes into the picture that is kept, and no serial number, place or name is read at all.

use exif::{Exif, In, Tag, Value};

use super::exif::number;

/// How a photo was taken, as far as the file says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Camera {
    /// The camera's model.
    pub model: Option<String>,
    /// The focal length of the lens, in millimetres; tells the lenses of a phone apart.
    pub focal_mm: Option<f64>,
    /// Whether the flash fired.
    pub flash: Option<bool>,
}

/// Reads it; `None` if the block says nothing of it.
pub fn read(exif: &Exif) -> Option<Camera> {
    let camera = Camera {
        model: model(exif),
        focal_mm: focal(exif),
        flash: number(exif, Tag::Flash).map(|flash| flash & 1 == 1),
    };
    (camera != Camera::default()).then_some(camera)
}

fn model(exif: &Exif) -> Option<String> {
    let Value::Ascii(lines) = &exif.get_field(Tag::Model, In::PRIMARY)?.value else { return None };
    let text = String::from_utf8_lossy(lines.first()?);
    let text: String = text.trim().chars().take(80).collect();
    (!text.is_empty()).then_some(text)
}

fn focal(exif: &Exif) -> Option<f64> {
    let Value::Rational(values) = &exif.get_field(Tag::FocalLength, In::PRIMARY)?.value else {
        return None;
    };
    values.first().map(|value| value.to_f64()).filter(|value| value.is_finite() && *value > 0.0)
}
