//! An event in words: what it was, a little more, where its page is.

use care::verdict::{Verdict, VerdictKind};
use care::words::{Level, Sign, Word};
use chart::log::History;
use chart::log::{Event, What};
use store::Entry;
use store::records::{
    CheckIn, Clearance, Done, Measured, Photo, Programme, Score, Scores, Screening,
};
use words::Worded;

use crate::album::view_word;
use crate::clearance;
use crate::frame::Reader;
use crate::say::Say;
use crate::to::To;
use crate::ui::{Icon, verdict_icon};

/// A row of the log.
pub(super) struct Line {
    pub mark: Icon,
    pub title: String,
    /// Empty if there is no more to say.
    pub hint: String,
    pub href: String,
    /// How urgent a check-in was.
    pub level: Option<Level>,
}

impl Line {
    fn new(mark: Icon, title: String, hint: String, href: String) -> Self {
        Self { mark, title, hint, href, level: None }
    }
}

pub(super) fn line(reader: &Reader, history: &History, event: &Event<'_>) -> Line {
    let say = &reader.say;
    let text = |key: &str| say.text(key);
    match &event.what {
        What::Screened(entry) => screened(reader, entry),
        What::Planned(entry) if entry.version > 1 => {
            Line::new(Icon::Plan, text("log-planned"), String::new(), reader.to(To::Plan).into())
        }
        What::Planned(entry) => Line::new(
            Icon::Plan,
            text("log-planned"),
            first(say, &entry.record),
            reader.to(To::Plan).into(),
        ),
        What::Moved(entry) => Line::new(
            Icon::Plan,
            text("log-moved"),
            first(say, &entry.record),
            reader.to(To::Plan).into(),
        ),
        What::Ended => {
            Line::new(Icon::Plan, text("log-ended"), String::new(), reader.to(To::Plan).into())
        }
        What::Begun(id) => {
            let hint = text("log-begun-hint");
            Line::new(Icon::Session, text("log-begun"), hint, reader.to(To::Session(*id)).into())
        }
        What::Done(session) => {
            let title = say.with("log-session", &[("n", session.n.into())]);
            let hint = done(say, &reader.protocol, session.done);
            Line::new(Icon::Session, title, hint, reader.to(To::Session(session.id)).into())
        }
        What::Missed { id, reason } => {
            let hint = reason.unwrap_or_default().to_owned();
            Line::new(Icon::Healing, text("log-missed"), hint, reader.to(To::Session(*id)).into())
        }
        What::CheckIn(entry) => checkin(reader, history, entry),
        What::Heard(entry) => heard(reader, entry),
        What::Photos(photos) => taken(reader, event, photos),
        What::Scored(score) => measure(reader, score),
        What::Measured(measured) => redness(reader, history, measured),
    }
}

fn screened(reader: &Reader, entry: &Entry<Screening>) -> Line {
    let record = &entry.record;
    let title = sentence(&reader.protocol, record);
    let hint = reader.say.with("log-screened", &[("date", reader.say.day(record.on).into())]);
    let href = reader.to(To::LogScreening(entry.id));
    Line::new(verdict_icon(record.verdict), title, hint, href.into())
}

/// The verdict that was kept, as one sentence.
pub(super) fn sentence(protocol: &Worded, screening: &Screening) -> String {
    let verdict = match (screening.verdict, screening.until) {
        (VerdictKind::Proceed, _) => Verdict::Proceed,
        (VerdictKind::ProceedWithCare, _) => Verdict::ProceedWithCare,
        // A wait is always kept with its date; without one, the day of the decision is the least it can mean.
        (VerdictKind::WaitUntil, until) => Verdict::WaitUntil(until.unwrap_or(screening.on)),
        (VerdictKind::AskClinician, _) => Verdict::AskClinician,
        (VerdictKind::DoNot, _) => Verdict::DoNot,
    };
    let worst = screening.findings.iter().filter(|found| found.verdict == screening.verdict);
    let rules = worst.map(|found| found.rule.as_str());
    text::tell::verdict::with_rules(protocol, screening.setting, verdict, rules)
}

fn first(say: &Say, programme: &Programme) -> String {
    say.with("log-first", &[("date", say.day(programme.first).into())])
}

fn done(say: &Say, protocol: &Worded, done: &Done) -> String {
    let texts = protocol.texts();
    let areas: Vec<String> = done
        .areas
        .iter()
        .map(|area| texts.say(&format!("area-{}", area.word())).into_owned())
        .collect();
    let mut parts = vec![say.list(areas)];
    parts.push(say.with("log-length", &[("mm", done.length_mm.into())]));
    parts.extend(done.passes.map(|passes| say.with("log-passes", &[("n", passes.into())])));
    joined(parts)
}

