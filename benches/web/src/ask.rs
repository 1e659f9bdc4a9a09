//! Asking: single requests, and a steady stream of them that does not wait for slow answers.

use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use store::PhotoId;

use crate::people::Somebody;

type Caller = Client<HttpConnector, Full<Bytes>>;

static CLIENT: LazyLock<Caller> =
    LazyLock::new(|| Client::builder(TokioExecutor::new()).build_http());

/// Requests a second.
const RATE: u32 = 100;
/// What is asked, in turn: mostly pages, every tenth a check-in that is written.
const PAGES: [&str; 9] = [
    "/today",
    "/plan",
    "/log",
    "/today",
    "/photos",
    "/today?sign=swelling",
    "/more",
    "/plan",
    "/protocol/sources",
];

/// One request: status and body.
pub async fn get(url: &str, token: Option<&str>) -> (u16, Vec<u8>) {
    send("GET", url, token, FORM, &[]).await
}

/// Sends a form as it is filled in on a page; the status, 0 if nobody answered.
pub async fn post(url: &str, token: &str, form: &str) -> u16 {
    send("POST", url, Some(token), FORM, form.as_bytes()).await.0
}

/// Sends a picture as the camera does; the status, 0 if nobody answered, and what was said. The id stands behind the picture too,
/// where no reader looks: the same file with another id would be refused as one that is there.
pub async fn upload(url: &str, token: &str, id: &str, picture: &[u8]) -> (u16, Vec<u8>) {
    let line = "\r\n";
    let part =
        |name: &str| format!("--{EDGE}{line}content-disposition: form-data; name=\"{name}\"");
    let mut body = format!("{}{line}{line}{id}{line}", part("id")).into_bytes();
    body.extend(format!("{}{line}{line}front{line}", part("shot")).bytes());
    let file = part("picture");
    body.extend(
        format!("{file}; filename=\"a.jpg\"{line}content-type: image/jpeg{line}{line}").bytes(),
    );
    body.extend(picture);
    body.extend(id.bytes());
    body.extend(format!("{line}--{EDGE}--{line}").bytes());
    let media = format!("multipart/form-data; boundary={EDGE}");
    send("POST", url, Some(token), &media, &body).await
}

/// The id in `{"id": …}`.
pub fn named(said: &[u8]) -> PhotoId {
    let said: serde_json::Value = serde_json::from_slice(said).expect("JSON");
    said.get("id").and_then(|id| id.as_str()).and_then(|id| id.parse().ok()).expect("an id")
}

/// Takes an answer piece by piece and keeps none of it: the status, and how many bytes came.
pub async fn drain(url: &str, token: &str) -> (u16, usize) {
    let request = request("POST", url, Some(token), FORM, &[]);
    let Ok(response) = CLIENT.request(request).await else { return (0, 0) };
    let (status, mut body, mut bytes) = (response.status().as_u16(), response.into_body(), 0);
    while let Some(Ok(piece)) = body.frame().await {
        bytes += piece.data_ref().map_or(0, Bytes::len);
    }
    (status, bytes)
}

const FORM: &str = "application/x-www-form-urlencoded";
const EDGE: &str = "edge-of-a-part-5b1d";

async fn send(
    method: &str,
    url: &str,
    token: Option<&str>,
    media: &str,
    body: &[u8],
) -> (u16, Vec<u8>) {
    let request = request(method, url, token, media, body);
    let Ok(response) = CLIENT.request(request).await else { return (0, Vec::new()) };
    let status = response.status().as_u16();
    let body = response.into_body().collect().await.map(|body| body.to_bytes().to_vec());
    (status, body.unwrap_or_default())
}

fn request(
    method: &str,
    url: &str,
    token: Option<&str>,
    media: &str,
    body: &[u8],
) -> http::Request<Full<Bytes>> {
    let mut request = http::Request::builder()
        .method(method)
        .uri(url)
        .header("sec-fetch-site", "same-origin")
        .header("accept", if media == FORM { "text/html" } else { "application/json" })
        .header("content-type", media);
    if let Some(token) = token {
        let port = url.parse::<http::Uri>().ok().and_then(|url| url.port_u16()).unwrap_or(80);
        request = request.header("cookie", format!("needlewise-{port}={token}"));
    }
    request.body(Full::new(Bytes::copy_from_slice(body))).expect("a request")
}

/// Bytes of Today and of the styles and scripts that it names.
pub async fn weight(origin: &str, who: &Somebody) -> (usize, usize) {
    let (status, page) = get(&who.at(origin, "/today"), Some(&who.token)).await;
    assert_eq!(status, 200, "Today answers");
    let text = String::from_utf8_lossy(&page).into_owned();
    let mut rest = 0;
    for part in text.split('"').filter(|part| part.starts_with("/static/")) {
        rest += get(&format!("{origin}{part}"), None).await.1.len();
    }
    (page.len(), rest)
}

/// How long answers took.
#[derive(Default)]
pub struct Asked {
    took: Vec<Duration>,
    written: usize,
    wrong: Vec<(String, u16)>,
}

/// Asks at a steady rate, whoever's turn it is, whether or not earlier answers have come.
pub async fn load(origin: &str, people: &[Somebody], how_long: Duration) -> Asked {
    let asked = Arc::new(Mutex::new(Asked::default()));
    let mut beat = tokio::time::interval(Duration::from_secs(1) / RATE);
    let mut under_way = Vec::new();
    let begun = Instant::now();
    for (n, who) in people.iter().cycle().enumerate() {
        if begun.elapsed() > how_long {
            break;
        }
        beat.tick().await;
        let (origin, who, asked) = (origin.to_owned(), who.clone(), Arc::clone(&asked));
        under_way.push(tokio::spawn(async move { once(&origin, &who, n, &asked).await }));
    }
    for one in under_way {
        let _ = one.await;
    }
    let mut asked = asked.lock().expect("nobody panicked");
    std::mem::take(&mut *asked)
}

async fn once(origin: &str, who: &Somebody, n: usize, asked: &Mutex<Asked>) {
    let begun = Instant::now();
    let turn = n % (PAGES.len() + 1);
    let (path, status) = match PAGES.get(turn) {
        Some(path) => ((*path).to_owned(), get(&who.at(origin, path), Some(&who.token)).await.0),
        None => {
            let url = who.at(origin, "/today/checkin");
            (
                "check-in".to_owned(),
                post(
                    &url,
                    &who.token,
                    "redness=3&swelling=1&oozing=0&tenderness=2&flaking=0&breakout=0",
                )
                .await,
            )
        }
    };
    let mut asked = asked.lock().expect("nobody panicked");
    asked.took.push(begun.elapsed());
    match (turn < PAGES.len(), status) {
        (true, 200) => {}
        (false, 303) => asked.written += 1,
        _ => asked.wrong.push((path, status)),
    }
}

impl Asked {
    /// Prints the figures.
    pub fn print(mut self) {
        self.took.sort();
        let at = |share: f64| {
            let place = (self.took.len() as f64 * share) as usize;
            self.took.get(place).map_or(f64::NAN, |took| took.as_secs_f64() * 1000.0)
        };
        println!(
            "{} requests at {RATE} a second, {} of them writing: p50 {:.1} ms, p95 {:.1} ms, p99 {:.1} ms, longest {:.1} ms",
            self.took.len(),
            self.written,
            at(0.50),
            at(0.95),
            at(0.99),
            at(0.999_999)
        );
        println!("wrong answers: {}", self.wrong.len());
        for (path, status) in self.wrong.iter().take(5) {
            println!("  {path}: {status}");
        }
    }
}
