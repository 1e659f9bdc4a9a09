//! What an entry of the calendar says: its title, its description, its reminder.
//!
//! The sentences are texts of the protocol (`agenda-…`); this module only fills in their variables.

use std::borrow::Cow;

use care::agenda::{Item, Kind};
use care::measure::Wait;
use care::programme::{JudgeWindow, Window};
use care::protocol::rows::Product;
use words::Variable;
use words::Wording;

/// The sentences of one entry.
#[derive(Debug)]
pub(super) struct Said {
    pub summary: String,
    pub description: String,
    pub alarm: String,
}

impl Said {
    /// The sentences of an entry.
    pub fn of(texts: &Wording, item: &Item<'_>) -> Self {
        match &item.kind {
            Kind::Session { window, of } => session(texts, window, *of, item.alarm < 0),
            Kind::Preparation(row) => preparation(texts, &row.id),
            Kind::Milestone { session, after, products } => {
                milestone(texts, *session, *after, products)
            }
            Kind::CheckIn { session, after } => check_in(texts, *session, *after),
            Kind::JudgeFrom(window) => judge(texts, window),
        }
    }

    /// A text with its description; the reminder is the title again.
    fn titled(texts: &Wording, key: &str, variables: &[Variable<'_>]) -> Self {
        let summary = texts.say_with(key, variables).into_owned();
        let description = texts.say_with(&format!("{key}.description"), variables).into_owned();
        Self { alarm: summary.clone(), summary, description }
    }
}

/// A session; a reminder of the day before says so.
fn session(texts: &Wording, window: &Window, of: u16, day_before: bool) -> Said {
    let (from, by) = (texts.date(window.not_before), texts.date(window.best_by));
    let variables =
        [("n", window.n.into()), ("of", of.into()), ("from", from.into()), ("by", by.into())];
    let said = Said::titled(texts, "agenda-session", &variables);
    match day_before {
        true => Said { alarm: texts.say_with("agenda-session.alarm", &variables).into(), ..said },
        false => said,
    }
}

fn preparation(texts: &Wording, id: &str) -> Said {
    let what = texts.say(&format!("preparation-{id}"));
    let summary = texts.say_with("agenda-preparation", &[("what", what.into())]).into_owned();
    let description = texts.say(&format!("preparation-{id}.do")).into_owned();
    Said { alarm: summary.clone(), summary, description }
}

fn milestone(texts: &Wording, session: u16, after: Wait, products: &[&Product]) -> Said {
    let name = |row: &&Product| texts.say(&format!("product-class-{}", row.class));
    let what: Vec<Cow<'_, str>> = products.iter().map(name).collect();
    let (what, after) = (what.join(", "), texts.wait(after));
    let variables = [("what", what.into()), ("after", after.into()), ("n", session.into())];
    Said::titled(texts, "agenda-milestone", &variables)
}

fn check_in(texts: &Wording, session: u16, after: Wait) -> Said {
    let variables = [("after", texts.wait(after).into()), ("n", session.into())];
    Said::titled(texts, "agenda-checkin", &variables)
}

fn judge(texts: &Wording, window: &JudgeWindow) -> Said {
    Said::titled(texts, "agenda-judge", &[("by", texts.date(window.by).into())])
}
