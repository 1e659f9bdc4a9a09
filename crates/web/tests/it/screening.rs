//! The first journey: questions one after the other, kept at once, taken back, changed; and the verdict.

use jiff::SignedDuration;
use store::records::{Profile, Screening};

use crate::home::{Answer, Home};

/// A step and what a person without any risk answers.
pub const HARMLESS: [(&str, &[(&str, &str)]); 11] = [
    ("goals", &[("goals", "texture")]),
    ("areas", &[("areas", "cheeks"), ("areas", "forehead")]),
    ("about", &[("born", "1988-04-02"), ("skin_type", "3"), ("sensitive", "no")]),
    ("skin", &[("all", "none")]),
    ("marks", &[("all", "none")]),
    ("health", &[("all", "none")]),
    ("medicines", &[("all", "none")]),
    ("reactions", &[("all", "none")]),
    ("before", &[("all", "none")]),
    ("using", &[("using", "nothing")]),
    ("device", &[("kind", "roller"), ("length_mm", "0.25"), ("needles", "192")]),
];

/// The page on which a question stands, with the harmless answers of all others on it.
fn page_of(question: &str) -> (String, Vec<(String, String)>) {
    let protocol = care::Protocol::built_in().unwrap();
    // A step of our own has nothing beside it.
    let group = protocol.find_question(question).and_then(|(_, question)| question.group.clone());
    let beside = |other: &&care::protocol::rows::Question| {
        group.is_some() && other.group == group && other.id != question
    };
    let harmless = protocol.questions().iter().filter(beside);
    let harmless = harmless.map(|other| (other.id.clone(), other.answers[0].clone())).collect();
    (group.unwrap_or_else(|| question.to_owned()), harmless)
}

impl Home {
    /// Answers every step harmlessly but for the questions given here.
    pub async fn answers(&self, other: &[(&str, &[(&str, &str)])]) {
        for (step, harmless) in HARMLESS {
            self.posts(&format!("/screening/{step}"), harmless).await.is(303);
        }
        for (question, fields) in other {
            self.changes(question, fields).await.is(303);
        }
    }
    /// Answers a question anew, and all others on its page harmlessly.
    pub async fn changes(&self, question: &str, fields: &[(&str, &str)]) -> Answer {
        let (page, harmless) = page_of(question);
        let harmless = harmless.iter().map(|(id, word)| (id.as_str(), word.as_str()));
        let all: Vec<(&str, &str)> = harmless.chain(fields.iter().copied()).collect();
        self.posts(&format!("/screening/{page}"), &all).await
    }
    /// What is on record of the one person.
    pub async fn profile(&self) -> Profile {
        let store = self.app.store();
        let people = store.people().await.unwrap();
        assert_eq!(people.len(), 1);
        store.find_person(people[0]).await.unwrap().unwrap().record
    }
    /// The screenings on record.
    pub async fn screenings(&self) -> Vec<Screening> {
        let store = self.app.store();
        let people = store.people().await.unwrap();
        let all = store.list::<Screening>(people[0]).await.unwrap();
        all.into_iter().map(|entry| entry.record).collect()
    }
}

fn leads_to(answer: &Answer, place: &str) {
    assert_eq!(answer.redirect().as_deref(), Some(place), "{}", answer.text());
}

#[tokio::test]
async fn a_stranger_gets_from_the_first_question_to_a_verdict() {
    let ana = Home::new().await;
    let mut page = ana.follows("/").await;
    page.is(200).sees("What do you hope for?").sees("1 of 11");
    for (place, (step, fields)) in HARMLESS.into_iter().enumerate() {
        page.is(200).sees(&format!("{} of 11", place + 1));
        // What is hoped for, and where, is known or there is nothing to decide.
        assert!(place < 2 || page.text().contains("I don’t know"), "{step}");
        let checked = page.text().matches(" checked").count();
        assert_eq!(checked, 0, "something is chosen beforehand on {step}");
        page = ana.posts_and_follows(&format!("/screening/{step}"), fields).await;
    }
    page.is(200).sees("You can go ahead.").sees("See your plan").misses("Remind me");
    let kept = ana.screenings().await;
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].answers.len(), 34);
}

#[tokio::test]
async fn the_first_answer_makes_one_person_and_the_rest_is_theirs() {
    let ana = Home::new().await;
    assert!(ana.app.store().people().await.unwrap().is_empty());
    ana.posts("/screening/goals", &[("goals", "dreams")]).await.is(422);
    assert!(ana.app.store().people().await.unwrap().is_empty(), "nothing was answered yet");
    leads_to(&ana.posts("/screening/goals", &[("goals", "wrinkles")]).await, "/screening/areas");
    leads_to(&ana.posts("/screening/areas", &[("areas", "neck")]).await, "/screening/about");
    let profile = ana.profile().await;
    assert_eq!(profile.zone, "Europe/Paris");
    assert_eq!((profile.goals.len(), profile.areas.len()), (1, 1));
}

