//! What a hostile or hurried visitor does: another person's ids, markup in every field, two browsers at once, keys and
//! cookies, half a request. What a forgetful person does is in [`super::slips`].

use std::sync::Arc;
use testhouse::{
    Home, answered, by, checkin, hours, pattern, profile, session, sessions, with_a_plan,
};
use teststore::plain;

use axum::body::Body;
use axum::http::{Method, Request};
use care::words::Area;
use jiff::SignedDuration;
use store::records::{CheckIn, Clearance, Profile, Session};
use store::{Actor, By, Entry, Id, PersonId};
use web::routes::ADDRESSES;

use crate::entering::hashed;
use crate::photos::put;

const TODAY: &str = "2026-12-05";
const CANARY: &str = "quetzal";

async fn checkins(home: &Home, person: PersonId) -> Vec<Entry<CheckIn>> {
    home.app.store().list(person).await.unwrap()
}

#[tokio::test]
async fn start_pressed_twice_makes_one_person() {
    let ana = Home::entered().await;
    let fields = ana.opens("/").await.is(200).fields();
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let (one, other) = tokio::join!(ana.posts("/people", &fields), ana.posts("/people", &fields));
    assert_eq!(one.is(303).redirect(), other.is(303).redirect());
    assert_eq!(ana.app.store().people().await.unwrap().len(), 1);
}

#[tokio::test]
async fn wrong_passphrases_side_by_side_are_counted_before_they_are_tried() {
    let ana = Home::locked().await;
    let hash = hashed("a long passphrase");
    ana.app.store().set_passphrase(by(&ana), Actor::Owner, Some(&hash)).await.unwrap();
    let tries = (0..12).map(|_| ana.posts("/enter", &[("passphrase", "wrong")]));
    let answers = at_once(tries).await;
    let tried = answers.iter().filter(|status| **status == 422).count();
    assert!((1..=5).contains(&tried), "{answers:?}");
}

/// Runs all at once, since the answer to one must not wait for another.
async fn at_once<F: Future<Output = testhouse::Answer>>(all: impl Iterator<Item = F>) -> Vec<u16> {
    let mut all: Vec<_> = all.map(|one| (Box::pin(one), None)).collect();
    std::future::poll_fn(|cx| {
        let mut open = false;
        for (one, answer) in &mut all {
            if answer.is_none() {
                match one.as_mut().poll(cx) {
                    std::task::Poll::Ready(done) => *answer = Some(done.status.as_u16()),
                    std::task::Poll::Pending => open = true,
                }
            }
        }
        if open { std::task::Poll::Pending } else { std::task::Poll::Ready(()) }
    })
    .await;
    all.into_iter().filter_map(|(_, answer)| answer).collect()
}

#[tokio::test]
async fn a_look_ahead_does_not_use_the_key_up() {
    let ana = Home::locked().await;
    let address = ana.app.entry_address().await.unwrap();
    let path = format!("/enter{}", address.split_once("/enter").unwrap().1);
    let head = Request::builder().method(Method::HEAD).uri(&path).body(Body::empty()).unwrap();
    let answer = ana.sends(head).await;
    assert!(!answer.headers.contains_key("set-cookie"), "HEAD lets nobody in");
    for name in ["sec-purpose", "purpose", "x-moz"] {
        let early = Request::get(&path).header(name, "prefetch").body(Body::empty()).unwrap();
        assert!(!ana.sends(early).await.headers.contains_key("set-cookie"), "{name}");
    }
    assert!(ana.opens(&path).await.headers.contains_key("set-cookie"));
}

#[tokio::test]
async fn who_comes_every_week_stays_let_in() {
    let ana = Home::new().await;
    for _ in 0..10 {
        ana.waits(SignedDuration::from_hours(24 * 7));
        assert_eq!(ana.opens("/").await.status, 303);
    }
    ana.waits(SignedDuration::from_hours(24 * 31));
    ana.opens("/").await.is(401);
}

