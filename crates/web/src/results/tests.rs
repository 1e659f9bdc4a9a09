//! What "did it work?" promises: a score is a score, what may be chance is no change, and before results can show that is
//! said first.

use care::protocol::rows::Scale;
use chart::results::Board;
use store::records::{Outcome, Score};
use store::{Entry, Id};
use testhouse::Answer;

use super::change::sentences;
use super::curve::{lines, noise};
use super::regions;
use super::samples::{SCALES, Shown, board, gone, row, shown as drawn};
use super::{form, hub};
use crate::fields::Fields;
use crate::form::Form;
use crate::samples::Life;
use crate::samples::asked::{asked, english, shown};
use crate::samples::lives::life;

/// What a person's album holds beside their scores, with these scores on one scale.
fn with_scores(life: &Life, scale: &str, scores: &[(&str, f64)]) -> Board {
    let mut board = board(&english(life), life);
    board.album.outcomes.retain(|entry| !matches!(entry.record, Outcome::Scored(_)));
    let score = |(on, value): &(&str, f64)| {
        let score =
            Score { scale: scale.into(), on: on.parse().unwrap(), value: *value, note: None };
        let (id, person) = (Id::new(life.now), life.album.chart.person.id);
        let (created, record) = (life.now, Outcome::Scored(score));
        Entry { id, person, created, changed: created, version: 1, record }
    };
    board.album.outcomes.extend(scores.iter().map(score));
    board
}

/// Which sentences are said of scores, by their text keys.
fn said(life: &Life, scale: &str, scores: &[(&str, f64)]) -> Vec<&'static str> {
    const KEYS: [&str; 9] = [
        "results-unjudged",
        "results-relative",
        "results-no-before",
        "results-one-only",
        "results-score-early",
        "results-within",
        "results-beyond",
        "results-score-healing",
        "results-two",
    ];
    let reader = english(life);
    let board = with_scores(life, scale, scores);
    let words = [
        ("noise", "4".into()),
        ("by", "10".into()),
        ("day", 1.into()),
        ("n", 1.into()),
        ("first", "7".into()),
        ("then", "1 August 2026".into()),
        ("latest", "5".into()),
        ("now", "1 December 2026".into()),
    ];
    let all = sentences(&reader, &board, row(&reader, scale));
    KEYS.into_iter().filter(|key| all.contains(&reader.say.with(key, &words))).collect()
}

#[tokio::test]
async fn a_change_is_put_into_words_by_what_is_known_of_chance() {
    let life = life("followed").await;
    // The session was on 27 August.
    let (before, after) = ("2026-08-01", "2026-12-01");
    let own = said(life, "self", &[(before, 7.0), (after, 5.0)]);
    assert_eq!(own, ["results-unjudged", "results-two"]);
    assert_eq!(said(life, "self", &[(before, 7.0)]), ["results-one-only"]);
    assert_eq!(said(life, "self", &[]), [""; 0]);
    let counted = "goodman-baron-quantitative";
    let reader = english(life);
    let least = row(&reader, counted).noise.unwrap();
    let within = sentences(
        &reader,
        &with_scores(life, counted, &[(before, 40.0), (after, 40.0 - least + 1.0)]),
        row(&reader, counted),
    );
    let sentence = reader.say.with("results-within", &[("noise", least.to_string().into())]);
    assert!(within.contains(&sentence), "{within:?}");
    let beyond = sentences(
        &reader,
        &with_scores(life, counted, &[(before, 40.0), (after, 40.0 - least)]),
        row(&reader, counted),
    );
    assert!(!beyond.contains(&sentence), "{beyond:?}");
}

#[tokio::test]
async fn scores_that_compare_already_are_not_held_against_each_other() {
    let life = life("followed").await;
    let both = said(life, "gais", &[("2026-10-20", 4.0), ("2026-12-01", 2.0)]);
    assert_eq!(both, ["results-relative"]);
}

