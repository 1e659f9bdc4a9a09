//! A form as it was sent: names with their values, parsed once into types of `care` by whoever asked for it.
//!
//! Nothing is lost: what can't be parsed is shown again as it was typed.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use care::words::Word;
use sha2::{Digest as _, Sha256};

use crate::problem::Problem;

/// The most fields a form of ours has, with room.
const MOST_FIELDS: usize = 500;

/// The fields of a form, in the order they were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads the body of a form.
    pub fn parse(body: &[u8]) -> Self {
        let pairs = form_urlencoded::parse(body).take(MOST_FIELDS);
        Self(pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
    }
    /// Fields put together by hand.
    pub fn of(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }
    /// The first value of a name, trimmed; empty counts as absent.
    pub fn text(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }
    /// The first value of a name as it was sent, to the last space: a passphrase is nothing else than what was typed.
    pub fn exact(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
    /// Every value of a name.
    pub fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }
    /// Whether the name was sent at all, as a ticked box is.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }
    /// The first value of a name as something that can be parsed: `None` if it is absent, an error with what was
    /// typed if it can't be.
    ///
    /// # Errors
    /// What was typed.
    pub fn parsed<T: std::str::FromStr>(&self, name: &str) -> Result<Option<T>, String> {
        self.text(name).map(|text| text.parse().map_err(|_| text.to_owned())).transpose()
    }
    /// The first value of a name as a word.
    ///
    /// # Errors
    /// What was typed, if it is no such word.
    pub fn word<W: Word>(&self, name: &str) -> Result<Option<W>, String> {
        self.text(name).map(|text| W::find(text).ok_or_else(|| text.to_owned())).transpose()
    }
    /// Every value of a name that is a word; others are left out.
    pub fn words<W: Word>(&self, name: &str) -> Vec<W> {
        self.all(name).filter_map(W::find).collect()
    }
    /// Adds fields after those that were sent.
    pub fn add(&mut self, pairs: impl IntoIterator<Item = (String, String)>) {
        self.0.extend(pairs);
    }
    /// A short print of all of it, to see whether it is still the same.
    pub fn print(&self) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        let digest = Sha256::digest(text.extend_pairs(&self.0).finish());
        digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }
    /// All fields, to show a form again.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let form = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|media| media.to_str().ok())
            .is_none_or(|media| media.starts_with("application/x-www-form-urlencoded"));
        if !form {
            return Err(Problem::NotAForm.into_response());
        }
        let body = Bytes::from_request(request, state)
            .await
            .map_err(|_| Problem::TooLarge.into_response())?;
        Ok(Self::parse(&body))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_name_sent_twice_the_first_counts() {
        let fields = Fields::parse(b"zone=UTC&zone=Europe%2FParis&%7aone=Asia%2FTokyo");
        assert_eq!((fields.text("zone"), fields.exact("zone")), (Some("UTC"), Some("UTC")));
    }

    #[test]
    fn what_is_written_in_code_is_read_once() {
        let fields = Fields::parse(b"note=%2541+%26amp%3B");
        assert_eq!(fields.text("note"), Some("%41 &amp;"));
    }
}
