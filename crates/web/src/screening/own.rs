//! The steps that are not questions of the protocol: goals, areas, age and skin, device and free days.
//!
//! Here their forms are read into the profile and the profile back into form fields; what they look like is in
//! [`super::about`].

use care::words::{DeviceKind, Weekday, Word};
use chart::screening::given::UNKNOWN;
use chart::screening::own::in_use;
use chart::screening::steps::Kind;
use jiff::civil::Date;
use store::records::{Device, Profile};

use super::given::Wrong;
use crate::fields::Fields;
use crate::say::Say;
use crate::typed;

/// The fewest and the most needles a device can have.
const NEEDLES: (u16, u16) = (1, 2000);

/// The value of a device that is not there yet.
pub(super) const NONE_YET: &str = "none";

/// Reads the form of one of our own steps into the profile; what is right is taken over even where something else is
/// missing, so that nothing is answered twice.
pub(super) fn read(
    kind: &Kind<'_>,
    fields: &Fields,
    profile: &mut Profile,
    say: &Say,
    today: Date,
) -> Vec<Wrong> {
    match kind {
        Kind::Goals => {
            let mut wrongs = several(fields, "goals", &mut profile.goals, say);
            wrongs.extend(several(fields, "areas", &mut profile.areas, say));
            wrongs
        }
        Kind::About => about(fields, profile, say, today),
        Kind::Device => device(fields, profile, say, today),
        Kind::Ask(_) => Vec::new(),
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

fn wrong(field: &str, sentence: String) -> Wrong {
    Wrong { field: field.to_owned(), sentence }
}

fn several<W: Word>(fields: &Fields, name: &str, to: &mut Vec<W>, say: &Say) -> Vec<Wrong> {
    let chosen = fields.words::<W>(name);
    if chosen.is_empty() {
        return vec![wrong(name, say.text("screening-choose-some"))];
    }
    *to = chosen;
    Vec::new()
}

fn about(fields: &Fields, profile: &mut Profile, say: &Say, today: Date) -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    let born = typed::parts(fields, "born");
    let born = born.map(|typed| typed.and_then(|born| typed::past(born, today)));
    match (born, fields.has("born-unknown")) {
        (Some(Ok(born)), _) => profile.born = Some(born),
        (Some(Err(mistake)), _) => wrongs.push(wrong("born", mistake.say(say))),
        (None, true) => profile.born = None,
        (None, false) => wrongs.push(wrong("born", say.text("screening-born-missing"))),
    }
    match fields.text("skin_type").map(str::parse::<u8>) {
        Some(Ok(number)) if (1..=6).contains(&number) => profile.skin_type = Some(number),
        _ if fields.text("skin_type") == Some(UNKNOWN) => profile.skin_type = None,
        _ => wrongs.push(wrong("skin_type", say.text("screening-choose"))),
    }
    match fields.text("sensitive") {
        Some("yes") => profile.sensitive = Some(true),
        Some("no") => profile.sensitive = Some(false),
        Some(UNKNOWN) => profile.sensitive = None,
        _ => wrongs.push(wrong("sensitive", say.text("screening-choose"))),
    }
    wrongs
}

fn about_fields(profile: &Profile) -> Vec<(String, String)> {
    let done = profile.steps_done.iter().any(|step| step == "about");
    let mut all = Vec::new();
    match profile.born {
        Some(born) => all.extend(typed::part_fields("born", born)),
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

fn device(fields: &Fields, profile: &mut Profile, say: &Say, today: Date) -> Vec<Wrong> {
    profile.free_days = fields.words::<Weekday>("free_days");
    match fields.text("kind") {
        Some(NONE_YET) => {
            profile.device = None;
            Vec::new()
        }
        kind => match kind.and_then(DeviceKind::find) {
            Some(kind) => owned(kind, fields, profile, say, today),
            None => vec![wrong("kind", say.text("screening-choose"))],
        },
    }
}

fn owned(
    kind: DeviceKind,
    fields: &Fields,
    profile: &mut Profile,
    say: &Say,
    today: Date,
) -> Vec<Wrong> {
    let mut wrongs = Vec::new();
    let length_mm = length(fields, say).map_err(|mistake| wrongs.push(mistake)).ok().flatten();
    let needles = needles(fields, say).map_err(|mistake| wrongs.push(mistake)).ok().flatten();
    let since = typed::parts(fields, "since");
    let since = since.map(|typed| typed.and_then(|on| typed::past(on, today))).transpose();
    let since = since.map_err(|mistake| wrongs.push(wrong("since", mistake.say(say))));
    if wrongs.is_empty() {
        let device = Device { kind, needles, length_mm, since: since.ok().flatten() };
        profile.device = Some(in_use(device, profile.device, today));
    }
    wrongs
}

fn length(fields: &Fields, say: &Say) -> Result<Option<f64>, Wrong> {
    let Some(text) = fields.text("length_mm") else {
        let known_unknown = fields.has("length-unknown");
        let missing = || wrong("length_mm", say.text("screening-length-missing"));
        return if known_unknown { Ok(None) } else { Err(missing()) };
    };
    let refused = || wrong("length_mm", typed::length_wrong(say));
    typed::length(text).map(|length| Some(length.mm())).ok_or_else(refused)
}

fn needles(fields: &Fields, say: &Say) -> Result<Option<u16>, Wrong> {
    let (low, high) = NEEDLES;
    let range = [("low", i64::from(low).into()), ("high", i64::from(high).into())];
    match fields.parsed::<u16>("needles") {
        Ok(None) => Ok(None),
        Ok(Some(needles)) if (low..=high).contains(&needles) => Ok(Some(needles)),
        _ => Err(wrong("needles", say.with("screening-needles-range", &range))),
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
    all.extend(device.since.iter().flat_map(|since| typed::part_fields("since", *since)));
    all
}
