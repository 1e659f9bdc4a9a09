//! Taking a change of answers back: the bar on the verdict that offers it, and what it does, once.
//!
//! What was answered before is what an earlier decision was kept with; the page of a step names it when it is drawn, since
//! drafts change the answers while they are still written.

use axum::extract::Query;
use axum::response::Redirect;
use chart::Chart;
use chart::screening::steps::{self, Kind, Step};
use maud::{Markup, html};
use serde::Deserialize;
use store::records::{Profile, Screening};
use store::{Entry, ScreeningId};

use super::page::title;
use super::step::keep_decision;
use crate::caller::Opened;
use crate::frame::Reader;
use crate::path::Path;
use crate::problem::Problem;
use crate::to::{Href, To};
use crate::ui::undo;

/// The field that names the decision with the answers of before.
pub(super) const BEFORE: &str = "before";

/// What the address of the verdict adds after a change: the step, and the decision of before.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Changed {
    changed: Option<String>,
    before: Option<ScreeningId>,
}

/// What the address of the bar adds: the decision of before, and the version of the profile that it takes back.
#[derive(Debug, Deserialize)]
pub(crate) struct Wanted {
    before: ScreeningId,
    version: i64,
}

/// The last decision with these answers to the questions of a step.
pub(super) fn now(chart: &Chart, step: &Step<'_>) -> Option<ScreeningId> {
    let same = |entry: &&Entry<Screening>| !differs(step, &entry.record, chart.profile());
    let asks = step.questions().next().is_some();
    chart.story.screenings.iter().rev().filter(|_| asks).find(same).map(|entry| entry.id)
}

/// On to the verdict after a change that can be taken back.
pub(super) fn changed(reader: &Reader, step: &Step<'_>, before: ScreeningId) -> Href {
    reader.to(To::Verdict).ask("changed", &step.id).ask(BEFORE, before)
}

/// The bar, while there is something to take back.
pub(super) fn bar(reader: &Reader, chart: &Chart, asked: &Changed) -> Markup {
    let all = steps::all(&reader.protocol, reader.person.record.setting);
    let step = asked.changed.as_ref().and_then(|id| steps::find(&all, id));
    let before = asked.before.and_then(|id| find(chart, id));
    let (Some(step), Some(before)) = (step, before) else { return html! {} };
    if !differs(step, &before.record, &reader.person.record) {
        return html! {};
    }
    let said = [("title", title(&reader.say, &reader.protocol, step).into())];
    let to = reader.to(To::StepBack(&step.id));
    let to = to.ask(BEFORE, before.id).ask("version", reader.person.version);
    undo(&reader.say.with("screening-changed", &said), &to, &reader.say.text("screening-take-back"))
}

/// `POST /screening/{step}/back`: the answers of before, unless something was changed since.
pub(crate) async fn back(
    opened: Opened,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Redirect, Problem> {
    let (protocol, chart) = (opened.protocol.clone(), opened.chart_left().await?);
    let all = steps::all(&protocol, opened.person.record.setting);
    let step = steps::find(&all, &id).filter(|step| matches!(step.kind, Kind::Ask(_)));
    let step = step.ok_or(Problem::NotFound)?;
    let before = find(&chart, wanted.before).ok_or(Problem::NotFound)?;
    if opened.person.version == wanted.version {
        let profile = put_back(step, &before.record, opened.person.record.clone());
        match opened.app.store().change_person(opened.by(), &opened.person, profile).await {
            Ok(_) => keep_decision(&opened).await?,
            // Somebody was faster: there is nothing to take back any more.
            Err(store::Error::Stale) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(opened.to(To::Screening).go())
}

fn find(chart: &Chart, id: ScreeningId) -> Option<&Entry<Screening>> {
    chart.story.screenings.iter().find(|entry| entry.id == id)
}

fn differs(step: &Step<'_>, before: &Screening, profile: &Profile) -> bool {
    step.questions().any(|asked| before.answers.get(&asked.id) != profile.answers.get(&asked.id))
}

/// The profile with the answers of before to the questions of a step.
fn put_back(step: &Step<'_>, before: &Screening, mut profile: Profile) -> Profile {
    for question in step.questions() {
        match before.answers.get(&question.id) {
            Some(answer) => _ = profile.answers.insert(question.id.clone(), answer.clone()),
            None => _ = profile.answers.remove(&question.id),
        }
    }
    profile
}
