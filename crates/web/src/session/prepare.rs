//! Preparation on the day, and the anaesthetic cream with its time.

use axum::extract::Path;
use axum::response::Response;
use care::measure::Wait;
use care::programme::{self, Programme};
use care::protocol::rows::Preparation;
use care::verdict::Verdict;
use store::Id;

use super::begun::{self, Begun};
use super::page;
use crate::fields::Fields;
use crate::layout::{Tab, page_with};
use crate::problem::Problem;
use crate::screening::decided::Decided;
use crate::story::Story;
use crate::visit::Owner;

/// Steps that begin this long before a session are done on its day.
const ON_THE_DAY: Wait = Wait::days(1);

/// `GET /session/{id}/prepare`
pub(crate) async fn prepare(owner: Owner, Path(id): Path<Id>) -> Result<Response, Problem> {
    let Some(begun) = Begun::find(&owner, id).await? else { return Ok(begun::to_session(id, "")) };
    let story = Story::load(&owner).await?;
    if !begun.may_go_on(&owner, &story) {
        return Ok(begun::to("/session"));
    }
    let decided = story.decide(&owner.protocol, &owner.person.record, owner.now.date());
    let Some((person, decision)) = decided else { return Ok(begun::to("/session")) };
    let decided = Decided { person, decision };
    let plan = of_today(&owner, &decided.person);
    let steps = steps(&plan);
    let today =
        page::prepare::Today { begun: &begun, plan: &plan, steps: &steps, decided: &decided };
    let body = page::prepare::page(&owner, &today);
    Ok(page_with(&owner, Tab::None, &owner.say.text("session-prepare-title"), &body, &["timer.js"]))
}

/// What is planned for a session today, which was allowed when it began.
pub(super) fn of_today<'p>(owner: &'p Owner, person: &care::person::Person) -> Programme<'p> {
    programme::plan(&owner.protocol, person, Verdict::Proceed, owner.now.date())
}

fn steps<'p>(plan: &Programme<'p>) -> Vec<&'p Preparation> {
    let soon = |row: &&Preparation| row.before.rough_hours() <= ON_THE_DAY.rough_hours();
    plan.preparation.iter().map(|step| step.row).filter(soon).collect()
}

/// `POST /session/{id}/cream`: the cream is on from now, or was not put on after all.
pub(crate) async fn cream(
    owner: Owner,
    Path(id): Path<Id>,
    fields: Fields,
) -> Result<Response, Problem> {
    let Some(mut begun) = Begun::find(&owner, id).await? else {
        return Ok(begun::to_session(id, ""));
    };
    let on = (fields.text("cream") == Some("on")).then(|| owner.app.now());
    // Sent twice, it is still on since the first time.
    let since = on.map(|now| begun.cream_at.unwrap_or(now));
    if since != begun.cream_at {
        begun.cream_at = since;
        begun.save(&owner).await?;
    }
    Ok(begun::to_session(id, "prepare"))
}
