//! The `[[session]]` blocks of a story: sessions that took place, and those that did not.
//!
//! A block that says `state` or `on` is one that was missed or skipped; every other took place and is read as in
//! `session.toml`.

use care::session::Session;
use care::story::{How, LeftOut};

use super::super::reader::{Field, Reader, a_table};
use super::super::session::{self, Usual, session};
use super::super::time::a_date;
use super::super::values::word_of;

/// One block.
pub(super) enum Event {
    Done(Box<Session>),
    LeftOut(LeftOut),
}

const LEFT_OUT: [&str; 2] = ["on", "state"];
const STATES: [(&str, How); 2] = [("missed", How::Missed), ("skipped", How::Skipped)];

impl Event {
    /// What took place, and what did not.
    pub fn part(events: Vec<Self>) -> (Vec<Session>, Vec<LeftOut>) {
        let (mut sessions, mut left_out) = (Vec::new(), Vec::new());
        for event in events {
            match event {
                Self::Done(session) => sessions.push(*session),
                Self::LeftOut(left) => left_out.push(left),
            }
        }
        (sessions, left_out)
    }
}

pub(super) fn event(reader: &mut Reader<'_>, usual: &Usual, at: Field<'_>) -> Option<Event> {
    let fields = reader.open_table(at, || a_table(&session::KEYS))?;
    let left_out = LEFT_OUT.iter().any(|key| fields.find(key).is_some());
    let known: &[&str] = if left_out { &LEFT_OUT } else { &session::KEYS };
    reader.refuse_others(&fields, known);
    if left_out {
        let on = reader.require(&fields, "on", a_date);
        let on = on.and_then(|at| reader.date(&at));
        let state = reader.require(&fields, "state", || super::super::problem::one_of(words()));
        let how = state.and_then(|at| how(reader, &at));
        return Some(Event::LeftOut(LeftOut { on: on?, how: how? }));
    }
    session(reader, &fields, usual).map(|session| Event::Done(Box::new(session)))
}

fn how(reader: &mut Reader<'_>, at: &Field<'_>) -> Option<How> {
    let found = word_of(at).and_then(|word| STATES.iter().find(|(known, _)| *known == word));
    if found.is_none() {
        reader.refuse_word(at, "input-no-state", &words());
    }
    found.map(|(_, how)| *how)
}

fn words() -> Vec<&'static str> {
    STATES.iter().map(|(word, _)| *word).collect()
}
