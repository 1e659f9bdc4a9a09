//! What is promised at every door: how a passphrase is taken, what a browser is told behind HTTPS and when it leaves, what no
//! address answers, and what our scripts never do.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request};
use store::Actor;
use testhouse::{Home, lived_in};
use web::routes::ADDRESSES;

/// Sets a passphrase on the page and gives back whether another one fits.
async fn sets_and_tries(set: &str, tried: &str) -> bool {
    let (home, person) = lived_in().await;
    let fields = [("new", set), ("again", set)];
    home.posts("/more/security/passphrase", &fields).await.is(303);
    let answer = home.posts("/enter", &[("passphrase", tried)]).await;
    assert!(home.app.store().passphrase(Actor::Person(person)).await.unwrap().is_some());
    answer.status.as_u16() == 303
}

#[tokio::test]
async fn a_passphrase_is_taken_to_the_last_letter_and_space() {
    const SET: &str = " Correct horse battery ";
    assert!(sets_and_tries(SET, SET).await);
    for other in [SET.trim(), SET.trim_start(), SET.trim_end(), &SET.to_lowercase()] {
        assert!(!sets_and_tries(SET, other).await, "{other:?}");
    }
}

#[tokio::test]
async fn a_passphrase_may_be_of_any_letters() {
    const ANY: [&str; 5] = [
        "xqzvkwpjfhbm",
        "927350186472",
        "!?%&§$#+-*/=",
        "žluťoučký kůň",
        "🦔🦊🐝🐢🦆🐙🦋🐌🐞🦀🐸🦉",
    ];
    for any in ANY {
        assert!(sets_and_tries(any, any).await, "{any:?}");
    }
}

#[tokio::test]
async fn a_passphrase_may_be_long_and_none_of_it_is_cut_off() {
    const LONG: &str = "seven herons wade through the cold brook behind our mill while an old dog \
        looks on, wonders what they find there, and falls asleep again before noon";
    assert!(LONG.chars().count() > 128);
    assert!(sets_and_tries(LONG, LONG).await);
    assert!(!sets_and_tries(LONG, &LONG.replace("noon", "moon")).await);
}

/// What OWASP and RFC 9106 ask for: 19 MiB, twice, in one lane.
#[tokio::test]
async fn a_passphrase_is_kept_by_argon2id_with_19_mib_and_two_passes() {
    let (home, person) = lived_in().await;
    let fields = [("new", "a long passphrase"), ("again", "a long passphrase")];
    home.posts("/more/security/passphrase", &fields).await.is(303);
    let kept = home.app.store().passphrase(Actor::Person(person)).await.unwrap().unwrap();
    let hash = kept.phc().unwrap();
    assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
}

#[tokio::test]
async fn whoever_leaves_leaves_nothing_in_the_browser() {
    let home = Home::new().await;
    let left = home.posts("/leave", &[]).await;
    assert_eq!(left.headers["clear-site-data"], "\"cache\", \"storage\"");
    let cookie = left.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("=; ") && cookie.contains("Max-Age=0"), "{cookie}");
}

/// A home that is reached through HTTPS, with a browser let in.
async fn behind_https() -> Home {
    let mut home = Home::with(|settings| settings.https = true).await;
    let address = home.app.entry_address().await.unwrap();
    let entered = home.opens(&address[address.find("/enter").unwrap()..]).await;
    home.keeps_cookie(&entered);
    home
}

#[tokio::test]
async fn behind_https_every_answer_keeps_a_browser_to_it_for_a_year() {
    let home = behind_https().await;
    for path in ["/", "/healthz", "/nowhere", "/enter", "/people", "/feed/0.ics"] {
        let said = home.opens(path).await.headers["strict-transport-security"].clone();
        assert_eq!(said, "max-age=31536000; includeSubDomains", "{path}");
    }
}

