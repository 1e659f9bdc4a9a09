//! Looking at two photographs before knowing which is the later one.

use store::records::{Better, Outcome};
use testhouse::{Home, lived_in};

use crate::photos::put;

/// What eyes said, as it was kept.
async fn seen(home: &Home) -> Vec<Better> {
    let person = home.app.store().people().await.unwrap()[0];
    let outcomes = home.app.store().list::<Outcome>(person).await.unwrap();
    let better = |outcome: Outcome| match outcome {
        Outcome::Seen(seen) => Some(seen.better),
        _ => None,
    };
    outcomes.into_iter().filter_map(|entry| better(entry.record)).collect()
}

#[tokio::test]
async fn dates_are_hidden_until_eyes_have_said_which_looks_better() {
    let (ana, person) = lived_in().await;
    let first = put(&ana, person, "front", 24 * 60).await.to_string();
    let last = put(&ana, person, "front", 24).await.to_string();
    let hidden = ana.opens("/photos/compare").await;
    hidden.sees("On which do you see the scars less?").sees("Both alike");
    for told in ["October", "December", "Before the first session", "Redness, measured"] {
        hidden.misses(told);
    }
    // The address says which is which, in whatever order: it is not read into the page.
    let swapped = ana.opens(&format!("/photos/compare?a={last}&b={first}")).await;
    assert_eq!(hidden.text(), swapped.text());
    let fields = [("a", first.as_str()), ("b", last.as_str()), ("better", "b"), ("how", "side")];
    let told = ana.posts_and_follows("/photos/compare", &fields).await;
    told.sees("You found the later photo better")
        .sees("October")
        .misses("On which do you see the scars less?");
    // The second answer would know the dates.
    let again = [("a", first.as_str()), ("b", last.as_str()), ("better", "a")];
    ana.posts_and_follows("/photos/compare", &again).await.sees("You found the later photo better");
    assert_eq!(seen(&ana).await, [Better::Later]);
}

#[tokio::test]
async fn a_photo_that_is_taken_again_on_the_day_is_no_other_pair_and_a_later_day_is() {
    let (ana, person) = lived_in().await;
    let first = put(&ana, person, "front", 24 * 60).await.to_string();
    let [later, again] = [24 * 20, 24 * 20 - 1];
    let later = put(&ana, person, "front", later).await.to_string();
    let fields = [("a", first.as_str()), ("b", later.as_str()), ("better", "neither")];
    ana.posts_and_follows("/photos/compare", &fields)
        .await
        .misses("On which do you see the scars less?");
    put(&ana, person, "front", again).await;
    ana.opens("/photos/compare").await.misses("On which do you see the scars less?");
    put(&ana, person, "front", 24).await;
    ana.opens("/photos/compare").await.sees("On which do you see the scars less?");
}

#[tokio::test]
async fn each_answer_is_kept_by_the_photograph_and_not_by_its_letter() {
    let (ana, person) = lived_in().await;
    let mut expected = Vec::new();
    for (days, answer, swapped, better) in [
        (10, "a", false, Better::Earlier),
        (20, "a", true, Better::Later),
        (30, "b", true, Better::Earlier),
        (40, "neither", false, Better::Neither),
    ] {
        let early = put(&ana, person, "front", 24 * days).await.to_string();
        let late = put(&ana, person, "front", 24 * days - 48).await.to_string();
        let (a, b) = if swapped { (&late, &early) } else { (&early, &late) };
        let fields = [("a", a.as_str()), ("b", b.as_str()), ("better", answer)];
        ana.posts("/photos/compare", &fields).await.is(303);
        expected.push(better);
    }
    assert_eq!(seen(&ana).await, expected);
    ana.opens("/photos/compare?open=1").await.is(200);
}

#[tokio::test]
async fn an_answer_that_makes_no_sense_is_no_answer() {
    let (ana, person) = lived_in().await;
    let first = put(&ana, person, "front", 48).await.to_string();
    let last = put(&ana, person, "front", 24).await.to_string();
    let nobody = "01234567-89ab-7def-8123-456789abcdef";
    for (a, b, better) in
        [(&*first, &*last, "both"), (&first, nobody, "a"), ("x", &last, "a"), (&first, "", "b")]
    {
        let fields = [("a", a), ("b", b), ("better", better)];
        ana.posts("/photos/compare", &fields).await.is(404);
    }
    assert_eq!(seen(&ana).await, []);
}

#[tokio::test]
async fn whoever_would_rather_know_is_shown_at_once() {
    let (ana, person) = lived_in().await;
    put(&ana, person, "front", 24 * 60).await;
    put(&ana, person, "front", 24).await;
    let hidden = ana.opens("/photos/compare").await.text();
    let link = hidden.split("href=\"").find(|part| part.contains("open=1")).unwrap();
    let link = link.split('"').next().unwrap().replace("&amp;", "&");
    ana.opens(&link)
        .await
        .sees("October")
        .sees("Follow a place")
        .misses("On which do you see the scars less?");
}
