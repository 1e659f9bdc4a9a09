//! Values over dates: what is drawn where, and what is said of it.

use super::super::chart::{Dot, DotChart, DotWords, Tick, dot_key, dot_table, dots, spread};
use super::{NASTY, SAFE, nasty};

fn dot(at: f64, value: f64) -> Dot {
    Dot { at, value, error: None, hollow: false, day: nasty(), said: nasty() }
}

fn chart(points: Vec<Dot>) -> DotChart {
    DotChart {
        id: "here".into(),
        title: nasty(),
        desc: nasty(),
        points,
        range: (0.0, 10.0),
        values: vec![Tick { at: 0.0, word: nasty() }],
        days: vec![Tick { at: 0.0, word: nasty() }],
        words: DotWords { day: nasty(), value: nasty(), ..DotWords::default() },
        ..DotChart::default()
    }
}

/// The centres of the points.
fn places(drawn: &str) -> Vec<(f64, f64)> {
    let number = |part: &str, name: &str| {
        let (_, rest) = part.split_once(name).unwrap();
        rest.split('"').next().unwrap().parse::<f64>().unwrap()
    };
    let circles = drawn.split("<circle").skip(1);
    circles.map(|part| (number(part, "cx=\""), number(part, "cy=\""))).collect()
}

#[test]
fn words_are_escaped_and_the_chart_has_a_name() {
    let chart = chart(vec![dot(0.0, 3.0)]);
    for drawn in [dots(&chart), dot_table(&chart), dot_key(&chart)] {
        let drawn = drawn.into_string();
        assert!(drawn.contains(SAFE) && !drawn.contains(NASTY), "{drawn}");
    }
    let drawn = dots(&chart).into_string();
    assert!(drawn.contains("aria-labelledby=\"here-title here-desc\""), "{drawn}");
    assert!(!drawn.contains("style="), "{drawn}");
}

#[test]
fn later_stands_further_right_and_more_stands_higher() {
    let drawn = dots(&chart(vec![dot(0.0, 2.0), dot(3.0, 8.0), dot(9.0, 8.0)])).into_string();
    let places = places(&drawn);
    assert_eq!(places.len(), 3, "{drawn}");
    assert!(places[0].0 < places[1].0 && places[1].0 < places[2].0, "{places:?}");
    assert!(places[0].1 > places[1].1 && places[1].1 == places[2].1, "{places:?}");
    let gaps = (places[1].0 - places[0].0, places[2].0 - places[1].0);
    assert!((gaps.1 - 2.0 * gaps.0).abs() < 0.3, "six days are twice as far as three: {gaps:?}");
}

#[test]
fn what_lies_outside_stands_at_the_edge() {
    let drawn = dots(&chart(vec![dot(0.0, -5.0), dot(1.0, 50.0), dot(2.0, 0.0), dot(3.0, 10.0)]));
    let places = places(&drawn.into_string());
    assert_eq!((places[0].1, places[1].1), (places[2].1, places[3].1));
}

#[test]
fn one_day_and_none_are_drawn_too() {
    let places = places(&dots(&chart(vec![dot(5.0, 4.0)])).into_string());
    assert!(places[0].0 > 20.0 && places[0].0 < 310.0, "{places:?}");
    let none = dots(&chart(Vec::new())).into_string();
    assert!(!none.contains("NaN") && !none.contains("inf"), "{none}");
}

#[test]
fn errors_noise_and_sessions_are_drawn_only_where_they_are_known() {
    let plain = dots(&chart(vec![dot(0.0, 4.0)])).into_string();
    for part in ["class=\"error\"", "class=\"noise\"", "class=\"marks\"", "class=\"hollow\""] {
        assert!(!plain.contains(part), "{part}: {plain}");
    }
    let unsure = Dot { error: Some((3.0, 6.0)), hollow: true, ..dot(0.0, 4.0) };
    let mut full = chart(vec![unsure, dot(2.0, 5.0)]);
    (full.band, full.marks) = (Some((3.0, 5.0)), vec![1.0, 2.0]);
    let drawn = dots(&full).into_string();
    for part in ["class=\"error\"", "class=\"noise\"", "class=\"marks\"", "class=\"hollow\""] {
        assert!(drawn.contains(part), "{part}: {drawn}");
    }
    full.words.band = "chance".into();
    assert!(dot_key(&full).into_string().contains("chance"));
    full.band = None;
    assert!(!dot_key(&full).into_string().contains("chance"), "a key of what is not there");
}

#[test]
fn days_under_a_chart_are_whole_few_and_reach_both_ends() {
    for (last, most, expected) in [
        (0.0, 3, vec![0.0]),
        (1.0, 3, vec![0.0, 1.0]),
        (2.0, 3, vec![0.0, 1.0, 2.0]),
        (45.0, 3, vec![0.0, 23.0, 45.0]),
        (400.0, 2, vec![0.0, 400.0]),
        (9.0, 1, vec![0.0]),
        (9.0, 0, vec![]),
    ] {
        assert_eq!(spread(0.0, last, most), expected, "{last} {most}");
    }
}
