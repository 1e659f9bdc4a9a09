//! What a clinician said: beside an answer that asks for one and beside an open warning sign, corrected and taken back.

use care::words::{Flag, Sign};
use jiff::SignedDuration;
use store::ClearanceId;
use store::records::Clearance;
use testhouse::{Home, answered, checkin, hours, session, with_a_plan};

use crate::speaks::plain_words;

const SORES: [(&str, &str); 2] = [("cold_sores", "ticked"), ("cold_sores", "past")];
const VERDICT: &str = "/verdict";
const BEGIN: &str = "primary\" href=\"/session/begin\"";

/// Somebody who had cold sores, which asks for a clinician.
async fn asked() -> Home {
    let ana = Home::new().await;
    ana.answers(&[("cold_sores", &SORES)]).await;
    // The answer is kept with its day.
    ana.opens(VERDICT).await.is(200);
    ana
}

async fn kept(home: &Home) -> Vec<store::Entry<Clearance>> {
    let store = home.app.store();
    let person = store.people().await.unwrap()[0];
    store.list(person).await.unwrap()
}

/// A form about cold sores, as the verdict's page sends it.
fn said<'a>(id: &'a str, word: &'a str) -> Vec<(&'a str, &'a str)> {
    let back = ("back", "verdict");
    vec![("id", id), ("about", "cold_sores"), ("said", word), ("on", "2026-12-05"), back]
}

#[tokio::test]
async fn b8_a_yes_opens_what_asked_for_a_clinician_and_says_who_gave_it() {
    let ana = asked().await;
    ana.opens(VERDICT)
        .await
        .sees("Ask a clinician first")
        .says("clearance-ask")
        .says("clearance-limits")
        .is_silent_on("screening-to-plan");
    let id = ClearanceId::new(ana.now()).to_string();
    let fields = [said(&id, "yes"), vec![("by", "my GP"), ("until", "2027-06-01")]].concat();
    for _ in 0..2 {
        assert_eq!(ana.posts("/clearance", &fields).await.redirect().as_deref(), Some(VERDICT));
    }
    assert_eq!(kept(&ana).await.len(), 1, "pressed twice");
    let told = "My GP said yes on 5 December 2026, until 1 June 2027.";
    ana.opens(VERDICT)
        .await
        .says("screening-to-plan")
        .sees(told)
        .sees(&format!("/clearance/{id}?back=verdict"))
        .is_silent_on("clearance-ask");
    ana.opens("/log").await.sees(told).sees(&format!("/clearance/{id}?back=log"));
    ana.opens("/log/journal").await.sees("Clinician’s answer added");
    ana.waits(SignedDuration::from_hours(24 * 20));
    ana.opens(VERDICT).await.says("screening-to-plan");
}

#[tokio::test]
async fn what_lapsed_is_told_and_asked_again() {
    let ana = asked().await;
    let id = ClearanceId::new(ana.now()).to_string();
    let fields = [said(&id, "yes"), vec![("until", "2026-12-20")]].concat();
    ana.posts("/clearance", &fields).await.is(303);
    ana.opens(VERDICT).await.says("screening-to-plan");
    ana.waits(SignedDuration::from_hours(24 * 15));
    ana.opens(VERDICT)
        .await
        .sees("Ask a clinician first")
        .sees("A clinician said yes on 5 December 2026, until 20 December 2026.")
        .says("clearance-over")
        .says("clearance-ask");
}

#[tokio::test]
async fn a_no_and_a_wait_say_so_and_hold() {
    let ana = asked().await;
    let id = ClearanceId::new(ana.now()).to_string();
    let wait = [said(&id, "wait"), vec![("wait_until", "2027-02-01"), ("by", "skin clinic")]];
    ana.posts("/clearance", &wait.concat()).await.is(303);
    ana.opens(VERDICT)
        .await
        .sees("Not now: wait until 1 February 2027.")
        .sees("Skin clinic said on 5 December 2026 to wait until 1 February 2027.");
    ana.posts(&format!("/clearance/{id}"), &said(&id, "no")).await.is(303);
    ana.opens(VERDICT)
        .await
        .says("verdict-do-not-home")
        .sees("A clinician said no on 5 December 2026.");
    // It holds whatever is answered later, and stays in reach.
    ana.changes("cold_sores", &[("cold_sores", "never")]).await.is(303);
    let page = ana.opens(VERDICT).await;
    page.sees("A clinician said no on 5 December 2026.").sees(&format!("/clearance/{id}?"));
    page.misses("Nothing you answered speaks against it");
}

