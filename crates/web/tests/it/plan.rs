//! The plan: a first day, what it means, begun, moved, left out, ended; late; locked while the skin heals; events and lists.

use store::records::Session;
use store::{Actor, By, Entry, Id, ProgrammeId};
use testhouse::{Home, NONE, borrowed, dated, harmless};

use crate::speaks::only_from_texts;

#[tokio::test]
async fn without_answers_there_is_a_kind_word_and_a_way_to_the_questions() {
    let ana = Home::new().await;
    ana.opens("/plan").await.is(200).says("plan-questions");
    ana.posts("/screening/goals", &[("goals", "texture"), ("areas", "neck")]).await.is(303);
    ana.opens("/plan").await.is(200).says("plan-questions").sees("href=\"/screening\"");
    ana.begins_on("2026-12-12").await;
    assert!(ana.programmes().await.is_empty(), "nothing begins without answers");
}

#[tokio::test]
async fn a_first_day_can_be_tried_before_anything_begins() {
    let ana = Home::new().await;
    ana.answers(&[(
        "device",
        &[("kind", "roller"), ("length_mm", "0.3"), ("free_days", "saturday")],
    )])
    .await;
    let page = ana.opens("/plan").await;
    page.is(200)
        .says("plan-choose")
        .sees("value=\"2026-12-05\"")
        .sees("December 2026")
        .sees("never over 0.3 mm")
        .sees("in 4 directions")
        .says("cream.not-needed")
        .says("plan-device-fits")
        .sees("not yet")
        .sees("no trial at home")
        .sees("Too early to judge until 16 January 2027")
        .sees("mineral sunscreen")
        .sees("Wash your hands")
        .sees("Session 2: Sat 12 Dec (not before Tue 8 Dec");
    let look = ana.opens("/plan?first=2026-12-14&minute=480&event=2026-12-24&name=Ball").await;
    look.is(200)
        .sees("would be on Mon 14 Dec")
        .sees("value=\"2026-12-14\"")
        .sees("value=\"480\" selected")
        .sees("value=\"2026-12-24\"")
        .sees("value=\"Ball\"");
    assert!(ana.programmes().await.is_empty(), "looking begins nothing");
}

#[tokio::test]
async fn a_programme_is_begun_once_with_its_screening() {
    let ana = Home::new().await;
    ana.answers(&[]).await;
    let id = ProgrammeId::new(ana.now()).to_string();
    let fields = [("id", id.as_str()), ("first", "2026-12-12"), ("minute", "1170")];
    for _ in 0..2 {
        ana.posts("/plan/begin", &fields).await.is(303);
    }
    let all = ana.programmes().await;
    assert_eq!(all.len(), 1);
    let programme = &all[0].record;
    assert_eq!((programme.first.to_string().as_str(), programme.minute), ("2026-12-12", 1170));
    let screenings: Vec<Entry<store::records::Screening>> =
        ana.app.store().list(ana.person().await).await.unwrap();
    assert_eq!(screenings.iter().map(|entry| entry.id).collect::<Vec<_>>(), [programme.screening]);
    ana.opens("/plan").await.sees("Next: Sat 12 Dec, 19:30").sees("Session 1 of 6");
}

#[tokio::test]
async fn days_that_do_not_fit_are_told_beside_the_field() {
    let ana = Home::new().await;
    ana.answers(&[]).await;
    ana.opens("/plan?first=2027-02-30")
        .await
        .is(200)
        .sees("February 2027 has 28 days")
        .sees("2027-02-30");
    ana.opens("/plan?event=yesterday").await.is(200).says("typed-not-a-date").sees("yesterday");
    let id = ProgrammeId::new(ana.now()).to_string();
    let begin =
        |first| [("id", id.clone()), ("first", String::from(first)), ("minute", "1140".into())];
    for first in ["2026-12-04", "", "soon"] {
        let fields = begin(first);
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        ana.posts("/plan/begin", &fields).await.is(422);
    }
    assert!(ana.programmes().await.is_empty());
}