#[tokio::test]
async fn a_wait_says_why_who_disagrees_what_changes_it_and_reminds() {
    let ana = Home::new().await;
    let stopped =
        [("retinoid", "stopped"), ("retinoid-date", "2026-09-01"), ("retinoid-detail", "oral")];
    ana.answers(&[("retinoid", &stopped)]).await;
    let page = ana.opens("/screening/verdict").await;
    page.is(200)
        .sees("Not now: wait until 1 March 2027.")
        .sees("I stopped on 1 September 2026. It was: By mouth")
        .sees("Who says so, and who disagrees")
        .sees("/protocol/sources#isotretinoin-label")
        .sees("What would change this")
        .sees("What you can do meanwhile")
        .sees("Remind me on 1 March 2027")
        .misses("See your plan");
    let file = ana.opens("/screening/reminder.ics").await;
    file.is(200).sees("DTSTART;VALUE=DATE:20270301").misses("eedl").misses("kin");
    assert_eq!(file.headers["content-type"], "text/calendar; charset=utf-8");
    assert_eq!(file.body, ana.opens("/screening/reminder.ics").await.body);
}

#[tokio::test]
async fn a_decision_is_kept_once_for_the_same_answers_and_day() {
    let ana = Home::new().await;
    ana.answers(&[]).await;
    for _ in 0..3 {
        ana.opens("/screening/verdict").await.is(200);
    }
    assert_eq!(ana.screenings().await.len(), 1);
    ana.waits(SignedDuration::from_hours(24));
    ana.opens("/screening/verdict").await.is(200);
    assert_eq!(ana.screenings().await.len(), 2, "another day is another screening");
    ana.changes("pregnancy", &[("pregnancy", "trying")]).await.is(303);
    ana.opens("/screening/verdict").await.is(200).misses("You can go ahead");
    assert_eq!(ana.screenings().await.len(), 3);
}

#[tokio::test]
async fn the_worst_reason_comes_first_and_none_is_left_out() {
    let ana = Home::new().await;
    let skin = [("sunburn", "on"), ("sunburn-date", "2026-12-01"), ("skin_condition", "elsewhere")];
    ana.answers(&[]).await;
    let (page, harmless) = page_of("sunburn");
    let others = harmless.iter().map(|(id, word)| (id.as_str(), word.as_str()));
    let others = others.filter(|(id, _)| *id != "skin_condition");
    let all: Vec<(&str, &str)> = others.chain(skin).collect();
    ana.posts(&format!("/screening/{page}"), &all).await.is(303);
    ana.changes("weak_immunity", &[("weak_immunity", "unknown")]).await.is(303);
    let text = ana.opens("/screening/verdict").await.is(200).text();
    let place = |title: &str| {
        text.find(&format!("<h2>{title}")).unwrap_or_else(|| panic!("{title}\n{text}"))
    };
    let unknown = place("A weak immune system");
    let wait = place("Sunburn or strong sun");
    let care = place("A skin condition elsewhere");
    assert!(unknown < wait && wait < care, "{unknown} {wait} {care}");
    assert!(text.contains("You answered: I don"), "{text}");
}

#[tokio::test]
async fn what_was_typed_stays_and_the_mistake_is_told_beside_it() {
    let ana = Home::new().await;
    let about = [("skin_type", "3"), ("sensitive", "no")];
    let with = |born: &'static str| [("born", born), about[0], about[1]];
    ana.posts("/screening/about", &with("2027-02-31"))
        .await
        .is(422)
        .sees("That date does not exist. February 2027 has 28 days.")
        .sees("value=\"2027-02-31\"")
        .sees("aria-invalid=\"true\"");
    ana.posts("/screening/about", &with("2026-12-06")).await.is(422).sees("still to come");
    ana.posts("/screening/about", &with("1666-01-01")).await.is(422).sees("too long ago");
    ana.posts("/screening/about", &about).await.is(422).sees("Write your date of birth");
    // What was right is kept all the same.
    assert_eq!(ana.profile().await.skin_type, Some(3));
    leads_to(&ana.posts("/screening/about", &with("1988-04-02")).await, "/screening/goals");
    ana.changes("retinoid", &[("retinoid", "stopped")]).await.is(422).sees("Write the day");
    ana.changes("pregnancy", &[]).await.is(422).sees("is an answer too");
    ana.posts("/screening/using", &[]).await.is(422).sees("None of these");
    ana.posts("/screening/nothing", &[]).await.is(404);
    ana.opens("/screening/nothing").await.is(404);
}

