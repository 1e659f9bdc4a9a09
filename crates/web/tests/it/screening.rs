//! The first journey: questions one after the other, kept at once, taken back, changed; and the verdict.

use care::Protocol;
use care::words::{Area, Setting};
use chart::screening::steps;
use jiff::SignedDuration;
use testhouse::{ABOUT, Answer, Home, borrowed, dated, harmless};

fn leads_to(answer: &Answer, place: &str) {
    assert_eq!(answer.redirect().as_deref(), Some(place), "{}", answer.text());
}

#[tokio::test]
async fn a_stranger_gets_from_the_first_question_to_a_verdict() {
    let ana = Home::new().await;
    let mut page = ana.follows("/").await;
    let all = harmless();
    page.is(200).sees("What do you hope for?").sees(&format!("1 of {}", all.len()));
    for (place, (step, fields)) in all.iter().enumerate() {
        page.is(200).sees(&format!("{} of {}", place + 1, all.len()));
        page.misses("class=\"tabs\"");
        // What is hoped for, and where, is known or there is nothing to decide.
        assert!(place < 1 || page.text().contains("I don’t know"), "{step}");
        let checked = page.text().matches(" checked").count();
        assert_eq!(checked, 0, "something is chosen beforehand on {step}");
        page = ana.posts_and_follows(&format!("/screening/{step}"), fields).await;
    }
    page.is(200).sees("You can go ahead.").sees("See your plan").misses("Remind me");
    let kept = ana.screenings().await;
    assert_eq!(kept.len(), 1);
    let protocol = Protocol::built_in().unwrap();
    let asked: usize =
        steps::all(&protocol, Setting::Home).iter().map(|step| step.questions().count()).sum();
    assert_eq!(kept[0].answers.len(), asked);
}

#[tokio::test]
async fn pressing_start_makes_a_person_and_looking_makes_none() {
    let mut ana = Home::entered().await;
    ana.opens("/").await.is(200).sees("Start");
    ana.opens("/people").await.is(200);
    assert!(ana.app.store().people().await.unwrap().is_empty(), "nobody pressed start yet");
    ana.starts().await;
    ana.posts("/screening/goals", &[("goals", "dreams")]).await.is(422);
    ana.posts("/screening/goals", &[("goals", "wrinkles")]).await.is(422).sees("Where?");
    let both = [("goals", "wrinkles"), ("areas", "neck")];
    leads_to(&ana.posts("/screening/goals", &both).await, "/screening/about");
    let profile = ana.profile().await;
    assert_eq!(profile.zone, "Europe/Paris");
    assert_eq!((profile.goals.len(), profile.areas.len()), (1, 1));
}

#[tokio::test]
async fn a_wait_says_why_who_disagrees_what_changes_it_and_reminds() {
    let ana = Home::new().await;
    let stopped = dated("retinoid", "stopped", ["1", "9", "2026"], Some("oral"));
    ana.answers(&[("retinoid", &borrowed(&stopped))]).await;
    let page = ana.opens("/verdict").await;
    page.is(200)
        .sees("Not now: wait until 1 March 2027.")
        .sees("Until 1 March 2027")
        .sees("I stopped on 1 September 2026. It was: By mouth")
        .sees("Who says so, and who disagrees")
        .sees("#isotretinoin-label\"")
        .sees("What would change this")
        .sees("/screening/retinoid#line-retinoid")
        .sees("What you can do meanwhile")
        .sees("Remind me on 1 March 2027")
        .misses("See your plan");
    let file = ana.opens("/verdict/reminder.ics").await;
    file.is(200).sees("DTSTART;VALUE=DATE:20270301").misses("eedl").misses("kin");
    assert_eq!(file.headers["content-type"], "text/calendar; charset=utf-8");
    assert_eq!(file.body, ana.opens("/verdict/reminder.ics").await.body);
}

#[tokio::test]
async fn a_decision_is_kept_once_for_the_same_answers_and_day() {
    let ana = Home::new().await;
    ana.answers(&[]).await;
    ana.posts("/screening/health", &[("go", "none")]).await.is(303);
    assert_eq!(ana.screenings().await.len(), 1);
    ana.waits(SignedDuration::from_hours(24));
    ana.opens("/verdict").await.is(200);
    assert_eq!(ana.screenings().await.len(), 1, "looking keeps nothing");
    ana.changes("pregnancy", &[("pregnancy", "trying")]).await.is(303);
    ana.opens("/verdict").await.is(200).misses("You can go ahead");
    assert_eq!(ana.screenings().await.len(), 2);
}