#[tokio::test]
async fn what_the_days_of_scores_cannot_say_is_said() {
    let (early, followed) = (life("too early").await, life("followed").await);
    // The session was on 27 November; results may be judged weeks later.
    let healing = said(early, "self", &[("2026-11-28", 6.0)]);
    assert_eq!(healing, ["results-no-before", "results-score-healing"]);
    let soon = said(early, "self", &[("2026-11-01", 6.0), ("2026-12-05", 6.0)]);
    assert_eq!(soon, ["results-unjudged", "results-score-early"]);
    // On the day of the first session it counts as from before.
    let same_day = said(followed, "self", &[("2026-08-27", 7.0), ("2026-12-01", 5.0)]);
    assert!(!same_day.contains(&"results-no-before"), "{same_day:?}");
    let late = said(followed, "self", &[("2026-08-28", 7.0), ("2026-12-01", 5.0)]);
    assert!(late.contains(&"results-no-before"), "{late:?}");
}

#[tokio::test]
async fn one_score_draws_no_course_and_two_do() {
    let life = life("followed").await;
    let reader = english(life);
    let page = async |scores: &[(&str, f64)]| {
        asked(&reader, hub::page(&reader, &with_scores(life, "self", scores))).await
    };
    let none = page(&[]).await;
    none.card("scale-self").says("results-score-now").is_silent_on("results-line");
    let one = page(&[("2026-08-01", 7.0)]).await;
    one.card("scale-self").says("results-score-again").is_silent_on("results-line");
    page(&[("2026-08-01", 7.0), ("2026-12-01", 5.0)]).await.card("scale-self").says("results-line");
}

#[tokio::test]
async fn the_first_sentence_is_what_the_day_allows_and_nothing_else() {
    const FIRST: [&str; 4] =
        ["results-nothing", "results-unknown", "photos-too-early", "results-open"];
    for (name, first) in [
        ("nothing against it", "results-nothing"),
        ("photographed", "results-nothing"),
        ("needled unanswered", "results-unknown"),
        ("too early", "photos-too-early"),
        ("followed", "results-open"),
    ] {
        let page = shown(life(name).await, "Results", "as it is opened").await;
        page.card(first);
        for other in FIRST.into_iter().filter(|other| *other != first) {
            page.has_no_card(other);
        }
    }
}

#[tokio::test]
async fn before_the_first_session_what_is_missing_is_asked_for_once() {
    let nothing = shown(life("nothing against it").await, "Results", "as it is opened").await;
    let first = nothing.card("results-nothing");
    first.says("photos-take").says("results-score-now").says("results-nothing-why");
    nothing.has_no_card("scale-self").has_no_card("photos-title");
    let photographed = life("photographed").await;
    let page = shown(photographed, "Results", "as it is opened").await;
    page.card("results-nothing").says("results-score-now").is_silent_on("photos-take");
    let reader = english(photographed);
    let scored = with_scores(photographed, "self", &[("2026-12-01", 7.0)]);
    let ready = asked(&reader, hub::page(&reader, &scored)).await;
    ready.card("results-nothing").says("results-nothing-ready").is_silent_on("results-score-now");
    ready.card("scale-self");
}

#[tokio::test]
async fn pairs_that_eyes_looked_at_are_counted() {
    let page = shown(life("followed").await, "Results", "as it is opened").await;
    let counted =
        [("n", 6.into()), ("later", 2.into()), ("earlier", 2.into()), ("neither", 2.into())];
    page.card("photos-title").says_with("results-seen", &counted).says("results-photos-how");
    let none = shown(life("photographed").await, "Results", "as it is opened").await;
    none.card("photos-title").is_silent_on("results-seen").says("photos-compare");
    let without = shown(life("healing").await, "Results", "as it is opened").await;
    without.card("photos-title").says("results-photos-few").says("photos-take");
    without.card("photos-title").is_silent_on("photos-compare");
}

/// The card of places over an album that was changed.
async fn places(life: &Life, change: impl FnOnce(&mut Board)) -> Answer {
    let reader = english(life);
    let mut board = board(&reader, life);
    change(&mut board);
    asked(&reader, hub::page(&reader, &board)).await
}

