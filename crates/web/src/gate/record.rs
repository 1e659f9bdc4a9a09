//! Opening a record: the only way to one.
//!
//! Whose opens is in [`mod@super::household`], what one may do there in [`crate::roles`]; who is let in at all is
//! [`crate::guard`].

use chart::Gaps;
use store::{By, PersonId};

use super::household::{actor, all_open, is_open};
use crate::app::App;
use crate::caller::Opened;
use crate::login::Login;
use crate::permission::Permission;
use crate::problem::Problem;

/// Opens the record of a person, and notes who reads it; for a page it is looked what of it can't be read. Whoever is not there and whoever is not for this browser are
/// answered alike.
pub(crate) async fn open(
    app: &App,
    login: Login,
    person: PersonId,
    (needs, is_drawn): (Permission, bool),
) -> Result<Opened, Problem> {
    let found = app.store().find_person(person).await;
    if !login.may(needs) || !is_open(app, &login, person).await? {
        // The answer does not tell it from one that is not there; the log does.
        tracing::warn!(actor = %login.actor, %person, ?needs, "a record was refused");
        return Err(Problem::NotFound);
    }
    let found = match found {
        Err(store::Error::Corrupt { .. }) => return Err(Problem::Profile),
        found => found?.ok_or(Problem::NotFound)?,
    };
    // A copy of the whole record would hold what is locked here, under a passphrase of whoever makes it.
    if needs == Permission::Backup && !all_open(app, &login).await? {
        return Err(Problem::NotNow("backup-others"));
    }
    let actor = actor(app, &login, person).await?;
    app.store().note_reading(By { actor, at: app.now() }, person).await?;
    let gaps = match is_drawn {
        true => Gaps::find(app.store(), person).await?,
        false => Gaps::default(),
    };
    Opened::of(app, login, actor, (found, gaps)).await
}