#[tokio::test]
async fn nobody_stays_let_in_for_more_than_90_days() {
    let ana = Home::new().await;
    for _ in 0..12 {
        ana.waits(SignedDuration::from_hours(24 * 7));
        assert_eq!(ana.opens("/").await.status, 303);
    }
    ana.waits(SignedDuration::from_hours(24 * 6));
    assert_eq!(ana.opens("/").await.status, 303, "the 90th day");
    ana.waits(SignedDuration::from_secs(1));
    ana.opens("/").await.is(401);
}

#[tokio::test]
async fn a_wrong_cookie_of_our_name_before_the_right_one_keeps_nobody_out() {
    let mut ana = Home::new().await;
    let right = ana.cookie_now();
    let (name, _) = right.split_once('=').unwrap();
    ana.takes_cookie(&format!("{name}={}; {name}=no; {right}", "0".repeat(64)));
    assert_eq!(ana.opens("/").await.status, 303);
}

#[tokio::test]
async fn two_programs_on_one_host_keep_their_cookies_apart() {
    let (mut one, mut other) = (
        Home::with(|settings| settings.listen.set_port(8750)).await,
        Home::with(|settings| settings.listen.set_port(8751)).await,
    );
    one.enters().await;
    let here = one.cookie_now();
    let address = other.app.entry_address().await.unwrap();
    let answer = other.opens(&format!("/enter{}", address.split_once("/enter").unwrap().1)).await;
    other.keeps_cookie(&answer);
    let there = other.cookie_now();
    assert_ne!(here.split_once('=').unwrap().0, there.split_once('=').unwrap().0);
    for home in [&mut one, &mut other] {
        home.takes_cookie(&format!("{here}; {there}"));
        home.opens("/").await.is(200);
    }
}

#[tokio::test]
async fn behind_https_only_the_cookie_that_is_held_to_this_host_counts() {
    let ana = Home::with(|settings| settings.https = true).await;
    let address = ana.app.entry_address().await.unwrap();
    let path = format!("/enter{}", address.split_once("/enter").unwrap().1);
    let cookie = ana.opens(&path).await.headers["set-cookie"].to_str().unwrap().to_owned();
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let with =
        |cookie: &str| Request::get("/").header("cookie", cookie).body(Body::empty()).unwrap();
    ana.sends(with(&cookie)).await.is(200);
    let plain = cookie.replace("__Host-", "");
    ana.sends(with(&plain)).await.is(401);
    // A leftover of another program on this machine does not stand in the way.
    ana.sends(with(&format!("{plain}; {cookie}"))).await.is(200);
}

#[tokio::test]
async fn another_persons_entries_are_nowhere() {
    let (ana, _) = with_a_plan(answered(), TODAY).await;
    let store = ana.app.store();
    let late = By { actor: Actor::Owner, at: hours(&ana, 1) };
    let ben = Profile { name: Some(CANARY.into()), ..profile() };
    let ben = store.add_person(late, &ben).await.unwrap().id;
    let theirs = session(&ana, ben, hours(&ana, -24)).await;
    let seen = checkin(&ana, ben, theirs, hours(&ana, -2), &[], &[], Some(CANARY)).await;
    let photo = put(&ana, ben, "front", 3).await;
    let heard = Clearance { by: Some(CANARY.into()), ..plain::clearance(ana.now(), "cold_sores") };
    let heard = store.add(late, ben, Id::new(hours(&ana, -3)), &heard).await.unwrap().id;
    let version = [("version", "1"), ("note", "mine"), ("zone", "cheek-left"), ("passes", "3")];
    let done = [("at", "2026-12-05T09:00"), ("areas", "cheeks"), ("length", "0.3")];
    let all = [version.as_slice(), &done].concat();
    for address in
        ADDRESSES.iter().filter(|address| address.path.contains("{id}") && address.is_of_person())
    {
        for id in [theirs.any(), seen.any(), photo.any(), heard.any()] {
            let path = pattern(address).replace("{id}", &id.to_string());
            for (method, _) in address.calls {
                let answer = if *method == "get" {
                    ana.opens(&path).await
                } else {
                    ana.posts(&path, &all).await
                };
                assert_eq!(answer.status.as_u16(), 404, "{method} {path}");
                answer.misses(CANARY);
            }
        }
    }
    for address in
        ADDRESSES.iter().filter(|address| address.is_of_person() && !pattern(address).contains('{'))
    {
        if address.has("get") {
            ana.opens(pattern(address)).await.misses(CANARY).misses(&theirs.to_string());
        }
    }
    assert!(matches!(store.find::<Session>(ben, theirs).await.unwrap().unwrap().version, 1));
}

