//! `GET /photos`: all of them, day by day, the newest first.

use axum::response::Response;
use chart::album::Album;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::album::{alt, caption, taken, view_word};
use crate::layout::{self, Tab};
use crate::problem::Problem;
use crate::to::To;
use crate::ui::{self, Icon, Look, PhotoTile};
use crate::visit::Owner;

/// Photographs of one day that lie between the same sessions.
struct Group {
    date: Date,
    since: String,
    tiles: Vec<PhotoTile>,
}

pub(crate) async fn grid(owner: Owner) -> Result<Response, Problem> {
    let album = owner.album().await?;
    let body = if album.photos.is_empty() { nothing(&owner, &album) } else { all(&owner, &album) };
    Ok(layout::page(&owner, Tab::Photos, &owner.say.text("photos-title"), &body))
}

fn nothing(owner: &Owner, album: &Album) -> Markup {
    let say = &owner.say;
    let (title, why) = (say.text("photos-none"), say.text("photos-none-why"));
    let take = say.text("photos-take");
    html! {
        (ui::page_header(&say.text("photos-title"), None, None))
        (ui::empty(Icon::Photos, &title, &why, Some((&take, &owner.to(To::PhotosNew)))))
        @if !album.chart.story.done().is_empty() {
            (ui::actions(&[ui::link_button(Look::Secondary, Some(Icon::Ruler), &say.text("results-title"), &owner.to(To::Results))]))
        }
        (ui::notice(ui::Notice::Info, &say.text("photos-stay")))
    }
}

fn all(owner: &Owner, album: &Album) -> Markup {
    let say = &owner.say;
    let take = ui::link_button(
        Look::Primary,
        Some(Icon::Photos),
        &say.text("photos-take"),
        &owner.to(To::PhotosNew),
    );
    let mut buttons = vec![take];
    if !album.comparable().is_empty() {
        let word = say.text("photos-compare");
        buttons.push(ui::link_button(
            Look::Secondary,
            Some(Icon::Beside),
            &word,
            &owner.to(To::PhotosCompare),
        ));
    }
    let worked = say.text("results-title");
    buttons.push(ui::link_button(
        Look::Secondary,
        Some(Icon::Ruler),
        &worked,
        &owner.to(To::Results),
    ));
    html! {
        (ui::page_header(&say.text("photos-title"), None, Some(&say.text("photos-stay"))))
        (ui::actions(&buttons))
        @for group in groups(owner, album) {
            section class="column" {
                div {
                    h2 id={ "day-" (group.date) } { (say.near_day_head(group.date, owner.now.date())) }
                    p class="quiet" { (group.since) }
                }
                (ui::photos(&group.tiles))
            }
        }
    }
}

fn groups(owner: &Owner, album: &Album) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for photo in &album.photos {
        let date = taken(owner, &photo.record).date();
        let since = caption(&owner.say, album, &photo.record);
        let tile = PhotoTile {
            src: owner.to(To::Thumbnail(photo.id)).into(),
            alt: alt(owner, album, &photo.record),
            caption: view_word(&owner.say, &photo.record.view),
            href: owner.to(To::Photo(photo.id)).into(),
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
