//! Forms as nobody fills them in: whatever is sent to whatever address, nothing breaks and what was there stays.

use testhouse::{Home, pattern};
use testkit::Random;
use web::routes::{ADDRESSES, Guard};

const NAMES: [&str; 33] = [
    "goals",
    "areas",
    "born",
    "skin_type",
    "sensitive",
    "pregnancy",
    "retinoid",
    "retinoid-on-day",
    "retinoid-on-month",
    "retinoid-on-year",
    "born-year",
    "using",
    "kind",
    "length_mm",
    "needles",
    "since",
    "free_days",
    "id",
    "first",
    "minute",
    "redness",
    "flags",
    "note",
    "passes",
    "view",
    "zone",
    "go",
    "clear",
    "about",
    "said",
    "wait_until",
    "until",
    "back",
];
const VALUES: [&str; 26] = [
    "",
    "no",
    "yes",
    "unknown",
    "cheeks",
    "acne-scars",
    "-1",
    "0",
    "0.25",
    "1e999",
    "NaN",
    "2026-02-30",
    "2026-12-05",
    "9999-12-31",
    "-9999-01-01",
    "10:00",
    "\u{0}",
    "🦔",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "../../etc/passwd",
    "pus",
    "wait",
    "none",
    "ticked",
    "01a208ae-aefe-7d5e-a82b-e682c5e328b5",
];

#[tokio::test]
async fn random_forms_break_nothing() {
    let ana = Home::new().await;
    ana.posts("/screening/goals", &[("goals", "acne-scars"), ("areas", "cheeks")]).await.is(303);
    let mut random = Random::new(20_261_205);
    let mut below = |most: usize| usize::try_from(random.below(most as u64)).unwrap();
    // What ends the caller or the person would end the test.
    let ends = [
        "/people",
        "/leave",
        "/more/erase",
        "/more/security/close",
        "/enter",
        "/more/security/passphrase",
    ];
    let posts: Vec<_> = ADDRESSES
        .iter()
        .filter(|address| address.guard == Guard::Browser && address.has("post"))
        .filter(|address| !ends.contains(&pattern(address)))
        .collect();
    for _ in 0..1500 {
        let address = posts[below(posts.len())];
        let path = pattern(address)
            .replace("{step}", ["goals", "about", "skin", "device", "using"][below(5)]);
        let path = path.replace("{id}", VALUES[25]);
        let fields: Vec<(&str, &str)> = (0..below(8))
            .map(|_| (NAMES[below(NAMES.len())], VALUES[below(VALUES.len())]))
            .collect();
        let answer = ana.posts(&path, &fields).await;
        assert!(!answer.status.is_server_error(), "{path} {fields:?}: {}", answer.text());
        assert!(!answer.text().contains("<script>alert"), "{path} {fields:?}");
    }
    assert_eq!(ana.app.store().people().await.unwrap().len(), 1, "still one person");
    ana.app.store().verify_journal().await.unwrap();
}
