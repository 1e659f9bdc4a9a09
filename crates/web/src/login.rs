//! A browser that was let in: who acts in it, and as what.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use store::{Actor, Role};

use crate::app::App;
use crate::guard::keys::{self, Token};
use crate::permission::Permission;
use crate::problem::Problem;
use crate::roles::may;
use crate::say::Language;

/// More cookies of our name are not looked at.
const MOST: usize = 8;

/// A browser that was let in.
#[derive(Clone, Copy, Debug)]
pub struct Login {
    /// The hash of its cookie.
    pub token: [u8; 32],
    /// Who acts in it.
    pub actor: Actor,
    /// As what.
    pub role: Role,
    /// What the browser speaks, for who has not said otherwise.
    pub language: Language,
}

impl Login {
    /// The login of a request.
    ///
    /// # Errors
    /// [`Problem::NoKey`] if the browser was not let in.
    pub(crate) async fn of(app: &App, headers: &HeaderMap) -> Result<Self, Problem> {
        for token in cookies(headers, app) {
            let token = token.hash();
            let Some(row) = app.store().find_login(&token).await? else { continue };
            // The days of a demonstration go by as fast as somebody presses.
            if app.settings().demo || !keys::too_old(&row, app.now()) {
                note_seen(app, &token, &row).await;
                let language = app.spoken(headers);
                return Ok(Self { token, actor: row.actor, role: row.role, language });
            }
        }
        Err(Problem::NoKey)
    }
    /// Whether it may do this, with a record that opens for it.
    pub(crate) const fn may(&self, needs: Permission) -> bool {
        may(self.role, needs)
    }
}

impl FromRequestParts<App> for Login {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        made(parts)
    }
}

/// What the gate made; a handler that asks for what its address has not is a mistake of ours.
pub(crate) fn made<T: Clone + Send + Sync + 'static>(parts: &Parts) -> Result<T, Problem> {
    parts.extensions.get::<T>().cloned().ok_or(Problem::Ours)
}

/// Notes once a day that a browser is still there. Where nothing can be written, reading goes on all the same.
async fn note_seen(app: &App, token: &[u8; 32], row: &store::Login) {
    let now = app.now();
    if !keys::is_old(row, now) {
        return;
    }
    if let Err(error) = app.store().note_seen(token, now).await {
        tracing::warn!(cause = %error, "a login could not be noted");
    }
}

/// Every cookie of our name: one that something else on this host has set stands in the way of none.
fn cookies(headers: &HeaderMap, app: &App) -> Vec<Token> {
    let name = keys::cookie_name(app.settings());
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs =
        all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let ours = pairs.filter(|(known, _)| *known == name);
    ours.filter_map(|(_, value)| Token::read(value)).take(MOST).collect()
}
