//! What an impatient or forgetful person does: answers that change under way, a record made late, half a form, a clock
//! that goes back. What a hostile visitor does is in [`super::attack`].

use std::sync::Arc;
use testhouse::{
    Home, answered, begins, by, checkin, day, hours, lived_in, session, sessions, with_a_plan,
};

use axum::body::Body;
use axum::http::Request;
use care::words::{Flag, Sign, Word as _};
use jiff::SignedDuration;
use serde_json::json;
use store::records::{CheckIn, Done, Profile, Session};
use store::{Entry, PersonId};
use tower::ServiceExt as _;
use web::{App, router};

use crate::photos::put;

const TODAY: &str = "2026-12-05";
const URGENT: &str = "Go to a doctor or urgent care";
/// The next session, on Today.
const OPEN: &str = "It can be now.";
const CANARY: &str = "quetzal";

async fn answers(home: &Home, person: PersonId, change: impl FnOnce(&mut Profile)) {
    let store = home.app.store();
    let before = store.find_person(person).await.unwrap().unwrap();
    let mut profile = before.record.clone();
    change(&mut profile);
    store.change_person(by(home), &before, profile).await.unwrap();
}

async fn checkins(home: &Home, person: PersonId) -> Vec<Entry<CheckIn>> {
    home.app.store().list(person).await.unwrap()
}

#[tokio::test]
async fn an_answer_changed_under_way_stops_the_session() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let here = begins(&ana).await;
    ana.opens(&format!("{here}/roll")).await.is(200);
    answers(&ana, person, |profile| {
        profile.answers.insert("pregnancy".into(), json!("pregnant"));
    })
    .await;
    for step in ["prepare", "roll"] {
        let led = ana.opens(&format!("{here}/{step}")).await.redirect();
        assert_eq!(led.as_deref(), Some("/session"), "{step}");
    }
    let page = ana.opens("/session").await;
    page.is(200).sees("pregnan").misses(&format!("{here}/roll")).misses(&format!("{here}/prepare"));
    page.sees(&format!("{here}/record")).sees(&format!("{here}/stop"));
    answers(&ana, person, |profile| {
        profile.answers.insert("pregnancy".into(), json!("no"));
        profile.device =
            profile.device.map(|device| store::Device { length_mm: Some(2.5), ..device });
    })
    .await;
    assert!(ana.opens(&format!("{here}/roll")).await.redirect().is_some(), "longer needles");
    answers(&ana, person, |profile| {
        profile.device =
            profile.device.map(|device| store::Device { length_mm: Some(0.3), ..device });
        profile.born = Some("2010-01-01".parse().unwrap());
    })
    .await;
    assert!(ana.opens(&format!("{here}/roll")).await.redirect().is_some(), "a child");
}

#[tokio::test]
async fn a_session_recorded_elsewhere_stops_the_one_under_way() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let here = begins(&ana).await;
    session(&ana, person, hours(&ana, -2)).await;
    assert_eq!(ana.opens(&format!("{here}/roll")).await.redirect().as_deref(), Some("/session"));
}

#[tokio::test]
async fn what_nobody_said_of_the_skin_is_not_healed() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    session(&ana, person, hours(&ana, -24 * 60)).await;
    ana.posts("/today/checkin", &[]).await;
    ana.opens("/today").await.is(200).misses(OPEN);
    ana.opens("/session").await.misses("/session/begin\"");
    let all: Vec<(&str, &str)> = Sign::ALL.iter().map(|sign| (sign.word(), "0")).collect();
    ana.posts("/today/checkin", all.get(1..).unwrap()).await;
    ana.opens("/today").await.misses(OPEN);
    ana.posts("/today/checkin", &[("flags", "no-such-flag")]).await.is(422);
    ana.posts("/today/checkin", &all).await.is(303);
    ana.opens("/today").await.sees(OPEN);
    assert!(checkins(&ana, person).await.iter().any(|entry| entry.record.signs.len() == 5));
}

