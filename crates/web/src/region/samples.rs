//! Samples of a place of skin: on which photograph, drawn, drawn anew, every rectangle that can be refused, over time.

use axum::response::Response;
use chart::album::Album;
use chart::region::Following;
use jiff::Timestamp;
use store::records::{Photo, Region};
use store::{Entry, Id};

use super::draw::wanted;
use super::draw_page::{self, Sheet};
use super::form::{Drawing, SIDES};
use super::{page, remove};
use crate::fields::Fields;
use crate::form::Form;
use crate::frame::Reader;
use crate::samples::{Life, Sample};

/// Which rectangle, and its fields as they were typed.
type Drawn = (&'static str, [&'static str; 4]);

/// What is wrong with it, and what was typed.
pub(super) const REFUSED: [(&str, &[Drawn]); 6] = [
    ("missing", &[]),
    ("half", &[("place", ["10", "", "30", "30"])]),
    ("unreadable", &[("place", ["ten", "10", "30", "30"])]),
    ("outside", &[("place", ["80", "10", "30", "30"])]),
    ("small", &[("place", ["10", "10", "2", "30"])]),
    ("inside", &[("place", ["10", "10", "50", "50"]), ("reference", ["12", "12", "30", "30"])]),
];

pub(crate) fn samples(life: &Life) -> Vec<Sample<'_>> {
    let album = &life.album;
    let mut all = vec![Sample::new("RegionNew", "on which photograph", |reader| {
        draw_page::choose(reader, album)
    })];
    for photo in [album.photos.first(), album.photos.last()].into_iter().flatten() {
        all.push(Sample::new("RegionNew", "as it is opened", |reader| {
            let drawing = Drawing::new(Id::new(reader.at()));
            draw_page::page(reader, &Sheet { album, photo, region: None, drawing: &drawing })
        }));
    }
    if let Some(photo) = album.photos.last() {
        let refused = |(what, drawn): (&'static str, &'static [Drawn])| {
            Sample::new("RegionNew", what, move |reader| drawn_wrong(reader, album, photo, drawn))
        };
        all.extend(REFUSED.map(refused));
    }
    for region in &album.regions {
        all.extend(one(album, region));
    }
    all
}

fn one<'a>(album: &'a Album, region: &'a Entry<Region>) -> Vec<Sample<'a>> {
    let follow = move || Following::of(region.clone(), &album.outcomes);
    let over_time = move |reader: &Reader, slow| page::drawn(reader, album, &follow(), slow);
    let mut all = vec![
        Sample::new("Region", "as it is opened", move |reader| over_time(reader, false)),
        Sample::new("Region", "it takes long", move |reader| over_time(reader, true)),
        Sample::new("RegionRemove", "as it is opened", |reader| {
            remove::page(reader, album, region)
        }),
    ];
    if let Some(photo) = album.find(region.record.photo) {
        let anew = move |reader: &Reader, stale: bool| {
            let drawing = Drawing::of(region.id, region.version, &region.record);
            let drawing = Drawing { stale, ..drawing };
            let sheet = Sheet { album, photo, region: Some(region), drawing: &drawing };
            draw_page::page(reader, &sheet)
        };
        all.push(Sample::new("RegionDraw", "as it is opened", move |reader| anew(reader, false)));
        all.push(Sample::new("RegionDraw", "changed elsewhere", move |reader| anew(reader, true)));
    }
    all
}

/// The page as it comes back.
pub(super) fn drawn_wrong(
    reader: &Reader,
    album: &Album,
    photo: &Entry<Photo>,
    drawn: &[Drawn],
) -> Response {
    let sides = |(which, values): &Drawn| {
        let which = *which;
        let named = SIDES.iter().zip(*values);
        named.map(move |(side, value)| (format!("{which}-{side}"), value.to_owned()))
    };
    let form = Form::new(Fields::of(drawn.iter().flat_map(sides)));
    let mut drawing = Drawing::typed(form, Id::new(Timestamp::UNIX_EPOCH));
    assert!(wanted(reader, &mut drawing, photo).is_none());
    draw_page::page(reader, &Sheet { album, photo, region: None, drawing: &drawing })
}
