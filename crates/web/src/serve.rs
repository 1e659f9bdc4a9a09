//! Listening until told to stop; requests under way are answered first.
//!
//! Whoever connects and says nothing, or says it slowly, is shown out and holds up neither others nor the end. What a
//! request may send and how long it may take is settled in [`crate::routes`].

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::middleware::AddExtension;
use axum::{Extension, Router};
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::Layer as _;

use crate::app::App;
use crate::guard::tries::Peer;
use crate::routes::router;

/// The longest that the head of a request may take, also the next one on the same connection.
const HEAD: Duration = Duration::from_secs(15);
/// So long requests under way may take once it is told to stop.
const LAST: Duration = Duration::from_secs(10);
/// A pause when the system gives no more connections.
const PAUSE: Duration = Duration::from_millis(500);

/// Answers requests until `stop` is over.
///
/// # Errors
/// None so far: a connection that breaks concerns nobody else.
pub async fn serve(
    listener: TcpListener,
    app: App,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let places = Arc::new(Semaphore::new(app.settings().connections));
    let (router, graceful) = (router(app), GracefulShutdown::new());
    let mut stop = std::pin::pin!(stop);
    loop {
        let next = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (place, listener.accept().await)
        };
        let next = tokio::select! {
            // Asked first, so that whoever wants it to end is heard from the first moment on.
            biased;
            () = &mut stop => break,
            next = next => next,
        };
        match next {
            (Ok(place), Ok((stream, peer))) => {
                let router = Extension(Peer(peer.ip())).layer(router.clone());
                answer(stream, router, place, &graceful);
            }
            // The one who called is gone, or too many files are open: neither is the listener's fault.
            _ => tokio::time::sleep(PAUSE).await,
        }
    }
    drop(listener);
    // Whoever is not done by then has hung up, or sends too slowly.
    tokio::time::timeout(LAST, graceful.shutdown()).await.ok();
    Ok(())
}

fn answer(
    stream: TcpStream,
    router: AddExtension<Router, Peer>,
    place: OwnedSemaphorePermit,
    end: &GracefulShutdown,
) {
    let mut builder = Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEAD);
    let service = TowerToHyperService::new(router);
    let connection = builder.serve_connection(TokioIo::new(stream), service);
    let connection = end.watch(connection);
    tokio::spawn(async move {
        // A connection that breaks concerns nobody else.
        connection.await.ok();
        drop(place);
    });
}
