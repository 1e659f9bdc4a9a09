//! Why a session can't be on a day, in sentences: what it waits for, events it is kept free for, and the first day that
//! would do.

use care::programme::waits_for;
use chart::plan::Outlook;
use chart::plan::change::{Forbidden, Refused};
use chart::plan::kept::Stretch;
use jiff::civil::Date;

use crate::locks::when;
use crate::visit::Owner;

/// Why nothing is changed, in one line for a field.
pub(super) fn refused(owner: &Owner, day: Date, refused: &Refused<'_>) -> String {
    let say = &owner.say;
    match refused {
        Refused::Past => say.text("typed-over"),
        Refused::Early(earliest) => say.with("plan-early", &[("day", say.day(*earliest).into())]),
        Refused::Forbidden(forbidden) => forbidden_in_line(owner, day, forbidden),
        Refused::Begun => say.text("plan-move-days"),
        Refused::NoPlan | Refused::NothingPlanned | Refused::Another | Refused::Record(_) => {
            say.text("plan-nothing-planned")
        }
    }
}

/// Too early for the preparation: the first day that is not, and the step that takes so long.
pub(super) fn early(owner: &Owner, outlook: &Outlook<'_>) -> String {
    let say = &owner.say;
    let day = ("day", say.day(outlook.earliest).into());
    let texts = owner.protocol.texts();
    let person = &outlook.decided.person;
    match waits_for(&owner.protocol, person, owner.now.date()) {
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
pub(super) fn forbidden_in_line(owner: &Owner, day: Date, forbidden: &Forbidden<'_>) -> String {
    let mut all = forbidden_on(owner, day, forbidden);
    all.extend(instead(owner, day, forbidden));
    all.join(" ")
}

/// The first day that would do, if it is a later one.
pub(super) fn instead(owner: &Owner, day: Date, forbidden: &Forbidden<'_>) -> Option<String> {
    let first = [("day", owner.say.day(forbidden.first).into())];
    (forbidden.first > day).then(|| owner.say.with("plan-first-that-does", &first))
}

/// What forbids a day, a sentence each.
pub(super) fn forbidden_on(owner: &Owner, day: Date, forbidden: &Forbidden<'_>) -> Vec<String> {
    let say = &owner.say;
    let locks = forbidden.locks.iter().map(|lock| {
        let until = lock.until.as_ref().map(|until| when(owner, until));
        let until = until.map(|time| say.with("locks-opens", &[("time", time.into())]));
        format!(
            "{} {}",
            text::tell::standing::lock(&owner.protocol, lock),
            until.unwrap_or_default()
        )
    });
    let mut all: Vec<String> = locks.collect();
    all.extend(forbidden.kept.iter().map(|stretch| kept(owner, stretch)));
    if all.is_empty() {
        all.push(say.with("plan-not-on", &[("day", say.day(day).into())]));
    }
    all
}

/// An event with the days that are kept free before it.
pub(super) fn kept(owner: &Owner, stretch: &Stretch) -> String {
    let say = &owner.say;
    let words = [
        ("name", name(owner, stretch).into()),
        ("day", say.day(stretch.day.on).into()),
        ("from", say.day(stretch.from).into()),
    ];
    match stretch.from == stretch.day.on {
        true => say.with("plan-kept-day", &words),
        false => say.with("plan-kept-from", &words),
    }
}

/// What an event is called.
pub(super) fn name(owner: &Owner, stretch: &Stretch) -> String {
    stretch.day.name.clone().unwrap_or_else(|| owner.say.text("plan-kept-unnamed"))
}