#[tokio::test]
async fn the_worst_reason_comes_first_and_none_is_left_out() {
    let ana = Home::new().await;
    let elsewhere = [("skin_condition", "ticked"), ("skin_condition", "elsewhere")];
    let sunburn = dated("sunburn", "on", ["1", "12", "2026"], None);
    let unknown = [("weak_immunity", "unknown")];
    ana.answers(&[
        ("skin_condition", &elsewhere),
        ("sunburn", &borrowed(&sunburn)),
        ("weak_immunity", &unknown),
    ])
    .await;
    let text = ana.opens("/verdict").await.is(200).text();
    let place = |title: &str| text.find(title).unwrap_or_else(|| panic!("{title}\n{text}"));
    let unknown = place("This speaks against it");
    let wait = place("This needs time");
    let care = place("Keep this in mind");
    assert!(unknown < wait && wait < care, "{unknown} {wait} {care}");
    assert!(text.contains("You answered: I don"), "{text}");
}

#[tokio::test]
async fn what_was_typed_stays_and_the_mistake_is_told_beside_it() {
    let ana = Home::new().await;
    let [.., skin, sensitive] = ABOUT;
    let with = |day, month, year| {
        [("born-day", day), ("born-month", month), ("born-year", year), skin, sensitive]
    };
    ana.posts("/screening/about", &with("31", "2", "2027"))
        .await
        .is(422)
        .sees("That date does not exist. February 2027 has 28 days.")
        .sees("value=\"31\"")
        .sees("aria-invalid=\"true\"")
        .sees("Error: ");
    ana.posts("/screening/about", &with("6", "12", "2026")).await.is(422).sees("still to come");
    ana.posts("/screening/about", &with("1", "1", "1666")).await.is(422).sees("too long ago");
    let open = [skin, sensitive];
    ana.posts("/screening/about", &open).await.is(422).sees("Write your date of birth");
    // What was right is kept all the same.
    assert_eq!(ana.profile().await.skin_type, Some(3));
    leads_to(&ana.posts("/screening/about", &ABOUT).await, "/screening/goals");
    for path in ["/screening/nothing", "/screening/undo"] {
        ana.posts(path, &[]).await.is(404);
        ana.opens(path).await.is(404);
    }
}

#[tokio::test]
async fn an_impossible_date_is_told_at_its_line_and_all_that_was_entered_stays() {
    let ana = Home::new().await;
    ana.posts("/screening/about", &ABOUT).await.is(303);
    let mut fields = dated("sunburn", "on", ["1", "1", "1980"], None);
    fields.push(("skin_condition".into(), "ticked".into()));
    fields.push(("skin_condition".into(), "elsewhere".into()));
    fields.push(("broken_skin".into(), "unknown".into()));
    let page = ana.posts("/screening/sunburn", &borrowed(&fields)).await;
    page.is(422).sees("before you were born").sees("sunburn-on-hint sunburn-on-problem");
    page.sees("name=\"sunburn-on-year\" value=\"1980\"").sees("value=\"elsewhere\" checked");
    page.sees("name=\"broken_skin\" value=\"unknown\" checked");
    assert!(!ana.profile().await.answers.contains_key("sunburn"), "a wrong date is no answer");
}

#[tokio::test]
async fn nothing_said_is_never_fine_and_none_beside_a_tick_is_asked_about() {
    let ana = Home::new().await;
    ana.posts("/screening/about", &ABOUT).await.is(303);
    let next = [("go", "on")];
    let page = ana.posts("/screening/skin", &next).await;
    page.is(422).sees("<title>Error: ");
    assert_eq!(page.text().matches("Nothing is ticked.").count(), 1, "told once");
    ana.posts("/screening/skin", &[]).await.is(422).sees("Nothing is ticked.");
    ana.posts("/screening/using", &next).await.is(422).sees("Nothing is ticked.");
    assert!(ana.profile().await.answers.is_empty());
    let both = [("infection", "yes"), ("go", "none")];
    ana.posts("/screening/skin", &both)
        .await
        .is(422)
        .sees("Which is it?")
        .sees("value=\"yes\" checked");
    let answers = ana.profile().await.answers;
    assert_eq!((answers.len(), &answers["infection"]), (1, &serde_json::json!("yes")));
    let taken_off = [("seen", "infection"), ("go", "none")];
    ana.posts("/screening/skin", &taken_off).await.is(303);
    assert_eq!(ana.profile().await.answers["infection"], "no");
    ana.opens("/screening/skin").await.sees("You said: none of these.");
}

