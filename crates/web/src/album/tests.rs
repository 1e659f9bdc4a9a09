//! The pieces that several pages share: from when it is no longer too early, what a moment forbids, what a place is called.

use care::judging::Moment;
use care::programme::JudgeWindow;
use maud::Markup;
use photo::Comparison;
use store::records::{Outcome, Region};

use super::{against_noise, caption, held_back, name, too_early, view_word};
use crate::samples::asked::english;
use crate::samples::lives::life;

/// When results can be judged, counted from the day of every life.
fn judged_in(days: i64) -> JudgeWindow {
    let today = jiff::civil::date(2026, 12, 5);
    let in_days = |days: i64| today.saturating_add(jiff::Span::new().days(days));
    JudgeWindow { from: in_days(days), by: in_days(days + 30) }
}

#[tokio::test]
async fn from_the_day_on_it_is_no_longer_too_early() {
    let reader = english(life("followed").await);
    let said = |judge| too_early(&reader, judge).into_string();
    let until = |days| [("date", reader.say.date(judged_in(days).from).into())];
    assert!(said(Some(judged_in(1))).contains(&reader.say.with("photos-too-early", &until(1))));
    assert_eq!(said(Some(judged_in(0))), "", "on the day itself");
    assert_eq!(said(Some(judged_in(-1))), "");
    assert_eq!(said(None), "", "nobody can say");
}

#[tokio::test]
async fn what_a_moment_forbids_is_said_and_of_a_fair_one_nothing() {
    let say = english(life("followed").await).say.clone();
    let until = judged_in(20).from;
    let healing = held_back(&say, Moment::Healing { day: 2, session: 1 });
    assert_eq!(healing, Some(say.with("photos-measured-healing", &[("day", 2.into())])));
    let early = held_back(&say, Moment::TooEarly { until });
    assert_eq!(early, Some(say.with("photos-measured-early", &[("date", say.date(until).into())])));
    assert_eq!(held_back(&say, Moment::Unknown), Some(say.text("results-unknown")));
    assert_eq!(held_back(&say, Moment::Untreated), Some(say.text("photos-measured-untreated")));
    assert_eq!(held_back(&say, Moment::Fair), None);
}

/// What was measured first in a life, changed.
async fn against(change: impl FnOnce(&mut Comparison)) -> Markup {
    let life = life("followed").await;
    let measured = life.album.outcomes.iter().find_map(|entry| match &entry.record {
        Outcome::Measured(measured) => Some(measured),
        _ => None,
    });
    let mut said = chart::region::comparison(measured.unwrap());
    change(&mut said);
    against_noise(&english(life).say, &said)
}

#[tokio::test]
async fn a_change_is_never_drawn_without_its_noise() {
    let drawn = against(|_| {}).await.into_string();
    assert!(drawn.contains("+0.080") && drawn.contains("0.030"), "{drawn}");
    assert_eq!(against(|said| said.sdc = None).await.into_string(), "");
    assert_eq!(against(|said| said.delta_ei = None).await.into_string(), "");
    assert_eq!(against(|said| said.comparable = false).await.into_string(), "");
}

#[tokio::test]
async fn a_place_is_called_as_the_person_calls_it_or_by_its_view() {
    let life = life("photographed").await;
    let (say, album) = (&english(life).say, &life.album);
    let region = album.regions[0].record.clone();
    let front = [("view", say.text("photos-view-front").into())];
    assert_eq!(name(say, album, &region), say.with("region-name-view", &front));
    let named = Region { name: Some("cheek".into()), ..region };
    assert_eq!(name(say, album, &named), "cheek");
    let mut gone = album.clone();
    gone.photos.clear();
    assert_eq!(name(say, &gone, &region), say.text("region-name"));
    assert_eq!(view_word(say, "from below"), say.text("photos-view-other"));
}

#[tokio::test]
async fn a_photograph_is_seen_from_the_session_before_it() {
    let life = life("too early").await;
    let (say, album) = (&english(life).say, &life.album);
    let front = album.of_view("front");
    let said: Vec<String> = front.iter().map(|photo| caption(say, album, &photo.record)).collect();
    let after = |day: i64| say.with("photos-since", &[("day", day.into()), ("n", 1.into())]);
    assert_eq!(said, [say.text("photos-before"), after(1), after(8)]);
}
