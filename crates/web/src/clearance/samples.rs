//! Samples of a clinician's word: each way it is kept, to correct; and the forms that are refused.

use store::Entry;
use store::records::{Clearance, Said};

use super::Back;
use super::form::{self, Sheet};
use super::page;
use crate::fields::Fields;
use crate::form::Form;
use crate::samples::{Life, Sample};

pub(crate) fn samples(life: &Life) -> Vec<Sample<'_>> {
    let mut samples = vec![
        new(
            "an answer, refused",
            "keloid",
            &[("said", "clearance-said-missing"), ("on", "typed-ahead")],
        ),
        new(
            "a sign, refused",
            "pus",
            &[("wait_until", "clearance-wait-missing"), ("until", "clearance-until-early")],
        ),
    ];
    let Some(kept) = life.chart().story.clearances.last() else { return samples };
    for (what, change) in [
        ("as it is kept", (|_| {}) as fn(&mut Clearance)),
        ("a no without an end", |kept| (kept.said, kept.until) = (Said::No, None)),
        ("a wait", |kept| kept.said = Said::WaitUntil(kept.on.tomorrow().unwrap())),
        ("of somebody unnamed", |kept| kept.by = None),
        ("about what no protocol knows", |kept| kept.about = "12".into()),
    ] {
        samples.push(Sample::new("Clearance", what, move |reader| {
            let mut entry = kept.clone();
            change(&mut entry.record);
            let form = Form::new(form::filled(&entry.record));
            drawn(reader, &entry, &form)
        }));
    }
    samples.push(Sample::new("Clearance", "a correction refused", move |reader| {
        let mut form = Form::new(Fields::of([("by".to_owned(), "12".to_owned())]));
        form.refuse("by", "typed-choose");
        form.refuse("said", "clearance-said-missing");
        drawn(reader, kept, &form)
    }));
    samples
}

fn drawn(
    reader: &crate::frame::Reader,
    kept: &Entry<Clearance>,
    form: &Form,
) -> axum::response::Response {
    let (about, back) = (&*kept.record.about, Back::Verdict);
    let sheet = Sheet { about, kept: Some(kept), form, back };
    page::shown(reader, &sheet)
}

/// One that was not kept yet, with what is wrong with it.
fn new<'a>(
    what: &'static str,
    about: &'static str,
    wrong: &'static [(&'static str, &'static str)],
) -> Sample<'a> {
    Sample::new("Clearances", what, move |reader| {
        let mut form = Form::new(Fields::of([("by".to_owned(), "12".to_owned())]));
        wrong.iter().for_each(|(field, key)| form.refuse(field, *key));
        page::shown(reader, &Sheet { about, kept: None, form: &form, back: Back::Today })
    })
}