#[tokio::test]
async fn a_check_in_counts_for_the_session_it_came_after() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let first = session(&ana, person, hours(&ana, -24 * 60)).await;
    // Looked at with the first session in mind, since the second was recorded only later.
    checkin(&ana, person, first, hours(&ana, -4), &[], &[Flag::Pus], None).await;
    let second = session(&ana, person, hours(&ana, -30)).await;
    ana.opens("/today").await.sees("Day 1").sees("After session 2").sees(URGENT);
    ana.posts(&format!("/session/{second}/remove"), &[]).await.is(303);
    assert_eq!(checkins(&ana, person).await.len(), 1, "it was written down under the first");
    ana.opens("/today").await.sees("After session 1").sees(URGENT);
}

#[tokio::test]
async fn needles_elsewhere_count_as_well() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let last = session(&ana, person, hours(&ana, -24 * 60)).await;
    checkin(&ana, person, last, hours(&ana, -24), &[], &[], None).await;
    ana.opens("/session").await.sees("/session/begin\"").sees("can be today");
    let page = ana.opens("/session/begin").await;
    page.sees(r#"name="last_needling-on-month" value="10""#);
    page.sees(r#"name="last_needling-on-year" value="2026""#);
    for (said, word) in [
        (json!({ "on": "2026-12-03", "calm": "yes" }), "a clinic two days ago"),
        (json!({ "on": "2026-10-10", "calm": "no" }), "not calm since"),
        (json!("unknown"), "not known"),
    ] {
        answers(&ana, person, |profile| {
            profile.answers.insert("last_needling".into(), said);
        })
        .await;
        let led = day(&ana, "same", &[]).await.redirect();
        assert_eq!(led.as_deref(), Some("/session"), "{word}");
        ana.opens("/session").await.is(200).misses("can be today");
    }
    assert_eq!(sessions(&ana, person).await.len(), 1);
}

#[tokio::test]
async fn skin_that_was_rolled_is_never_recorded_as_rest() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let here = begins(&ana).await;
    ana.posts(&format!("{here}/zone"), &[("zone", "cheek-left"), ("passes", "4")]).await;
    let led = ana.posts(&format!("{here}/stop"), &[("reason", "it hurts")]).await.redirect();
    assert_eq!(led, Some(format!("{here}/record")));
    let all = sessions(&ana, person).await;
    assert!(matches!(all[0].record, Session::Begun { .. }), "{all:?}");
    ana.posts(&format!("{here}/zone"), &[("zone", "cheek-left"), ("skip", "yes")]).await;
    assert_ne!(
        ana.posts(&format!("{here}/stop"), &[]).await.redirect(),
        Some(format!("{here}/record"))
    );
}

#[tokio::test]
async fn what_was_removed_comes_back_after_a_restart_and_never_after_an_erasure() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let id = session(&ana, person, hours(&ana, -48)).await;
    checkin(&ana, person, id, hours(&ana, -24), &[(Sign::Redness, 3)], &[], Some(CANARY)).await;
    let undone = checkin(&ana, person, id, hours(&ana, 0), &[], &[], None).await;
    ana.posts(&format!("/today/checkin/{undone}/undo"), &[]).await.is(303);
    ana.waits(SignedDuration::from_secs(5));
    ana.posts(&format!("/session/{id}/remove"), &[]).await.is(303);
    assert!(sessions(&ana, person).await.is_empty() && checkins(&ana, person).await.is_empty());
    let files = words::built_in();
    let now = ana.now();
    let app = App::new(
        ana.app.store().clone(),
        store::MasterKey::load_or_make(ana.folder()).unwrap(),
        &files,
        Arc::new(move || now),
        Arc::new(Vec::new),
        ana.app.settings().clone(),
    );
    let request = Request::post(ana.place(&format!("/session/{id}/restore")))
        .header("host", "127.0.0.1:8750")
        .header("sec-fetch-site", "same-origin")
        .header("cookie", ana.cookie_now())
        .body(Body::empty())
        .unwrap();
    let answer = router(app.unwrap()).oneshot(request).await.unwrap();
    assert_eq!(answer.status(), 303);
    assert_eq!(sessions(&ana, person).await.len(), 1);
    let back = checkins(&ana, person).await;
    assert_eq!(back.len(), 1, "what was taken back before stays away");
    assert_eq!(back[0].record.note.as_deref(), Some(CANARY));
    ana.posts(&format!("/session/{id}/remove"), &[]).await.is(303);
    ana.posts("/more/erase", &[("word", "erase")]).await;
    assert!(ana.app.store().people().await.unwrap().is_empty(), "erased");
    let left = ana.app.store().removed::<Session>(person, hours(&ana, -1)).await;
    assert!(left.unwrap().is_empty());
}

