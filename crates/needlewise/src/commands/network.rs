//! This machine's numbers in home networks, asked of the system. Nothing is sent for that.

use std::net::{IpAddr, Ipv4Addr, UdpSocket};

/// All of them, the one by which this machine reaches others first.
pub(super) fn numbers() -> Vec<IpAddr> {
    let known = if_addrs::get_if_addrs().unwrap_or_default();
    in_order(known.iter().map(if_addrs::Interface::ip), outward())
}

/// What phones near this machine can ask for: numbers that the internet does not know, private ones (RFC 1918) and those
/// that test networks borrow from documents (RFC 5737). Of IPv6 none, since its numbers change
/// from day to day, and nobody types them.
fn in_order(all: impl Iterator<Item = IpAddr>, first: Option<IpAddr>) -> Vec<IpAddr> {
    let mut numbers: Vec<IpAddr> = all.filter(is_home).collect();
    numbers.sort();
    numbers.dedup();
    numbers.sort_by_key(|ip| Some(*ip) != first);
    numbers
}

fn is_home(ip: &IpAddr) -> bool {
    matches!(ip, IpAddr::V4(ip) if ip.is_private() || ip.is_documentation())
}

/// The number that the system would put on what it sends. A datagram's socket is only told where to: it sends nothing, and
/// where to is an address that is nobody's (RFC 5737).
fn outward() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    socket.local_addr().ok().map(|at| at.ip())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(all: &[&str], first: Option<&str>) -> String {
        let read = |ip: &&str| ip.parse::<IpAddr>().unwrap();
        let numbers = in_order(all.iter().map(read), first.as_ref().map(read));
        numbers.iter().map(IpAddr::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn only_numbers_of_home_networks_count_and_the_one_in_use_comes_first() {
        let all =
            ["127.0.0.1", "172.17.0.1", "192.168.1.5", "9.9.9.9", "100.64.1.2", "fe80::1", "::1"];
        assert_eq!(ordered(&all, Some("192.168.1.5")), "192.168.1.5 172.17.0.1");
        assert_eq!(ordered(&all, None), "172.17.0.1 192.168.1.5");
        assert_eq!(ordered(&all, Some("9.9.9.9")), "172.17.0.1 192.168.1.5");
        assert_eq!(ordered(&["169.254.3.4", "127.0.0.1"], None), "");
    }

    #[test]
    fn no_number_of_this_machine_is_of_the_internet() {
        assert!(numbers().iter().all(is_home));
    }
}
