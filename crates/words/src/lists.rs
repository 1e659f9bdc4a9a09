//! Lists in one line: what stands between two things is a text (`list-next`), since not every language uses a comma.

use super::Wording;

impl Wording {
    /// `nose, cheeks, chin`.
    pub fn list<T: AsRef<str>>(&self, things: impl IntoIterator<Item = T>) -> String {
        let mut things = things.into_iter();
        let first = things.next().map(|first| first.as_ref().to_owned()).unwrap_or_default();
        things.fold(first, |list, next| {
            self.with("list-next", &[("list", list.into()), ("next", next.as_ref().into())])
        })
    }
}
