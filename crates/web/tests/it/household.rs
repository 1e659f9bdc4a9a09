//! Several people of one household: a passphrase of one's own locks one's record, and nothing but it opens it.

use axum::body::Body;
use axum::http::{Method, Request};
use jiff::SignedDuration;
use sha2::{Digest, Sha256};
use store::{Actor, Id, PersonId, PhotoId, Reader, Staff, StaffRole};
use testhouse::{Answer, Home};
use web::routes::ADDRESSES;

use crate::photos::put;

const HERS: &str = "a passphrase of ana";
const WRONG: &str = "a passphrase of ben";

/// Ana, whose record is locked, and Ben, who has none; and a browser that is nobody's yet.
struct House {
    home: Home,
    ana: PersonId,
    ben: PersonId,
    /// Ana's browser, in which she has set her passphrase.
    hers: String,
    /// The browser in which Ben has pressed start.
    his: String,
}

async fn house() -> House {
    house_in(Home::entered().await).await
}

async fn house_in(mut home: Home) -> House {
    home.starts().await;
    let (ana, hers) = (home.person.unwrap(), home.cookie_now());
    home.enters().await;
    home.starts().await;
    let (ben, his) = (home.person.unwrap(), home.cookie_now());
    home.takes_cookie(&hers);
    home.person = Some(ana);
    sets(&home, HERS).await;
    home.enters().await;
    House { home, ana, ben, hers, his }
}

async fn sets(home: &Home, passphrase: &str) {
    let fields = [("new", passphrase), ("again", passphrase)];
    let done = home.posts("/more/security/passphrase", &fields).await;
    assert_eq!(done.redirect().unwrap(), "/more/security?did=set");
}

async fn opens(home: &mut Home, person: PersonId, passphrase: &str) -> Answer {
    let fields = [("person", &*person.to_string()), ("passphrase", passphrase)];
    let answer = home.posts("/open", &fields).await;
    if answer.headers.contains_key("set-cookie") {
        home.keeps_cookie(&answer);
    }
    answer
}

/// The status of every address of a person that can be asked like this, from this browser.
async fn statuses(
    home: &Home,
    person: PersonId,
    thing: PhotoId,
) -> Vec<(&'static str, &'static str, u16)> {
    let mut all = Vec::new();
    for address in ADDRESSES.iter().filter(|address| address.is_of_person()) {
        let path = address.path.replace("{person}", &person.to_string());
        let path = path.replace("{id}", &thing.to_string()).replace(['{', '}'], "");
        for (method, _) in address.calls {
            let asked = Request::builder()
                .method(Method::from_bytes(method.to_uppercase().as_bytes()).unwrap())
                .uri(&path)
                .header("sec-fetch-site", "same-origin")
                .header("content-type", "application/x-www-form-urlencoded")
                .body(Body::empty())
                .unwrap();
            let answer = home.asks(asked).await;
            all.push((*method, address.path, answer.status.as_u16()));
        }
    }
    all
}

#[tokio::test]
async fn a_locked_record_is_not_there_for_any_other_browser() {
    let mut house = house().await;
    let photo = put(&house.home, house.ana, "front", 3).await;
    let before = house.home.app.store().journal(house.ana).await.unwrap();
    for other in [house.home.cookie_now(), house.his.clone()] {
        house.home.takes_cookie(&other);
        house.home.person = None;
        for (method, path, status) in statuses(&house.home, house.ana, photo).await {
            assert_eq!(status, 404, "{method} {path}");
        }
    }
    assert_eq!(before, house.home.app.store().journal(house.ana).await.unwrap());
    house.home.takes_cookie(&house.hers);
    house.home.person = Some(house.ana);
    house.home.opens(&format!("/photos/{photo}/picture")).await.is(200);
    house.home.opens("/today").await.is(200);
}

/// Every address of a person, asked by no browser that was let in, by one that is nobody's, by somebody else's and by their own.
#[tokio::test]
async fn every_address_of_a_person_answers_only_their_own_browser() {
    let mut house = house().await;
    let photo = put(&house.home, house.ana, "front", 3).await;
    let (nobodys, his) = (house.home.cookie_now(), house.his.clone());
    house.home.person = None;
    for (cookie, expected) in [("needlewise-8750=0", 401), (&nobodys, 404), (&his, 404)] {
        house.home.takes_cookie(cookie);
        for (method, path, status) in statuses(&house.home, house.ana, photo).await {
            assert_eq!(status, expected, "{method} {path} as {cookie}");
        }
    }
    house.home.takes_cookie(&house.hers);
    let own = statuses(&house.home, house.ana, photo).await;
    for (method, path, status) in &own {
        assert!(!matches!(status, 401 | 403 | 500..), "{method} {path}: {status}");
    }
    let read = own.iter().filter(|(method, _, status)| *method == "get" && *status == 200);
    assert!(read.count() > 20, "{own:?}");
}