fn checkin(reader: &Reader, history: &History, entry: &Entry<CheckIn>) -> Line {
    let level = history.level(&reader.protocol, entry);
    let seen = seen(&reader.protocol, &entry.record);
    let hint = if seen.is_empty() { nothing(&reader.say, &entry.record) } else { joined(seen) };
    let title = checkin_title(&reader.say, history, &entry.record);
    let href = reader.to(To::LogCheckIn(entry.id));
    Line { level, ..Line::new(Icon::Healing, title, hint, href.into()) }
}

/// What a clinician said, and about what.
fn heard(reader: &Reader, entry: &Entry<Clearance>) -> Line {
    let title = clearance::sentence(reader, &entry.record);
    let about = clearance::name(reader, &entry.record.about);
    Line::new(Icon::Ask, title, about, reader.to(To::Clearance(entry.id)).ask("back", "log").into())
}

/// "Check-in, day 3 after session 2".
pub(super) fn checkin_title(say: &Say, history: &History, checkin: &CheckIn) -> String {
    match (history.day(checkin), history.session_of(checkin)) {
        (Some(day), Some(session)) => {
            say.with("log-check-in", &[("day", day.into()), ("n", session.n.into())])
        }
        _ => say.text("log-check-in-alone"),
    }
}

/// That there was nothing, as far as it was said: of a sign that was left out nothing is known.
pub(crate) fn nothing(say: &Say, checkin: &CheckIn) -> String {
    let all = Sign::ALL.iter().all(|sign| checkin.signs.contains_key(sign));
    let none = checkin.signs.is_empty() && checkin.flags.is_empty();
    say.text(match (all, none) {
        (true, _) => "log-clear",
        (false, true) => "log-silent",
        (false, false) => "log-left-out",
    })
}

/// Warning signs, then every sign that was there with its score.
pub(super) fn seen(protocol: &Worded, checkin: &CheckIn) -> Vec<String> {
    let texts = protocol.texts();
    let flags = checkin.flags.iter();
    let flags = flags.map(|flag| texts.say(&format!("flag-{}", flag.word())).into_owned());
    flags.chain(signs_of(protocol.texts(), &checkin.signs)).collect()
}

/// "Redness 3": the signs that were scored above 0.
pub(crate) fn signs_of<'s>(say: &'s Say, scores: &'s Scores) -> impl Iterator<Item = String> + 's {
    let seen = Sign::ALL.iter().filter_map(|sign| Some((sign, *scores.get(sign)?)));
    seen.filter(|(_, score)| *score > 0).map(|(sign, score)| scored(say, *sign, score))
}

/// "Redness 3"
pub(crate) fn scored(say: &Say, sign: Sign, score: u8) -> String {
    let name = say.text(&format!("sign-{}", sign.word()));
    say.with("log-sign", &[("sign", name.into()), ("score", score.into())])
}

fn taken(reader: &Reader, event: &Event<'_>, photos: &[&Entry<Photo>]) -> Line {
    let say = &reader.say;
    let title = say.with("log-photos", &[("n", photos.len().into())]);
    let views: Vec<String> =
        photos.iter().map(|photo| view_word(say, &photo.record.view)).collect();
    let href = match photos {
        [one] => reader.to(To::Photo(one.id)).into(),
        _ => reader.to(To::Photos).at(&format!("day-{}", event.at.date())),
    };
    Line::new(Icon::Photos, title, joined(views), href)
}

/// A score with the name of its scale; of a scale that the protocol no longer has, with its id.
fn measure(reader: &Reader, score: &Score) -> Line {
    let name = reader.protocol.texts().find(&format!("scale-{}", score.scale), &[]);
    let href = match name {
        Some(_) => reader.to(To::Scale(&score.scale)),
        None => reader.to(To::Results),
    };
    let name = name.map_or_else(|| score.scale.clone(), |name| name.into_owned());
    let words = [("scale", name.into()), ("score", score.value.into())];
    let hint = score.note.clone().map_or_else(String::new, String::from);
    Line::new(Icon::Ruler, reader.say.with("log-scored", &words), hint, href.into())
}

/// That it was measured; what came out is said where the day and the noise are said along with it.
fn redness(reader: &Reader, history: &History, measured: &Measured) -> Line {
    let of_sitting = |photo: &&Entry<Photo>| measured.after.contains(&photo.id);
    let hint = history.photos.iter().find(of_sitting).map_or_else(String::new, |photo| {
        let date = reader.say.date(reader.say.zoned(photo.record.taken, &reader.now).date());
        reader.say.with("log-measured-of", &[("date", date.into())])
    });
    let href = reader.to(To::Region(measured.region));
    Line::new(Icon::Grid, reader.say.text("log-measured"), hint, href.into())
}

fn joined(mut parts: Vec<String>) -> String {
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}
