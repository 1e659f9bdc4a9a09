//! What to do in the days and weeks before the first session.
//!
//! Steps are rows of the protocol; here is only whom they concern and when they start. Anaesthetic cream has its
//! own module, [`super::cream`].

use jiff::civil::Date;

use super::sessions::{days_between, plus_days};
use crate::Protocol;
use crate::answers::{Answer, product_bit};
use crate::measure::Wait;
use crate::person::Person;
use crate::protocol::rows::{Answered, Preparation};
use crate::words::LengthClass;

/// Steps this few hours before a session are on its own day.
const LAST_HOURS: f64 = 12.0;

/// A preparation step with its day.
#[derive(Clone, Copy, Debug)]
pub struct Step<'p> {
    /// The step.
    pub row: &'p Preparation,
    /// The day on which it starts.
    pub from: Date,
}

/// The steps before a first session that concern a person, earliest first; one that may begin late begins on `since` at the
/// earliest.
pub(super) fn steps<'p>(
    protocol: &'p Protocol,
    person: &Person,
    class: LengthClass,
    (since, first): (Date, Date),
) -> Vec<Step<'p>> {
    let dated = |row: &'p Preparation| {
        let from = before(first, row.before);
        let late = row.can_start_late || is_kept_so_far(protocol, person, row);
        Step { row, from: if late { from.max(since.min(first)) } else { from } }
    };
    let mut steps: Vec<Step<'_>> = concerning(protocol, person, class).map(dated).collect();
    steps.sort_by_key(|step| step.from);
    steps
}

/// The step that a first session waits for longest, with its days, seen from a day; `None` if it need not wait.
pub(super) fn longest<'p>(
    protocol: &'p Protocol,
    person: &Person,
    class: LengthClass,
    today: Date,
) -> Option<(&'p Preparation, i64)> {
    let rows = concerning(protocol, person, class);
    let needed = rows.filter(|row| !row.can_start_late && !is_kept_so_far(protocol, person, row));
    let days = needed.map(|row| (row, days_between(before(today, row.before), today)));
    days.filter(|(_, days)| *days > 0).max_by_key(|(_, days)| *days)
}

/// The rows that concern a person.
fn concerning<'p>(
    protocol: &'p Protocol,
    person: &Person,
    class: LengthClass,
) -> impl Iterator<Item = &'p Preparation> {
    let used = in_use(protocol, person);
    let concerns = move |row: &&Preparation| {
        row.setting.is_none_or(|only| only == person.setting)
            && !row.unless.as_ref().is_some_and(|unless| is_answered(protocol, person, unless))
            && (row.classes.is_empty() || row.classes.contains(&class))
            && (row.products.is_empty()
                || row.products.iter().any(|product| used & product_bit(*product) != 0))
    };
    protocol.rows().preparation.iter().filter(concerns)
}

/// Whether a person's answers show that a step was kept to so far.
fn is_kept_so_far(protocol: &Protocol, person: &Person, row: &Preparation) -> bool {
    row.so_far.as_ref().is_some_and(|so_far| is_answered(protocol, person, so_far))
}

/// Whether a person answered just this; not knowing is no such answer.
fn is_answered(protocol: &Protocol, person: &Person, answered: &Answered) -> bool {
    let Some((place, question)) = protocol.find_question(&answered.question) else { return false };
    let given = person.answers.get(place);
    answered.answers.iter().any(|word| Answer::word(question, word) == Some(given))
}

/// The product classes in use as a set; not knowing counts as using all of them.
fn in_use(protocol: &Protocol, person: &Person) -> u32 {
    let answer = protocol.find_question("using").map(|(place, _)| person.answers.get(place));
    match answer {
        Some(Answer::Products(set)) => set,
        _ => u32::MAX,
    }
}

/// The day a wait before another. A part of a day counts as a whole one, but a step of the last hours is on the day.
fn before(date: Date, wait: Wait) -> Date {
    match wait.rough_hours() < LAST_HOURS {
        true => date,
        false => plus_days(date, -days_between(date, wait.after_date(date))),
    }
}
