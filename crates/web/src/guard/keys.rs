//! Keys and tokens: 256 random bits, of which only the SHA-256 is kept.

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use store::{Actor, ENTRY_KEY_LASTS};

use crate::app::{App, Settings};
use crate::problem::Problem;

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

impl App {
    /// A new one-time key that lets in one browser, in which this one acts.
    pub(crate) async fn give_key(&self, actor: Actor) -> Result<String, Problem> {
        let token = Token::make().map_err(|_| Problem::Ours)?;
        self.store().give_entry_key(&token.hash(), actor, self.now()).await?;
        Ok(token.text())
    }
    /// Uses a key up, whichever program gave it out, and says whom it lets in.
    pub(crate) async fn take_key(&self, text: &str) -> Result<Actor, Problem> {
        let token = Token::read(text).ok_or(Problem::UsedKey)?;
        let taken = self.store().take_entry_key(&token.hash(), self.now()).await?;
        self.entered().notify_one();
        taken.ok_or(Problem::UsedKey)
    }
    /// Ends when the printed address is of no use any more: a browser came in by such an address, or its time is over.
    pub async fn entry_over(&self) {
        let lasts = ENTRY_KEY_LASTS.unsigned_abs();
        tokio::time::timeout(lasts, self.entered().notified()).await.ok();
    }
}
