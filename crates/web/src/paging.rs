//! A long list in parts, with addresses of their own, so that it works without scripts.

use maud::{Markup, html};

use crate::say::Say;
use crate::to::Href;
use crate::ui::{self, Icon, Look};

/// A part of a list.
pub(crate) struct Part<'l, T> {
    /// What stands on the page.
    pub rows: &'l [T],
    /// Which page, from 1.
    pub n: usize,
    /// Of how many; at least 1.
    pub of: usize,
}

/// The part that was asked for, of at most so many; the nearest there is if it is none of them.
pub(crate) fn part<'l, T>(all: &'l [T], most: usize, asked: Option<&str>) -> Part<'l, T> {
    let of = all.len().div_ceil(most).max(1);
    let n = asked.and_then(|asked| asked.parse().ok()).unwrap_or(1).clamp(1, of);
    let rows = all.chunks(most).nth(n - 1).unwrap_or_default();
    Part { rows, n, of }
}

/// The texts of the links: what they are links of, the page before, the page after.
pub(crate) type Words = [&'static str; 3];

/// Links to the pages beside of a list.
pub(crate) fn links<T>(
    say: &Say,
    part: &Part<'_, T>,
    list: &Href,
    [of, before, after]: Words,
) -> Markup {
    let link = |n: usize, mark: Icon, key: &str| {
        ui::link_button(Look::Quiet, Some(mark), &say.text(key), &list.clone().ask("page", n))
    };
    let mut links = Vec::new();
    if part.n > 1 {
        links.push(link(part.n - 1, Icon::Back, before));
    }
    if part.n < part.of {
        links.push(link(part.n + 1, Icon::Next, after));
    }
    html! {
        @if part.of > 1 {
            nav aria-label=(say.text(of)) {
                p class="quiet" { (say.with("page-of", &[("n", part.n.into()), ("of", part.of.into())])) }
                (ui::actions(&links))
            }
        }
    }
}
