//! The passphrase that is needed beyond the own machine: argon2id, slow on purpose, tried seldom
//! ([`super::tries`]).

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};

/// The shortest passphrase that is taken, in letters.
pub const SHORTEST: usize = 12;

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
}
