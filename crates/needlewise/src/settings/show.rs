//! What holds and whence: `needlewise settings`, and docs/settings.md.

use std::fmt::Write as _;

use serde_json::{Value, json};
use words::Wording;

use super::table::{ALL, Setting};
use super::told::Told;

/// Each setting with what holds and where it was said, for people.
pub fn sentences(told: &Told, texts: &Wording) -> String {
    let widest = ALL.iter().map(|setting| setting.key.len()).max().unwrap_or_default();
    let mut text = String::new();
    for setting in ALL {
        let (value, whence) = holds(told, setting, texts);
        // Writing to a string can't fail.
        let _ = writeln!(text, "{:widest$}  {value}  ({whence})", setting.key);
    }
    text.trim_end().to_owned()
}

/// The same as JSON.
pub fn as_json(told: &Told, texts: &Wording) -> Value {
    let one = |setting: &Setting| {
        let (value, whence) = holds(told, setting, texts);
        (setting.key.to_owned(), json!({ "value": value, "from": whence }))
    };
    Value::Object(ALL.iter().map(one).collect())
}

/// What holds and whence; of a secret only whether it is set.
fn holds(told: &Told, setting: &Setting, texts: &Wording) -> (String, String) {
    match told.find(setting.key) {
        None => (setting.usual().in_words(texts), texts.text("settings-by-nobody")),
        Some(said) if setting.is_secret() => {
            (texts.text("settings-hidden"), said.whence.to_string())
        }
        Some(said) => (said.values.join(", "), said.whence.to_string()),
    }
}

/// The page about settings, as Markdown.
pub fn page(texts: &Wording) -> String {
    let mut text = String::from(HEAD);
    for setting in ALL {
        let flag = setting.flag().map_or("–".to_owned(), |flag| format!("`{flag}`"));
        let key =
            if setting.is_in_file() { format!("`{}`", setting.key) } else { "–".to_owned() };
        let (help, usual) = (setting.help().in_words(texts), setting.usual().in_words(texts));
        let variable = setting.variable();
        let _ = writeln!(text, "| {key} | {flag} | `{variable}` | {help} | {usual} |");
    }
    text
}

const HEAD: &str = "# Settings

Nothing has to be set. A flag comes before a variable, a variable before the file, the file before what is usual. `needlewise
settings` prints what holds and where it was said. A key that is not known, or a value that is not understood, refuses the start.

The file is `needlewise.toml` in the data folder, or the one that `--config` names:

```toml
listen = \"127.0.0.1:8750\"
name = [\"skin.example.org\"]
https = true
```

This table is made from `crates/needlewise/src/settings/table.rs`; a test holds it to that.

| in the file | flag | variable | what it does | usual |
|---|---|---|---|---|
";

#[cfg(test)]
mod tests {
    use words::Language;

    use super::*;

    #[test]
    fn the_page_about_settings_is_made_from_the_table() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/settings.md");
        if std::env::var_os("NEEDLEWISE_WRITE").is_some() {
            std::fs::write(path, page(&Wording::built_in(Language::DEFAULT))).unwrap();
        }
        let written = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            written == page(&Wording::built_in(Language::DEFAULT)),
            "run it with NEEDLEWISE_WRITE=1 to write the page anew"
        );
    }

    #[test]
    fn a_secret_is_never_shown() {
        let variable = |name: &str| (name == "NEEDLEWISE_KEY").then(|| "canary".to_owned());
        let folder = || Some(std::path::PathBuf::from("/nonexistent"));
        let told = Told::gather(&[], variable, folder).unwrap();
        let texts = Wording::built_in(Language::DEFAULT);
        let said = format!("{}{}", sentences(&told, &texts), as_json(&told, &texts));
        assert!(said.contains("set, not shown") && !said.contains("canary"), "{said}");
    }
}
