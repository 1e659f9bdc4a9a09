//! The band chart: days 0 to 14 to the right, scores 0 to 10 upwards.

use care::words::Word as _;
use maud::{Markup, html};

use super::{BandChart, BandDay, at};

pub(super) const LEFT: f64 = 24.0;
const TOP: f64 = 20.0;
pub(super) const DAY: f64 = 20.6;
const SCORE: f64 = 14.0;
pub(super) const RIGHT: f64 = LEFT + 14.0 * DAY;
const ZERO: f64 = TOP + 10.0 * SCORE;

/// The chart. Put [`mod@super::table`] under it, in a disclosure, for those who would rather read.
pub fn bands(chart: &BandChart) -> Markup {
    let id = format!("chart-{}", chart.sign.word());
    html! {
        svg.chart viewBox="0 0 320 184" role="img" aria-labelledby={ (id) "-title " (id) "-desc" }
            data-chart=(chart.sign.word()) {
            title id={ (id) "-title" } { (chart.title) }
            desc id={ (id) "-desc" } { (chart.desc) }
            (axes())
            path.band d=(area(&chart.bands, |day| Some(day.usual))) {}
            path.core d=(area(&chart.bands, |day| day.core)) {}
            @if let Some(today) = chart.today { (today_line(today, &chart.words.today)) }
            (own(chart))
        }
    }
}

fn axes() -> Markup {
    html! {
        g.axes aria-hidden="true" {
            @for score in [0.0, 5.0, 10.0] {
                line x1=(at(LEFT)) x2=(at(RIGHT)) y1=(at(y(score))) y2=(at(y(score))) {}
                text x=(at(LEFT - 7.0)) y=(at(y(score) + 4.0)) text-anchor="end" { (at(score)) }
            }
            @for day in [0.0, 2.0, 4.0, 7.0, 10.0, 14.0] {
                text x=(at(x(day))) y=(at(ZERO + 18.0)) text-anchor="middle" { (at(day)) }
            }
        }
    }
}

fn today_line(today: f64, word: &str) -> Markup {
    let there = x(today.clamp(0.0, 14.0));
    // Near an edge the word would be cut off.
    let anchor = match today {
        early if early < 1.5 => "start",
        late if late > 12.5 => "end",
        _ => "middle",
    };
    html! {
        g.today {
            line x1=(at(there)) x2=(at(there)) y1=(at(TOP - 4.0)) y2=(at(ZERO)) {}
            text x=(at(there)) y=(at(TOP - 9.0)) text-anchor=(anchor) { (word) }
        }
        circle.live cx=(at(there)) cy=(at(ZERO)) r="0" data-zero=(at(ZERO)) data-step=(at(SCORE)) {}
    }
}

fn own(chart: &BandChart) -> Markup {
    let places: Vec<(f64, f64)> = chart
        .own
        .iter()
        .map(|own| (x(own.day.clamp(0.0, 14.0)), y(own.score.clamp(0.0, 10.0))))
        .collect();
    html! {
        g.own {
            polyline points=(points(places.iter().copied())) {}
            @for (x, y) in &places { circle cx=(at(*x)) cy=(at(*y)) r="4" {} }
        }
    }
}

/// The outline of a band: along the highest scores, then back along the lowest.
fn area(days: &[BandDay], of: impl Fn(&BandDay) -> Option<(f64, f64)>) -> String {
    let known: Vec<(f64, f64, f64)> = days
        .iter()
        .filter_map(|day| of(day).map(|(low, high)| (x(f64::from(day.day)), y(low), y(high))))
        .collect();
    if known.is_empty() {
        return String::new();
    }
    let upper = known.iter().map(|(x, _, high)| (*x, *high));
    let lower = known.iter().rev().map(|(x, low, _)| (*x, *low));
    format!("M{}Z", points(upper.chain(lower)))
}

fn points(places: impl Iterator<Item = (f64, f64)>) -> String {
    let each: Vec<String> = places.map(|(x, y)| format!("{} {}", at(x), at(y))).collect();
    each.join(" ")
}

fn x(day: f64) -> f64 {
    LEFT + day * DAY
}

fn y(score: f64) -> f64 {
    ZERO - score * SCORE
}
