//! Today: before the first session, while the skin heals, and when it is calm again.

use care::words::{Flag, Sign};
use jiff::SignedDuration;
use serde_json::json;
use store::records::CheckIn;
use store::{CheckInId, Id, PersonId, SessionId};
use testhouse::{
    Home, answered, begins, borrowed, by, checkin, dated, hours, in_home, lived_in, session,
    with_a_plan,
};
use teststore::plain;

use crate::speaks::plain_words;

const TODAY: &str = "2026-12-05";
const FINE: [(&str, &str); 3] = [("redness", "2"), ("tenderness", "1"), ("note", "feels tight")];

/// Somebody some hours after their first session.
async fn after(past: i64) -> (Home, PersonId, SessionId) {
    let (ana, person) = with_a_plan(answered(), TODAY).await;
    let done = session(&ana, person, hours(&ana, -past)).await;
    (ana, person, done)
}

async fn checkins(home: &Home, person: PersonId) -> Vec<store::Entry<CheckIn>> {
    home.app.store().list(person).await.unwrap()
}

#[tokio::test]
async fn before_the_first_session_it_says_when_and_what_to_prepare() {
    let (ana, _) = lived_in().await;
    ana.opens("/today").await.is(200).says("today-no-plan");
    let (ana, _) = with_a_plan(answered(), "2026-12-12").await;
    ana.opens("/today")
        .await
        .is(200)
        .sees("Your first session can be in 7 days")
        .sees("Planned for Sat 12 Dec")
        .says("today-prepare-next")
        .is_silent_on("preparation-disinfect-roller");
    ana.opens("/today/day/0").await.is(404);
    ana.opens("/today/product/retinoid").await.is(404);
    ana.posts("/today/checkin", &FINE).await.is(409).says("today-no-session-what");
    ana.waits(SignedDuration::from_hours(24 * 7));
    ana.opens("/today").await.says("today-first-now");
    begins(&ana).await;
    ana.opens("/today").await.says("today-under-way");
}

#[tokio::test]
async fn an_answer_against_it_is_said_before_a_date() {
    let mut person = answered();
    person.answers.insert("infection".into(), json!("yes"));
    let (ana, _) = with_a_plan(person, "2026-12-12").await;
    ana.opens("/today").await.says("rule-infection.because").misses("can be in");
}

#[tokio::test]
async fn a_day_of_healing() {
    let (ana, person, _) = after(24).await;
    ana.opens("/today")
        .await
        .is(200)
        .sees("Day 1 · Closing and calming")
        .sees("After session 1, yesterday")
        .says("today-until")
        .says("card-clean-hands")
        .sees("tomorrow 10:00")
        .says("today-check-in-yesterday")
        .sees("/today/day/14")
        .says("today-grade-assumption")
        .says("locks-healing")
        .misses("failed");
    let page = ana.posts_and_follows("/today/checkin", &FINE).await;
    page.is(200)
        .says("level-expected")
        .says("triage-fine")
        .says("today-look-again")
        .says("today-undo");
    page.sees("Not answered: swelling, oozing, flaking, flare of spots. They count as not known.");
    page.sees("last time 2").misses(" checked");
    page.card("today-check-in-again").is_silent_on("today-check-in-yesterday");
    let kept = checkins(&ana, person).await;
    assert_eq!(kept[0].record.signs[&Sign::Redness], 2);
    assert_eq!(kept[0].record.note.as_deref(), Some("feels tight"));
    let undo = format!("/today/checkin/{}/undo", kept[0].id);
    ana.posts_and_follows(&undo, &[]).await.is(200).misses("As expected<");
    assert!(checkins(&ana, person).await.is_empty());
    ana.posts(&undo, &[]).await.is(404);
}

