//! Session day: from the day's questions to the record, and everything that may come in between.

use care::verdict::VerdictKind;
use care::words::{Setting, Sign};
use jiff::SignedDuration;
use serde_json::json;
use store::records::{CheckIn, Photo, Profile, Screening, Session};
use store::{Id, SessionId, Store};
use testhouse::{
    Answer, Home, answered, begins, borrowed, by, checkin, dated, day, hours, in_home, lived_in,
    session, sessions, with_a_plan,
};
use teststore::plain;

use crate::speaks::plain_words;

const TODAY: &str = "2026-12-05";
const DONE: [(&str, &str); 6] = [
    ("at", "2026-12-05T09:40"),
    ("areas", "cheeks"),
    ("length", "0.3"),
    ("passes", "4"),
    ("device", "roller"),
    ("note", "a quiet morning"),
];

fn with<'a>(own: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let named = |name: &str| own.iter().any(|(own, _)| *own == name);
    let kept = DONE.iter().copied().filter(|(name, _)| !named(name));
    kept.chain(own.iter().copied()).collect()
}

#[tokio::test]
async fn a_whole_session_day() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    ana.opens("/session").await.is(200).sees("Session 1 can be today").sees("record it");
    ana.opens("/session/begin")
        .await
        .is(200)
        .sees("Still so?")
        .sees("name=\"active_acne\"")
        .sees("name=\"last_needling\"");
    let here = begins(&ana).await;
    ana.opens("/session").await.sees("under way");
    ana.opens(&format!("{here}/prepare"))
        .await
        .is(200)
        .sees("Clean the roller")
        .sees("Look at the needles")
        .sees("don’t need an anaesthetic cream");
    ana.opens(&format!("{here}/roll")).await.sees("Left cheek").sees("0 of 2").sees("4–10 passes");
    let roll = format!("{here}/zone");
    ana.posts_and_follows(&roll, &[("zone", "cheek-left"), ("passes", "5")]).await.sees("1 of 2");
    ana.posts_and_follows(&roll, &[("zone", "cheek-right"), ("passes", "4"), ("skip", "yes")])
        .await
        .sees("Every part is done or left out")
        .sees("Left cheek, 5 passes");
    let record = format!("{here}/record");
    let sheet = ana.opens(&record).await;
    sheet
        .sees(r#"value="2026-12-05T10:00""#)
        .sees(r#"name="zone-cheek-left" value="5""#)
        .sees("0.3");
    ana.posts_and_follows(&record, &DONE)
        .await
        .is(200)
        .sees("Saved")
        .sees("1 session is recorded with this roller, in use since 1 December 2026")
        .sees("Replace it in good time")
        .misses("that is the limit");
    let all = sessions(&ana, person).await;
    let [entry] = all.as_slice() else { panic!("{all:?}") };
    let Session::Done(done) = &entry.record else { panic!("{entry:?}") };
    assert_eq!((done.passes, done.zones.len(), done.anaesthetic), (Some(4), 1, None));
    assert!(done.screening.is_some() && done.programme.is_some());
    ana.opens("/today").await.sees("Day 0");
}

/// What Today says ten days after a session before which the skin was scored so.
async fn ten_days_after(before: &[(&str, &str)]) -> Answer {
    let (ana, _) = with_a_plan(answered(), TODAY).await;
    let path = day(&ana, "same", before).await.redirect().unwrap();
    let record = path.replace("/prepare", "/record");
    ana.posts(&record, &DONE).await.is(303);
    ana.waits(SignedDuration::from_hours(10 * 24));
    ana.posts_and_follows("/today/checkin", &[("redness", "3"), ("breakout", "1")]).await
}

#[tokio::test]
async fn b3_scores_from_before_the_first_session_are_what_healing_is_measured_against() {
    let alone = ten_days_after(&[]).await;
    alone.is(200).sees("Contact your practitioner").misses("As expected");
    let known = ten_days_after(&[("redness", "3"), ("breakout", "1")]).await;
    known.is(200).sees("As expected").misses("Contact your practitioner");
}

#[tokio::test]
async fn the_skin_before_a_session_is_asked_once_kept_and_shown() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    ana.opens("/session/begin")
        .await
        .sees("Score your skin as it is now")
        .sees(r#"name="redness""#);
    day(&ana, "same", &[("redness", "11")]).await.is(422).sees("whole number from 0 to 10");
    assert!(sessions(&ana, person).await.is_empty());
    let path =
        day(&ana, "same", &[("redness", "3"), ("tenderness", "0")]).await.redirect().unwrap();
    let record = path.replace("/prepare", "/record");
    let page = ana.posts_and_follows(&record, &DONE).await;
    page.is(200).sees("Skin before").sees("Redness 3");
    let mended = with(&[("passes", "5")]);
    ana.posts_and_follows(&record, &mended).await.is(200).sees("Redness 3");
    ana.opens("/log.csv").await.sees(",3,");
    ana.opens("/session/begin").await.misses(r#"name="redness""#);
}

#[tokio::test]
async fn beginning_twice_begins_once() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let session = SessionId::new(ana.now()).to_string();
    let fields = [("go", "same"), ("session", session.as_str())];
    let first = ana.posts("/session/begin", &fields).await.redirect();
    assert_eq!(first, Some(format!("/session/{session}/prepare")));
    assert_eq!(ana.posts("/session/begin", &fields).await.redirect(), first);
    assert_eq!(begins(&ana).await, format!("/session/{session}"), "another window goes on with it");
    assert_eq!(sessions(&ana, person).await.len(), 1);
}

#[tokio::test]
async fn an_answer_that_speaks_against_it_begins_nothing() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let answer = day(&ana, "changed", &[("infection", "yes")]).await;
    assert_eq!(answer.redirect().unwrap(), "/session");
    ana.opens("/session").await.sees("infection").sees("Who says so").misses("/prepare");
    assert!(sessions(&ana, person).await.is_empty());
    let kept: Vec<_> = ana.app.store().list::<Screening>(person).await.unwrap();
    assert!(kept.last().unwrap().record.verdict > VerdictKind::ProceedWithCare);
    let before = kept.len();
    let over = [("using", "vitamin-c"), ("infection", "")];
    let path = day(&ana, "changed", &over).await.redirect().unwrap();
    ana.opens(&path).await.is(200).sees("To mind today").sees("Vitamin C in use");
    let kept: Vec<_> = ana.app.store().list::<Screening>(person).await.unwrap();
    assert_eq!(kept.len(), before + 1);
    let all = sessions(&ana, person).await;
    let Session::Begun { screening, .. } = &all[0].record else { panic!("{all:?}") };
    assert_eq!(*screening, kept.last().unwrap().id, "the one that allowed it");
    assert_eq!(kept.last().unwrap().record.verdict, VerdictKind::ProceedWithCare);
}

