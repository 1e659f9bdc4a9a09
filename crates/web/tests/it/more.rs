//! More: the menu, wishes, who is let in, the passphrase, and erasing everything.

use jiff::SignedDuration;
use testhouse::{Home, answered, lived_in, session, with_a_plan};

use crate::speaks::plain_words;

async fn wished(home: &Home, change: (&str, &str)) -> testhouse::Answer {
    let mut fields = vec![
        ("name", "Ana"),
        ("language", "en"),
        ("theme", "dark"),
        ("variant", "cautious"),
        ("zone", "Asia/Kathmandu"),
    ];
    fields.retain(|(name, _)| *name != change.0);
    fields.push(change);
    home.posts("/more/wishes", &fields).await
}

#[tokio::test]
async fn the_menu_shows_what_there_is() {
    let (home, person) = lived_in().await;
    home.opens("/more").await.sees("/more/wishes").sees("/more/feed").misses("aftercare.pdf");
    session(&home, person, home.now()).await;
    home.opens("/more").await.sees("aftercare.pdf");
}

#[tokio::test]
async fn wishes_are_kept_and_followed() {
    let (home, person) = lived_in().await;
    let page = home.opens("/more/wishes").await;
    page.is(200).sees("<option value=\"Europe/Paris\" selected>").sees("The cautious variant");
    page.misses("en-XA").misses("data-theme");
    assert_eq!(wished(&home, ("name", "Ana")).await.redirect().unwrap(), "/more?did=saved");
    let kept = home.app.store().find_person(person).await.unwrap().unwrap().record;
    assert_eq!((kept.name.as_deref(), kept.zone.as_str()), (Some("Ana"), "Asia/Kathmandu"));
    assert_eq!((kept.wishes.dark, kept.wishes.variant.as_deref()), (Some(true), Some("cautious")));
    assert_eq!(kept.areas, testhouse::profile().areas, "the rest is untouched");
    home.opens("/more/wishes").await.sees("data-theme=\"dark\"").sees("value=\"Ana\"");
    home.opens("/protocol").await.sees("needlewise+cautious");
    let back = [("language", "en"), ("theme", "system"), ("variant", ""), ("zone", "europe/paris")];
    home.posts("/more/wishes", &back).await.is(303);
    let kept = home.app.store().find_person(person).await.unwrap().unwrap().record;
    assert_eq!((kept.name, kept.zone.as_str()), (None, "Europe/Paris"));
    assert_eq!((kept.wishes.dark, kept.wishes.variant), (None, None));
}

#[tokio::test]
async fn wishes_that_cannot_be_are_said_and_nothing_is_kept() {
    let (home, person) = lived_in().await;
    let before = home.app.store().find_person(person).await.unwrap();
    let long = "a".repeat(81);
    for (change, said) in [
        (("zone", "Europe/Atlantis"), "time zone is not known"),
        (("zone", ""), "time zone is not known"),
        (("language", "xx"), "language is not there"),
        (("language", "en-XA"), "language is not there"),
        (("theme", "pink"), "Choose light, dark"),
        (("variant", "reckless"), "protocol is not there"),
        (("name", long.as_str()), "80 letters fit"),
    ] {
        wished(&home, change).await.is(422).sees(said).sees("action=\"/more/wishes\"");
    }
    assert_eq!(home.app.store().find_person(person).await.unwrap(), before);
    wished(&home, ("zone", "Europe/Atlantis")).await.sees("value=\"Ana\"");
}

#[tokio::test]
async fn the_pseudo_language_changes_every_word() {
    let mut home = Home::with(|settings| settings.pseudo = true).await;
    let by = testhouse::by(&home);
    let person = home.app.store().add_person(by, &testhouse::profile()).await.unwrap().id;
    home.enters().await;
    session(&home, person, home.now()).await;
    wished(&home, ("language", "en-XA")).await.is(303);
    for path in [
        "/more",
        "/more/wishes",
        "/more/security",
        "/more/data",
        "/more/erase",
        "/more/feed",
        "/protocol",
        "/protocol/sources",
        "/protocol/rule",
        "/protocol/question",
        "/protocol/entry/rule/keloid",
        "/protocol/entry/cream",
        "/protocol/entry/judge",
        "/protocol?q=ana",
    ] {
        let answer = home.opens(path).await;
        let text = answer.text();
        let words = plain_words(&text);
        assert!(words.is_empty(), "{path}: {words:?}");
    }
}

#[tokio::test]
async fn another_browser_is_let_in_once_and_shown_out_again() {
    let (mut home, _) = lived_in().await;
    let page = home.posts("/more/security/let-in", &[]).await;
    page.is(200).sees("shown this once");
    let text = page.text();
    let at = text.find("/enter?key=").unwrap();
    let path = text[at..].split('<').next().unwrap().to_owned();
    let own = home.opens("/more").await;
    own.is(200);
    let mine = home.cookie_now();
    home.takes_cookie("");
    let phone = home.opens(&path).await;
    home.keeps_cookie(&phone);
    home.opens("/more").await.is(200);
    let theirs = home.cookie_now();
    home.takes_cookie(&mine);
    let closed = home.posts("/more/security/close", &[]).await;
    assert_eq!(closed.redirect().unwrap(), "/more/security?did=closed");
    home.opens("/more/security?did=closed").await.is(200).sees("Your other browsers are closed");
    home.takes_cookie(&theirs);
    home.opens("/more").await.is(401);
}

