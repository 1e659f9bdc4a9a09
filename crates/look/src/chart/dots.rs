//! Values over dates: points with their errors, a band for what may be noise, and upright lines for what happened.
//!
//! Nothing is drawn between two points but a thin line: what lay in between nobody saw. The caller brings every word and
//! every tick; [`spread`] finds places for ticks.

use maud::{Markup, html};

use super::at;

const TOP: f64 = 14.0;
const RIGHT: f64 = 308.0;
const FOOT: f64 = 154.0;
/// Of the caps of an error bar, to either side.
const CAP: f64 = 4.0;
/// About how wide a letter of a tick is.
const LETTER: f64 = 6.5;

/// Values over dates. Days count from any day, the same for points, ticks and marks.
#[derive(Clone, Debug, Default)]
pub struct DotChart {
    /// Names the chart among those of its page: the start of its ids.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// The chart in one or two sentences, for those who cannot see it.
    pub desc: String,
    /// What was seen, oldest first.
    pub points: Vec<Dot>,
    /// The lowest and the highest value that is drawn; what lies outside stands at the edge.
    pub range: (f64, f64),
    /// Lines across, in values.
    pub values: Vec<Tick>,
    /// Words under the chart, in days.
    pub days: Vec<Tick>,
    /// From and to which value a change may be noise.
    pub band: Option<(f64, f64)>,
    /// Upright lines, in days: sessions, for example.
    pub marks: Vec<f64>,
    /// Its words.
    pub words: DotWords,
}

/// A value on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// The day.
    pub at: f64,
    /// The value.
    pub value: f64,
    /// The lowest and highest it may be, if that is known: an error bar.
    pub error: Option<(f64, f64)>,
    /// Drawn empty: a value that says less than the others.
    pub hollow: bool,
    /// The day in words, for the table.
    pub day: String,
    /// The value in words, for the table.
    pub said: String,
}

/// A word at a place of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The value or the day.
    pub at: f64,
    /// What stands there.
    pub word: String,
}

/// The words of a chart of values over dates; one that is empty is left out of the key.
#[derive(Clone, Debug, Default)]
pub struct DotWords {
    /// Heads the days in the table: Date.
    pub day: String,
    /// Heads the values in the table, and says what the points are: your score.
    pub value: String,
    /// What an empty point means.
    pub hollow: String,
    /// What the band is: may be chance.
    pub band: String,
    /// What the upright lines are: sessions.
    pub mark: String,
}

/// The chart. Put [`dot_key`] and [`dot_table`] under it, the table in a disclosure.
pub fn dots(chart: &DotChart) -> Markup {
    let place = Place::of(chart);
    html! {
        svg.chart.dots viewBox="0 0 320 180" role="img" aria-labelledby={ (chart.id) "-title " (chart.id) "-desc" } {
            title id={ (chart.id) "-title" } { (chart.title) }
            desc id={ (chart.id) "-desc" } { (chart.desc) }
            @if let Some((low, high)) = chart.band { (band(&place, low, high)) }
            (axes(chart, &place))
            @if !chart.marks.is_empty() {
                g.marks { @for mark in &chart.marks {
                    line x1=(at(place.x(*mark))) x2=(at(place.x(*mark))) y1=(at(TOP)) y2=(at(FOOT)) {}
                } }
            }
            (own(chart, &place))
        }
    }
}

/// The same values as a table.
pub fn dot_table(chart: &DotChart) -> Markup {
    html! {
        div.scroll tabindex="0" role="group" aria-label=(chart.title) {
            table {
                caption { (chart.title) }
                thead { tr { th scope="col" { (chart.words.day) } th scope="col" { (chart.words.value) } } }
                tbody { @for dot in &chart.points { tr {
                    th scope="row" { (dot.day) } td { (dot.said) }
                } } }
            }
        }
    }
}

/// What points, band and lines are; what the chart doesn't show is not listed.
pub fn dot_key(chart: &DotChart) -> Markup {
    let words = &chart.words;
    let hollow = chart.points.iter().any(|dot| dot.hollow);
    let rows = [
        ("key yours", &words.value, chart.points.iter().any(|dot| !dot.hollow)),
        ("key hollow", &words.hollow, hollow),
        ("key usual", &words.band, chart.band.is_some()),
        ("key mark", &words.mark, !chart.marks.is_empty()),
    ];
    html! {
        ul.legend aria-hidden="true" {
            @for (class, word, shown) in rows { @if shown && !word.is_empty() {
                li { span class=(class) {} span { (word) } }
            } }
        }
    }
}

