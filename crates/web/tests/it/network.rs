//! The home network, with real sockets: opened by a button behind a passphrase, and shut again as easily.

use std::net::SocketAddr;
use std::time::Duration;

use testhouse::{Home, NEAR};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// Far longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(60);
const WORDS: &str = "a long passphrase";

/// A home that answers at a port of its own.
struct Served {
    home: Home,
    near: SocketAddr,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<std::io::Result<()>>,
}

impl Served {
    async fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let listen = listener.local_addr().unwrap();
        let mut home = Home::with(|settings| settings.listen = listen).await;
        let address = home.app.entry_address().await.unwrap();
        let entered = home.opens(&address[address.find("/enter").unwrap()..]).await;
        home.keeps_cookie(&entered);
        home.starts().await;
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = web::serve(listener, home.app.clone(), async { drop(stopped.await) });
        let near = SocketAddr::new(NEAR, listen.port());
        Self { home, near, stop, serving: tokio::spawn(serving) }
    }
    async fn with_a_passphrase() -> Self {
        let served = Self::new().await;
        let typed = [("new", WORDS), ("again", WORDS)];
        served.home.posts("/more/security/passphrase", &typed).await.is(303);
        served
    }
    async fn presses(&self, name: &'static str) -> testhouse::Answer {
        self.home.posts("/more/security/network", &[(name, "yes")]).await
    }
    /// A phone that connects, if it can.
    async fn phone(&self) -> std::io::Result<Phone> {
        Ok(Phone(TcpStream::connect(self.near).await?, self.near))
    }
    async fn stops(self) {
        self.stop.send(()).unwrap();
        timeout(PATIENCE, self.serving).await.unwrap().unwrap().unwrap();
    }
}

struct Phone(TcpStream, SocketAddr);

impl Phone {
    /// Whether it is answered; not if it was shown out.
    async fn is_answered(&mut self) -> bool {
        let asks = format!("GET /healthz HTTP/1.1\r\nhost: {}\r\n\r\n", self.1);
        let mut said = Vec::new();
        if self.0.write_all(asks.as_bytes()).await.is_err() {
            return false;
        }
        while !said.ends_with(b"\r\n\r\nok") {
            match timeout(PATIENCE, self.0.read_buf(&mut said)).await.unwrap() {
                Ok(more) if more > 0 => {}
                _ => return false,
            }
        }
        said.starts_with(b"HTTP/1.1 200")
    }
}

#[tokio::test]
async fn a_phone_reaches_it_once_it_is_opened_and_not_before() {
    let served = Served::with_a_passphrase().await;
    assert!(served.phone().await.is_err(), "this machine alone");
    let opened = served.presses("open").await;
    assert_eq!(opened.redirect().unwrap(), "/more/security?did=opened");
    assert!(served.phone().await.unwrap().is_answered().await);
    let page = served.home.opens("/more/security").await;
    page.card("more-network").says("more-network-clear").says("more-network-close");
    let made = served.home.posts("/more/security/let-in", &[]).await;
    made.sees(&format!("http://{}/enter?key=", served.near)).says("more-let-in-scan");
    served.stops().await;
}

#[tokio::test]
async fn closed_again_it_answers_no_phone_and_shows_out_those_that_are_connected() {
    let served = Served::with_a_passphrase().await;
    served.presses("open").await.is(303);
    let mut kept = served.phone().await.unwrap();
    assert!(kept.is_answered().await);
    let closed = served.presses("close").await;
    assert_eq!(closed.redirect().unwrap(), "/more/security?did=alone");
    let shut = async { while served.phone().await.is_ok() {} };
    timeout(PATIENCE, shut).await.expect("nobody else comes in");
    assert!(!kept.is_answered().await, "it was shown out");
    served.presses("open").await.is(303);
    assert!(served.phone().await.unwrap().is_answered().await, "and opened once more");
    served.stops().await;
}

#[tokio::test]
async fn without_a_passphrase_it_stays_shut_and_with_one_open_none_is_removed() {
    let served = Served::new().await;
    served.presses("open").await.is(409).says("network-passphrase-what");
    assert!(served.phone().await.is_err());
    served.stops().await;
    let served = Served::with_a_passphrase().await;
    served.presses("open").await.is(303);
    let removing = [("old", WORDS), ("remove", "yes")];
    let refused = served.home.posts("/more/security/passphrase", &removing).await;
    refused.is(422).says("more-passphrase-needed");
    served.presses("close").await.is(303);
    served.home.posts("/more/security/passphrase", &removing).await.is(303);
    served.stops().await;
}

#[tokio::test]
async fn where_cookies_go_through_https_alone_there_is_nothing_to_open() {
    let mut home = Home::with(|settings| settings.https = true).await;
    let address = home.app.entry_address().await.unwrap();
    let entered = home.opens(&address[address.find("/enter").unwrap()..]).await;
    home.keeps_cookie(&entered);
    home.starts().await;
    let typed = [("new", WORDS), ("again", WORDS)];
    home.posts("/more/security/passphrase", &typed).await.is(303);
    let page = home.opens("/more/security").await;
    page.card("more-network").says("more-network-unnamed").is_silent_on("more-network-open");
    home.posts("/more/security/network", &[("open", "yes")]).await.is(404);
}

#[tokio::test]
async fn it_ends_with_the_program() {
    let served = Served::with_a_passphrase().await;
    served.presses("open").await.is(303);
    let near = served.near;
    served.stops().await;
    assert!(TcpStream::connect(near).await.is_err());
}
