//! The page of the feed: what it is, whether there is one, its address this once, and how to close it.

use axum::response::Response;
use maud::{Markup, html};
use store::Feed;

use crate::frame::Reader;
use crate::layout::{Tab, page_with};
use crate::say::Say;
use crate::to::To;
use crate::ui::{
    Icon, Kind, Look, Notice, button, card, choice, choices, copied, facts, notice, page_header,
    plain_card,
};

/// The page and what it shows.
pub(super) struct Page<'a> {
    /// Who looks.
    pub reader: &'a Reader,
    /// The feed, if there is one.
    pub feed: Option<&'a Feed>,
    /// Its address, if it was made just now: nobody can say it again.
    pub address: Option<&'a str>,
    /// Whether only programs on this machine can read it.
    pub here_only: bool,
}

impl Page<'_> {
    /// The whole page.
    pub(super) fn drawn(&self) -> Response {
        let (reader, say) = (self.reader, &self.reader.say);
        let (title, under) = (say.text("feed-title"), say.text("feed-under"));
        let body = html! {
            (page_header(&title, Some((&reader.to(To::More), &say.text("tab-more"))), Some(&under)))
            @if let Some(address) = self.address { (once(say, address, self.here_only)) }
            @if let Some(feed) = self.feed { (open(reader, feed)) }
            (make(reader, self.feed))
            (mind(say, self.here_only))
        };
        page_with(reader, Tab::More, &title, &body, &["copy.js"])
    }
}

/// The address, shown this once.
fn once(say: &Say, address: &str, here_only: bool) -> Markup {
    // The name by which phones and desks know that a calendar program is meant.
    let subscribe = address.split_once("://").map(|(_, rest)| format!("webcal://{rest}"));
    let body = html! {
        p { (say.text("feed-once")) }
        (copied("feed-address", address, &say.text("copy"), &say.text("copied")))
        @if let (Some(subscribe), false) = (subscribe, here_only) {
            p { a href=(subscribe) rel="external" { (say.text("feed-subscribe")) } }
        }
        p.hint { (say.text("feed-how")) }
    };
    card(&say.text("feed-made"), &body)
}

fn open(reader: &Reader, feed: &Feed) -> Markup {
    let say = &reader.say;
    let since = say.near_moment(&say.zoned(feed.created, &reader.now), &reader.now);
    let titles = if feed.plain_titles { "feed-plain" } else { "feed-neutral" };
    let known = [
        (say.text("feed-since"), html! { (since) }),
        (say.text("feed-titles"), html! { (say.text(titles)) }),
    ];
    let body = html! {
        (facts(&known))
        form method="post" action=(reader.to(To::CalendarClose)) {
            p.hint { (say.text("feed-close-what")) }
            div.actions { (button(Look::Danger, Some(Icon::Remove), &say.text("feed-close"))) }
        }
    };
    card(&say.text("feed-open"), &body)
}

fn make(reader: &Reader, feed: Option<&Feed>) -> Markup {
    let say = &reader.say;
    let plain = feed.is_some_and(|feed| feed.plain_titles);
    let one = |value: &str, chosen| {
        let (word, hint) = (format!("feed-{value}"), format!("feed-{value}-what"));
        choice("titles", value, &say.text(&word), Some(&say.text(&hint)), chosen, Kind::Radio)
    };
    let titles = [one("neutral", !plain), one("plain", plain)];
    let word = say.text(if feed.is_some() { "feed-make-again" } else { "feed-make" });
    let body = html! {
        form method="post" action=(reader.to(To::Calendar)) {
            (choices(&say.text("feed-ask"), None, &titles, None))
            @if feed.is_some() { p.hint { (say.text("feed-make-again-what")) } }
            div.actions { (button(Look::Primary, Some(Icon::Link), &word)) }
        }
    };
    plain_card(&body)
}

/// What a feed cannot do.
fn mind(say: &Say, here_only: bool) -> Markup {
    html! {
        @if here_only { (notice(Notice::Info, &say.text("feed-here-only"))) }
        p.hint { (say.text("feed-late")) }
    }
}
