//! Figures of photographs as they are written.

/// To four places: more is noise.
pub(super) fn rounded(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

/// A figure to so many places.
pub fn plain(value: f64, places: usize) -> String {
    format!("{value:.places$}")
}

/// The same, with its sign; what rounds to 0 has none.
pub fn signed(value: f64, places: usize) -> String {
    let written = format!("{value:+.places$}");
    match written.contains(|digit: char| ('1'..='9').contains(&digit)) {
        true => written.replace('-', "−"),
        false => plain(0.0, places),
    }
}
