//! A timer that counts on after the page has been opened again: it knows when it began, not how long it ran.

use maud::{Markup, html};

/// The time that has run since `since` (RFC 3339) of `minutes`; `word` says it without scripts ("until 19:40"),
/// `over` is said when the time has come.
pub fn timer(since: &str, minutes: u32, word: &str, over: &str) -> Markup {
    html! {
        div.timer data-timer data-since=(since) data-minutes=(minutes) data-over=(over) {
            span.left role="timer" { (word) }
            progress max=(minutes) value="0" aria-label=(word) {}
        }
    }
}
