//! How a page speaks: every word on it is a text of the reader's language, from the crate `words`.

pub use words::{Language, Variable, Wording as Say};

/// The built-in protocol in English.
#[cfg(test)]
pub(crate) fn in_english() -> words::Worded {
    words::Worded::built_in(Language::DEFAULT).unwrap()
}
