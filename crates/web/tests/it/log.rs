//! The log: everything in order, each way to look at it, the journal, and the table for spreadsheets.

use care::verdict::VerdictKind;
use care::words::{Flag, Level, Sign, Word as _};
use store::records::{Done, Photo, Programme, ProtocolName, Screening, Session};
use store::{Actor, By, Id};
use testhouse::{by, checkin, hours, lived_in, profile, session};
use teststore::plain;

fn screening(on: &str) -> Screening {
    Screening {
        answers: [("pregnancy".to_owned(), "yes".into())].into(),
        verdict: VerdictKind::WaitUntil,
        until: Some("2027-03-01".parse().unwrap()),
        protocol: ProtocolName {
            name: "The protocol".into(),
            version: "1.2".into(),
            variant: None,
        },
        ..plain::screening(on.parse().unwrap())
    }
}

/// Places of texts on a page, which have to rise.
fn in_order(page: &str, texts: &[&str]) {
    let places: Vec<usize> = texts
        .iter()
        .map(|text| page.find(text).unwrap_or_else(|| panic!("{text} is not on the page:\n{page}")))
        .collect();
    assert!(places.is_sorted(), "{texts:?} stand at {places:?}");
}

#[tokio::test]
async fn an_empty_log_says_what_will_stand_there() {
    let (ana, _) = lived_in().await;
    ana.opens("/log").await.is(200).sees("Nothing here yet").sees("by itself");
    ana.opens("/log?show=sessions").await.sees("Your sessions will be listed here");
    ana.opens("/log?show=nonsense&page=-3").await.is(200).sees("Nothing here yet");
    ana.opens("/log.csv").await.is(200).sees("kind,at,session,day");
}

#[tokio::test]
async fn a_session_of_today_is_named_on_the_log() {
    let (ana, person) = lived_in().await;
    let done = Done { length_mm: 0.3, ..plain::done(ana.now()) };
    plain::keep(ana.app.store(), person, ana.now(), &Session::Done(done)).await;
    let page = ana.opens("/log").await;
    page.is(200).says_with("log-session", &[("n", 1.into())]).is_silent_on("log-none");
}

#[tokio::test]
async fn everything_stands_there_newest_first() {
    let (ana, person) = lived_in().await;
    let store = ana.app.store();
    let at = |back: i64| By { actor: Actor::Owner, at: hours(&ana, -back) };
    let ago = |back: i64| hours(&ana, -back);
    store.add(at(300), person, Id::new(ago(300)), &screening("2026-11-22")).await.unwrap();
    let programme = Programme {
        protocol: screening("2026-11-22").protocol,
        ..plain::programme("2026-11-28".parse().unwrap(), Id::new(ago(300)))
    };
    let begun = store.add(at(299), person, Id::new(ago(299)), &programme).await.unwrap();
    let moved = Programme { first: "2026-11-29".parse().unwrap(), ..programme };
    let moved = store.change(at(290), &begun, moved).await.unwrap();
    let (on, reason) = ("2026-11-28".parse().unwrap(), Some("a cold".parse().unwrap()));
    let missed = Session::Missed { on, reason, programme: None };
    store.add(at(150), person, Id::new(ago(150)), &missed).await.unwrap();
    let (on, reason) = ("2026-11-27".parse().unwrap(), Some("a feast".parse().unwrap()));
    let skipped = Session::Skipped { on, reason, programme: Some(Id::new(ago(299))) };
    let skipped = store.add(at(160), person, Id::new(ago(160)), &skipped).await.unwrap().id;
    let done = session(&ana, person, hours(&ana, -48)).await;
    checkin(&ana, person, done, hours(&ana, -24), &[(Sign::Redness, 2)], &[], None).await;
    for (back, view) in [(3, "front"), (2, "left")] {
        let photo = Photo { session: Some(done), ..plain::photo(hours(&ana, -back), view) };
        store
            .add_photo(at(back), person, Id::new(ago(back)), &photo, vec![1], vec![2])
            .await
            .unwrap();
    }
    let begun = Session::Begun {
        at: hours(&ana, -1),
        screening: Id::new(ago(300)),
        programme: None,
        cream_at: None,
        zones: Vec::new(),
        before: store::records::Scores::new(),
    };
    store.add(at(1), person, Id::new(ago(1)), &begun).await.unwrap();
    let page = ana.opens("/log").await;
    in_order(
        &page.text(),
        &[
            "<h2>Today",
            "Session day begun",
            "2 photos",
            "Front · Left side",
            "<h2>Yesterday",
            "Check-in, day 1 after session 1",
            "Redness 2",
            "Session 1",
            "Cheeks, Forehead · 0.5 mm · 4 passes",
            "Rested instead of a session",
            "a cold",
            "a feast",
            "Programme moved",
            "First session from Sun 29 Nov",
            "Programme begun",
            "Not now: wait until 1 March 2027.",
        ],
    );
    page.sees(&format!("/session/{done}")).sees("/photos#day-2026-12-05");
    ana.opens(&format!("/session/{skipped}")).await.sees("Rest is part of the programme");
    store
        .change(
            by(&ana),
            &moved,
            Programme { ended: Some("2026-12-05".parse().unwrap()), ..moved.record.clone() },
        )
        .await
        .unwrap();
    ana.opens("/log").await.sees("Programme ended").misses("Programme moved");
    let sessions = ana.opens("/log?show=sessions").await;
    sessions
        .sees("Session 1")
        .sees("Rested")
        .misses("2 photos")
        .misses("Check-in, day")
        .misses("Not now");
    ana.opens("/log?show=check-ins").await.sees("Check-in, day 1").misses("0.5 mm");
    ana.opens("/log?show=photos").await.sees("2 photos").misses("0.5 mm");
}