#[tokio::test]
async fn a_locked_record_answers_as_one_that_is_not_there() {
    let mut house = house().await;
    let nobody = "01a208ae-aefe-7d5e-a82b-e682c5e328b5";
    let told = async |home: &Home, person: &str| {
        let page = home.opens_exactly(&format!("/people/{person}/today")).await;
        let text = page.is(404).text();
        // All but the number that can be quoted.
        text.split("class=\"id\"").next().unwrap().to_owned()
    };
    let locked = told(&house.home, &house.ana.to_string()).await;
    assert_eq!(told(&house.home, nobody).await, locked);
    opens(&mut house.home, nobody.parse().unwrap(), HERS).await.is(404);
}

/// Every address of a person, asked in a browser about somebody: what is answered, up to the number that can be quoted.
async fn answers(
    home: &Home,
    person: &str,
    thing: &str,
) -> Vec<(&'static str, &'static str, u16, String)> {
    let mut all = Vec::new();
    for address in ADDRESSES.iter().filter(|address| address.is_of_person()) {
        let path = address.path.replace("{person}", person);
        let path = path.replace("{id}", thing).replace(['{', '}'], "");
        for (method, _) in address.calls {
            let asked = Request::builder()
                .method(Method::from_bytes(method.to_uppercase().as_bytes()).unwrap())
                .uri(&path)
                .header("sec-fetch-site", "same-origin")
                .header("content-type", "application/x-www-form-urlencoded")
                .body(Body::empty())
                .unwrap();
            let answer = home.asks(asked).await;
            let told = answer.text().split("class=\"id\"").next().unwrap().to_owned();
            all.push((*method, address.path, answer.status.as_u16(), told));
        }
    }
    all
}

#[tokio::test]
async fn a_locked_record_and_one_that_never_was_answer_alike_at_every_address() {
    let mut house = house().await;
    let photo = put(&house.home, house.ana, "front", 3).await.to_string();
    let nobody = "01a208ae-aefe-7d5e-a82b-e682c5e328b5";
    house.home.person = None;
    for cookie in [house.home.cookie_now(), house.his.clone()] {
        house.home.takes_cookie(&cookie);
        let locked = answers(&house.home, &house.ana.to_string(), &photo).await;
        assert!(locked.len() > 60, "{}", locked.len());
        let unknown = answers(&house.home, nobody, &photo).await;
        for (locked, unknown) in locked.iter().zip(&unknown) {
            assert_eq!(locked, unknown);
            assert_eq!(locked.2, 404, "{} {}", locked.0, locked.1);
        }
        // Somebody else without a passphrase is there, of whom this thing is not.
        let open = answers(&house.home, &house.ben.to_string(), &photo).await;
        let read =
            open.iter().filter(|(method, path, ..)| *method == "get" && !path.contains("{id}"));
        let found = read.filter(|(_, _, status, _)| matches!(status, 200 | 303)).count();
        assert!(found > 15, "{found}");
        assert!(open.iter().all(|(.., status, _)| !matches!(status, 401 | 500..)), "{open:?}");
    }
}

#[tokio::test]
async fn another_persons_page_is_told_in_the_readers_words_and_the_records_time() {
    let mut house = house_in(entered_with_every_language().await).await;
    let wishes = |name, language, theme, zone| {
        [("name", name), ("language", language), ("theme", theme), ("variant", ""), ("zone", zone)]
    };
    house.home.takes_cookie(&house.hers);
    house.home.person = Some(house.ana);
    house.home.posts("/more/wishes", &wishes("Ana", "en-XA", "dark", "Asia/Tokyo")).await.is(303);
    house.home.takes_cookie(&house.his);
    house.home.person = Some(house.ben);
    house.home.posts("/more/wishes", &wishes("Ben", "en", "light", "Europe/Paris")).await.is(303);
    let own = house.home.opens("/more").await;
    own.is(200)
        .sees("lang=\"en\" data-theme=\"light\"")
        .sees("class=\"whose\"")
        .misses("Europe/Paris");
    own.sees(">Ben</span>").sees("href=\"/people\"");
    house.home.takes_cookie(&house.hers);
    let others = house.home.opens("/more").await;
    others
        .is(200)
        .sees("lang=\"en-XA\" data-theme=\"dark\"")
        .sees(">Ben</span>")
        .sees("Europe/Paris");
    house
        .home
        .opens("/people")
        .await
        .sees("lang=\"en-XA\" data-theme=\"dark\"")
        .misses("class=\"whose\"");
    house.home.person = Some(house.ana);
    house.home.opens("/more").await.sees(">Ana</span>").misses("Asia/Tokyo");
}