#[tokio::test]
async fn what_is_in_use_on_the_day_waits_from_that_day() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let says_acids = async || day(&ana, "changed", &[("using", "acids")]).await.redirect();
    assert_eq!(says_acids().await.unwrap(), "/session");
    ana.opens("/session").await.sees("12 December 2026");
    ana.waits(SignedDuration::from_hours(7 * 24));
    assert_eq!(says_acids().await.unwrap(), "/session", "still in use: asked on the day");
    ana.opens("/session").await.sees("19 December 2026").misses("12 December 2026");
    assert!(sessions(&ana, person).await.is_empty());
}

#[tokio::test]
async fn nothing_has_changed_never_swallows_a_changed_answer() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    day(&ana, "same", &[("infection", "yes")])
        .await
        .is(422)
        .sees("Which is it?")
        .sees(r#"name="infection" value="yes" checked"#);
    let ahead = dated("sunburn", "on", ["24", "12", "2026"], None);
    day(&ana, "changed", &borrowed(&ahead)).await.is(422).sees("value=\"24\"").sees("second look");
    assert!(sessions(&ana, person).await.is_empty());
    assert!(day(&ana, "same", &[]).await.redirect().unwrap().ends_with("/prepare"));
}

#[tokio::test]
async fn the_day_shows_what_was_said_last_and_a_past_is_never_unsaid() {
    let mut person = answered();
    person.answers.insert("cold_sores".into(), json!("past"));
    person.answers.insert("sunburn".into(), json!({ "on": "2026-12-01" }));
    person.answers.insert("tattoo".into(), json!("unknown"));
    let (ana, _) = with_a_plan(person, TODAY).await;
    let page = ana.opens("/session/begin").await;
    page.sees("name=\"cold_sores\" value=\"past\" checked");
    page.sees("name=\"sunburn-on-day\" value=\"1\"")
        .sees("name=\"tattoo\" value=\"unknown\" checked");
    // Taken off, it would have been never; its wait would be gone with it.
    let gone = ana.posts("/session/begin", &[("go", "changed")]).await;
    gone.is(422).sees("You named this before").sees("id=\"sunburn-problem\"");
    ana.posts("/session/begin", &[("go", "same")]).await.is(422).sees("Which is it?");
    assert_eq!(ana.profile().await.answers["sunburn"], json!({ "on": "2026-12-01" }));
}

