//! The record of a session: of one that was begun, of one done without the guide, or mended later.

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
use crate::form::Form;
use crate::layout::{Tab, page as whole};
use crate::path::Path;
use crate::problem::Problem;
use crate::to::To;
use crate::visit::Owner;

/// `GET /session/{id}/record`
pub(crate) async fn record(owner: Owner, Path(id): Path<Id>) -> Result<Response, Problem> {
    let entry = begun::find(&owner, id).await?;
    Ok(shown(&owner, &Form::new(filled(&owner, &entry)), Some(id)))
}

/// `GET /session/new`
pub(crate) async fn new(owner: Owner) -> Result<Response, Problem> {
    let fields = Start::new(&owner.person.record, &owner.now).fields();
    Ok(shown(&owner, &Form::new(fields), None))
}

fn shown(owner: &Owner, form: &Form, id: Option<Id>) -> Response {
    let body = page::record::page(owner, &page::record::Sheet { form, id });
    form.answer(whole(owner, Tab::None, &owner.say.text("session-record-title"), &body))
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
pub(crate) async fn keep_new(owner: Owner, mut form: Form) -> Result<Response, Problem> {
    let (zone, now) = (owner.now.time_zone().clone(), owner.app.now());
    let Some(said) = form::read(&mut form, &zone, now) else {
        return Ok(shown(&owner, &form, None));
    };
    let (store, chart) = (owner.app.store(), owner.chart().await?);
    let kept = record_new(store, owner.by(), &chart, &zone, (form.id(now), said)).await?;
    Ok(begun::to(&owner.to(To::Session(kept.id)).ask("saved", "yes")))
}

/// `POST /session/{id}/record`
pub(crate) async fn save(
    owner: Owner,
    Path(id): Path<Id>,
    mut form: Form,
) -> Result<Response, Problem> {
    let entry = begun::find(&owner, id).await?;
    let zone = record::zone(&entry.record, owner.now.time_zone());
    let Some(said) = form::read(&mut form, &zone, owner.app.now()) else {
        return Ok(shown(&owner, &form, Some(id)));
    };
    record_session(owner.app.store(), owner.by(), &owner.person.record, &entry, said).await?;
    Ok(begun::to(&owner.to(To::Session(id)).ask("saved", "yes")))
}
