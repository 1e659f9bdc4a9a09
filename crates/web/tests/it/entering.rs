//! Letting a browser in: a printed key works once; nobody else gets further than a page that says how to get in.

use axum::body::Body;
use axum::http::Request;
use jiff::SignedDuration;
use testhouse::Home;
use web::guard::tries::Peer;

/// A passphrase as the record keeps it.
pub fn hashed(passphrase: &str) -> String {
    let chosen = store::NewPassphrase::new(passphrase, []).unwrap();
    web::guard::passphrase::hash(&chosen).unwrap()
}

#[tokio::test]
async fn a_key_lets_one_browser_in_once() {
    let mut ana = Home::locked().await;
    ana.opens("/today").await.is(401).sees("This browser is not let in yet");
    let address = ana.app.entry_address().await.unwrap();
    let path = format!("/enter{}", address.split_once("/enter").unwrap().1);
    let first = ana.opens(&path).await;
    let cookie = first.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    ana.opens(&path).await.is(401).sees("does not let in any more");
    ana.keeps_cookie(&first);
    ana.opens("/").await.is(200).sees("Start");
}

#[tokio::test]
async fn a_key_ends_after_15_minutes_and_the_page_says_how_to_get_a_new_one() {
    let ana = Home::locked().await;
    let path = async || {
        let address = ana.app.entry_address().await.unwrap();
        format!("/enter{}", address.split_once("/enter").unwrap().1)
    };
    let (early, late) = (path().await, path().await);
    ana.waits(SignedDuration::from_mins(15));
    ana.opens(&early).await.is(303);
    ana.waits(SignedDuration::from_secs(1));
    ana.opens(&late).await.is(401).sees("within 15 minutes").sees("needlewise enter");
    let ahead = path().await;
    ana.waits(SignedDuration::from_hours(-9));
    ana.opens(&ahead).await.is(401);
}

#[tokio::test]
async fn a_browser_that_left_or_stayed_away_is_not_let_in() {
    let ana = Home::new().await;
    ana.waits(SignedDuration::from_hours(24 * 31));
    ana.opens("/").await.is(401);
    let mut ben = Home::new().await;
    let left = ben.posts("/leave", &[]).await;
    assert_eq!(left.redirect().unwrap(), "/enter");
    ben.opens("/").await.is(401);
    ben.enters().await;
    assert_eq!(ben.opens("/").await.status, 303);
}

#[tokio::test]
async fn a_foreign_site_changes_nothing() {
    let ana = Home::new().await;
    let from = |site: &str| {
        Request::post("/leave").header("sec-fetch-site", site).body(Body::empty()).unwrap()
    };
    ana.sends(from("cross-site")).await.is(403).sees("own pages");
    ana.sends(Request::post("/leave").body(Body::empty()).unwrap()).await.is(403);
    let foreign = Request::get("/").header("host", "evil.example").body(Body::empty()).unwrap();
    ana.sends(foreign).await.is(403);
    assert_eq!(ana.opens("/").await.status, 303, "still let in");
}

#[tokio::test]
async fn the_passphrase_opens_and_wrong_ones_have_to_wait() {
    let mut ana = Home::locked().await;
    let by = store::By { actor: store::Actor::Owner, at: ana.now() };
    let hash = hashed("a long passphrase");
    ana.app.store().set_passphrase(by, store::Actor::Owner, Some(&hash)).await.unwrap();
    ana.opens("/enter").await.is(200).says("enter-passphrase");
    ana.posts("/enter", &[("passphrase", "wrong")]).await.is(422).says("enter-wrong");
    for _ in 0..5 {
        ana.posts("/enter", &[("passphrase", "wrong")]).await;
    }
    ana.posts("/enter", &[("passphrase", "a long passphrase")]).await.is(429);
    ana.waits(SignedDuration::from_mins(2));
    let right = ana.posts("/enter", &[("passphrase", "a long passphrase")]).await;
    ana.keeps_cookie(&right);
    ana.opens("/").await.is(200).sees("Start");
}

async fn with_a_passphrase() -> Home {
    let ana = Home::locked().await;
    let by = store::By { actor: store::Actor::Owner, at: ana.now() };
    let hash = hashed("a long passphrase");
    ana.app.store().set_passphrase(by, store::Actor::Owner, Some(&hash)).await.unwrap();
    ana
}

/// A passphrase typed at another address.
async fn types(ana: &Home, from: [u8; 4], typed: &str) -> testhouse::Answer {
    let mut request = Request::post("/enter")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(format!("passphrase={}", typed.replace(' ', "+"))))
        .unwrap();
    request.extensions_mut().insert(Peer(from.into()));
    ana.sends(request).await
}

#[tokio::test]
async fn strangers_with_wrong_passphrases_keep_nobody_else_out() {
    let mut ana = with_a_passphrase().await;
    for _ in 0..9 {
        types(&ana, [192, 0, 2, 1], "wrong").await;
    }
    let refused = types(&ana, [192, 0, 2, 1], "a long passphrase").await;
    refused.is(429).sees("Too many tries");
    let seconds: u64 = refused.headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=60).contains(&seconds), "{seconds}");
    types(&ana, [192, 0, 2, 2], "a long passphrase").await.is(303);
    ana.enters().await;
    types(&ana, [192, 0, 2, 1], "a long passphrase").await.is(303);
}

#[tokio::test]
async fn every_answer_says_what_a_browser_may_do_with_it() {
    let ana = Home::new().await;
    for path in ["/", "/healthz", "/readyz", "/nowhere", "/enter"] {
        let answer = ana.opens(path).await;
        for (name, value) in [
            ("content-security-policy", "default-src 'none'"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cache-control", "no-store"),
        ] {
            let found = answer.headers[name].to_str().unwrap();
            assert!(found.contains(value), "{path}: {name}: {found}");
        }
        let policy = answer.headers["content-security-policy"].to_str().unwrap();
        assert!(!policy.contains("unsafe") && !policy.contains('*'), "{policy}");
        for part in ["base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
    }
}
