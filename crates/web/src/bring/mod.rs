//! Bringing a record in: the zip that somebody took along, or a backup with everybody who is in it.
//!
//! What is sent lies on disk under a key that nobody keeps ([`store::Veiled`]), and is gone once it was read. Who is in a file
//! and was not here comes in; who of them somebody is, they say on the page of people. Putting back a whole record, journal
//! and all, is `needlewise restore`, into an empty folder.

mod page;
#[cfg(test)]
mod samples;
mod sent;
#[cfg(test)]
mod tests;

use axum::extract::Multipart;
use axum::extract::multipart::MultipartRejection;
use axum::response::{IntoResponse, Response};
use store::backup::Fault;
use store::port::Refusal;
use store::{Brought, By, Unbrought};

use crate::caller::Caller;
use crate::form::Form;
use crate::home;
use crate::login::Login;
use crate::problem::Problem;
use crate::to::House;

#[cfg(test)]
pub(crate) use samples::samples;

/// The field for the file, beside which everything that is wrong with it is said.
const FILE: &str = "file";

/// `GET /bring-in`
pub(crate) async fn ask(caller: Caller) -> Response {
    page::drawn(&caller, &Form::default())
}

/// `POST /bring-in`
pub(crate) async fn bring(
    caller: Caller,
    login: Login,
    sent: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let sent = sent.map_err(|_| Problem::NotAForm)?;
    let (store, by) = (caller.app.store(), By { actor: login.actor, at: caller.at() });
    let Some(sent) = sent::read(store, sent).await? else {
        return Ok(refused(&caller, "bring-none"));
    };
    let brought = store::bring(store, by, &sent.file, sent.passphrase, caller.app.key()).await;
    match brought {
        Ok(brought) => came(&caller, &brought).await,
        Err(why) => Ok(refused(&caller, wrong(why)?)),
    }
}

/// On to their record if it was one alone; else to the list of people, where they say who they are.
async fn came(caller: &Caller, brought: &Brought) -> Result<Response, Problem> {
    Ok(match brought.came[..] {
        [] => refused(caller, "bring-here"),
        [one] if brought.here == 0 => home::place(&caller.app, one).await?.go().into_response(),
        _ => caller.house(House::People).go().into_response(),
    })
}

fn refused(caller: &Caller, key: &'static str) -> Response {
    let mut form = Form::default();
    form.refuse(FILE, key);
    page::drawn(caller, &form)
}

/// What is wrong with the file, as a text; what is wrong with us is a problem.
fn wrong(why: Unbrought) -> Result<&'static str, Problem> {
    Ok(match why {
        Unbrought::Export(Refusal::Store(error)) | Unbrought::Backup(Fault::Store(error)) => {
            return Err(error.into());
        }
        Unbrought::Export(Refusal::Here) => "bring-here",
        Unbrought::Export(Refusal::NotOurs { .. }) | Unbrought::Backup(Fault::NotOurs) => {
            "bring-not-ours"
        }
        Unbrought::Export(Refusal::Newer { .. }) | Unbrought::Backup(Fault::Newer { .. }) => {
            "bring-newer"
        }
        Unbrought::Export(Refusal::Gaps { .. }) => "bring-gaps",
        Unbrought::Export(Refusal::TooMuch { .. }) => "bring-too-much",
        Unbrought::Backup(Fault::Locked) => "bring-locked",
        Unbrought::Backup(Fault::NeedsKey { .. }) => "bring-needs-key",
        Unbrought::Export(Refusal::File(cause)) | Unbrought::Backup(Fault::File(cause)) => {
            tracing::error!(%cause, "what was sent could not be read in");
            return Err(Problem::Unavailable);
        }
        Unbrought::Export(Refusal::Damaged { .. }) | Unbrought::Backup(_) => "bring-damaged",
    })
}
