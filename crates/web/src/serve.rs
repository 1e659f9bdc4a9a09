//! Listening until told to stop; requests under way are answered first.
//!
//! Beside where it was told to listen, it answers in the home network while that is open ([`beside`]).
//!
//! Whoever connects and says nothing, or says it slowly, or takes nothing of what is sent, is shown out and holds up neither
//! others nor the end ([`places`], [`pulse`]). What a request may send and how long it may take is settled in
//! [`crate::gate::guard`].

mod beside;
mod places;
mod pulse;
mod watched;

use std::convert::Infallible;
use std::io::{self, Write as _};
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderValue, Request, Response, header};
use axum::middleware::AddExtension;
use axum::{Extension, Router};
use futures_util::FutureExt as _;
use hyper::body::{Body as _, Incoming};
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tower::{Layer as _, ServiceExt as _};

use crate::app::App;
use crate::guard::tries::Peer;
use crate::routes::router;
use places::{Place, Places};
use pulse::Pulse;
use watched::Watched;

/// So long others are still let in once it is told to stop, each for one answer: whoever asks just now is not cut off.
const LINGER: Duration = Duration::from_millis(300);
/// So long whoever was let in last has to say what they want.
const LAST_WORD: Duration = Duration::from_millis(100);
/// So long requests under way may take once it is told to stop.
const LAST: Duration = Duration::from_secs(10);
/// A pause when the system gives no more connections.
const PAUSE: Duration = Duration::from_millis(500);
/// So many may wait for a place,
const HALL: usize = 256;
/// for so long.
const WAIT: Duration = Duration::from_secs(5);
/// Said to whoever finds no place.
const TOO_MANY: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

/// Answers requests until `stop` is over.
///
/// # Errors
/// None so far: a connection that breaks concerns nobody else.
pub async fn serve(
    listener: TcpListener,
    app: App,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let stop = stop.shared();
    let house = Arc::new(House::new(app.clone()));
    let beside = beside::serve(&house, app.network(), stop.clone());
    tokio::join!(Door::of(&house).stays(listener, stop.map(|()| End::Program)), beside);
    Ok(())
}

/// What all doors lead to.
struct House {
    router: Router,
    places: Arc<Places>,
    /// Where those wait for whom there is no place.
    hall: Arc<Semaphore>,
    /// The longest that whoever is connected may keep us waiting.
    longest: Duration,
}

impl House {
    fn new(app: App) -> Self {
        let settings = app.settings();
        Self {
            places: Places::new(settings.connections, settings.connections_each),
            hall: Arc::new(Semaphore::new(HALL)),
            longest: settings.limits.silence,
            router: router(app),
        }
    }
}

/// Why a door ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// The program does.
    Program,
    /// The home network was closed: whoever asks from there is answered no more.
    Closed,
}

/// Where connections come in.
struct Door {
    house: Arc<House>,
    /// Whether each is to leave with their next answer.
    ending: Arc<AtomicBool>,
    graceful: GracefulShutdown,
    /// When it is gone, so is whoever came in by it.
    gone: watch::Sender<()>,
}

