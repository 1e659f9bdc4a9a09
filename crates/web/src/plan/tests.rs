//! What the plan promises: one next date or why there is none, no way to a session that it closes, and nothing that was
//! typed lost.

use testhouse::Answer;

use crate::samples::asked::{english, shown};
use crate::samples::lives::{LIVES, life};

const OPENED: &str = "as it is opened";
/// The main button that leads to a session.
const TO_SESSION: &str = "href=\"/session\"";

async fn plan(life_name: &str, what: &str) -> Answer {
    shown(life(life_name).await, "Plan", what).await
}

#[tokio::test]
async fn every_plan_says_exactly_one_next_day_or_why_there_is_none() {
    for name in LIVES {
        let page = plan(name, OPENED).await;
        // The card's title is the day; what has no day says what it waits for instead.
        let said = |key: &str| page.text().matches(&english_head(key)).count();
        let dated = said("plan-next") + said("plan-next-likely") + said("plan-choose");
        let refused = page.text().contains("class=\"banner verdict");
        let open = page.text().contains("href=\"/screening\"");
        let waits = page.text().matches(&english_head("plan-none-yet")).count();
        let over = said("plan-finished");
        let none = usize::from(refused) + usize::from(open) + waits + over;
        assert_eq!((dated + none, dated.min(1)), (1, dated), "{name}: {dated} {none}");
    }
}

/// The words before the first variable of a text.
fn english_head(key: &str) -> String {
    let protocol = crate::say::in_english();
    let (say, any) = (protocol.texts(), "\u{1}");
    let words = ["day", "time", "n", "of"].map(|name| (name, any.into()));
    say.with(key, &words).split(any).next().unwrap().trim_end_matches('\u{2068}').to_owned()
}

#[tokio::test]
async fn answers_that_speak_against_it_leave_nothing_to_begin_move_or_buy() {
    for name in ["refused", "not known", "forbidden by a clinician"] {
        let page = plan(name, OPENED).await;
        assert!(page.text().contains("banner verdict"), "{name}");
        page.says("plan-refused").says("plan-refused-go").sees("href=\"/verdict\"");
        for key in ["plan-begin", "plan-look", "plan-other-day", "plan-prepare", "plan-buy"] {
            page.is_silent_on(key);
        }
        page.misses(TO_SESSION).misses("?move=").misses("?first=").misses("action=\"/plan/kept\"");
    }
}

#[tokio::test]
async fn before_it_begins_a_first_day_can_be_tried_and_begun() {
    let page = plan("nothing against it", OPENED).await;
    page.card("plan-choose").says("plan-would").says("plan-begin").says("plan-look");
    page.is_silent_on("plan-change").is_silent_on("plan-other-day").misses(TO_SESSION);
    page.sees("?first=2026-12-").misses("?move=");
    let tried = plan("nothing against it", "a day tried").await;
    let day = english(life("nothing against it").await).say.day("2026-12-20".parse().unwrap());
    tried.says_with("plan-would", &[("day", day.into()), ("n", total(&tried).into())]);
    // What was tried stands in the form, so that the day looked at is the day begun.
    tried.sees("value=\"2026-12-20\"").sees("value=\"615\" selected").sees(">10:15<");
}

