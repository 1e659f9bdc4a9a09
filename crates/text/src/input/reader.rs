//! Reads values of a [`Node`] tree and collects what is wrong with them, so that a file's problems come all at once.
//!
//! Every function answers `None` after it has noted a problem; [`Reader::finish`] then refuses the file. Which keys
//! a file has is not known here: see [`super::person`], [`super::session`] and [`super::checkins`]. Single values are
//! read in [`super::values`].

use words::Saying;

use super::node::{Entry, Node, Value};
use super::problem::{Problem, Problems, nearest, one_of, plain_key};
use super::time::Wrong;
use super::values::{is_unknown, shown};

/// The longest list and the largest table that is read, check-ins apart.
pub const MOST: usize = 100;

/// The way to a value: `answers.retinoid.form`.
#[derive(Clone, Copy)]
pub(crate) struct Path<'a> {
    pub parent: Option<&'a Path<'a>>,
    pub key: &'a str,
    /// Which item of a list, counted from 1; 0 if it is none.
    pub nth: usize,
}

impl Path<'_> {
    fn spell(&self) -> String {
        let mut own = plain_key(self.key);
        if self.nth > 0 {
            own = format!("{own}[{}]", self.nth);
        }
        match self.parent.map(Path::spell) {
            Some(parent) if !parent.is_empty() => format!("{parent}.{own}"),
            _ => own,
        }
    }
}

/// A value with the way to it.
#[derive(Clone, Copy)]
pub(crate) struct Field<'a> {
    pub path: Path<'a>,
    /// The line of its key.
    pub line: Option<usize>,
    pub node: &'a Node<'a>,
}

/// A table whose keys are all known, with the way to it.
pub(crate) struct Fields<'a> {
    pub path: Path<'a>,
    pub line: Option<usize>,
    entries: &'a [Entry<'a>],
}

impl<'a> Field<'a> {
    /// The whole file.
    pub fn root(node: &'a Node<'a>) -> Self {
        Self { path: Path { parent: None, key: "", nth: 0 }, line: node.line, node }
    }
}

impl<'a> Fields<'a> {
    /// A table that was read before; what is wrong with it was noted then.
    pub fn again(at: Field<'a>) -> Option<Self> {
        let Value::Table(entries) = &at.node.value else { return None };
        Some(Self { path: at.path, line: at.node.line, entries })
    }
    /// The value of a key, if it is there.
    pub fn find<'s>(&'s self, key: &str) -> Option<Field<'s>> {
        self.iter().find(|field| field.path.key == key)
    }
    /// All values in the order of the file.
    pub fn iter<'s>(&'s self) -> impl Iterator<Item = Field<'s>> + use<'s, 'a> {
        let field = |entry: &'s Entry<'a>| Field {
            path: Path { parent: Some(&self.path), key: &entry.key, nth: 0 },
            line: entry.line,
            node: &entry.node,
        };
        self.entries.iter().map(field)
    }
}

/// Reads values and collects problems.
pub(crate) struct Reader<'r> {
    file: &'r str,
    problems: Vec<Problem>,
}

impl<'r> Reader<'r> {
    pub fn new(file: &'r str) -> Self {
        Self { file, problems: Vec::new() }
    }

    /// What was read, or every problem.
    pub fn finish<T>(self, read: Option<T>) -> Result<T, Problems> {
        match read {
            Some(read) if self.problems.is_empty() => Ok(read),
            _ => Err(Problems(self.problems)),
        }
    }

