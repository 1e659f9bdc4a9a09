//! Samples of the screening: each step as it is opened and as it is refused, the verdict, and every answer.

use chart::screening::decided;
use chart::screening::given::UNKNOWN;
use chart::screening::steps::{self, Kind, Step};

use super::{answers, page, step, verdict};
use crate::fields::Fields;
use crate::form::Form;
use crate::frame::Reader;
use crate::photos::first;
use crate::samples::{Life, Sample, asked};

pub(crate) fn samples(life: &Life) -> Vec<Sample<'_>> {
    let mut samples = vec![Sample::new("Answers", "all", answers::page)];
    samples.extend(of_verdict(life));
    // The steps differ with what was answered, so they are drawn for whoever answered nothing and for whoever did.
    match life.name {
        "nothing said" | "waits for a day" | "under way" => samples.extend(of_steps(life)),
        _ => {}
    }
    samples
}

fn of_verdict(life: &Life) -> Option<Sample<'_>> {
    let (chart, reader) = (life.chart(), asked::english(life));
    decided::decide(&reader.protocol, chart, &reader.now)?;
    Some(Sample::new("Verdict", "as it is opened", move |reader| {
        let look = chart.look(&reader.protocol, &reader.now).unwrap();
        let decided = decided::decide(&reader.protocol, chart, &reader.now).unwrap();
        let undo = maud::html! {};
        let photo = first::is_missing_of(chart, life.album.photos.is_empty());
        let standing = &look.standing;
        verdict::page(reader, &verdict::Shown { decided: &decided, standing, undo: &undo, photo })
    }))
}

fn of_steps(life: &Life) -> Vec<Sample<'_>> {
    let reader = asked::english(life);
    let all = steps::all(&reader.protocol, reader.person.record.setting);
    let ids: Vec<String> = all.iter().map(|step| step.id.clone()).collect();
    let refused = ids.iter().map(|id| refused(id.clone()));
    let opened = ids.iter().map(|id| {
        let id = id.clone();
        Sample::new("Step", "as it is opened", move |reader| {
            drawn(reader, &id, |step| {
                Form::new(Fields::of(step::known(step, &reader.person.record)))
            })
        })
    });
    opened.chain(refused).collect()
}

/// A step with everything ticked, and something wrong with each field.
fn refused<'a>(id: String) -> Sample<'a> {
    Sample::new("Step", "refused", move |reader| drawn(reader, &id, wrong))
}

fn wrong(step: &Step<'_>) -> Form {
    let own: &[&str] = match step.kind {
        Kind::Goals => &["goals", "areas"],
        Kind::About => &["born", "skin_type", "sensitive"],
        Kind::Device => &["kind", "length_mm", "needles", "since"],
        Kind::Ask(_) => &[page::GO],
    };
    let lines = step.questions().map(|question| (question.id.clone(), UNKNOWN.to_owned()));
    let mut form = Form::new(Fields::of(lines));
    own.iter().for_each(|field| form.refuse(field, "typed-choose"));
    for question in step.questions() {
        form.refuse(&question.id, "screening-not-ticked");
        form.refuse(&super::given::date_field(question), "screening-which-day");
        form.refuse(&super::given::detail_field(question), "screening-choose");
        form.refuse(&super::given::length_field(question), "typed-choose");
    }
    form
}

fn drawn(
    reader: &Reader,
    id: &str,
    form: impl FnOnce(&Step<'_>) -> Form,
) -> axum::response::Response {
    let all = steps::all(&reader.protocol, reader.person.record.setting);
    let step = steps::find(&all, id).unwrap();
    page::step(reader, &all, step, &form(step))
}
