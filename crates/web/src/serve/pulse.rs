//! How long a connection has kept us waiting: what it sends and takes is held against the time that goes by.
//!
//! Somebody who takes an answer a byte at a time is as slow as somebody who takes nothing.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// Whoever sends or takes so many bytes a second keeps nobody waiting: slower than the slowest telephone line of today.
const RATE: f64 = 16.0 * 1024.0;

/// The pulse of one connection.
pub(super) struct Pulse(Mutex<State>);

struct State {
    /// From when on it is waited for, moved on by every byte.
    since: Instant,
    /// Whether something lies here that it does not take.
    owed: bool,
    /// Whether we are the ones who are waited for.
    working: bool,
}

impl Pulse {
    /// Of one that has just connected.
    pub(super) fn new() -> Self {
        Self(Mutex::new(State { since: Instant::now(), owed: false, working: false }))
    }
    /// So many bytes went in or out.
    pub(super) fn moved(&self, bytes: usize) {
        let (mut state, now) = (self.state(), Instant::now());
        let earned = Duration::from_secs_f64(bytes as f64 / RATE);
        state.since = state.since.checked_add(earned).map_or(now, |since| since.min(now));
    }
    /// Whether it left something lying that was sent.
    pub(super) fn owes(&self, owed: bool) {
        self.state().owed = owed;
    }
    /// It has asked for something and said all that it had to say.
    pub(super) fn works(&self) {
        self.state().working = true;
    }
    /// The answer is there: from now on it is waited for again.
    pub(super) fn answers(&self) {
        let mut state = self.state();
        (state.working, state.since) = (false, Instant::now());
    }
    /// How long it has kept us waiting.
    pub(super) fn waited(&self) -> Duration {
        let state = self.state();
        if state.working { Duration::ZERO } else { state.since.elapsed() }
    }
    /// Whether it has left what was sent to it lying for longer than this.
    pub(super) fn is_stalled(&self, longest: Duration) -> bool {
        self.state().owed && self.waited() > longest
    }
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[tokio::test(start_paused = true)]
    async fn whoever_moves_enough_keeps_nobody_waiting_and_a_byte_now_and_then_is_not_enough() {
        let (quick, slow) = (Pulse::new(), Pulse::new());
        for _ in 0..20 {
            tokio::time::advance(SECOND).await;
            quick.moved(16 * 1024);
            slow.moved(1);
        }
        assert_eq!(quick.waited(), Duration::ZERO);
        assert!(slow.waited() > SECOND * 19);
    }

    #[tokio::test(start_paused = true)]
    async fn bytes_are_no_credit_for_later() {
        let pulse = Pulse::new();
        pulse.moved(1_000_000_000);
        tokio::time::advance(SECOND).await;
        assert_eq!(pulse.waited(), SECOND);
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_is_waited_for_while_we_work() {
        let pulse = Pulse::new();
        pulse.works();
        tokio::time::advance(SECOND * 60).await;
        assert_eq!(pulse.waited(), Duration::ZERO);
        pulse.answers();
        tokio::time::advance(SECOND).await;
        assert_eq!(pulse.waited(), SECOND);
    }

    #[tokio::test(start_paused = true)]
    async fn only_who_leaves_something_lying_is_stalled() {
        let pulse = Pulse::new();
        tokio::time::advance(SECOND * 9).await;
        assert!(!pulse.is_stalled(SECOND));
        pulse.owes(true);
        assert!(pulse.is_stalled(SECOND) && !pulse.is_stalled(SECOND * 9));
    }
}