#[tokio::test]
async fn a_check_in_sent_twice_is_one_and_an_old_one_stays() {
    let (ana, person, _) = after(24).await;
    let id = CheckInId::new(ana.now()).to_string();
    let fields = [("id", id.as_str()), ("redness", "3")];
    for _ in 0..2 {
        assert_eq!(ana.posts("/today/checkin", &fields).await.redirect().unwrap(), "/today");
    }
    assert_eq!(checkins(&ana, person).await.len(), 1);
    ana.posts("/today/checkin", &[("id", id.as_str()), ("redness", "4")]).await;
    let kept = checkins(&ana, person).await;
    assert_eq!((kept.len(), kept[0].record.signs[&Sign::Redness]), (1, 4), "mended at once");
    ana.waits(SignedDuration::from_mins(31));
    ana.opens("/today").await.misses(&format!("/today/checkin/{id}/undo"));
    ana.posts(&format!("/today/checkin/{id}/undo"), &[]).await.is(409).says("today-undo-late-why");
    assert_eq!(checkins(&ana, person).await.len(), 1);
    ana.posts("/today/checkin", &fields).await;
    assert_eq!(checkins(&ana, person).await.len(), 2, "later it is another look");
}

#[tokio::test]
async fn a_score_that_can_not_be_is_not_kept() {
    let (ana, person, _) = after(24).await;
    for wrong in ["11", "-1", "red", "2.5"] {
        let fields = [("redness", wrong), ("flags", "pus"), ("note", "typed before")];
        ana.posts("/today/checkin", &fields)
            .await
            .is(422)
            .says("today-scores-wrong")
            .sees("typed before")
            .sees(r#"value="pus" checked"#);
    }
    assert!(checkins(&ana, person).await.is_empty());
}

#[tokio::test]
async fn an_emergency_stands_above_everything() {
    let (ana, _, _) = after(48).await;
    let page =
        ana.posts_and_follows("/today/checkin", &[("flags", "fever"), ("flags", "pus")]).await;
    page.says("level-emergency").sees("Call 112 now.").sees(r#"role="alert""#);
    page.sees("href=\"tel:112\"").misses("Go to a doctor or urgent care").misses("Look again");
    let text = page.text();
    assert!(text.find("Call 112 now").unwrap() < text.find("<h1>").unwrap());
    let (ben, _, _) = after(48).await;
    let page = ben.posts_and_follows("/today/checkin", &FINE).await.text();
    assert!(page.find("As expected").unwrap() > page.find("<h1>").unwrap());
}

#[tokio::test]
async fn answers_from_screening_make_it_more_urgent() {
    for (diabetes, level) in
        [("no", "Keep an eye on it"), ("controlled", "Contact your practitioner")]
    {
        let mut person = answered();
        person.answers.insert("diabetes".into(), json!(diabetes));
        let (ana, id) = with_a_plan(person, TODAY).await;
        let done = session(&ana, id, hours(&ana, -48)).await;
        checkin(&ana, id, done, ana.now(), &[], &[Flag::DarkPatches], None).await;
        ana.opens("/today").await.sees(&format!("<h2>{level}"));
    }
}

#[tokio::test]
async fn time_is_over_but_the_skin_is_not_calm() {
    let (ana, person, done) = after(24 * 8).await;
    ana.opens("/today").await.says("today-if-calm");
    checkin(&ana, person, done, hours(&ana, -24 * 7), &[(Sign::Redness, 1)], &[], None).await;
    ana.opens("/today").await.says("today-once-calm").is_silent_on("today-if-calm");
    ana.opens("/today/product/retinoid").await.is(200).says("today-once-calm");
    // Red after a week is no longer usual.
    checkin(&ana, person, done, hours(&ana, -1), &[(Sign::Redness, 1)], &[], None).await;
    ana.opens("/today/product/retinoid").await.is(200).says("today-held");
    checkin(&ana, person, done, ana.now(), &[], &[], None).await;
    ana.opens("/today")
        .await
        .is_silent_on("today-once-calm")
        .is_silent_on("today-held")
        .sees("Not before Fri 22 Jan 10:00");
}

#[tokio::test]
async fn a_product_says_when_why_and_who() {
    let (ana, _, _) = after(1).await;
    ana.opens("/today/product/make-up")
        .await
        .is(200)
        .sees("Mon 7 Dec 09:00")
        .sees("Not before 7 December 2026, 09:00")
        .sees("gentlest cleansers")
        .sees("they say from 24 hours to 72 hours")
        .sees("/protocol/sources");
    ana.opens("/today/product/gold").await.is(404);
}

#[tokio::test]
async fn times_are_those_of_where_the_person_is() {
    let mut person = answered();
    person.zone = "America/New_York".into();
    let (ana, id) = with_a_plan(person, TODAY).await;
    session(&ana, id, hours(&ana, -1)).await;
    ana.opens("/today/product/make-up").await.sees("Mon 7 Dec 03:00");
}

#[tokio::test]
async fn each_day_says_what_is_usual() {
    let (ana, person, done) = after(24 * 3).await;
    checkin(&ana, person, done, hours(&ana, -24), &[(Sign::Redness, 3)], &[], Some("pink")).await;
    ana.opens("/today/day/2").await.is(200).sees("4 December 2026").sees("Redness 3").sees("pink");
    ana.opens("/today/day/0").await.sees("of 10").says("today-avoid").misses("pink");
    ana.opens("/today/day/14").await.is(200).says("today-nothing-usual");
    for wrong in ["15", "-1", "monday"] {
        ana.opens(&format!("/today/day/{wrong}")).await.is(404);
    }
}

#[tokio::test]
async fn of_a_sign_that_was_left_out_nothing_is_said() {
    let (ana, person, session) = after(24 * 3).await;
    let signs = [(Sign::Swelling, 0)].into();
    let at = hours(&ana, -24);
    let part = CheckIn { signs, ..plain::check_in(session, at) };
    let id = ana.app.store().add(by(&ana), person, Id::new(at), &part).await.unwrap().id;
    ana.opens("/today?sign=swelling").await.sees("Your last check-in says 0");
    ana.opens("/today?sign=redness").await.misses("Your last check-in says");
    for page in ["/log".to_owned(), format!("/log/check-in/{id}"), "/today/day/2".to_owned()] {
        ana.opens(&page).await.says("log-left-out").misses("Nothing to see");
    }
}

#[tokio::test]
async fn the_chart_shows_the_sign_that_was_chosen() {
    let (ana, person, done) = after(24 * 3).await;
    checkin(&ana, person, done, hours(&ana, -24), &[(Sign::Swelling, 7)], &[], None).await;
    ana.opens("/today").await.sees(r#"data-chart="redness""#);
    ana.opens("/today?sign=swelling")
        .await
        .sees(r#"data-chart="swelling""#)
        .sees("Your last check-in says 7")
        .says("today-table");
    ana.opens("/today?sign=nonsense").await.is(200).sees(r#"data-chart="redness""#);
}

#[tokio::test]
async fn after_two_weeks_the_page_is_calm() {
    let (ana, person, done) = after(24 * 20).await;
    checkin(&ana, person, done, hours(&ana, -1), &[], &[], None).await;
    ana.opens("/today")
        .await
        .is(200)
        .sees("Day 20 · New tissue")
        .sees("Not before Sun 10 Jan 10:00")
        .sees("The skin rests for 8 weeks after needles of 0.5 mm")
        .says("today-best-by")
        .says("today-too-early")
        .sees("Peel or laser")
        .misses("No check-in yesterday");
    ana.posts_and_follows("/today/checkin", &[("redness", "4")])
        .await
        .sees("has gone up from 0 to 4")
        .says("today-urgent")
        .misses("Best by")
        .misses("Too early to judge");
}

#[tokio::test]
async fn no_word_of_today_stands_in_the_code() {
    let mut person = answered();
    person.wishes.language = Some("en-XA".into());
    let home = Home::with(|settings| settings.pseudo = true).await;
    let (ana, id) = in_home(home, person, "2026-12-12").await;
    let check = async |path: &str| {
        let page = ana.opens(path).await.is(200).text();
        assert_eq!(plain_words(&page), Vec::<String>::new(), "{path}");
    };
    check("/today").await;
    let done = session(&ana, id, hours(&ana, -50)).await;
    for path in ["/today", "/today/day/1", "/today/product/retinoid"] {
        check(path).await;
    }
    ana.posts("/today/checkin", &[("redness", "9"), ("flags", "fever"), ("flags", "pus")]).await;
    check("/today").await;
    checkin(&ana, id, done, ana.now(), &[(Sign::Redness, 9)], &[], None).await;
    ana.waits(SignedDuration::from_hours(24 * 18));
    check("/today").await;
}

#[tokio::test]
async fn today_is_light() {
    let (ana, person, done) = after(24 * 3).await;
    for back in 0..8 {
        checkin(&ana, person, done, hours(&ana, -back * 8), &[(Sign::Redness, 3)], &[], None).await;
    }
    let bytes = ana.opens("/today").await.body.len();
    assert!(bytes < 100_000, "{bytes} bytes");
}

#[tokio::test]
async fn skin_that_is_not_calm_yet_holds_up_the_session_and_not_the_answers() {
    let (ana, person, done) = after(48).await;
    checkin(&ana, person, done, hours(&ana, -1), &[(Sign::Redness, 2)], &[], None).await;
    let verdict = ana.opens("/verdict").await;
    verdict.sees("Nothing you answered speaks against it").misses("Please don’t needle at home");
    ana.opens("/session").await.says("locks-healing").misses("/session/begin\"");
    ana.opens("/log").await.misses("Please don’t needle at home");
    // With another reason beside it, the graver sentence stands.
    ana.changes("pregnancy", &[("pregnancy", "pregnant")]).await.is(303);
    ana.opens("/verdict").await.says("verdict-do-not-home");
}

#[tokio::test]
async fn b10_an_untouched_check_in_says_nothing_and_opens_nothing() {
    let (ana, person, _) = after(24 * 70).await;
    ana.opens("/today").await.misses(" checked").misses("type=\"range\"");
    let id = CheckInId::new(ana.now()).to_string();
    let page = ana.posts_and_follows("/today/checkin", &[("id", &id)]).await;
    page.is_silent_on("level-expected").misses("has healed").says("locks-healing");
    ana.opens("/session").await.misses("/session/begin\"");
    let kept = checkins(&ana, person).await;
    assert!(kept.len() == 1 && kept[0].record.signs.is_empty(), "{kept:?}");
    for page in ["/log".to_owned(), format!("/log/check-in/{}", kept[0].id)] {
        ana.opens(&page).await.sees("Nothing was said").is_silent_on("level-expected");
    }
    // After something was said, silence changes nothing, and is not called fine.
    ana.posts("/today/checkin", &[("clear", "all")]).await.is(303);
    ana.opens("/today").await.says("level-expected");
    ana.waits(SignedDuration::from_hours(1));
    ana.posts_and_follows("/today/checkin", &[])
        .await
        .sees("Nothing was said")
        .is_silent_on("level-expected");
}

#[tokio::test]
async fn nothing_to_see_or_feel_is_one_press_and_asks_where_something_is_marked() {
    let (ana, person, _) = after(24 * 70).await;
    let clear = ("clear", "all");
    for marked in [("redness", "3"), ("flags", "pus")] {
        ana.posts("/today/checkin", &[clear, marked, ("note", "typed before")])
            .await
            .is(422)
            .says("today-which")
            .sees("typed before")
            .sees(&format!(r#"value="{}" checked"#, marked.1));
    }
    assert!(checkins(&ana, person).await.is_empty());
    let id = CheckInId::new(ana.now()).to_string();
    for _ in 0..2 {
        ana.posts("/today/checkin", &[("id", &id), clear, ("swelling", "0")]).await.is(303);
    }
    let kept = checkins(&ana, person).await;
    assert_eq!(kept.len(), 1);
    assert!(kept[0].record.signs.len() == 6 && kept[0].record.signs.values().all(|n| *n == 0));
    ana.opens("/today").await.says("level-expected").says("today-healed");
}

#[tokio::test]
async fn a_note_that_is_too_long_is_told_and_never_cut() {
    let (ana, person, _) = after(24).await;
    let page = ana.opens("/today").await;
    page.says("today-note").sees("up to 4,000 letters").sees("maxlength=\"4000\"");
    let long = format!("{}hedgehog", "é".repeat(4000));
    ana.posts("/today/checkin", &[("redness", "2"), ("note", &long)])
        .await
        .is(422)
        .sees("This has 4,008 letters")
        .sees(&long)
        .sees(r#"value="2" checked"#);
    assert!(checkins(&ana, person).await.is_empty());
    let lines = "a\r\n".repeat(1999);
    ana.posts("/today/checkin", &[("note", &lines)]).await.is(303);
    assert_eq!(checkins(&ana, person).await.len(), 1, "a line break is one letter");
    let done =
        [("at", "2026-12-05T08:00"), ("areas", "cheeks"), ("length", "0.3"), ("note", &long)];
    ana.posts("/session/new", &done).await.is(422).sees("This has 4,008 letters").sees(&long);
}

#[tokio::test]
async fn after_pus_nothing_is_allowed_on_the_page_but_what_never_waits() {
    let (ana, _, _) = after(24 * 4).await;
    let fields = [("flags", "pus"), ("redness", "1")];
    let page = ana.posts_and_follows("/today/checkin", &fields).await;
    page.says("today-urgent");
    page.misses("Normal now").misses("Best by").misses("mineral sunscreen on");
    let text = page.text();
    let place = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what}\n{text}"));
    assert!(place("Go to a doctor or urgent care") < place("Has someone looked at it?"));
    assert!(place("Has someone looked at it?") < place("Only plain cleanser"));
    let allowed = text.split("Allowed already").nth(1).unwrap_or_default();
    let allowed = allowed.split("</details></div>").next().unwrap_or_default();
    for product in ["Make-up", "Exercise", "Shaving", "Minoxidil"] {
        assert!(!allowed.contains(product), "{product}\n{allowed}");
    }
    ana.opens("/today/product/make-up").await.says("today-held").misses("Allowed since");
}

#[tokio::test]
async fn in_an_emergency_nothing_milder_is_there() {
    let (ana, _, _) = after(24 * 4).await;
    let page = ana.posts_and_follows("/today/checkin", &[("flags", "breathless")]).await;
    page.says("level-emergency").says("today-sign-ask");
    for milder in ["Only plain cleanser", "When again?", "Next session", "Normal now", "Look again"]
    {
        page.misses(milder);
    }
}

#[tokio::test]
async fn what_the_chart_does_not_call_usual_is_not_normal_now() {
    let (ana, _, _) = after(24 * 3).await;
    ana.opens("/today").await.card("today-normal-title").says("effect-redness");
    let (ana, _, _) = after(24 * 6).await;
    ana.opens("/today").await.misses("Swelling · ").misses("· Swelling");
    ana.opens("/today/day/6").await.misses("<dt>Swelling");
}

#[tokio::test]
async fn whoever_must_wait_sees_until_when_and_how_long() {
    let mut ana = Home::new().await;
    let stopped = dated("retinoid", "stopped", ["1", "9", "2026"], Some("oral"));
    ana.answers(&[("retinoid", &borrowed(&stopped))]).await;
    let page = ana.opens("/today").await;
    page.is(200).sees("Not now: wait until 1 March 2027.").sees("86 more days.");
    page.sees("/verdict").misses("No plan yet").misses("Make a plan");
    assert_eq!(ana.follows("/").await.is(200).text().matches("No plan yet").count(), 0);
    ana.waits(SignedDuration::from_hours(24 * 87));
    ana.enters().await;
    ana.opens("/today").await.says("today-no-plan");
}

#[tokio::test]
async fn a_sign_ticked_by_mistake_can_be_corrected_at_any_time_and_says_why() {
    let (ana, person, done) = after(24 * 5).await;
    let id =
        checkin(&ana, person, done, hours(&ana, -48), &[(Sign::Redness, 2)], &[Flag::Pus], None)
            .await;
    ana.opens("/today").await.says("today-sign-ask");
    let page = format!("/log/check-in/{id}");
    ana.opens(&page).await.says("log-correct").sees(r#"value="pus" checked"#);
    let said = [("redness", "2"), ("swelling", "0")];
    ana.posts(&page, &said)
        .await
        .is(422)
        .says("log-reason-missing")
        .misses(r#"value="pus" checked"#);
    let wrong = [("redness", "12"), ("reason", "a slip of the thumb")];
    ana.posts(&page, &wrong).await.is(422).says("today-scores-wrong").sees("a slip of the thumb");
    let said = [&said[..], &[("reason", "a slip of the thumb")]].concat();
    for _ in 0..2 {
        assert_eq!(ana.posts(&page, &said).await.redirect().as_deref(), Some(page.as_str()));
    }
    let kept = checkins(&ana, person).await;
    assert_eq!(
        (kept[0].version, kept[0].record.at),
        (2, hours(&ana, -48)),
        "once, at its own time"
    );
    ana.opens(&page)
        .await
        .sees("Corrected later: a slip of the thumb")
        .sees("stays in the journal");
    ana.opens("/today").await.is_silent_on("today-sign-ask");
    ana.opens("/log/journal").await.sees("Check-in changed");
}

#[tokio::test]
async fn a_fresh_check_in_that_was_corrected_says_so_even_if_its_form_is_sent_again() {
    let (ana, person, _) = after(24).await;
    let id = CheckInId::new(ana.now()).to_string();
    ana.posts("/today/checkin", &[("id", &id), ("redness", "2")]).await.is(303);
    let page = format!("/log/check-in/{id}");
    ana.posts(&page, &[("redness", "1"), ("reason", "in better light")]).await.is(303);
    ana.posts("/today/checkin", &[("id", &id), ("redness", "3")]).await.is(303);
    let kept = checkins(&ana, person).await;
    assert_eq!(kept[0].record.corrected.as_deref(), Some("in better light"));
}

#[tokio::test]
async fn what_was_set_aside_is_named_with_a_way_to_put_it_right() {
    let (ana, person, _) = after(24 * 3).await;
    let ahead = session(&ana, person, hours(&ana, 24 * 30)).await;
    let page = ana.opens("/today").await;
    page.says("today-aside").sees("A session on 4 January 2027").says("aside-future");
    page.sees(&format!("href=\"/session/{ahead}\""));
    let (ben, _, _) = after(24 * 3).await;
    ben.opens("/today").await.is_silent_on("today-aside");
}

/// Somebody whose day ends at an hour after midnight, needled the afternoon before yesterday's night: it is half past
/// midnight now, and a check-in is made.
async fn after_midnight(day_ends: Option<i8>) -> (Home, CheckInId) {
    let (ana, person, _) = after(20).await;
    let before = ana.app.store().find_person(person).await.unwrap().unwrap();
    let mut profile = before.record.clone();
    profile.wishes.day_ends = day_ends;
    ana.app.store().change_person(by(&ana), &before, profile).await.unwrap();
    ana.waits(SignedDuration::from_mins(14 * 60 + 30));
    ana.posts("/today/checkin", &FINE).await.is(303);
    let id = checkins(&ana, person).await[0].id;
    (ana, id)
}

/// The day of the only check-in, as the table of the log has it.
async fn day_in_the_table(home: &Home) -> String {
    let table = home.opens("/log.csv").await.text();
    let row = table.lines().find(|line| line.starts_with("check-in")).unwrap();
    row.split(',').nth(3).unwrap().to_owned()
}

#[tokio::test]
async fn a_check_in_after_midnight_belongs_to_the_evening_if_they_wish_so() {
    let (ana, id) = after_midnight(Some(4)).await;
    assert_eq!(day_in_the_table(&ana).await, "1");
    ana.opens(&format!("/log/check-in/{id}")).await.says("log-evening");
    let (ben, id) = after_midnight(None).await;
    assert_eq!(day_in_the_table(&ben).await, "2");
    ben.opens(&format!("/log/check-in/{id}")).await.is_silent_on("log-evening");
}

#[tokio::test]
async fn a_wish_of_later_moves_no_check_in_of_before() {
    let (ana, _) = after_midnight(None).await;
    let person = ana.person.unwrap();
    let before = ana.app.store().find_person(person).await.unwrap().unwrap();
    let mut profile = before.record.clone();
    profile.wishes.day_ends = Some(4);
    ana.app.store().change_person(by(&ana), &before, profile).await.unwrap();
    assert_eq!(day_in_the_table(&ana).await, "2");
    ana.opens("/today").await.says("today-evening");
    ana.waits(SignedDuration::from_hours(4));
    ana.opens("/today").await.is_silent_on("today-evening");
}

#[tokio::test]
async fn the_day_of_a_session_is_the_same_wherever_somebody_is_now() {
    let (ana, person, done) = after(2).await;
    let before = ana.app.store().find_person(person).await.unwrap().unwrap();
    let profile =
        store::records::Profile { zone: "Pacific/Honolulu".into(), ..before.record.clone() };
    ana.app.store().change_person(by(&ana), &before, profile).await.unwrap();
    let own = ana.opens(&format!("/session/{done}")).await;
    own.sees("5 December 2026");
    ana.opens("/today").await.is(200).sees("After session 1, Sat 5 Dec").misses("1, tomorrow");
}
