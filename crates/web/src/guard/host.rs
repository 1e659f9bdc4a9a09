//! Requests under a name that is not ours are refused: a foreign page must not reach this machine through a name of
//! its own (DNS rebinding).

use std::net::{IpAddr, SocketAddr};

use axum::extract::{Request, State};
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::{App, Settings};
use crate::caller::Caller;
use crate::problem::Problem;
use crate::reach::without_port;

pub(crate) async fn check(State(app): State<App>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let open_at = || app.network().open_at();
    match host.or_else(|| request.uri().authority().map(|authority| authority.as_str())) {
        Some(host) if is_ours(host, app.settings(), open_at) => next.run(request).await,
        host => {
            tracing::warn!(expected = ?names(app.settings()), got = ?host, "a foreign name was refused");
            let mut refused = Problem::Name.into_response();
            // Whoever asks under a foreign name is shown nothing of who is here.
            refused.extensions_mut().insert(Caller::stranger(&app, request.headers()));
            refused
        }
    }
}

/// The names that are answered beside this machine's own.
fn names(settings: &Settings) -> Vec<&str> {
    let own = settings.names.iter().map(String::as_str);
    own.chain(std::iter::once("localhost")).collect()
}

/// A loopback name, a number (which no foreign name can stand for) at which we listen, or a name from the settings.
fn is_ours(host: &str, settings: &Settings, open_at: impl Fn() -> Vec<SocketAddr>) -> bool {
    let bare = without_port(host);
    let listens = |ip: IpAddr| {
        ip.is_loopback()
            || !settings.listen.ip().is_loopback()
            || open_at().iter().any(|at| at.ip() == ip)
    };
    let number = bare.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    bare.eq_ignore_ascii_case("localhost")
        || number.is_ok_and(listens)
        || settings.names.iter().any(|name| {
            name.eq_ignore_ascii_case(host) || without_port(name).eq_ignore_ascii_case(bare)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::settings_for_tests;

    fn settings(listen: &str) -> Settings {
        Settings { names: vec!["needles.example".into()], ..settings_for_tests(listen) }
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
            assert_eq!(is_ours(host, &home, Vec::new), ours, "{host}");
        }
        assert!(is_ours("192.168.1.5:8750", &settings("0.0.0.0:8750"), Vec::new));
    }

    #[test]
    fn a_number_of_the_home_network_is_answered_while_it_is_open_and_no_other() {
        let home = settings("127.0.0.1:8750");
        let open = || vec!["192.168.1.5:8750".parse().unwrap()];
        assert!(is_ours("192.168.1.5:8750", &home, open));
        assert!(!is_ours("192.168.1.6:8750", &home, open) && !is_ours("evil.example", &home, open));
    }
}
