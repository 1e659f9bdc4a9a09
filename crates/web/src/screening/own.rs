//! The steps that are not questions of the protocol: goals, areas, age and skin, device and free days.
//!
//! Here their forms are read into the profile and the profile back into form fields; what they look like is in
//! [`super::about`].

use std::ops::RangeInclusive;

use care::words::{Area, DeviceKind, Weekday, Word};
use care::zone::WHOLE_FACE;
use chart::screening::given::UNKNOWN;
use chart::screening::own::in_use;
use chart::screening::steps::Kind;
use jiff::civil::Date;
use store::records::{Device, Profile};

use super::given::LENGTH_WRONG;
use crate::fields::Fields;
use crate::form::{Form, Wrong, day, read};

/// The fewest and the most needles a device can have.
const NEEDLES: RangeInclusive<u16> = 1..=2000;
/// What is said where nothing, or nothing that is asked, was chosen.
const CHOOSE: &str = "screening-choose";

/// The value of the tick for the whole face.
pub(super) const FACE: &str = "face";
/// The value of a device that is not there yet.
pub(super) const NONE_YET: &str = "none";

/// Reads the form of one of our own steps into the profile; what is right is taken over even where something else is
/// missing, so that nothing is answered twice.
pub(super) fn read(kind: &Kind<'_>, form: &mut Form, profile: &mut Profile, today: Date) {
    match kind {
        Kind::Goals => {
            several(form, "goals", &mut profile.goals);
            areas(form, &mut profile.areas);
        }
        Kind::About => about(form, profile, today),
        Kind::Device => device(form, profile, today),
        Kind::Ask(_) => {}
    }
}

/// What the profile knows, as the fields of the form.
pub(super) fn fields(kind: &Kind<'_>, profile: &Profile) -> Vec<(String, String)> {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    match kind {
        Kind::Goals => {
            let goals = profile.goals.iter().map(|goal| pair("goals", goal.word()));
            goals.chain(profile.areas.iter().map(|area| pair("areas", area.word()))).collect()
        }
        Kind::About => about_fields(profile),
        Kind::Device => {
            let days = profile.free_days.iter().map(|day| pair("free_days", day.word()));
            device_fields(profile).into_iter().chain(days).collect()
        }
        Kind::Ask(_) => Vec::new(),
    }
}

fn several<W: Word>(form: &mut Form, name: &str, to: &mut Vec<W>) {
    let chosen = form.fields().words::<W>(name);
    if chosen.is_empty() {
        return form.refuse(name, "screening-choose-some");
    }
    *to = chosen;
}

/// Parts of the body one by one, or the whole face at once.
fn areas(form: &mut Form, to: &mut Vec<Area>) {
    if !form.fields().all("areas").any(|word| word == FACE) {
        return several(form, "areas", to);
    }
    let others = form.fields().words::<Area>("areas");
    let others = others.into_iter().filter(|area| !WHOLE_FACE.contains(area));
    *to = WHOLE_FACE.into_iter().chain(others).collect();
}

fn about(form: &mut Form, profile: &mut Profile, today: Date) {
    if let Some(born) = form.read("born", |fields, field| born(fields, field, today)) {
        profile.born = born;
    }
    if let Some(skin_type) = form.read("skin_type", or_unknown(read::number(1..=6, CHOOSE))) {
        profile.skin_type = skin_type;
    }
    if let Some(sensitive) = form.read("sensitive", or_unknown(read::yes_no)) {
        profile.sensitive = sensitive;
    }
}

/// A day in the past, or the tick that nobody knows it.
fn born(fields: &Fields, field: &str, today: Date) -> Result<Option<Date>, Wrong> {
    match day::parts(fields, field)? {
        Some(born) => day::not_ahead(born, today).map(Some),
        None if fields.has("born-unknown") => Ok(None),
        None => Err("screening-born-missing".into()),
    }
}

/// A choice of which one may be that it is not known; something has to be chosen.
fn or_unknown<T>(
    reader: impl FnOnce(&Fields, &str) -> Result<Option<T>, Wrong>,
) -> impl FnOnce(&Fields, &str) -> Result<Option<T>, Wrong> {
    move |fields, field| match fields.text(field) {
        Some(UNKNOWN) => Ok(None),
        Some(_) => reader(fields, field),
        None => Err(CHOOSE.into()),
    }
}

fn about_fields(profile: &Profile) -> Vec<(String, String)> {
    let done = profile.steps_done.iter().any(|step| step == "about");
    let mut all = Vec::new();
    match profile.born {
        Some(born) => all.extend(day::part_fields("born", born)),
        None if done => all.push(("born-unknown".to_owned(), "yes".to_owned())),
        None => {}
    }
    let unknown = || done.then(|| UNKNOWN.to_owned());
    let skin = profile.skin_type.map(|number| number.to_string()).or_else(unknown);
    all.extend(skin.map(|skin| ("skin_type".to_owned(), skin)));
    let word = |sensitive| if sensitive { "yes".to_owned() } else { "no".to_owned() };
    let sensitive = profile.sensitive.map(word).or_else(unknown);
    all.extend(sensitive.map(|sensitive| ("sensitive".to_owned(), sensitive)));
    all
}

fn device(form: &mut Form, profile: &mut Profile, today: Date) {
    profile.free_days = form.fields().words::<Weekday>("free_days");
    match form.text("kind") {
        NONE_YET => profile.device = None,
        kind => match DeviceKind::find(kind) {
            Some(kind) => owned(kind, form, profile, today),
            None => form.refuse("kind", CHOOSE),
        },
    }
}

fn owned(kind: DeviceKind, form: &mut Form, profile: &mut Profile, today: Date) {
    let length = form.read("length_mm", length);
    let needles = form.read("needles", read::number(NEEDLES, "screening-needles-range"));
    let since = form.read("since", |fields, field| {
        day::parts(fields, field)?.map(|since| day::not_ahead(since, today)).transpose()
    });
    if let (Some(length_mm), Some(needles), Some(since)) = (length, needles, since) {
        let device = Device { kind, needles, length_mm, since };
        profile.device = Some(in_use(device, profile.device, today));
    }
}

/// A length in millimetres, or the tick that nobody knows it.
fn length(fields: &Fields, field: &str) -> Result<Option<f64>, Wrong> {
    match read::length(LENGTH_WRONG)(fields, field)? {
        Some(length) => Ok(Some(length.mm())),
        None if fields.has("length-unknown") => Ok(None),
        None => Err("screening-length-missing".into()),
    }
}

fn device_fields(profile: &Profile) -> Vec<(String, String)> {
    let pair = |name: &str, value: String| (name.to_owned(), value);
    let Some(device) = &profile.device else {
        let done = profile.steps_done.iter().any(|step| step == "device");
        return done.then(|| pair("kind", NONE_YET.into())).into_iter().collect();
    };
    let mut all = vec![pair("kind", device.kind.word().into())];
    all.push(match device.length_mm {
        Some(length) => pair("length_mm", length.to_string()),
        None => pair("length-unknown", "yes".into()),
    });
    all.extend(device.needles.map(|needles| pair("needles", needles.to_string())));
    all.extend(device.since.iter().flat_map(|since| day::part_fields("since", *since)));
    all
}
