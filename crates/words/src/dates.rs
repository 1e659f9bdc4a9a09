//! Days, moments and lengths of time as the language writes them. The order of day and month, and what stands between, are
//! texts (`date`, `day`, `time`, …); code only says which day it is.
//!
//! No other crate puts a date together for a reader: `clippy.toml` forbids patterns elsewhere. What a program reads (JSON,
//! calendars, fields of forms) has a format of its own and is made where it is needed.

use care::measure::{Figure, Wait};
use fluent_bundle::FluentValue;
use jiff::civil::{Date, Time};
use jiff::{Timestamp, Zoned};

use super::{Variable, Wording};

impl Wording {
    /// A date in full: `12 December 2026`.
    pub fn date(&self, date: Date) -> String {
        let month = ("month", self.month(date.month()).into());
        self.with("date", &[number("day", date.day()), month, year(date)])
    }
    /// A date in short: `Sat 12 Dec`.
    pub fn day(&self, date: Date) -> String {
        self.with("date-day", &self.short(date))
    }
    /// A date in short, with its year: `Sat 12 Dec 2026`.
    pub fn day_of_year(&self, date: Date) -> String {
        let mut parts = self.short(date);
        parts.push(year(date));
        self.with("date-day-year", &parts)
    }
    /// A day without its year, for an axis: `12 Dec`.
    pub fn day_of_month(&self, date: Date) -> String {
        self.with("date-month", &self.short(date))
    }
    /// A month with its year, for an axis: `Dec 2026`.
    pub fn month_of_year(&self, date: Date) -> String {
        let month = self.text(&format!("month-short-{}", date.month()));
        self.with("date-year", &[("month", month.into()), year(date)])
    }
    /// A moment, wherever it lies: `Sat 12 Dec 2026, 10:00`.
    pub fn moment(&self, moment: &Zoned) -> String {
        let (day, time) = (self.day_of_year(moment.date()), self.time(moment.time()));
        self.with("date-moment", &[("day", day.into()), ("time", time.into())])
    }
    /// A moment with its date in full: `12 December 2026 10:00`.
    pub fn date_time(&self, moment: &Zoned) -> String {
        let (day, time) = (self.date(moment.date()), self.time(moment.time()));
        self.with("date-near", &[("day", day.into()), ("time", time.into())])
    }
    /// A moment with its day in short: `Sat 12 Dec 10:00`.
    pub fn day_time(&self, moment: &Zoned) -> String {
        let (day, time) = (self.day(moment.date()), self.time(moment.time()));
        self.with("date-near", &[("day", day.into()), ("time", time.into())])
    }
    /// A moment seen from another: `today 18:00`, `tomorrow 10:00`, `Sat 12 Dec 10:00`.
    pub fn near_moment(&self, moment: &Zoned, now: &Zoned) -> String {
        let day = self.near_day(moment.date(), now.date());
        let time = self.time(moment.time());
        self.with("date-near", &[("day", day.into()), ("time", time.into())])
    }
    /// A day seen from another: `today`, `tomorrow`, `yesterday`, `Sat 12 Dec`; with the year if it is far.
    pub fn near_day(&self, day: Date, today: Date) -> String {
        self.near(day, today, ["yesterday", "today", "tomorrow"])
    }
    /// The same at the head of something: `Today`, `Yesterday`, `Sat 12 Dec`.
    pub fn near_day_head(&self, day: Date, today: Date) -> String {
        self.near(day, today, ["yesterday-head", "today-head", "tomorrow-head"])
    }
    fn near(&self, day: Date, today: Date, [before, same, after]: [&str; 3]) -> String {
        match today.until(day).map(|span| span.get_days()) {
            Ok(0) => self.text(same),
            Ok(1) => self.text(after),
            Ok(-1) => self.text(before),
            Ok(-200..=200) => self.day(day),
            _ => self.date(day),
        }
    }
    /// A time of the day: `18:00`.
    pub fn time(&self, time: Time) -> String {
        let two = |part: i8| FluentValue::from(format!("{part:02}"));
        self.with("time", &[("hour", two(time.hour())), ("minute", two(time.minute()))])
    }
    /// A weekday's short name: `Sat`. Monday is 1.
    pub fn weekday(&self, date: Date) -> String {
        self.text(&format!("weekday-{}", date.weekday().to_monday_one_offset()))
    }
    /// A month's name.
    pub fn month(&self, month: i8) -> String {
        self.text(&format!("month-{month}"))
    }
    /// A length of time: `6 months`.
    pub fn wait(&self, wait: Wait) -> String {
        self.with(&format!("wait-{}", wait.unit.name()), &[("n", wait.count.into())])
    }
    /// A figure as its source gives it: a length of time in words, everything else with its unit.
    pub fn figure(&self, figure: &Figure) -> String {
        if let Ok(time) = figure.text.parse::<Wait>() {
            return self.wait(time);
        }
        match figure.text.split_once(' ') {
            Some((size, unit)) => format!("{} {unit}", self.marks().put(size)),
            None => figure.text.clone(),
        }
    }
    /// An instant in a zone.
    pub fn zoned(&self, at: Timestamp, like: &Zoned) -> Zoned {
        at.to_zoned(like.time_zone().clone())
    }

    fn short(&self, date: Date) -> Vec<Variable<'static>> {
        let month = self.text(&format!("month-short-{}", date.month()));
        let weekday = ("weekday", self.weekday(date).into());
        vec![weekday, number("day", date.day()), ("month", month.into())]
    }
}

fn number(name: &'static str, number: i8) -> Variable<'static> {
    (name, number.into())
}

/// A year is a name, not a number: nothing parts its thousands.
fn year(date: Date) -> Variable<'static> {
    ("year", date.year().to_string().into())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::{Language, Worded};

    #[test]
    fn days_near_by_have_names_and_far_ones_a_year() {
        let worded = Worded::built_in(Language::DEFAULT).unwrap();
        let near = |day| worded.texts().near_day_head(day, date(2026, 12, 12));
        assert_eq!(near(date(2026, 12, 12)), "Today");
        assert_eq!(near(date(2026, 12, 11)), "Yesterday");
        assert_eq!(near(date(2026, 12, 19)), "Sat 19 Dec");
        assert_eq!(near(date(2028, 1, 2)), "2 January 2028");
    }

    #[test]
    fn moments_are_written_as_the_language_writes_them() {
        let worded = Worded::built_in(Language::DEFAULT).unwrap();
        let (texts, at) = (worded.texts(), "2026-12-12T08:05[Europe/Paris]".parse().unwrap());
        assert_eq!(texts.moment(&at), "Sat 12 Dec 2026, 08:05");
        assert_eq!(texts.date_time(&at), "12 December 2026 08:05");
        assert_eq!(texts.near_moment(&at, &at), "today 08:05");
        assert_eq!(texts.day_of_year(at.date()), "Sat 12 Dec 2026");
    }
}
