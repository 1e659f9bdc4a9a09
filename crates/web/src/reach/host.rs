//! Host and port, as they stand in an address.

use std::net::{IpAddr, SocketAddr};

use super::network::Network;
use crate::app::Settings;

/// A host without its port.
pub(crate) fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    }
}

/// As this machine finds us, or whoever asked just now.
pub(super) fn own(settings: &Settings, asked: Option<&str>) -> String {
    let listen = settings.listen;
    match (settings.names.first(), asked) {
        (Some(name), asked) => named(name, settings, asked),
        (None, Some(asked)) => asked.to_owned(),
        (None, None) if listen.ip().is_unspecified() => format!("localhost:{}", listen.port()),
        (None, None) => listen.to_string(),
    }
}

/// As other machines find us: the names that were said; else the number under which somebody asks from another machine;
/// else this machine's numbers in the networks that it is answered in.
pub(super) fn elsewhere(
    settings: &Settings,
    network: &Network,
    asked: Option<&str>,
) -> Vec<String> {
    if !settings.names.is_empty() {
        return settings.names.iter().map(|name| named(name, settings, asked)).collect();
    }
    let listened = match settings.listen {
        listen if listen.ip().is_loopback() => network.open_at(),
        listen if listen.ip().is_unspecified() => network.would_be(listen.port()),
        listen => vec![listen],
    };
    let asked = asked.filter(|asked| is_far(asked)).map(str::to_owned);
    let all = asked.into_iter().chain(listened.iter().map(SocketAddr::to_string));
    let mut hosts: Vec<String> = Vec::new();
    for host in all {
        if !hosts.contains(&host) {
            hosts.push(host);
        }
    }
    hosts
}

/// A number that is not this machine's own loopback.
fn is_far(host: &str) -> bool {
    let bare = without_port(host).trim_start_matches('[').trim_end_matches(']');
    bare.parse::<IpAddr>().is_ok_and(|ip| !ip.is_loopback())
}

/// A name with the port at which it is reached: the one that was said with it; else the one at which it is asked just
/// now; else none where a proxy stands before us, and ours where none does.
fn named(name: &str, settings: &Settings, asked: Option<&str>) -> String {
    let is_it = |asked: &&str| without_port(asked).eq_ignore_ascii_case(name);
    let proxy = settings.https || settings.listen.ip().is_loopback();
    match asked.filter(is_it) {
        _ if without_port(name) != name => name.to_owned(),
        Some(asked) => asked.to_owned(),
        None if proxy || settings.listen.port() == 80 => name.to_owned(),
        None => format!("{name}:{}", settings.listen.port()),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::app::settings_for_tests as settings;

    /// A machine with two numbers in networks.
    fn network() -> Network {
        Network::new(Arc::new(|| vec!["192.168.1.5".parse().unwrap(), "10.0.0.2".parse().unwrap()]))
    }

    fn found(settings: &Settings, asked: Option<&str>) -> String {
        elsewhere(settings, &network(), asked).join(" ")
    }

    #[test]
    fn a_machine_that_listens_for_itself_is_found_by_no_other() {
        let home = settings("127.0.0.1:8750");
        assert_eq!(found(&home, Some("localhost:8750")), "");
        assert_eq!(own(&home, None), "127.0.0.1:8750");
        assert_eq!(own(&home, Some("localhost:8750")), "localhost:8750", "as it was asked");
    }

    #[test]
    fn one_that_listens_everywhere_is_found_by_its_numbers_the_asked_one_first() {
        let all = settings("0.0.0.0:8750");
        assert_eq!(found(&all, Some("localhost:8750")), "192.168.1.5:8750 10.0.0.2:8750");
        assert_eq!(found(&all, Some("10.0.0.2:8750")), "10.0.0.2:8750 192.168.1.5:8750");
        assert_eq!(own(&all, None), "localhost:8750");
        assert_eq!(found(&settings("192.168.1.9:80"), None), "192.168.1.9:80");
    }

    #[test]
    fn a_name_is_said_with_the_port_at_which_it_is_reached() {
        for (listen, https, name, asked, expected) in [
            ("127.0.0.1:8750", true, "skin.example", None, "skin.example"),
            (
                "127.0.0.1:8750",
                true,
                "skin.example",
                Some("skin.example:8443"),
                "skin.example:8443",
            ),
            ("127.0.0.1:8750", true, "skin.example", Some("localhost:8750"), "skin.example"),
            (
                "127.0.0.1:8750",
                true,
                "skin.example:8443",
                Some("skin.example"),
                "skin.example:8443",
            ),
            ("127.0.0.1:8750", false, "nas.test", None, "nas.test"),
            ("0.0.0.0:8750", false, "nas.test", None, "nas.test:8750"),
            ("0.0.0.0:80", false, "nas.test", None, "nas.test"),
            ("0.0.0.0:8750", true, "nas.test", None, "nas.test"),
        ] {
            let settings = Settings { names: vec![name.into()], https, ..settings(listen) };
            assert_eq!(found(&settings, asked), expected, "{listen} {name} {asked:?}");
            assert_eq!(own(&settings, asked), expected, "{listen} {name} {asked:?}");
        }
    }
}
