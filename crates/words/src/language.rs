//! Which languages there are, and which of them a reader gets.
//!
//! A language is one line in [`ALL`] and two folders: `protocol/texts/NAME/` with the sentences of the rows, and
//! `crates/words/texts/NAME/` with the words of the program. `docs/guides/add-a-language.md` walks through it.

use std::fmt;

use super::numbers::Marks;

/// A file of texts: its name and what it says.
pub(crate) type File = (&'static str, &'static str);

/// A language and everything that is built in of it.
struct Built {
    /// Its name, as in `<html lang>`, and that of its folders.
    name: &'static str,
    /// The language whose rules of plurals it follows, as CLDR names it.
    plurals: &'static str,
    marks: Marks,
    /// Sentences of the protocol's rows.
    sentences: &'static [File],
    /// Words of the program.
    words: &'static [File],
    pseudo: bool,
}

macro_rules! language {
    ($name:literal, $plurals:literal, $marks:expr, $pseudo:expr, $texts:literal) => {
        Language(&Built {
            name: $name,
            plurals: $plurals,
            marks: $marks,
            pseudo: $pseudo,
            sentences: files!("../../../protocol/texts/", $texts;
                "agenda", "healing", "photo", "programme", "roller", "screening", "standing", "words"),
            words: files!("../texts/", $texts;
                "bring", "clearance", "commands", "common", "dates", "dose", "feed", "handover", "input", "log", "more", "people", "photos", "plan", "record",
                "reference", "refused", "region", "results", "said", "screening", "session", "settings", "sheet", "today", "typed"),
        })
    };
    ($name:literal, $plurals:literal, $marks:expr) => { language!($name, $plurals, $marks, false, $name) };
}

macro_rules! files {
    ($place:literal, $folder:literal; $($name:literal),+) => {
        &[$(($name, include_str!(concat!($place, $folder, "/", $name, ".ftl")))),+]
    };
}

/// Every language, one line each, for example `language!("de", "de", Marks::Comma),`.
static ALL: &[Language] = &[
    Language::DEFAULT,
    // Languages are added here.
    Language::PSEUDO,
];

/// A language that the program speaks.
#[derive(Clone, Copy)]
pub struct Language(&'static Built);

impl Language {
    /// The language of whoever wishes for none that there is.
    pub const DEFAULT: Self = language!("en", "en-GB", Marks::Point);
    /// The language that is none, for translators and tests: English texts, changed, with the plurals of Polish. See
    /// [`crate::pseudo`].
    pub const PSEUDO: Self = language!("en-XA", "pl", Marks::Comma, true, "en");

    /// Every language, the default first.
    pub fn all() -> &'static [Self] {
        ALL
    }
    /// The language of a name.
    pub fn find(name: &str) -> Option<Self> {
        ALL.iter().copied().find(|language| language.name() == name)
    }
    /// Its name, as `<html lang>` and folders have it: `en`.
    pub fn name(self) -> &'static str {
        self.0.name
    }
    /// Whether it is the language that is none.
    pub fn is_pseudo(self) -> bool {
        self.0.pseudo
    }
    /// The name of the folders its texts are in.
    pub fn folder(self) -> &'static str {
        if self.0.pseudo { Self::DEFAULT.name() } else { self.0.name }
    }
    pub(crate) fn plurals(self) -> &'static str {
        self.0.plurals
    }
    pub(crate) fn marks(self) -> Marks {
        self.0.marks
    }
    pub(crate) fn sentences(self) -> &'static [File] {
        self.0.sentences
    }
    pub(crate) fn words(self) -> &'static [File] {
        self.0.words
    }

    /// The first of several languages that a browser asks for in `Accept-Language`; `None` if it asks for none of them.
    /// `de-AT` is served by `de`; what is refused with `q=0` is not given. The language that is none is nobody's.
    pub fn accepted(header: &str, among: &[Self]) -> Option<Self> {
        let mut asked: Vec<(&str, f32)> = header.split(',').filter_map(asked).collect();
        asked.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        let fits = |tag: &str| {
            let ours = among.iter().copied().filter(|language| !language.is_pseudo());
            let main = tag.split('-').next().unwrap_or(tag);
            let same = |name: &str, language: &Self| language.name().eq_ignore_ascii_case(name);
            ours.clone()
                .find(|one| same(tag, one))
                .or_else(|| ours.clone().find(|one| same(main, one)))
        };
        asked.iter().filter(|(_, weight)| *weight > 0.0).find_map(|(tag, _)| fits(tag))
    }
}

/// A language that is asked for, and how much.
fn asked(part: &str) -> Option<(&str, f32)> {
    let (tag, rest) = part.split_once(';').unwrap_or((part, ""));
    let weight = match rest.trim().strip_prefix("q=") {
        Some(weight) => weight.trim().parse().ok()?,
        None => 1.0,
    };
    Some((tag.trim(), weight))
        .filter(|(tag, weight)| !tag.is_empty() && (0.0..=1.0).contains(weight))
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Language {}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_file_of_our_texts_is_read() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("texts/en");
        for file in fs::read_dir(folder).unwrap() {
            let file = file.unwrap().path();
            let is_read = |(name, _): &File| file.ends_with(format!("{name}.ftl"));
            let listed = Language::DEFAULT.words().iter().any(is_read);
            assert!(listed, "{} is not named in language.rs", file.display());
        }
    }

    #[test]
    fn names_are_found_and_the_last_is_none() {
        assert_eq!(Language::find("en"), Some(Language::DEFAULT));
        assert_eq!(Language::find("tlh"), None);
        assert!(Language::PSEUDO.is_pseudo() && !Language::DEFAULT.is_pseudo());
    }

    #[test]
    fn a_browser_gets_the_first_language_it_asks_for_that_there_is() {
        let all = Language::all();
        for (header, given) in [
            ("en", Some("en")),
            ("EN-us,en;q=0.5", Some("en")),
            ("tlh, en;q=0.1", Some("en")),
            ("tlh", None),
            ("", None),
            ("*", None),
            ("en;q=0", None),
            ("en;q=2", None),
            ("en;q=x", None),
            (";;,,=", None),
            ("en-XA", Some("en")),
        ] {
            let found = Language::accepted(header, all).map(Language::name);
            assert_eq!(found, given, "{header}");
        }
        assert_eq!(Language::accepted("en", &[]), None);
    }
}
