//! The chart of a region over time: how much redder or less red than at the first sitting, and how sure that is.

use chart::story::session_of;
use jiff::civil::Date;
use maud::{Markup, html};

use super::course::Course;
use crate::ui::chart::{Dot, DotChart, DotWords, Tick, dot_key, dot_table, dots, spread};
use crate::ui::{aside, card};

/// Ends of the axis, in the units of the measuring; half of each is a round figure.
const RANGES: [f64; 9] = [0.04, 0.06, 0.08, 0.1, 0.12, 0.16, 0.2, 0.4, 0.8];

/// The chart in a card, with its table; nothing while there is only the first sitting.
pub(super) fn chart(course: &Course<'_>) -> Markup {
    let say = &course.reader.say;
    if course.points().count() < 2 {
        return html! {};
    }
    let chart = drawn(course);
    let left_out =
        course.steps.iter().filter(|step| step.said().is_some_and(|said| !said.comparable)).count();
    let body = html! {
        (dots(&chart))
        (dot_key(&chart))
        p.hint { (say.text("region-chart-bars")) }
        @if left_out > 0 { p.hint { (say.with("region-chart-left-out", &[("n", left_out.into())])) } }
        @if let Some(sentence) = trend(course) { p { (sentence) } }
        (aside(&say.text("region-chart-table"), &dot_table(&chart)))
    };
    card(&say.text("region-chart"), &body)
}

fn drawn(course: &Course<'_>) -> DotChart {
    let say = &course.reader.say;
    let points: Vec<Dot> = course
        .points()
        .map(|(step, change, smallest)| Dot {
            at: course.day(step.sitting.date),
            value: change,
            error: smallest.map(|smallest| (change - smallest, change + smallest)),
            hollow: step.is_healing(),
            day: say.date(step.sitting.date),
            said: match smallest {
                Some(smallest) => in_words(course, change, smallest),
                None => say.text("region-chart-first"),
            },
        })
        .collect();
    let end = range(points.iter().filter_map(|dot| dot.error));
    DotChart {
        id: "redness".into(),
        title: say.text("region-chart-title"),
        desc: described(course, &points),
        range: (-end, end),
        values: values(course, end),
        days: ticks(course, &points),
        band: None,
        marks: sessions(course, &points),
        points,
        words: DotWords {
            day: say.text("region-chart-day"),
            value: say.text("region-chart-value"),
            hollow: say.text("region-chart-hollow"),
            band: String::new(),
            mark: say.text("region-chart-mark"),
        },
    }
}

/// A change with how small a change could be told.
pub(super) fn in_words(course: &Course<'_>, change: f64, smallest: f64) -> String {
    let put = [
        ("change", course.reader.say.signed(change, 3).into()),
        ("smallest", course.reader.say.fixed(smallest, 3).into()),
    ];
    course.reader.say.with("region-chart-said", &put)
}

/// The end of the axis that holds all error bars.
pub(super) fn range(errors: impl Iterator<Item = (f64, f64)>) -> f64 {
    let farthest = errors.fold(0.0_f64, |far, (low, high)| far.max(low.abs()).max(high.abs()));
    let last = RANGES.last().copied().unwrap_or(1.0);
    RANGES.into_iter().find(|end| *end >= farthest).unwrap_or(last)
}

/// Up is redder, down is less red, 0 is as at the first sitting.
pub(super) fn values(course: &Course<'_>, end: f64) -> Vec<Tick> {
    let say = &course.reader.say;
    let tick = |at: f64, word: String| Tick { at, word };
    vec![
        tick(end, say.text("region-chart-redder")),
        tick(end / 2.0, course.reader.say.signed(end / 2.0, 2)),
        tick(0.0, "0".into()),
        tick(-end / 2.0, course.reader.say.signed(-end / 2.0, 2)),
        tick(-end, say.text("region-chart-less")),
    ]
}

fn ticks(course: &Course<'_>, points: &[Dot]) -> Vec<Tick> {
    let last = points.last().map_or(0.0, |dot| dot.at);
    let start = course.steps.first().map(|step| step.sitting.date);
    let word = |day: f64| -> Option<String> {
        let date = start?.checked_add(jiff::Span::new().days(day as i64)).ok()?;
        Some(short(course, date))
    };
    let places = spread(0.0, last, 3).into_iter();
    places.filter_map(|at| Some(Tick { at, word: word(at)? })).collect()
}

/// "5 Dec"
fn short(course: &Course<'_>, date: Date) -> String {
    course.reader.say.day_of_month(date)
}

/// The days of the sessions between the first and the last point.
fn sessions(course: &Course<'_>, points: &[Dot]) -> Vec<f64> {
    let last = points.last().map_or(0.0, |dot| dot.at);
    let done = course.album.chart.story.done().into_iter();
    let days = done.map(|session| course.day(session_of(session.done).at.date()));
    days.filter(|day| (0.0..=last).contains(day)).collect()
}

fn described(course: &Course<'_>, points: &[Dot]) -> String {
    let say = &course.reader.say;
    let one = |dot: &Dot| {
        let words = [("label", dot.day.as_str().into()), ("what", dot.said.as_str().into())];
        say.with("show-labelled", &words)
    };
    let all = say.parts(points.iter().map(one));
    format!(
        "{} {}",
        say.text("region-chart-desc"),
        say.with("show-sentence", &[("words", all.into())])
    )
}

/// What four sittings and more say together, if it is more than chance.
fn trend(course: &Course<'_>) -> Option<String> {
    let (found, sittings) = course.trend()?;
    let key = if found.slope < 0.0 { "region-trend-less" } else { "region-trend-redder" };
    let week = |slope: f64| course.reader.say.fixed(7.0 * slope.abs(), 3);
    let (least, most) = match found.low.abs() < found.high.abs() {
        true => (found.low, found.high),
        false => (found.high, found.low),
    };
    let put = [
        ("sittings", sittings.into()),
        ("week", week(found.slope).into()),
        ("least", week(least).into()),
        ("most", week(most).into()),
    ];
    Some(course.reader.say.with(key, &put))
}
