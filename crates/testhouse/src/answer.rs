//! What came back, and what can be said of it. Pages are asked by card and text key in `page.rs`.

use axum::body::to_bytes;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// What stands before the pages of the person.
    pub(crate) before: String,
    /// How it went.
    pub status: StatusCode,
    /// What was said of it.
    pub headers: HeaderMap,
    /// Itself.
    pub body: Vec<u8>,
}

impl Answer {
    /// A response; `before` is what stands before the pages of the person.
    pub async fn of(response: Response, before: String) -> Self {
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Self { before, status: parts.status, headers: parts.headers, body }
    }
    /// The page as text, its addresses without the person.
    pub fn text(&self) -> String {
        self.shortened(&String::from_utf8_lossy(&self.body))
    }
    fn shortened(&self, text: &str) -> String {
        if self.before.is_empty() {
            return text.to_owned();
        }
        text.replace(&self.before, "")
    }
    /// Holds if the page says this.
    pub fn sees(&self, text: &str) -> &Self {
        assert!(self.text().contains(text), "{} is not on the page:\n{}", text, self.text());
        self
    }
    /// Holds if the page does not say this.
    pub fn misses(&self, text: &str) -> &Self {
        assert!(!self.text().contains(text), "{} is on the page:\n{}", text, self.text());
        self
    }
    /// Holds if the answer has this status.
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }
    /// The fields of its forms as a browser would send them.
    pub fn fields(&self) -> Vec<(String, String)> {
        let page = self.text();
        let tags = page.split("<input ").skip(1).map(|rest| rest.split('>').next().unwrap());
        let read = |tag: &str, name: &str| {
            let (_, rest) = tag.split_once(&format!("{name}=\""))?;
            Some(rest.split('"').next().unwrap().to_owned())
        };
        let sent = |tag: &&str| {
            let ticks = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
            !ticks || tag.ends_with(" checked")
        };
        let one = |tag: &str| Some((read(tag, "name")?, read(tag, "value").unwrap_or_default()));
        tags.filter(sent).filter_map(one).collect()
    }
    /// Where it leads, if it is a redirect.
    pub fn redirect(&self) -> Option<String> {
        let there = self.status.is_redirection().then(|| self.headers.get(header::LOCATION))??;
        Some(self.shortened(there.to_str().unwrap()))
    }
}
