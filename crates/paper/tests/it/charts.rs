//! Charts on sheets.

use paper::{Block, Chart, Sheet};

use crate::{in_order, pages, sheet, text};

fn chart(title: &str, points: Vec<(f32, f32)>) -> Chart {
    let ends = ["1 Dec".to_owned(), "9 Dec".to_owned()];
    let (title, said) = (title.to_owned(), format!("{title}, told"));
    Chart { title, said, high: 10.0, days: 8.0, points, marks: vec![0.5], ends }
}

fn drawn(charts: Vec<Chart>) -> Sheet {
    sheet(vec![Block::Charts(charts), Block::Text("below".into())])
}

#[test]
fn charts_have_their_titles_and_ends_and_what_follows_stands_below() {
    let all = ["Redness", "Swelling", "Pain", "Flaking"];
    let charts = all.map(|title| chart(title, vec![(0.5, 4.0), (3.0, 1.0)]));
    let Some(text) = text(&drawn(charts.into())) else { return };
    for said in all.into_iter().chain(["1 Dec", "9 Dec"]) {
        assert!(text.contains(said), "{said}: {text}");
    }
    in_order(&text, &["A title", "below"]);
}

#[test]
fn odd_values_stay_in_their_chart_and_one_page_holds_nine() {
    let odd = [
        vec![],
        vec![(0.0, 0.0)],
        vec![(-5.0, 50.0), (1e9, -1e9)],
        vec![(f32::NAN, 3.0), (2.0, f32::INFINITY)],
    ];
    for points in odd {
        paper::render(&drawn(vec![chart("Redness", points)])).expect("it can be placed");
    }
    let flat = Chart { high: 0.0, days: 0.0, ..chart("Redness", vec![(0.0, 0.0)]) };
    paper::render(&drawn(vec![flat])).expect("a chart of nothing");
    let nine: Vec<Chart> = (0..9).map(|_| chart("Redness", vec![(1.0, 2.0)])).collect();
    assert!(pages(&drawn(nine)).is_none_or(|n| n == 1));
}