#[tokio::test]
async fn a_place_shows_its_latest_result_with_what_its_day_allows() {
    let early = places(life("too early").await, |_| {}).await;
    early.says("photo-result-decrease-beyond-noise").says("results-region-early");
    early.is_silent_on("results-region-healing");
    let healing = places(life("too early").await, |board| {
        board.album.photos.remove(0);
    });
    let day = [("day", 1.into()), ("n", 1.into())];
    healing.await.says_with("results-region-healing", &day).is_silent_on("results-region-early");
    let drawn_red = places(life("followed").await, |board| {
        let front = board.album.of_view("front");
        let (red, later) = (front[1].id, front[6].id);
        board.album.regions[0].record.photo = red;
        for entry in &mut board.album.outcomes {
            if let Outcome::Measured(measured) = &mut entry.record {
                (measured.before, measured.after) = (vec![red], vec![later]);
                measured.delta_ei = Some(-0.08);
                measured.result = "decrease-beyond-noise".into();
            }
        }
    });
    drawn_red.await.says("region-first-healing");
    let unmeasured = places(life("photographed").await, |_| {}).await;
    unmeasured.says("results-region-unmeasured").says("results-region-another");
}

#[tokio::test]
async fn of_a_day_before_the_first_it_is_not_said_to_be_less_red_than_before() {
    let earlier = places(life("followed").await, |board| {
        let front = board.album.of_view("front");
        let (first, last) = (front[0].id, front[6].id);
        board.album.regions[0].record.photo = last;
        board.album.photos.retain(|photo| photo.id == first || photo.id == last);
        for entry in &mut board.album.outcomes {
            if let Outcome::Measured(measured) = &mut entry.record {
                (measured.before, measured.after) = (vec![last], vec![first]);
            }
        }
    });
    let page = earlier.await;
    page.says("photo-result-increase-beyond-noise.whole");
    page.is_silent_on("photo-result-increase-beyond-noise");
}

#[tokio::test]
async fn a_place_is_drawn_on_the_first_photograph_of_a_view_with_several() {
    let nothing = places(life("healing").await, |_| {}).await;
    nothing
        .card("results-regions")
        .says("results-regions-no-photo")
        .is_silent_on("results-region-draw");
    let photographed = life("photographed").await;
    let first = photographed.album.of_view("front")[0].id;
    let undrawn = places(photographed, |board| board.album.regions.clear()).await;
    undrawn
        .card("results-regions")
        .says("results-region-draw")
        .is_silent_on("results-regions-no-photo");
    undrawn.sees(&format!("/region/new?photo={first}"));
    let reader = english(photographed);
    let mut board = board(&reader, photographed);
    board.album.photos.retain(|photo| photo.record.view == "left");
    assert_eq!(
        regions::to_draw_on(&board),
        Some(board.album.photos[0].id),
        "any is better than none"
    );
}

#[tokio::test]
async fn no_score_is_chosen_before_and_each_scale_is_asked_in_its_way() {
    let life = life("nothing against it").await;
    let fields = |page: &Answer| page.text().matches("name=\"value\"").count();
    for (scale, count, typed) in [
        ("self", 11, false),
        ("goodman-baron", 4, false),
        ("goodman-baron-quantitative", 1, true),
        ("lemperle", 6, false),
    ] {
        let reader = english(life);
        let page = asked(&reader, drawn(&reader, life, scale, &Shown::default())).await;
        assert_eq!(fields(&page), count, "{scale}");
        page.misses(" checked");
        match typed {
            true => page.says("results-range"),
            false => page.is_silent_on("results-range"),
        };
    }
}

#[tokio::test]
async fn only_a_scale_for_trained_eyes_asks_for_them_and_one_for_something_else_says_so() {
    let life = life("nothing against it").await;
    let reader = english(life);
    for scale in SCALES {
        let page = asked(&reader, drawn(&reader, life, scale, &Shown::default())).await;
        match scale {
            "self" => page.is_silent_on("results-rater-needed"),
            _ => page.says("results-rater-needed"),
        };
        match scale {
            "lemperle" => page.says("results-not-for-goals"),
            _ => page.is_silent_on("results-not-for-goals"),
        };
    }
}

#[tokio::test]
async fn what_has_to_be_mended_comes_first() {
    let life = life("followed").await;
    let order = |page: &Answer| {
        let text = page.text();
        text.find("id=\"enter\"").unwrap() < text.find("class=\"chart dots\"").unwrap()
    };
    let refused = shown(life, "Scale", "a score refused").await;
    refused.is(422).says("results-not-kept").sees("value=\"2026-12-24\"").sees("wedding");
    assert!(order(&refused));
    let opened = shown(life, "Scale", "as it is opened").await;
    opened.is(200).is_silent_on("results-not-kept").says("results-entries");
    assert!(!order(&opened));
    let empty = shown(crate::samples::lives::life("planned").await, "Scale", "as it is opened");
    empty.await.is_silent_on("results-entries").is_silent_on("results-over-time");
}

