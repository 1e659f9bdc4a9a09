//! Samples of the log: each way to look at it, an older page; screenings and check-ins as they were; the journal and what
//! checking it came to.

use care::verdict::VerdictKind;
use chart::log::{Shown, events};
use store::records::{CheckIn, Screening};
use store::{Broken, Entry, KINDS};

use super::journal_page::{self, Checked};
use super::{MOST, checked, decided, gaps, page};
use crate::fields::Fields;
use crate::form::Form;
use crate::frame::Reader;
use crate::paging;
use crate::samples::{Life, Sample, missing};

/// A session that was just removed, and can come back.
const GONE: &str = "a session removed";

pub(crate) fn samples(life: &Life) -> Vec<Sample<'_>> {
    let log = |what, shown: Shown, asked: Option<&'static str>| {
        Sample::new("Log", what, move |reader| {
            let events = events(&life.history, reader.now.time_zone(), shown);
            let part = paging::part(&events, MOST, asked);
            let gone = (what == GONE).then(|| store::Id::new(life.now));
            page::page(reader, &life.history, shown, &part, gone)
        })
    };
    let mut samples = vec![
        log("as it is opened", Shown::All, None),
        log("sessions", Shown::Sessions, None),
        log("check-ins", Shown::CheckIns, None),
        log("photos", Shown::Photos, None),
        log(GONE, Shown::All, None),
        log("the oldest page", Shown::All, Some("99")),
        journal(life, "as it is opened", None, || None),
        journal(life, "the oldest page", Some("99"), || None),
        journal(life, "whole", None, || Some(Checked::Whole(12))),
        journal(life, "edited", None, || broken(Broken::Edited { n: 3 })),
        journal(life, "with a hole", None, || broken(Broken::Missing { n: 3 })),
        journal(life, "cut off", None, || broken(Broken::Ends { found: 3, expected: 5 })),
        journal(life, "with another end", None, || broken(Broken::Head)),
    ];
    samples.push(Sample::new("Gaps", "nothing missing", gaps::page));
    samples.push(Sample::new("Gaps", "something of each kind", |reader| {
        gaps::page(&missing(reader.clone(), KINDS))
    }));
    samples.push(Sample::new("Gaps", "a photograph", |reader| {
        gaps::page(&missing(reader.clone(), &["photo"]))
    }));
    samples.extend(life.history.screenings.last().iter().flat_map(|entry| screenings(entry)));
    samples.extend(
        life.history.chart.story.checkins.last().iter().flat_map(|entry| checkins(life, entry)),
    );
    samples
}

fn broken(broken: Broken) -> Option<Checked> {
    Some(Checked::Broken(broken))
}

fn journal<'a>(
    life: &'a Life,
    what: &'static str,
    asked: Option<&'static str>,
    checked: fn() -> Option<Checked>,
) -> Sample<'a> {
    Sample::new("Journal", what, move |reader| {
        journal_page::page(reader, &paging::part(&life.journal, MOST, asked), checked().as_ref())
    })
}

/// A screening that found nothing, one that was refused by a rule of today, one by a rule that is no more.
fn screenings(entry: &Entry<Screening>) -> Vec<Sample<'_>> {
    let with = |what, change: fn(&mut Screening)| {
        Sample::new("LogScreening", what, move |reader: &Reader| {
            let mut entry = entry.clone();
            change(&mut entry.record);
            decided::page(reader, &entry)
        })
    };
    vec![
        with("as it was kept", |_| {}),
        with("refused", |kept| {
            kept.answers.insert("keloid".into(), "yes".into());
            found(kept, "keloid", VerdictKind::DoNot, "yes");
        }),
        with("by a rule of old", |kept| {
            kept.until = Some(kept.on.tomorrow().unwrap());
            found(kept, "1", VerdictKind::WaitUntil, "2");
        }),
    ]
}

fn found(kept: &mut Screening, rule: &str, verdict: VerdictKind, answered: &str) {
    kept.verdict = verdict;
    let (rule, answered) = (rule.to_owned(), answered.to_owned());
    kept.findings = vec![store::Finding { rule, verdict, until: kept.until, answered }];
}

/// A check-in as it was kept, corrected, silent, without its session, and with a correction that is refused.
fn checkins<'a>(life: &'a Life, entry: &'a Entry<CheckIn>) -> Vec<Sample<'a>> {
    let with = |what, form: fn() -> Form, change: fn(&mut CheckIn)| {
        Sample::new("LogCheckIn", what, move |reader: &Reader| {
            let mut entry = entry.clone();
            change(&mut entry.record);
            checked::page(reader, &life.history, &entry, &form())
        })
    };
    vec![
        with("as it was kept", Form::default, |_| {}),
        with("corrected", Form::default, |kept| kept.corrected = "2".parse().ok()),
        with("silent", Form::default, |kept| {
            kept.signs.clear();
            kept.flags.clear();
            kept.note = "1".parse().ok();
        }),
        with("of a session that is gone", Form::default, |kept| {
            kept.session = store::Id::new(kept.at);
        }),
        with("a correction refused", refused, |_| {}),
    ]
}

fn refused() -> Form {
    let mut form = Form::new(Fields::of([("reason".to_owned(), "12".to_owned())]));
    form.refuse("signs", "typed-choose");
    form.refuse("reason", "log-reason-missing");
    form
}
