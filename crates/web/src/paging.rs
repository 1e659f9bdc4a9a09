//! A long list in parts, with addresses of their own, so that it works without scripts.

use maud::{Markup, html};

use crate::say::Say;
use crate::to::Href;
use crate::ui::{self, Icon, Look};

/// How many on a page.
pub(super) const MOST: usize = 50;

/// A part of a list.
pub(super) struct Part<'l, T> {
    pub rows: &'l [T],
    /// Which page, from 1.
    pub n: usize,
    /// Of how many; at least 1.
    pub of: usize,
}

/// The part that was asked for; the nearest there is if it is none of them.
pub(super) fn part<'l, T>(all: &'l [T], asked: Option<&str>) -> Part<'l, T> {
    let of = all.len().div_ceil(MOST).max(1);
    let n = asked.and_then(|asked| asked.parse().ok()).unwrap_or(1).clamp(1, of);
    let rows = all.chunks(MOST).nth(n - 1).unwrap_or_default();
    Part { rows, n, of }
}

/// Links to the pages beside of a list.
pub(super) fn links<T>(say: &Say, part: &Part<'_, T>, list: &Href) -> Markup {
    let link = |n: usize, mark: Icon, key: &str| {
        ui::link_button(Look::Quiet, Some(mark), &say.text(key), &list.clone().ask("page", n))
    };
    let mut links = Vec::new();
    if part.n > 1 {
        links.push(link(part.n - 1, Icon::Back, "log-newer"));
    }
    if part.n < part.of {
        links.push(link(part.n + 1, Icon::Next, "log-older"));
    }
    html! {
        @if part.of > 1 {
            nav aria-label=(say.text("log-pages")) {
                p class="quiet" { (say.with("log-page", &[("n", part.n.into()), ("of", part.of.into())])) }
                (ui::actions(&links))
            }
        }
    }
}