/// A browser that was let in where the language that is none is offered.
async fn entered_with_every_language() -> Home {
    let mut home = Home::with(|settings| settings.pseudo = true).await;
    home.enters().await;
    home
}

#[tokio::test]
async fn a_page_of_the_only_person_does_not_say_whose_it_is() {
    let home = Home::new().await;
    home.opens("/more").await.is(200).misses("class=\"whose\"");
}

#[tokio::test]
async fn closing_other_browsers_closes_those_of_whoever_presses() {
    let mut house = house().await;
    opens(&mut house.home, house.ana, HERS).await.is(303);
    let second = house.home.cookie_now();
    house.home.takes_cookie(&house.hers);
    house.home.person = Some(house.ana);
    house.home.posts("/more/security/close", &[]).await.is(303);
    house.home.opens("/more").await.is(200);
    house.home.takes_cookie(&second);
    house.home.opens("/more").await.is(401);
    house.home.takes_cookie(&house.his);
    house.home.person = Some(house.ben);
    house.home.opens("/more").await.is(200);
}

#[tokio::test]
async fn the_list_asks_for_the_passphrase_and_the_right_one_makes_the_browser_theirs() {
    let mut house = house().await;
    house.home.person = None;
    let list = house.home.opens("/people").await;
    let asks = format!("/people?open={}", house.ana);
    list.sees(&asks).sees("Opens with a passphrase").misses("is here");
    house.home.opens(&asks).await.is(200).sees("Your passphrase");
    opens(&mut house.home, house.ana, WRONG).await.is(422).sees("That is not the passphrase");
    let first = format!("/people/{}/screening", house.ana);
    house.home.opens(&first).await.is(404);
    let opened = opens(&mut house.home, house.ana, HERS).await;
    assert_eq!(opened.redirect().unwrap(), first);
    house.home.follows(&first).await.is(200);
    house.home.opens("/people").await.misses(&asks).sees("is here");
    let locked = house.home.posts("/lock", &[]).await;
    assert_eq!(locked.redirect().unwrap(), "/people");
    house.home.opens(&first).await.is(404);
    house.home.opens("/people").await.sees(&asks);
}

/// Somebody who has a copy of the cookie is not let in along with whoever types their passphrase.
#[tokio::test]
async fn with_a_passphrase_a_browser_is_let_in_anew_and_its_cookie_of_before_ends() {
    let mut house = house().await;
    house.home.person = None;
    let copied = house.home.cookie_now();
    opens(&mut house.home, house.ana, HERS).await.is(303);
    let hers = house.home.cookie_now();
    house.home.takes_cookie(&copied);
    house.home.opens("/people").await.is(401);
    house.home.takes_cookie(&hers);
    let entered = house.home.posts("/enter", &[("passphrase", HERS)]).await;
    house.home.opens("/people").await.is(401);
    house.home.keeps_cookie(&entered);
    house.home.opens("/people").await.is(200);
}

#[tokio::test]
async fn a_passphrase_on_the_list_is_tried_as_seldom_as_at_the_door() {
    let mut house = house().await;
    for _ in 0..5 {
        opens(&mut house.home, house.ana, WRONG).await.is(422);
    }
    opens(&mut house.home, house.ana, HERS).await.is(429);
    house.home.waits(SignedDuration::from_mins(2));
    opens(&mut house.home, house.ana, HERS).await.is(303);
}

#[tokio::test]
async fn a_record_without_a_passphrase_opens_for_everybody_and_needs_none() {
    let mut house = house().await;
    house.home.person = None;
    let first = format!("/people/{}/screening", house.ben);
    house.home.opens("/people").await.sees(&first);
    let opened = opens(&mut house.home, house.ben, "").await;
    assert_eq!(opened.redirect().unwrap(), first);
    for cookie in [house.home.cookie_now(), house.hers, house.his] {
        house.home.takes_cookie(&cookie);
        house.home.follows(&first).await.is(200);
    }
}

#[tokio::test]
async fn the_first_passphrase_shuts_the_browsers_that_were_taken_for_the_person() {
    let mut home = Home::new().await;
    let (ana, shared) = (home.person.unwrap(), home.cookie_now());
    let handed = home.posts("/more/security/let-in", &[]).await.text();
    home.enters().await;
    sets(&home, HERS).await;
    home.opens("/more").await.is(200);
    home.takes_cookie(&shared);
    home.opens("/more").await.is(401);
    let key = handed.split("/enter?key=").nth(1).unwrap().split('<').next().unwrap();
    home.opens(&format!("/enter?key={key}")).await.is(401);
    assert!(home.app.store().passphrase(Actor::Person(ana)).await.unwrap().is_some());
}

