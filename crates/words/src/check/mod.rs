//! Holds a language against the rows of a protocol: every fault names its file, its entry and how to mend it.
//!
//! One module per kind of question: whether each row has its sentences, with the variables they need ([`sentences`]),
//! whether groups of questions have their headings ([`groups`]), whether disagreements are told ([`disputes`]), of what
//! medicine an amount is ([`amounts`]). What a file of texts must be to be read at all is asked in [`crate::Wording`].

mod amounts;
mod disputes;
mod groups;
mod sentences;

use care::protocol::entries::Origin;
use care::protocol::rows::Rows;
use care::protocol::{Fault, Files, Findings};

use super::{Language, Wording};

/// Every fault of a language beside rows.
pub fn rows(rows: &Rows, origin: &Origin, texts: &Wording) -> Vec<Fault> {
    let mut found = Findings::new(origin);
    disputes::check(rows, texts, &mut found);
    sentences::check(rows, texts, &mut found);
    amounts::check(texts, &mut found);
    groups::check(rows, texts, &mut found);
    found.faults()
}

/// The languages in which a protocol has sentences, the default first, and the language that is none.
///
/// # Errors
/// A folder of texts in a language that the program does not speak.
pub fn languages(files: &Files) -> Result<Vec<Language>, Vec<Fault>> {
    let known: Vec<&str> = Language::all().iter().map(|one| one.folder()).collect();
    let strange: Vec<Fault> = files
        .languages()
        .into_iter()
        .filter(|name| !known.contains(name))
        .map(|name| {
            let mend = "remove the folder, or add the language to the program: docs/guides/add-a-language.md";
            Fault::new(&format!("texts/{name}"), "its texts", "the program does not speak this language", mend)
        })
        .collect();
    if !strange.is_empty() {
        return Err(strange);
    }
    let there =
        |one: &&Language| **one == Language::DEFAULT || files.languages().contains(one.folder());
    Ok(Language::all().iter().filter(there).copied().collect())
}

/// Every fault of a protocol: of its rows, of its sentences in every language it has, of each variant.
pub fn all(files: &Files) -> Vec<Fault> {
    let languages = match languages(files) {
        Ok(languages) => languages,
        Err(faults) => return faults,
    };
    let variants = std::iter::once(None).chain(files.variants().into_iter().map(Some));
    let mut faults: Vec<Fault> = variants
        .flat_map(|variant| languages.iter().map(move |language| (variant, *language)))
        .filter(|(_, language)| !language.is_pseudo())
        .filter_map(|(variant, language)| super::Worded::read(files, variant, language).err())
        .flatten()
        .collect();
    faults.sort();
    faults.dedup();
    faults
}
