//! Keys and tokens: 256 random bits, of which only the SHA-256 is kept.

use std::collections::HashMap;
use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use store::Actor;
use tokio::sync::Notify;

use crate::app::Settings;

/// A browser is let in for so long after it was last seen.
const IDLE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// And in all for so long after it was let in, however often it is there.
const LASTS: SignedDuration = SignedDuration::from_hours(90 * 24);
/// Logins are noted to be there this often at most.
const NOTED: SignedDuration = SignedDuration::from_hours(24);

/// The name of the cookie. Browsers keep cookies by host whatever the port, so it names the port: two programs on one
/// machine keep their logins apart. With HTTPS a prefix makes the browser hold it to this host, so that nobody beside it
/// can have set it; under a sub-path only the weaker prefix is allowed, which holds it to HTTPS.
pub(crate) fn cookie_name(settings: &Settings) -> String {
    let prefix = match (settings.https, settings.base.as_str()) {
        (false, _) => "",
        (true, "") => "__Host-",
        (true, _) => "__Secure-",
    };
    format!("{prefix}needlewise-{}", settings.listen.port())
}

/// The header that sets the cookie; an empty token takes it away.
pub(crate) fn set_cookie(token: Option<&Token>, settings: &Settings) -> String {
    let (name, path) = (cookie_name(settings), settings.base.cookie_path());
    let secure = if settings.https { "; Secure" } else { "" };
    let (value, age) = token.map_or((String::new(), 0), |token| (token.text(), LASTS.as_secs()));
    format!("{name}={value}; Path={path}; HttpOnly; SameSite=Lax; Max-Age={age}{secure}")
}

/// Whether a browser was away too long, or was let in too long ago.
pub(crate) fn too_old(login: &store::Login, now: Timestamp) -> bool {
    now.duration_since(login.seen) > IDLE || now.duration_since(login.created) > LASTS
}

/// Whether it should be noted again that a browser is there.
pub(crate) fn is_old(login: &store::Login, now: Timestamp) -> bool {
    now.duration_since(login.seen) > NOTED
}

/// A secret that somebody bears.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Token([u8; 32]);

impl Token {
    pub(crate) fn make() -> Result<Self, String> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| format!("no random numbers: {error}"))?;
        Ok(Self(bytes))
    }
    pub(crate) fn read(text: &str) -> Option<Self> {
        let text = text.as_bytes();
        if text.len() != 64 {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Self(bytes))
    }
    pub(crate) fn text(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
    pub(crate) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }
}

/// A one-time key lets in for so long after it was made.
pub(crate) const KEY_LASTS: SignedDuration = SignedDuration::from_mins(15);

/// The one-time keys that were given out and neither used nor ended, each with whom it lets in.
#[derive(Default)]
pub(crate) struct EntryKeys {
    keys: Mutex<HashMap<[u8; 32], Given>>,
    used: Notify,
}

/// Who acts in the browser that a key lets in, and when the key was made.
#[derive(Clone, Copy)]
struct Given {
    actor: Actor,
    at: Timestamp,
}

impl Given {
    /// A clock that was set back by more than a key lasts ends it too.
    fn lasts(self, now: Timestamp) -> bool {
        now.duration_since(self.at).abs() <= KEY_LASTS
    }
}

impl EntryKeys {
    /// A new key. Those that have ended are forgotten.
    pub(crate) fn make(&self, actor: Actor, at: Timestamp) -> Result<String, String> {
        let token = Token::make()?;
        let mut keys = self.locked();
        keys.retain(|_, given| given.lasts(at));
        keys.insert(token.hash(), Given { actor, at });
        Ok(token.text())
    }
    /// Uses a key up.
    pub(crate) fn take(&self, text: &str, now: Timestamp) -> Option<Actor> {
        let given = self.locked().remove(&Token::read(text)?.hash())?;
        self.used.notify_one();
        given.lasts(now).then_some(given.actor)
    }
    /// Nobody comes in as them by a key any more that was made before.
    pub(crate) fn forget(&self, actor: Actor) {
        self.locked().retain(|_, given| given.actor != actor);
    }
    /// Ends when a key was used.
    pub(crate) async fn used(&self) {
        self.used.notified().await;
    }
    fn locked(&self) -> std::sync::MutexGuard<'_, HashMap<[u8; 32], Given>> {
        self.keys.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
