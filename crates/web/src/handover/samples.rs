//! Samples of the sheet for the doctor: as it is opened, with photographs, and with too many.

use super::{MOST, PHOTO, page};
use crate::fields::Fields;
use crate::form::{Form, Wrong};
use crate::samples::{Life, Sample};

pub(crate) fn samples(life: &Life) -> Vec<Sample<'_>> {
    let of = move |form: Form| {
        move |reader: &crate::frame::Reader| page::page(reader, &life.album, &form)
    };
    let photos = life.album.photos.iter().take(2);
    let photos = photos.map(|photo| (PHOTO.to_owned(), photo.id.to_string()));
    let mut many = Form::default();
    many.refuse(PHOTO, Wrong::new("handover-too-many").with("most", MOST));
    vec![
        Sample::new("Handover", "as it is opened", of(Form::default())),
        Sample::new("Handover", "with photographs", of(Form::new(Fields::of(photos)))),
        Sample::new("Handover", "too many photographs", of(many)),
    ]
}
