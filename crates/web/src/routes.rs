//! The router, and what may be asked of each address, by whom, and how much: made from the table in [`crate::addresses`].
//!
//! Before each handler stands the guard that its line asks for ([`crate::gate::guard`]); the tests of keys, headers,
//! permissions and links walk [`ADDRESSES`].

use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::MethodRouter;
use tower_http::catch_panic::CatchPanicLayer;

use crate::addresses::addresses;
use crate::app::App;
use crate::gate::{Permission, former, guard};
use crate::guard::{entry, headers, host};
use crate::photos::UPLOAD_BYTES;
use crate::{
    asset, clearance, dose, feed, home, log, more, people, photos, plan, problem, reference,
    region, results, screening, session, sheet, today,
};

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

        fn handlers() -> Vec<MethodRouter<App>> {
            vec![$($(MethodRouter::new()$(.$method($handler))+),+),+]
        }
    };
}
addresses!(table);

/// The whole application, under its base.
pub fn router(app: App) -> Router {
    let table =
        ADDRESSES.iter().zip(handlers()).fold(Router::new(), |table, (address, handler)| {
            let guard = from_fn_with_state((app.clone(), address), guard);
            let limit = DefaultBodyLimit::max(address.limit.bytes);
            table.route(address.path, handler.layer(limit).layer(guard))
        });
    let inside = table.fallback(former::find);
    let whole = match app.settings().base.as_str() {
        "" => inside,
        base => Router::new().nest(base, inside).fallback(former::outside),
    };
    whole
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(app.clone(), problem::show))
        .layer(from_fn_with_state(app.clone(), host::check))
        .layer(from_fn_with_state(app.clone(), headers::set))
        .with_state(app)
}
