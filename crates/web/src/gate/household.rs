//! Whose records a browser may open, and who acts there. Somebody with a passphrase of their own is at home only where they
//! act: where they typed it. Everybody else's record opens for whoever was let in.

use store::{Actor, PersonId};

use crate::app::App;
use crate::login::Login;
use crate::problem::Problem;

/// Everybody, and whether this browser may open their record.
pub(crate) async fn household(app: &App, login: &Login) -> Result<Vec<(PersonId, bool)>, Problem> {
    let all = app.store().people().await?;
    let locked = app.store().passphrases().await?;
    let is_open = |actor| actor == login.actor || locked.iter().all(|(whose, _)| *whose != actor);
    Ok(all.into_iter().map(|person| (person, is_open(Actor::Person(person)))).collect())
}

/// Whose records this browser may open.
pub(crate) async fn people(app: &App, login: &Login) -> Result<Vec<PersonId>, Problem> {
    let all = household(app, login).await?;
    Ok(all.into_iter().filter(|(_, is_open)| *is_open).map(|(person, _)| person).collect())
}

/// Whether nobody's record is locked for this browser.
pub(crate) async fn all_open(app: &App, login: &Login) -> Result<bool, Problem> {
    Ok(household(app, login).await?.iter().all(|(_, is_open)| *is_open))
}

/// Whether a person's record opens for this browser.
pub(super) async fn is_open(app: &App, login: &Login, person: PersonId) -> Result<bool, Problem> {
    let theirs = Actor::Person(person);
    Ok(login.actor == theirs || app.store().passphrase(theirs).await?.is_none())
}

/// Who acts on the pages of a person: whoever this browser is known to be. Without a passphrase nobody has shown who they
/// are, and whoever is at the pages is taken for their person.
pub(super) async fn actor(app: &App, login: &Login, person: PersonId) -> Result<Actor, Problem> {
    let is_known = match login.actor {
        Actor::Person(own) if own == person => true,
        Actor::Person(_) => app.store().passphrase(login.actor).await?.is_some(),
        Actor::Staff(_) => true,
        Actor::Owner | Actor::Command | Actor::Program => false,
    };
    Ok(if is_known { login.actor } else { Actor::Person(person) })
}
