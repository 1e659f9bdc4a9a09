//! A change against noise: the dot lies where the numbers put it, in the band or outside.

use super::super::chart::{NoiseWords, noise};

fn drawn(change: f64, smallest: f64) -> String {
    let words = NoiseWords {
        title: "Title <1>".into(),
        desc: "Desc".into(),
        less: "less".into(),
        more: "more".into(),
        noise: "band".into(),
    };
    noise(change, smallest, "+1", &words).into_string()
}

/// The number after a piece of markup.
fn after(drawn: &str, piece: &str) -> f64 {
    let (_, rest) = drawn.split_once(piece).unwrap();
    rest.split('"').next().unwrap().parse().unwrap()
}

#[test]
fn a_change_beyond_noise_lies_outside_the_band_and_any_other_inside() {
    for (change, outside) in [(-0.061, true), (0.061, true), (0.047, false), (0.0, false)] {
        let drawn = drawn(change, 0.048);
        let (left, width) = (after(&drawn, "rect class=\"noise\" x=\""), after(&drawn, "width=\""));
        let dot = after(&drawn, "cx=\"");
        assert_eq!(!(left..=left + width).contains(&dot), outside, "{change}");
        assert_eq!(dot < 160.0, change < 0.0, "less lies to the left");
        assert!((16.0..=304.0).contains(&left) && (16.0..=304.0).contains(&dot));
    }
}

#[test]
fn it_is_told_in_words_too_and_they_do_not_touch() {
    let far = drawn(-0.2, 0.05);
    assert!(far.contains("role=\"img\"") && far.contains("Title &lt;1&gt;"));
    assert!(far.contains(">0</text>"));
    assert!(!drawn(0.002, 0.05).contains(">0</text>"), "the dot's own number stands there");
    assert!(drawn(0.0, 0.0).contains("cx=\"160\""), "nothing divides by zero");
}
