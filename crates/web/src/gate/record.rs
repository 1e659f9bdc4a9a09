//! Whose record a browser opens. Somebody with a passphrase of their own is at home only where they act: where they typed
//! it. Everybody else's record opens for whoever was let in.
//!
//! What one may do there is in [`super::roles`]; who is let in at all is [`crate::guard`].

use store::{Actor, By, Id};

use super::Permission;
use crate::app::App;
use crate::problem::Problem;
use crate::visit::{Login, Owner};

/// Opens the record of a person, and notes who reads it. Whoever is not there and whoever is not for this browser are
/// answered alike.
pub(crate) async fn open(
    app: &App,
    login: Login,
    person: Id,
    needs: Permission,
) -> Result<Owner, Problem> {
    let found = app.store().find_person(person).await?.ok_or(Problem::NotFound)?;
    if !login.may(needs) || !is_open(app, &login, person).await? {
        return Err(Problem::NotFound);
    }
    // A copy of the whole record would hold what is locked here, under a passphrase of whoever makes it.
    if needs == Permission::Backup && !all_open(app, &login).await? {
        return Err(Problem::NotNow("backup-others"));
    }
    let actor = actor(app, &login, person).await?;
    app.store().note_reading(By { actor, at: app.now() }, person).await?;
    Ok(Owner::of(app, login, actor, found))
}

/// Everybody, and whether this browser may open their record.
pub(crate) async fn household(app: &App, login: &Login) -> Result<Vec<(Id, bool)>, Problem> {
    let all = app.store().people().await?;
    let locked = app.store().passphrases().await?;
    let is_open = |actor| actor == login.actor || locked.iter().all(|(whose, _)| *whose != actor);
    Ok(all.into_iter().map(|person| (person, is_open(Actor::Person(person)))).collect())
}

/// Whose records this browser may open.
pub(crate) async fn people(app: &App, login: &Login) -> Result<Vec<Id>, Problem> {
    let all = household(app, login).await?;
    Ok(all.into_iter().filter(|(_, is_open)| *is_open).map(|(person, _)| person).collect())
}

/// Whether nobody's record is locked for this browser.
pub(crate) async fn all_open(app: &App, login: &Login) -> Result<bool, Problem> {
    Ok(household(app, login).await?.iter().all(|(_, is_open)| *is_open))
}

async fn is_open(app: &App, login: &Login, person: Id) -> Result<bool, Problem> {
    let theirs = Actor::Person(person);
    Ok(login.actor == theirs || app.store().passphrase(theirs).await?.is_none())
}

/// Who acts on the pages of a person: whoever this browser is known to be. Without a passphrase nobody has shown who they
/// are, and whoever is at the pages is taken for their person.
async fn actor(app: &App, login: &Login, person: Id) -> Result<Actor, Problem> {
    let is_known = match login.actor {
        Actor::Person(own) if own == person => true,
        Actor::Person(_) => app.store().passphrase(login.actor).await?.is_some(),
        Actor::Staff(_) => true,
        Actor::Owner | Actor::Command | Actor::Program => false,
    };
    Ok(if is_known { login.actor } else { Actor::Person(person) })
}
