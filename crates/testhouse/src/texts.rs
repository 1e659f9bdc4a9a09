//! What a text key can read on a page: its words with holes where a variable stands, one pattern for each way it can be put.
//!
//! Which way it is put, and what stands in the holes, depends on what a test is about; so a key alone holds for all of them,
//! and whoever wants one exactly names every variable ([`exactly`]).

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use words::{Language, Variable, Wording};

/// One way to put a text: what stands between the holes, in order.
pub(crate) type Pieces = Vec<String>;

static PATTERNS: LazyLock<HashMap<String, Vec<Pieces>>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folders = ["crates/words/texts/en", "protocol/texts/en"];
    let files = folders.iter().flat_map(|folder| fs::read_dir(root.join(folder)).unwrap());
    files.flat_map(|file| read(&fs::read_to_string(file.unwrap().path()).unwrap())).collect()
});

static ENGLISH: LazyLock<Wording> =
    LazyLock::new(|| Wording::parse(Language::DEFAULT, &words::built_in()).unwrap());

/// Every way a key can be put in English. Stops if there is no such text.
pub(crate) fn ways(key: &str) -> &'static [Pieces] {
    let found = PATTERNS.get(key);
    let ways = found.unwrap_or_else(|| panic!("no text is called {key}"));
    let says = |way: &Pieces| way.iter().any(|piece| piece.contains(char::is_alphanumeric));
    assert!(ways.iter().all(says), "{key} can be anything: it has no words of its own");
    ways
}

/// A text with all its variables. Stops if one is missing: the page would not say it so.
pub(crate) fn exactly(key: &str, variables: &[Variable<'_>]) -> Pieces {
    let needed = ENGLISH.variables(key).unwrap_or_else(|| panic!("no text is called {key}"));
    for name in needed {
        assert!(variables.iter().any(|(given, _)| given == name), "{key} needs {name}");
    }
    vec![squeezed(&ENGLISH.with(key, variables))]
}

fn read(file: &str) -> Vec<(String, Vec<Pieces>)> {
    let resource = fluent_syntax::parser::parse(file).unwrap();
    let mut all = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        all.extend(message.value.iter().map(|value| (id.to_owned(), ways_of(value))));
        let of = |name: &str| format!("{id}.{name}");
        all.extend(message.attributes.iter().map(|one| (of(one.id.name), ways_of(&one.value))));
    }
    all
}

fn ways_of(pattern: &Pattern<&str>) -> Vec<Pieces> {
    let mut ways = vec![vec![String::new()]];
    for element in &pattern.elements {
        ways = match element {
            PatternElement::TextElement { value } => joined(&ways, &[vec![(*value).to_owned()]]),
            PatternElement::Placeable { expression } => joined(&ways, &put(expression)),
        };
    }
    ways.iter().map(|way| way.iter().map(|piece| squeezed(piece)).collect()).collect()
}

/// The ways to put what stands in braces: a hole is two pieces with nothing in them.
fn put(expression: &Expression<&str>) -> Vec<Pieces> {
    match expression {
        Expression::Select { variants, .. } => {
            variants.iter().flat_map(|variant| ways_of(&variant.value)).collect()
        }
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            vec![vec![value.replace("\\u00A0", "\u{a0}")]]
        }
        Expression::Inline(_) => vec![vec![String::new(), String::new()]],
    }
}

/// Every way of the first followed by every way of the second; the last piece goes on in the first of what follows.
fn joined(before: &[Pieces], after: &[Pieces]) -> Vec<Pieces> {
    let join = |one: &Pieces, two: &Pieces| -> Pieces {
        let (last, first) = (one.last().cloned().unwrap_or_default(), two.first());
        let seam = last + first.map_or("", String::as_str);
        let start = one.iter().take(one.len().saturating_sub(1)).cloned();
        start.chain([seam]).chain(two.iter().skip(1).cloned()).collect()
    };
    before.iter().flat_map(|one| after.iter().map(move |two| join(one, two))).collect()
}

/// Every row of spaces and breaks as one space, as a browser shows it.
pub(crate) fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for letter in text.chars() {
        let space = letter.is_whitespace();
        match (space, squeezed.ends_with(' ')) {
            (true, true) => {}
            (true, false) => squeezed.push(' '),
            (false, _) => squeezed.push(letter),
        }
    }
    squeezed
}