    /// A value that may be missing or `"unknown"`, which both give `None`.
    pub fn or_unknown<T>(
        &mut self,
        at: Option<Field<'_>>,
        read: impl Fn(&mut Self, &Field<'_>) -> Option<T>,
    ) -> Option<T> {
        let at = at.filter(|at| !is_unknown(at))?;
        let before = self.problems.len();
        let value = read(self, &at);
        for problem in self.problems.iter_mut().skip(before) {
            let expected = problem.expected.take();
            problem.expected =
                expected.map(|expected| Saying::new("input-or-unknown").with("expected", expected));
        }
        value
    }

    /// Notes a problem with a value.
    pub fn refuse(&mut self, at: &Field<'_>, (what, expected): Wrong, nearest: Option<String>) {
        self.note(&at.path, at.node.line, (what, expected), nearest);
    }

    fn note(
        &mut self,
        path: &Path<'_>,
        line: Option<usize>,
        (what, expected): Wrong,
        nearest: Option<String>,
    ) {
        self.problems.push(Problem {
            file: self.file.to_owned(),
            line,
            key: path.spell(),
            what,
            expected,
            nearest,
        });
    }

    /// Notes that a value is not what is read here.
    pub fn not_a<T>(&mut self, at: &Field<'_>, what: &'static str, expected: Saying) -> Option<T> {
        let what = Saying::new(what).with("value", shown(&at.node.value));
        self.refuse(at, (what, Some(expected)), None);
        None
    }

    /// A key that must be there; what was expected is put into words only if it is not.
    pub fn require<'s>(
        &mut self,
        fields: &'s Fields<'_>,
        key: &'s str,
        expected: impl Fn() -> Saying,
    ) -> Option<Field<'s>> {
        let found = fields.find(key);
        if found.is_none() {
            let path = Path { parent: Some(&fields.path), key, nth: 0 };
            let wrong = (Saying::new("input-missing"), Some(expected()));
            self.note(&path, fields.line, wrong, None);
        }
        found
    }

    /// A table with no keys but these.
    pub fn table<'s>(&mut self, at: Field<'s>, known: &[&str]) -> Option<Fields<'s>> {
        let fields = self.open_table(at, || a_table(known))?;
        self.refuse_others(&fields, known);
        Some(fields)
    }

    /// Notes every key that is none of these.
    pub fn refuse_others(&mut self, fields: &Fields<'_>, known: &[&str]) {
        for field in fields.iter().filter(|field| !known.contains(&field.path.key)) {
            self.refuse_key(&field, known);
        }
    }

    /// A table whose keys the caller checks.
    pub fn open_table<'s>(
        &mut self,
        at: Field<'s>,
        expected: impl Fn() -> Saying,
    ) -> Option<Fields<'s>> {
        let Value::Table(entries) = &at.node.value else {
            return self.not_a(&at, "input-not-a-table", expected());
        };
        let fields = Fields { path: at.path, line: at.node.line, entries };
        self.is_short(&at, entries.len(), MOST).then_some(fields)
    }

    /// Notes a key that is none of these.
    pub fn refuse_key(&mut self, field: &Field<'_>, known: &[&str]) {
        let wrong = (Saying::new("input-no-key"), Some(one_of(known.iter().copied())));
        let near = nearest(field.path.key, known.iter().copied());
        self.note(&field.path, field.line, wrong, near);
    }

    /// The items of a list, each read by a function; every item is read even if one is refused.
    pub fn list<T>(
        &mut self,
        at: &Field<'_>,
        most: usize,
        read: impl Fn(&mut Self, Field<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Value::List(items) = &at.node.value else {
            return self.not_a(at, "input-not-a-list", Saying::new("input-brackets"));
        };
        if !self.is_short(at, items.len(), most) {
            return None;
        }
        let path = |place: usize| Path { nth: place + 1, ..at.path };
        let fields = items.iter().enumerate();
        let fields = fields.map(|(place, node)| Field { path: path(place), line: node.line, node });
        let read: Vec<_> = fields.map(|field| read(self, field)).collect();
        read.into_iter().collect()
    }

    fn is_short(&mut self, at: &Field<'_>, length: usize, most: usize) -> bool {
        if length > most {
            let what = Saying::new("input-so-many").with("n", length.to_string());
            let expected = Saying::new("input-at-most").with("n", most.to_string());
            self.refuse(at, (what, Some(expected)), None);
        }
        length <= most
    }
}

/// What is expected where a table with these keys is.
pub(crate) fn a_table(keys: &[&str]) -> Saying {
    Saying::new("input-table-with").with("keys", keys.to_vec())
}