#[tokio::test]
async fn a_programme_moves_and_ends_and_another_one_begins() {
    let ana = Home::new().await;
    ana.begins("2026-12-12").await;
    ana.posts("/plan/move", &[("first", "2026-12-19"), ("minute", "480")]).await.is(303);
    ana.opens("/plan").await.sees("Next: Sat 19 Dec, 08:00");
    ana.posts("/plan/move", &[("first", "2026-12-01")]).await.is(422).says("typed-over");
    ana.posts("/plan/end", &[]).await.is(303);
    let ended = ana.programmes().await;
    assert_eq!(ended[0].record.ended.unwrap().to_string(), "2026-12-05");
    ana.opens("/plan").await.says("plan-choose");
    ana.begins_on("2026-12-20").await;
    assert_eq!(ana.programmes().await.len(), 2);
    ana.posts("/plan/end", &[]).await.is(303);
    ana.posts("/plan/end", &[]).await.is(303);
    ana.posts("/plan/move", &[("first", "2026-12-24")]).await.is(303);
}

#[tokio::test]
async fn an_answer_that_speaks_against_it_stops_the_plan_and_says_where_to_read_why() {
    let ana = Home::new().await;
    ana.begins("2026-12-12").await;
    ana.changes("pregnancy", &[("pregnancy", "pregnant")]).await.is(303);
    ana.opens("/plan")
        .await
        .is(200)
        .sees("verdict-do-not")
        .sees("/verdict")
        .misses("Next: ")
        .misses("Session 1");
    let ben = Home::new().await;
    ben.answers(&[("pregnancy", &[("pregnancy", "unknown")])]).await;
    ben.opens("/plan").await.is(200).misses("Begin on");
    ben.begins_on("2026-12-12").await;
    assert!(ben.programmes().await.is_empty());
}

#[tokio::test]
async fn the_next_session_waits_for_healed_skin_and_is_counted() {
    let mut ana = Home::new().await;
    ana.begins("2026-12-06").await;
    ana.next_day().await;
    ana.rolls().await;
    let page = ana.opens("/plan").await;
    page.is(200)
        .has_no_card("plan-next")
        .says_with("plan-done", &[("n", 1.into()), ("of", 42.into())])
        .sees("Next, likely: tomorrow, 19:00")
        .says("locks-healing")
        .sees("Session 1: Done")
        .sees("Session 1: Sun 6 Dec, done")
        .sees("once since 5 December 2026")
        .misses("name=\"first\"");
    page.card("plan-next-likely")
        .says_with("plan-of", &[("n", 2.into()), ("of", 42.into())])
        .says("plan-likely");
    ana.posts("/plan/move", &[("first", "2026-12-20")]).await.is(422);
    ana.posts("/plan/move", &[("minute", "600")]).await.is(303);
    ana.opens("/plan").await.sees(", 10:00");
}

#[tokio::test]
async fn a_programme_begun_after_another_counts_from_one() {
    let mut ana = Home::new().await;
    ana.begins("2026-12-06").await;
    ana.next_day().await;
    ana.rolls().await;
    ana.posts("/plan/end", &[]).await.is(303);
    ana.later(24 * 30).await;
    ana.is_calm().await;
    ana.opens("/plan").await.sees("would be on Tue 5 Jan");
    ana.begins_on("2027-01-09").await;
    ana.opens("/plan").await.sees("Session 1 of 42").sees("Next: Sat 9 Jan");
}

#[tokio::test]
async fn an_event_is_met_with_the_days_to_keep_free() {
    let ana = Home::new().await;
    let device = [("kind", "roller"), ("length_mm", "0.3"), ("free_days", "saturday")];
    ana.answers(&[("device", &device)]).await;
    ana.begins_on("2026-12-12").await;
    let free = care::Protocol::built_in().unwrap();
    let [about, most] =
        free.length_class_row(care::words::LengthClass::Gentle).unwrap().keep_free_days;
    assert!(about <= 1 && (1..6).contains(&most), "{about} {most}");
    ana.opens("/plan?event=2026-12-10").await.sees("No session is planned before Thu 10 Dec");
    ana.opens("/plan?event=2026-12-12").await.says("plan-event-seen").says("plan-event-no-later");
    ana.opens("/plan?event=2026-12-18")
        .await
        .sees("the skin is likely calm")
        .sees("6 days earlier");
}

/// A device for one session a week, on any day.
const WEEKLY: [(&str, &str); 3] = [("kind", "roller"), ("length_mm", "0.3"), ("needles", "192")];

/// Somebody who rolls once a week, begun on 12 December.
async fn weekly() -> Home {
    let ana = Home::new().await;
    ana.answers(&[("device", &WEEKLY)]).await;
    ana.begins_on("2026-12-12").await;
    ana
}

