//! The change since the first score: never more than two numbers and what is known of chance.

use care::protocol::rows::Scale;

/// What can be said of a change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// Each score compares with the beginning already.
    Relative,
    /// The two numbers, since nobody measured how much is chance.
    Unjudged,
    /// It may be chance: less than this doesn't count.
    Within(f64),
    /// By so much, which is at least what counts.
    Beyond(f64, f64),
}

impl Change {
    /// Of a later score against the first one.
    pub fn of(scale: &Scale, first: f64, latest: f64) -> Self {
        let by = (latest - first).abs();
        match scale.noise {
            _ if scale.relative => Self::Relative,
            None => Self::Unjudged,
            Some(noise) if by < noise => Self::Within(noise),
            Some(noise) => Self::Beyond(by, noise),
        }
    }
}
