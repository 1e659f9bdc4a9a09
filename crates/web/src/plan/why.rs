//! Why a session can't be on a day, in sentences: what it waits for, events it is kept free for, and the first day that
//! would do.

use care::programme::waits_for;
use chart::plan::Outlook;
use chart::plan::change::{Forbidden, Refused};
use chart::plan::kept_days::Stretch;
use jiff::civil::Date;

use crate::frame::Reader;
use crate::locks::when;

/// Why nothing is changed, in one line for a field.
pub(super) fn refused(reader: &Reader, day: Date, refused: &Refused<'_>) -> String {
    let say = &reader.say;
    match refused {
        Refused::Past => say.text("typed-over"),
        Refused::Early(earliest) => say.with("plan-early", &[("day", say.day(*earliest).into())]),
        Refused::Forbidden(forbidden) => forbidden_in_line(reader, day, forbidden),
        Refused::Begun => say.text("plan-move-days"),
        Refused::NoPlan | Refused::NothingPlanned | Refused::Another | Refused::Record(_) => {
            say.text("plan-nothing-planned")
        }
    }
}

/// Too early for the preparation: the first day that is not, and the step that takes so long.
pub(super) fn early(reader: &Reader, outlook: &Outlook<'_>) -> String {
    let say = &reader.say;
    let day = ("day", say.day(outlook.earliest).into());
    let texts = reader.protocol.texts();
    let person = &outlook.decided.person;
    match waits_for(&reader.protocol, person, reader.now.date()) {
        Some(row) => {
            let title = texts.say(&format!("preparation-{}", row.id)).into_owned();
            let (title, wait) = (title.trim_end_matches('.').to_owned(), texts.wait(row.before));
            let words = [day, ("step", title.into()), ("wait", wait.into())];
            say.with("plan-early-step", &words)
        }
        None => say.with("plan-early", &[day]),
    }
}

/// The same in one line, with the first day that would do.
pub(super) fn forbidden_in_line(reader: &Reader, day: Date, forbidden: &Forbidden<'_>) -> String {
    let mut all = forbidden_on(reader, day, forbidden);
    all.extend(instead(reader, day, forbidden));
    all.join(" ")
}

/// The first day that would do, if it is a later one.
pub(super) fn instead(reader: &Reader, day: Date, forbidden: &Forbidden<'_>) -> Option<String> {
    let first = [("day", reader.say.day(forbidden.first).into())];
    (forbidden.first > day).then(|| reader.say.with("plan-first-that-does", &first))
}

/// What forbids a day, a sentence each.
pub(super) fn forbidden_on(reader: &Reader, day: Date, forbidden: &Forbidden<'_>) -> Vec<String> {
    let say = &reader.say;
    let locks = forbidden.locks.iter().map(|lock| {
        let until = lock.until.as_ref().map(|until| when(reader, until));
        let until = until.map(|time| say.with("locks-opens", &[("time", time.into())]));
        format!(
            "{} {}",
            text::tell::standing::lock(&reader.protocol, lock),
            until.unwrap_or_default()
        )
    });
    let mut all: Vec<String> = locks.collect();
    all.extend(forbidden.kept.iter().map(|stretch| kept(reader, stretch)));
    if all.is_empty() {
        all.push(say.with("plan-not-on", &[("day", say.day(day).into())]));
    }
    all
}

/// An event with the days that are kept free before it.
pub(super) fn kept(reader: &Reader, stretch: &Stretch) -> String {
    let say = &reader.say;
    let words = [
        ("name", name(reader, stretch).into()),
        ("day", say.day(stretch.day.on).into()),
        ("from", say.day(stretch.from).into()),
    ];
    match stretch.from == stretch.day.on {
        true => say.with("plan-kept-day", &words),
        false => say.with("plan-kept-from", &words),
    }
}

/// What an event is called.
pub(super) fn name(reader: &Reader, stretch: &Stretch) -> String {
    stretch.day.name.clone().unwrap_or_else(|| reader.say.text("plan-kept-unnamed"))
}