#[tokio::test]
async fn a_removed_score_comes_back_by_the_same_form() {
    let page = shown(life("followed").await, "Scale", "a score removed").await;
    let (id, score) = gone();
    page.says("results-removed").says("results-undo").is_silent_on("results-saved");
    let fields = page.fields();
    let has = |name: &str, value: &str| fields.contains(&(name.to_owned(), value.to_owned()));
    assert!(has("id", &id.to_string()) && has("on", &score.on.to_string()), "{fields:?}");
    assert!(has("value", "7") && has("scale", "self") && has("note", "wedding"), "{fields:?}");
    let saved = shown(life("followed").await, "Scale", "a score kept").await;
    saved.says("results-saved").is_silent_on("results-removed");
}

/// What a form makes of a score; the fields that are wrong if it makes none.
fn read(life: &Life, scale: &str, value: &str, on: &str) -> Result<Score, String> {
    let typed = [("value", value), ("on", on)].map(|(name, text)| (name.into(), text.into()));
    let (reader, mut form) = (english(life), Form::new(Fields::of(typed)));
    let score = form::read(&reader, row(&reader, scale), &mut form);
    score.ok_or_else(|| form.wrong_fields().collect::<Vec<_>>().join(" "))
}

#[tokio::test]
async fn a_score_is_a_whole_number_of_its_scale_on_a_day_of_ones_life() {
    let life = life("nothing against it").await;
    let whole = read(life, "self", "10", "2026-12-05").unwrap();
    assert_eq!((whole.scale.as_str(), whole.value), ("self", 10.0));
    assert!(read(life, "goodman-baron", "1", "1990-04-02").is_ok(), "from the first day");
    for (scale, value, on, wrong) in [
        ("self", "11", "2026-12-05", "value"),
        ("self", "-1", "2026-12-05", "value"),
        ("self", "3.5", "2026-12-05", "value"),
        ("self", "", "2026-12-05", "value"),
        ("goodman-baron", "0", "2026-12-05", "value"),
        ("self", "NaN", "2026-12-06", "value on"),
        ("self", "3", "1990-04-01", "on"),
        ("self", "3", "", "on"),
    ] {
        assert_eq!(read(life, scale, value, on).unwrap_err(), wrong, "{scale} {value} {on}");
    }
}

/// A scale with these ends.
fn of_range(range: [f64; 2]) -> Scale {
    let reader = words::Worded::built_in(words::Language::DEFAULT).unwrap();
    Scale { range, ..reader.rows().scale[0].clone() }
}

#[test]
fn lines_go_across_at_each_score_of_a_narrow_scale_and_else_at_three() {
    let places = |range| lines(range).iter().map(|line| line.word.clone()).collect::<Vec<_>>();
    assert_eq!(places([1.0, 4.0]), ["1", "2", "3", "4"]);
    assert_eq!(places([0.0, 6.0]).len(), 7);
    assert_eq!(places([0.0, 84.0]), ["0", "42", "84"]);
    assert_eq!(places([0.0, 10.0]), ["0", "5", "10"]);
}

#[test]
fn chance_is_drawn_around_the_first_score_where_it_was_measured() {
    let scale = Scale { noise: Some(4.0), relative: false, ..of_range([0.0, 84.0]) };
    assert_eq!(noise(&scale, 40.0), Some((36.0, 44.0)));
    assert_eq!(noise(&Scale { relative: true, ..scale.clone() }, 40.0), None, "there is no first");
    assert_eq!(noise(&Scale { noise: None, ..scale }, 40.0), None, "nobody measured it");
}

#[tokio::test]
async fn a_score_of_healing_or_too_early_a_day_is_drawn_hollow() {
    let early = shown(life("too early").await, "Scale", "as it is opened").await;
    early.card("results-over-time").says("results-key-early").says("results-key-session");
    let fair = shown(life("followed").await, "Scale", "as it is opened").await;
    fair.card("results-over-time").is_silent_on("results-key-early");
}
