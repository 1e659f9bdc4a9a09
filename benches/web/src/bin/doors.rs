//! Strangers who take places and do nothing with them: does anybody else still get an answer, and after how long?
//!
//! `cargo run --release -p bench-web --bin doors -- PROGRAM [SECONDS]`. 520 ask again and again and never read, 600 connect and say
//! nothing, 520 send the body of a form a byte a second, 520 the head. Whoever is shown out comes back at once. From the same
//! address somebody asks over a new connection each time.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that can't be taken must stop, saying why"
)]

use std::io;
use std::time::{Duration, Instant};

use bench_web::{ask, people, program::Program};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Longer than anybody waits.
const PATIENCE: Duration = Duration::from_secs(60);

#[derive(Clone, Copy, Debug)]
enum Stranger {
    NeverReads,
    SaysNothing,
    SlowBody,
    SlowHead,
}
use Stranger::{NeverReads, SaysNothing, SlowBody, SlowHead};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let binary = arguments.next().expect("usage: doors PROGRAM [SECONDS]");
    let seconds = arguments.next().map_or(60, |n| n.parse().expect("SECONDS is a number"));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.expect("threads").block_on(measure(&binary, Duration::from_secs(seconds)));
}

async fn measure(binary: &str, how_long: Duration) {
    let folder = tempfile::tempdir().expect("a folder");
    people::seed(folder.path(), 1).await.0.close().await;
    for (stranger, many) in
        [(NeverReads, 520), (SaysNothing, 600), (SlowBody, 520), (SlowHead, 520)]
    {
        let program = Program::start(binary, folder.path()).await;
        let origin = program.origin.clone();
        let styles = styles(&origin).await;
        let host = origin.trim_start_matches("http://").to_owned();
        let strangers: Vec<_> = (0..many)
            .map(|_| tokio::spawn(again_and_again(stranger, host.clone(), styles.clone())))
            .collect();
        tokio::time::sleep(Duration::from_secs(2)).await;
        let mut waits = others(&host, how_long).await;
        let memory = program.memory_mb();
        strangers.iter().for_each(tokio::task::JoinHandle::abort);
        program.kill();
        print(stranger, many, &mut waits, memory);
    }
}

/// The address of the styles, which anybody may ask for.
async fn styles(origin: &str) -> String {
    let (_, page) = ask::get(&format!("{origin}/enter"), None).await;
    let page = String::from_utf8_lossy(&page).into_owned();
    let found = page.split('"').find(|part| part.starts_with("/static/") && part.ends_with(".css"));
    found.expect("styles").to_owned()
}

async fn again_and_again(stranger: Stranger, host: String, styles: String) {
    loop {
        let _ = once(stranger, &host, &styles).await;
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Until it is shown out.
async fn once(stranger: Stranger, host: &str, styles: &str) -> io::Result<()> {
    let mut stream = TcpStream::connect(host).await?;
    match stranger {
        SaysNothing => drop(stream.read(&mut [0; 16]).await?),
        NeverReads => loop {
            stream
                .write_all(format!("GET {styles} HTTP/1.1\r\nhost: {host}\r\n\r\n").as_bytes())
                .await?;
        },
        SlowHead => slowly(&mut stream, "GET / HTTP/1.1\r\nx: ").await?,
        SlowBody => {
            let kind = "content-type: application/x-www-form-urlencoded\r\ncontent-length: 10000";
            let head = format!(
                "POST /enter HTTP/1.1\r\nhost: {host}\r\nsec-fetch-site: same-origin\r\n{kind}\r\n\r\n"
            );
            slowly(&mut stream, &head).await?;
        }
    }
    Ok(())
}

async fn slowly(stream: &mut TcpStream, first: &str) -> io::Result<()> {
    stream.write_all(first.as_bytes()).await?;
    loop {
        stream.write_all(b"a").await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

/// How long somebody else waits for a page, each time; `None` where none came.
async fn others(host: &str, how_long: Duration) -> Vec<Option<Duration>> {
    let (begun, mut waits) = (Instant::now(), Vec::new());
    while begun.elapsed() < how_long {
        let asked = Instant::now();
        let answer = tokio::time::timeout(PATIENCE, page(host)).await;
        let good = matches!(answer, Ok(Ok(true)));
        waits.push(good.then(|| asked.elapsed()));
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    waits
}

async fn page(host: &str) -> io::Result<bool> {
    let mut stream = TcpStream::connect(host).await?;
    let asked = format!("GET /readyz HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
    stream.write_all(asked.as_bytes()).await?;
    let mut said = Vec::new();
    stream.read_to_end(&mut said).await?;
    Ok(said.starts_with(b"HTTP/1.1 200"))
}

fn print(stranger: Stranger, many: usize, waits: &mut [Option<Duration>], memory: u64) {
    let without = waits.iter().filter(|wait| wait.is_none()).count();
    let mut got: Vec<Duration> = waits.iter().flatten().copied().collect();
    got.sort();
    let at = |share: usize| got.get(got.len().saturating_sub(1) * share / 100).copied();
    println!(
        "{many} {stranger:?}: {} asked, {without} got no page; median {:?}, longest {:?}; {memory} MB",
        waits.len(),
        at(50).unwrap_or_default(),
        at(100).unwrap_or_default(),
    );
}
