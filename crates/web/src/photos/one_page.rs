//! The page of one photograph.

use axum::response::Response;
use care::words::Word;
use chart::album::Album;
use chart::album::view::View;
use maud::{Markup, html};
use store::Entry;
use store::records::{Photo, Region};

use super::undated_page;
use crate::album::{alt, caption, name, taken, view_word};
use crate::fields::Fields;
use crate::form::{Form, show};
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::to::To;
use crate::ui::{self, Field, Icon, Input, Look, MenuItem, field};

/// The form under the picture, as it is kept.
pub(super) fn kept(reader: &Reader, photo: &Entry<Photo>) -> Form {
    let note = photo.record.note.as_deref().unwrap_or_default();
    let known = photo.record.is_dated().then(|| taken(reader, &photo.record));
    let taken = known.map(|taken| words::machine::field(&taken)).unwrap_or_default();
    let all = [("note", note), ("view", &photo.record.view), ("taken", &taken)];
    Form::new(Fields::of(all.map(|(name, value)| (name.to_owned(), value.to_owned()))))
}

pub(super) fn page(reader: &Reader, album: &Album, photo: &Entry<Photo>, edit: &Form) -> Response {
    let say = &reader.say;
    let record = &photo.record;
    let (title, when) = (view_word(say, &record.view), when(reader, record));
    let body = html! {
        (ui::page_header(&title, Some((&reader.to(To::Photos), &say.text("photos-title"))), Some(&when)))
        figure class="column" {
            img src=(reader.to(To::Picture(photo.id))) alt=(alt(reader, album, record))
                width=(record.width) height=(record.height);
            figcaption class="quiet" { (caption(say, album, record)) }
        }
        @match &record.undated {
            Some(undated) => (undated_page::ask(reader, photo, undated, edit)),
            None => { (beside(reader, album, photo)) (followed(reader, album, photo)) (form(reader, photo, edit)) }
        }
        (ui::actions(&[ui::link_button(Look::Quiet, Some(Icon::Remove), &say.text("photos-remove"), &reader.to(To::PhotoRemove(photo.id)))]))
    };
    edit.answer(layout::page(reader, Tab::Photos, &edit.titled(say, &title), &body))
}

/// When it was taken, or that nobody knows.
fn when(reader: &Reader, photo: &Photo) -> String {
    let say = &reader.say;
    if !photo.is_dated() {
        return say.text("photos-undated");
    }
    let at = taken(reader, photo);
    let (date, time) = (say.date(at.date()), say.time(at.time()));
    say.with("photos-when", &[("date", date.into()), ("time", time.into())])
}

/// To the ones before and after of the same view, and beside the first.
fn beside(reader: &Reader, album: &Album, photo: &Entry<Photo>) -> Markup {
    let say = &reader.say;
    let all = album.of_view(&photo.record.view);
    let place = all.iter().position(|other| other.id == photo.id).unwrap_or_default();
    let link = |place: Option<usize>, mark: Icon, key: &str| {
        let other = place.and_then(|place| all.get(place))?;
        Some(ui::link_button(
            Look::Quiet,
            Some(mark),
            &say.text(key),
            &reader.to(To::Photo(other.id)),
        ))
    };
    let mut links: Vec<Markup> = Vec::new();
    links.extend(link(place.checked_sub(1), Icon::Back, "photos-before-this"));
    links.extend(link(place.checked_add(1), Icon::Next, "photos-after-this"));
    if let Some(first) = all.first().filter(|first| first.id != photo.id) {
        let href = reader.to(To::PhotosCompare).ask("a", first.id).ask("b", photo.id);
        links.push(ui::link_button(
            Look::Secondary,
            Some(Icon::Beside),
            &say.text("photos-with-first"),
            &href,
        ));
    }
    html! { @if !links.is_empty() { (ui::actions(&links)) } }
}

/// The places drawn on it, and a way to draw one.
fn followed(reader: &Reader, album: &Album, photo: &Entry<Photo>) -> Markup {
    let say = &reader.say;
    let drawn = album.drawn_on(photo.id);
    let item = |region: &&Entry<Region>| MenuItem {
        mark: Icon::Ruler,
        word: name(say, album, &region.record),
        hint: None,
        href: reader.to(To::Region(region.id)).into(),
    };
    let items: Vec<MenuItem> = drawn.iter().map(item).collect();
    let new = reader.to(To::RegionNew).ask("photo", photo.id);
    html! {
        @if !items.is_empty() {
            section class="column" { h2 { (say.text("region-followed")) } (ui::menu(&items)) }
        }
        @if !View::find(&photo.record.view).is_some_and(View::is_raking) {
            (ui::actions(&[ui::link_button(Look::Secondary, Some(Icon::Ruler), &say.text("region-follow"), &new)]))
        }
    }
}

fn form(reader: &Reader, photo: &Entry<Photo>, edit: &Form) -> Markup {
    let say = &reader.say;
    let (note, taken) = (say.text("photos-note"), say.text("photos-taken"));
    let hint = say.text("photos-taken-hint");
    let problem = edit.told(say, "taken");
    let views: Vec<(String, String)> = View::ALL
        .iter()
        .map(|view| (view.word().to_owned(), view_word(say, view.word())))
        .collect();
    let body = html! {
        form method="post" action=(reader.to(To::Photo(photo.id))) {
            (ui::hidden("version", &photo.version.to_string()))
            (show::note_field(say, edit, &note))
            (ui::select("view", &say.text("photos-view"), &views, edit.text("view")))
            (field(&Field { name: "taken", label: &taken, hint: Some(&hint), value: edit.text("taken"),
                problem: problem.as_deref(), required: true, input: Input::DateTime }))
            (ui::button(Look::Primary, None, &say.text("save")))
        }
    };
    html! {
        @if let Some(note) = photo.record.note.as_deref() { p { (note) } }
        (ui::disclosure(&say.text("photos-edit"), &body, edit.is_refused()))
    }
}
