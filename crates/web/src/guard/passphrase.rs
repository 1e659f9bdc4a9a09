//! The passphrase that is needed beyond the own machine: argon2id, slow on purpose, tried seldom.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use jiff::{SignedDuration, Timestamp};

/// The shortest passphrase that is taken, in letters.
pub const SHORTEST: usize = 12;
/// Tries before each further one has to wait.
const FREE: u32 = 5;

/// Hashes a passphrase; takes a noticeable moment, so call it where blocking is allowed.
///
/// # Errors
/// If it is shorter than [`SHORTEST`] letters, or the machine gives no random numbers.
pub fn hash(passphrase: &str) -> Result<String, Unfit> {
    if passphrase.chars().count() < SHORTEST {
        return Err(Unfit::Short);
    }
    let hash = Argon2::default().hash_password(passphrase.as_bytes());
    hash.map(|hash| hash.to_string()).map_err(|_| Unfit::NoRandom)
}

/// Why a passphrase is not hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It has fewer letters than [`SHORTEST`].
    Short,
    /// The machine gives no random numbers.
    NoRandom,
}

/// Whether a passphrase is the one that was hashed.
pub fn fits(passphrase: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(passphrase.as_bytes(), &hash).is_ok())
}

/// Failed tries: after [`FREE`] of them each waits twice as long as the one before, up to a minute.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tries {
    failed: u32,
    last: Option<Timestamp>,
}

impl Tries {
    /// Takes a try, if one may try now. It counts as failed until [`Tries::note`] says otherwise, so that many at once
    /// are not all let through before the first is judged.
    pub fn take(&mut self, now: Timestamp) -> bool {
        let may = self.allows(now);
        if may {
            *self = Self { failed: self.failed.saturating_add(1), last: Some(now) };
        }
        may
    }
    /// Whether one may try now. A clock that was set back keeps nobody out.
    pub fn allows(&self, now: Timestamp) -> bool {
        let wait = match self.failed.checked_sub(FREE) {
            None => return true,
            Some(over) => {
                SignedDuration::from_secs(1 << over.min(6)).min(SignedDuration::from_mins(1))
            }
        };
        self.last.is_none_or(|last| now < last || now.duration_since(last) >= wait)
    }
    /// Notes how a try went that was taken.
    pub fn note(&mut self, fits: bool) {
        if fits {
            *self = Self::default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_fits_only_itself() {
        let hash = hash("correct horse battery").unwrap();
        assert!(hash.starts_with("$argon2id$"), "{hash}");
        assert!(fits("correct horse battery", &hash));
        assert!(!fits("correct horse batterz", &hash));
        assert!(!fits("", &hash) && !fits("correct horse battery", "nonsense"));
        assert!(super::hash("too short").is_err());
    }

    #[test]
    fn after_five_failures_each_try_has_to_wait() {
        let (mut tries, mut now) = (Tries::default(), Timestamp::UNIX_EPOCH);
        for _ in 0..FREE {
            assert!(tries.take(now));
            tries.note(false);
        }
        assert!(!tries.take(now));
        now += SignedDuration::from_secs(1);
        assert!(tries.take(now));
        tries.note(false);
        now += SignedDuration::from_secs(1);
        assert!(!tries.take(now), "twice as long now");
        assert!(tries.allows(now - SignedDuration::from_hours(9)), "the clock was set back");
        tries.note(true);
        assert!(tries.take(now));
    }
}
