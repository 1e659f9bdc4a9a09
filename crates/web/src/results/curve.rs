//! The scores on a scale over time, with what may be chance around the first one and the sessions as upright lines.

use care::judging::Moment;
use care::protocol::rows::Scale;
use chart::results::{Board, Scored};
use jiff::civil::Date;
use maud::{Markup, html};

use super::change::number;
use crate::frame::Reader;
use crate::say::Say;
use crate::ui::chart as drawing;
use crate::ui::chart::{Dot, DotChart, DotWords, Tick};

/// Every whole number has a line up to this width of a scale.
pub(super) const NARROW: f64 = 6.0;
/// Words under the chart; more don't fit on a phone.
const MOST_DAYS: u32 = 3;
/// From so many days on a tick names the year instead of the day.
const LONG: f64 = 330.0;

/// The chart with its key; the table with the same numbers is the list of entries on the page. A score from days in
/// which nothing can be judged is drawn empty.
pub(super) fn chart(reader: &Reader, board: &Board, scale: &Scale) -> Markup {
    let scores = board.scores(&scale.id);
    let Some(first) = scores.first() else { return html! {} };
    let drawn = drawn(reader, board, scale, &scores, first);
    html! { (drawing::dots(&drawn)) (drawing::dot_key(&drawn)) }
}

fn drawn(
    reader: &Reader,
    board: &Board,
    scale: &Scale,
    scores: &[Scored<'_>],
    first: &Scored<'_>,
) -> DotChart {
    let say = &reader.say;
    let name = reader.protocol.texts().say(&format!("scale-{}", scale.id)).into_owned();
    let sessions = board.sessions();
    let treated = sessions.first().copied().unwrap_or(first.score.on);
    let from = treated.min(first.score.on);
    let dot = |scored: &Scored<'_>| Dot {
        at: days(from, scored.score.on),
        value: scored.score.value,
        error: None,
        hollow: matches!(
            board.moment(&reader.protocol, scored.score.on, reader.now.time_zone()),
            Moment::Healing { .. } | Moment::TooEarly { .. }
        ),
        day: say.date(scored.score.on),
        said: number(scored.score.value),
    };
    let last = scores.iter().map(|one| one.score.on).chain(sessions.last().copied()).max();
    DotChart {
        id: "scores".into(),
        title: name,
        desc: described(say, scores),
        points: scores.iter().map(dot).collect(),
        range: (scale.range[0], scale.range[1]),
        values: lines(scale.range),
        days: ticks(say, from, last.unwrap_or(from)),
        band: noise(scale, first.score.value),
        marks: sessions.iter().map(|day| days(from, *day)).collect(),
        words: DotWords {
            day: say.text("results-date"),
            value: say.text("results-score"),
            hollow: say.text("results-key-early"),
            band: say.text("results-key-noise"),
            mark: say.text("results-key-session"),
        },
    }
}

/// The chart in a sentence.
fn described(say: &Say, scores: &[Scored<'_>]) -> String {
    let said = |scored: &Scored<'_>| {
        let words = [
            ("score", number(scored.score.value).into()),
            ("date", say.date(scored.score.on).into()),
        ];
        say.with("results-point", &words)
    };
    say.list(scores.iter().map(said))
}

/// From and to where a change from the first score doesn't count. Scores that compare with the beginning have no first.
pub(super) fn noise(scale: &Scale, first: f64) -> Option<(f64, f64)> {
    let noise = scale.noise.filter(|_| !scale.relative)?;
    Some((first - noise, first + noise))
}

/// Where lines go across: at each score of a narrow scale, else at its ends and in the middle.
pub(super) fn lines([low, high]: [f64; 2]) -> Vec<Tick> {
    let gaps = if high - low <= NARROW { high - low } else { 2.0 };
    let step = (high - low) / gaps.max(1.0);
    let mut places = Vec::new();
    let mut place = low;
    while place <= high {
        places.push(Tick { at: place.round(), word: number(place.round()) });
        place += step;
    }
    places
}

fn ticks(say: &Say, from: Date, last: Date) -> Vec<Tick> {
    let span = days(from, last);
    let tick = |at: f64| {
        let day = from.saturating_add(jiff::SignedDuration::from_secs_f64(at * 86_400.0));
        let word = if span >= LONG { say.month_of_year(day) } else { say.day_of_month(day) };
        Tick { at, word }
    };
    drawing::spread(0.0, span, MOST_DAYS).into_iter().map(tick).collect()
}

fn days(from: Date, to: Date) -> f64 {
    from.until(to).map_or(0.0, |span| f64::from(span.get_days()))
}