impl Door {
    fn of(house: &Arc<House>) -> Self {
        Self {
            house: Arc::clone(house),
            ending: Arc::default(),
            graceful: GracefulShutdown::new(),
            gone: watch::Sender::new(()),
        }
    }
    /// Lets in until the end, and answers what is under way then.
    async fn stays(self, listener: TcpListener, end: impl Future<Output = End>) {
        let end = tokio::select! {
            // Asked first, so that whoever wants it to end is heard from the first moment on.
            biased;
            end = end => end,
            never = self.lets_in(&listener) => match never {},
        };
        self.ending.store(true, Ordering::Relaxed);
        match end {
            End::Program => self.lingers(listener).await,
            End::Closed => drop(listener),
        }
        // Whoever is not done by then has hung up, or sends too slowly.
        tokio::time::timeout(LAST, self.graceful.shutdown()).await.ok();
    }
    async fn lingers(&self, listener: TcpListener) {
        tokio::time::timeout(LINGER, self.lets_in(&listener)).await.ok();
        self.lets_last(listener);
        tokio::time::sleep(LAST_WORD).await;
    }
    /// Whoever the system has connected already. It is asked itself: the runtime may not have been told of them yet.
    fn lets_last(&self, listener: TcpListener) {
        let Ok(listener) = listener.into_std() else { return };
        while let Ok((stream, peer)) = listener.accept() {
            let stream = stream.set_nonblocking(true).and_then(|()| TcpStream::from_std(stream));
            if let Ok(stream) = stream {
                self.lets(stream, peer.ip());
            }
        }
    }
    async fn lets_in(&self, listener: &TcpListener) -> Infallible {
        loop {
            match listener.accept().await {
                Ok((stream, peer)) => self.lets(stream, peer.ip()),
                // The one who called is gone, or too many files are open: neither is the listener's fault.
                Err(_) => tokio::time::sleep(PAUSE).await,
            }
        }
    }
    fn lets(&self, stream: TcpStream, of: IpAddr) {
        let guest = Guest {
            stream,
            router: Extension(Peer(of)).layer(self.house.router.clone()),
            longest: self.house.longest,
            ending: Arc::clone(&self.ending),
            watcher: self.graceful.watcher(),
            gone: self.gone.subscribe(),
        };
        let House { places, hall, .. } = &*self.house;
        match (places.take(of), Arc::clone(hall).try_acquire_owned()) {
            (Some(place), _) => drop(tokio::spawn(guest.stays(place))),
            (None, Ok(turn)) => {
                drop(tokio::spawn(guest.waits(Arc::clone(places), of, turn)));
            }
            (None, Err(_)) => guest.leaves(),
        }
    }
}

/// A connection that came in.
struct Guest {
    stream: TcpStream,
    router: AddExtension<Router, Peer>,
    longest: Duration,
    ending: Arc<AtomicBool>,
    watcher: Watcher,
    gone: watch::Receiver<()>,
}

impl Guest {
    async fn waits(self, places: Arc<Places>, of: IpAddr, turn: OwnedSemaphorePermit) {
        let place = tokio::time::timeout(WAIT, places.wait(of)).await;
        drop(turn);
        match place {
            Ok(place) => self.stays(place).await,
            Err(_) => self.leaves(),
        }
    }
    async fn stays(self, place: Place) {
        let (pulse, router, mut gone) = (Arc::clone(&place.pulse), self.router, self.gone);
        let service = hyper::service::service_fn(move |request: Request<Incoming>| {
            if request.body().is_end_stream() {
                pulse.works();
            }
            let answer = router.clone().oneshot(request);
            one(Arc::clone(&pulse), Arc::clone(&self.ending), answer)
        });
        let stream = TokioIo::new(Watched::new(self.stream, Arc::clone(&place.pulse)));
        let mut builder = Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(self.longest);
        let connection = self.watcher.watch(builder.serve_connection(stream, service));
        // A connection that breaks concerns nobody else.
        tokio::select! {
            _ = connection => {}
            () = place.is_over(self.longest) => {}
            _ = gone.changed() => {}
        }
    }
    /// Whoever does not take even that much has no use for it.
    fn leaves(self) {
        drop(self.stream.into_std().and_then(|mut plain| plain.write(TOO_MANY)));
    }
}

/// One answer: nobody is waited for while it is made, and it is the last when it is to end.
async fn one(
    pulse: Arc<Pulse>,
    ending: Arc<AtomicBool>,
    answer: impl Future<Output = Result<Response<Body>, Infallible>>,
) -> Result<Response<Body>, Infallible> {
    let mut answer = answer.await?;
    pulse.answers();
    if ending.load(Ordering::Relaxed) {
        answer.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(answer)
}
