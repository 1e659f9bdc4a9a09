//! The change since the first score in words: never more than two numbers and what is known of chance.

use care::judging::Moment;
use care::protocol::rows::Scale;
use chart::results::{Board, Change, Scored};

use crate::frame::Reader;

/// The change in sentences; none without a score.
pub(super) fn sentences(reader: &Reader, board: &Board, scale: &Scale) -> Vec<String> {
    let scores = board.scores(&scale.id);
    let (Some(first), Some(latest)) = (scores.first(), scores.last()) else { return Vec::new() };
    let mut said = vec![numbers(reader, scale, first, latest)];
    if first.id != latest.id {
        said.extend(meaning(reader, scale, first, latest));
    }
    said.extend(limits(reader, board, first, latest, scale.relative));
    said
}

/// The two numbers, or the one there is.
fn numbers(reader: &Reader, scale: &Scale, first: &Scored<'_>, latest: &Scored<'_>) -> String {
    let say = &reader.say;
    let (from, to) = (say.date(first.score.on), say.date(latest.score.on));
    if first.id == latest.id || scale.relative {
        let words = [("score", number(latest.score.value).into()), ("date", to.into())];
        return say.with("results-one", &words);
    }
    let words = [
        ("first", number(first.score.value).into()),
        ("then", from.into()),
        ("latest", number(latest.score.value).into()),
        ("now", to.into()),
    ];
    say.with("results-two", &words)
}

fn meaning(
    reader: &Reader,
    scale: &Scale,
    first: &Scored<'_>,
    latest: &Scored<'_>,
) -> Option<String> {
    let say = &reader.say;
    Some(match Change::of(scale, first.score.value, latest.score.value) {
        Change::Relative => return None,
        Change::Unjudged => say.text("results-unjudged"),
        Change::Within(noise) => say.with("results-within", &[("noise", number(noise).into())]),
        Change::Beyond(by, noise) => {
            let words = [("by", number(by).into()), ("noise", number(noise).into())];
            say.with("results-beyond", &words)
        }
    })
}

/// What the days of the scores don't allow to be said.
fn limits(
    reader: &Reader,
    board: &Board,
    first: &Scored<'_>,
    latest: &Scored<'_>,
    relative: bool,
) -> Vec<String> {
    let say = &reader.say;
    let treated = board.sessions().first().copied();
    let mut said = Vec::new();
    if relative {
        said.push(say.text("results-relative"));
    } else if treated.is_some_and(|treated| first.score.on > treated) {
        said.push(say.text("results-no-before"));
    } else if first.id == latest.id {
        said.push(say.text("results-one-only"));
    }
    match board.moment(&reader.protocol, latest.score.on, reader.now.time_zone()) {
        Moment::Healing { day, session } => {
            let words = [("day", day.into()), ("n", session.into())];
            said.push(say.with("results-score-healing", &words));
        }
        Moment::TooEarly { .. } => said.push(say.text("results-score-early")),
        Moment::Untreated | Moment::Unknown | Moment::Fair => {}
    }
    said
}

/// A score as it is written.
pub(super) fn number(value: f64) -> String {
    value.to_string()
}