#[tokio::test]
async fn s20_what_is_asked_for_a_time_can_be_taken_off_once_that_time_is_over() {
    let mut person = answered();
    person.answers.insert("sunburn".into(), json!({ "on": "2026-12-01" }));
    let (ana, _) = with_a_plan(person, TODAY).await;
    ana.waits(SignedDuration::from_hours(13 * 24));
    let path = ana.posts("/session/begin", &[("go", "changed")]).await.redirect();
    assert!(path.unwrap().ends_with("/prepare"), "two weeks after the sun");
}

#[tokio::test]
async fn what_was_never_asked_is_asked_before_the_day() {
    let mut person = answered();
    person.answers.remove("infection");
    let (ana, _) = with_a_plan(person, TODAY).await;
    for answer in
        [ana.opens("/session/begin").await, ana.posts("/session/begin", &[("go", "same")]).await]
    {
        assert_eq!(answer.redirect().unwrap(), "/screening");
    }
    assert_eq!(ana.opens("/screening").await.redirect().unwrap(), "/screening/skin");
}

#[tokio::test]
async fn too_early_says_until_when_and_the_truth_can_be_recorded() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let last = session(&ana, person, hours(&ana, -26)).await;
    ana.opens("/session")
        .await
        .sees("a check-in that shows healed skin")
        .misses("/session/begin\"");
    checkin(&ana, person, last, hours(&ana, -1), &[], &[], None).await;
    // Seen healed before it counts as closed, and 0.5 mm rest for eight weeks from yesterday at eight.
    ana.opens("/session")
        .await
        .sees("First a check-in that shows healed skin")
        .sees("The skin rests for 8 weeks after needles of 0.5 mm, rolled on 4 December 2026.")
        .sees("Until Fri 29 Jan 08:00.")
        .sees("Rest days count")
        .sees("/session/new")
        .misses("/session/begin\"");
    assert_eq!(day(&ana, "same", &[]).await.redirect().unwrap(), "/session");
    assert_eq!(sessions(&ana, person).await.len(), 1);
    ana.opens("/session/new").await.is(200).sees(r#"name="id""#);
    ana.posts_and_follows("/session/new", &DONE)
        .await
        .is(200)
        .sees("Session 2")
        .sees("a quiet morning");
    let id = SessionId::new(ana.now()).to_string();
    for _ in 0..2 {
        let earlier = [("id", &*id), ("at", "2026-12-05T08:20")];
        ana.posts("/session/new", &with(&earlier)).await.is(303);
    }
    assert_eq!(sessions(&ana, person).await.len(), 3, "sent twice, kept once");
    let mended = [("id", &*id), ("at", "2026-12-05T08:20"), ("note", "mended")];
    ana.posts_and_follows("/session/new", &with(&mended)).await.sees("mended");
    assert_eq!(sessions(&ana, person).await.len(), 3, "mended from the way back");
}

#[tokio::test]
async fn before_the_first_day_of_the_plan_it_is_not_yet() {
    let (ana, _) = with_a_plan(answered(), "2026-12-12").await;
    ana.opens("/session")
        .await
        .sees("Not before Sat 12 Dec<")
        .sees("The first session is planned for 12 December 2026")
        .sees("Rest days count")
        .sees("/session/new")
        .misses("can be today");
    ana.waits(SignedDuration::from_hours(24 * 7));
    ana.opens("/session").await.sees("can be today");
}

#[tokio::test]
async fn what_can_not_be_is_shown_again_as_it_was_typed() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    for (field, value, said) in [
        ("at", "2026-12-05T10:01", "still to come"),
        ("at", "2026-02-30T10:00", "not a date"),
        ("at", "0026-02-03T10:00", "too long ago"),
        ("at", "", "Say when"),
        ("length", "3.01", "0.05 to 3 mm"),
        ("length", "long", "0.05 to 3 mm"),
        ("length", "", "how long the needles"),
        ("passes", "0", "from 1 to 100"),
        ("passes", "101", "from 1 to 100"),
        ("needles", "many", "from 1 to 2000"),
        ("areas", "nowhere", "not one of the answers"),
    ] {
        let answer = ana.posts("/session/new", &with(&[(field, value)])).await;
        answer.is(422).sees(said).sees("a quiet morning");
        if !["", "nowhere"].contains(&value) {
            answer.sees(&format!("value=\"{value}\""));
        }
    }
    assert!(sessions(&ana, person).await.is_empty());
    ana.posts("/session/new", &with(&[("length", "0,25")])).await.is(303);
}

