//! Samples of the plan: as it is opened, a first day tried, the next session tried on another day, an event asked about and
//! kept, what can be taken back, and each form that is refused.

use axum::response::Response;
use store::Removed;
use store::records::KeptDay;

use super::asked::{self, Asked};
use super::context::Page;
use super::undone::Undone;
use crate::fields::Fields;
use crate::form::Form;
use crate::frame::Reader;
use crate::photos::first;
use crate::samples::{Life, Sample};

pub(crate) fn samples(life: &Life) -> Vec<Sample<'_>> {
    let typed = |what, fields: &'static [(&'static str, &'static str)]| {
        Sample::new("Plan", what, move |reader| {
            drawn(life, reader, &Asked::read(reader, form(fields)), &nothing())
        })
    };
    let refused = |what, fields: &'static [(&'static str, &'static str)]| {
        Sample::new("Plan", what, move |reader| {
            let mut asked = Asked::read(reader, form(fields));
            fields.iter().for_each(|(field, _)| asked.form.refuse(field, "typed-not-a-date"));
            asked.form.answer(drawn(life, reader, &asked, &nothing()))
        })
    };
    let mut samples = vec![
        typed("as it is opened", &[]),
        typed("a day tried", &[("first", "2026-12-20"), ("move", "2026-12-20"), ("minute", "615")]),
        typed("a day that is over", &[("first", "2026-12-01"), ("move", "2026-12-01")]),
        typed("an event before the first", &[("event", "2026-12-06")]),
        typed("an event asked about", &[("event", "2026-12-24")]),
        refused("a first day refused", &[("first", "2026-12-20")]),
        refused("a move refused", &[("move", "soon")]),
        refused("leaving out refused", &[("reason", "12")]),
        refused("an event refused", &[("event", "soon"), ("name", "12"), ("days", "99")]),
        Sample::new("Plan", "something to take back", move |reader| {
            drawn(life, reader, &Asked::default(), &undone(life))
        }),
    ];
    samples.extend(life.chart().story.kept_days.first().map(|kept| {
        Sample::new("Plan", "a change of an event refused", move |reader: &Reader| {
            let mut form = asked::event_form(Some(kept.id), &kept.record);
            form.refuse(&asked::event_field(Some(kept.id), "days"), "plan-kept-days-wrong");
            let asked = Asked::changing(form, kept.id);
            asked.form.answer(drawn(life, reader, &asked, &nothing()))
        })
    }));
    samples
}

fn drawn(life: &Life, reader: &Reader, asked: &Asked, undone: &Undone) -> Response {
    let rolling = crate::dose::plan_card_at_once(reader, life.chart());
    let photo = first::is_missing_of(life.chart(), life.album.photos.is_empty());
    Page { reader, chart: life.chart(), asked, rolling: &rolling, photo, undone }.shown()
}

fn form(fields: &[(&str, &str)]) -> Form {
    Form::new(Fields::of(fields.iter().map(|(name, value)| ((*name).into(), (*value).into()))))
}

fn nothing() -> Undone {
    Undone { skipped: None, removed: None }
}

/// A session that was left out, and an event that was taken away.
fn undone(life: &Life) -> Undone {
    let on = "2026-12-24".parse().unwrap();
    let record = KeptDay { name: None, on, days_before: Some(3) };
    let removed = Removed { id: store::Id::new(life.now), at: life.now, record };
    Undone { skipped: Some(store::Id::new(life.now)), removed: Some(removed) }
}