#[tokio::test]
async fn the_passphrase_is_set_changed_and_removed() {
    let (home, _) = lived_in().await;
    let set = |fields: Vec<(&'static str, &'static str)>| {
        let home = &home;
        async move { home.posts("/more/security/passphrase", &fields).await }
    };
    home.opens("/more/security").await.sees("There is none").misses("so far");
    set(vec![("new", "short"), ("again", "short")]).await.is(422).sees("at least 12 letters");
    set(vec![("new", "password1234"), ("again", "password1234")])
        .await
        .is(422)
        .sees("easy to guess")
        .misses("password1234");
    set(vec![("new", "a long passphrase"), ("again", "another passphrase")])
        .await
        .is(422)
        .sees("not the same");
    assert_eq!(passphrase(&home).await, None);
    let done = set(vec![("new", "a long passphrase"), ("again", "a long passphrase")]).await;
    assert_eq!(done.redirect().unwrap(), "/more/security?did=set");
    home.opens("/more/security?did=set").await.sees("The passphrase is set").sees("so far");
    let first = passphrase(&home).await.unwrap();
    assert!(web::guard::passphrase::fits("a long passphrase", &first));
    let new = [("new", "a newer passphrase"), ("again", "a newer passphrase")];
    set([&new[..], &[("old", "wrong")]].concat()).await.is(422).sees("not the passphrase so far");
    set(new.to_vec()).await.is(422);
    assert_eq!(passphrase(&home).await.unwrap(), first);
    set([&new[..], &[("old", "a long passphrase")]].concat()).await.is(303);
    let second = passphrase(&home).await.unwrap();
    assert!(web::guard::passphrase::fits("a newer passphrase", &second));
    set(vec![("old", "wrong"), ("remove", "yes")]).await.is(422);
    set(vec![("old", "a newer passphrase"), ("remove", "yes")]).await.is(303);
    assert_eq!(passphrase(&home).await, None);
}

#[tokio::test]
async fn the_old_passphrase_cannot_be_guessed_at_speed() {
    let (home, _) = lived_in().await;
    let both = [("new", "a long passphrase"), ("again", "a long passphrase")];
    home.posts("/more/security/passphrase", &both).await.is(303);
    for _ in 0..6 {
        home.posts("/more/security/passphrase", &[("old", "wrong")]).await;
    }
    home.posts("/more/security/passphrase", &[("old", "a long passphrase")]).await.is(429);
    home.waits(SignedDuration::from_mins(2));
    let removed = [("old", "a long passphrase"), ("remove", "yes")];
    home.posts("/more/security/passphrase", &removed).await.is(303);
}

#[tokio::test]
async fn the_passphrase_stays_while_other_machines_can_reach_this_one() {
    let mut home = Home::with(|settings| settings.listen = "0.0.0.0:8750".parse().unwrap()).await;
    let address = home.app.entry_address().await.unwrap();
    let entered = home.opens(&address[address.find("/enter").unwrap()..]).await;
    home.keeps_cookie(&entered);
    home.starts().await;
    let both = [("new", "a long passphrase"), ("again", "a long passphrase")];
    home.posts("/more/security/passphrase", &both).await.is(303);
    home.opens("/more/security").await.misses("name=\"remove\"");
    let remove = [("old", "a long passphrase"), ("remove", "yes")];
    home.posts("/more/security/passphrase", &remove)
        .await
        .is(422)
        .sees("listens to other machines");
    assert!(passphrase(&home).await.is_some());
}

#[tokio::test]
async fn everything_can_be_taken_along_and_read_in_elsewhere() {
    let (home, person) = lived_in().await;
    session(&home, person, home.now()).await;
    home.opens("/more/data").await.sees("action=\"/more/export\"");
    let zip = home.posts("/more/export", &[]).await;
    zip.is(200);
    assert_eq!(zip.headers["content-type"], "application/zip");
    assert_eq!(zip.headers["cache-control"], "no-store");
    let name = zip.headers["content-disposition"].to_str().unwrap();
    assert_eq!(name, "attachment; filename=\"needlewise-2026-12-05.zip\"");
    assert!(zip.body.starts_with(b"PK") && zip.text().contains("aftercare.pdf"));
    let elsewhere = Home::new().await;
    let by = testhouse::by(&elsewhere);
    let read = store::port::import(elsewhere.app.store(), by, &zip.body).await.unwrap();
    let (here, there) = (home.app.store(), elsewhere.app.store());
    assert_eq!(here.find_person(person).await.unwrap(), there.find_person(read).await.unwrap());
    let sessions = here.list::<store::Session>(person).await.unwrap();
    assert_eq!(sessions, there.list::<store::Session>(read).await.unwrap());
}

