//! Listening until told to stop; requests under way are answered first.

use std::future::Future;
use std::io;

use tokio::net::TcpListener;

use crate::app::App;
use crate::routes::router;

/// Answers requests until `stop` is over.
///
/// # Errors
/// If the listener breaks.
pub async fn serve(
    listener: TcpListener,
    app: App,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    axum::serve(listener, router(app)).with_graceful_shutdown(stop).await
}
