//! What each command says: one struct per command, printed as JSON or as sentences.
//!
//! The structs' fields are the stable JSON; their sentences come from the protocol's texts. Nothing is decided here.

mod aftercare;
mod checked;
mod checkin;
mod course;
mod diff;
mod entries;
mod now;
mod page;
pub mod photo;
mod plan;
mod roll;
mod screen;

use care::protocol::rows::Evidence;
use jiff::Zoned;
use serde::Serialize;
use words::{Worded, Wording};

pub use aftercare::Aftercare;
pub use checked::Checked;
pub use checkin::CheckIn;
pub use course::Course;
pub use diff::{Diff, Sides};
pub use entries::{ATTRIBUTES, Entries, Sources, text_key};
pub use now::Now;
pub use page::Page;
pub use plan::Plan;
pub use roll::{Roll, advice_sentence};
pub use screen::Screen;

/// Says itself in sentences, the answer first, then the reasons.
pub trait Sentences {
    /// Adds its sentences to a page.
    fn say(&self, page: &mut Page);
}

/// Which protocol decided.
#[derive(Debug, Serialize)]
pub struct Decider {
    name: String,
    version: String,
}

impl Decider {
    pub(crate) fn of(protocol: &Worded) -> Self {
        Self { name: protocol.name(), version: protocol.version().to_owned() }
    }
    pub(crate) fn say(&self, page: &mut Page) {
        let by = [("name", self.name.as_str().into()), ("version", self.version.as_str().into())];
        let sentence = page.words("show-decided-by", &by);
        page.quiet(&sentence);
    }
}

/// A moment as JSON writes it: RFC 3339 with the offset of its zone.
pub(crate) fn stamp(moment: &Zoned) -> String {
    words::machine::stamp(moment)
}

/// The published range as JSON writes it, in the figures of the files; sentences say it in the reader's language.
pub(crate) fn range(evidence: &Evidence) -> Option<String> {
    let [low, high] = evidence.published.as_ref()?;
    Some(if low.text == high.text {
        low.text.clone()
    } else {
        format!("{} to {}", low.text, high.text)
    })
}

/// Two numbers as a range, or one if they are the same.
pub(crate) fn span(texts: &Wording, low: f64, high: f64) -> String {
    if low == high {
        return texts.number(low);
    }
    texts.with("show-span", &[("low", low.into()), ("high", high.into())])
}

#[cfg(test)]
mod tests;
