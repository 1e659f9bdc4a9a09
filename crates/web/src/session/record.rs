//! The record of a session: of one that was begun, of one done without the guide, or mended later.

use axum::response::Response;
use chart::person::person_of;
use chart::session::begun::Begun;
use chart::session::record::{self, record_new, record_session, would_change};
use chart::session::{today, zones};
use chart::story::zone_of;
use store::records::Session;
use store::{Entry, SessionId};

use super::begun;
use super::form::{self, Start};
use crate::caller::Opened;
use crate::fields::Fields;
use crate::form::{Form, Wrong};
use crate::frame::Reader;
use crate::layout::{Tab, page as whole};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;

/// The field that says that a session so soon after another is meant.
pub(super) const TWICE: &str = "twice";

/// `GET /session/{id}/record`
pub(crate) async fn record(opened: Opened, Path(id): Path<SessionId>) -> Result<Response, Problem> {
    let entry = begun::find(&opened, id).await?;
    Ok(page(&opened, &Form::new(filled(&opened, &entry)), Some((id, entry.version))))
}

/// `GET /session/new`
pub(crate) async fn new(opened: Opened) -> Result<Response, Problem> {
    let fields = Start::new(&opened.person.record, &opened.now).fields();
    Ok(page(&opened, &Form::new(fields), None))
}

/// The sheet with what stands in it; of a session that is kept, with the version that it is drawn upon.
pub(super) fn page(reader: &Reader, form: &Form, kept: Option<(SessionId, i64)>) -> Response {
    let body = super::page::record::page(reader, &super::page::record::Sheet { form, kept });
    let title = form.titled(&reader.say, &reader.say.text("session-record-title"));
    form.answer(whole(reader, Tab::None, &title, &body))
}

/// What the sheet of a session is filled with at first.
pub(super) fn filled(reader: &Reader, entry: &Entry<Session>) -> Fields {
    match &entry.record {
        Session::Done(done) => Start::done(done, &done.at.to_zoned(zone_of(&done.zone))).fields(),
        Session::Missed { on, .. } | Session::Skipped { on, .. } => {
            let noon = on.at(12, 0, 0, 0).to_zoned(reader.now.time_zone().clone());
            Start::new(&reader.person.record, noon.as_ref().unwrap_or(&reader.now)).fields()
        }
        Session::Begun { .. } => Begun::of(entry.clone())
            .map_or_else(Fields::default, |begun| filled_from(reader, &begun)),
    }
}

/// Rolled just now, or on the day it was begun.
fn filled_from(reader: &Reader, begun: &Begun) -> Fields {
    let began = reader.say.zoned(begun.at, &reader.now);
    let at = if begun.is_stale(&reader.now) { &began } else { &reader.now };
    let mut start = Start::new(&reader.person.record, at);
    // Of zones that were not come to yet nothing was rolled.
    start.zones = zones::each(&reader.person.record.areas, &begun.zones);
    if let Some(person) = person_of(&reader.protocol, &reader.person.record) {
        let plan = today::plan(&reader.protocol, &person, reader.now.date());
        start.passes = Some(plan.passes.0.into());
        start.directions = Some(plan.directions);
        start.length_mm = start.length_mm.or(Some(plan.planned.mm()));
    }
    if !start.zones.is_empty() {
        (start.areas, start.passes) = (&[], None);
    }
    start.anaesthetic = Some(begun.cream_at.is_some());
    start.fields()
}

/// `POST /session/new`
pub(crate) async fn keep_new(opened: Opened, mut form: Form) -> Result<Response, Problem> {
    let (zone, now) = (opened.now.time_zone().clone(), opened.at());
    let Some(said) = form::read(&mut form, &zone, now) else {
        return Ok(page(&opened, &form, None));
    };
    let (store, chart) = (opened.app.store(), opened.chart_left().await?);
    let id = form.id(now);
    if let Some(other) =
        record::beside(&chart.story, id, said.at).filter(|_| !form.fields().has(TWICE))
    {
        let time = opened.say.time(other.to_zoned(zone).time());
        form.refuse("at", Wrong::new("session-twice").with("time", time));
        return Ok(page(&opened, &form, None));
    }
    let kept = record_new(store, opened.by(), &chart, &zone, (id, said)).await?;
    Ok(begun::to(&opened.to(To::Session(kept.id)).ask("saved", "yes")))
}

/// `POST /session/{id}/record`
pub(crate) async fn save(
    opened: Opened,
    Path(id): Path<SessionId>,
    mut form: Form,
) -> Result<Response, Problem> {
    let entry = begun::find(&opened, id).await?;
    let zone = record::zone(&entry.record, opened.now.time_zone());
    let Some(said) = form::read(&mut form, &zone, opened.at()) else {
        return Ok(page(&opened, &form, Some((id, entry.version))));
    };
    let profile = &opened.person.record;
    if would_change(profile, &entry, &said) && form.is_overtaken(&entry.version.to_string()) {
        return Ok(page(&opened, &form, Some((id, entry.version))));
    }
    record_session(opened.app.store(), opened.by(), profile, &entry, said).await?;
    Ok(begun::to(&opened.to(To::Session(id)).ask("saved", "yes")))
}