#[tokio::test]
async fn it_is_corrected_and_taken_back_and_the_journal_knows() {
    let ana = asked().await;
    let id = ClearanceId::new(ana.now()).to_string();
    ana.posts("/clearance", &said(&id, "yes")).await.is(303);
    let page = format!("/clearance/{id}");
    ana.opens(&format!("{page}?back=verdict"))
        .await
        .is(200)
        .sees("A clinician said yes on 5 December 2026.")
        .sees(r#"value="yes" checked"#)
        .sees("2026-12-05")
        .sees("href=\"/verdict\"");
    let other = [said(&id, "yes"), vec![("by", "Dr Ash")]].concat();
    for _ in 0..2 {
        ana.posts(&page, &other).await.is(303);
    }
    let now = kept(&ana).await;
    assert_eq!((now.len(), now[0].version), (1, 2));
    ana.opens(VERDICT).await.sees("Dr Ash said yes");
    let led = ana.posts(&format!("{page}/remove"), &[("back", "verdict")]).await.redirect();
    assert_eq!(led.as_deref(), Some(VERDICT));
    ana.opens(VERDICT).await.sees("Ask a clinician first").misses("Dr Ash");
    ana.opens(&page).await.is(404);
    ana.posts(&format!("{page}/remove"), &[]).await.is(404);
    ana.opens("/log/journal").await.sees("answer changed").sees("answer removed");
}

#[tokio::test]
async fn a_mistake_is_told_beside_its_field_and_what_was_typed_stays() {
    let ana = asked().await;
    let with = |own: &[(&'static str, &'static str)]| {
        let mut fields = vec![("about", "cold_sores"), ("by", "typed before")];
        fields.extend(own);
        fields
    };
    for (own, told) in [
        (&[][..], "Choose what they said"),
        (&[("said", "perhaps")], "Choose what they said"),
        (&[("said", "yes"), ("on", "2026-12-06")], "still to come"),
        (&[("said", "yes"), ("on", "2026-02-30")], "February 2026 has 28 days"),
        (&[("said", "yes"), ("until", "2026-12-05")], "after the day you asked"),
        (&[("said", "yes"), ("until", "soon")], "Write the date as year"),
        (&[("said", "wait")], "until which to wait"),
        (&[("said", "wait"), ("wait_until", "2026-12-05")], "after the day you asked"),
    ] {
        ana.posts("/clearance", &with(own)).await.is(422).sees(told).sees("typed before");
    }
    let long = "x".repeat(201);
    let fields = [("about", "cold_sores"), ("said", "yes"), ("by", &long)];
    ana.posts("/clearance", &fields).await.is(422).sees("at most 200 letters").sees(&long);
    for about in ["", "horoscope"] {
        ana.posts("/clearance", &[("about", about), ("said", "yes")]).await.is(422);
    }
    assert!(kept(&ana).await.is_empty());
}

#[tokio::test]
async fn nobody_is_led_elsewhere() {
    let ana = asked().await;
    for odd in ["https://evil.example", "//evil.example", "/more/erase", ""] {
        let fields = [("about", "pus"), ("said", "yes"), ("back", odd)];
        assert_eq!(ana.posts("/clearance", &fields).await.redirect().as_deref(), Some("/today"));
    }
}

#[tokio::test]
async fn a_yes_never_lifts_what_is_not_for_one() {
    let ana = asked().await;
    ana.posts("/clearance", &[("about", "pregnancy"), ("said", "yes")]).await.is(303);
    ana.changes("pregnancy", &[("pregnancy", "pregnant")]).await.is(303);
    ana.opens(VERDICT)
        .await
        .says("verdict-do-not-home")
        .sees("A clinician said yes on 5 December 2026.")
        .says("clearance-never-lifts")
        .is_silent_on("screening-to-plan");
}

#[tokio::test]
async fn a_warning_sign_stays_until_somebody_has_looked() {
    let (ana, person) = with_a_plan(answered(), "2026-11-20").await;
    let done = session(&ana, person, hours(&ana, -24 * 15)).await;
    checkin(&ana, person, done, hours(&ana, -24 * 12), &[], &[Flag::Pus], None).await;
    checkin(&ana, person, done, hours(&ana, -24), &[], &[], None).await;
    // Twelve days later and without it, it does not become "as expected" by itself.
    let page = ana.opens("/today").await;
    page.says("today-sign-ask").says("today-sign-gone").is_silent_on("level-expected");
    page.sees("Contact your practitioner").misses("Go to a doctor or urgent care");
    let yes = [("about", "pus"), ("said", "yes"), ("by", "the GP"), ("back", "today")];
    ana.posts_and_follows("/clearance", &yes)
        .await
        .says("level-expected")
        .is_silent_on("today-sign-ask");
    ana.opens("/log").await.sees("The GP said yes on 5 December 2026.").sees("Pus");
}

#[tokio::test]
async fn a_sign_that_was_looked_at_and_forbids_says_so_and_can_be_changed() {
    let (ana, person) = with_a_plan(answered(), "2026-11-20").await;
    let done = session(&ana, person, hours(&ana, -24 * 5)).await;
    let seen =
        checkin(&ana, person, done, hours(&ana, -1), &[(Sign::Redness, 1)], &[Flag::Pus], None)
            .await;
    let page = format!("/log/check-in/{seen}");
    ana.opens(&page).await.says("today-sign-ask");
    let seen = seen.to_string();
    let no = [("about", "pus"), ("said", "no"), ("back", seen.as_str())];
    assert_eq!(ana.posts("/clearance", &no).await.redirect().as_deref(), Some(page.as_str()));
    for page in [page.as_str(), "/today"] {
        ana.opens(page)
            .await
            .sees("A clinician said no on 5 December 2026.")
            .says("clearance-change")
            .is_silent_on("today-sign-ask");
    }
    ana.opens("/session")
        .await
        .sees("A clinician said no")
        .misses("You can go ahead")
        .misses(BEGIN);
}

#[tokio::test]
async fn the_door_of_a_session_asks_too_and_leads_back_there() {
    let mut person = answered();
    person.answers.insert("cold_sores".into(), "past".into());
    let (ana, _) = with_a_plan(person, "2026-12-05").await;
    ana.opens("/session").await.says("clearance-ask").sees("value=\"session\"").misses(BEGIN);
    let yes = [("about", "cold_sores"), ("said", "yes"), ("back", "session")];
    assert_eq!(ana.posts("/clearance", &yes).await.redirect().as_deref(), Some("/session"));
    ana.opens("/session").await.sees(BEGIN).is_silent_on("clearance-ask");
}

#[tokio::test]
async fn a_word_from_last_week_counts_until_something_new_is_answered() {
    let ana = asked().await;
    let early = [("about", "cold_sores"), ("said", "yes"), ("on", "2026-12-01")];
    ana.posts("/clearance", &early).await.is(303);
    ana.opens(VERDICT)
        .await
        .misses("Ask a clinician first")
        .sees("A clinician said yes on 1 December 2026.")
        .misses("answered or seen after it");
    ana.waits(SignedDuration::from_hours(24));
    ana.changes("pregnancy", &[("pregnancy", "pregnant")]).await.is(303);
    ana.opens(VERDICT).await.says("clearance-over");
}

#[tokio::test]
async fn no_word_of_it_stands_in_the_code() {
    let home = Home::with(|settings| settings.pseudo = true).await;
    let mut person = answered();
    person.wishes.language = Some("en-XA".into());
    person.answers.insert("cold_sores".into(), "past".into());
    let (ana, person) = testhouse::in_home(home, person, "2026-12-12").await;
    let mut pages = vec![ana.opens(VERDICT).await];
    for (word, more) in [("yes", ("until", "2027-06-01")), ("wait", ("wait_until", "2027-02-01"))] {
        let fields = [("about", "cold_sores"), ("said", word), more];
        ana.posts("/clearance", &fields).await.is(303);
        pages.extend([ana.opens(VERDICT).await, ana.opens("/log").await]);
    }
    let id = kept(&ana).await[0].id;
    pages.push(ana.opens(&format!("/clearance/{id}")).await);
    pages.push(ana.posts("/clearance", &[("about", "pus"), ("until", "9")]).await);
    let done = session(&ana, person, hours(&ana, -24 * 5)).await;
    let seen = checkin(&ana, person, done, hours(&ana, -1), &[], &[Flag::Pus], None).await;
    pages.push(ana.opens("/today").await);
    pages.push(ana.posts(&format!("/log/check-in/{seen}"), &[]).await);
    pages.push(ana.posts("/today/checkin", &[("flags", "pus"), ("clear", "all")]).await);
    for page in pages {
        // The protocol's own name is no word of the page.
        let mut words = plain_words(&page.text());
        words.retain(|word| word != "needlewise");
        assert_eq!(words, Vec::<String>::new(), "{}", page.text());
    }
}
