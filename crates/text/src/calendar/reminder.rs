//! A calendar file with one whole day in it: a reminder whose words come from the caller.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::lines::Lines;
use super::zone;

/// One day to be reminded of.
#[derive(Clone, Copy, Debug)]
pub struct Reminder<'a> {
    /// The same for the same reminder, so that a second import replaces the first.
    pub uid: &'a str,
    /// The day.
    pub day: Date,
    /// Its title.
    pub title: &'a str,
    /// What it says under the title.
    pub description: &'a str,
    /// When the reminder was decided on, never the time of the call.
    pub stamp: Timestamp,
}

/// The file: one whole day that keeps nobody busy, with an alarm at nine in the morning.
pub fn reminder(reminder: &Reminder<'_>) -> String {
    const NINE: &str = "PT9H";
    let mut lines = Lines::default();
    lines.begin("VCALENDAR");
    lines.plain("VERSION", "2.0");
    // Neutral like the title: what made it is not told.
    lines.plain("PRODID", "-//Reminder//EN");
    lines.plain("CALSCALE", "GREGORIAN");
    lines.plain("METHOD", "PUBLISH");
    lines.begin("VEVENT");
    lines.plain("UID", reminder.uid);
    lines.plain("DTSTAMP", &zone::utc(reminder.stamp));
    lines.plain("DTSTART;VALUE=DATE", &zone::day(reminder.day));
    lines.plain("DTEND;VALUE=DATE", &zone::day(reminder.day.saturating_add(1.day())));
    lines.text("SUMMARY", reminder.title);
    lines.text("DESCRIPTION", reminder.description);
    lines.plain("TRANSP", "TRANSPARENT");
    lines.plain("CLASS", "PRIVATE");
    lines.begin("VALARM");
    lines.plain("ACTION", "DISPLAY");
    lines.plain("TRIGGER", NINE);
    lines.text("DESCRIPTION", reminder.title);
    lines.end("VALARM");
    lines.end("VEVENT");
    lines.end("VCALENDAR");
    lines.finish()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_reminder_is_one_whole_day_with_the_words_it_was_given() {
        let file = reminder(&Reminder {
            uid: "0190",
            day: date(2027, 2, 28),
            title: "Look; again",
            description: "You asked, so",
            stamp: Timestamp::UNIX_EPOCH,
        });
        for line in [
            "UID:0190",
            "DTSTAMP:19700101T000000Z",
            "DTSTART;VALUE=DATE:20270228",
            "DTEND;VALUE=DATE:20270301",
            "SUMMARY:Look\\; again",
            "DESCRIPTION:You asked\\, so",
            "TRIGGER:PT9H",
        ] {
            assert!(file.contains(&format!("\r\n{line}\r\n")), "{line} is not in\n{file}");
        }
    }
}
