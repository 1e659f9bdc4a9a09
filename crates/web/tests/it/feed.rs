//! The calendar feed: a secret address, neutral by default, stable for calendars that fetch it again and again.
//!
//! Feeds are also written under the target folder, where `tests/calendar/check-file` has three other programs read them.

use axum::body::Body;
use axum::http::Request;
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use serde_json::{Value, json};
use store::records::{Profile, Programme};
use store::{Entry, Id, PersonId};
use testhouse::{Answer, Home, answered, by, lived_in, session, with_a_plan};
use teststore::plain;

const FIRST: Date = date(2026, 12, 12);

/// Answers everything harmlessly, but for one question.
async fn answers(home: &Home, person: PersonId, question: &str, answer: Value) {
    let mut answers = plain::harmless();
    answers.insert(question.to_owned(), answer);
    let before = home.app.store().find_person(person).await.unwrap().unwrap();
    let profile = Profile { answers, ..before.record.clone() };
    home.app.store().change_person(by(home), &before, profile).await.unwrap();
}

/// A programme that begins a week from the start.
pub async fn planned(home: &Home, person: PersonId) -> Entry<Programme> {
    answers(home, person, "keloid", json!("no")).await;
    let store = home.app.store();
    let screening =
        plain::keep(store, person, home.now(), &plain::screening(date(2026, 12, 5))).await;
    let programme = plain::programme(FIRST, screening);
    store.add(by(home), person, Id::new(home.now()), &programme).await.unwrap()
}

/// Makes a feed; its path.
async fn make(home: &Home, titles: &str) -> String {
    let page = home.posts("/more/feed", &[("titles", titles)]).await;
    page.is(200).sees("shown this once");
    let text = page.text();
    let at = text.find("/feed/").unwrap();
    text[at..].split('<').next().unwrap().to_owned()
}

/// The same by a program that knows of dates alone.
async fn fetch_since(home: &Home, path: &str, since: &str) -> Answer {
    let request = Request::get(path).header("cookie", "").header("if-modified-since", since);
    home.sends(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_program_that_knows_of_dates_alone_is_told_that_nothing_changed() {
    let (home, person) = lived_in().await;
    planned(&home, person).await;
    let path = make(&home, "neutral").await;
    let since = fetch(&home, &path, None).await.headers["last-modified"].clone();
    let since = since.to_str().unwrap();
    fetch_since(&home, &path, since).await.is(304);
    fetch_since(&home, &path, "Sat, 12 Dec 2026 09:00:00 GMT").await.is(304);
    fetch_since(&home, &path, "Tue, 01 Dec 2026 09:00:00 GMT").await.is(200);
    fetch_since(&home, &path, "yesterday").await.is(200);
    home.waits(SignedDuration::from_hours(1));
    session(&home, person, home.now()).await;
    fetch_since(&home, &path, since).await.is(200);
}

#[tokio::test]
async fn a_tag_counts_before_a_date() {
    let (home, person) = lived_in().await;
    planned(&home, person).await;
    let path = make(&home, "neutral").await;
    let since = fetch(&home, &path, None).await.headers["last-modified"].clone();
    let request = Request::get(&path).header("cookie", "").header("if-modified-since", since);
    let other = request.header("if-none-match", "\"another\"").body(Body::empty()).unwrap();
    home.sends(other).await.is(200);
}

#[tokio::test]
async fn the_dates_are_a_file_to_download_from_the_plan_and_from_today() {
    let (before, _) = lived_in().await;
    before.opens("/plan").await.is_silent_on("feed-download");
    let (home, _) = with_a_plan(answered(), "2026-12-12").await;
    for page in ["/plan", "/today"] {
        home.opens(page).await.says("feed-download").sees("/plan/dates.ics");
    }
    let file = home.opens("/plan/dates.ics").await;
    file.is(200).sees("BEGIN:VCALENDAR").sees("SUMMARY:Appointment");
    assert_eq!(file.headers["content-disposition"], "attachment; filename=\"dates.ics\"");
    let path = make(&home, "plain").await;
    let (file, feed) = (home.opens("/plan/dates.ics").await, fetch(&home, &path, None).await);
    assert_eq!(file.text(), feed.text(), "what a feed says, with its titles");
}

#[tokio::test]
async fn its_address_is_that_of_the_name_that_was_said_whatever_a_proxy_asks_for() {
    let mut home = Home::with(|settings| settings.names = vec!["nas.test".into()]).await;
    let address = home.app.entry_address().await.unwrap();
    let entered = home.opens(&address[address.find("/enter").unwrap()..]).await;
    home.keeps_cookie(&entered);
    home.starts().await;
    let page = home.posts("/more/feed", &[("titles", "neutral")]).await;
    page.sees("http://nas.test/feed/").misses("http://127.0.0.1");
}

/// As a calendar program fetches it: no cookie.
async fn fetch(home: &Home, path: &str, tag: Option<&str>) -> Answer {
    let mut request = Request::get(path).header("cookie", "");
    if let Some(tag) = tag {
        request = request.header("if-none-match", tag);
    }
    home.sends(request.body(Body::empty()).unwrap()).await
}

fn keep(name: &str, answer: &Answer) {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("feeds");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}.ics")), &answer.body).unwrap();
}

fn lines<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let mut all: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix(name)).collect();
    all.sort_unstable();
    all
}

