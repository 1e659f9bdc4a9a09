//! The parameters of an address, read: what can't be read is nowhere.

use std::str::FromStr;

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use store::Id;

use crate::problem::Problem;

/// The parameters of an address but the person, who is opened by the gate. What can't be read is nowhere.
pub(crate) struct Path<P>(pub P);

impl<S: Send + Sync, P: Params> FromRequestParts<S> for Path<P> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let all = RawPathParams::from_request_parts(parts, state).await;
        let all = all.map_err(|_| Problem::NotFound)?;
        let own: Vec<&str> =
            all.iter().filter(|(name, _)| *name != "person").map(|(_, value)| value).collect();
        P::read(&own).map(Self).ok_or(Problem::NotFound)
    }
}

/// What a handler can take from an address.
pub(crate) trait Params: Sized {
    fn read(parts: &[&str]) -> Option<Self>;
}

macro_rules! one_param {
    ($($param:ty),+) => {
        $(impl Params for $param {
            fn read(parts: &[&str]) -> Option<Self> {
                let [one] = parts else { return None };
                one.parse().ok()
            }
        })+
    };
}
one_param!(i64, String);

impl<K> Params for Id<K> {
    fn read(parts: &[&str]) -> Option<Self> {
        let [one] = parts else { return None };
        one.parse().ok()
    }
}

impl<A: FromStr, B: FromStr> Params for (A, B) {
    fn read(parts: &[&str]) -> Option<Self> {
        let [one, other] = parts else { return None };
        Some((one.parse().ok()?, other.parse().ok()?))
    }
}
