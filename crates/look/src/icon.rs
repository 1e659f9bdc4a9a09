//! Icons inside the page: one path each, coloured like the words beside them.
//!
//! An icon never stands alone for meaning: it is hidden from screen readers and a word goes with it. The
//! drawings are in [`super::icons`].

use maud::{Markup, html};

pub use super::icons::Icon;

/// An icon as large as the line it stands in.
pub fn icon(icon: Icon) -> Markup {
    html! {
        svg.icon viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false" {
            path d=(icon.path()) {}
        }
    }
}