fn sequence(text: &str) -> u64 {
    lines(text, "SEQUENCE:")[0].parse().unwrap()
}

#[tokio::test]
async fn a_feed_is_neutral_unless_asked_otherwise() {
    let (home, person) = lived_in().await;
    planned(&home, person).await;
    let path = make(&home, "neutral").await;
    let feed = fetch(&home, &path, None).await;
    feed.is(200).sees("SUMMARY:Appointment").sees("SUMMARY:Reminder").sees("BEGIN:VTIMEZONE");
    assert_eq!(feed.headers["content-type"], "text/calendar; charset=utf-8");
    assert_eq!(feed.headers["cache-control"], "private, max-age=0, must-revalidate");
    let text = feed.text().to_lowercase();
    for word in ["needl", "roller", "session", "skin", "retinoid", "check", &person.to_string()] {
        assert!(!text.contains(word), "{word}:\n{text}");
    }
    assert!(text.contains("dtstart;tzid=europe/paris:20261212t100000"), "{text}");
    keep("neutral", &feed);
    let plain = make(&home, "plain").await;
    let feed = fetch(&home, &plain, None).await;
    feed.is(200).sees("SUMMARY:Needling session 1 of").sees("DESCRIPTION:Only on calm skin");
    keep("plain", &feed);
    fetch(&home, &path, None).await.is(404);
}

#[tokio::test]
async fn what_did_not_change_is_not_sent_again() {
    let (home, person) = lived_in().await;
    planned(&home, person).await;
    let path = make(&home, "neutral").await;
    let first = fetch(&home, &path, None).await;
    let tag = first.headers["etag"].to_str().unwrap();
    assert!(first.headers["last-modified"].to_str().unwrap().ends_with("2026 09:00:00 GMT"));
    home.waits(SignedDuration::from_hours(5));
    let again = fetch(&home, &path, None).await;
    assert_eq!(first.body, again.body, "the time of the call plays no part");
    let known = fetch(&home, &path, Some(&format!("\"other\", W/{tag}"))).await;
    known.is(304);
    assert!(known.body.is_empty() && known.headers["etag"] == tag);
    fetch(&home, &path, Some("\"other\"")).await.is(200);
}

#[tokio::test]
async fn a_moved_plan_keeps_its_names_and_raises_its_sequence() {
    let (home, person) = lived_in().await;
    let programme = planned(&home, person).await;
    let path = make(&home, "neutral").await;
    let before = fetch(&home, &path, None).await.text();
    home.waits(SignedDuration::from_hours(1));
    let moved = Programme { first: date(2026, 12, 19), ..programme.record.clone() };
    home.app.store().change(by(&home), &programme, moved).await.unwrap();
    let after = fetch(&home, &path, None).await.text();
    assert_eq!(lines(&before, "UID:"), lines(&after, "UID:"));
    assert_ne!(lines(&before, "DTSTART"), lines(&after, "DTSTART"));
    assert!(sequence(&after) > sequence(&before));
    let stamp = lines(&after, "DTSTAMP:");
    assert!(stamp.iter().all(|one| *one == "20261205T100000Z"), "{stamp:?}");
}