#[tokio::test]
async fn a_clock_that_goes_back_breaks_no_page() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let id = session(&ana, person, hours(&ana, 0)).await;
    checkin(&ana, person, id, hours(&ana, 0), &[], &[], None).await;
    ana.waits(SignedDuration::from_hours(-50));
    for path in ["/today/day/0", "/today/product/retinoid"] {
        ana.opens(path).await.is(404);
    }
    for path in
        ["/today", "/session", "/plan", "/log", "/photos", "/log.csv", &format!("/session/{id}")]
    {
        ana.opens(path).await.is(200);
    }
    ana.opens("/more/aftercare.pdf").await.is(409).sees("There is no session yet");
    ana.opens("/session").await.misses("can be today");
    ana.opens("/today").await.sees("Set aside").sees("Was the clock wrong?");
    assert_eq!((sessions(&ana, person).await.len(), checkins(&ana, person).await.len()), (1, 1));
    ana.waits(SignedDuration::from_hours(50));
    ana.opens("/today").await.sees("Day 0").sees("After session 1");
    ana.opens("/today/day/0").await.is(200);
}

#[tokio::test]
async fn a_session_of_long_ago_is_none_of_this_programme() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let old = [("at", "2025-01-05T10:00"), ("areas", "cheeks"), ("length", "0.3")];
    ana.posts("/session/new", &old).await.is(303);
    let all = sessions(&ana, person).await;
    let Session::Done(Done { programme, .. }) = &all[0].record else { panic!("{all:?}") };
    assert_eq!(*programme, None);
    ana.opens("/plan").await.misses("1 of 1").sees("Session 1");
}

#[tokio::test]
async fn a_first_day_at_the_end_of_time_breaks_no_page() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    ana.posts("/plan/end", &[]).await;
    ana.opens("/plan?first=9999-12-31&event=9999-12-31").await.is(200);
    let id = PersonId::new(ana.now()).to_string();
    let fields = [("id", id.as_str()), ("first", "9999-12-31"), ("minute", "600")];
    ana.posts("/plan/begin", &fields).await;
    for path in ["/plan", "/today", "/session", "/log"] {
        ana.opens(path).await.is(200);
    }
    ana.posts("/more/feed", &[("titles", "plain")]).await.is(200);
    assert_eq!(ana.app.store().feeds(person).await.unwrap().len(), 1);
}

#[tokio::test]
async fn half_a_list_of_products_is_no_answer() {
    let (ana, person) = lived_in().await;
    let draft = Request::post("/screening/using")
        .header("sec-fetch-site", "same-origin")
        .header("x-autosave", "1")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from("using=vitamin-c"))
        .unwrap();
    let step = ana.sends(draft).await.status;
    let profile = ana.app.store().find_person(person).await.unwrap().unwrap().record;
    assert_eq!(profile.answers.get("using"), None, "{step}");
}

#[tokio::test]
async fn a_note_typed_in_a_window_that_came_too_late_is_not_lost() {
    let (ana, person) = lived_in().await;
    let photo = put(&ana, person, "front", 3).await;
    let page = format!("/photos/{photo}");
    ana.posts(&page, &[("version", "1"), ("note", "from the other window")]).await.is(303);
    let late = [("version", "1"), ("note", "typed for a quarter of an hour")];
    ana.posts(&page, &late)
        .await
        .is(409)
        .sees("changed somewhere else")
        .sees("typed for a quarter of an hour")
        .sees(r#"name="version" value="2""#);
}
