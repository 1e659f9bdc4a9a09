//! The record of a session: of one that was begun, of one done without the guide, or mended later.

use axum::http::StatusCode;
use axum::response::Response;
use chart::person::person_of;
use chart::session::begun::Begun;
use chart::session::record::{self, record_new, record_session};
use chart::session::{today, zones};
use chart::story::zone_of;
use store::records::Session;
use store::{Entry, Id};

use super::form::{self, Start};
use super::{begun, page};
use crate::fields::Fields;
use crate::layout::{Tab, page as whole};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::visit::Owner;

/// `GET /session/{id}/record`
pub(crate) async fn record(owner: Owner, Path(id): Path<Id>) -> Result<Response, Problem> {
    let entry = begun::find(&owner, id).await?;
    let fields = filled(&owner, &entry);
    Ok(shown(&owner, &fields, &[], Some(id)))
}

/// `GET /session/new`
pub(crate) async fn new(owner: Owner) -> Result<Response, Problem> {
    let fields = Start::new(&owner.person.record, &owner.now).fields();
    Ok(shown(&owner, &fields, &[], None))
}

fn shown(owner: &Owner, fields: &Fields, faults: &[form::Fault], id: Option<Id>) -> Response {
    let sheet = page::record::Sheet { fields, faults, id };
    let body = page::record::page(owner, &sheet);
    let mut response = whole(owner, Tab::None, &owner.say.text("session-record-title"), &body);
    if !faults.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

fn filled(owner: &Owner, entry: &Entry<Session>) -> Fields {
    match &entry.record {
        Session::Done(done) => Start::done(done, &done.at.to_zoned(zone_of(&done.zone))).fields(),
        Session::Missed { on, .. } | Session::Skipped { on, .. } => {
            let noon = on.at(12, 0, 0, 0).to_zoned(owner.now.time_zone().clone());
            Start::new(&owner.person.record, noon.as_ref().unwrap_or(&owner.now)).fields()
        }
        Session::Begun { .. } => Begun::of(entry.clone())
            .map_or_else(Fields::default, |begun| filled_from(owner, &begun)),
    }
}

/// Rolled just now, or on the day it was begun.
fn filled_from(owner: &Owner, begun: &Begun) -> Fields {
    let began = owner.say.zoned(begun.at, &owner.now);
    let at = if begun.is_stale(&owner.now) { &began } else { &owner.now };
    let mut start = Start::new(&owner.person.record, at);
    // Of zones that were not come to yet nothing was rolled.
    start.zones = zones::each(&owner.person.record.areas, &begun.zones);
    if let Some(person) = person_of(&owner.protocol, &owner.person.record) {
        let plan = today::plan(&owner.protocol, &person, owner.now.date());
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
pub(crate) async fn keep_new(owner: Owner, fields: Fields) -> Result<Response, Problem> {
    let zone = owner.now.time_zone().clone();
    let record = match form::read(&fields, &zone, owner.app.now()) {
        Ok(record) => record,
        Err(faults) => return Ok(shown(&owner, &fields, &faults, None)),
    };
    let id = fields.parsed::<Id>("id").ok().flatten().unwrap_or(Id::new(owner.app.now()));
    let (store, chart) = (owner.app.store(), owner.chart().await?);
    let kept = record_new(store, owner.by(), &chart, &zone, (id, record)).await?;
    Ok(begun::to(&owner.to(To::Session(kept.id)).ask("saved", "yes")))
}

/// `POST /session/{id}/record`
pub(crate) async fn save(
    owner: Owner,
    Path(id): Path<Id>,
    fields: Fields,
) -> Result<Response, Problem> {
    let entry = begun::find(&owner, id).await?;
    let zone = record::zone(&entry.record, owner.now.time_zone());
    let said = match form::read(&fields, &zone, owner.app.now()) {
        Ok(said) => said,
        Err(faults) => return Ok(shown(&owner, &fields, &faults, Some(id))),
    };
    record_session(owner.app.store(), owner.by(), &owner.person.record, &entry, said).await?;
    Ok(begun::to(&owner.to(To::Session(id)).ask("saved", "yes")))
}
