//! What changes something must come from our own page: `Sec-Fetch-Site`, or `Origin` where a browser sends no such
//! header. A cookie that is `SameSite` is the second lock.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::problem::Problem;

pub(crate) async fn check(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if reads || is_own(request.headers()) {
        next.run(request).await
    } else {
        Problem::Foreign.into_response()
    }
}

/// Neither header at all is refused too: every browser that our pages work in sends one of them.
fn is_own(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin";
    }
    let host = text(header::HOST.as_str());
    let origin = text(header::ORIGIN.as_str()).and_then(|origin| origin.split_once("://"));
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
                    axum::http::HeaderName::from_bytes(name.as_bytes()).unwrap(),
                    value.parse().unwrap(),
                );
            }
            assert_eq!(is_own(&headers), own, "{sent:?}");
        }
    }
}
