//! The page on which two photographs are compared.

use axum::response::Response;
use care::words::Word;
use chart::album::Album;
use chart::album::hidden::Tally;
use chart::album::view::View;
use maud::{Markup, html};
use store::Entry;
use store::records::{Better, Photo};

use super::compare::Comparison;
use super::measured;
use crate::album::{alt, taken, too_early, view_word};
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::say::Say;
use crate::to::To;
use crate::ui::{self, CompareWords, Icon, Look, Notice, Shot};

/// Where there are no two photographs of the same view yet.
pub(super) fn nothing(reader: &Reader) -> Response {
    let say = &reader.say;
    let title = say.text("photos-compare-title");
    let (none, why) = (say.text("photos-compare-none"), say.text("photos-compare-none-why"));
    let take = say.text("photos-take");
    let body = html! {
        (ui::page_header(&title, Some((&reader.to(To::Photos), &say.text("photos-title"))), None))
        (ui::empty(Icon::Beside, &none, &why, Some((&take, &reader.to(To::PhotosNew)))))
    };
    layout::page(reader, Tab::Photos, &title, &body)
}

pub(super) fn page(reader: &Reader, album: &Album, two: &Comparison<'_>) -> Response {
    let say = &reader.say;
    let title = say.text("photos-compare-title");
    let shot = |photo: &Entry<Photo>| shot(reader, album, photo);
    let body = html! {
        (ui::page_header(&title, Some((&reader.to(To::Photos), &say.text("photos-title"))), None))
        (views(reader, two))
        (early(reader, two))
        @if let Some(better) = two.seen { (ui::notice(Notice::Info, &said_by_eyes(say, better, two))) }
        (ui::compare(&shot(two.a), &shot(two.b), two.how.mode(), &words(say), &html! {}))
        @if two.is_raking() { p { (say.text("photos-raking-limits")) } }
        @else { (measured::card(reader, album, two)) }
        p class="quiet" { (say.text("photos-compare-honest")) }
        (choose(reader, album, two))
    };
    layout::page_with(reader, Tab::Photos, &title, &body, &["compare.js"])
}

/// Which one looked better while the order was hidden, and how often it was the later one.
fn said_by_eyes(say: &Say, better: Better, two: &Comparison<'_>) -> String {
    let word = match better {
        Better::Earlier => "earlier",
        Better::Later => "later",
        Better::Neither => "neither",
    };
    let said = say.text(&format!("photos-seen-{word}"));
    let Tally { pairs, later } = two.tally;
    if pairs < 2 {
        return said;
    }
    let tally = say.with("photos-seen-tally", &[("pairs", pairs.into()), ("later", later.into())]);
    format!("{said} {tally}")
}

/// Before results can show, the page says so first.
pub(super) fn early(reader: &Reader, two: &Comparison<'_>) -> Markup {
    too_early(reader, two.judge)
}

fn shot(reader: &Reader, album: &Album, photo: &Entry<Photo>) -> Shot {
    Shot {
        src: reader.to(To::Picture(photo.id)).into(),
        alt: alt(reader, album, &photo.record),
        caption: caption(reader, album, photo),
    }
}

fn caption(reader: &Reader, album: &Album, photo: &Entry<Photo>) -> String {
    let date = reader.say.date(taken(reader, &photo.record).date());
    let since = crate::album::caption(&reader.say, album, &photo.record);
    reader.say.with("photos-dated", &[("date", date.into()), ("since", since.into())])
}

/// The other views.
pub(super) fn views(reader: &Reader, two: &Comparison<'_>) -> Markup {
    let say = &reader.say;
    let way = |view: &View| {
        let here = two.a.record.view == view.word();
        let href = reader.to(To::PhotosCompare).ask("view", view.word()).ask("how", two.how.word());
        (href.into(), view_word(say, view.word()), here)
    };
    let ways: Vec<_> = two.views.iter().map(way).collect();
    html! { @if ways.len() > 1 { (ui::segments(&say.text("photos-view"), &ways)) } }
}

/// Which two.
fn choose(reader: &Reader, album: &Album, two: &Comparison<'_>) -> Markup {
    let say = &reader.say;
    let option = |photo: &&Entry<Photo>| (photo.id.to_string(), caption(reader, album, photo));
    let options: Vec<(String, String)> = two.choice.iter().map(option).collect();
    let form = html! {
        form method="get" action=(reader.to(To::PhotosCompare)) {
            (ui::hidden("how", two.how.word()))
            (ui::select("a", &say.text("photos-compare-a"), &options, &two.a.id.to_string()))
            (ui::select("b", &say.text("photos-compare-b"), &options, &two.b.id.to_string()))
            (ui::button(Look::Secondary, None, &say.text("photos-compare-show")))
        }
    };
    ui::disclosure(&say.text("photos-compare-choose"), &form, false)
}

pub(super) fn words(say: &Say) -> CompareWords {
    let text = |key: &str| say.text(&format!("photos-compare-{key}"));
    CompareWords {
        how: text("how"),
        beside: text("beside"),
        wipe: text("wipe"),
        flicker: text("flicker"),
        edge: text("edge"),
        zoom: text("zoom"),
        whole: text("whole"),
    }
}
