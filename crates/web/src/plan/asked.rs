//! What was asked for in the address or a form: a first day, a day to move to, an event; with what is wrong with it.
//!
//! Whatever was typed is shown again, whichever button was pressed.

use care::words::{RhythmChoice, Word as _};
use jiff::civil::Date;
use store::KeptDayId;
use store::records::KeptDay;

use crate::fields::Fields;
use crate::form::{Form, day, read};
use crate::frame::Reader;

/// The most days before an event that can be kept free.
const MOST_DAYS: u8 = 90;
/// The most letters of an event's name.
const MOST_LETTERS: usize = 80;
/// Minutes of a day.
const DAY: u16 = 24 * 60;
/// What is said where a day has to be and none was written.
pub(super) const NO_DAY: &str = "typed-not-a-date";

/// A field of an event's form; each event that is changed has fields of its own.
pub(super) fn event_field(id: Option<KeptDayId>, name: &str) -> String {
    id.map_or_else(|| name.to_owned(), |id| format!("{name}-{id}"))
}

/// What is kept of an event, as it is typed.
pub(super) fn event_form(id: Option<KeptDayId>, kept: &KeptDay) -> Form {
    let on = Some(("event", kept.on.to_string()));
    let name = kept.name.clone().map(|name| ("name", name));
    let days = kept.days_before.map(|days| ("days", days.to_string()));
    let all = [on, name, days].into_iter().flatten();
    Form::new(Fields::of(all.map(|(field, value)| (event_field(id, field), value))))
}

/// Reads an event that is to be kept; `None` if something is wrong with it, which the form then says.
pub(super) fn event(reader: &Reader, form: &mut Form, id: Option<KeptDayId>) -> Option<KeptDay> {
    let of = |name| event_field(id, name);
    let on = form.read(&of("event"), read::needed(NO_DAY, day::coming(reader.now.date())));
    let name = form.read(&of("name"), read::line(MOST_LETTERS, "plan-kept-name-wrong"));
    let days = form.read(&of("days"), read::number(0..=MOST_DAYS, "plan-kept-days-wrong"));
    let (on, name, days_before) = (on?, name?, days?);
    Some(KeptDay { on, days_before, name })
}

/// All that was asked for.
#[derive(Default)]
pub(super) struct Asked {
    /// What was typed, and what is wrong with it.
    pub form: Form,
    /// The first day.
    pub first: Option<Date>,
    /// The time of day, minutes after midnight.
    pub minute: Option<u16>,
    /// How often.
    pub rhythm: Option<RhythmChoice>,
    /// Where the next session is to be moved.
    pub to: Option<Date>,
    /// The day of an event of theirs.
    pub event: Option<Date>,
    /// The event that was to be changed and can't.
    pub changed: Option<KeptDayId>,
}

impl Asked {
    /// Reads everything that may be tried; what can't be used is told beside its field.
    pub(super) fn read(reader: &Reader, mut form: Form) -> Self {
        let coming = day::coming(reader.now.date());
        Self {
            first: form.read("first", &coming).flatten(),
            minute: minute(form.fields()),
            rhythm: form.fields().text("rhythm").and_then(RhythmChoice::find),
            to: form.read("move", &coming).flatten(),
            event: form.read("event", &coming).flatten(),
            changed: None,
            form,
        }
    }
    /// The same where one field has to hold a day.
    pub(super) fn needing(reader: &Reader, form: Form, field: &str) -> Self {
        let mut asked = Self::read(reader, form);
        if asked.form.text(field).is_empty() {
            asked.form.refuse(field, NO_DAY);
        }
        asked
    }
    /// The change of an event that can't be kept.
    pub(super) fn changing(form: Form, id: KeptDayId) -> Self {
        Self { form, changed: Some(id), ..Self::default() }
    }
}

/// The time of day of a form.
pub(super) fn minute(fields: &Fields) -> Option<u16> {
    fields.parsed::<u16>("minute").ok().flatten().filter(|minute| *minute < DAY)
}
