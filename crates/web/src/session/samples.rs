//! Samples of session day: the door in each state, the day's questions, preparation, rolling, the record, and a session
//! that is over; each form refused.

use axum::response::Response;
use chart::session::begun::Begun;
use store::Entry;
use store::records::{Done, Session, ZoneRolled};

use super::{begin, form::Start, past, prepare, record, roll, start};
use crate::fields::Fields;
use crate::form::Form;
use crate::frame::Reader;
use crate::samples::{Life, Sample};
use crate::ui::Zone;

pub(crate) fn samples(life: &Life) -> Vec<Sample<'_>> {
    let chart = life.chart();
    let mut samples = vec![
        Sample::new("SessionStart", "as it is opened", |reader| {
            start::page(reader, chart, &Form::default())
        }),
        Sample::new("SessionStart", "stopping refused", |reader| {
            start::page(reader, chart, &wrong(&["reason"]))
        }),
        Sample::new("SessionBegin", "as it is opened", |reader| begin::opened(reader, chart)),
        Sample::new("SessionBegin", "refused", |reader| {
            begin::page(reader, chart, &wrong(&["go", "before", "infection", "sunburn-on"]))
        }),
        Sample::new("SessionNew", "as it is opened", |reader| {
            let fields = Start::new(&reader.person.record, &reader.now).fields();
            record::page(reader, &Form::new(fields), None)
        }),
        Sample::new("SessionNew", "refused", |reader| record::page(reader, &wrong(RECORD), None)),
        Sample::new("Session", "removed", |reader| past::removed(reader, store::Id::new(life.now))),
    ];
    samples.extend(
        chart
            .story
            .begun()
            .cloned()
            .and_then(Begun::of)
            .iter()
            .flat_map(|begun| under_way(life, begun)),
    );
    samples.extend(over(life));
    samples
}

/// The fields of the record.
const RECORD: &[&str] = &[
    "at",
    "areas",
    "length",
    "passes",
    "zones",
    "directions",
    "anaesthetic",
    "device",
    "needles",
    "note",
];

fn wrong(fields: &[&str]) -> Form {
    let typed = fields.iter().map(|field| ((*field).to_owned(), "12".to_owned()));
    let mut form = Form::new(Fields::of(typed));
    fields.iter().for_each(|field| form.refuse(field, "typed-choose"));
    form
}

/// The steps of a session that was begun, where they may be gone.
fn under_way<'a>(life: &'a Life, begun: &Begun) -> Vec<Sample<'a>> {
    let (chart, reader) = (life.chart(), crate::samples::asked::english(life));
    let entry = begun.entry.clone();
    let mut samples = vec![Sample::new("SessionRecord", "of a session under way", move |reader| {
        record::page(
            reader,
            &Form::new(record::filled(reader, &entry)),
            Some((entry.id, entry.version)),
        )
    })];
    if !begun.may_go_on(&reader.protocol, chart, &reader.now) {
        return samples;
    }
    type Change = fn(&mut Begun, &Reader);
    let changes: [(&str, Change); 3] = [
        ("as it is opened", |_, _| {}),
        ("without cream", |begun, _| begun.cream_at = None),
        ("the cream is over", |begun, reader| {
            begun.cream_at = Some(reader.at() - jiff::SignedDuration::from_hours(4));
        }),
    ];
    for (what, change) in changes {
        let begun = begun.clone();
        samples.push(Sample::new("SessionPrepare", what, move |reader| {
            let mut begun = begun.clone();
            change(&mut begun, reader);
            prepare::page(reader, chart, &begun).unwrap()
        }));
    }
    for (what, asked, form) in [
        ("as it is opened", None, Form::default()),
        ("another zone", Some("cheek-right"), Form::default()),
        ("refused", Some("cheek-right"), wrong(&["passes"])),
    ] {
        let (begun, asked) = (begun.clone(), asked.and_then(Zone::find));
        samples.push(Sample::new("SessionRoll", what, move |reader| {
            roll::page(reader, chart, &begun, asked, &form).unwrap()
        }));
    }
    let mut all = begun.clone();
    all.zones =
        Zone::ALL.iter().map(|zone| ZoneRolled { zone: zone.id().into(), passes: 4 }).collect();
    samples.push(Sample::new("SessionRoll", "all rolled", move |reader| {
        roll::page(reader, chart, &all, None, &Form::default()).unwrap()
    }));
    samples
}

/// The last session of each state that is over, and what else one can say.
fn over(life: &Life) -> Vec<Sample<'_>> {
    let mut samples = Vec::new();
    let sessions = || life.chart().story.sessions.iter().rev();
    let of = |fits: fn(&Session) -> bool| sessions().find(|entry| fits(&entry.record));
    for (what, found) in [
        ("missed", of(|session| matches!(session, Session::Missed { .. }))),
        ("left out", of(|session| matches!(session, Session::Skipped { .. }))),
        ("done", of(|session| matches!(session, Session::Done(_)))),
    ] {
        let Some(entry) = found else { continue };
        samples.push(Sample::new("Session", what, move |reader| drawn(life, reader, entry, false)));
        samples.push(Sample::new("SessionRecord", what, move |reader| {
            record::page(
                reader,
                &Form::new(record::filled(reader, entry)),
                Some((entry.id, entry.version)),
            )
        }));
    }
    let Some(entry) = of(|session| matches!(session, Session::Done(_))) else { return samples };
    samples
        .push(Sample::new("Session", "just saved", move |reader| drawn(life, reader, entry, true)));
    samples.push(Sample::new("Session", "zone by zone, with needles too long", move |reader| {
        let mut entry = entry.clone();
        if let Session::Done(done) = &mut entry.record {
            in_full(done);
        }
        drawn(life, reader, &entry, false)
    }));
    samples
}

fn in_full(done: &mut Done) {
    let zone = |zone: &str, passes| ZoneRolled { zone: zone.into(), passes };
    done.length_mm = 2.5;
    done.zones = vec![zone("cheek-left", 4), zone("cheek-right", 8)];
    done.before.insert(care::words::Sign::Redness, 2);
    done.device = Some(teststore::plain::roller());
    done.directions = None;
    done.note = "12".parse().ok();
}

fn drawn(life: &Life, reader: &Reader, entry: &Entry<Session>, saved: bool) -> Response {
    let dose = match &entry.record {
        Session::Done(done) => crate::dose::session_card_at_once(reader, entry.id, done),
        _ => maud::html! {},
    };
    past::page(reader, &life.chart().story, entry, saved, &dose)
}
