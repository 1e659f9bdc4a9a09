//! The page on which a region is drawn: on which photograph, what is wrong with it, and the form of [`super::draw_form`].

use axum::response::Response;
use care::words::Word as _;
use chart::album::Album;
use chart::album::view::View;
use maud::{Markup, html};
use store::Entry;
use store::records::{Photo, Region};

use super::draw_form::form;
use super::form::{Drawing, LEAST_PIXELS, Which};
use crate::album::{alt, name, view_word};
use crate::form::show;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::say::Say;
use crate::to::To;
use crate::ui::{self, Icon, Look, Notice, PhotoTile};

/// What is drawn on what.
pub(super) struct Sheet<'s> {
    pub album: &'s Album,
    pub photo: &'s Entry<Photo>,
    /// The region that is drawn anew, if it is not a new one.
    pub region: Option<&'s Entry<Region>>,
    pub drawing: &'s Drawing,
}

/// On which photograph? The first of each view.
pub(super) fn choose(reader: &Reader, album: &Album) -> Response {
    let say = &reader.say;
    let title = say.text("region-new-title");
    let plain = View::ALL.iter().filter(|view| !view.is_raking());
    let firsts = plain.filter_map(|view| album.of_view(view.word()).first().copied());
    let tiles: Vec<PhotoTile> = firsts
        .map(|photo| PhotoTile {
            src: reader.to(To::Thumbnail(photo.id)).into(),
            alt: alt(reader, album, &photo.record),
            caption: view_word(say, &photo.record.view),
            href: reader.to(To::RegionNew).ask("photo", photo.id).into(),
        })
        .collect();
    let (none, why, take) =
        (say.text("region-no-photos"), say.text("region-no-photos-why"), say.text("photos-take"));
    let body = html! {
        (ui::page_header(&title, Some((&reader.to(To::Photos), &say.text("photos-title"))), Some(&say.text("region-new-why"))))
        @if tiles.is_empty() {
            (ui::empty(Icon::Photos, &none, &why, Some((&take, &reader.to(To::PhotosNew)))))
        } @else {
            section class="column" { h2 { (say.text("region-choose")) } (ui::photos(&tiles)) }
        }
    };
    layout::page(reader, Tab::Photos, &title, &body)
}

/// The page.
pub(super) fn page(reader: &Reader, sheet: &Sheet<'_>) -> Response {
    let say = &reader.say;
    let title = match sheet.region {
        Some(_) => say.text("region-redraw-title"),
        None => say.text("region-new-title"),
    };
    let (back, word) = back(reader, sheet);
    let under =
        say.text(if sheet.region.is_some() { "region-redraw-why" } else { "region-new-why" });
    let body = html! {
        (ui::page_header(&title, Some((&back, &word)), Some(&under)))
        (not_the_first(reader, sheet))
        @if sheet.drawing.stale { (ui::notice(Notice::Problem, &say.text("problem-stale-what"))) }
        @for which in Which::ALL {
            (show::problem_above(say, &sheet.drawing.form, which.word()))
        }
        (form(reader, sheet))
    };
    let form = &sheet.drawing.form;
    let title = form.titled(say, &title);
    form.answer(layout::page_with(reader, Tab::Photos, &title, &body, &["region.js"]))
}

fn back(reader: &Reader, sheet: &Sheet<'_>) -> (String, String) {
    let say = &reader.say;
    match sheet.region {
        Some(region) => {
            (reader.to(To::Region(region.id)).into(), name(say, sheet.album, &region.record))
        }
        None => {
            let word = view_word(say, &sheet.photo.record.view);
            (reader.to(To::Photo(sheet.photo.id)).into(), word)
        }
    }
}

/// Later sittings are held against the photograph that is drawn on, so the first is worth the most.
fn not_the_first(reader: &Reader, sheet: &Sheet<'_>) -> Markup {
    let say = &reader.say;
    let all = sheet.album.of_view(&sheet.photo.record.view);
    let first = all.first().filter(|first| first.id != sheet.photo.id && sheet.region.is_none());
    html! {
        @if let Some(first) = first {
            (ui::notice(Notice::Info, &say.text("region-not-first")))
            (ui::actions(&[ui::link_button(Look::Secondary, Some(Icon::Picture), &say.text("region-first"),
                &reader.to(To::RegionNew).ask("photo", first.id))]))
        }
    }
}

/// What is wrong with a rectangle, why that matters and what to do.
pub(super) fn refused(say: &Say, photo: &Photo, which: Which, wrong: &str) -> String {
    let least = |pixels: u32| (LEAST_PIXELS / f64::from(pixels.max(1)) * 1000.0).ceil() / 10.0;
    let [across, down] = [photo.width, photo.height].map(|side| say.fixed(least(side), 1));
    let known = [("n", which.number().into()), ("across", across.into()), ("down", down.into())];
    let part = |part: &str| say.with(&format!("region-wrong-{wrong}-{part}"), &known);
    format!("{} {} {}", part("what"), part("why"), part("next"))
}