#[tokio::test]
async fn needles_over_the_limit_are_recorded_and_said() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    ana.posts_and_follows("/session/new", &with(&[("length", "1.5")]))
        .await
        .sees("1.5 mm is longer than the 0.3 mm that is the limit here");
    let all = sessions(&ana, person).await;
    assert!(matches!(&all[0].record, Session::Done(done) if done.length_mm == 1.5));
}

#[tokio::test]
async fn s6_a_session_minutes_after_another_is_asked_about_once() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    ana.posts("/session/new", &with(&[("at", "2026-12-05T09:30")])).await.is(303);
    let page = ana.posts("/session/new", &with(&[("at", "2026-12-05T09:40")])).await;
    page.is(422).says_with("session-twice", &[("time", "09:30".into())]);
    assert_eq!(sessions(&ana, person).await.len(), 1);
    let fields = page.fields();
    let again: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    let again: Vec<_> = again.into_iter().chain([("device", "roller")]).collect();
    ana.posts("/session/new", &again).await.is(303);
    assert_eq!(sessions(&ana, person).await.len(), 2, "it was another one");
}

#[tokio::test]
async fn a_record_can_be_mended_removed_and_brought_back() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let at = hours(&ana, -30) + SignedDuration::from_secs(17);
    let id = session(&ana, person, at).await;
    checkin(&ana, person, id, hours(&ana, -3), &[(Sign::Redness, 2)], &[], None).await;
    let path = format!("/session/{id}");
    ana.opens(&format!("{path}/record")).await.sees("2026-12-04T04:00").sees("0.5");
    let mended = with(&[("at", "2026-12-04T04:00"), ("length", "0.25"), ("note", "it was 0.25")]);
    ana.posts_and_follows(&format!("{path}/record"), &mended)
        .await
        .sees("0.25 mm")
        .sees("it was 0.25");
    let all = sessions(&ana, person).await;
    assert!(matches!(&all[0].record, Session::Done(done) if done.at == at), "seconds are kept");
    ana.posts_and_follows(&format!("{path}/remove"), &[]).await.is(200).sees("Bring it back");
    ana.opens("/log").await.says("session-restore").sees(&format!("action=\"{path}/restore\""));
    assert!(sessions(&ana, person).await.is_empty());
    ana.posts_and_follows(&format!("{path}/restore"), &[]).await.sees("it was 0.25");
    assert_eq!(ana.app.store().list::<CheckIn>(person).await.unwrap().len(), 1);
    ana.posts(&format!("{path}/remove"), &[]).await.is(303);
    ana.waits(SignedDuration::from_mins(31));
    ana.opens(&path).await.is(404);
    ana.posts(&format!("{path}/restore"), &[]).await.is(404);
}

#[tokio::test]
async fn photographs_are_not_removed_along_the_way() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let id = session(&ana, person, hours(&ana, -30)).await;
    let photo = Photo { session: Some(id), ..plain::photo(ana.now(), "front") };
    let store: &Store = ana.app.store();
    let (pixels, own) = (vec![1, 2, 3], Id::new(ana.now()));
    store.add_photo(by(&ana), person, own, &photo, pixels.clone(), pixels).await.unwrap();
    ana.posts(&format!("/session/{id}/remove"), &[]).await.is(409).sees("Photos belong");
    assert_eq!(sessions(&ana, person).await.len(), 1);
}

#[tokio::test]
async fn not_today_after_all_is_a_rest_day() {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let here = begins(&ana).await;
    ana.posts_and_follows(&format!("{here}/stop"), &[("reason", "a cold")])
        .await
        .sees("Rest is part of the programme")
        .sees("a cold");
    let Session::Missed { programme, .. } = sessions(&ana, person).await.remove(0).record else {
        panic!("not missed")
    };
    assert!(programme.is_some());
    ana.opens("/session").await.sees("Session 1 can be today");
    ana.opens(&format!("{here}/record")).await.is(200);
    ana.posts_and_follows(&format!("{here}/record"), &DONE).await.sees("Saved");
    let Session::Done(done) = sessions(&ana, person).await.remove(0).record else {
        panic!("not done")
    };
    assert_eq!(done.programme, programme, "what was done after all belongs where it was planned");
}

#[tokio::test]
async fn a_session_left_open_asks_on_another_day() {
    let (ana, _) = with_a_plan(answered(), TODAY).await;
    let here = begins(&ana).await;
    ana.waits(SignedDuration::from_hours(24));
    ana.opens("/session").await.sees("begun and not recorded").sees("yesterday");
    for step in ["prepare", "roll"] {
        assert_eq!(ana.opens(&format!("{here}/{step}")).await.redirect().unwrap(), "/session");
    }
    ana.opens(&format!("{here}/record")).await.sees("2026-12-05T10:00");
    ana.posts_and_follows(&format!("{here}/record"), &DONE).await.sees("Saved");
    for step in ["prepare", "roll"] {
        assert_eq!(ana.opens(&format!("{here}/{step}")).await.redirect().unwrap(), here, "over");
    }
}