/// How many sessions the page speaks of.
fn total(page: &Answer) -> i64 {
    let (head, text) = (english_head("plan-would"), page.text());
    let numbers = text.split(&head).nth(1).unwrap();
    let digits: String = numbers
        .chars()
        .skip_while(|letter| !letter.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap()
}

#[tokio::test]
async fn a_day_that_is_over_is_told_beside_its_field_and_stays_there() {
    for (name, field) in [("nothing against it", "first"), ("planned", "move")] {
        let page = plan(name, "a day that is over").await;
        page.says("typed-over")
            .sees(&format!("id=\"{field}-problem\""))
            .sees("value=\"2026-12-01\"");
        plan(name, OPENED).await.is_silent_on("typed-over");
    }
}

#[tokio::test]
async fn a_begun_plan_leads_to_the_session_only_while_nothing_likely_stands_before_it() {
    let today = plan("planned for today", OPENED).await;
    today.card("plan-next").says("plan-window-open").says("plan-to-session");
    today.sees(TO_SESSION).says("plan-change").is_silent_on("plan-begin");
    let healing = plan("healing", OPENED).await;
    healing.says("plan-next-likely").says("plan-likely").is_silent_on("plan-to-session");
    healing.sees("href=\"/today#check-in\"").misses(TO_SESSION);
    let sign = plan("a warning sign", OPENED).await;
    sign.is_silent_on("plan-to-session").misses(TO_SESSION);
}

#[tokio::test]
async fn what_an_open_warning_sign_waits_for_is_said_on_the_plan() {
    let reader = english(life("a warning sign").await);
    let flag = reader.protocol.texts().say("flag-pus").into_owned();
    plan("a warning sign", OPENED).await.says_with("locks-flag", &[("flag", flag.into())]);
    plan("healing", OPENED).await.is_silent_on("locks-flag");
}

#[tokio::test]
async fn another_day_is_tried_before_the_session_is_moved() {
    let page = plan("planned", "a day tried").await;
    let card = page.card("plan-put");
    card.says("plan-put-what").says("plan-put-then").says("plan-put-go").says("plan-put-not");
    page.sees("action=\"/plan/session/move\"").sees("name=\"to\" value=\"2026-12-20\"");
    // The day of a wedding is kept free.
    let locked = plan("planned for today", "a day tried").await;
    locked.says("plan-put-cannot").is_silent_on("plan-put-go").says("plan-put-not");
    locked.misses("action=\"/plan/session/move\"");
    // Where nothing was begun there is nothing to move.
    plan("nothing against it", "a day tried").await.is_silent_on("plan-put");
    plan("planned", OPENED).await.is_silent_on("plan-put");
}

#[tokio::test]
async fn the_first_day_can_be_changed_only_while_nothing_was_done() {
    plan("planned", OPENED).await.card("plan-change").says("plan-first");
    let begun = plan("healing", OPENED).await;
    begun.card("plan-change").says("plan-move-days").is_silent_on("plan-first");
    begun.card("plan-end").says("plan-end-what").says("plan-end-go");
}

#[tokio::test]
async fn leaving_a_session_out_needs_a_press_of_its_own_and_keeps_what_was_typed() {
    let page = plan("planned", "leaving out refused").await;
    page.is(422).sees("name=\"reason\"").sees("value=\"12\"").sees("action=\"/plan/session/skip\"");
    let card = page.card("plan-skip");
    card.says("plan-skip-what").says("typed-not-a-date").says("plan-skip-go");
}

#[tokio::test]
async fn a_refused_move_stands_open_at_its_field() {
    let page = plan("planned", "a move refused").await;
    page.is(422).card("plan-other-day").says("typed-not-a-date").says("plan-move-to");
    page.sees("name=\"move\" value=\"soon\"");
}

#[tokio::test]
async fn an_event_is_asked_about_in_words_of_how_the_skin_will_look() {
    let after = plan("planned", "an event asked about").await;
    after.is_silent_on("plan-event-untouched").sees("value=\"2026-12-24\"");
    let before = plan("planned", "an event before the first").await;
    before.card("plan-event").says("plan-event-untouched").says("plan-kept-go");
    let opened = plan("planned", OPENED).await;
    opened.misses("value=\"2026-12-24\"").is_silent_on("plan-event-untouched");
}

#[tokio::test]
async fn an_event_that_is_kept_is_named_with_its_days_and_can_be_changed_or_taken_away() {
    let page = plan("years", OPENED).await;
    let kept = page.card("plan-kept-title");
    kept.says("plan-kept-change").says("plan-kept-remove");
    page.sees("wedding").sees("value=\"2026-12-20\"").sees("/remove\"");
    let refused = plan("years", "a change of an event refused").await;
    refused.is(422).card("plan-kept-change").says("plan-kept-days-wrong");
    page.is_silent_on("plan-kept-days-wrong");
    plan("planned", OPENED).await.is_silent_on("plan-kept-title");
}

#[tokio::test]
async fn a_new_event_that_is_refused_keeps_every_field() {
    for name in ["planned", "nothing against it"] {
        let page = plan(name, "an event refused").await;
        page.is(422).sees("name=\"event\" value=\"soon\"");
        page.sees("name=\"name\" value=\"12\"").sees("name=\"days\" value=\"99\"");
        page.sees("id=\"an-event\"").says("plan-kept-go");
    }
}

#[tokio::test]
async fn what_was_just_done_can_be_taken_back_from_the_plan() {
    let page = plan("planned", "something to take back").await;
    page.says("plan-skipped-now").says("plan-kept-removed").says("plan-back").sees("/back\"");
    // An event comes back with all that was kept of it.
    page.sees("name=\"event\" value=\"2026-12-24\"").sees("name=\"days\" value=\"3\"");
    let opened = plan("planned", OPENED).await;
    opened.is_silent_on("plan-skipped-now").is_silent_on("plan-kept-removed");
}

#[tokio::test]
async fn sessions_behind_are_named_by_what_became_of_them_and_lead_to_their_record() {
    let page = plan("years", OPENED).await;
    page.says("plan-slot-done").says("plan-done").says("plan-held-done").sees("href=\"/session/");
    plan("planned", OPENED).await.is_silent_on("plan-slot-done").is_silent_on("plan-done");
}

#[tokio::test]
async fn the_calendar_explains_what_is_on_it_and_nothing_else() {
    let fresh = plan("planned", OPENED).await;
    fresh.says("plan-today").says("plan-held-planned").is_silent_on("plan-held-done");
    fresh.is_silent_on("plan-held-missed").is_silent_on("plan-held-skipped");
    fresh.sees("?move=2026-12-").misses("?move=2026-12-04");
    plan("healing", OPENED).await.says("plan-locked").says("plan-held-done");
}

#[tokio::test]
async fn the_device_at_hand_is_held_against_what_is_recommended() {
    plan("planned", OPENED).await.card("plan-device").says("plan-device-fits");
    plan("nothing said", OPENED).await.has_no_card("plan-device");
}

#[tokio::test]
async fn whoever_has_not_answered_everything_is_led_to_the_questions() {
    let page = plan("nothing said", OPENED).await;
    page.says("plan-questions").says("plan-questions-why").sees("href=\"/screening\"");
    page.is_silent_on("plan-sessions").is_silent_on("screening-decided-by");
    plan("planned", OPENED).await.is_silent_on("plan-questions").says("screening-decided-by");
}

#[test]
fn a_time_of_day_is_shown_as_a_clock_shows_it() {
    for (minute, shown) in [(0, "00:00"), (61, "01:01"), (600, "10:00"), (23 * 60 + 59, "23:59")] {
        assert_eq!(super::choose::clock(minute), shown);
    }
}
