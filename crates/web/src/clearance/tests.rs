//! What the page of a clinician's word promises: it says what is kept, asks what can be said, and where it goes on.

use testhouse::Answer;

use crate::samples::asked::{english, shown};
use crate::samples::lives::life;

/// A clinician's word of somebody whose skin clinic said to wait and no.
async fn word(what: &str) -> Answer {
    shown(life("forbidden by a clinician").await, "Clearance", what).await
}

#[tokio::test]
async fn it_says_who_said_what_when_and_until_when() {
    let say = english(life("forbidden by a clinician").await).say.clone();
    let on = say.date("2026-12-03".parse().unwrap());
    let until = say.date("2027-06-01".parse().unwrap());
    let who = ("who", "Ash".into());
    let kept = word("as it is kept").await;
    kept.says_with(
        "clearance-told-no-until",
        &[who, ("on", on.clone().into()), ("until", until.into())],
    );
    let endless = word("a no without an end").await;
    endless.says_with("clearance-told-no", &[("who", "Ash".into()), ("on", on.clone().into())]);
    endless.is_silent_on("clearance-told-no-until");
    let wait = word("a wait").await;
    let day = say.date("2026-12-04".parse().unwrap());
    let until = say.date("2027-06-01".parse().unwrap());
    wait.says_with(
        "clearance-told-wait-until",
        &[("who", "Ash".into()), ("on", on.into()), ("day", day.into()), ("until", until.into())],
    );
    word("of somebody unnamed").await.says("clearance-somebody").misses(">Ash");
}

#[tokio::test]
async fn the_form_to_correct_it_is_filled_with_what_is_kept() {
    let page = word("as it is kept").await;
    page.sees("value=\"no\" checked").sees("value=\"Ash\"");
    page.sees("value=\"2026-12-03\"").sees("value=\"2027-06-01\"");
    let wait = word("a wait").await;
    wait.sees("value=\"wait\" checked").sees("value=\"2026-12-04\"");
    // What is kept has its address; what it is about can't be changed in a form.
    page.misses("name=\"about\"").misses("name=\"id\"").says("clearance-take-back-why");
    let fields = page.fields();
    assert!(fields.contains(&("back".into(), "verdict".into())), "{fields:?}");
}

#[tokio::test]
async fn it_leads_back_to_where_one_came_from() {
    word("as it is kept").await.sees("href=\"/verdict\"");
    let new = shown(life("planned").await, "Clearances", "a sign, refused").await;
    new.sees("href=\"/today\"").sees("name=\"back\" value=\"today\"");
}

#[tokio::test]
async fn a_new_one_says_what_it_is_about_and_nothing_to_take_back() {
    let life = life("planned").await;
    let answer = shown(life, "Clearances", "an answer, refused").await;
    answer.is(422).says("question-keloid").says("clearance-limits");
    answer.is_silent_on("clearance-limits-sign").is_silent_on("clearance-take-back");
    answer.sees("name=\"about\" value=\"keloid\"").sees("action=\"/clearance\"");
    let sign = shown(life, "Clearances", "a sign, refused").await;
    sign.says("flag-pus").says("clearance-limits-sign").is_silent_on("clearance-limits");
}

#[tokio::test]
async fn every_mistake_is_told_at_once_and_what_was_typed_stays() {
    let life = life("planned").await;
    let answer = shown(life, "Clearances", "an answer, refused").await;
    answer.says("clearance-said-missing").says("typed-ahead").sees("value=\"12\"");
    let sign = shown(life, "Clearances", "a sign, refused").await;
    sign.says("clearance-wait-missing").says("clearance-until-early");
    let correction = word("a correction refused").await;
    correction.is(422).says("clearance-said-missing").sees("value=\"12\"");
    // What is kept still stands above.
    correction.says("clearance-told-no-until");
}

#[tokio::test]
async fn what_no_protocol_knows_any_more_is_named_by_its_word() {
    word("about what no protocol knows").await.is(200).sees("12");
}
