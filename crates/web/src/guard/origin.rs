//! What changes something must come from our own page: `Sec-Fetch-Site`, or `Origin` where a browser sends no such
//! header. A cookie that is `SameSite` is the second lock.

use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Method, header};

use crate::problem::Problem;

/// Whether a request may change something.
///
/// # Errors
/// [`Problem::Foreign`] if it would, and does not come from a page of ours.
pub(crate) fn check(request: &Parts) -> Result<(), Problem> {
    let reads = matches!(request.method, Method::GET | Method::HEAD);
    if reads || is_own(&request.headers) {
        return Ok(());
    }
    let [site, origin, host] =
        [SITE, header::ORIGIN, header::HOST].map(|name| text(&request.headers, &name));
    tracing::warn!(
        expected = "same-origin",
        ?site,
        ?origin,
        ?host,
        "a change from elsewhere was refused"
    );
    Err(Problem::Foreign)
}

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Neither header at all is refused too: every browser that our pages work in sends one of them.
fn is_own(headers: &HeaderMap) -> bool {
    if let Some(site) = text(headers, &SITE) {
        return site == "same-origin";
    }
    let host = text(headers, &header::HOST);
    let origin = text(headers, &header::ORIGIN).and_then(|origin| origin.split_once("://"));
    matches!((origin, host), (Some((_, origin)), Some(host)) if origin.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_may_change_something() {
        let cases: [(&[(&str, &str)], bool); 7] = [
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("sec-fetch-site", "cross-site"), ("origin", "http://a"), ("host", "a")], false),
            (&[("origin", "http://localhost:8750"), ("host", "localhost:8750")], true),
            (&[("origin", "http://evil.example"), ("host", "localhost:8750")], false),
            (&[("origin", "null"), ("host", "localhost:8750")], false),
            (&[("host", "localhost:8750")], false),
        ];
        for (sent, own) in cases {
            let mut headers = HeaderMap::new();
            for (name, value) in sent {
                headers.insert(
                    HeaderName::from_bytes(name.as_bytes()).unwrap(),
                    value.parse().unwrap(),
                );
            }
            assert_eq!(is_own(&headers), own, "{sent:?}");
        }
    }
}
