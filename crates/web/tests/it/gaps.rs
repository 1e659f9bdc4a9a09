//! One damaged thing closes one thing: pages of a record with an entry that was changed past it, deleted, or put back.

use care::words::{Flag, Sign};
use store::records::{KeptDay, Photo};
use store::{PersonId, SessionId};
use testhouse::{Home, answered, checkin, hours, lived_in, session, with_a_plan};
use teststore::{Intruder, plain};

/// Pages on which something is decided, planned or judged.
const DECIDED: [&str; 9] = [
    "/plan",
    "/verdict",
    "/session",
    "/session/begin",
    "/results",
    "/today/day/1",
    "/today/product/retinoid",
    "/more/aftercare.pdf",
    "/verdict/reminder.ics",
];
/// Pages that only show or keep something.
const SHOWN: [&str; 12] = [
    "/today",
    "/screening/skin",
    "/log",
    "/log?show=check-ins",
    "/log/journal",
    "/log/gaps",
    "/photos",
    "/photos/new",
    "/session/new",
    "/more",
    "/more/data",
    "/protocol",
];

/// Somebody whose skin is calm on the day after a session.
async fn calm() -> (Home, PersonId, SessionId) {
    let (ana, person) = with_a_plan(answered(), "2026-12-01").await;
    let done = session(&ana, person, hours(&ana, -30)).await;
    checkin(&ana, person, done, hours(&ana, -2), &[(Sign::Redness, 0)], &[], None).await;
    (ana, person, done)
}

async fn bends(ana: &Home, sql: &str) {
    Intruder::bends(ana.record(), sql).await;
}

#[tokio::test]
async fn while_a_check_in_is_missing_nothing_is_decided_and_everything_else_is_there() {
    let (ana, ..) = calm().await;
    ana.opens("/today").await.is(200).sees("class=\"calm\"").is_silent_on("gaps-note-next");
    bends(&ana, "DELETE FROM checkin").await;
    for path in DECIDED {
        let page = ana.opens(path).await;
        page.is(503).says("problem-gaps-what").says("problem-gaps-next");
    }
    for path in SHOWN {
        let page = ana.opens(path).await;
        page.is(200).says("gaps-note-decides").sees("href=\"/log/gaps\"");
    }
    let today = ana.opens("/today").await;
    today.says("today-unknown").says("today-unknown-call").misses("class=\"calm\"");
    ana.opens("/log/gaps").await.says("log-thing-checkin").says("damaged-missing");
}

#[tokio::test]
async fn whatever_decides_closes_the_plan_in_whatever_way_it_is_damaged() {
    for (table, sql) in [
        ("screening", "DELETE FROM screening"),
        ("programme", "UPDATE programme SET created = created - 1"),
        ("session", "UPDATE session SET sealed = zeroblob(90)"),
        ("kept_day", "UPDATE kept_day SET version = 9"),
    ] {
        let (ana, person, _) = calm().await;
        let kept = KeptDay { on: "2026-12-24".parse().unwrap(), days_before: None, name: None };
        plain::keep(ana.app.store(), person, ana.now(), &kept).await;
        ana.opens("/plan").await.is(200);
        bends(&ana, sql).await;
        ana.opens("/plan").await.is(503).says("problem-gaps-why");
        ana.opens("/today").await.is(200).says("today-unknown");
        let noted = format!("log-thing-{table}");
        ana.opens("/log/gaps").await.says(&noted);
    }
}

#[tokio::test]
async fn a_warning_sign_that_can_be_read_stays_and_one_can_be_added() {
    let (ana, person, done) = calm().await;
    checkin(&ana, person, done, hours(&ana, -1), &[], &[Flag::SwollenFace], None).await;
    ana.opens("/today").await.sees("level-emergency");
    bends(&ana, "DELETE FROM screening").await;
    ana.opens("/today").await.sees("level-emergency").says("today-unknown");

    let (ana, ..) = calm().await;
    bends(&ana, "DELETE FROM checkin").await;
    ana.opens("/today").await.misses("level-emergency");
    let kept = ana.posts_and_follows("/today/checkin", &[("flags", "swollen-face")]).await;
    kept.is(200).sees("level-emergency").says("today-unknown");
    let calm = ana.posts_and_follows("/today/checkin", &[("clear", "all")]).await;
    calm.is(200).misses("class=\"calm\"");
}

