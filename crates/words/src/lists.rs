//! Lists in one line: what stands between two things is a text, since not every language uses a comma.

use super::Wording;

impl Wording {
    /// `nose, cheeks, chin`.
    pub fn list<T: AsRef<str>>(&self, things: impl IntoIterator<Item = T>) -> String {
        self.listed("list-next", things)
    }
    /// `left cheek, 8 passes; right cheek, 4 passes`: things that may hold commas themselves.
    pub fn parts<T: AsRef<str>>(&self, things: impl IntoIterator<Item = T>) -> String {
        self.listed("list-parts-next", things)
    }
    /// `0.5–1`, or `1` if both are the same.
    pub fn range(&self, low: f64, high: f64) -> String {
        match low == high {
            true => self.number(low),
            false => self.with("range", &[("low", low.into()), ("high", high.into())]),
        }
    }
    /// `Sat 5 Dec – Sun 6 Dec`, or one of both if they are the same.
    pub fn range_of_words(&self, low: &str, high: &str) -> String {
        match low == high {
            true => low.to_owned(),
            false => self.with("range-words", &[("low", low.into()), ("high", high.into())]),
        }
    }

    fn listed<T: AsRef<str>>(&self, key: &str, things: impl IntoIterator<Item = T>) -> String {
        let mut things = things.into_iter();
        let first = things.next().map(|first| first.as_ref().to_owned()).unwrap_or_default();
        things.fold(first, |list, next| {
            self.with(key, &[("list", list.into()), ("next", next.as_ref().into())])
        })
    }
}