/// What the page of a step would send if nothing on it were touched, and this button pressed.
fn untouched<'f>(fields: &'f [(String, String)], go: &'f str) -> Vec<(&'f str, &'f str)> {
    let kept = fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    kept.filter(|(name, _)| *name != "go").chain([("go", go)]).collect()
}

#[tokio::test]
async fn b3_a_yes_from_another_window_is_never_turned_into_no() {
    let ana = Home::new().await;
    ana.posts("/screening/about", &ABOUT).await.is(303);
    for go in ["none", "on"] {
        let old = ana.opens("/screening/skin").await.fields();
        ana.posts("/screening/skin", &[("infection", "yes"), ("go", "on")]).await.is(303);
        let page = ana.posts("/screening/skin", &untouched(&old, go)).await;
        page.is(422)
            .says("screening-said-elsewhere")
            .sees("name=\"infection\" value=\"yes\" checked");
        assert_eq!(ana.profile().await.answers["infection"], "yes", "{go}");
        // Taken off on the page that shows it, it is off.
        let seen: Vec<_> = page.fields().into_iter().filter(|(name, _)| name == "seen").collect();
        assert_eq!(seen, [("seen".to_owned(), "infection".to_owned())]);
        ana.posts("/screening/skin", &untouched(&seen, "none")).await.is(303);
        assert_eq!(ana.profile().await.answers["infection"], "no", "{go}");
    }
}

#[tokio::test]
async fn b3_a_draft_of_an_old_window_takes_no_answer_away() {
    let ana = Home::new().await;
    ana.posts("/screening/about", &ABOUT).await.is(303);
    ana.posts("/screening/skin", &[("infection", "yes"), ("go", "on")]).await.is(303);
    ana.sends(draft("/screening/skin", "moles=yes")).await.is(204);
    assert_eq!(ana.profile().await.answers["infection"], "yes");
    ana.sends(draft("/screening/skin", "seen=infection")).await.is(204);
    assert!(!ana.profile().await.answers.contains_key("infection"), "open again");
}

#[tokio::test]
async fn s3_a_change_is_taken_back_to_what_was_said_before_and_once() {
    let ana = Home::new().await;
    ana.answers(&[("pregnancy", &[("pregnancy", "ticked"), ("pregnancy", "trying")])]).await;
    let old = ana.profile().await.answers;
    let fields = ana.opens("/screening/health").await.fields();
    let before = fields.iter().find(|(name, _)| name == "before").unwrap().1.clone();
    let change =
        [("pregnancy", "ticked"), ("pregnancy", "pregnant"), ("before", &before), ("go", "on")];
    let verdict = ana.posts("/screening/health", &change).await.redirect().unwrap();
    assert_ne!(ana.profile().await.answers, old);
    let page = ana.opens(&verdict).await;
    page.is(200).says("screening-take-back");
    let text = page.text();
    let action = text.split("class=\"undo\" method=\"post\" action=\"").nth(1).unwrap();
    let action = action.split('"').next().unwrap().replace("&amp;", "&");
    leads_to(&ana.posts(&action, &[]).await, "/screening");
    assert_eq!(ana.profile().await.answers, old, "what was said before, and nothing unanswered");
    ana.opens(&verdict).await.is(200).is_silent_on("screening-take-back");
    ana.posts("/screening/health", &change).await.is(303);
    let changed = ana.profile().await.answers;
    ana.posts(&action, &[]).await.is(303);
    assert_eq!(ana.profile().await.answers, changed, "one change is taken back once");
}

