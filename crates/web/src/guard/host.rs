//! Requests under a name that is not ours are refused: a foreign page must not reach this machine through a name of
//! its own (DNS rebinding).

use std::net::IpAddr;

use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::{App, Settings};
use crate::problem::Problem;

pub(crate) async fn check(State(app): State<App>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    match host.or_else(|| request.uri().authority().map(|authority| authority.as_str())) {
        Some(host) if is_ours(host, app.settings()) => next.run(request).await,
        host => {
            tracing::warn!(expected = ?names(app.settings()), got = ?host, "a foreign name was refused");
            let mut refused = Problem::Foreign.into_response();
            *refused.body_mut() = "Needlewise does not answer under this name.".into();
            refused
        }
    }
}

/// The names that are answered beside this machine's own.
fn names(settings: &Settings) -> Vec<&str> {
    let own = settings.names.iter().map(String::as_str);
    own.chain(std::iter::once("localhost")).collect()
}

/// A loopback name, a number (which no foreign name can stand for), or a name from the settings.
fn is_ours(host: &str, settings: &Settings) -> bool {
    let bare = without_port(host);
    let number = bare.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    bare.eq_ignore_ascii_case("localhost")
        || number.is_ok_and(|ip| ip.is_loopback() || !settings.listen.ip().is_loopback())
        || settings.names.iter().any(|name| {
            name.eq_ignore_ascii_case(host) || without_port(name).eq_ignore_ascii_case(bare)
        })
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn settings(listen: &str) -> Settings {
        Settings {
            listen: listen.parse().unwrap(),
            names: vec!["needles.example".into()],
            https: false,
            base: crate::to::Base::default(),
            demo: false,
            pseudo: false,
            zone: "UTC".into(),
            connections: 64,
            connections_each: 64,
            limits: crate::Limits {
                photo_mb: 30,
                request: Duration::ZERO,
                upload: Duration::ZERO,
                silence: Duration::ZERO,
            },
        }
    }

    #[test]
    fn only_our_own_names_are_answered() {
        let home = settings("127.0.0.1:8750");
        for (host, ours) in [
            ("127.0.0.1:8750", true),
            ("localhost:8750", true),
            ("[::1]:8750", true),
            ("needles.example", true),
            ("needles.example:443", true),
            ("evil.example:8750", false),
            ("localhost.evil.example", false),
            ("192.168.1.5:8750", false),
            ("", false),
        ] {
            assert_eq!(is_ours(host, &home), ours, "{host}");
        }
        assert!(is_ours("192.168.1.5:8750", &settings("0.0.0.0:8750")));
    }
}