#[tokio::test]
async fn markup_in_every_field_stays_text() {
    const EVIL: &str = "\"'><script>alert(1)</script>{$n}\r\nSet-Cookie: a=b";
    let person = Profile { name: Some(EVIL.into()), zone: "Europe/Paris".into(), ..answered() };
    let (ana, person) = with_a_plan(person, TODAY).await;
    let done = [("at", "2026-12-05T09:00"), ("areas", "cheeks"), ("length", "0.3"), ("note", EVIL)];
    ana.posts("/session/new", &done).await.is(303);
    let device = [&done[..], &[("device", EVIL)]].concat();
    ana.posts("/session/new", &device).await.is(422).misses("<script>alert");
    ana.posts("/today/checkin", &[("redness", "2"), ("note", EVIL)]).await.is(303);
    let heard = [("about", "pus"), ("said", "no"), ("by", EVIL), ("back", EVIL)];
    ana.posts("/clearance", &heard).await.is(303);
    ana.posts("/plan/kept", &[("event", "2026-12-24"), ("name", EVIL)]).await.is(303);
    let id = sessions(&ana, person).await[0].id;
    let seen = checkins(&ana, person).await[0].id;
    let photo = put(&ana, person, "front", 3).await;
    let (there, noted) = (format!("/photos/{photo}"), [("version", "1"), ("note", EVIL)]);
    ana.posts(&there, &[&noted[..], &[("view", EVIL)]].concat()).await.is(422);
    ana.posts(&there, &noted).await.is(303);
    let mut paths: Vec<String> = ADDRESSES
        .iter()
        .filter(|address| address.has("get") && !pattern(address).contains('{'))
        .map(|address| pattern(address).to_owned())
        .collect();
    let query = "?move=%3Cscript%3Ealert&name=%3Cscript%3Ealert&days=%3Cscript%3Ealert&sign=%22%3E%3Cscript%3E&first=%3Cscript%3Ealert&event=%3Cscript%3Ealert&page=%3Cscript%3Ealert&did=%3Cscript%3Ealert&kept=%3Cscript%3E&show=%3Cscript%3Ealert&a=%3Cscript%3Ealert&q=%3Cscript%3Ealert&zone=%3Cscript%3E";
    paths.extend(paths.clone().iter().map(|path| format!("{path}{query}")));
    paths.extend([
        format!("/session/{id}"),
        format!("/session/{id}/record"),
        format!("/log/check-in/{seen}"),
        format!("/photos/{photo}"),
        "/today/day/0".into(),
        "/%3Cscript%3Ealert".into(),
        "/protocol/%3Cscript%3Ealert".into(),
        "/screening/%3Cscript%3Ealert".into(),
    ]);
    for path in &paths {
        let answer = ana.opens(path).await;
        assert!(answer.status.as_u16() < 500, "{path}: {}", answer.status);
        assert!(!answer.headers.contains_key("set-cookie"), "{path}");
        let media =
            answer.headers.get("content-type").map(|media| media.to_str().unwrap().to_owned());
        if media.unwrap_or_default().starts_with("text/html") {
            answer.misses("<script>alert");
        }
    }
    ana.posts("/session/new", &[("at", EVIL), ("length", EVIL), ("passes", EVIL), ("id", EVIL)])
        .await
        .is(422)
        .misses("<script>alert");
}

