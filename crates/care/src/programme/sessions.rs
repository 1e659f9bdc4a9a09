//! When the sessions are: each with a day before which it must not be, a best day, and a day by which it should be.
//!
//! Windows count from the best day of the session before, so they are a plan, not a permission: the skin has to be
//! calm and the screening repeated, which [`crate::triage`] and [`crate::screening`] decide on the day.

use jiff::Span;
use jiff::civil::Date;

use super::Programme;
use crate::Protocol;
use crate::answers::Answer;
use crate::person::Person;
use crate::protocol::rows::Rhythm;
use crate::words::{LengthClass, Setting, Weekday, Word};

/// When one session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Its number, from 1.
    pub n: u16,
    /// The first day on which it may be.
    pub not_before: Date,
    /// The best day, on a free day of the person's where one fits.
    pub ideal: Date,
    /// The day by which it should be.
    pub best_by: Date,
}

/// When results can first be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JudgeWindow {
    /// Too early before this day.
    pub from: Date,
    /// First signs usually show by this day.
    pub by: Date,
}

/// The sessions of a programme whose length is already chosen.
pub(super) fn windows(
    protocol: &Protocol,
    person: &Person,
    programme: &Programme<'_>,
    first: Date,
) -> Vec<Window> {
    let Some(rhythm) = programme.rhythm else { return Vec::new() };
    let earliest = rested(protocol, person, rhythm).map_or(first, |rested| rested.max(first));
    let first = opening(rhythm, person, earliest);
    let count = count(person, programme, rhythm);
    std::iter::successors(Some(first), |last| Some(following(rhythm, person, last)))
        .take(count)
        .collect()
}

/// The sessions still to come after so many were done, the last of them on this day.
pub(super) fn further(
    person: &Person,
    programme: &Programme<'_>,
    last: Date,
    done: usize,
) -> Vec<Window> {
    let Some(rhythm) = programme.rhythm else { return Vec::new() };
    let count = count(person, programme, rhythm);
    let n = u16::try_from(done).unwrap_or(u16::MAX);
    let last = Window { n, not_before: last, ideal: last, best_by: last };
    let all = std::iter::successors(Some(last), |last| Some(following(rhythm, person, last)));
    all.skip(1).take(count.saturating_sub(done)).collect()
}

/// The dates on which results of a first session can be judged.
pub fn judge_window(protocol: &Protocol, first: Date) -> JudgeWindow {
    let row = protocol.judge();
    JudgeWindow { from: row.from.after_date(first), by: row.by.after_date(first) }
}

/// In a clinic as many as the goals ask for; at home, and with very deep needles, as many as the rhythm allows.
pub(crate) fn count(person: &Person, programme: &Programme<'_>, rhythm: &Rhythm) -> usize {
    let for_goals = programme.goals.iter().map(|goal| goal.sessions).max();
    let count = match (person.setting, programme.class) {
        (Setting::Home, _) | (_, LengthClass::VeryDeep) => rhythm.sessions,
        (Setting::Clinic, _) => for_goals.unwrap_or(rhythm.sessions),
    };
    usize::from(count)
}

/// The first day on which the skin has rested since the last needling, if that has a date.
fn rested(protocol: &Protocol, person: &Person, rhythm: &Rhythm) -> Option<Date> {
    let (place, _) = protocol.find_question("last_needling")?;
    match person.answers.get(place) {
        Answer::Dated { on, .. } => Some(rhythm.not_before.after_date(on)),
        _ => None,
    }
}

fn opening(rhythm: &Rhythm, person: &Person, not_before: Date) -> Window {
    let ideal = free_day(person, not_before).unwrap_or(not_before);
    let room = days_between(
        rhythm.not_before.after_date(not_before),
        rhythm.best_by.after_date(not_before),
    );
    let best_by = plus_days(not_before, room).max(ideal);
    Window { n: 1, not_before, ideal, best_by }
}

fn following(rhythm: &Rhythm, person: &Person, last: &Window) -> Window {
    let ideal = rhythm.ideal.after_date(last.ideal);
    let best_by = rhythm.best_by.after_date(last.ideal);
    let free = free_day(person, ideal).filter(|day| *day <= best_by);
    Window {
        n: last.n.saturating_add(1),
        not_before: rhythm.not_before.after_date(last.ideal),
        ideal: free.unwrap_or(ideal),
        best_by,
    }
}

/// The first free day of the person's from a day on; `None` if no day of the week was named.
pub(crate) fn free_day(person: &Person, from: Date) -> Option<Date> {
    let first = usize::try_from(from.weekday().to_monday_zero_offset()).ok()?;
    let weekdays = Weekday::ALL.iter().cycle().skip(first).zip(0..7);
    let mut free = weekdays.filter(|(weekday, _)| person.free_days.contains(weekday));
    free.next().map(|(_, days)| plus_days(from, days))
}

/// A day some days later; the last day that can be written if it is beyond that.
pub(crate) fn plus_days(date: Date, days: i64) -> Date {
    Span::new().try_days(days).map_or(date, |span| date.saturating_add(span))
}

/// Days from one day to another.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}
