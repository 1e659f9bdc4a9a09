//! Which sentences two versions of a protocol have in common, by their keys.

use std::collections::BTreeMap;

use care::nesting::too_deep;
use care::protocol::compare::files::Changes;
use care::protocol::{Fault, Files};
use fluent_syntax::{ast, parser};

use super::Language;
use super::fluent::patterns;

/// The texts that differ, by their key; outside the default language with its name in front.
///
/// # Errors
/// A file that is no Fluent.
pub fn texts(old: &Files, new: &Files) -> Result<Changes, Vec<Fault>> {
    Ok(Changes::between(&all(old)?, &all(new)?))
}

fn all(files: &Files) -> Result<BTreeMap<String, String>, Vec<Fault>> {
    let mut all = BTreeMap::new();
    for language in files.languages() {
        let own = language == Language::DEFAULT.name();
        let prefix = if own { String::new() } else { format!("{language}: ") };
        for (name, text) in files.texts(language) {
            let texts = keyed(name, text)?;
            all.extend(texts.into_iter().map(|(key, text)| (format!("{prefix}{key}"), text)));
        }
    }
    Ok(all)
}

fn keyed(name: &str, text: &str) -> Result<Vec<(String, String)>, Vec<Fault>> {
    if let Some(line) = too_deep(text) {
        return Err(vec![Fault::too_deep(name, line)]);
    }
    let resource = parser::parse(text)
        .map_err(|_| vec![Fault::new(name, "a text", "it can't be read", "write it as Fluent")])?;
    let mut all = Vec::new();
    for entry in &resource.body {
        let ast::Entry::Message(message) = entry else { continue };
        all.extend(patterns(message).into_iter().map(|(key, text)| (key, format!("{text:?}"))));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::built_in;

    #[test]
    fn changed_texts_are_named() {
        assert_eq!(texts(&built_in(), &built_in()), Ok(Changes::default()));
        let mut files = built_in();
        let file = "texts/en/screening.ftl";
        let changed = files.get(file).unwrap().replace("rule-keloid =", "rule-keloid = Once");
        files.put(file, changed);
        assert_eq!(texts(&files, &built_in()).unwrap().changed, ["rule-keloid"]);
    }
}
