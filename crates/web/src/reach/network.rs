//! The home network: beside this machine we listen there while somebody wants it, so that a phone reaches us.
//!
//! It is opened at this machine's own numbers in it and at the port that is known, and ends with the program: in another
//! network, and after the next start, nobody finds it open who did not open it. Who may open it, and what is needed before,
//! is the page's; who answers there is [`crate::serve()`].

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::watch;

/// This machine's numbers in home networks, the likeliest first; the binary knows them.
pub type Numbers = Arc<dyn Fn() -> Vec<IpAddr> + Send + Sync>;

/// Where we listen beside what was said at the start.
pub struct Network {
    numbers: Numbers,
    open: Mutex<Option<Open>>,
    opened: UnboundedSender<Opening>,
    openings: Mutex<Option<UnboundedReceiver<Opening>>>,
}

/// Where it is open; it is closed when this is dropped.
struct Open {
    at: Vec<SocketAddr>,
    _until: watch::Sender<()>,
}

/// What was opened, for whoever answers there.
pub(crate) struct Opening {
    /// Each number with who knocks at it.
    pub listeners: Vec<TcpListener>,
    /// Ends when it is closed.
    pub until: watch::Receiver<()>,
}

/// Why it was not opened.
#[derive(Debug)]
pub(crate) enum Refused {
    /// This machine is in no home network.
    Nowhere,
    /// The system does not let us.
    System(io::Error),
}

impl Network {
    pub(crate) fn new(numbers: Numbers) -> Self {
        let (opened, openings) = unbounded_channel();
        let openings = Mutex::new(Some(openings));
        Self { numbers, open: Mutex::default(), opened, openings }
    }

    /// Where it is open.
    pub(crate) fn open_at(&self) -> Vec<SocketAddr> {
        locked(&self.open).as_ref().map(|open| open.at.clone()).unwrap_or_default()
    }

    /// Where it would be, at this port.
    pub(crate) fn would_be(&self, port: u16) -> Vec<SocketAddr> {
        (self.numbers)().into_iter().map(|ip| SocketAddr::new(ip, port)).collect()
    }

    /// Listens at each of this machine's numbers at which that can be.
    ///
    /// # Errors
    /// If there is none, or if none can be had.
    pub(crate) fn open(&self, port: u16) -> Result<(), Refused> {
        let mut open = locked(&self.open);
        if open.is_some() {
            return Ok(());
        }
        let tried: Vec<_> = self.would_be(port).into_iter().map(listen).collect();
        let (had, refused): (Vec<_>, Vec<_>) = tried.into_iter().partition(Result::is_ok);
        let listeners: Vec<TcpListener> = had.into_iter().flatten().collect();
        if listeners.is_empty() {
            let why = refused.into_iter().find_map(Result::err);
            return Err(why.map_or(Refused::Nowhere, Refused::System));
        }
        let at = listeners.iter().filter_map(|listener| listener.local_addr().ok()).collect();
        let (until, closed) = watch::channel(());
        *open = Some(Open { at, _until: until });
        // Whoever answers is there as long as the application.
        let _ = self.opened.send(Opening { listeners, until: closed });
        Ok(())
    }

    /// This machine alone again: whoever is connected from there is shown out.
    pub(crate) fn close(&self) {
        drop(locked(&self.open).take());
    }

    /// What is opened from now on; for one who answers.
    pub(crate) fn openings(&self) -> Option<UnboundedReceiver<Opening>> {
        locked(&self.openings).take()
    }
}

fn locked<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the system may hold for somebody who does not take it: some megabytes for each otherwise.
const UNTAKEN: u32 = 128 * 1024;
/// Connections that the system may hold until they are let in.
const BACKLOG: u32 = 1024;

/// Listens at an address. Never at a guessed port: whoever bookmarked the page should find it again.
///
/// # Errors
/// What the system says.
pub fn listen(at: SocketAddr) -> io::Result<TcpListener> {
    let socket = if at.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // Started again at once, it finds its port though the system still knows connections of before.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.set_send_buffer_size(UNTAKEN)?;
    socket.bind(at)?;
    socket.listen(BACKLOG)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(numbers: &'static [&'static str]) -> Network {
        Network::new(Arc::new(|| numbers.iter().map(|ip| ip.parse().unwrap()).collect()))
    }

    #[tokio::test]
    async fn it_is_open_until_it_is_closed_and_whoever_answers_is_told() {
        let network = network(&["127.0.0.1"]);
        let mut openings = network.openings().unwrap();
        network.open(0).unwrap();
        assert_eq!(network.open_at().len(), 1);
        let mut opening = openings.try_recv().unwrap();
        network.open(0).unwrap();
        assert!(openings.try_recv().is_err(), "it was open already");
        network.close();
        assert!(opening.until.changed().await.is_err(), "closed");
        assert_eq!(network.open_at(), []);
    }

    #[tokio::test]
    async fn a_machine_in_no_network_and_a_port_that_is_taken_are_told_apart() {
        assert!(matches!(network(&[]).open(8750), Err(Refused::Nowhere)));
        let taken = listen("127.0.0.1:0".parse().unwrap()).unwrap();
        let port = taken.local_addr().unwrap().port();
        let network = network(&["127.0.0.1"]);
        assert!(matches!(network.open(port), Err(Refused::System(_))));
        assert_eq!(network.open_at(), []);
    }
}