#[tokio::test]
async fn after_a_session_the_feed_goes_on_from_it() {
    let (home, person) = lived_in().await;
    planned(&home, person).await;
    let path = make(&home, "plain").await;
    let before = fetch(&home, &path, None).await.text();
    home.waits(SignedDuration::from_hours(24 * 7));
    session(&home, person, home.now()).await;
    let feed = fetch(&home, &path, None).await;
    feed.misses("Needling session 1 of").sees("Needling session 2 of").sees("after session 1");
    assert!(sequence(&feed.text()) > sequence(&before));
    let known = lines(&before, "UID:");
    let kept = feed.text();
    let kept = lines(&kept, "UID:").iter().filter(|uid| known.contains(uid)).count();
    assert!(kept > 0, "what goes on is known by its old name");
    keep("after-a-session", &feed);
}

/// The moments of the sessions, in order.
fn sessions(text: &str) -> Vec<String> {
    let events = text.split("BEGIN:VEVENT").skip(1);
    let own = events.filter(|event| event.contains("SUMMARY:Needling session"));
    let start = |event: &str| lines(event, "DTSTART")[0].rsplit(':').next().unwrap().to_owned();
    let mut all: Vec<String> = own.map(start).collect();
    all.sort_unstable();
    all
}

#[tokio::test]
async fn a_late_plan_slips_from_day_to_day_and_its_sequence_rises() {
    let (home, person) = lived_in().await;
    planned(&home, person).await;
    let path = make(&home, "plain").await;
    let mut before = fetch(&home, &path, None).await.text();
    // Not late yet: nothing changes.
    home.waits(SignedDuration::from_hours(24 * 6));
    assert_eq!(fetch(&home, &path, None).await.text(), before);
    let changes = sequence(&before) / 4096;
    for day in ["20261213", "20261214", "20261215"] {
        home.waits(SignedDuration::from_hours(if day == "20261213" { 48 } else { 24 }));
        let feed = fetch(&home, &path, None).await;
        let text = feed.text();
        assert_eq!(sessions(&text)[0], format!("{day}T100000"), "none is in the past");
        assert!(sequence(&text) > sequence(&before), "{day}");
        assert_eq!(sequence(&text) / 4096, changes, "the record did not change");
        assert_eq!(lines(&text, "UID:"), lines(&before, "UID:"));
        // Midnight in Paris, when it slipped.
        let stamps = lines(&text, "LAST-MODIFIED:");
        let midnight = format!("{}T230000Z", day.parse::<u32>().unwrap() - 1);
        assert!(stamps.iter().all(|stamp| *stamp == midnight), "{stamps:?}");
        home.waits(SignedDuration::from_hours(1));
        assert_eq!(fetch(&home, &path, None).await.text(), text, "the same all day");
        home.waits(SignedDuration::from_hours(-1));
        before = text;
        keep("late", &feed);
    }
}