#[tokio::test]
async fn erasing_needs_the_word_and_leaves_nothing() {
    let (home, person) = lived_in().await;
    session(&home, person, home.now()).await;
    home.opens("/more/data")
        .await
        .is(200)
        .sees("needlewise backup")
        .sees("/more/erase")
        .sees("No backup was made");
    let noted = r#"{"made":"2026-12-05T07:30:00Z","journal":4}"#;
    std::fs::write(home.folder().join("last-backup.json"), noted).unwrap();
    home.opens("/more/data").await.sees("tested: today 08:30");
    home.opens("/more/erase").await.is(200).sees("Backups made before").sees("“erase”");
    home.posts("/more/erase", &[("word", "yes")])
        .await
        .is(422)
        .sees("Nothing was erased")
        .sees("value=\"yes\"");
    assert!(home.app.store().find_person(person).await.unwrap().is_some());
    let gone = home.posts("/more/erase", &[("word", " Erase ")]).await;
    let farewell = format!("/farewell/{person}");
    assert_eq!(gone.redirect().unwrap(), farewell);
    assert!(gone.headers["clear-site-data"].to_str().unwrap().contains("cache"));
    home.opens(&farewell).await.is(200).sees("Everything of yours is erased");
    assert!(home.app.store().find_person(person).await.unwrap().is_none());
    assert!(home.app.store().list::<store::Session>(person).await.unwrap().is_empty());
    home.opens("/more/data").await.is(404);
    home.opens("/").await.is(200).sees("Start");
}

/// A file that says when it is to be written, and takes nothing until whoever lets it hangs up.
struct Stuck(std::sync::mpsc::Sender<()>, std::sync::mpsc::Receiver<()>);

impl std::io::Write for Stuck {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.send(()).ok();
        self.1.recv().ok();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A backup reads what was there before: then the page doesn't say that everything is gone.
#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_that_somebody_holds_up_is_called_complete_only_when_it_is() {
    let (home, person) = lived_in().await;
    session(&home, person, home.now()).await;
    let ((tell, told), (let_it, stuck)) = (std::sync::mpsc::channel(), std::sync::mpsc::channel());
    let store = home.app.store().clone();
    let chosen = store::NewPassphrase::new("a long passphrase", []).unwrap();
    let lock = store::backup::Lock::passphrase(&chosen);
    let contents = store::backup::Contents { made: home.now(), key: None };
    let backup = tokio::spawn(async move {
        store::backup::write(&store, Stuck(tell, stuck), lock, contents).await.map(drop)
    });
    tokio::task::block_in_place(|| told.recv()).unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    home.posts("/more/erase", &[("word", "erase")]).await;
    home.opens(&format!("/farewell/{person}")).await.is(200).sees("its last traces not yet");
    drop(let_it);
    backup.await.unwrap().unwrap();
    home.opens(&format!("/farewell/{person}")).await.is(200).sees("Everything of yours is erased");
}

#[tokio::test]
async fn nobody_is_bid_farewell_who_is_still_here() {
    let (home, person) = lived_in().await;
    assert_eq!(home.opens(&format!("/farewell/{person}")).await.redirect().unwrap(), "/");
}

#[tokio::test]
async fn a_backup_from_the_page_opens_with_its_passphrase() {
    let (ana, person) = with_a_plan(answered(), "2026-12-05").await;
    let fields =
        |again| [("passphrase", "a long passphrase"), ("again", again), ("with_key", "yes")];
    ana.posts("/more/backup", &fields("another one, mistyped")).await.is(422).sees("again");
    ana.posts("/more/backup", &[("passphrase", "short"), ("again", "short")]).await.is(422);
    let answer = ana.posts("/more/backup", &fields("a long passphrase")).await;
    answer.is(200);
    let name = answer.headers["content-disposition"].to_str().unwrap();
    assert!(name.contains("needlewise-") && name.contains(".backup"), "{name}");
    let unlock = store::backup::Unlock::passphrase("a long passphrase".into());
    let bytes = std::io::Cursor::new(answer.body.clone());
    let report = store::backup::verify(bytes, unlock, None).await.unwrap();
    assert_eq!(report.people, 1);
    ana.opens("/more/data").await.sees("The last backup that was tested");
    assert!(ana.app.store().find_person(person).await.unwrap().is_some());
}

/// A download that broke off is no backup that anybody has.
#[tokio::test]
async fn a_backup_whose_download_broke_off_is_not_called_the_last() {
    let (ana, _) = with_a_plan(answered(), "2026-12-05").await;
    let form = "passphrase=a+long+passphrase&again=a+long+passphrase";
    let request = axum::http::Request::post(ana.place("/more/backup"))
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(axum::body::Body::from(form))
        .unwrap();
    let begun = ana.asks_only(request).await;
    assert_eq!(begun.status(), 200);
    drop(begun);
    assert_eq!(store::backup::last_verified(ana.app.store()).await.unwrap(), None);
}

/// The only one there is.
async fn passphrase(home: &Home) -> Option<String> {
    let known = home.app.store().passphrases().await.unwrap().pop();
    known.and_then(|(_, known)| known.phc().map(str::to_owned))
}
