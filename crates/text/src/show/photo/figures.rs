//! Figures of photographs as they are written.

/// To four places: more is noise.
pub(super) fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}
