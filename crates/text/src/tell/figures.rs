//! Figures of rolling as they are written: whole, to the tenth, to the hundredth, in percent.

use words::Wording;

/// A whole number.
pub fn whole(texts: &Wording, number: f64) -> String {
    texts.fixed(number, 0)
}

/// A number to the tenth.
pub fn tenth(texts: &Wording, number: f64) -> String {
    texts.fixed(number, 1)
}

/// A number to the hundredth.
pub fn hundredth(texts: &Wording, number: f64) -> String {
    texts.fixed(number, 2)
}

/// A share in percent: whole from ten on, else to the tenth; what is not quite nothing is not called nothing.
pub fn percent(texts: &Wording, share: f64) -> String {
    match 100.0 * share {
        0.0 => "0".into(),
        small if small < 0.05 => texts.with("less-than", &[("n", 0.1.into())]),
        small if small < 9.95 => tenth(texts, small),
        large => whole(texts, large),
    }
}
