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
        let token = cookie(headers, app).ok_or(Problem::NoKey)?.hash();
        let row = app.store().find_login(&token).await?.ok_or(Problem::NoKey)?;
        if keys::too_old(&row, app.now()) {
            return Err(Problem::NoKey);
        }
        note_seen(app, &token, &row).await;
        Ok(Self { token, actor: row.actor, role: row.role, language: app.spoken(headers) })
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

fn cookie(headers: &HeaderMap, app: &App) -> Option<Token> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs =
        all.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let mut ours = pairs.filter(|(name, _)| *name == keys::cookie_name(app.settings()));
    ours.find_map(|(_, value)| Token::read(value))
}
