//! Places for connections: so many in all, so many of one address. Whoever comes when all are taken gets the place of
//! whoever kept us waiting longest, so that nobody holds one by doing nothing.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;

use super::pulse::Pulse;

/// Whoever kept us waiting for less keeps their place.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often it is looked whether a place can be had, and whether somebody takes nothing of what is sent.
const LOOK: Duration = Duration::from_millis(250);

/// The places there are.
pub(super) struct Places {
    all: usize,
    each: usize,
    taken: Mutex<Taken>,
}

#[derive(Default)]
struct Taken {
    seats: HashMap<u64, Seat>,
    next: u64,
}

struct Seat {
    of: IpAddr,
    pulse: Arc<Pulse>,
    leave: Arc<Notify>,
}

/// A place that somebody has until this is dropped.
pub(super) struct Place {
    places: Arc<Places>,
    number: u64,
    /// The pulse of whoever has it.
    pub(super) pulse: Arc<Pulse>,
    leave: Arc<Notify>,
}

impl Places {
    /// So many in all, so many of one address.
    pub(super) fn new(all: usize, each: usize) -> Arc<Self> {
        Arc::new(Self { all, each, taken: Mutex::default() })
    }
    /// A place for somebody from this address, as soon as there is one.
    pub(super) async fn wait(self: &Arc<Self>, of: IpAddr) -> Place {
        loop {
            if let Some(place) = self.take(of) {
                return place;
            }
            tokio::time::sleep(LOOK).await;
        }
    }
    /// A place for somebody from this address, if there is one now.
    pub(super) fn take(self: &Arc<Self>, of: IpAddr) -> Option<Place> {
        let mut taken = self.taken();
        if !taken.has_room(self, of) {
            return None;
        }
        let (pulse, leave) = (Arc::new(Pulse::new()), Arc::new(Notify::new()));
        taken.next += 1;
        let number = taken.next;
        let seat = Seat { of, pulse: Arc::clone(&pulse), leave: Arc::clone(&leave) };
        taken.seats.insert(number, seat);
        Some(Place { places: Arc::clone(self), number, pulse, leave })
    }
    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Taken {
    /// Whether there is a place, or one was made.
    fn has_room(&mut self, places: &Places, of: IpAddr) -> bool {
        let own = self.seats.values().filter(|seat| seat.of == of).count();
        if own >= places.each {
            return self.free(|seat| seat.of == of);
        }
        self.seats.len() < places.all || self.free(|_| true)
    }
    /// Shows out the one of these that kept us waiting longest, if that is long.
    fn free(&mut self, of_these: impl Fn(&Seat) -> bool) -> bool {
        let those = self.seats.iter().filter(|(_, seat)| of_these(seat));
        let slowest = those.map(|(number, seat)| (seat.pulse.waited(), *number)).max();
        let Some((_, number)) = slowest.filter(|(waited, _)| *waited >= PATIENCE) else {
            return false;
        };
        if let Some(seat) = self.seats.remove(&number) {
            seat.leave.notify_one();
        }
        true
    }
}

impl Place {
    /// Ends when whoever has it must leave: somebody else needs the place, or they take nothing of what is sent for longer
    /// than this.
    pub(super) async fn is_over(&self, longest: Duration) {
        let stalled = async {
            while !self.pulse.is_stalled(longest) {
                tokio::time::sleep(LOOK).await;
            }
        };
        tokio::select! { () = self.leave.notified() => {}, () = stalled => {} }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.places.taken().seats.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);
    const THERE: IpAddr = IpAddr::V6(std::net::Ipv6Addr::LOCALHOST);

    #[tokio::test(start_paused = true)]
    async fn when_all_are_taken_the_slowest_leaves_and_nobody_who_is_not() {
        let places = Places::new(2, 2);
        let slow = places.take(HERE).unwrap();
        let quick = places.take(HERE).unwrap();
        quick.pulse.works();
        assert!(places.take(THERE).is_none(), "it waits");
        let new = places.wait(THERE).await;
        slow.is_over(Duration::MAX).await;
        assert!(quick.is_over(Duration::MAX).now_or_never().is_none());
        drop((slow, quick));
        assert!(places.take(THERE).is_some(), "what is left is free");
        drop(new);
    }

    #[tokio::test(start_paused = true)]
    async fn one_address_has_its_share_and_leaves_the_rest_to_others() {
        let places = Places::new(3, 2);
        let own = [places.take(HERE).unwrap(), places.take(HERE).unwrap()];
        assert!(places.take(HERE).is_none());
        let other = places.take(THERE).unwrap();
        tokio::time::advance(PATIENCE).await;
        assert!(places.take(HERE).is_some(), "one of its own leaves");
        assert!(other.is_over(Duration::MAX).now_or_never().is_none());
        drop(own);
    }

    #[tokio::test(start_paused = true)]
    async fn whoever_takes_nothing_of_what_is_sent_leaves_after_its_time() {
        let places = Places::new(1, 1);
        let place = places.take(HERE).unwrap();
        place.pulse.owes(true);
        let begun = tokio::time::Instant::now();
        place.is_over(PATIENCE * 15).await;
        assert!(begun.elapsed() >= PATIENCE * 15 && begun.elapsed() < PATIENCE * 17);
    }
}
