//! A text that is taken elsewhere: it stands there to be read, and a script puts a button beside it that copies it.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// A text under an id of its own, with the word of the button and what is said once it was copied. The page needs `copy.js`.
pub fn copied(id: &str, text: &str, word: &str, done: &str) -> Markup {
    html! {
        div.copied {
            p { code id=(id) translate="no" { (text) } }
            button class="button secondary" type="button" hidden data-copy=(text) data-of=(id) data-done=(done) {
                (icon(Icon::Link)) span { (word) }
            }
            span.hint role="status" {}
        }
    }
}
