//! How often a passphrase may be tried in vain: counted for each address, and slowly over all of them. Browsers that are
//! let in are counted apart, each by its login, so that no stranger can keep them out.
//!
//! Behind a proxy all strangers come from its address, since nobody told us which proxies to believe. Nothing is written
//! down: a restart begins anew.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};

use jiff::{SignedDuration, Timestamp};

/// Tries in vain before each further one has to wait.
const FREE: u32 = 5;
/// The longest that one has to wait for oneself.
const LONGEST: SignedDuration = SignedDuration::from_mins(1);
/// Whoever has not tried for so long begins anew.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(1);
/// So many tries in vain of all strangers together; then one more each time this has passed.
const TOGETHER: i32 = 60;
const EACH: SignedDuration = SignedDuration::from_secs(10);

/// The address of whoever is connected.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// Who tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Who {
    /// A browser that is let in, by the hash of its cookie.
    Known([u8; 32]),
    /// A stranger, by where they are; nowhere without a network.
    Stranger(Option<IpAddr>),
}

impl Who {
    /// Whoever has one address of IPv6 has a whole net of them.
    pub(crate) fn stranger(peer: Option<Peer>) -> Self {
        let net = |ip: Ipv6Addr| Ipv6Addr::from_bits(ip.to_bits() & (u128::MAX << 64));
        Self::Stranger(peer.map(|Peer(ip)| match ip.to_canonical() {
            IpAddr::V6(ip) if !ip.is_loopback() => IpAddr::V6(net(ip)),
            ip => ip,
        }))
    }
}

/// Everybody's tries in vain.
#[derive(Debug, Default)]
pub(crate) struct Tries {
    each: HashMap<Who, Own>,
    strangers: Together,
    known: Together,
}

impl Tries {
    /// Takes a try. It counts as in vain until [`Tries::fitted`] says otherwise, so that many at once are not all let through
    /// before the first is judged.
    ///
    /// # Errors
    /// How long to wait, if one may not try now.
    pub(crate) fn take(&mut self, who: Who, now: Timestamp) -> Result<(), SignedDuration> {
        self.each.retain(|_, own| own.counts(now));
        let own = self.each.get(&who).copied().unwrap_or_default();
        let wait = own.wait(now).max(self.together(who).wait(now));
        if wait.is_positive() {
            return Err(wait);
        }
        self.together(who).take(now);
        self.each.insert(who, Own { failed: own.failed.saturating_add(1), last: Some(now) });
        Ok(())
    }
    /// The try that was taken was the right one.
    pub(crate) fn fitted(&mut self, who: Who) {
        self.each.remove(&who);
        self.together(who).give_back();
    }
    fn together(&mut self, who: Who) -> &mut Together {
        match who {
            Who::Known(_) => &mut self.known,
            Who::Stranger(_) => &mut self.strangers,
        }
    }
}

/// One's own: after [`FREE`] each has to wait twice as long as the one before.
#[derive(Clone, Copy, Debug, Default)]
struct Own {
    failed: u32,
    last: Option<Timestamp>,
}

impl Own {
    /// A clock that was set back keeps nobody out.
    fn wait(self, now: Timestamp) -> SignedDuration {
        let (Some(over), Some(last)) = (self.failed.checked_sub(FREE), self.last) else {
            return SignedDuration::ZERO;
        };
        let whole = SignedDuration::from_secs(1 << over.min(6)).min(LONGEST);
        if now < last { SignedDuration::ZERO } else { whole - now.duration_since(last) }
    }
    fn counts(self, now: Timestamp) -> bool {
        self.last.is_some_and(|last| now.duration_since(last) < FORGOTTEN)
    }
}

/// Those of all together, as the moment up to which they have used their time.
#[derive(Clone, Copy, Debug, Default)]
struct Together(Option<Timestamp>);

impl Together {
    /// What is used of the time from now on. More than can be was written under a clock that has been set back since.
    fn used(self, now: Timestamp) -> SignedDuration {
        let used = self.0.map_or(SignedDuration::ZERO, |until| until.duration_since(now));
        if used > EACH * TOGETHER { SignedDuration::ZERO } else { used.max(SignedDuration::ZERO) }
    }
    fn wait(self, now: Timestamp) -> SignedDuration {
        self.used(now) + EACH - EACH * TOGETHER
    }
    fn take(&mut self, now: Timestamp) {
        self.0 = now.checked_add(self.used(now) + EACH).ok();
    }
    fn give_back(&mut self) {
        self.0 = self.0.and_then(|until| until.checked_sub(EACH).ok());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Who = Who::Stranger(None);

    fn at(net: u8, host: u8) -> Who {
        Who::stranger(Some(Peer(IpAddr::from([192, 0, net, host]))))
    }

    #[test]
    fn after_five_failures_each_try_has_to_wait() {
        let (mut tries, mut now) = (Tries::default(), Timestamp::UNIX_EPOCH);
        for _ in 0..FREE {
            assert!(tries.take(HERE, now).is_ok());
        }
        assert_eq!(tries.take(HERE, now), Err(SignedDuration::from_secs(1)));
        now += SignedDuration::from_secs(1);
        assert!(tries.take(HERE, now).is_ok());
        now += SignedDuration::from_secs(1);
        assert_eq!(tries.take(HERE, now), Err(SignedDuration::from_secs(1)), "twice as long now");
        let mut back = Tries { each: tries.each.clone(), ..Tries::default() };
        assert!(
            back.take(HERE, now - SignedDuration::from_hours(9)).is_ok(),
            "the clock was set back"
        );
        now += SignedDuration::from_secs(1);
        assert!(tries.take(HERE, now).is_ok());
        tries.fitted(HERE);
        assert!(tries.take(HERE, now).is_ok());
    }

    #[test]
    fn strangers_wait_for_themselves_and_slowly_for_each_other_but_who_is_known_never_for_them() {
        let (mut tries, now) = (Tries::default(), Timestamp::UNIX_EPOCH);
        while tries.take(at(2, 1), now).is_ok() {}
        assert!(tries.take(at(2, 2), now).is_ok(), "another address is another");
        let taken = (0..=u8::MAX).filter(|host| tries.take(at(3, *host), now).is_ok()).count();
        assert_eq!(i32::try_from(taken).unwrap(), TOGETHER - 6, "all together");
        assert_eq!(tries.take(at(4, 1), now), Err(EACH));
        assert!(tries.take(Who::Known([1; 32]), now).is_ok());
        assert!(tries.take(at(4, 1), now + EACH).is_ok());
        assert!(tries.take(at(4, 2), now + EACH).is_err());
    }

    #[test]
    fn a_net_of_ipv6_is_one_stranger_and_nobody_is_remembered_for_ever() {
        let six = |text: &str| Who::stranger(Some(Peer(text.parse().unwrap())));
        assert_eq!(six("2001:db8::1"), six("2001:db8::ffff:1:2:3"));
        assert_ne!(six("2001:db8::1"), six("2001:db8:0:1::1"));
        assert_eq!(six("::ffff:192.0.2.1"), at(2, 1));
        let (mut tries, now) = (Tries::default(), Timestamp::UNIX_EPOCH);
        assert!(tries.take(at(2, 1), now).is_ok());
        assert!(tries.take(at(2, 2), now + FORGOTTEN).is_ok());
        assert_eq!(tries.each.len(), 1);
    }
}
