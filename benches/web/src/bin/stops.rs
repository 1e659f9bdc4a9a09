//! Told to stop under load, again and again: is every request answered that was sent?
//!
//! `cargo run --release -p bench-web --bin stops -- PROGRAM [STOPS]`. Each round starts the built program on the same folder, asks
//! it for pages and sends it check-ins from eight sides, half of them over a connection each time, and tells it to stop after
//! a random time. A connection that isn't taken any more is no failure; a request without an answer is one.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that can't be taken must stop, saying why"
)]

use std::path::Path;
use std::time::{Duration, Instant};

use bench_web::people::{self, Somebody};
use bench_web::program::Program;
use store::CheckInId;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

const SENDERS: usize = 8;

#[derive(Default)]
struct Count {
    answered: usize,
    failed: usize,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let binary = arguments.next().expect("usage: stops PROGRAM [STOPS]");
    let stops = arguments.next().map_or(100, |n| n.parse().expect("STOPS is a number"));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.expect("threads").block_on(measure(&binary, stops));
}

async fn measure(binary: &str, stops: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, everybody) = people::seed(folder.path(), 1).await;
    store.close().await;
    let who = everybody.first().expect("somebody").clone();
    let (mut all, mut longest) = (Count::default(), Duration::ZERO);
    for stop in 1..=stops {
        let (count, took) = one_life(binary, folder.path(), &who).await;
        all.answered += count.answered;
        all.failed += count.failed;
        longest = longest.max(took);
        if stop % 10 == 0 || stop == stops {
            let Count { answered, failed } = all;
            println!(
                "{stop} stops: {answered} requests answered, {failed} failed; the longest end took {longest:?}"
            );
        }
    }
}

async fn one_life(binary: &str, folder: &Path, who: &Somebody) -> (Count, Duration) {
    let program = Program::start(binary, folder).await;
    let host = program.origin.trim_start_matches("http://").to_owned();
    let senders: Vec<_> = (0..SENDERS)
        .map(|sender| tokio::spawn(sends(host.clone(), who.clone(), sender.is_multiple_of(2))))
        .collect();
    tokio::time::sleep(Duration::from_millis(100 + random(400))).await;
    let (mut child, begun) = (program.told_to_stop(), Instant::now());
    while child.try_wait().expect("a child").is_none() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let (took, mut count) = (begun.elapsed(), Count::default());
    for sender in senders {
        let one = sender.await.expect("a sender");
        count.answered += one.answered;
        count.failed += one.failed;
    }
    (count, took)
}

/// Sends one request after the other until nobody takes a connection any more.
async fn sends(host: String, who: Somebody, keeps: bool) -> Count {
    let mut count = Count::default();
    while let Ok(mut stream) = TcpStream::connect(&host).await {
        loop {
            let request = request(&host, &who, count.answered, keeps);
            match one(&mut stream, &request).await {
                Some(last) => {
                    count.answered += 1;
                    if last {
                        break;
                    }
                }
                None => {
                    count.failed += 1;
                    break;
                }
            }
        }
    }
    count
}

/// A page, or each third time a check-in.
fn request(host: &str, who: &Somebody, n: usize, keeps: bool) -> String {
    let (person, port) = (who.person, host.rsplit(':').next().unwrap_or_default());
    let keep = if keeps { "keep-alive" } else { "close" };
    let rest = format!(
        "host: {host}\r\ncookie: needlewise-{port}={}\r\nsec-fetch-site: same-origin\r\nconnection: {keep}\r\n",
        who.token
    );
    if n % 3 != 2 {
        return format!("GET /people/{person}/plan HTTP/1.1\r\n{rest}\r\n");
    }
    let form = format!("id={}&redness=3&swelling=1&oozing=0", CheckInId::new(people::now()));
    let kind = "content-type: application/x-www-form-urlencoded";
    let length = form.len();
    format!(
        "POST /people/{person}/today/checkin HTTP/1.1\r\n{rest}{kind}\r\ncontent-length: {length}\r\n\r\n{form}"
    )
}

/// Whether the answer was the last on this connection; `None` if none came whole.
async fn one(stream: &mut TcpStream, request: &str) -> Option<bool> {
    stream.write_all(request.as_bytes()).await.ok()?;
    let mut said = Vec::new();
    loop {
        if let Some((head, body)) = split(&said) {
            let head = String::from_utf8_lossy(head).to_lowercase();
            let length = head.split("content-length: ").nth(1)?.lines().next()?.parse().ok()?;
            let good = ["http/1.1 200", "http/1.1 303"].iter().any(|good| head.starts_with(good));
            assert!(good, "an answer that is none: {head}");
            if body.len() >= length {
                return Some(head.contains("connection: close"));
            }
        }
        if stream.read_buf(&mut said).await.ok()? == 0 {
            return None;
        }
    }
}

fn split(said: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = said.windows(4).position(|four| four == b"\r\n\r\n")?;
    said.split_at_checked(end + 4)
}

fn random(below: u64) -> u64 {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).expect("random numbers");
    u64::from_le_bytes(bytes) % below
}