#[tokio::test]
async fn a_session_that_is_left_out_is_struck_out_and_a_day_kept_free_is_there() {
    let (home, person) = lived_in().await;
    let programme = planned(&home, person).await;
    let path = make(&home, "plain").await;
    let before = fetch(&home, &path, None).await.text();
    let first = lines(&before, "UID:").len();
    let skipped = store::records::Session::Skipped {
        on: FIRST,
        reason: Some("SECRET".parse().unwrap()),
        programme: Some(programme.id),
    };
    home.app.store().add(by(&home), person, Id::new(home.now()), &skipped).await.unwrap();
    let day = store::records::KeptDay {
        on: date(2026, 12, 26),
        days_before: None,
        name: Some("SECRET".into()),
    };
    home.app.store().add(by(&home), person, Id::new(home.now()), &day).await.unwrap();
    let feed = fetch(&home, &path, None).await;
    let text = feed.text();
    assert_eq!(text.matches("STATUS:CANCELLED").count(), 1, "{first}");
    feed.sees("DTSTART;VALUE=DATE:20261226").sees("SUMMARY:A day kept free").misses("SECRET");
    assert!(!sessions(&text).contains(&"20261226T100000".to_owned()), "the plan goes around it");
    assert!(sequence(&text) > sequence(&before));
    keep("kept", &feed);
    let neutral = make(&home, "neutral").await;
    fetch(&home, &neutral, None).await.sees("20261226").misses("kept").misses("SECRET");
}

#[tokio::test]
async fn what_was_called_off_is_struck_out_for_some_weeks() {
    let (home, person) = lived_in().await;
    let programme = planned(&home, person).await;
    let path = make(&home, "neutral").await;
    let before = fetch(&home, &path, None).await.text();
    let ended = Programme { ended: Some(date(2026, 12, 6)), ..programme.record.clone() };
    home.app.store().change(by(&home), &programme, ended).await.unwrap();
    let feed = fetch(&home, &path, None).await;
    let text = feed.text();
    assert_eq!(text.matches("STATUS:CANCELLED").count(), text.matches("BEGIN:VEVENT").count());
    let known = lines(&before, "UID:");
    assert!(
        text.contains("BEGIN:VEVENT") && lines(&text, "UID:").iter().all(|uid| known.contains(uid))
    );
    keep("called-off", &feed);
    home.waits(SignedDuration::from_hours(24 * 30));
    fetch(&home, &path, None).await.is(200).misses("VEVENT").sees("VTIMEZONE");
}

#[tokio::test]
async fn a_verdict_that_forbids_takes_the_dates_away() {
    let (home, person) = lived_in().await;
    planned(&home, person).await;
    let path = make(&home, "plain").await;
    home.waits(SignedDuration::from_hours(1));
    fetch(&home, &path, None).await.sees("DTSTART;TZID=Europe/Paris:20261212T100000");
    answers(&home, person, "keloid", json!("yes")).await;
    fetch(&home, &path, None).await.is(200).misses("VEVENT");
    session(&home, person, home.now()).await;
    fetch(&home, &path, None).await.sees("Skin check-in").misses("Needling session 2");
}

#[tokio::test]
async fn a_session_before_the_programme_has_names_of_its_own() {
    let (home, person) = lived_in().await;
    session(&home, person, home.now() - SignedDuration::from_hours(24)).await;
    planned(&home, person).await;
    let path = make(&home, "plain").await;
    let feed = fetch(&home, &path, None).await;
    let text = feed.text();
    let mut names = lines(&text, "UID:");
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all, "no name twice");
    feed.sees("Needling session 1 of").sees("Skin check-in\\, 2 days after session 1");
    keep("second-programme", &feed);
}

#[tokio::test]
async fn an_unknown_or_closed_address_gives_nothing() {
    let (home, person) = lived_in().await;
    home.opens("/more/feed").await.is(200).misses("There is a feed").sees("on this machine only");
    planned(&home, person).await;
    let path = make(&home, "neutral").await;
    home.opens("/more/feed").await.sees("There is a feed").misses(&path);
    let closed = home.posts("/more/feed/close", &[]).await;
    assert_eq!(closed.redirect().unwrap(), "/more/feed");
    for path in
        [path.as_str(), "/feed/nonsense.ics", "/feed/", &format!("/feed/{}.ics", "a".repeat(64))]
    {
        fetch(&home, path, None).await.is(404);
    }
}

#[tokio::test]
async fn without_a_plan_the_feed_is_empty_but_readable() {
    let (home, _) = lived_in().await;
    let path = make(&home, "neutral").await;
    let feed = fetch(&home, &path, None).await;
    feed.is(200).sees("BEGIN:VCALENDAR").sees("TZID:Europe/Paris").misses("VEVENT");
}
