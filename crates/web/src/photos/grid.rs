//! `GET /photos`: all of them, day by day, the newest first.

use axum::response::Response;
use chart::album::Album;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::album::{alt, caption, taken, view_word};
use crate::caller::Opened;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::problem::Problem;
use crate::to::To;
use crate::ui::{self, Icon, Look, PhotoTile};

/// Photographs of one day that lie between the same sessions.
struct Group {
    /// `None` for those of which it is not known when they were taken; they stand first, since something is asked of them.
    date: Option<Date>,
    since: String,
    tiles: Vec<PhotoTile>,
}

pub(crate) async fn grid(opened: Opened) -> Result<Response, Problem> {
    Ok(page(&opened, &opened.album_left().await?))
}

pub(super) fn page(reader: &Reader, album: &Album) -> Response {
    let body = if album.photos.is_empty() { nothing(reader, album) } else { all(reader, album) };
    layout::page(reader, Tab::Photos, &reader.say.text("photos-title"), &body)
}

fn nothing(reader: &Reader, album: &Album) -> Markup {
    let say = &reader.say;
    let (title, why) = (say.text("photos-none"), say.text("photos-none-why"));
    let take = say.text("photos-take");
    html! {
        (ui::page_header(&say.text("photos-title"), None, None))
        (ui::empty(Icon::Photos, &title, &why, Some((&take, &reader.to(To::PhotosNew)))))
        @if !album.chart.story.done().is_empty() {
            (ui::actions(&[ui::link_button(Look::Secondary, Some(Icon::Ruler), &say.text("results-title"), &reader.to(To::Results))]))
        }
        (ui::notice(ui::Notice::Info, &say.text("photos-stay")))
    }
}

fn all(reader: &Reader, album: &Album) -> Markup {
    let say = &reader.say;
    let take = ui::link_button(
        Look::Primary,
        Some(Icon::Photos),
        &say.text("photos-take"),
        &reader.to(To::PhotosNew),
    );
    let mut buttons = vec![take];
    if !album.comparable().is_empty() {
        let word = say.text("photos-compare");
        buttons.push(ui::link_button(
            Look::Secondary,
            Some(Icon::Beside),
            &word,
            &reader.to(To::PhotosCompare),
        ));
    }
    let worked = say.text("results-title");
    buttons.push(ui::link_button(
        Look::Secondary,
        Some(Icon::Ruler),
        &worked,
        &reader.to(To::Results),
    ));
    html! {
        (ui::page_header(&say.text("photos-title"), None, Some(&say.text("photos-stay"))))
        (ui::actions(&buttons))
        @for group in groups(reader, album) {
            section class="column" {
                @match group.date {
                    Some(date) => div {
                        h2 id={ "day-" (date) } { (say.near_day_head(date, reader.now.date())) }
                        p class="quiet" { (group.since) }
                    },
                    None => div {
                        h2 id="undated" { (group.since) }
                        p class="quiet" { (say.text("photos-undated-ask")) }
                    },
                }
                (ui::photos(&group.tiles))
            }
        }
    }
}

fn groups(reader: &Reader, album: &Album) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let dated = album.photos.iter().filter(|photo| photo.record.is_dated());
    for photo in album.undated().into_iter().rev().chain(dated) {
        let known = photo.record.is_dated();
        let date = known.then(|| taken(reader, &photo.record).date());
        let since = caption(&reader.say, album, &photo.record);
        let tile = PhotoTile {
            src: reader.to(To::Thumbnail(photo.id)).into(),
            alt: alt(reader, album, &photo.record),
            caption: view_word(&reader.say, &photo.record.view),
            href: reader.to(To::Photo(photo.id)).into(),
        };
        match groups.last_mut().filter(|group| group.date == date && group.since == since) {
            Some(group) => group.tiles.push(tile),
            None => groups.push(Group { date, since, tiles: vec![tile] }),
        }
    }
    // Within a day they stand in the order in which they were taken.
    groups.iter_mut().for_each(|group| group.tiles.reverse());
    groups
}
