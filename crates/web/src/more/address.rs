//! Where the steps of the screening are, for whoever wants to change what they said there.

/// The device at hand.
pub(super) const DEVICE: &str = "/screening/device";
/// Everything that was answered.
pub(super) const ANSWERS: &str = "/screening/answers";
