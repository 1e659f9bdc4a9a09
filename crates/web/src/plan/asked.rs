//! What was asked for in the address or a form: a first day, a day to move to, an event; with what is wrong with it.
//!
//! Whatever was typed is shown again, whichever button was pressed.

use care::words::{RhythmChoice, Word as _};
use jiff::civil::Date;
use store::Id;
use store::records::KeptDay;

use crate::fields::Fields;
use crate::typed;
use crate::visit::Owner;

/// The most days before an event that can be kept free.
const MOST_DAYS: u8 = 90;
/// The most letters of an event's name.
const MOST_LETTERS: usize = 80;
/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// A day as it was typed.
#[derive(Default)]
pub(super) struct Day {
    pub typed: String,
    pub day: Option<Date>,
    /// What is wrong with it.
    pub problem: Option<String>,
}

impl Day {
    /// A field that wants a day from today on; empty is no day.
    fn read(owner: &Owner, fields: &Fields, name: &str) -> Self {
        let Some(typed) = fields.text(name) else { return Self::default() };
        let read = typed::coming_day(typed, owner.now.date());
        let problem = read.err().map(|wrong| wrong.say(&owner.say));
        Self { typed: typed.to_owned(), day: read.ok(), problem }
    }
    /// The same where there has to be one.
    fn needed(self, owner: &Owner) -> Self {
        let missing = self.day.is_none() && self.problem.is_none();
        let problem = missing.then(|| owner.say.text("typed-not-a-date")).or(self.problem);
        Self { problem, ..self }
    }
}

/// An event of theirs as it was typed.
#[derive(Default)]
pub(super) struct Event {
    /// The event that is changed; `None` for a new one.
    pub id: Option<Id>,
    pub on: Day,
    pub name: String,
    pub name_problem: Option<String>,
    pub days: String,
    pub days_problem: Option<String>,
}

impl Event {
    /// A field of the event's form; each event that is changed has fields of its own.
    pub(super) fn field(id: Option<Id>, name: &str) -> String {
        id.map_or_else(|| name.to_owned(), |id| format!("{name}-{id}"))
    }
    /// What is kept of an event, as it is typed.
    pub(super) fn of(id: Id, kept: &KeptDay) -> Self {
        Self {
            id: Some(id),
            on: Day { typed: kept.on.to_string(), day: Some(kept.on), problem: None },
            name: kept.name.clone().unwrap_or_default(),
            days: kept.days_before.map_or_else(String::new, |days| days.to_string()),
            ..Self::default()
        }
    }
    fn read(owner: &Owner, fields: &Fields, id: Option<Id>) -> Self {
        let text = |name: &str| fields.text(&Self::field(id, name)).unwrap_or_default().to_owned();
        let (name, days) = (text("name"), text("days"));
        let long = name.chars().count() > MOST_LETTERS;
        let wrong = !days.is_empty() && whole(&days).is_none();
        Self {
            id,
            on: Day::read(owner, fields, &Self::field(id, "event")),
            name_problem: long.then(|| owner.say.text("plan-kept-name-wrong")),
            days_problem: wrong.then(|| owner.say.text("plan-kept-days-wrong")),
            name,
            days,
        }
    }
    /// What is to be kept of it; `None` if something is wrong.
    pub(super) fn kept(&self) -> Option<KeptDay> {
        let wrong = self.name_problem.is_some() || self.days_problem.is_some();
        let on = self.on.day.filter(|_| !wrong)?;
        let name = Some(self.name.clone()).filter(|name| !name.is_empty());
        Some(KeptDay { on, days_before: whole(&self.days), name })
    }
    /// Whether something was typed.
    pub(super) fn is_asked(&self) -> bool {
        !(self.on.typed.is_empty() && self.name.is_empty() && self.days.is_empty())
            || self.on.problem.is_some()
    }
}

fn whole(days: &str) -> Option<u8> {
    days.parse().ok().filter(|days| *days <= MOST_DAYS)
}

/// All that was asked for.
#[derive(Default)]
pub(super) struct Asked {
    /// The first day.
    pub first: Day,
    /// The time of day, minutes after midnight.
    pub minute: Option<u16>,
    /// How often.
    pub rhythm: Option<RhythmChoice>,
    /// Where the next session is to be moved.
    pub to: Day,
    /// A new event.
    pub event: Event,
    /// An event whose change could not be kept.
    pub changed: Option<Event>,
}

impl Asked {
    /// Reads everything; what can't be used is told beside its field.
    pub(super) fn read(owner: &Owner, fields: &Fields) -> Self {
        Self {
            first: Day::read(owner, fields, "first"),
            minute: minute(fields),
            rhythm: fields.text("rhythm").and_then(RhythmChoice::find),
            to: Day::read(owner, fields, "move"),
            event: Event::read(owner, fields, None),
            changed: None,
        }
    }
    /// The same for a form that begins: there has to be a day.
    pub(super) fn beginning(owner: &Owner, fields: &Fields) -> Self {
        let asked = Self::read(owner, fields);
        Self { first: asked.first.needed(owner), ..asked }
    }
    /// The same for a form that keeps an event: there has to be a day.
    pub(super) fn keeping(owner: &Owner, fields: &Fields) -> Self {
        let mut asked = Self::read(owner, fields);
        asked.event.on = asked.event.on.needed(owner);
        asked
    }
    /// The same for a form that changes an event.
    pub(super) fn changing(owner: &Owner, fields: &Fields, id: Id) -> Self {
        let mut event = Event::read(owner, fields, Some(id));
        event.on = event.on.needed(owner);
        Self { changed: Some(event), ..Self::default() }
    }
}

/// The time of day of a form.
pub(super) fn minute(fields: &Fields) -> Option<u16> {
    fields.parsed::<u16>("minute").ok().flatten().filter(|minute| *minute < DAY)
}
