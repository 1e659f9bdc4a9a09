//! What may be asked of each address, by whom, and how much: made from the table in [`crate::addresses`].
//!
//! The tests of keys, headers, permissions and links walk [`ADDRESSES`]. Who answers is known to [`crate::routes`] alone.

use std::time::Duration;

use axum::http::Method;

use crate::addresses::addresses;
use crate::gate::Permission;

/// The most bytes of a photograph that is sent.
pub(crate) const UPLOAD_BYTES: usize = 32 * 1024 * 1024;

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

/// What a request may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The most that may be sent.
    pub bytes: usize,
    /// The longest that it may take; what grows with the record takes as long as it takes.
    pub time: Option<Duration>,
}

impl Limit {
    const MINUTE: Option<Duration> = Some(Duration::from_secs(60));
    const FORM_BYTES: usize = 256 * 1024;
    /// A page or a form.
    const FORM: Self = Self { bytes: Self::FORM_BYTES, time: Self::MINUTE };
    /// Photographs are sent.
    const PHOTO: Self = Self { bytes: UPLOAD_BYTES, time: Self::MINUTE };
    /// All of a record is read.
    const WHOLE: Self = Self { bytes: Self::FORM_BYTES, time: None };
}

/// An address.
#[derive(Clone, Copy, Debug)]
pub struct Address {
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
            path: concat!($root, $path),
            guard: Guard::$guard,
            limit: Limit::$limit,
            calls: &[$((stringify!($method), Permission::$may)),+],
        }),+),+];
    };
}
addresses!(table);
