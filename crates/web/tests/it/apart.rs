//! Requests whose head and body come in packets of their own, over a real connection: each is answered to the end.

use std::net::SocketAddr;
use std::time::Duration;

use testhouse::{HOST, Home, pattern};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpSocket};
use tokio::task::JoinHandle;
use web::routes::ADDRESSES;

/// Sends the head, the body once the answer began or nothing came for a while, and reads what comes until the connection is
/// closed.
async fn sends_apart(to: SocketAddr, head: &str, body: &[u8]) -> std::io::Result<Vec<u8>> {
    let socket = TcpSocket::new_v4()?;
    // So that most of an answer still waits on the other side.
    socket.set_recv_buffer_size(2048)?;
    let mut stream = socket.connect(to).await?;
    stream.set_nodelay(true)?;
    stream.write_all(head.as_bytes()).await?;
    if tokio::time::timeout(Duration::from_millis(250), stream.readable()).await.is_ok() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    stream.write_all(body).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    Ok(answer)
}

/// The head of a form of so many bytes.
fn head(ana: &Home, path: &str, length: usize) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nHost: {HOST}\r\nCookie: {}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\
         Connection: close\r\n\r\n",
        ana.cookie_now()
    )
}

/// The whole of an answer: as many bytes as it says, or up to the end of its last piece.
fn is_whole(answer: &[u8]) -> bool {
    let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let (head, body) = (String::from_utf8_lossy(&answer[..end]), &answer[end + 4..]);
    match head.lines().find_map(|line| line.strip_prefix("content-length: ")) {
        Some(length) => length.parse() == Ok(body.len()),
        None => body.ends_with(b"0\r\n\r\n"),
    }
}

/// The application at an address of its own, until the test ends.
async fn listens(ana: &Home) -> (SocketAddr, JoinHandle<std::io::Result<()>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let to = listener.local_addr().unwrap();
    (to, tokio::spawn(web::serve(listener, ana.app.clone(), std::future::pending())))
}

#[tokio::test]
async fn a_body_that_comes_after_its_head_cuts_no_answer_off() {
    let ana = Home::new().await;
    let (to, serving) = listens(&ana).await;
    let mut posts: Vec<_> = ADDRESSES.iter().filter(|address| address.has("post")).collect();
    // Nobody is let in any more after that.
    posts.sort_by_key(|address| address.path == "/leave");
    for address in posts {
        let path = ana.place(pattern(address)).replace("{step}", "goals").replace("{id}", "none");
        let answer = sends_apart(to, &head(&ana, &path, 3), b"a=b").await;
        let answer = answer.unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(is_whole(&answer), "{path}: {}", String::from_utf8_lossy(&answer));
    }
    serving.abort();
}

#[tokio::test]
async fn whoever_sends_far_too_much_is_told_so() {
    let ana = Home::new().await;
    let (to, serving) = listens(&ana).await;
    let much = vec![b'a'; 20_000_000];
    let head = head(&ana, &ana.place("/more/wishes"), much.len());
    let answer = sends_apart(to, &head, &much).await.unwrap();
    assert!(answer.starts_with(b"HTTP/1.1 413") && is_whole(&answer));
    serving.abort();
}