/// At most so many places from one day to another, both included, each a whole number of days from the first.
pub fn spread(first: f64, last: f64, most: u32) -> Vec<f64> {
    let days = (last - first).max(0.0);
    let gaps = f64::from(most.saturating_sub(1).max(1)).min(days.floor()).max(1.0);
    let step = days / gaps;
    let mut places: Vec<f64> = Vec::new();
    for gap in 0..most {
        let place = first + (f64::from(gap) * step).round();
        if place <= last && places.last().is_none_or(|before| place > *before) {
            places.push(place);
        }
    }
    places
}

/// Where days and values lie.
struct Place {
    left: f64,
    days: (f64, f64),
    values: (f64, f64),
}

impl Place {
    fn of(chart: &DotChart) -> Self {
        let points = chart.points.iter().map(|dot| dot.at);
        let all: Vec<f64> = points.chain(chart.marks.iter().copied()).collect();
        let first = all.iter().copied().fold(f64::INFINITY, f64::min);
        let last = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // A single day stands in the middle.
        let days = match last - first {
            span if span > 0.0 => (first, last),
            _ if first.is_finite() => (first - 1.0, first + 1.0),
            _ => (0.0, 1.0),
        };
        let longest = chart.values.iter().map(|tick| tick.word.chars().count()).max();
        let letters = u32::try_from(longest.unwrap_or_default()).unwrap_or_default();
        let left = (LETTER.mul_add(f64::from(letters), 14.0)).clamp(24.0, 96.0);
        Self { left, days, values: chart.range }
    }
    fn x(&self, day: f64) -> f64 {
        let (first, last) = self.days;
        let share = ((day - first) / (last - first)).clamp(0.0, 1.0);
        // Room for half a point at either end.
        (RIGHT - self.left - 16.0).mul_add(share, self.left + 8.0)
    }
    fn y(&self, value: f64) -> f64 {
        let (low, high) = self.values;
        let share = ((value - low) / (high - low).max(f64::EPSILON)).clamp(0.0, 1.0);
        (FOOT - TOP).mul_add(-share, FOOT)
    }
}

fn band(place: &Place, low: f64, high: f64) -> Markup {
    let (top, foot) = (place.y(high), place.y(low));
    html! {
        rect.noise x=(at(place.left)) y=(at(top)) width=(at(RIGHT - place.left)) height=(at(foot - top)) {}
    }
}

fn axes(chart: &DotChart, place: &Place) -> Markup {
    html! {
        g.axes aria-hidden="true" {
            @for tick in &chart.values {
                line x1=(at(place.left)) x2=(at(RIGHT)) y1=(at(place.y(tick.at))) y2=(at(place.y(tick.at))) {}
                text x=(at(place.left - 7.0)) y=(at(place.y(tick.at) + 4.0)) text-anchor="end" { (tick.word) }
            }
            @for tick in &chart.days {
                text x=(at(place.x(tick.at))) y=(at(FOOT + 18.0)) text-anchor=(anchor(place, tick.at)) { (tick.word) }
            }
        }
    }
}

/// Near an edge a word would be cut off.
fn anchor(place: &Place, day: f64) -> &'static str {
    match place.x(day) {
        left if left < place.left + 24.0 => "start",
        right if right > RIGHT - 24.0 => "end",
        _ => "middle",
    }
}

fn own(chart: &DotChart, place: &Place) -> Markup {
    let points: Vec<String> = chart
        .points
        .iter()
        .map(|dot| format!("{} {}", at(place.x(dot.at)), at(place.y(dot.value))))
        .collect();
    html! {
        g.own {
            @for dot in &chart.points { @if let Some((low, high)) = dot.error { (error(place, dot.at, low, high)) } }
            @if points.len() > 1 { polyline points=(points.join(" ")) {} }
            @for dot in &chart.points {
                circle.hollow[dot.hollow] cx=(at(place.x(dot.at))) cy=(at(place.y(dot.value))) r="4.5" {}
            }
        }
    }
}

fn error(place: &Place, day: f64, low: f64, high: f64) -> Markup {
    let (x, top, foot) = (place.x(day), place.y(high), place.y(low));
    let bar = format!(
        "M{l} {t}H{r}M{l} {f}H{r}M{x} {t}V{f}",
        l = at(x - CAP),
        r = at(x + CAP),
        x = at(x),
        t = at(top),
        f = at(foot)
    );
    html! { path.error d=(bar) {} }
}
