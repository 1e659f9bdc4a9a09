//! What went wrong, as one page and one JSON shape: what, why, what next, and an id that can be quoted.
//!
//! Handlers return a [`Problem`]; [`crate::shown::show`] turns it into a page in the reader's language or into JSON. The cause is
//! logged once with the id, without names, answers or addresses that could hold them.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chart::region::Unmeasured;
use chart::session::{record, removed};
use chart::today::checkin;

use crate::say;

/// What can go wrong for a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no such page or entry, or it is somebody else's.
    NotFound,
    /// The browser has no key.
    NoKey,
    /// The one-time key was used or is wrong.
    UsedKey,
    /// The origin or site of the request is not ours.
    Foreign,
    /// The name that was asked for is not ours.
    Name,
    /// A page of ours asks, but what stands between asks us for another name.
    Proxy {
        /// Where the browser is, by host and port.
        origin: String,
        /// What we were asked for.
        host: String,
    },
    /// The request does not lie under the sub-path at which we live.
    Outside,
    /// Not a form.
    NotAForm,
    /// Too much was sent.
    TooLarge,
    /// Something typed can't be read: the field's text key and what was typed.
    Unreadable {
        /// The text key of what was expected, for example `expected-date`.
        expected: &'static str,
        /// What was typed.
        typed: String,
    },
    /// A photograph can't be taken in, by the id of the reason.
    Photo(&'static str),
    /// Somebody else changed it in between.
    Stale,
    /// What was asked for does not fit the present state, by its text key.
    NotNow(&'static str),
    /// Too many tries; the next one is taken after so many seconds.
    TooMany(u64),
    /// Too much at the same time; a little later there is room again.
    Busy,
    /// The disk is full.
    Full,
    /// The disk can only be read.
    ReadOnly,
    /// The record can't be reached.
    Unavailable,
    /// What was asked for was changed from outside, or is damaged: it stays shut.
    Damaged,
    /// The profile of a person is damaged or missing, and nothing of theirs opens without it.
    Profile,
    /// Something of the person's record can't be read that decides what would be said here.
    Gaps,
    /// Our own fault.
    Ours,
}

impl Problem {
    /// The word in texts and JSON.
    pub fn word(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::NoKey => "no-key",
            Self::UsedKey => "used-key",
            Self::Foreign => "foreign",
            Self::Name => "name",
            Self::Proxy { .. } => "proxy",
            Self::Outside => "outside",
            Self::NotAForm => "not-a-form",
            Self::TooLarge => "too-large",
            Self::Unreadable { .. } => "unreadable",
            Self::Photo(_) => "photo",
            Self::Stale => "stale",
            Self::NotNow(_) => "not-now",
            Self::TooMany(_) => "too-many",
            Self::Busy => "busy",
            Self::Full => "full",
            Self::ReadOnly => "read-only",
            Self::Unavailable => "unavailable",
            Self::Damaged => "damaged",
            Self::Profile => "profile",
            Self::Gaps => "gaps",
            Self::Ours => "ours",
        }
    }
    /// The status of HTTP.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::Outside => StatusCode::NOT_FOUND,
            Self::NoKey | Self::UsedKey => StatusCode::UNAUTHORIZED,
            Self::Foreign | Self::Name | Self::Proxy { .. } => StatusCode::FORBIDDEN,
            Self::NotAForm => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable { .. } | Self::Photo(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Stale | Self::NotNow(_) => StatusCode::CONFLICT,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Full | Self::ReadOnly => StatusCode::INSUFFICIENT_STORAGE,
            Self::Busy | Self::Unavailable | Self::Gaps => StatusCode::SERVICE_UNAVAILABLE,
            Self::Damaged | Self::Profile | Self::Ours => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
    /// After how many seconds it may be asked again, where that is known.
    pub(crate) fn retry_after(&self) -> Option<u64> {
        match self {
            Self::TooMany(seconds) => Some(*seconds),
            Self::Busy => Some(5),
            _ => None,
        }
    }
    /// What, why or what next; `most` is how many megabytes a photograph may have.
    pub(crate) fn sentence(&self, say: &say::Say, part: &str, most: u32) -> String {
        let own = match self {
            Self::Photo(id) => format!("photo-refused-{id}-{part}"),
            Self::NotNow(key) => format!("{key}-{part}"),
            _ => String::new(),
        };
        let key = if say.has(&own) { own } else { format!("problem-{}-{part}", self.word()) };
        match self {
            Self::Unreadable { expected, typed } => {
                let expected = say.text(expected);
                say.with(&key, &[("typed", typed.as_str().into()), ("expected", expected.into())])
            }
            Self::Proxy { origin, host } => say
                .with(&key, &[("origin", origin.as_str().into()), ("host", host.as_str().into())]),
            _ => say.with(&key, &[("most", most.into())]),
        }
    }
}

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Stale => Self::Stale,
            store::Error::NotFound | store::Error::Taken => Self::NotFound,
            store::Error::Held => Self::NotNow("held"),
            store::Error::Full => Self::Full,
            store::Error::ReadOnly => Self::ReadOnly,
            moved @ store::Error::Moved => {
                tracing::error!(cause = %moved, "the record refused");
                Self::Unavailable
            }
            store::Error::Unavailable { .. } => Self::Unavailable,
            damaged @ store::Error::Corrupt { .. } => {
                tracing::error!(cause = %damaged, "the record is not what was kept");
                Self::Damaged
            }
            other => {
                tracing::error!(cause = %other, "the record refused");
                Self::Ours
            }
        }
    }
}

impl From<Unmeasured> for Problem {
    fn from(why: Unmeasured) -> Self {
        match why {
            Unmeasured::Record(error) => error.into(),
            Unmeasured::Picture(id) => Self::Photo(id),
            Unmeasured::Stopped => Self::Ours,
        }
    }
}

impl From<checkin::Refused> for Problem {
    fn from(why: checkin::Refused) -> Self {
        match why {
            checkin::Refused::NoSession => Self::NotNow("today-no-session"),
            checkin::Refused::Late => Self::NotNow("today-undo-late"),
            // A form is refused before, with its field named.
            checkin::Refused::NoReason => Self::Ours,
            checkin::Refused::Record(error) => error.into(),
        }
    }
}

impl From<record::Refused> for Problem {
    fn from(why: record::Refused) -> Self {
        match why {
            // A form is refused before, with its field named.
            record::Refused::Ahead => Self::Ours,
            record::Refused::Record(error) => error.into(),
        }
    }
}

impl From<removed::Refused> for Problem {
    fn from(why: removed::Refused) -> Self {
        match why {
            removed::Refused::Held => Self::NotNow("session-held"),
            removed::Refused::Record(error) => error.into(),
        }
    }
}

impl IntoResponse for Problem {
    /// The bare status with the problem attached; [`crate::shown::show`] puts it into words.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_damaged_is_not_called_our_fault() {
        let damaged = store::Error::Corrupt { what: "entry".into() };
        assert_eq!(Problem::from(damaged), Problem::Damaged);
    }
}
