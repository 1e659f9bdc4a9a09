//! "Did it work?": scores entered, held against each other, removed; what may be said when. More in `judging.rs`.

use care::words::Goal;
use jiff::SignedDuration;
use store::records::{Outcome, Score};
use store::{Id, OutcomeId, PersonId};
use testhouse::{Answer, Home, by, hours, lived_in, profile, session};

use crate::photos::put;

/// Enters a score.
pub async fn scores(ana: &Home, scale: &str, on: &str, value: &str) -> Answer {
    let id = OutcomeId::new(ana.now()).to_string();
    let fields = [("id", id.as_str()), ("scale", scale), ("on", on), ("value", value)];
    ana.posts_and_follows("/results/score", &fields).await
}

/// The ids of the scores on record, oldest first.
pub async fn kept(ana: &Home, person: PersonId) -> Vec<(OutcomeId, Score)> {
    let all = ana.app.store().list::<Outcome>(person).await.unwrap();
    let score = |entry: store::Entry<Outcome>| match entry.record {
        Outcome::Scored(score) => Some((entry.id, score)),
        _ => None,
    };
    all.into_iter().filter_map(score).collect()
}

#[tokio::test]
async fn before_the_first_session_it_says_what_to_do_now() {
    let (ana, person) = lived_in().await;
    let page = ana.opens("/results").await;
    page.is(200).says("results-nothing").sees("/photos/new").sees("/results/scale/self#enter");
    page.says("scale-goodman-baron").is_silent_on("scale-lemperle");
    assert_eq!(page.text().matches("Score yourself now").count(), 1, "asked once");
    scores(&ana, "self", "2026-12-01", "7").await.is(200).says("results-saved");
    put(&ana, person, "front", 24).await;
    let ready = ana.opens("/results").await;
    ready.says("scale-self").sees("There is one photo so far");
    ready.says("results-nothing").says("results-nothing-ready");
}

#[tokio::test]
async fn too_early_comes_first_and_with_its_source() {
    let (mut ana, person) = lived_in().await;
    session(&ana, person, hours(&ana, -24 * 7)).await;
    let early = ana.opens("/results").await;
    early.sees("Too early to judge until 9 January 2027").sees("Who says so");
    ana.opens("/results/scale/self").await.sees("Too early to judge until 9 January 2027");
    ana.waits(SignedDuration::from_hours(24 * 35));
    ana.enters().await;
    let open = ana.opens("/results").await;
    open.sees("Since 9 January 2027 a first result may be judged")
        .misses("Too early to judge until");
    ana.opens("/results/scale/self").await.misses("Too early to judge until");
}

#[tokio::test]
async fn no_number_is_suggested_to_somebody_who_scores_themselves() {
    let (ana, _) = lived_in().await;
    scores(&ana, "self", "2026-12-01", "7").await.says("results-saved");
    let form = ana.opens("/results/scale/self").await;
    assert_eq!(form.text().matches("name=\"value\"").count(), 11, "0 to 10");
    form.misses("checked").misses("type=\"range\"");
    let none = [("scale", "self"), ("on", "2026-12-02"), ("note", "mild")];
    ana.posts("/results/score", &none).await.is(422).says("results-value-wrong").sees("mild");
}

#[tokio::test]
async fn two_scores_are_two_numbers_where_nobody_measured_the_noise() {
    let (ana, person) = lived_in().await;
    session(&ana, person, hours(&ana, -24 * 60)).await;
    scores(&ana, "self", "2026-10-01", "7").await.says("results-one-only");
    let page = scores(&ana, "self", "2026-12-05", "5").await;
    page.sees("7 on 1 October 2026, 5 on 5 December 2026.").says("results-unjudged");
    page.misses("class=\"noise\"").sees("class=\"marks\"");
    for word in ["improved", "better", "worse", "less than"] {
        page.misses(word);
    }
    let hub = ana.opens("/results").await;
    hub.sees("7 on 1 October 2026, 5 on 5 December 2026.").sees("class=\"spark\"");
}

#[tokio::test]
async fn less_than_the_noise_is_said_to_be_no_change() {
    let (ana, person) = lived_in().await;
    session(&ana, person, hours(&ana, -24 * 60)).await;
    let counted = "goodman-baron-quantitative";
    scores(&ana, counted, "2026-10-01", "40").await;
    let within = scores(&ana, counted, "2026-12-04", "37").await;
    within.says("results-within").sees("class=\"noise\"");
    let beyond = scores(&ana, counted, "2026-12-05", "30").await;
    beyond.sees("That is 10 apart").misses("No change that could be told from chance");
}

#[tokio::test]
async fn a_grade_that_compares_already_is_not_held_against_another() {
    let (ana, _) = lived_in().await;
    scores(&ana, "gais", "2026-11-01", "4").await;
    let page = scores(&ana, "gais", "2026-12-01", "2").await;
    page.sees("2 on 1 December 2026.").says("results-relative").misses("apart");
}

#[tokio::test]
async fn what_the_days_of_scores_cannot_say_is_said() {
    let (ana, person) = lived_in().await;
    session(&ana, person, hours(&ana, -24 * 30)).await;
    let late = scores(&ana, "self", "2026-11-06", "6").await;
    late.says("results-no-before").sees("day 1 after session 1, when skin is still");
    late.sees("class=\"hollow\"");
    let early = scores(&ana, "self", "2026-12-01", "6").await;
    early.says("results-score-early");
}