#[tokio::test]
async fn the_cream_has_its_time() {
    let mut ana = answered();
    ana.setting = Setting::Clinic;
    ana.sensitive = Some(true);
    ana.device.as_mut().unwrap().length_mm = Some(1.0);
    let (ana, _) = with_a_plan(ana, TODAY).await;
    let here = begins(&ana).await;
    let prepare = format!("{here}/prepare");
    ana.opens(&prepare).await.sees("The cream is on now").sees("Don’t use it if you are allergic");
    ana.posts_and_follows(&format!("{here}/cream"), &[("cream", "on")])
        .await
        .sees("On until today 11:00")
        .sees("Never longer than until today 15:00");
    ana.waits(SignedDuration::from_mins(30));
    ana.posts_and_follows(&format!("{here}/cream"), &[("cream", "on")]).await.sees("today 11:00");
    ana.waits(SignedDuration::from_mins(30));
    ana.opens(&prepare).await.sees("wipe it off completely").misses("On until");
    ana.opens(&format!("{here}/record")).await.sees(r#"name="anaesthetic" value="yes" checked"#);
    ana.posts_and_follows(&format!("{here}/cream"), &[("cream", "off")]).await.sees("on now");
}

#[tokio::test]
async fn a_zone_takes_only_passes_that_can_be() {
    let (ana, _) = with_a_plan(answered(), TODAY).await;
    let here = begins(&ana).await;
    let zone = format!("{here}/zone");
    ana.posts(&zone, &[("zone", "cheek-right"), ("passes", "lots")])
        .await
        .is(422)
        .sees("Right cheek")
        .sees("lots");
    ana.posts(&zone, &[("zone", "moon"), ("passes", "4")]).await.is(404);
    ana.posts(&zone, &[("zone", "cheek-right"), ("passes", "4")]).await.is(303);
    ana.posts(&zone, &[("zone", "cheek-right"), ("passes", "6")]).await.is(303);
    ana.opens(&format!("{here}/roll?zone=cheek-right")).await.sees(r#"name="passes" value="6""#);
}

#[tokio::test]
async fn without_a_plan_or_an_id_of_ones_own() {
    let stranger = Home::new().await;
    stranger.opens("/session").await.is(200).sees("No plan yet");
    let (ana, _) = lived_in().await;
    ana.opens("/session").await.is(200).sees("No plan yet").sees("/session/new");
    assert_eq!(
        ana.posts("/session/begin", &[("go", "same")]).await.redirect().unwrap(),
        "/screening"
    );
    let id = SessionId::new(ana.now());
    for step in ["", "/prepare", "/roll", "/record"] {
        ana.opens(&format!("/session/{id}{step}")).await.is(404);
    }
    for step in ["cream", "zone", "record", "stop", "remove"] {
        ana.posts(&format!("/session/{id}/{step}"), &DONE).await.is(404);
    }
    ana.opens("/session/nonsense").await.is(404);
}

#[tokio::test]
async fn no_word_of_a_session_stands_in_the_code() {
    let mut person: Profile = answered();
    person.wishes.language = Some("en-XA".into());
    person.setting = Setting::Clinic;
    person.sensitive = Some(true);
    person.device.as_mut().unwrap().length_mm = Some(1.0);
    let home = Home::with(|settings| settings.pseudo = true).await;
    let (ana, id) = in_home(home, person, TODAY).await;
    let mut pages = vec!["/session".to_owned(), "/session/begin".into(), "/session/new".into()];
    let here = begins(&ana).await;
    for path in pages.drain(..) {
        assert_eq!(plain_words(&ana.opens(&path).await.text()), Vec::<String>::new(), "{path}");
    }
    ana.posts(&format!("{here}/cream"), &[("cream", "on")]).await;
    for step in ["prepare", "roll", "record"] {
        let page = ana.opens(&format!("{here}/{step}")).await.text();
        assert_eq!(plain_words(&page), Vec::<String>::new(), "{step}");
    }
    let done = session(&ana, id, hours(&ana, -300)).await;
    for path in [format!("/session/{done}"), format!("/session/{done}?saved=yes")] {
        assert_eq!(plain_words(&ana.opens(&path).await.text()), Vec::<String>::new(), "{path}");
    }
}