#[tokio::test]
async fn the_whole_face_is_one_tap_and_its_parts_are_there_to_be_taken_off() {
    let ana = Home::new().await;
    let goals = ("goals", "texture");
    ana.posts("/screening/goals", &[goals, ("areas", "neck"), ("areas", "face")]).await.is(303);
    let areas = ana.profile().await.areas;
    let whole = care::zone::WHOLE_FACE.into_iter().chain([Area::Neck]);
    assert_eq!(areas, whole.collect::<Vec<_>>());
    let page = ana.opens("/screening/goals").await;
    page.sees("value=\"cheeks\" checked").sees("value=\"neck\" checked");
    page.misses("value=\"face\" checked").misses("value=\"around-eyes\" checked");
    let fields = page.fields();
    let kept = fields.iter().filter(|(_, value)| value != "nose" && value != "on");
    let kept: Vec<_> = kept.map(|(name, value)| (name.as_str(), value.as_str())).collect();
    ana.posts("/screening/goals", &kept).await.is(303);
    assert!(!ana.profile().await.areas.contains(&Area::Nose), "taken off");
}

#[tokio::test]
async fn what_was_said_is_there_when_one_goes_back() {
    let ana = Home::new().await;
    ana.posts("/screening/about", &ABOUT).await.is(303);
    let mut fields = dated("sunburn", "on", ["1", "12", "2026"], None);
    fields.push(("infection".into(), "yes".into()));
    fields.push(("broken_skin".into(), "unknown".into()));
    ana.posts("/screening/skin", &borrowed(&fields)).await.is(303);
    let page = ana.opens("/screening/skin").await;
    page.sees("name=\"infection\" value=\"yes\" checked").sees("<details class=\"not-sure\" open>");
    page.sees("name=\"sunburn-on-day\" value=\"1\"").misses("You said: none");
    assert_eq!(page.text().matches(" checked").count(), 3);
    ana.opens("/screening/about").await.sees("name=\"born-year\" value=\"1988\"");
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
    ana.posts("/screening/device", &none).await.is(422).sees("whole number from 1 to 2,000");
    ana.posts("/screening/device", &[("kind", "pen"), ("length-unknown", "yes")]).await.is(303);
    assert_eq!(ana.profile().await.device.unwrap().length_mm, None);
    ana.posts("/screening/device", &[("kind", "none"), ("free_days", "sunday")]).await.is(303);
    let profile = ana.profile().await;
    assert!(profile.device.is_none() && profile.free_days.len() == 1);
}

#[tokio::test]
async fn a_draft_is_kept_without_going_on() {
    let ana = Home::new().await;
    ana.posts("/screening/about", &ABOUT).await.is(303);
    ana.sends(draft("/screening/keloid", "keloid=yes")).await.is(204);
    let profile = ana.profile().await;
    assert_eq!(profile.answers["keloid"], "yes");
    assert_eq!((profile.answers.len(), &*profile.steps_done), (1, &["about".to_owned()][..]));
    ana.sends(draft("/screening/keloid", "seen=keloid")).await.is(204);
    assert!(ana.profile().await.answers.is_empty(), "what is no longer ticked is open again");
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
async fn progress_outlives_the_browser_and_the_program() {
    let mut ana = Home::new().await;
    let all = harmless();
    for (step, fields) in all.iter().take(4) {
        ana.posts(&format!("/screening/{step}"), fields).await.is(303);
    }
    let next = format!("/screening/{}", all[4].0);
    leads_to(&ana.opens("/screening").await, &next);
    ana.posts("/leave", &[]).await;
    ana.enters().await;
    leads_to(&ana.opens("/screening").await, &next);
}

#[tokio::test]
async fn every_answer_is_listed_with_a_way_to_change_it() {
    let ana = Home::new().await;
    ana.answers(&[]).await;
    let page = ana.opens("/answers").await;
    page.is(200).sees("2 April 1988").sees("0.25 mm").sees("Any day").misses("Not answered yet");
    for (step, _) in harmless() {
        page.sees(&format!("href=\"/screening/{step}\""));
    }
    leads_to(&ana.changes("pregnancy", &[("pregnancy", "no")]).await, "/verdict");
}

#[tokio::test]
async fn pages_that_need_answers_send_whoever_has_given_none_to_the_questions() {
    let ana = Home::new().await;
    leads_to(&ana.opens("/verdict").await, "/screening");
    ana.opens("/verdict/reminder.ics").await.is(404);
    ana.posts("/screening/about", &ABOUT).await.is(303);
    leads_to(&ana.opens("/verdict").await, "/screening");
    ana.opens("/answers").await.is(200).sees("Not answered yet").sees("Go on");
    ana.opens("/verdict/reminder.ics").await.is(404);
    ana.answers(&[]).await;
    ana.opens("/verdict/reminder.ics").await.is(404);
}
