//! From where a photograph is taken: the list of shots, in the order in which they are asked for.

use care::words::Word;

/// From where skin is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The whole face, or the area from straight ahead.
    Front,
    /// The person's left side.
    Left,
    /// The person's right side.
    Right,
    /// One place from near by.
    Close,
}

impl Word for View {
    const WHAT: &'static str = "view";
    const ALL: &'static [Self] = &[Self::Front, Self::Left, Self::Right, Self::Close];
    fn word(self) -> &'static str {
        match self {
            Self::Front => "front",
            Self::Left => "left",
            Self::Right => "right",
            Self::Close => "close",
        }
    }
}
