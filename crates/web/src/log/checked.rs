//! `GET /log/check-in/{id}`: a check-in with what it came to when it was made, what clinicians said of it, and the form to
//! correct it.

use axum::response::Response;
use care::triage::{Reason, Triage};
use care::words::Word;
use chart::log::History;
use maud::{Markup, html};
use store::records::CheckIn;
use store::{CheckInId, Entry};
use text::tell::sources::by_id;
use words::Worded;

use super::correct;
use super::line::{checkin_title, nothing, seen};
use super::page::{back, on};
use crate::caller::Opened;
use crate::clearance::Back;
use crate::form::Form;
use crate::frame::Reader;
use crate::layout::{self, Tab};
use crate::path::Path;
use crate::problem::Problem;
use crate::sources;
use crate::to::To;
use crate::today::{if_open, left_out};
use crate::ui::{self, Icon};

pub(crate) async fn checked(opened: Opened, Path(id): Path<String>) -> Result<Response, Problem> {
    let id: CheckInId = id.parse().map_err(|_| Problem::NotFound)?;
    shown(&opened, id, &Form::default()).await
}

/// The page, with a correction as it was typed and why it could not be kept.
pub(super) async fn shown(
    opened: &Opened,
    id: CheckInId,
    typed: &Form,
) -> Result<Response, Problem> {
    let history = super::history(opened).await?;
    let found = history.chart.story.checkins.iter().find(|entry| entry.id == id);
    Ok(page(opened, &history, found.ok_or(Problem::NotFound)?, typed))
}

/// The page of a check-in, with a correction as it was typed.
pub(super) fn page(
    reader: &Reader,
    history: &History,
    entry: &Entry<CheckIn>,
    typed: &Form,
) -> Response {
    let (say, record) = (&reader.say, &entry.record);
    let title = checkin_title(say, history, record);
    let at = say.zoned(record.at, &reader.now);
    let moment = say.with(
        "log-at",
        &[("date", say.date(at.date()).into()), ("time", say.time(at.time()).into())],
    );
    let body = html! {
        (ui::page_header(&title, Some((&reader.to(To::Log), &back(reader))), Some(&moment)))
        @if let Some(triage) = history.triage(&reader.protocol, entry) { (judged(reader, &triage)) }
        (told(reader, record))
        (signs(reader, history, entry))
        (correct::form(reader, entry, typed))
        (on(reader, "log-its-session", &reader.to(To::Session(record.session))))
    };
    typed.answer(layout::page(reader, Tab::Log, &typed.titled(say, &title), &body))
}

/// What was said, what was not, and that it was corrected.
fn told(reader: &Reader, record: &CheckIn) -> Markup {
    let (say, seen) = (&reader.say, seen(&reader.protocol, record));
    html! {
        @if seen.is_empty() { p { (nothing(say, record)) } } @else { (ui::points(Icon::Healing, &seen)) }
        @if record.evening { p.quiet { (say.text("log-evening")) } }
        @if let Some(missing) = left_out(reader, record) { p.quiet { (missing) } }
        @if let Some(note) = record.note.as_deref() { (ui::plain_card(&html! { p { (note) } })) }
        @if let Some(reason) = &record.corrected {
            p { (say.with("log-corrected", &[("reason", (&**reason).into())])) }
            p.quiet { (say.text("log-corrected-journal")) }
        }
    }
}

/// Its warning signs that are open now.
fn signs(reader: &Reader, history: &History, entry: &Entry<CheckIn>) -> Markup {
    let Some(standing) = history.chart.standing(&reader.protocol, &reader.now) else {
        return html! {};
    };
    let back = Back::CheckIn(entry.id);
    html! {
        @for flag in &entry.record.flags { (if_open(reader, &history.chart, &standing, *flag, back)) }
    }
}

fn judged(reader: &Reader, triage: &Triage<'_>) -> Markup {
    let (say, protocol): (_, &Worded) = (&reader.say, &reader.protocol);
    let texts = protocol.texts();
    let reasons = html! {
        ul { @for reason in &triage.reasons { li { (text::tell::reason::say(texts, reason)) } } }
        p class="quiet" { (say.text("log-judged-then")) }
    };
    let sources = by_id(triage.reasons.iter().map(Reason::evidence));
    let sentence = texts.say(&format!("level-{}", triage.level.word()));
    html! {
        (ui::level_banner(triage.level, &sentence, &reasons))
        (sources::who(reader, &sources, &[]))
    }
}
