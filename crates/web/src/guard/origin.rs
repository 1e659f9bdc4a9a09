//! What changes something must come from our own page: `Sec-Fetch-Site`, or `Origin` where a browser sends no such
//! header. A cookie that is `SameSite` is the second lock.
//!
//! A browser says where it is; a proxy may have asked us under another name. So the origin is held against the name that
//! was asked for and against those that were said. Of a name that was said only its own port counts: what else is answered
//! on that host has our cookies too.

use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Method, header};

use crate::app::Settings;
use crate::problem::Problem;
use crate::reach::without_port;

/// Whether a request may change something.
///
/// # Errors
/// [`Problem::Foreign`] if it would, and does not come from a page of ours; [`Problem::Proxy`] if it comes from a name of
/// ours, at a port that we don't know.
pub(crate) fn check(request: &Parts, settings: &Settings) -> Result<(), Problem> {
    let reads = matches!(request.method, Method::GET | Method::HEAD);
    if reads || is_own(&request.headers, settings) {
        return Ok(());
    }
    let [site, origin, host] =
        [SITE, header::ORIGIN, header::HOST].map(|name| text(&request.headers, &name));
    let names = &settings.names;
    tracing::warn!(?site, ?origin, ?host, ?names, "a change from elsewhere was refused");
    Err(behind_a_proxy(&request.headers, settings).unwrap_or(Problem::Foreign))
}

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Neither header at all is refused too: every browser that our pages work in sends one of them.
fn is_own(headers: &HeaderMap, settings: &Settings) -> bool {
    if let Some(site) = text(headers, &SITE) {
        return site == "same-origin";
    }
    let Some((scheme, origin)) = origin(headers) else { return false };
    let asked = text(headers, &header::HOST);
    // An origin has no port where it is the usual one.
    let fits = (scheme == "https") == settings.https;
    asked.is_some_and(|host| origin.eq_ignore_ascii_case(host))
        || settings.names.iter().any(|name| fits && name.eq_ignore_ascii_case(origin))
}

/// Where the page is that asks, by scheme and host.
fn origin(headers: &HeaderMap) -> Option<(&str, &str)> {
    text(headers, &header::ORIGIN)?.split_once("://")
}

/// A page under a name of ours asks, and what stands between has changed under which name: told by both.
fn behind_a_proxy(headers: &HeaderMap, settings: &Settings) -> Option<Problem> {
    let (None, (_, origin)) = (text(headers, &SITE), origin(headers)?) else { return None };
    let bare = without_port(origin);
    let is_it = |name: &String| without_port(name).eq_ignore_ascii_case(bare);
    settings.names.iter().any(is_it).then(|| {
        let host = text(headers, &header::HOST).unwrap_or_default().to_owned();
        tracing::warn!(
            asked_at = origin,
            passed_on = host,
            "the proxy has to pass on the name and port that it was asked for: Host $http_host with nginx"
        );
        Problem::Proxy { origin: origin.to_owned(), host }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::settings_for_tests;

    fn headers(sent: &[(&str, &str)]) -> HeaderMap {
        let one = |(name, value): &(&str, &str)| {
            (HeaderName::from_bytes(name.as_bytes()).unwrap(), value.parse().unwrap())
        };
        sent.iter().map(one).collect()
    }

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
            let settings = settings_for_tests("127.0.0.1:8750");
            assert_eq!(is_own(&headers(sent), &settings), own, "{sent:?}");
        }
    }

    /// As a browser asks through a proxy that is reached at `origin` and asks us for `host`.
    fn through(https: bool, name: &str, origin: &str, host: &str) -> Result<(), Problem> {
        let settings =
            Settings { names: vec![name.into()], https, ..settings_for_tests("127.0.0.1:8941") };
        let mut request = axum::http::Request::post("/plan").body(()).unwrap().into_parts().0;
        request.headers = headers(&[("origin", origin), ("host", host)]);
        check(&request, &settings)
    }

    #[test]
    fn a_page_under_a_name_that_was_said_may_whatever_the_proxy_asks_for() {
        for (https, name, origin) in [
            (false, "nas.test", "http://nas.test"),
            (false, "nas.test:8081", "http://nas.test:8081"),
            (true, "nas.test", "https://NAS.test"),
            (true, "nas.test:8443", "https://nas.test:8443"),
        ] {
            assert_eq!(through(https, name, origin, "127.0.0.1:8941"), Ok(()), "{origin}");
        }
    }

    #[test]
    fn a_port_that_the_proxy_kept_to_itself_is_told_with_both_names() {
        for host in ["127.0.0.1:8941", "nas.test"] {
            let refused = through(false, "nas.test", "http://nas.test:8081", host).unwrap_err();
            let (origin, host) = ("nas.test:8081".into(), host.into());
            assert_eq!(refused, Problem::Proxy { origin, host });
        }
    }

    #[test]
    fn no_other_site_gets_in_through_the_names_and_none_is_told_what_to_pass() {
        for origin in ["http://evil.example", "http://nas.test.evil.example", "null"] {
            let refused = through(false, "nas.test", origin, "127.0.0.1:8941");
            assert_eq!(refused, Err(Problem::Foreign), "{origin}");
        }
        let plain = through(true, "nas.test", "http://nas.test", "127.0.0.1:8941");
        assert!(plain.is_err(), "not through HTTPS, as was said");
    }
}
