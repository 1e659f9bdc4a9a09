//! What may be asked of each address, by whom, and how much: made from the table in [`crate::addresses`].
//!
//! The tests of keys, headers, permissions and links walk [`ADDRESSES`]. Who answers is known to [`crate::routes`] alone.

use std::time::Duration;

use axum::http::Method;

use crate::addresses::addresses;
use crate::permission::Permission;

/// Who may ask for an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// A browser that was let in; what changes something must come from our own pages.
    Browser,
    /// Whoever has the secret that is in the address: calendar programs have no cookie.
    Token,
    /// Anybody: nothing personal is there.
    Anybody,
}

/// What a request may cost; how much that is, is a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// A page or a form.
    Form,
    /// A file or a picture: nothing is drawn around it, so nothing is read for that.
    File,
    /// A form that anybody may send: little, and at once.
    Door,
    /// Photographs are sent.
    Photo,
    /// All of a record is read, which takes as long as it takes.
    Whole,
    /// All of a record is sent, which takes as long as it takes.
    All,
}

/// As the table of addresses writes them.
impl Limit {
    const FORM: Self = Self::Form;
    const FILE: Self = Self::File;
    const DOOR: Self = Self::Door;
    const PHOTO: Self = Self::Photo;
    const WHOLE: Self = Self::Whole;
    const ALL: Self = Self::All;
}

/// How much a request may send and how long it may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest photograph, in megabytes.
    pub photo_mb: u32,
    /// The longest that a request may take.
    pub request: Duration,
    /// The longest that sending photographs may take.
    pub upload: Duration,
    /// The longest that whoever is connected may say nothing, or take nothing of what is sent.
    pub silence: Duration,
}

impl Limits {
    const FORM_BYTES: usize = 256 * 1024;
    /// The largest export or backup that is taken from a browser; a larger one goes by the command.
    const ALL_BYTES: usize = 2 << 30;
    /// Far more than a passphrase needs.
    const DOOR_BYTES: usize = 16 * 1024;
    /// The longest that somebody who was not let in may take to say who they are.
    const DOOR: Duration = Duration::from_secs(15);
    /// What the fields beside a photograph may have.
    const BESIDE_BYTES: usize = 4_000_000;

    /// The most bytes that may be sent.
    pub fn bytes(&self, limit: Limit) -> usize {
        match limit {
            Limit::Form | Limit::File | Limit::Whole => Self::FORM_BYTES,
            Limit::Door => Self::DOOR_BYTES,
            Limit::All => Self::ALL_BYTES,
            Limit::Photo => {
                usize::try_from(self.photo_bytes()).unwrap_or(usize::MAX) + Self::BESIDE_BYTES
            }
        }
    }
    /// The longest that it may take; what grows with the record has no end.
    pub fn time(&self, limit: Limit) -> Option<Duration> {
        match limit {
            Limit::Form | Limit::File => Some(self.request),
            Limit::Door => Some(self.request.min(Self::DOOR)),
            Limit::Photo => Some(self.upload),
            Limit::Whole | Limit::All => None,
        }
    }
    /// The largest photograph, in bytes.
    pub(crate) fn photo_bytes(&self) -> u64 {
        u64::from(self.photo_mb) * 1_000_000
    }
}

/// An address.
#[derive(Clone, Copy, Debug)]
pub struct Address {
    /// What the table calls it: `Plan`.
    pub name: &'static str,
    /// Its path, with parameters in braces, without what a proxy has before it.
    pub path: &'static str,
    /// Who may ask for it.
    pub guard: Guard,
    /// What a request may cost.
    pub limit: Limit,
    /// `get`, `post`, each with what one must be permitted.
    pub calls: &'static [(&'static str, Permission)],
}

impl Address {
    /// Whether it is a page of a person.
    pub fn is_of_person(&self) -> bool {
        self.path.starts_with(crate::to::PERSON)
    }
    /// What must be permitted for this; `None` if it can't be asked like that.
    pub(crate) fn needs(&self, method: &Method) -> Option<Permission> {
        let word = match *method {
            Method::HEAD => "get".to_owned(),
            ref other => other.as_str().to_lowercase(),
        };
        self.calls.iter().find(|(known, _)| **known == word).map(|(_, needs)| *needs)
    }
    /// Whether it can be asked like that.
    pub fn has(&self, method: &str) -> bool {
        self.calls.iter().any(|(known, _)| *known == method)
    }
}

macro_rules! table {
    ($(
        $(#[$about:meta])* $kind:ident<$life:lifetime> under $root:literal {
            $($guard:ident $limit:ident $place:ident $(($($part:ident: $type:ty),+))? $path:literal
                { $($method:ident $may:ident $handler:expr),+ })+
        }
    )+) => {
        /// Every address.
        pub static ADDRESSES: &[Address] = &[$($(Address {
            name: stringify!($place),
            path: concat!($root, $path),
            guard: Guard::$guard,
            limit: Limit::$limit,
            calls: &[$((stringify!($method), Permission::$may)),+],
        }),+),+];
    };
}
addresses!(table);
