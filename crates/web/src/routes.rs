//! The router: each address of the table in [`crate::addresses`] with its handler, and before it the guard that its line
//! asks for ([`crate::gate::guard`]).

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::MethodRouter;
use tower_http::catch_panic::CatchPanicLayer;

use crate::addresses::addresses;
use crate::app::App;
use crate::gate::{former, guard};
use crate::guard::{entry, headers, host};
use crate::{
    asset, bring, clearance, demo, dose, feed, handover, home, linger, log, more, people, photos,
    plan, reference, region, results, screening, session, sheet, shown, today,
};

pub use crate::address::{ADDRESSES, Address, Guard, Limit, Limits};

macro_rules! table {
    ($(
        $(#[$about:meta])* $kind:ident<$life:lifetime> under $root:literal {
            $($guard:ident $limit:ident $place:ident $(($($part:ident: $type:ty),+))? $path:literal
                { $($method:ident $may:ident $handler:expr),+ })+
        }
    )+) => {
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
            let limit = DefaultBodyLimit::max(app.settings().limits.bytes(address.limit));
            table.route(address.path, handler.layer(limit).layer(guard))
        });
    let inside = table.fallback(former::find);
    let whole = match app.settings().base.as_str() {
        "" => inside,
        base => Router::new().nest(base, inside).fallback(former::outside),
    };
    whole
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(app.clone(), host::check))
        .layer(from_fn_with_state(app.clone(), shown::show))
        .layer(from_fn_with_state(app.clone(), headers::set))
        .layer(from_fn(linger::whole))
        .with_state(app)
}