#[tokio::test]
async fn s8_the_first_day_leaves_time_for_its_own_preparation() {
    let ana = Home::new().await;
    ana.answers(&[("using", &[("using", "acids")])]).await;
    let page = ana.opens("/plan").await;
    page.is(200)
        .sees("value=\"2026-12-12\"")
        .sees("The earliest is Sat 12 Dec, because of this step");
    let id = ProgrammeId::new(ana.now()).to_string();
    let begin = [("id", id.as_str()), ("first", "2026-12-11"), ("minute", "1140")];
    let refused = ana.posts("/plan/begin", &begin).await;
    refused.is(422).sees("The earliest is Sat 12 Dec").sees("value=\"2026-12-11\"");
    refused.sees("7 days").sees("aria-invalid");
    assert!(ana.programmes().await.is_empty());
    ana.opens("/plan?first=2026-12-11").await.is(200).sees("aria-invalid");
    ana.begins_on("2026-12-20").await;
    ana.opens("/plan").await.sees("Next: Sun 20 Dec");
}

#[tokio::test]
async fn s10_the_day_typed_is_the_day_begun() {
    let ana = Home::new().await;
    let device = [WEEKLY.as_slice(), &[("free_days", "saturday")]].concat();
    ana.answers(&[("device", &device)]).await;
    let page = ana.opens("/plan").await.text();
    let form =
        page.split("action=\"/plan/begin\"").nth(1).unwrap().split("</form>").next().unwrap();
    assert_eq!(form.matches("name=\"first\"").count(), 1, "one form, one first day: {form}");
    assert!(form.contains("formaction=\"/plan\" formmethod=\"get\""), "{form}");
    // A Wednesday, though Saturdays are usual.
    ana.begins_on("2026-12-16").await;
    ana.opens("/plan").await.sees("Next: Wed 16 Dec").sees("Session 2: Sat 26 Dec");
    assert_eq!(ana.programmes().await[0].record.first.to_string(), "2026-12-16");
}

#[tokio::test]
async fn b6_a_plan_that_is_late_is_planned_anew() {
    let mut ana = weekly().await;
    ana.later(24 * 7).await;
    ana.rolls().await;
    ana.later(24 * 42).await;
    ana.is_calm().await;
    let page = ana.opens("/plan").await;
    page.sees("Next: today, 19:00")
        .says("plan-window-open")
        .sees("Planned anew: it should have been by Sat 26 Dec")
        .sees("Session 1: Sat 12 Dec, done")
        .sees("Session 2: Sat 23 Jan")
        .sees("Session 3: Sat 30 Jan")
        .sees("Sat 23 Jan, today, Session 2: Planned")
        .misses("Session 2: Sat 19 Dec")
        .misses("yesterday");
    ana.later(24).await;
    ana.opens("/plan").await.sees("Next: today, 19:00").sees("Session 2: Sun 24 Jan");
}

#[tokio::test]
async fn b7_a_tap_on_a_day_shows_what_moving_means_and_moves() {
    let mut ana = weekly().await;
    ana.later(24 * 7).await;
    ana.rolls().await;
    ana.later(24 * 5).await;
    ana.is_calm().await;
    ana.opens("/plan").await.sees("href=\"/plan?move=2026-12-22\"").sees("Next: Sat 19 Dec");
    let look = ana.opens("/plan?move=2026-12-22").await;
    look.is(200).sees("Session 2 on Tue 22 Dec?").sees("Session 3: Tue 29 Dec").says("plan-put-go");
    ana.opens("/plan").await.sees("Next: Sat 19 Dec");
    let moves = [("n", "2"), ("from", "2026-12-19"), ("to", "2026-12-22")];
    for _ in 0..2 {
        ana.posts("/plan/session/move", &moves).await.is(303);
    }
    ana.opens("/plan").await.sees("Next: Tue 22 Dec, 19:00").sees("Session 3: Tue 29 Dec");
    let kept = &ana.programmes().await[0].record.moves;
    assert_eq!(
        kept.iter().map(|one| (one.from, one.to)).collect::<Vec<_>>(),
        [("2026-12-19".parse().unwrap(), "2026-12-22".parse().unwrap())]
    );
    // And on to another day, and back.
    for (to, day) in [("2026-12-20", "Sun 20 Dec"), ("2026-12-19", "Sat 19 Dec")] {
        ana.posts("/plan/session/move", &[("n", "2"), ("to", to)]).await.is(303);
        ana.opens("/plan").await.sees(&format!("Next: {day}"));
    }
    assert!(ana.programmes().await[0].record.moves.is_empty(), "back where it was");
}