#[tokio::test]
async fn a_damaged_photograph_closes_only_that_photograph() {
    let (ana, person, _) = calm().await;
    let mut ids = Vec::new();
    for back in [5, 4] {
        let (at, photo) = (hours(&ana, -back), plain::photo(hours(&ana, -back), "front"));
        let by = plain::owner(at);
        let photo: Photo = photo;
        let store = ana.app.store();
        let kept = store.add_photo(by, person, store::Id::new(at), &photo, vec![1], vec![2]).await;
        ids.push(kept.unwrap().id);
    }
    bends(&ana, &format!("UPDATE photo SET full_size = 7 WHERE id = '{}'", ids[0])).await;
    let (lost, left) = (format!("/photos/{}", ids[0]), format!("/photos/{}", ids[1]));
    ana.opens(&lost).await.is(500).says("problem-damaged-what");
    ana.opens(&left).await.is(200);
    let photos = ana.opens("/photos").await;
    photos.is(200).sees(&left).misses(&lost).is_silent_on("gaps-note-decides");
    ana.opens("/plan").await.is(200).says("gaps-note-next");
    ana.opens("/today").await.is(200).sees("class=\"calm\"");
}

#[tokio::test]
async fn a_damaged_profile_closes_that_person_and_nobody_else() {
    let (mut ana, person) = lived_in().await;
    let other = ana.app.store().add_person(testhouse::by(&ana), &testhouse::profile()).await;
    bends(&ana, &format!("UPDATE person SET version = 9 WHERE id = '{person}'")).await;
    ana.opens("/today").await.is(500).says("problem-profile-what").says("problem-profile-why");
    ana.opens("/people").await.is(200).says("people-damaged");
    ana.person = Some(other.unwrap().id);
    ana.opens("/today").await.is(200).is_silent_on("gaps-note-next");
}

#[tokio::test]
async fn a_record_whose_only_profile_was_deleted_is_no_empty_one() {
    let (ana, _) = lived_in().await;
    bends(&ana, "DELETE FROM person").await;
    ana.opens("/").await.is(500).says("problem-profile-what").is_silent_on("people-start-go");
    ana.opens("/people").await.is(200).says("people-damaged");
}

/// Both go on without what is damaged; the backup says in itself what that was.
#[tokio::test]
async fn what_is_left_can_be_taken_along() {
    let (ana, ..) = calm().await;
    bends(&ana, "DELETE FROM checkin").await;
    let zip = ana.posts("/more/export", &[]).await;
    zip.is(200);
    let held = |needle: &[u8]| zip.body.windows(needle.len()).any(|window| window == needle);
    assert!(held(b"needlewise.json") && !held(b"aftercare.pdf"), "a sheet says when all is well");
    let words = [("passphrase", "correct horse battery"), ("again", "correct horse battery")];
    ana.posts("/more/backup", &words).await.is(200);
}

#[tokio::test]
async fn a_feed_holds_no_date_while_something_is_missing() {
    let (ana, ..) = calm().await;
    let page = ana.posts("/more/feed", &[]).await.text();
    let (_, rest) = page.split_once("/feed/").unwrap();
    let feed = format!("/feed/{}", rest.split(['"', '<', '&']).next().unwrap());
    ana.opens(&feed).await.is(200).sees("BEGIN:VEVENT");
    bends(&ana, "DELETE FROM checkin").await;
    ana.opens(&feed).await.is(200).sees("BEGIN:VCALENDAR").misses("BEGIN:VEVENT");
}
