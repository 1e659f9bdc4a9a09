//! Connections, with real sockets: whoever takes a place and does nothing with it, and the moment of stopping.

use std::net::SocketAddr;
use std::time::Duration;

use testhouse::Home;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// Far longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(60);

struct Served {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<std::io::Result<()>>,
}

impl Served {
    async fn of(home: &Home) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = web::serve(listener, home.app.clone(), async { drop(stopped.await) });
        Self { address, stop, serving: tokio::spawn(serving) }
    }
    async fn connects(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }
    fn asks(&self, path: &str) -> Vec<u8> {
        format!("GET {path} HTTP/1.1\r\nhost: {}\r\n\r\n", self.address).into_bytes()
    }
    /// What is said to a request over a connection that is kept.
    async fn says(&self, stream: &mut TcpStream) -> String {
        stream.write_all(&self.asks("/healthz")).await.unwrap();
        let mut said = Vec::new();
        while !said.ends_with(b"\r\n\r\nok") {
            let more = timeout(PATIENCE, stream.read_buf(&mut said)).await.unwrap();
            assert!(more.unwrap() > 0, "{}", String::from_utf8_lossy(&said));
        }
        String::from_utf8(said).unwrap()
    }
    async fn stops(self) {
        self.stop.send(()).unwrap();
        timeout(PATIENCE, self.serving).await.unwrap().unwrap().unwrap();
    }
}

#[tokio::test]
async fn whoever_takes_nothing_of_what_is_sent_is_shown_out() {
    let home = Home::with(|settings| settings.limits.silence = Duration::from_secs(1)).await;
    let served = Served::of(&home).await;
    let page = home.opens("/enter").await.text();
    let styles = page.split('"').find(|part| part.ends_with(".css")).unwrap();
    let mut stream = served.connects().await;
    let shown_out = async { while stream.write_all(&served.asks(styles)).await.is_ok() {} };
    timeout(PATIENCE, shown_out).await.unwrap();
    served.stops().await;
}

#[tokio::test]
async fn whoever_says_nothing_makes_room_for_another_when_all_places_are_taken() {
    let home = Home::with(|settings| settings.connections = 3).await;
    let served = Served::of(&home).await;
    let silent = [served.connects().await, served.connects().await, served.connects().await];
    let mut other = served.connects().await;
    assert!(served.says(&mut other).await.starts_with("HTTP/1.1 200"));
    drop(silent);
    served.stops().await;
}

#[tokio::test]
async fn told_to_stop_it_answers_whoever_asks_just_then_and_says_that_it_was_the_last_time() {
    let home = Home::locked().await;
    let served = Served::of(&home).await;
    let mut kept = served.connects().await;
    assert!(!served.says(&mut kept).await.contains("connection: close"));
    let (address, stop, serving) = (served.address, served.stop, served.serving);
    stop.send(()).unwrap();
    tokio::time::sleep(Duration::from_millis(20)).await;
    let again =
        Served { address, stop: oneshot::channel().0, serving: tokio::spawn(async { Ok(()) }) };
    assert!(again.says(&mut kept).await.contains("connection: close"));
    let mut new = again.connects().await;
    assert!(again.says(&mut new).await.contains("connection: close"));
    timeout(PATIENCE, serving).await.unwrap().unwrap().unwrap();
}
