//! The passphrase that is needed beyond the own machine: argon2id, slow on purpose, tried seldom
//! ([`super::tries`]).

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use store::NewPassphrase;

/// Hashes a passphrase; takes a noticeable moment, so call it where blocking is allowed.
///
/// # Errors
/// [`NoRandom`].
pub fn hash(chosen: &NewPassphrase) -> Result<String, NoRandom> {
    let hash = Argon2::default().hash_password(chosen.secret().as_bytes());
    hash.map(|hash| hash.to_string()).map_err(|_| NoRandom)
}

/// The machine gives no random numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRandom;

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
        let hash = hash(&NewPassphrase::new("correct horse battery", []).unwrap()).unwrap();
        assert!(hash.starts_with("$argon2id$"), "{hash}");
        assert!(fits("correct horse battery", &hash));
        assert!(!fits("correct horse batterz", &hash));
        assert!(!fits("", &hash) && !fits("correct horse battery", "nonsense"));
    }
}