#[tokio::test]
async fn behind_https_the_cookie_goes_over_nothing_else() {
    let home = Home::with(|settings| settings.https = true).await;
    let address = home.app.entry_address().await.unwrap();
    let entered = home.opens(&address[address.find("/enter").unwrap()..]).await;
    let cookie = entered.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("__Host-") && cookie.contains("; Secure"), "{cookie}");
    assert!(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Lax"), "{cookie}");
}

#[tokio::test]
async fn a_method_that_no_address_has_does_nothing_and_is_sent_nothing_back() {
    let home = Home::new().await;
    for method in ["TRACE", "CONNECT", "OPTIONS", "PUT", "DELETE", "PATCH", "BREW"] {
        for address in ADDRESSES {
            let asked = Request::builder()
                .method(Method::from_bytes(method.as_bytes()).unwrap())
                .uri(address.path.replace(['{', '}'], ""))
                .header("sec-fetch-site", "same-origin")
                .header("x-canary", "quetzal")
                .body(Body::empty())
                .unwrap();
            let answer = home.asks(asked).await;
            let status = answer.status.as_u16();
            assert!((400..500).contains(&status), "{method} {}: {status}", address.path);
            answer.misses("quetzal");
        }
    }
}

#[tokio::test]
async fn no_file_of_the_disk_is_served() {
    let (home, _) = lived_in().await;
    for path in [
        "/.git/config",
        "/.env",
        "/master.key",
        "/needlewise.db",
        "/static",
        "/static/",
        "/static/x/",
        "/static/x/app.css",
        "/static/../needlewise.db",
        "/static/x/..%2f..%2fmaster.key",
        "//etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
    ] {
        home.opens_exactly(path).await.is(404).misses("root:");
    }
}

#[tokio::test]
async fn each_browser_is_let_in_with_256_bits_of_its_own() {
    let mut home = Home::new().await;
    let mut tokens = BTreeSet::new();
    for _ in 0..20 {
        home.enters().await;
        let cookie = home.cookie_now();
        let (_, token) = cookie.split_once('=').unwrap();
        assert!(token.len() == 64 && token.bytes().all(|digit| digit.is_ascii_hexdigit()));
        tokens.insert(token.to_owned());
    }
    assert_eq!(tokens.len(), 20);
}

/// Nobody gets new tries by saying that they are somebody else.
#[tokio::test]
async fn no_header_says_who_or_where_somebody_is() {
    let (home, person) = lived_in().await;
    let fields = [("new", "a long passphrase"), ("again", "a long passphrase")];
    home.posts("/more/security/passphrase", &fields).await.is(303);
    let mut last = 0;
    for n in 0..7 {
        let tries = Request::post("/enter")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("cookie", "none=here")
            .header("x-forwarded-for", format!("192.0.2.{n}"))
            .header("forwarded", format!("for=192.0.2.{n}"))
            .header("x-real-ip", format!("192.0.2.{n}"))
            .header("x-user-id", person.to_string())
            .body(Body::from("passphrase=wrong"));
        last = home.asks(tries.unwrap()).await.status.as_u16();
    }
    assert_eq!(last, 429);
}

/// Text is put into a page as text, nothing of it is run, and nothing is kept or sent elsewhere.
#[test]
fn scripts_run_no_text_and_keep_nothing() {
    const NEVER: [&str; 19] = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "DOMParser",
        "createContextualFragment",
        "eval(",
        "Function(",
        "setTimeout('",
        "setTimeout(\"",
        "localStorage",
        "sessionStorage",
        "indexedDB",
        "document.cookie",
        "postMessage",
        "__proto__",
        "WebSocket",
        "\"paste\"",
        "serviceWorker",
    ];
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets");
    let mut read = 0;
    for file in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_some_and(|kind| kind == "js") {
            let script = std::fs::read_to_string(&file).unwrap();
            for never in NEVER {
                assert!(!script.contains(never), "{}: {never}", file.display());
            }
            read += 1;
        }
    }
    assert!(read >= 12, "{read} scripts were read");
}