#[tokio::test]
async fn a_browser_that_is_let_in_by_somebody_is_theirs_too() {
    let mut house = house().await;
    house.home.takes_cookie(&house.hers);
    house.home.person = Some(house.ana);
    let page = house.home.posts("/more/security/let-in", &[]).await.text();
    let key = page.split("/enter?key=").nth(1).unwrap().split('<').next().unwrap();
    let entered = house.home.opens(&format!("/enter?key={key}")).await;
    house.home.keeps_cookie(&entered);
    assert_ne!(house.home.cookie_now(), house.hers);
    house.home.opens("/more").await.is(200);
}

#[tokio::test]
async fn a_copy_of_everything_is_for_who_may_open_everything() {
    let mut house = house().await;
    house.home.person = Some(house.ben);
    let fields = [("passphrase", WRONG), ("again", WRONG), ("with_key", "yes")];
    house.home.posts("/more/backup", &fields).await.is(409).sees("passphrase of their own");
    house.home.opens("/more/data").await.is(200).misses("with_key").sees("needlewise backup FILE");
    house.home.takes_cookie(&house.hers);
    house.home.opens("/more/data").await.is(200).sees("with_key");
    house.home.posts("/more/backup", &fields).await.is(200);
}

#[tokio::test]
async fn what_somebody_known_does_and_reads_elsewhere_is_under_their_name() {
    let mut house = house().await;
    let actors = async |home: &Home, person| {
        let journal = home.app.store().journal(person).await.unwrap();
        journal.into_iter().map(|row| row.actor).collect::<Vec<_>>()
    };
    house.home.person = Some(house.ben);
    house.home.opens("/screening/goals").await.is(200);
    house.home.posts("/screening/goals", &[("goals", "acne-scars"), ("areas", "cheeks")]).await;
    let ben = Actor::Person(house.ben);
    assert!(!actors(&house.home, house.ben).await.contains(&Actor::Person(house.ana)));
    assert!(house.home.app.store().readings(house.ben).await.unwrap().is_empty(), "taken for him");
    house.home.takes_cookie(&house.hers);
    house.home.opens("/screening/goals").await.is(200);
    house.home.opens("/screening/goals").await.is(200);
    let readings = house.home.app.store().readings(house.ben).await.unwrap();
    assert_eq!(
        readings.iter().map(|row| row.actor).collect::<Vec<_>>(),
        [Actor::Person(house.ana)]
    );
    let before = actors(&house.home, house.ben).await.len();
    let wishes = [("name", "Ben"), ("language", "en"), ("theme", "system"), ("variant", "")];
    let wishes = [&wishes[..], &[("zone", "Europe/Paris")]].concat();
    house.home.posts("/more/wishes", &wishes).await.is(303);
    let all = actors(&house.home, house.ben).await;
    assert!(all.len() > before && all.contains(&Actor::Person(house.ana)) && all.contains(&ben));
}

#[tokio::test]
async fn addresses_of_earlier_versions_lead_to_no_locked_record() {
    let mut home = Home::new().await;
    sets(&home, HERS).await;
    home.enters().await;
    assert_eq!(home.opens_exactly("/today").await.redirect().unwrap(), "/");
    assert_eq!(home.opens_exactly("/").await.redirect().unwrap(), "/people");
}

/// The statuses of some pages for somebody who works in a clinic, with a record of nobody's passphrase.
async fn as_staff(role: StaffRole, paths: [&str; 4]) -> [u16; 4] {
    let mut home = Home::new().await;
    home.posts("/screening/goals", &[("goals", "acne-scars"), ("areas", "cheeks")]).await;
    let (store, by) = (home.app.store(), testhouse::by(&home));
    let kim = Staff { role, ..teststore::full::staff("Kim", true) };
    let kim = store.add_to_clinic(by, Id::new(home.now()), &kim).await.unwrap();
    let token = Sha256::digest([7; 32]).into();
    let reader = Reader::default();
    store.open_login(by, &token, Actor::Staff(kim.id), &reader).await.unwrap();
    home.takes_cookie(&format!("needlewise-8750={}", "07".repeat(32)));
    let mut all = [0; 4];
    for (status, path) in all.iter_mut().zip(paths) {
        *status = home.opens(path).await.status.as_u16();
    }
    all
}

/// What docs/roles.md says of each, at the pages themselves.
#[tokio::test]
async fn what_a_role_may_not_do_is_not_there_for_it() {
    let paths = ["/answers", "/photos", "/more/data", "/more/erase"];
    for (role, expected) in [
        (StaffRole::Reception, [404, 404, 404, 404]),
        (StaffRole::Practitioner, [200, 200, 404, 404]),
        (StaffRole::Prescriber, [200, 200, 404, 404]),
        (StaffRole::Manager, [404, 404, 200, 200]),
    ] {
        assert_eq!(as_staff(role, paths).await, expected, "{role:?}");
    }
}