#[tokio::test]
async fn a_device_has_possible_needles_and_a_length_or_none_is_known() {
    let ana = Home::new().await;
    for (length, status) in [("7", 422), ("0,25", 303), ("0.255", 422), ("short", 422), ("", 422)] {
        let fields = [("kind", "roller"), ("length_mm", length)];
        ana.posts("/screening/device", &fields).await.is(status);
    }
    let device = ana.profile().await.device.unwrap();
    assert_eq!(
        (device.length_mm, device.since.unwrap().to_string().as_str()),
        (Some(0.25), "2026-12-05")
    );
    let none = [("kind", "pen"), ("needles", "0"), ("length-unknown", "yes")];
    ana.posts("/screening/device", &none).await.is(422).sees("whole number from 1 to 2000");
    ana.posts("/screening/device", &[("kind", "pen"), ("length-unknown", "yes")]).await.is(303);
    assert_eq!(ana.profile().await.device.unwrap().length_mm, None);
    ana.posts("/screening/device", &[("kind", "none"), ("free_days", "sunday")]).await.is(303);
    let profile = ana.profile().await;
    assert!(profile.device.is_none() && profile.free_days.len() == 1);
}

#[tokio::test]
async fn half_a_page_is_kept_and_only_the_rest_is_asked_for() {
    let ana = Home::new().await;
    let half = [("keloid", "no"), ("koebner", "unknown")];
    ana.posts("/screening/reactions", &half).await.is(422).sees("It is marked below");
    assert_eq!(ana.profile().await.answers.len(), 2);
    let page = ana.opens("/screening/reactions").await;
    assert_eq!(page.is(200).text().matches(" checked").count(), 2);
}

#[tokio::test]
async fn a_draft_is_kept_without_going_on() {
    let ana = Home::new().await;
    ana.posts("/screening/goals", &[("goals", "texture")]).await.is(303);
    ana.sends(draft("/screening/reactions", "keloid=yes")).await.is(204);
    let profile = ana.profile().await;
    assert_eq!(profile.answers["keloid"], "yes");
    assert_eq!(profile.steps_done, ["goals"]);
    let ben = Home::new().await;
    ben.sends(draft("/screening/goals", "goals=texture")).await.is(204);
    assert!(ben.app.store().people().await.unwrap().is_empty(), "a draft makes nobody");
}

fn draft(path: &str, body: &str) -> axum::http::Request<axum::body::Body> {
    axum::http::Request::post(path)
        .header("sec-fetch-site", "same-origin")
        .header("x-autosave", "1")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(axum::body::Body::from(body.to_owned()))
        .unwrap()
}

#[tokio::test]
async fn the_last_answer_is_taken_back_and_asked_again() {
    let ana = Home::new().await;
    ana.posts("/screening/goals", &[("goals", "texture")]).await.is(303);
    ana.changes("pregnancy", &[("pregnancy", "pregnant")]).await.is(303);
    ana.opens("/screening/areas").await.sees("Take it back");
    leads_to(&ana.posts("/screening/undo", &[]).await, "/screening/health");
    assert!(ana.profile().await.answers.is_empty());
    assert_eq!(ana.opens("/screening/health").await.text().matches(" checked").count(), 0);
    leads_to(&ana.posts("/screening/undo", &[]).await, "/screening/goals");
    leads_to(&ana.posts("/screening/undo", &[]).await, "/screening");
    assert!(ana.profile().await.goals.is_empty());
}

#[tokio::test]
async fn progress_outlives_the_browser_and_the_program() {
    let mut ana = Home::new().await;
    for (step, fields) in HARMLESS.into_iter().take(4) {
        ana.posts(&format!("/screening/{step}"), fields).await.is(303);
    }
    leads_to(&ana.opens("/screening").await, "/screening/marks");
    ana.posts("/leave", &[]).await;
    ana.enters().await;
    leads_to(&ana.opens("/screening").await, "/screening/marks");
    let page = ana.opens("/screening/about").await;
    page.sees("value=\"1988-04-02\"");
}

#[tokio::test]
async fn every_answer_is_listed_with_a_way_to_change_it() {
    let ana = Home::new().await;
    ana.answers(&[]).await;
    let page = ana.opens("/screening/answers").await;
    page.is(200).sees("2 April 1988").sees("0.25 mm").sees("Any day").misses("Not answered yet");
    for (step, _) in HARMLESS {
        page.sees(&format!("href=\"/screening/{step}\""));
    }
    leads_to(&ana.changes("pregnancy", &[("pregnancy", "no")]).await, "/screening/verdict");
}

#[tokio::test]
async fn pages_that_need_answers_send_whoever_has_given_none_to_the_questions() {
    let ana = Home::new().await;
    for path in ["/screening/verdict", "/screening/answers", "/screening/reminder.ics"] {
        leads_to(&ana.opens(path).await, "/screening");
    }
    ana.posts("/screening/goals", &[("goals", "texture")]).await.is(303);
    leads_to(&ana.opens("/screening/verdict").await, "/screening");
    ana.opens("/screening/answers").await.is(200).sees("Not answered yet").sees("Go on");
    ana.opens("/screening/reminder.ics").await.is(404);
    ana.answers(&[]).await;
    ana.opens("/screening/reminder.ics").await.is(404);
}