#[tokio::test]
async fn nothing_of_a_person_is_in_the_log() {
    let log = Log::default();
    let writer = log.clone();
    let lines = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE);
    // For all tests of this process: one for this thread alone would miss what another thread has met first.
    let listening = lines.with_writer(move || writer.clone()).finish();
    tracing::subscriber::set_global_default(listening).unwrap();
    let person = Profile { name: Some(CANARY.into()), areas: vec![Area::Cheeks], ..answered() };
    let (ana, person) = with_a_plan(person, TODAY).await;
    let done =
        [("at", "2026-12-05T09:00"), ("areas", "cheeks"), ("length", "0.3"), ("note", CANARY)];
    ana.posts("/session/new", &done).await.is(303);
    ana.posts("/today/checkin", &[("redness", "2"), ("note", CANARY)]).await.is(303);
    ana.posts("/today/checkin", &[("redness", CANARY), ("note", CANARY)]).await.is(422);
    ana.posts("/enter", &[("passphrase", CANARY)]).await;
    ana.opens(&format!("/enter?key={CANARY}")).await;
    ana.opens(&format!("/feed/{CANARY}.ics")).await;
    ana.opens(&format!("/{CANARY}?{CANARY}")).await;
    let id = sessions(&ana, person).await[0].id;
    ana.posts(&format!("/session/{id}/remove"), &[]).await;
    ana.posts(&format!("/session/{id}/restore"), &[]).await;
    ana.posts("/more/export", &[]).await.is(200);
    ana.posts("/more/erase", &[("word", CANARY)]).await;
    let refused = tries_too_often(&ana, person).await;
    let token = ana.cookie_now();
    let token = token.split_once('=').unwrap().1.to_owned();
    let text = String::from_utf8_lossy(&log.0.lock().unwrap()).into_owned();
    assert!(text.contains("answered with a problem"), "the log was listened to: {text}");
    for secret in [CANARY, token.as_str(), "acne-scars"] {
        assert!(!text.contains(secret), "{secret} is in the log:\n{text}");
    }
    let said = text.lines().filter(|line| line.contains("tried too often"));
    let mut ids = said.filter_map(|line| line.split("id=\"").nth(1)?.get(..8));
    assert!(ids.any(|id| refused.contains(id)), "the page's id is in the log: {text}");
}

/// The page that refuses another try of a passphrase.
async fn tries_too_often(ana: &Home, person: PersonId) -> String {
    let hash = hashed("a long passphrase");
    ana.app.store().set_passphrase(by(ana), Actor::Person(person), Some(&hash)).await.unwrap();
    for _ in 0..5 {
        ana.posts("/enter", &[("passphrase", CANARY)]).await.is(422);
    }
    ana.posts("/enter", &[("passphrase", CANARY)]).await.is(429).text()
}

/// What was logged.
#[derive(Clone, Default)]
struct Log(Arc<std::sync::Mutex<Vec<u8>>>);

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn whoever_says_half_a_sentence_holds_up_nobody() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let ana = Home::locked().await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let serving =
        tokio::spawn(web::serve(listener, ana.app.clone(), async { drop(stopped.await) }));
    let mut silent = tokio::net::TcpStream::connect(address).await.unwrap();
    let mut slow = tokio::net::TcpStream::connect(address).await.unwrap();
    slow.write_all(b"GET /healthz HTTP/1.1\r\nHost: 127").await.unwrap();
    let mut quick = tokio::net::TcpStream::connect(address).await.unwrap();
    let asked = format!("GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    quick.write_all(asked.as_bytes()).await.unwrap();
    let mut said = String::new();
    quick.read_to_string(&mut said).await.unwrap();
    assert!(said.starts_with("HTTP/1.1 200") && said.ends_with("ok"), "{said}");
    let patience = std::time::Duration::from_secs(30);
    let mut rest = Vec::new();
    tokio::time::timeout(patience, slow.read_to_end(&mut rest)).await.expect("shown out").ok();
    tokio::time::timeout(patience, silent.read_to_end(&mut rest)).await.expect("shown out").ok();
    let mut late = tokio::net::TcpStream::connect(address).await.unwrap();
    late.write_all(b"GET / HTTP/1.1\r\nHost: 127").await.unwrap();
    stop.send(()).unwrap();
    tokio::time::timeout(patience, serving).await.expect("it stops").unwrap().unwrap();
}