#[tokio::test]
async fn b7_what_forbids_a_day_is_said() {
    let mut ana = Home::new().await;
    ana.answers(&[("device", &WEEKLY), ("using", &[("using", "acids")])]).await;
    ana.begins_on("2026-12-12").await;
    let early = ana.posts("/plan/session/move", &[("n", "1"), ("to", "2026-12-11")]).await;
    early.is(422).sees("The earliest is Sat 12 Dec");
    ana.later(24 * 7).await;
    ana.rolls().await;
    let look = ana.opens("/plan?move=2026-12-13").await;
    look.is(200)
        .sees("It can’t be on Sun 13 Dec")
        .sees("The plan leaves 3 days between two sessions")
        .says("plan-first-that-does")
        .is_silent_on("plan-put-go");
    let refused = ana.posts("/plan/session/move", &[("n", "2"), ("to", "2026-12-13")]).await;
    refused.is(422).sees("Until Tue 15 Dec");
    for to in ["2026-12-01", "soon", ""] {
        ana.posts("/plan/session/move", &[("n", "2"), ("to", to)]).await.is(422);
    }
    ana.posts("/plan/session/move", &[("n", "1"), ("to", "2026-12-22")]).await.is(409);
    assert!(ana.programmes().await[0].record.moves.is_empty());
}

#[tokio::test]
async fn b7_an_event_is_kept_and_the_plan_goes_around_it() {
    let ana = Home::new().await;
    ana.answers(&[("device", &WEEKLY)]).await;
    let id = ProgrammeId::new(ana.now()).to_string();
    let keep = [("kept", id.as_str()), ("event", "2026-12-19"), ("name", "Wedding"), ("days", "2")];
    let typed = [keep.as_slice(), &[("first", "2026-12-12"), ("minute", "480")]].concat();
    let answer = ana.posts("/plan/kept", &typed).await;
    let there = answer.redirect().unwrap();
    assert!(
        there.starts_with("/plan?first=2026-12-12&minute=480"),
        "what was typed stays: {there}"
    );
    ana.posts("/plan/kept", &keep).await.is(303);
    assert_eq!(ana.kept().await.len(), 1, "the same form keeps it once");
    let page = ana.opens(there.split('#').next().unwrap()).await;
    page.sees("Wedding on Sat 19 Dec: kept free from Thu 17 Dec")
        .sees("On Sat 19 Dec the skin is likely calm")
        .sees("Sat 19 Dec, Kept free, Wedding")
        .sees("value=\"2026-12-12\"")
        .sees("Session 2: Sun 20 Dec");
    ana.begins_on("2026-12-12").await;
    // On the event there is no first day either.
    ana.posts("/plan/move", &[("first", "2026-12-18")]).await.is(422).sees("Wedding on Sat 19 Dec");
    let path = format!("/plan/kept/{id}");
    let change = |on: &str, days: &str| {
        [(format!("event-{id}"), on.to_owned()), (format!("days-{id}"), days.to_owned())]
    };
    for (on, days) in [("soon", ""), ("2026-12-19", "many"), ("", "")] {
        let fields = change(on, days);
        let fields: Vec<_> =
            fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        ana.posts(&path, &fields).await.is(422).sees("aria-invalid");
    }
    let fields = change("2026-12-24", "");
    let fields: Vec<_> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    ana.posts(&path, &fields).await.is(303);
    ana.opens("/plan").await.sees("A day of yours on Thu 24 Dec").sees("Session 2: Sat 19 Dec");
    ana.posts(&format!("{path}/remove"), &[]).await.is(303);
    assert!(ana.kept().await.is_empty());
    ana.opens("/plan").await.says("plan-kept-removed").sees(&format!("value=\"{id}\""));
}

