//! The strip of days after a session, D0 to D14.

use jiff::Span;
use maud::Markup;

use super::now::Now;
use crate::to::To;
use crate::ui::{DayMark, When, days_strip};

/// The days; `shown` is one that is looked at.
pub(super) fn strip(now: &Now<'_>, shown: Option<i64>) -> Markup {
    let days = now.course.days.iter().map(|day| mark(now, day.day, shown));
    days_strip(&now.reader.say.text("today-days"), &days.collect::<Vec<_>>())
}

fn mark(now: &Now<'_>, day: i64, shown: Option<i64>) -> DayMark {
    let say = &now.reader.say;
    let when = match day.cmp(&shown.unwrap_or(now.care.day)) {
        std::cmp::Ordering::Less => When::Past,
        std::cmp::Ordering::Equal => When::Now,
        std::cmp::Ordering::Greater => When::Ahead,
    };
    let date = now.session.at.date().saturating_add(Span::new().days(day));
    let level = now.level_on(day);
    let named = [("day", day.into()), ("date", say.day(date).into())];
    let label = match level {
        Some(level) => {
            let level = now.reader.protocol.texts().say(&format!("level-{level}")).into_owned();
            let [day, date] = named;
            say.with("today-strip-judged", &[day, date, ("level", level.into())])
        }
        None => say.with("today-strip-day", &named),
    };
    DayMark {
        word: say.with("today-strip-short", &[("day", day.into())]),
        label,
        when,
        level,
        href: Some(now.reader.to(To::Day(day)).into()),
    }
}
