//! Samples of photographs: none, some, one of each view; two compared in every way that can be asked for; a form refused.

use axum::response::Response;
use chart::album::Album;
use photo::intake::Refusal;
use store::records::Photo;
use store::{Entry, Note};

use super::compare::Asked;
use super::taking::{self, Refused};
use super::{compare, grid, one, one_page, remove};
use crate::fields::Fields;
use crate::form::Form;
use crate::frame::Reader;
use crate::samples::{Life, Sample};

pub(crate) fn samples(life: &Life) -> Vec<Sample<'_>> {
    let album = &life.album;
    let mut all =
        vec![Sample::new("Photos", "as it is opened", |reader| grid::page(reader, album))];
    all.extend(compared(album));
    all.extend(taken(album));
    // The oldest, the newest and one on which a place is drawn.
    let drawn = album.regions.first().and_then(|region| album.find(region.record.photo));
    for photo in [album.photos.first(), album.photos.last(), drawn].into_iter().flatten() {
        all.extend(single(album, photo));
    }
    all
}

fn compared(album: &Album) -> Vec<Sample<'_>> {
    let yes = || Some("1".to_owned());
    let pair = |how: &str| Asked {
        a: album.photos.last().map(|photo| photo.id.to_string()),
        b: album.photos.iter().find(|photo| photo.record.view == "front").map(|b| b.id.to_string()),
        how: Some(how.into()),
        open: yes(),
        view: None,
    };
    let left = Asked { view: Some("left".into()), ..Asked::default() };
    let open = Asked { open: yes(), ..Asked::default() };
    let of = |what, asked: Asked| {
        Sample::new("PhotosCompare", what, move |reader| two(reader, album, &asked))
    };
    vec![
        of("as it is opened", Asked::default()),
        of("shown at once", open),
        of("another view", left),
        of("the first and the latest, one over the other", pair("slider")),
        of("the first and the latest, one after the other", pair("flicker")),
    ]
}

/// Where photographs are taken: from the beginning, with one kept and another view chosen, with every file refused.
fn taken(album: &Album) -> Vec<Sample<'_>> {
    let of = |what, form: Form, kept| {
        Sample::new("PhotosNew", what, move |reader| taking::page(reader, album, &form, kept))
    };
    let chosen = Fields::of([("shot".to_owned(), "right".to_owned())]);
    let refused = move |reader: &Reader| {
        let mut form = Form::default();
        let all = Refusal::IDS.into_iter().chain(Refused::OWN);
        let files = all.map(|id| Refused { file: "left".into(), id });
        form.note(files.map(|refused| refused.fault(&reader.say, 30)));
        taking::page(reader, album, &form, 2)
    };
    vec![
        of("as it is opened", Form::default(), 0),
        of("one kept, another view chosen", Form::new(chosen), 1),
        Sample::new("PhotosNew", "files refused", refused),
    ]
}

/// Two that are there.
fn two(reader: &Reader, album: &Album, asked: &Asked) -> Response {
    compare::page(reader, album, asked).unwrap()
}

fn single<'a>(album: &'a Album, photo: &'a Entry<Photo>) -> Vec<Sample<'a>> {
    let kept =
        move |reader: &Reader| one_page::page(reader, album, photo, &one_page::kept(reader, photo));
    let refused = move |reader: &Reader| refused(reader, album, photo);
    vec![
        Sample::new("Photo", "as it is opened", kept),
        Sample::new("Photo", "refused", refused),
        Sample::new("PhotoRemove", "as it is opened", |reader| remove::page(reader, album, photo)),
    ]
}

/// A note that is too long, a view that is none, a moment that can't be.
fn refused(reader: &Reader, album: &Album, photo: &Entry<Photo>) -> Response {
    let note = "wedding ".repeat(Note::MOST_LETTERS);
    let typed = [("note", note.as_str()), ("view", "behind"), ("taken", "left")];
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let mut form = Form::new(Fields::of(typed));
    assert_eq!(one::changed(reader, album, photo, &mut form), None);
    one_page::page(reader, album, photo, &form)
}
