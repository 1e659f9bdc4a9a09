//! What the page of people promises: a door that is locked is asked for its passphrase and nothing of it is told, one that was
//! unlocked can be locked, and one more can always be added.

use store::PersonId;
use store::records::Profile;
use testhouse::Answer;

use super::page::show;
use super::samples::listed;
use super::{Door, LONGEST_NAME, Listed, name};
use crate::form::Form;
use crate::frame::Frame;
use crate::samples::asked::{asked, english, shown};
use crate::samples::lives::life;

#[tokio::test]
async fn a_locked_door_asks_for_its_passphrase_and_tells_nothing_else() {
    let life = life("years").await;
    let person = life.album.chart.person.id;
    let locked = shown(life, "People", "locked").await;
    locked.says("people-locked").is_silent_on("people-since").is_silent_on("enter-passphrase");
    locked.sees(&format!("/people?open={person}")).misses("/screening");
    let asked = shown(life, "People", "locked, asked").await;
    asked.is(200).says("enter-passphrase").sees("Ana");
}

#[tokio::test]
async fn an_open_door_leads_in_and_asks_nothing() {
    for (what, asked) in [("open", "open, asked"), ("unlocked", "unlocked, asked")] {
        let page = shown(life("years").await, "People", what).await;
        page.says("people-since").is_silent_on("people-locked").sees("/screening");
        let page = shown(life("years").await, "People", asked).await;
        page.is_silent_on("enter-passphrase");
    }
}

#[tokio::test]
async fn only_a_door_that_was_unlocked_can_be_locked() {
    let life = life("years").await;
    shown(life, "People", "unlocked").await.says("people-lock-what").says("people-lock-go");
    for what in ["open", "locked", "nobody"] {
        shown(life, "People", what).await.is_silent_on("people-lock-what");
    }
}

#[tokio::test]
async fn a_wrong_passphrase_is_said_where_it_was_typed_and_not_sent_back() {
    let wrong = shown(life("years").await, "People", "a wrong passphrase").await;
    wrong.is(422).says("enter-wrong").sees("aria-describedby=\"passphrase-problem\"");
    wrong.card("people-add").is_silent_on("enter-wrong");
}

#[tokio::test]
async fn one_more_can_be_added_and_a_name_that_is_too_long_is_refused() {
    let life = life("years").await;
    for what in ["nobody", "open", "locked, asked"] {
        shown(life, "People", what).await.is(200).card("people-add").says("people-add-go");
    }
    let refused = shown(life, "People", "a name refused").await;
    refused.is(422).card("people-add").says("more-wrong-name");
    assert_eq!(LONGEST_NAME, 80, "the text names it");
}

#[tokio::test]
async fn looking_at_the_first_page_starts_nothing_by_itself() {
    let page = shown(life("nothing said").await, "Home", "before anybody has a record").await;
    page.says("people-start").says("people-start-go").sees("method=\"post\"").misses("/screening");
    assert!(page.fields().iter().any(|(name, id)| name == "id" && id.parse::<PersonId>().is_ok()));
}

/// A household of several.
async fn household(all: Vec<Listed>, asks: Option<PersonId>) -> Answer {
    let reader = english(life("years").await);
    let frame = Frame { person: None, ..reader.frame.clone() };
    asked(&reader, show(&frame, &all, asks, &Form::default())).await
}

#[tokio::test]
async fn of_several_only_the_one_who_is_asked_for_is_asked() {
    let own = &life("years").await.album.chart.person;
    let mut other = own.clone();
    other.id = PersonId::new(own.created);
    other.record = Profile { name: Some("Bo <i>B</i>".into()), ..own.record.clone() };
    let all = || vec![listed(own, Door::Locked), listed(&other, Door::Locked)];
    let page = household(all(), Some(other.id)).await;
    page.sees("Bo &lt;i&gt;B&lt;/i&gt;").misses("<i>B</i>");
    let people: Vec<String> = page
        .fields()
        .into_iter()
        .filter_map(|(name, id)| (name == "person").then_some(id))
        .collect();
    assert_eq!(people, [other.id.to_string()]);
    let stranger = household(all(), Some(PersonId::new(own.created))).await;
    stranger.is_silent_on("enter-passphrase");
}

#[tokio::test]
async fn somebody_without_a_name_is_called_so() {
    let reader = english(life("years").await);
    let mut person = reader.person.clone();
    person.record.name = Some("Ana".into());
    assert_eq!(name(&reader.say, &person), "Ana");
    person.record.name = None;
    assert_eq!(name(&reader.say, &person), reader.say.text("people-no-name"));
}