#[tokio::test]
async fn the_same_form_twice_keeps_one_and_mends_it() {
    let (ana, person) = lived_in().await;
    let id = OutcomeId::new(ana.now()).to_string();
    let fields = |value: &'static str| {
        [
            ("id", id.clone()),
            ("scale", "self".into()),
            ("on", "2026-12-01".into()),
            ("value", value.to_owned()),
        ]
    };
    for value in ["7", "7", "4"] {
        let fields = fields(value);
        let sent: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        ana.posts_and_follows("/results/score", &sent).await.is(200).says("results-saved");
    }
    let kept = kept(&ana, person).await;
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].1.value, 4.0);
}

#[tokio::test]
async fn what_cannot_be_kept_is_shown_again_as_it_was_typed() {
    let (ana, person) = lived_in().await;
    let whole = "a whole number from 0 to 84";
    for (on, value, said) in [
        ("2026-12-01", "85", whole),
        ("2026-12-01", "-1", whole),
        ("2026-12-01", "3.5", whole),
        ("2026-12-01", "NaN", whole),
        ("2026-12-01", "many", whole),
        ("2026-12-01", "", whole),
        ("2026-12-06", "40", "still to come"),
        ("1990-04-01", "40", "before you were born"),
        ("2026-11-31", "40", "November 2026 has 30 days"),
        ("", "40", "Write the date"),
    ] {
        let scale = ("scale", "goodman-baron-quantitative");
        let fields = [scale, ("on", on), ("value", value), ("note", "seen by <i>Dr B</i>")];
        let page = ana.posts("/results/score", &fields).await;
        page.is(422).sees(said).says("results-not-kept").sees("seen by &lt;i&gt;Dr B&lt;/i&gt;");
        page.sees(&format!("value=\"{value}\"")).sees(&format!("value=\"{on}\""));
    }
    let alone = [("scale", "goodman-baron"), ("on", "2026-12-01"), ("value", "5")];
    ana.posts("/results/score", &alone).await.is(422).sees("a whole number from 1 to 4");
    let own = [("scale", "self"), ("on", "2026-12-01"), ("value", "11")];
    ana.posts("/results/score", &own).await.is(422).sees("a whole number from 0 to 10");
    for unknown in ["", "beauty"] {
        let fields = [("scale", unknown), ("on", "2026-12-01"), ("value", "1")];
        ana.posts("/results/score", &fields).await.is(404);
    }
    assert_eq!(kept(&ana, person).await, []);
}

#[tokio::test]
async fn a_removed_score_can_be_brought_back_for_a_while() {
    let (mut ana, person) = lived_in().await;
    scores(&ana, "self", "2026-11-01", "7").await;
    let (id, score) = kept(&ana, person).await.remove(0);
    let remove = format!("/results/score/{id}/remove");
    let gone = ana.posts_and_follows(&remove, &[]).await;
    gone.is(200)
        .sees("Removed: 7 on 1 November 2026.")
        .says("results-undo")
        .is_silent_on("results-entries");
    ana.posts(&remove, &[]).await.is(404);
    let id = id.to_string();
    let again = [("id", id.as_str()), ("scale", "self"), ("on", "2026-11-01"), ("value", "7")];
    let back = ana.posts_and_follows("/results/score", &again).await;
    back.says("results-entries").misses("Removed: 7");
    assert_eq!(kept(&ana, person).await[0].1, score);
    ana.posts(&remove, &[]).await;
    ana.waits(SignedDuration::from_mins(31));
    ana.enters().await;
    ana.opens("/results/scale/self").await.misses("Removed: 7");
}

#[tokio::test]
async fn somebody_elses_score_is_as_unknown_as_none() {
    let (ana, person) = lived_in().await;
    let other = ana.app.store().add_person(by(&ana), &profile()).await.unwrap().id;
    let score =
        Score { scale: "self".into(), on: "2026-12-01".parse().unwrap(), value: 3.0, note: None };
    let theirs = Id::new(ana.now());
    ana.app.store().add(by(&ana), other, theirs, &Outcome::Scored(score)).await.unwrap();
    ana.posts(&format!("/results/score/{theirs}/remove"), &[]).await.is(404);
    let id = theirs.to_string();
    let fields = [("id", id.as_str()), ("scale", "self"), ("on", "2026-12-01"), ("value", "9")];
    ana.posts("/results/score", &fields).await.is(404);
    assert_eq!(kept(&ana, other).await[0].1.value, 3.0);
    assert_eq!(kept(&ana, person).await, []);
    ana.opens("/results").await.misses("3 on 1 December");
}

#[tokio::test]
async fn a_scale_for_something_else_says_so() {
    let (ana, person) = lived_in().await;
    ana.opens("/results/scale/lemperle").await.is(200).says("results-not-for-goals");
    ana.opens("/results/scale/beauty").await.is(404);
    ana.opens("/results").await.is_silent_on("scale-lemperle");
    let found = ana.app.store().find_person(person).await.unwrap().unwrap();
    let mut changed = found.record.clone();
    changed.goals = vec![Goal::Wrinkles];
    ana.app.store().change_person(by(&ana), &found, changed).await.unwrap();
    ana.opens("/results").await.says("scale-lemperle").misses("Acne scars, counted");
    ana.opens("/results/scale/lemperle").await.misses("something else than");
}