#[tokio::test]
async fn a_check_in_is_judged_by_what_was_known_then() {
    let (ana, person) = lived_in().await;
    let done = session(&ana, person, hours(&ana, -24 * 5)).await;
    let first =
        checkin(&ana, person, done, hours(&ana, -24 * 4), &[(Sign::Redness, 3)], &[], None).await;
    let before = ana.opens("/log?show=check-ins").await.text();
    assert!(before.contains("level-expected"), "{before}");
    checkin(&ana, person, done, hours(&ana, -24), &[], &[Flag::Pus], None).await;
    let page = ana.opens("/log?show=check-ins").await;
    in_order(&page.text(), &["Pus", "level-same-day", "Redness 3", "level-expected"]);
    let first = ana.opens(&format!("/log/check-in/{first}")).await;
    first.is(200).sees("As expected").sees("Redness 3").sees("Who says so").misses("Pus can");
    let other = ana.app.store().add_person(by(&ana), &profile()).await.unwrap().id;
    let theirs = session(&ana, other, hours(&ana, -24 * 5)).await;
    let theirs = checkin(&ana, other, theirs, hours(&ana, -24), &[], &[], None).await;
    for id in [theirs.to_string(), Id::<Screening>::new(ana.now()).to_string(), "none".into()] {
        ana.opens(&format!("/log/check-in/{id}")).await.is(404);
    }
}

#[tokio::test]
async fn a_long_log_has_pages() {
    let (ana, person) = lived_in().await;
    let done = session(&ana, person, hours(&ana, -24 * 40)).await;
    for hour in 0..60 {
        checkin(&ana, person, done, hours(&ana, hour - 300), &[], &[], None).await;
    }
    let first = ana.opens("/log?show=check-ins").await;
    assert_eq!(first.text().matches("Check-in, day").count(), 50);
    first.sees("Page 1 of 2").sees("/log?show=check-ins&amp;page=2").misses("Newer");
    let last = ana.opens("/log?show=check-ins&page=2").await;
    assert_eq!(last.text().matches("Check-in, day").count(), 10);
    last.sees("Newer").misses("Older");
}

#[tokio::test]
async fn a_screening_stays_as_it_was_decided() {
    let (ana, person) = lived_in().await;
    let store = ana.app.store();
    let id = Id::new(ana.now());
    let mut kept = screening("2026-12-05");
    let finding = |rule: &str| store::Finding {
        rule: rule.into(),
        verdict: VerdictKind::WaitUntil,
        until: kept.until,
        answered: "as it was written".into(),
    };
    kept.findings = vec![finding("a-rule-of-old")];
    store.add(by(&ana), person, id, &kept).await.unwrap();
    let page = ana.opens(&format!("/log/screening/{id}")).await;
    page.is(200).sees("Not now: wait until 1 March 2027.").sees("The protocol 1.2");
    page.sees("a-rule-of-old")
        .sees("as it was written")
        .sees("This alone: not now, wait until 1 March 2027.");
    let other = store.add_person(by(&ana), &profile()).await.unwrap().id;
    let foreign = Id::new(hours(&ana, 1));
    store.add(by(&ana), other, foreign, &kept).await.unwrap();
    for id in [foreign.to_string(), Id::<Screening>::new(ana.now()).to_string(), "none".into()] {
        ana.opens(&format!("/log/screening/{id}")).await.is(404);
    }
}

#[tokio::test]
async fn the_journal_says_who_changed_what_and_can_be_checked() {
    let (ana, person) = lived_in().await;
    let done = session(&ana, person, hours(&ana, -24)).await;
    checkin(&ana, person, done, hours(&ana, -20), &[], &[], None).await;
    let page = ana.opens("/log/journal").await;
    page.is(200)
        .sees("Session added")
        .sees("Check-in added")
        .sees("Your details added")
        .sees("by you");
    page.misses("as they were written");
    let checked = ana.posts("/log/journal/verify", &[]).await;
    checked.is(200).sees("as they were written").sees("Session added");
    ana.opens("/log/journal/verify").await.is(404);
}

#[tokio::test]
async fn a_spreadsheet_gets_no_formulas() {
    let (ana, person) = lived_in().await;
    let done = session(&ana, person, hours(&ana, -24 * 3)).await;
    let evil = "=HYPERLINK(\"http://evil.example\",\"open\")";
    checkin(
        &ana,
        person,
        done,
        hours(&ana, -24 * 2),
        &[(Sign::Swelling, 1)],
        &[Flag::ColdSore],
        Some(evil),
    )
    .await;
    let file = ana.opens("/log.csv").await;
    assert!(file.headers["content-type"].to_str().unwrap().starts_with("text/csv"));
    assert!(file.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    let text = file.text();
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert_eq!(lines[0].split(',').count(), 21, "{text}");
    assert!(
        lines[1]
            .starts_with("session,2026-12-02T10:00:00+01:00,1,0,cheeks forehead,0.5,4,4,false,,"),
        "{text}"
    );
    assert!(lines[2].starts_with("check-in,2026-12-03T10:00:00+01:00,1,1,,,,,,,"), "{text}");
    assert!(lines[2].contains(",0,1,0,0,0,0,cold-sore,"), "{text}");
    let level = Level::find(lines[2].split(',').nth(10).unwrap()).unwrap();
    assert!(level >= Level::Contact, "{text}");
    assert!(
        lines[2].ends_with(",\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"open\"\")\",,"),
        "{text}"
    );
}