#[tokio::test]
async fn a_session_is_left_out_and_taken_back() {
    let mut ana = weekly().await;
    ana.later(24 * 7).await;
    ana.rolls().await;
    ana.later(24).await;
    ana.is_calm().await;
    let id = ProgrammeId::new(ana.now()).to_string();
    let skip = [("id", id.as_str()), ("n", "2"), ("reason", "a cold")];
    for _ in 0..2 {
        ana.posts("/plan/session/skip", &skip).await.is(303);
    }
    let page = ana.opens("/plan").await;
    page.sees("Next: Sat 26 Dec")
        .sees("Session 3 of 6")
        .sees("Session 2: Sat 19 Dec, left out")
        .sees("Session 2: Left out")
        .sees(&format!("/session/{id}"))
        .says("plan-skipped-now");
    let other = ProgrammeId::new(ana.now()).to_string();
    ana.posts("/plan/session/skip", &[("id", &other), ("n", "2")]).await.is(409);
    ana.posts(&format!("/plan/session/{id}/back"), &[]).await.is(303);
    ana.opens("/plan").await.sees("Next: Sat 19 Dec").misses("Session 2: Left out");
    ana.posts(&format!("/plan/session/{id}/back"), &[]).await.is(404);
}

#[tokio::test]
async fn a_session_that_was_not_held_says_so() {
    let mut ana = weekly().await;
    ana.later(24 * 7).await;
    let programme = ana.programmes().await[0].id;
    let on = "2026-12-12".parse().unwrap();
    let missed = Session::Missed { on, reason: None, programme: Some(programme) };
    let by = By { actor: Actor::Owner, at: ana.now() };
    ana.app.store().add(by, ana.person().await, Id::new(ana.now()), &missed).await.unwrap();
    let page = ana.opens("/plan").await;
    page.sees("Session 1: Sat 12 Dec, not held").sees("Session 1: Not held").sees("Next: tomorrow");
}

#[tokio::test]
async fn every_word_of_questions_verdict_and_plan_is_from_the_texts() {
    let mut ana = Home::with(|settings| settings.pseudo = true).await;
    ana.enters().await;
    ana.starts().await;
    let stopped = dated("retinoid", "stopped", ["1", "11", "2026"], Some("topical"));
    ana.answers(&[("retinoid", &borrowed(&stopped))]).await;
    let store = ana.app.store();
    let before = store.find_person(ana.person().await).await.unwrap().unwrap();
    let mut profile = before.record.clone();
    profile.wishes.language = Some(words::Language::PSEUDO.name().into());
    let by = By { actor: Actor::Owner, at: ana.now() };
    store.change_person(by, &before, profile).await.unwrap();
    let mut paths: Vec<String> = ["/verdict", "/answers", "/plan"].map(String::from).into();
    paths.extend(harmless().into_iter().map(|(step, _)| format!("/screening/{step}")));
    for path in &paths {
        only_from_texts(path, &ana.opens(path).await.is(200).text());
    }
    ana.changes("retinoid", &NONE).await.is(303);
    only_from_texts("/plan", &ana.opens("/plan?event=2026-12-24").await.is(200).text());
    only_from_texts("/plan", &ana.opens("/plan?first=2026-12-05").await.is(200).text());
    ana.begins_on("2026-12-12").await;
    ana.posts("/plan/kept", &[("event", "2026-12-24")]).await.is(303);
    for path in ["/plan", "/verdict", "/plan?move=2026-12-20", "/plan?move=2026-12-24"] {
        only_from_texts(path, &ana.opens(path).await.is(200).text());
    }
}

#[tokio::test]
async fn a8_how_often_is_chosen_with_who_says_what_and_kept_with_the_programme() {
    let ana = Home::new().await;
    ana.answers(&[]).await;
    let page = ana.opens("/plan").await;
    page.says("plan-rhythm-choose").sees("once a week").sees("every day");
    page.sees("value=\"weekly\" checked").sees("name=\"rhythm\" value=\"daily\"");
    page.sees("Sunscreen after 12 hours").sees("The first of 6 sessions");
    let tried = ana.opens("/plan?rhythm=daily").await;
    tried.sees("value=\"daily\" checked").sees("The first of 42 sessions");
    tried.sees("This plan means 42 uses");
    let id = ProgrammeId::new(ana.now()).to_string();
    let begin = [("id", id.as_str()), ("first", "2026-12-06"), ("minute", "1140")];
    ana.posts("/plan/begin", &begin).await.is(303);
    let kept = ana.programmes().await[0].record.rhythm;
    assert_eq!(kept, Some(care::words::RhythmChoice::Weekly), "what holds unless one is chosen");
    ana.opens("/plan").await.sees("Session 2: Sun 13 Dec").is_silent_on("plan-rhythm-choose");
}
