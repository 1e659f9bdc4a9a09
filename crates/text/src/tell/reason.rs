//! One reason of a triage as a sentence.

use care::triage::{Reason, Seen, Why};
use care::words::Word;
use words::{Variable, Wording};

/// The reason as a sentence.
pub fn say(texts: &Wording, reason: &Reason<'_>) -> String {
    texts.with(&reason.key(), &variables(texts, reason.why))
}

fn variables(texts: &Wording, why: Why<'_>) -> Vec<Variable<'static>> {
    match why {
        Why::Above { seen, high } | Why::FarAbove { seen, high } | Why::Sudden { seen, high } => {
            scored(texts, seen, ("high", high))
        }
        Why::Rising { seen, before } => scored(texts, seen, ("before", before)),
        Why::Lasting { seen, gone } => scored(texts, seen, ("gone", gone)),
        Why::Lingers(row) => vec![("flag", texts.text(&within("flag", row.id.word())).into())],
        Why::Beyond { day, score, expected } => {
            vec![("day", day.into()), ("score", score.into()), ("expected", expected.into())]
        }
        Why::Fine { day } | Why::Strong { day } => vec![("day", day.into())],
        Why::Flag(_)
        | Why::InfectionWithFever
        | Why::Raised
        | Why::NoneYet
        | Why::NothingSaid
        | Why::Unscored => Vec::new(),
    }
}

fn scored(texts: &Wording, seen: Seen, more: (&'static str, u8)) -> Vec<Variable<'static>> {
    let Seen { sign, day, score } = seen;
    let sign = ("sign", texts.text(&within("sign", sign.word())).into());
    vec![sign, ("day", day.into()), ("score", score.into()), (more.0, more.1.into())]
}

/// The key of a name as it is written within a sentence: how that differs from its head is the language's own business.
pub fn within(kind: &str, id: &str) -> String {
    format!("{kind}-{id}.within")
}
